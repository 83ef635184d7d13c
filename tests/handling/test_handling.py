"""The package as a whole: what it exports, and that nobody pays for it who does not ask."""

import subprocess
import sys

import pytest

import joic_policy.handling


def test_every_public_name_is_there() -> None:
    """Each is found in its module, and a name that is none is refused as usual."""
    public = joic_policy.handling

    assert public.__all__ == sorted(public.__all__)
    assert all(getattr(public, name).__name__ == name for name in public.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = public.nothing


def test_importing_the_library_imports_nothing_of_it() -> None:
    """A first deadline waits for no letter."""
    code = "import sys, joic_policy; print([name for name in sys.modules if '.handling' in name])"

    done = subprocess.run(  # noqa: S603  # this very Python, with a text of ours
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
