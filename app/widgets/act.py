"""One act on a contact: its form drawn, kept while it is filled in, and recorded once."""

from collections.abc import Mapping
from uuid import UUID

import streamlit as st
from attrs import frozen

from app import wiring
from app.forms.act_form import ActField, ActForm, Scene, Shape, as_typed
from app.forms.acts import FORMS
from app.forms.guidance import guidance
from app.tables.options import matter_label, option_words
from app.tables.timeline import words_of
from app.widgets.drafts import DraftFields, drafted
from app.widgets.guidance import guided
from app.widgets.recording import Sending, recorded, say_meanwhile
from joic_policy import Event
from joic_policy.register import ContactDesk, Held
from joic_policy.units import day_in_jersey, day_words

__all__ = ["OpenedAct", "Sight", "act", "opened_act"]

_PAGE = "contact"


@frozen(kw_only=True)
class Sight:
    """A contact as it is on the screen, with the desk at which it is worked on."""

    desk: ContactDesk
    held: Held
    number: int

    @property
    def id(self) -> UUID:
        """The contact's own."""
        return self.held.contact.opening.id


@frozen(kw_only=True)
class OpenedAct:
    """Which form of a contact is open: by the name of its event, and the event that it was opened from."""

    number: int
    name: str = ""
    about: UUID | None = None

    def open(self, name: str, about: UUID | None = None) -> None:
        """Open another."""
        st.session_state[f"{_PAGE}.open.{self.number}"] = (name, about)

    def leave(self) -> None:
        """Go back to the next step."""
        self.open("")


def opened_act(sight: Sight) -> OpenedAct:
    """The form that is open; after a reload, the one that the draft in the address is of."""
    key = f"{_PAGE}.open.{sight.number}"
    if key not in st.session_state:
        st.session_state[key] = _of_draft(sight)
    name, about = st.session_state[key]
    return OpenedAct(number=sight.number, name=name, about=about)


def act(sight: Sight, kind: type[Event], about: UUID | None = None) -> bool:
    """Draw the form of an act, opened from an earlier event or not; whether it was recorded just now."""
    form = FORMS[kind]
    scene = _scene(sight, about)
    name = f"{kind.__name__}.{about}" if about else kind.__name__
    fields = DraftFields(_PAGE, of=name, contact=sight.id)
    say_meanwhile(sight.held, fields.id)
    if form.caution:
        st.warning(form.caution, icon=None)
    _drawn(form, scene, fields)
    guided(guidance(form.told(fields.raw, scene, id=fields.id).event, scene.contact))
    refusal = st.container()
    sending = Sending(desk=sight.desk, contact=sight.id, form=form, scene=scene, fields=fields)
    return recorded(sending, refusal)


def _of_draft(sight: Sight) -> tuple[str, UUID | None]:
    draft = drafted(_PAGE, contact=sight.id)
    name, _, about = draft.page.removeprefix(f"{_PAGE}.").partition(".") if draft else ("", "", "")
    return name, UUID(about) if about else None


def _scene(sight: Sight, about: UUID | None) -> Scene:
    return Scene(
        contact=sight.held.contact,
        history=sight.held.history,
        number=sight.number,
        who=sight.desk.actor.name,
        names=tuple(sorted(sight.desk.office.staff)),
        at=wiring.now(),
        about=about,
        policy=sight.desk.policy,
    )


def _drawn(form: ActForm, scene: Scene, fields: DraftFields) -> None:
    """Draw the fields one by one: what is typed in one may bring others. What is seldom told is folded."""
    folded = None
    for each in form.fields(scene, fields.raw):
        fields.begin(as_typed(each))
        if not each.aside:
            _field(each, scene, fields)
            continue
        folded = folded or st.expander("It happened earlier, or somebody else did it")
        with folded:
            _field(each, scene, fields)
    fields.keep()


def _field(each: ActField, scene: Scene, fields: DraftFields) -> None:
    name, label = each.name, each.label or matter_label(each.asked, each.name.rpartition(".")[2])
    match each.shape:
        case Shape.TEXT:
            fields.text(name, label)
        case Shape.LONG_TEXT:
            fields.long_text(name, label)
        case Shape.DAY:
            fields.day(name, label)
        case Shape.MOMENT | Shape.RECEIPT:
            fields.moment(name, label, _clock_label(label))
        case Shape.NUMBER:
            fields.number(name, label, "")
        case Shape.FLAG:
            fields.flag(name, label)
        case Shape.NAME:
            fields.name(name, label, scene.names)
        case Shape.CHOICES:
            fields.choices(name, label, _options(each, scene), "None chosen")
        case Shape.CHOICE | Shape.EARLIER:
            fields.choice(name, label, _options(each, scene), None, "Choose")


def _clock_label(label: str) -> str:
    return f"{label.removesuffix(' on')} at" if label.endswith(" on") else f"{label}: time"


def _options(each: ActField, scene: Scene) -> Mapping[str, str]:
    """What can be chosen; what was chosen before stays among it."""
    if each.shape is Shape.EARLIER:
        return _earlier(each, scene)
    kept = () if each.shape is Shape.CHOICES or each.start in {None, *each.options} else (each.start,)
    return {option: option_words(option, scene.policy) for option in (*each.options, *kept)}


def _earlier(each: ActField, scene: Scene) -> Mapping[str, str]:
    """What came earlier, by its words and its day."""
    events = {recorded.event.id: recorded.event for recorded in scene.history}
    events |= {event.id: event for event in scene.contact.events}
    found: dict[str, str] = {}
    for option in each.options:
        event = events[UUID(option)]
        what, on = words_of(event, events), day_words(day_in_jersey(event.happened_at))
        found[option] = f"{what.removesuffix('.')} ({on})"
    return found
