"""`python -m app`: the application on this machine, for a browser on this machine."""

import argparse

from app.server import application, settings

__all__ = ["main"]


def main() -> None:
    """Serve until stopped (Ctrl+C)."""
    parser = argparse.ArgumentParser(
        prog="python -m app", description="The Office's customer contact policy, in a browser."
    )
    parser.add_argument(
        "--port", type=int, default=8501, help="the port on 127.0.0.1; 0 takes any free one (default: 8501)"
    )
    application().run(config=settings(parser.parse_args().port))


if __name__ == "__main__":
    main()
