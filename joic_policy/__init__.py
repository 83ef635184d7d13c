"""The customer contact policy of the Jersey Office of the Information Commissioner, as software.

Contacts are folded from events, their deadlines derived and explained, enquiries triaged to a route. Nothing
here looks at the clock, opens a file that is not its own, or remembers anything.
"""

from typing import TYPE_CHECKING

from joic_policy._later import found_later
from joic_policy.contacts import (
    Channel,
    Contact,
    Corrected,
    Customer,
    CustomerKind,
    Direction,
    Event,
    Format,
    Matter,
    Needs,
    Received,
    Withdrawn,
    contact_from,
)
from joic_policy.deadlines import Deadline, Status, Target, deadlines
from joic_policy.errors import (
    DataFileError,
    HistoryError,
    InvalidError,
    OutsideCalendarError,
    PolicyError,
    UnknownClauseError,
)
from joic_policy.policy import POLICY, Duty, MatterKind, OwedBy, Policy, Standard, Statute, clause
from joic_policy.triage import triage
from joic_policy.units import JERSEY_ZONE, Days, Hours, Seconds, Weeks, WorkingDays
from joic_policy.working_days import JERSEY, WorkingDayCalendar

if TYPE_CHECKING:
    from joic_policy.contacts import (
        Acknowledged,
        Answer,
        Assigned,
        CallBackArranged,
        CallBackAttempted,
        CallMade,
        Closed,
        ClosedBecause,
        DelayTold,
        FileNoted,
        FileNoteNotNeeded,
        FullResponseExpected,
        MessageDelivered,
        MessageTaken,
        Reopened,
        Responded,
        StatutoryActDone,
        Triaged,
    )
    from joic_policy.deadlines import Change, compare
    from joic_policy.policy import Clause
    from joic_policy.triage import Enquiry

__all__ = [
    "JERSEY",
    "JERSEY_ZONE",
    "POLICY",
    "Acknowledged",
    "Answer",
    "Assigned",
    "CallBackArranged",
    "CallBackAttempted",
    "CallMade",
    "Change",
    "Channel",
    "Clause",
    "Closed",
    "ClosedBecause",
    "Contact",
    "Corrected",
    "Customer",
    "CustomerKind",
    "DataFileError",
    "Days",
    "Deadline",
    "DelayTold",
    "Direction",
    "Duty",
    "Enquiry",
    "Event",
    "FileNoteNotNeeded",
    "FileNoted",
    "Format",
    "FullResponseExpected",
    "HistoryError",
    "Hours",
    "InvalidError",
    "Matter",
    "MatterKind",
    "MessageDelivered",
    "MessageTaken",
    "Needs",
    "OutsideCalendarError",
    "OwedBy",
    "Policy",
    "PolicyError",
    "Received",
    "Reopened",
    "Responded",
    "Seconds",
    "Standard",
    "Status",
    "Statute",
    "StatutoryActDone",
    "Target",
    "Triaged",
    "UnknownClauseError",
    "Weeks",
    "Withdrawn",
    "WorkingDayCalendar",
    "WorkingDays",
    "clause",
    "compare",
    "contact_from",
    "deadlines",
    "triage",
]

__getattr__, __dir__ = found_later(
    __name__,
    __all__,
    {
        "contacts": (
            "Acknowledged",
            "Answer",
            "Assigned",
            "CallBackArranged",
            "CallBackAttempted",
            "CallMade",
            "Closed",
            "ClosedBecause",
            "DelayTold",
            "FileNoted",
            "FileNoteNotNeeded",
            "FullResponseExpected",
            "MessageDelivered",
            "MessageTaken",
            "Reopened",
            "Responded",
            "StatutoryActDone",
            "Triaged",
        ),
        "deadlines": ("Change", "compare"),
        "policy": ("Clause",),
        "triage": ("Enquiry",),
    },
)
