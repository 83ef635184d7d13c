"""What each act is called: to be done, and done. One wording for forms, lists and the history."""

from collections.abc import Mapping

from joic_policy import (
    Acknowledged,
    Assigned,
    CallBackArranged,
    CallBackAttempted,
    CallMade,
    Closed,
    Corrected,
    DelayTold,
    Event,
    FileNoted,
    FileNoteNotNeeded,
    FullResponseExpected,
    MessageDelivered,
    MessageTaken,
    Received,
    Reopened,
    Responded,
    StatutoryActDone,
    Triaged,
    Withdrawn,
)
from joic_policy.contacts import (
    Erased,
    FeedbackActedOn,
    FeedbackGiven,
    HazardFound,
    HolidayHeeded,
    IncidentRecorded,
    LetterSent,
    MistakeCorrected,
    MistakeFound,
    Transferred,
)
from joic_policy.contacts.incidents import ConductFlagged, ConductFlagLifted
from joic_policy.register import HolidayProclaimed, StaffAway, StaffBack, StaffLeft, StaffListed

__all__ = ["DO", "DONE"]

_WORDS: Mapping[type[Event], tuple[str, str]] = {
    Received: ("Log what reached us", "received"),
    CallMade: ("Log a call that we made", "called by us"),
    Triaged: ("Say what it asks", "told what it asks"),
    Assigned: ("Give it to somebody", "given to somebody"),
    Acknowledged: ("Acknowledge it", "acknowledged"),
    FullResponseExpected: ("Respond in full soon, instead of acknowledging", "full response expected"),
    DelayTold: ("Tell the customer of a delay", "told of a delay"),
    Responded: ("Respond", "responded"),
    FileNoted: ("Put a note on the file", "note put on the file"),
    FileNoteNotNeeded: ("Decide that no file note is needed", "no file note needed"),
    MessageTaken: ("Take a message for a colleague", "message taken"),
    MessageDelivered: ("Deliver a message", "message delivered"),
    CallBackArranged: ("Promise a call back", "call back promised"),
    CallBackAttempted: ("Call back", "call back tried"),
    StatutoryActDone: ("Do what the law asks", "done by law"),
    LetterSent: ("Send something in writing", "sent in writing"),
    Transferred: ("Pass it on to a colleague", "passed on"),
    IncidentRecorded: ("Record abuse", "abuse recorded"),
    HazardFound: ("Record a hazard or an injury", "hazard found"),
    ConductFlagged: ("Flag how the customer behaved", "conduct flagged"),
    ConductFlagLifted: ("Lift a flag on conduct", "flag on conduct lifted"),
    MistakeFound: ("Record a mistake of ours", "our mistake found"),
    MistakeCorrected: ("Put our mistake right", "our mistake put right"),
    FeedbackGiven: ("Record feedback", "feedback given"),
    FeedbackActedOn: ("Say what was done about feedback", "feedback acted on"),
    HolidayHeeded: ("Say whom we told of a new holiday", "new holiday heeded"),
    Closed: ("Close it", "closed"),
    Reopened: ("Open it again", "opened again"),
    Corrected: ("Correct something recorded", "corrected"),
    Withdrawn: ("Withdraw something recorded", "withdrawn"),
    Erased: ("Erase what is personal", "personal details erased"),
    StaffListed: ("List a colleague", "colleague listed"),
    StaffLeft: ("Say that a colleague has left", "colleague left"),
    StaffAway: ("Say that a colleague is away", "colleague away"),
    StaffBack: ("Say that a colleague is back", "colleague back"),
    HolidayProclaimed: ("Proclaim a holiday", "holiday proclaimed"),
}

#: Each act as something to do.
DO: Mapping[type[Event], str] = {kind: words[0] for kind, words in _WORDS.items()}

#: Each act as something that was done.
DONE: Mapping[type[Event], str] = {kind: words[1] for kind, words in _WORDS.items()}
