"""The target of a formal response and its revisions (WRI-12)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from joic_policy.contacts import DelayTold

__all__ = ["Target", "in_force", "targets"]


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
    first_on: date, notices: "tuple[tuple[datetime, DelayTold], ...]", *, told_by: Callable[[date], datetime]
) -> tuple[Target, ...]:
    """The first target and each revision, in the order told.

    `notices` come with the instant at which each counts; `told_by` is the last instant at which a notice
    about a target is in time. A revision is in time if the target in force had not passed untold, which no
    later notice can mend, and if it moves that target on.
    """
    chain = [Target(on=first_on)]
    for told_at, notice in sorted(notices, key=itemgetter(0)):
        on = in_force(chain).on
        in_time = on < notice.revised_on and told_at <= told_by(on)
        chain.append(
            Target(on=notice.revised_on, told_at=told_at, by=notice.by, why=notice.why, in_time=in_time)
        )
    return tuple(chain)


def in_force(chain: Sequence[Target]) -> Target:
    """The target that counts: the last one told in time."""
    return next(target for target in reversed(chain) if target.in_time)
