"""`python -m app.store`: verify the register, back it up while in use, restore a copy, sweep its files."""

import argparse
import sys
from pathlib import Path

from app.store.copies import backed_up, restored
from app.store.opening import opened, opened_to_look, register_url
from app.store.sweeping import sweep
from app.store.verifying import Verified, verified
from joic_policy.errors import RegisterError

_WRONG, _REFUSED = 1, 2


def main(arguments: list[str] | None = None) -> int:
    """0 when all is well, 1 when the history is not whole, 2 when it could not be looked at."""
    parser = argparse.ArgumentParser(prog="python -m app.store", description=__doc__)
    parser.add_argument("--url", help="the register, if not the usual one")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("verify", help="recompute the whole history and name what does not fit")
    for name, words in (("backup", "copy the register into a new file"), ("restore", "put a copy in place")):
        commands.add_parser(name, help=words).add_argument("file", type=Path)
    commands.add_parser("sweep", help="have what was erased leave the files of the database as well")
    given = parser.parse_args(arguments)
    try:
        url = given.url or register_url()
        match given.command:
            case "backup":
                found = backed_up(url, given.file)
            case "restore":
                found = restored(url, given.file)
            case "sweep":
                return _swept(url)
            case _:
                found = verified(opened_to_look(url))
    except RegisterError as error:
        print(error, file=sys.stderr)
        return _REFUSED
    return _told(found)


def _swept(url: str) -> int:
    opened_to_look(url).dispose()
    sweep(opened(url), whole=True)
    print("What was erased or dropped has left the files of the register.")
    return 0


def _told(found: Verified) -> int:
    for fault in found.faults:
        print(fault, file=sys.stderr)
    whole = "is not whole" if found.faults else "is whole"
    print(f"The history of {found.links} events {whole}. Its last hash: {found.head}")
    return _WRONG if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
