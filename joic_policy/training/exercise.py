"""What a learner sees: a story, what the person says, and the tasks."""

from attrs import frozen

from joic_policy.contacts import Channel, CustomerKind
from joic_policy.training.task import Task

__all__ = ["LEVELS", "Exercise"]

#: The easiest and the hardest level.
LEVELS = (1, 3)


@frozen(kw_only=True)
class Exercise:
    """One exercise. The `lesson` is shown once it is marked, the rest before.

    `says` is what the person says or writes, blank where nobody does.
    """

    id: str
    title: str
    level: int
    channel: Channel
    customer: CustomerKind
    story: tuple[str, ...]
    says: str = ""
    lesson: str
    tasks: tuple[Task, ...]

    def task(self, task_id: str) -> Task:
        """One of its tasks.

        Raises:
            KeyError: It has no such task.
        """
        for task in self.tasks:
            if task.id == task_id:
                return task
        raise KeyError(task_id)
