"""What is typed after `python -m app`: what cannot be had is one clear line and exit 2."""

from pathlib import Path

import pytest

from app.__main__ import main


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("--host 192.168.1.20", "--host is only for --training"),
        ("--host 127.0.0.1", "--host is only for --training"),
        ("--training --host 0.0.0.0", "name the one address"),
        ("--training --host ::", "name the one address"),
        ("--training --host", "expected one argument"),
        ("--training --host 192.0.2.1 --port 0", "cannot be had at 192.0.2.1"),
        ("--port 99999", "port 99999 cannot be had"),
        ("--training --port 0", "the training store cannot be used"),
    ],
)
def test_what_cannot_be_had_is_one_line(
    typed: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another address than loopback only for training, and one that this machine has; a store of training."""
    file = tmp_path / "other.sqlite"
    file.write_bytes(b"SQLite format 3\0" + bytes(4080))
    monkeypatch.setenv("JOIC_TRAINING_URL", f"sqlite:///{file}")

    with pytest.raises(SystemExit) as ended:
        main(typed.split())

    said = capsys.readouterr()
    assert ended.value.code == 2
    assert told in said.err.splitlines()[-1]
    assert said.out == ""
