"""`python -m app`: the application on this machine, for a browser on this machine."""

import argparse

from app.server import listening, serve

__all__ = ["main"]


def main() -> None:
    """Serve until stopped; a port that cannot be had is said in one line, with exit 2."""
    parser = argparse.ArgumentParser(
        prog="python -m app", description="The customer contact policy, in a browser."
    )
    parser.add_argument(
        "--port", type=int, default=8501, help="on 127.0.0.1 (default: 8501); 0: any free one"
    )
    port = parser.parse_args().port
    try:
        bound = listening(port)
    except (OSError, OverflowError) as error:
        parser.error(f"port {port} cannot be had ({error}); choose another with --port")
    with bound:
        host, port = bound.getsockname()
        print(f"Open http://{host}:{port} in a browser on this machine. Ctrl+C ends it.", flush=True)
        serve(bound)


if __name__ == "__main__":
    main()
