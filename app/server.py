"""How the application is served: every setting, on loopback but for training, with no other host asked."""

import base64
import gc
import hashlib
import logging
import os
import re
import secrets
import socket
import traceback
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
import uvicorn
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.bootstrap import load_config_options

__all__ = ["listening", "serve"]

_HERE = Path(__file__).parent
_LOOPBACK = "127.0.0.1"
_SCRIPTS = ("keys.js", "log.js", "practise.js", "who.js")
_CLOSED = re.compile(r"/_stcore/(metrics|agent)")
#: What training mode answers: its two pages, what the front end is made of, and what a trainer takes along.
_TRAINING = re.compile(
    r"/|/train|/favicon\.png|/practise\.js|/static/.+|/media/\w+\.\w+|/_stcore/(health|host-config|stream)"
)
_LOG = logging.getLogger(__name__)


def listening(port: int, host: str = _LOOPBACK) -> socket.socket:
    """A socket that waits for browsers; port 0 takes any free one. `host` is an address of this machine.

    Its protocol is named, so that asyncio sends each message at once. `st.App.run` leaves it unnamed, and
    every rerun then waits some 40 ms for the browser to acknowledge the one before.

    Raises:
        OSError: The port is taken, or the address is none of this machine.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name != "nt")
        bound.bind((host, port))
        bound.listen()
    except OSError:
        bound.close()
        raise
    return bound


def serve(
    bound: socket.socket, *, script: Path = _HERE / "main.py", host: str = _LOOPBACK, training: bool = False
) -> None:
    """Serve the application on a socket until stopped; `script` is the frame that each window runs.

    `host` is what browsers call this machine. For `training`, everything else is closed.
    """
    hosts = [host, "localhost"] if host == _LOOPBACK else [host]
    load_config_options(_settings(bound.getsockname()[1], hosts))
    config = uvicorn.Config(
        _application(script, hosts, training=training),
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        access_log=False,  # addresses may hold answers
        log_level="warning",
    )
    uvicorn.Server(config).run(sockets=[bound])


def _settings(port: int, hosts: list[str]) -> dict[str, Any]:
    """Every setting that differs from Streamlit's own, so that no file on the machine has a say."""
    return {
        "browser.gatherUsageStats": False,
        "browser.serverAddress": hosts[0],
        "client.disableDataExport": True,
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "client.toolbarMode": "minimal",
        "global.disableWidgetStateDuplicationWarning": True,  # a second scenario follows the first on purpose
        "runner.magicEnabled": False,
        "runner.postScriptGC": False,  # a full collection after every rerun costs more than the rerun
        "server.address": hosts[0],
        "server.allowedHosts": hosts,
        "server.enableAgentApi": False,
        "server.enableStaticServing": False,
        "server.fileWatcherType": "none",
        "server.headless": True,
        "server.maxUploadSize": 10,
        "server.port": port,
        "server.runOnSave": False,
        "server.showEmailPrompt": False,
        "theme.base": str(_HERE / "theme.toml"),
    }


def _application(script: Path, hosts: list[str], *, training: bool) -> st.App:
    return st.App(
        script,
        lifespan=_lifespan,
        routes=[Route("/favicon.png", _favicon), *(Route(f"/{name}", _script) for name in _SCRIPTS)],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts),
            Middleware(_Guard, headers=_headers(), training=training),
        ],
        on_script_error=_tell,
    )


@asynccontextmanager
async def _lifespan(_: st.App) -> AsyncIterator[None]:
    gc.collect()
    gc.freeze()  # what start-up made stays for good: collections need not look at it again
    yield


async def _favicon(_: object) -> FileResponse:
    return FileResponse(_HERE / "favicon.svg", media_type="image/svg+xml")


async def _script(request: Request) -> FileResponse:
    return FileResponse(_HERE / "widgets" / request.url.path.strip("/"), media_type="text/javascript")


def _tell(error: Exception) -> bool:
    """Give a reference on the page, and where it went wrong in the log: an error's words may name people."""
    reference = secrets.token_hex(4).upper()
    where = "".join(traceback.format_tb(error.__traceback__))
    _LOG.error("%s %s\n%s", reference, type(error).__name__, where)
    st.error(f"Something went wrong on this page. Nothing you typed is lost. Reference: {reference}")
    return True


def _headers() -> Mapping[str, str]:
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline)
    scripts = " ".join(f"'sha256-{digest}'" for digest in digests)
    return {
        "Content-Security-Policy": "; ".join(
            (
                "default-src 'self'",
                f"script-src 'self' {scripts}",
                "style-src 'self' 'unsafe-inline'",  # the front end writes its styles into the page
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            )
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def _is_from_elsewhere(scope: Scope) -> bool:
    """Whether a page of another host opens a websocket here."""
    headers = Headers(scope=scope)
    return "origin" in headers and urlsplit(headers["origin"]).netloc != headers.get("host")


async def _refused(_: Scope, receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close", "code": 1008})


class _Guard:
    """Adds the headers to every answer, and answers for what nobody here needs as if it did not exist."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str], *, training: bool) -> None:
        self._app = app
        self._training = training
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            # Streamlit asks another host for the address of this machine before it refuses such a page.
            app = _refused if scope["type"] == "websocket" and _is_from_elsewhere(scope) else self._app
            await app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._headers]
            await send(message)

        app = PlainTextResponse("Not found", status_code=404) if self._is_closed(scope["path"]) else self._app
        await app(scope, receive, send_guarded)

    def _is_closed(self, path: str) -> bool:
        return bool(_CLOSED.match(path)) or (self._training and not _TRAINING.fullmatch(path))
