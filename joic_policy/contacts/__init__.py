"""Who and what happened: customers, channels, events, and the contact that they come to."""

from typing import TYPE_CHECKING

from joic_policy._later import found_later
from joic_policy.contacts.channels import Channel, Direction
from joic_policy.contacts.contact import Contact
from joic_policy.contacts.customers import Customer, CustomerKind, Format, Needs
from joic_policy.contacts.event import Corrected, Event, Withdrawn
from joic_policy.contacts.fold import contact_from
from joic_policy.contacts.matters import Matter
from joic_policy.contacts.personal import erased, personal, personal_texts
from joic_policy.contacts.receipts import Received

if TYPE_CHECKING:
    from joic_policy.contacts.acts import (
        Acknowledged,
        Answer,
        Assigned,
        CallBackArranged,
        CallBackAttempted,
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
    from joic_policy.contacts.calls_made import CallMade
    from joic_policy.contacts.erasure import Erased
    from joic_policy.contacts.events import EVENTS
    from joic_policy.contacts.feedback import FeedbackActedOn, FeedbackGiven, FeedbackKind
    from joic_policy.contacts.incidents import (
        Abuse,
        ConductFlagged,
        ConductFlagLifted,
        HazardFound,
        IncidentRecorded,
        conduct_flags,
    )
    from joic_policy.contacts.letters_sent import LetterSent
    from joic_policy.contacts.mistakes import MistakeCorrected, MistakeFound
    from joic_policy.contacts.movements import HolidayHeeded, TransferBecause, Transferred

__all__ = [
    "EVENTS",
    "Abuse",
    "Acknowledged",
    "Answer",
    "Assigned",
    "CallBackArranged",
    "CallBackAttempted",
    "CallMade",
    "Channel",
    "Closed",
    "ClosedBecause",
    "ConductFlagLifted",
    "ConductFlagged",
    "Contact",
    "Corrected",
    "Customer",
    "CustomerKind",
    "DelayTold",
    "Direction",
    "Erased",
    "Event",
    "FeedbackActedOn",
    "FeedbackGiven",
    "FeedbackKind",
    "FileNoteNotNeeded",
    "FileNoted",
    "Format",
    "FullResponseExpected",
    "HazardFound",
    "HolidayHeeded",
    "IncidentRecorded",
    "LetterSent",
    "Matter",
    "MessageDelivered",
    "MessageTaken",
    "MistakeCorrected",
    "MistakeFound",
    "Needs",
    "Received",
    "Reopened",
    "Responded",
    "StatutoryActDone",
    "TransferBecause",
    "Transferred",
    "Triaged",
    "Withdrawn",
    "conduct_flags",
    "contact_from",
    "erased",
    "personal",
    "personal_texts",
]

__getattr__, __dir__ = found_later(
    __name__,
    __all__,
    {
        "acts": (
            "Acknowledged",
            "Answer",
            "Assigned",
            "CallBackArranged",
            "CallBackAttempted",
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
        "calls_made": ("CallMade",),
        "erasure": ("Erased",),
        "feedback": ("FeedbackActedOn", "FeedbackGiven", "FeedbackKind"),
        "incidents": (
            "Abuse",
            "ConductFlagLifted",
            "ConductFlagged",
            "HazardFound",
            "IncidentRecorded",
            "conduct_flags",
        ),
        "letters_sent": ("LetterSent",),
        "mistakes": ("MistakeCorrected", "MistakeFound"),
        "movements": ("HolidayHeeded", "TransferBecause", "Transferred"),
        "events": ("EVENTS",),
    },
)
