"""Every class of event that a history can hold."""

from joic_policy.contacts.acts import (
    Acknowledged,
    Assigned,
    CallBackArranged,
    CallBackAttempted,
    Closed,
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
from joic_policy.contacts.event import Corrected, Event, Withdrawn
from joic_policy.contacts.feedback import FeedbackActedOn, FeedbackGiven
from joic_policy.contacts.incidents import (
    ConductFlagged,
    ConductFlagLifted,
    HazardFound,
    IncidentRecorded,
)
from joic_policy.contacts.letters_sent import LetterSent
from joic_policy.contacts.mistakes import MistakeCorrected, MistakeFound
from joic_policy.contacts.movements import HolidayHeeded, Transferred
from joic_policy.contacts.receipts import Received

__all__ = ["EVENTS"]

EVENTS: tuple[type[Event], ...] = (
    Received,
    CallMade,
    Triaged,
    Assigned,
    Acknowledged,
    FullResponseExpected,
    DelayTold,
    Responded,
    FileNoted,
    FileNoteNotNeeded,
    MessageTaken,
    MessageDelivered,
    CallBackArranged,
    CallBackAttempted,
    StatutoryActDone,
    LetterSent,
    Transferred,
    IncidentRecorded,
    ConductFlagged,
    ConductFlagLifted,
    HazardFound,
    MistakeFound,
    MistakeCorrected,
    FeedbackGiven,
    FeedbackActedOn,
    HolidayHeeded,
    Erased,
    Closed,
    Reopened,
    Corrected,
    Withdrawn,
)
