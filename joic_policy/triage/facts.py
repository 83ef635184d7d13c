"""What can be answered in triage: the closed sets. Their words are in `questions.toml`.

The members of each set are exactly the options of its question, in this order.
"""

from joic_policy._fields import Choice

__all__ = [
    "ActingBy",
    "AnythingElse",
    "BreachBy",
    "Business",
    "ConcernGround",
    "DecisionAbout",
    "Feedback",
    "FoiStage",
    "ForWhom",
    "Ground",
    "Holder",
    "Language",
    "Nothing",
    "Outside",
    "Raised",
    "RecordedAs",
    "RefusalReason",
    "RequestPart",
    "Review",
    "Risk",
    "Sure",
    "Topic",
    "Wish",
]


class Sure(Choice):
    """Yes, no, or an honest third answer."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Topic(Choice):
    """What an enquiry is about, as far as it can be told at once."""

    CONCERN = "concern"
    OWN_INFORMATION = "own_information"
    PUBLIC_INFORMATION = "public_information"
    BREACH = "breach"
    ADVICE = "advice"
    REGISTRATION = "registration"
    ABOUT_US = "about_us"
    EXISTING = "existing"
    BUSINESS = "business"
    NOTHING = "nothing"
    OUTSIDE = "outside"
    NOT_SURE = "not_sure"


class Risk(Choice):
    """Whether anyone may come to harm. Everything but none means that step 1 is not advised."""

    NONE = "none"
    NOW = "now"
    BY_CONTACT = "by_contact"
    NOT_SURE = "not_sure"


class ForWhom(Choice):
    """Whose information it is, which is what article 19 turns on (CMP-1)."""

    SELF = "self"
    SOMEONE_ELSE = "someone_else"
    IN_CONFIDENCE = "in_confidence"
    ORGANISATION = "organisation"
    NOT_SURE = "not_sure"


class ActingBy(Choice):
    """What lets a representative act."""

    WRITTEN_CONSENT = "written_consent"
    PARENTAL_RESPONSIBILITY = "parental_responsibility"
    AUTHORITY_FOR_ADULT = "authority_for_adult"
    NOTHING_YET = "nothing_yet"
    PERSON_HAS_DIED = "person_has_died"
    NOT_SURE = "not_sure"


class Holder(Choice):
    """Who has, or used, the information."""

    JERSEY = "jersey"
    UNITED_KINGDOM = "united_kingdom"
    GUERNSEY = "guernsey"
    ELSEWHERE = "elsewhere"
    PRIVATE_PERSON = "private_person"
    OFFICE = "office"
    NOT_SURE = "not_sure"


class Raised(Choice):
    """What came of raising it with the organisation (INF-1, CMP-4, CON-3)."""

    NOT_YET = "not_yet"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    PART = "part"
    UNHAPPY = "unhappy"
    NOT_SURE = "not_sure"


class Wish(Choice):
    """What the customer would like from us; to talk is also for whoever has not decided (INF-3)."""

    TALK = "talk"
    ASK_AGAIN = "ask_again"
    COMPLAIN = "complain"
    SETTLE = "settle"


class Ground(Choice):
    """Grounds of a complaint; something else is one too (CMP-3)."""

    OUTSIDE_LAW = "outside_law"
    BREACHED_OR_SHARED = "breached_or_shared"
    RIGHTS = "rights"
    SOMETHING_ELSE = "something_else"


class ConcernGround(Choice):
    """Grounds of a concern with an organisation; something else is one too (CON-2)."""

    INSECURE = "insecure"
    INACCURATE = "inaccurate"
    DISCLOSED = "disclosed"
    KEPT_TOO_LONG = "kept_too_long"
    OTHER_PURPOSE = "other_purpose"
    SOMETHING_ELSE = "something_else"


class FoiStage(Choice):
    """How far a request for public information has come."""

    NEW = "new"
    NO_ANSWER = "no_answer"
    PART = "part"
    REFUSED = "refused"
    NOT_SURE = "not_sure"


class RequestPart(Choice):
    """What a request needs (FOI-4)."""

    IN_WRITING = "in_writing"
    FULL_NAME = "full_name"
    CONTACT_ADDRESS = "contact_address"
    CLEAR_DESCRIPTION = "clear_description"


class RecordedAs(Choice):
    """How information may be recorded (FOI-3)."""

    DOCUMENT = "document"
    COMPUTER_FILE = "computer_file"
    LETTER = "letter"
    EMAIL = "email"
    PHOTOGRAPH = "photograph"
    SOUND = "sound"
    VIDEO = "video"
    OTHERWISE = "otherwise"
    NOT_RECORDED = "not_recorded"


class RefusalReason(Choice):
    """Why a request was refused: the policy's five (FOI-6), those of the law beside them, and none."""

    ALREADY_AVAILABLE = "already_available"
    PERSONAL = "personal"
    NOT_HELD = "not_held"
    UNSUITABLE = "unsuitable"
    OTHER_LEGISLATION = "other_legislation"
    COST = "cost"
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"
    OTHER = "other"
    NONE_GIVEN = "none_given"


class Review(Choice):
    """How far the authority's own review has come."""

    NONE = "none"
    WAITING = "waiting"
    ANSWERED = "answered"
    NOT_SURE = "not_sure"


class BreachBy(Choice):
    """Who tells of a personal data breach, and whose breach it is."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"
    OFFICE = "office"
    AFFECTED_PERSON = "affected_person"
    NOT_SURE = "not_sure"


class Feedback(Choice):
    """What is said about us: four kinds of feedback (MOR-2), and two that have a law of their own."""

    DISSATISFACTION = "dissatisfaction"
    SUGGESTION = "suggestion"
    COMPLIMENT = "compliment"
    COMPLAINT = "complaint"
    DECISION = "decision"
    PERSONAL_DATA = "personal_data"
    NOT_SURE = "not_sure"


class DecisionAbout(Choice):
    """What a decision of ours was about; each kind has its own way on."""

    COMPLAINT = "complaint"
    FOI = "foi"
    OTHER = "other"
    NOT_SURE = "not_sure"


class Business(Choice):
    """Other business of the Office."""

    PRESS = "press"
    POLICE = "police"
    COURT = "court"
    SUPPLIER = "supplier"
    ORGANISATION_ANSWERING = "organisation_answering"
    OTHER = "other"
    NOT_SURE = "not_sure"


class Nothing(Choice):
    """Why a message needs no answer."""

    THANKS = "thanks"
    COPY = "copy"
    NEWSLETTER = "newsletter"
    AUTOMATIC_REPLY = "automatic_reply"
    SPAM = "spam"
    MISDIRECTED = "misdirected"


class Outside(Choice):
    """What lies outside our remit, by who is often meant instead."""

    FINANCIAL_COMPLAINT = "financial_complaint"
    FINANCIAL_REGULATION = "financial_regulation"
    EMPLOYMENT = "employment"
    CRIME = "crime"
    SOMETHING_ELSE = "something_else"
    NOT_SURE = "not_sure"


class Language(Choice):
    """The language in which a customer asked to be answered (WRI-2)."""

    ENGLISH = "english"
    FRENCH = "french"
    PORTUGUESE = "portuguese"
    POLISH = "polish"
    ROMANIAN = "romanian"
    OTHER = "other"


class AnythingElse(Choice):
    """Whether the same message asks for something more."""

    YES = "yes"
    NO = "no"
