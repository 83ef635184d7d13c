"""Training sessions and what learners committed to in them, in a store that is not the register."""

from app.classroom.classroom import Classroom
from app.classroom.opening import classroom_url, open_classroom
from app.classroom.transactions import ClassroomError
from app.classroom.values import Pace, Place, Seat, Session, Stage, fresh_code, fresh_token

__all__ = [
    "Classroom",
    "ClassroomError",
    "Pace",
    "Place",
    "Seat",
    "Session",
    "Stage",
    "classroom_url",
    "fresh_code",
    "fresh_token",
    "open_classroom",
]
