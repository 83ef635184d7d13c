"""A window without a browser: Streamlit's own messages over its websocket, so that many are light."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

__all__ = ["Wire", "wired"]

_WAIT = 60


@contextmanager
def wired(address: str, *, page: str = "", query: str = "", origin: str | None = None) -> Iterator["Wire"]:
    """A window on the first page, unless it asks for another."""
    with connect(
        f"ws://{urlsplit(address).netloc}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        origin=Origin(origin) if origin else None,
        compression=None,
        max_size=None,
        open_timeout=_WAIT,
    ) as socket:
        yield Wire(socket, page, query)


class Wire:
    """The fields, the buttons and the HTML that a window was told to draw."""

    def __init__(self, socket: ClientConnection, page: str, query: str) -> None:
        self._socket, self._page, self._query = socket, page, query
        self._states: dict[str, WidgetState] = {}
        self.drawn: list[Any] = []
        self._run()

    @property
    def html(self) -> str:
        """All HTML of the page."""
        return " ".join(each.html.body for each in self.drawn if each.WhichOneof("type") == "html")

    def labels(self, kind: str) -> list[str]:
        """The labels of the fields or buttons of a kind."""
        return [getattr(each, kind).label for each in self._of(kind)]

    def type(self, label: str, text: str) -> None:
        """Type into a field; it is sent with the next press."""
        self._state("text_input", label).string_value = text

    def pick_first(self) -> None:
        """Choose the first of what can be chosen."""
        radio = next(iter(self._of("radio")), None)
        if radio is not None:
            self._of_id(radio.radio.id).string_value = radio.radio.options[0]
        else:
            self._of_id(next(iter(self._of("checkbox"))).checkbox.id).bool_value = True

    def press(self, label: str) -> None:
        """Press a button, and wait until the page stands again."""
        found = self._state("button", label)
        found.trigger_value = True
        self._run()
        self._states.pop(found.id)

    def _of(self, kind: str) -> list[Any]:
        return [each for each in self.drawn if each.WhichOneof("type") == kind]

    def _state(self, kind: str, label: str) -> WidgetState:
        ids = [getattr(each, kind).id for each in self._of(kind) if getattr(each, kind).label == label]
        assert ids, f"no {kind} {label!r} among {self.labels(kind)}"
        return self._of_id(ids[0])

    def _of_id(self, widget: str) -> WidgetState:
        return self._states.setdefault(widget, WidgetState(id=widget))

    def _run(self) -> None:
        """Have the script run, and keep what the last run of it drew."""
        asked = BackMsg()
        asked.rerun_script.page_name, asked.rerun_script.query_string = self._page, self._query
        asked.rerun_script.widget_states.widgets.extend(self._states.values())
        self._socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg.FromString(self._bytes())
            match told.WhichOneof("type"):
                case "new_session":
                    self.drawn = []
                case "page_info_changed":
                    self._query = told.page_info_changed.query_string
                case "delta" if told.delta.WhichOneof("type") == "new_element":
                    self.drawn.append(told.delta.new_element)
                case "script_finished" if told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return

    def _bytes(self) -> bytes:
        received = self._socket.recv(timeout=_WAIT)
        assert isinstance(received, bytes)
        return received
