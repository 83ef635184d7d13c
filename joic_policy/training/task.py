"""One thing that a learner is asked, and the key to it, which the library works out when it is asked for."""

from abc import ABC, abstractmethod
from typing import ClassVar

from attrs import frozen

from joic_policy._fields import Choice
from joic_policy.deadlines import Deadline
from joic_policy.training.words import words
from joic_policy.triage import Kind, Option

__all__ = ["Asks", "Key", "Line", "Subject", "Task"]


class Asks(Choice):
    """What can be asked of a learner. Their wording is in `tasks.toml`."""

    ROUTE = "route"
    SECOND_ROUTE = "second_route"
    QUESTIONS = "questions"
    BESIDE = "beside"
    MISSING = "missing"
    WORDS = "words"
    CHECK_WITH = "check_with"
    DUTIES = "duties"
    OWED_BY = "owed_by"
    DUE_ON = "due_on"
    DUE_AT = "due_at"
    STANDING = "standing"
    TOLD_IN_TIME = "told_in_time"
    RING = "ring"
    GREETING = "greeting"
    TRANSFER = "transfer"
    TRANSFER_TO = "transfer_to"
    SAY = "say"
    MESSAGE = "message"
    SPEAKER = "speaker"
    LETTER = "letter"
    SENDING = "sending"
    SENTENCES = "sentences"
    REPLY_NEEDED = "reply_needed"
    REPLY = "reply"
    CONDUCT = "conduct"
    INCIDENT = "incident"
    CLOSING = "closing"
    HAZARD = "hazard"
    MISTAKE = "mistake"


@frozen(kw_only=True)
class Line:
    """One option: whether it belongs to the answer, why, and by which clauses."""

    option: Option
    right: bool
    why: str = ""
    clause_ids: tuple[str, ...] = ()


@frozen(kw_only=True)
class Key:
    """The right answer and what it rests on.

    `right` are the values of the options that belong to it; a day stands as in ISO 8601. `lines` are all
    options, in a neutral order. `why` is the derivation; where the answer is a date, `deadline` is what it
    was taken from.
    """

    right: tuple[str, ...]
    lines: tuple[Line, ...]
    why: tuple[str, ...] = ()
    clause_ids: tuple[str, ...] = ()
    deadline: Deadline | None = None

    @property
    def cited(self) -> tuple[str, ...]:
        """Every clause that the answer rests on, each once."""
        of_lines = (clause_id for line in self.lines if line.right for clause_id in line.clause_ids)
        return tuple(dict.fromkeys((*self.clause_ids, *of_lines)))


class Subject(ABC):
    """The facts that a task turns on. What follows from them is not kept: the library answers each time."""

    asks: ClassVar[Asks]
    kind: ClassVar[Kind] = Kind.SEVERAL

    @property
    def about(self) -> str:
        """What the wording of the task names, such as the duty whose date is asked."""
        return ""

    @property
    def exhibit(self) -> str:
        """What there is to look at besides the story, such as a letter; several lines of plain text."""
        return ""

    @abstractmethod
    def key(self) -> Key:
        """The right answer."""

    def parted(self, given: tuple[str, ...]) -> str:  # noqa: ARG002  # most lines say by themselves why
        """Where the reasoning of a wrong answer left the right one; blank where the lines say it all."""
        return ""


@frozen(kw_only=True)
class Task:
    """One thing asked. `id` is unique in its exercise.

    `kind` says how it is answered: `ONE` or `SEVERAL` of the options, or a `DAY`, whose one option is that
    there is no date.
    """

    id: str
    subject: Subject

    @property
    def asks(self) -> Asks:
        """What is asked."""
        return self.subject.asks

    @property
    def kind(self) -> Kind:
        """How it is answered."""
        return self.subject.kind

    @property
    def wording(self) -> str:
        """The task in words."""
        return words().asks[self.asks].replace("{about}", self.subject.about)

    @property
    def exhibit(self) -> str:
        """What there is to look at besides the story, such as a letter; blank where there is nothing."""
        return self.subject.exhibit

    @property
    def hint(self) -> str:
        """How it is answered, in words."""
        return words().hints[self.kind]

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen, in an order that tells nothing."""
        return tuple(line.option for line in self.subject.key().lines)

    @property
    def key(self) -> Key:
        """The right answer, worked out now."""
        return self.subject.key()
