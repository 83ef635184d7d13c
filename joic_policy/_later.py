"""Names that a package has without loading them: each is imported when it is first asked for.

A first deadline needs a handful of classes; to make all the others too would double its time.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

__all__ = ["found_later"]


def found_later(
    package: str, public: Sequence[str], homes: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package that finds names in its modules, as {module: names}."""

    def __getattr__(name: str) -> Any:  # noqa: N807  # it becomes the package's own
        for module, names in homes.items():
            if name in names:
                return getattr(import_module(f"{package}.{module}"), name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    def __dir__() -> list[str]:  # noqa: N807  # as above
        return list(public)

    return __getattr__, __dir__
