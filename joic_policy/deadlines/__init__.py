"""What is owed and when: duties, clocks, how they stand, why, and what-if."""

from typing import TYPE_CHECKING

from joic_policy._later import found_later
from joic_policy.deadlines.deadline import Deadline, Status
from joic_policy.deadlines.owed import deadlines
from joic_policy.deadlines.targets import Target

if TYPE_CHECKING:
    from joic_policy.deadlines.changes import Change, compare

__all__ = ["Change", "Deadline", "Status", "Target", "compare", "deadlines"]

__getattr__, __dir__ = found_later(__name__, __all__, {"changes": ("Change", "compare")})
