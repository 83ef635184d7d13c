"""`python -m app`: the application for a browser on this machine; `--training` for a group's browsers."""

import argparse
import socket
from collections.abc import Sequence
from pathlib import Path

from app.classroom import ClassroomError
from app.server import listening, serve
from app.training_wiring import opened_to_learners

__all__ = ["main"]

_LOOPBACK = "127.0.0.1"
_EVERYWHERE = {"", "0.0.0.0", "::"}  # noqa: S104  # to refuse them
_TRAINING = Path(__file__).with_name("training.py")


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until stopped, by the arguments of the command line if none are given.

    What cannot be had is said in one line, with exit 2.
    """
    parser = _parser()
    typed = parser.parse_args(arguments)
    host = (typed.host or _LOOPBACK).lower()
    if typed.host is not None and not typed.training:
        parser.error("--host is only for --training: the register answers browsers on this machine alone")
    if typed.host in _EVERYWHERE:
        parser.error("--host: name the one address at which learners reach this machine, like 192.168.1.20")
    try:
        bound = listening(typed.port, host)
    except (OSError, OverflowError) as error:
        choose = "an address of this machine with --host, or another port" if typed.host else "another"
        parser.error(f"port {typed.port} cannot be had at {host} ({error}); choose {choose} with --port")
    with bound:
        if typed.training:
            _train(parser, bound, host)
            return
        print(f"Open {_address(bound, host)} in a browser on this machine. Ctrl+C ends it.", flush=True)
        serve(bound)


def _train(parser: argparse.ArgumentParser, bound: socket.socket, host: str) -> None:
    try:
        with opened_to_learners() as (key, code):
            address = _address(bound, host)
            print(f"Learners open   {address}", f"and the code is {code}", sep="\n")
            print(f"The trainer opens {address}/train", f"and the key is    {_parted(key)}", sep="\n")
            print("Training only; the register is not opened. Ctrl+C ends it.", flush=True)
            serve(bound, script=_TRAINING, host=host, training=True)
    except ClassroomError as error:
        parser.error(str(error))


def _address(bound: socket.socket, host: str) -> str:
    return f"http://{host}:{bound.getsockname()[1]}"


def _parted(key: str) -> str:
    return "-".join(key[place : place + 4] for place in range(0, len(key), 4))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m app", description="The customer contact policy, in a browser."
    )
    parser.add_argument("--port", type=int, default=8501, help="default: 8501; 0: any free one")
    parser.add_argument(
        "--training", action="store_true", help="serve training only, which learners join from their browsers"
    )
    parser.add_argument(
        "--host",
        metavar="ADDRESS",
        help="with --training: the address of this machine on the office network (default: 127.0.0.1)",
    )
    return parser


if __name__ == "__main__":
    main()
