"""What is owed and when: duties, clocks, how they stand, why, and what-if."""

from joic_policy.deadlines.changes import Change, compare
from joic_policy.deadlines.deadline import Deadline, Status
from joic_policy.deadlines.owed import deadlines
from joic_policy.deadlines.targets import Target

__all__ = ["Change", "Deadline", "Status", "Target", "compare", "deadlines"]
