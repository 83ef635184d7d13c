"""The target of a formal response and its revisions (WRI-12)."""

from collections.abc import Callable
from datetime import date, datetime

from attrs import field, frozen

from joic_policy.contacts import DelayTold

__all__ = ["Target", "targets"]


@frozen(kw_only=True)
class Target:
    """A day by which the customer was to be answered: the first, or one that they were told of.

    Only a target `in_time` counts as a date; a late one is a promise.
    """

    on: date
    told_at: datetime | None = None
    by: str = ""
    why: str = field(default="", repr=False)
    in_time: bool = True


def targets(
    first_on: date, notices: tuple[tuple[datetime, DelayTold], ...], *, told_by: Callable[[date], datetime]
) -> tuple[Target, ...]:
    """The first target and each revision, in the order told.

    `notices` come with the instant at which each counts; `told_by` is the last instant at which a notice
    about a target is in time. A revision is in time if all before it were, and if it moves the target on.
    """
    chain = [Target(on=first_on)]
    for told_at, notice in notices:
        last = chain[-1]
        in_time = last.in_time and notice.revised_on > last.on and told_at <= told_by(last.on)
        chain.append(
            Target(on=notice.revised_on, told_at=told_at, by=notice.by, why=notice.why, in_time=in_time)
        )
    return tuple(chain)
