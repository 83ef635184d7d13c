"""Names that a package has without loading them: each is imported when it is first asked for.

A first deadline needs a handful of classes; to make all the others too would double its time.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__all__ = ["found_later"]


def found_later(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package that finds names in its modules, as {module: names}."""

    def __getattr__(name: str) -> Any:  # noqa: N807  # it becomes the module's own
        for module, names in homes.items():
            if name in names:
                return getattr(import_module(f"{package}.{module}"), name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return __getattr__
