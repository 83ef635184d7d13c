"""What can be owed, by whom, and the kinds of matter that the law attaches duties to."""

from collections.abc import Mapping

from attrs import frozen

from joic_policy._fields import Choice
from joic_policy._table import Table

__all__ = ["Duty", "MatterKind", "OwedBy", "StartsFrom", "Undated", "undated_from"]


class Duty(Choice):
    """One thing owed. The first eight are the policy's; each of the others is an entry of `statutes.toml`."""

    ANSWER_CALL = "answer_call"
    ACKNOWLEDGEMENT = "acknowledgement"
    FORMAL_RESPONSE = "formal_response"
    REPLY = "reply"
    FILE_NOTE = "file_note"
    MESSAGE = "message"
    CALL_BACK = "call_back"
    CORRECTION = "correction"

    QUESTION_ANSWER = "question_answer"
    ARTICLE_19_ACKNOWLEDGEMENT = "article_19_acknowledgement"
    ARTICLE_19_DECISION = "article_19_decision"
    ARTICLE_19_PROGRESS = "article_19_progress"
    ARTICLE_19_APPEAL = "article_19_appeal"
    AMICABLE_RESOLUTION = "amicable_resolution"
    SUBJECT_ACCESS = "subject_access"
    SUBJECT_ACCESS_BY_ORGANISATION = "subject_access_by_organisation"
    BREACH_REPORT = "breach_report"
    OWN_BREACH_REPORT = "own_breach_report"
    FOI_ANSWER = "foi_answer"
    FOI_ANSWER_CEILING = "foi_answer_ceiling"
    FOI_APPEAL = "foi_appeal"
    FOI_SUBMISSIONS = "foi_submissions"
    FOI_COMPLIANCE = "foi_compliance"
    FOI_ROYAL_COURT = "foi_royal_court"

    @property
    def by_law(self) -> bool:
        """Whether a statute sets it, or published practice; else the policy does."""
        return self not in _BY_POLICY


class OwedBy(Choice):
    """Who owes it. Only what the Office owes can be overdue here; the rest stands beside."""

    OFFICE = "office"
    ORGANISATION = "organisation"
    CUSTOMER = "customer"


class MatterKind(Choice):
    """What is asked in a contact, as far as a clause or a statute tells one kind from another."""

    QUESTION = "question"
    CONCERN = "concern"
    ARTICLE_19_COMPLAINT = "article_19_complaint"
    AMICABLE_RESOLUTION = "amicable_resolution"
    INFORMATION_IN_CONFIDENCE = "information_in_confidence"
    BREACH_REPORT = "breach_report"
    OWN_BREACH = "own_breach"
    FOI_REQUEST = "foi_request"
    FOI_APPEAL = "foi_appeal"
    FOI_DECISION = "foi_decision"
    SUBJECT_ACCESS_TO_OFFICE = "subject_access_to_office"
    SUBJECT_ACCESS_TO_ORGANISATION = "subject_access_to_organisation"
    DECISION_DISPUTED = "decision_disputed"
    SERVICE_COMPLAINT = "service_complaint"
    FEEDBACK = "feedback"
    REGISTRATION = "registration"
    OTHER = "other"


class StartsFrom(Choice):
    """The fact from which a statute's period runs; the values are fields of a contact or a matter."""

    RECEIVED_ON = "received_on"
    ASKED_ON = "asked_on"
    ANSWERED_ON = "answered_on"
    AGREED_ON = "agreed_on"
    DECIDED_ON = "decided_on"
    TOLD_ON = "told_on"
    AWARE_AT = "aware_at"

    @property
    def words(self) -> str:
        """How it is said of a period: four weeks from the day of receipt."""
        return _STARTS[self]


@frozen(kw_only=True)
class Undated:
    """A duty to which the policy gives no number: "as soon as possible", or before closing."""

    duty: Duty
    clause_id: str
    title: str


_BY_POLICY = frozenset(
    {
        Duty.ANSWER_CALL,
        Duty.ACKNOWLEDGEMENT,
        Duty.FORMAL_RESPONSE,
        Duty.REPLY,
        Duty.FILE_NOTE,
        Duty.MESSAGE,
        Duty.CALL_BACK,
        Duty.CORRECTION,
    }
)


_STARTS = {
    StartsFrom.RECEIVED_ON: "the day of receipt",
    StartsFrom.ASKED_ON: "the day on which the organisation was asked",
    StartsFrom.ANSWERED_ON: "the day on which the authority answered",
    StartsFrom.AGREED_ON: "the day on which both sides agreed to it",
    StartsFrom.DECIDED_ON: "the day of the decision notice",
    StartsFrom.TOLD_ON: "the day on which the authority was told",
    StartsFrom.AWARE_AT: "the moment of becoming aware",
}


def undated_from(top: Table) -> Mapping[str, Undated]:
    """Every duty of a file, by its name.

    Raises:
        DataFileError: One is missing, unknown or incomplete.
    """
    undated = {}
    for duty in (Duty.REPLY, Duty.FILE_NOTE, Duty.MESSAGE, Duty.CALL_BACK, Duty.CORRECTION):
        table = top.table(duty)
        undated[duty.value] = Undated(duty=duty, clause_id=table.text("clause"), title=table.text("title"))
        table.done()
    top.done()
    return undated
