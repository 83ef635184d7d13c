"""What is handed out: the library alone, whole, and able to answer."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from joic_policy.policy import POLICY

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, folder], cwd=ROOT, check=True, capture_output=True)  # noqa: S603  # our own command
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_library_with_its_data_and_nothing_else(wheel: Path) -> None:
    """Neither the application nor the tests; every file of the library; the licence."""
    held = set(ZipFile(wheel).namelist())
    library = ROOT / "joic_policy"
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in library.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    others = {name for name in held if not name.startswith("joic_policy/")}

    assert held - others == wanted
    assert "joic_policy/py.typed" in held
    assert all(name.startswith("joic_policy-") for name in others)
    assert any(name.endswith("licenses/LICENSE") for name in others)


def test_the_wheel_answers_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Its data files are found where it was installed."""
    ZipFile(wheel).extractall(tmp_path)
    asked = (
        "import sys; sys.path.insert(0, sys.argv[1]); from joic_policy import policy; found = policy.POLICY;"
        "print(policy.__file__.startswith(sys.argv[1]), len(found.clauses), len(found.unsaid))"
    )
    told = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-I", "-c", asked, str(tmp_path)], check=True, capture_output=True, text=True
    )

    assert told.stdout.split() == ["True", str(len(POLICY.clauses)), str(len(POLICY.unsaid))]
