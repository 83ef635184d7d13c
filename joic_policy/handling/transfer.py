"""What to do with a call: deal with it, transfer it, or help and take a message (TEL-3 to TEL-7)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache

from attrs import field, frozen

from joic_policy._fields import Choice, all_are, in_utc, is_flag, is_instant, is_text, names
from joic_policy._table import Table
from joic_policy.contacts import TransferBecause
from joic_policy.handling.disclosure import safe_sentences
from joic_policy.handling.staff import Colleague, is_same_name, team_of
from joic_policy.policy.texts import cited
from joic_policy.units import day_in_jersey

__all__ = ["Call", "Decision", "NextStep", "decision"]


class NextStep(Choice):
    """What to do with a call."""

    DEAL_WITH_IT = "deal_with_it"
    TRANSFER = "transfer"
    HELP_OR_MESSAGE = "help_or_message"
    TAKE_MESSAGE = "take_message"


@frozen(kw_only=True)
class Call:
    """A call as who answered it sees it.

    `asked_for` is the person whom the caller asks for, blank if nobody. `informed` says that who answered has
    the information, `subject` what it is about, `not_free` who cannot take a call just now though they are
    not away.
    """

    at: datetime = field(converter=in_utc, validator=is_instant)
    answered_by: str = field(validator=names("the name of who answered"))
    asked_for: str = field(default="", validator=is_text)
    informed: bool = field(default=True, validator=is_flag)
    subject: str = field(default="", validator=is_text)
    not_free: tuple[str, ...] = field(default=(), validator=all_are(str))


@frozen(kw_only=True)
class Decision:
    """What to do, why, and by which clauses; `to` are those who can take the call, the likeliest first.

    `because` is the reason for which a transfer is recorded. `say` is safe to say to the caller.
    """

    step: NextStep
    why: str
    clause_ids: tuple[str, ...]
    to: tuple[Colleague, ...] = ()
    because: TransferBecause | None = None
    say: tuple[str, ...] = ()


def decision(call: Call, staff: Iterable[Colleague]) -> Decision:
    """What to do with a call, from the staff list."""
    listed = tuple(staff)
    if call.asked_for.strip():
        return _for_person(call, listed)
    if call.informed:
        return _decision("deal", call)
    to = tuple(each for each in listed if _knows(each, call.subject) and _is_there(each, call))
    if to:
        return _decision("information", call, to=to, because=TransferBecause.INFORMATION_LACKING)
    return _decision("nobody_knows", call, say=("message", "call_back"))


def _for_person(call: Call, staff: tuple[Colleague, ...]) -> Decision:
    if is_same_name(call.asked_for, call.answered_by):
        return _decision("yourself", call)
    person = next((each for each in staff if is_same_name(each.name, call.asked_for)), None)
    if person is None:
        return _decision("not_listed", call, say=("message", "call_back"))
    if person.away_on(day_in_jersey(call.at)):
        return _on_leave(call, person, staff)
    if _is_there(person, call):
        return _decision("person", call, to=(person,), because=TransferBecause.PERSON_ASKED_FOR)
    return _decision("not_free", call, say=("not_free", "message", "call_back", "voicemail"))


def _on_leave(call: Call, person: Colleague, staff: tuple[Colleague, ...]) -> Decision:
    team = team_of(person, staff)
    if call.informed and any(is_same_name(each.name, call.answered_by) for each in team):
        return _decision("same_team", call)
    to = tuple(each for each in team if _is_there(each, call))
    if to:
        return _decision("team", call, to=to, because=TransferBecause.ON_LEAVE, say=("on_leave",))
    return _decision("nobody_of_team", call, say=("not_free", "message", "call_back", "voicemail"))


def _is_there(colleague: Colleague, call: Call) -> bool:
    """Whether a call can be put through to somebody: another person, not away, and free."""
    elsewhere = (call.answered_by, *call.not_free)
    return not colleague.away_on(day_in_jersey(call.at)) and not any(
        is_same_name(colleague.name, name) for name in elsewhere
    )


def _knows(colleague: Colleague, subject: str) -> bool:
    return any(is_same_name(subject, known) for known in colleague.subjects)


def _decision(
    reason: str,
    call: Call,
    *,
    to: tuple[Colleague, ...] = (),
    because: TransferBecause | None = None,
    say: tuple[str, ...] = (),
) -> Decision:
    step, why, clause_ids = _reasons()[reason]
    name = call.asked_for.strip()
    return Decision(
        step=step,
        why=why.replace("{to}", to[0].name if to else "").replace("{name}", name),
        clause_ids=clause_ids,
        to=to,
        because=because,
        say=tuple(safe_sentences().sentence(key, name) for key in say),
    )


@cache
def _reasons() -> Mapping[str, tuple[NextStep, str, tuple[str, ...]]]:
    reasons = {}
    for table in Table.beside(__file__, "transfer.toml"):
        clause_ids = table.texts("clauses", at_least=1)
        for clause_id in clause_ids:
            cited(table, "clauses", clause_id)
        reasons[table.name] = table.one_of("step", NextStep), table.text("why"), clause_ids
        table.done()
    return reasons
