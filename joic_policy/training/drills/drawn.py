"""What comes of drawing a drill."""

from attrs import frozen

from joic_policy.contacts import Channel, CustomerKind
from joic_policy.training.task import Task

__all__ = ["Drawn"]


@frozen(kw_only=True)
class Drawn:
    """Where it came in and from whom, what is told, and what is asked."""

    channel: Channel
    customer: CustomerKind
    story: tuple[str, ...]
    tasks: tuple[Task, ...]
