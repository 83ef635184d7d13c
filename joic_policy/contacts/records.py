"""Events as plain JSON values, and back, strictly: nothing is coerced, guessed or passed over.

Import it where it is needed: it brings in cattrs, for which a first deadline need not wait.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, get_args
from uuid import UUID

from attrs import has
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from joic_policy._fields import Choice
from joic_policy.contacts import EVENTS, Corrected, Event, Withdrawn
from joic_policy.errors import InvalidError

__all__ = ["event_from", "record_of"]

_TAG = "event"
_CLASSES = {kind.__name__: kind for kind in EVENTS}
_MENDED = {name: kind for name, kind in _CLASSES.items() if not issubclass(kind, Corrected | Withdrawn)}


def record_of(event: Event) -> dict[str, Any]:
    """Every field of an event, with the name of its class as `event`: what `json.dumps` takes as it is."""
    return {_TAG: type(event).__name__, **_CONVERTER.unstructure(event)}


def event_from(record: object, *, also: tuple[type[Event], ...] = ()) -> Event:
    """The event of a record. A field with a default may be left out, but never the id: it is the identity.

    `also` are event classes beyond those of a contact.

    Raises:
        InvalidError: Something in it is missing, unknown, of another type or impossible; `field` is the path
            to the first such thing.
    """
    try:
        return _event(record, _CLASSES | {kind.__name__: kind for kind in also} if also else _CLASSES)
    except (BaseValidationError, InvalidError) as error:
        raise _refusal(error, "") from None


def _event(record: object, classes: Mapping[str, type[Event]]) -> Event:
    fields = _table(record)
    tag = fields.pop(_TAG, None)
    if not isinstance(tag, str) or tag not in classes:
        raise InvalidError(_TAG, tag, f"one of: {', '.join(classes)}")
    if "id" not in fields:
        raise InvalidError("id", None, "a UUID (nothing is there)")
    event: Event = _CONVERTER.structure(fields, classes[tag])
    return event


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidError("", value, "fields by name")
    return dict(value)


def _text(value: object, kind: type[str]) -> str:
    """Text, or a choice from a closed set, which is a kind of text."""
    if issubclass(kind, Choice) and value not in tuple(kind):
        raise InvalidError("", value, f"one of: {', '.join(kind)}")
    if not isinstance(value, str):
        raise InvalidError("", value, "text")
    return kind(value)


def _flag(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise InvalidError("", value, "true or false")
    return value


def _number(value: object, _: object) -> int:
    if type(value) is not int:
        raise InvalidError("", value, "a whole number")
    return value


def _written(reads: Callable[[str], Any], expected: str, *, exact: bool) -> Callable[[object, object], Any]:
    """What JSON has only text for; where `exact`, in the one way in which it is written here."""

    def read(value: object, _: object) -> Any:
        try:
            found = reads(value) if isinstance(value, str) else None
        except ValueError:
            found = None
        if found is None or (exact and str(found) != value):
            raise InvalidError("", value, expected)
        return found

    return read


def _fields_by_name(kind: type) -> Callable[[object, Any], Any]:
    structure: Callable[[dict[str, Any], Any], Any] = make_dict_structure_fn(kind, _CONVERTER)
    return lambda value, given: structure(_table(value), given)


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _list(kind: Any) -> Callable[[object, Any], Any]:
    item = get_args(kind)[0]

    def read(value: object, _: object) -> Any:
        if not isinstance(value, list):
            raise InvalidError("", value, "a list")
        return tuple(_CONVERTER.structure(value, list[item]))  # type: ignore[valid-type]  # the class is known only here

    return read


def _strict() -> Converter:
    converter = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    for kind, read in (
        (str, _text),
        (bool, _flag),
        (int, _number),
        (date, _written(date.fromisoformat, "a day like 2026-12-18", exact=True)),
        (
            datetime,
            _written(datetime.fromisoformat, "an instant like 2026-12-18T09:30:00+00:00", exact=False),
        ),
        (UUID, _written(UUID, "a UUID in lower case, with its dashes", exact=True)),
    ):
        converter.register_structure_hook(kind, read)
    converter.register_structure_hook_factory(has, _fields_by_name)
    converter.register_structure_hook_factory(_is_tuple, _list)
    converter.register_structure_hook_func(
        lambda kind: kind is Event, lambda record, _: _event(record, _MENDED)
    )
    converter.register_unstructure_hook_func(lambda kind: kind is Event, record_of)
    for kind in (date, datetime):
        converter.register_unstructure_hook(kind, kind.isoformat)
    converter.register_unstructure_hook(UUID, str)
    converter.register_unstructure_hook(Choice, str.__str__)
    return converter


def _refusal(error: Exception, path: str) -> InvalidError:
    """The first thing that was wrong, and the way to it."""
    for note in getattr(error, "__notes__", ()):
        match note:
            case AttributeValidationNote(name=name):
                path += f".{name}"
            case IterableValidationNote(index=index):
                path += f"[{index}]"
    match error:
        case BaseValidationError(exceptions=[first, *_]):
            return _refusal(first, path)
        case ForbiddenExtraKeysError(extra_fields=unknown):
            name = min(unknown, key=str)
            return InvalidError(f"{path}.{name}".lstrip("."), name, "no such field here")
        case KeyError():
            return InvalidError(path.lstrip("."), None, "something (nothing is there)")
        case InvalidError():
            where = f"{path}.{error.field}".strip(".") or "(the whole record)"
            return InvalidError(where, error.given, error.expected)
    raise error


_CONVERTER = _strict()
