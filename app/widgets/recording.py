"""Recording what a form tells: once, on the version that was seen, with nothing typed lost."""

from collections.abc import Iterable
from uuid import UUID

import streamlit as st
from attrs import evolve, frozen
from streamlit.delta_generator import DeltaGenerator

from app.forms.act_form import HAPPENED, ActForm, Scene
from app.forms.findings import FieldFinding, Findings
from app.tables.timeline import words_of
from app.tables.words import plain
from app.widgets.done import note_done
from app.widgets.drafts import DraftFields
from app.widgets.refusals import say_refusal, since_words
from joic_policy import Corrected, Event, InvalidError, OutsideCalendarError, PolicyError
from joic_policy.errors import RegisterError, StaleVersionError
from joic_policy.register import ContactDesk, Held

__all__ = ["Sending", "recorded", "say_meanwhile"]

_SHOWN = "contact.form"


@frozen(kw_only=True)
class Sending:
    """A form that was drawn, and where what it tells is to be recorded."""

    desk: ContactDesk
    contact: UUID
    form: ActForm
    scene: Scene
    fields: DraftFields

    @property
    def seen(self) -> str:
        """Where the version is kept that the person has seen."""
        return f"contact.seen.{self.fields.id}"

    @property
    def at(self) -> str:
        """Where the instant is kept at which it was sent first: sent twice, it is the same event."""
        return f"contact.at.{self.fields.id}"

    @property
    def pressed(self) -> str:
        """Where it is kept that it was sent once: from then on, what is wrong is said."""
        return f"contact.pressed.{self.fields.id}"


def say_meanwhile(held: Held, form: UUID) -> None:
    """Say what was recorded by others since this form came on the screen."""
    if st.session_state.get(_SHOWN) != form:
        st.session_state[_SHOWN] = form
        st.session_state[f"contact.begun.{form}"] = held.version
        st.session_state[f"contact.seen.{form}"] = held.version
    since = held.history[st.session_state[f"contact.begun.{form}"] :]
    if since:
        st.warning(f"Recorded since you began:\n\n{since_words(since)}", icon=None)


def recorded(sending: Sending, refusal: DeltaGenerator) -> bool:
    """Draw the button, and record when it is pressed; whether that was done. Else `refusal` says why not."""
    pressed = st.button(
        sending.form.button, key=f"contact.record.{sending.fields.id}", type="primary", width="stretch"
    )
    if not (pressed or st.session_state.get(sending.pressed)):
        return False
    st.session_state[sending.pressed] = True
    at = st.session_state.get(sending.at, sending.scene.at)
    if pressed:
        st.session_state[sending.at] = at
    told = sending.form.told(sending.fields.raw, evolve(sending.scene, at=at), id=sending.fields.id)
    with refusal:
        _tell(sending, told.findings)
        if pressed and told.event:
            return _sent(sending, told.event)
    if pressed:
        st.session_state.pop(sending.at, None)
    return False


def _sent(sending: Sending, event: Event) -> bool:
    """Whether it is recorded now. Only what the register could not write keeps its instant for the retry."""
    try:
        sending.desk.record(sending.contact, event, expecting=st.session_state[sending.seen])
        sending.fields.done()
    except RegisterError as error:
        say_refusal(error)
        return False
    except (InvalidError, OutsideCalendarError) as error:
        _tell(sending, _refused(sending, event, error))
    except PolicyError as error:
        if isinstance(error, StaleVersionError):
            st.session_state[sending.seen] = error.version
        say_refusal(error)
    else:
        note_done("contact", f"Recorded: {words_of(event)}")
        return True
    st.session_state.pop(sending.at, None)
    return False


def _refused(sending: Sending, event: Event, error: PolicyError) -> list[FieldFinding]:
    """What the register refuses, said of the field that it is about."""
    prefix = f"{event.of}." if isinstance(event, Corrected) else ""
    names = {name.removeprefix(prefix): name for name in sending.fields.raw}
    findings = Findings(sending.fields.raw.keys())
    with findings.about(next(iter(sending.fields.raw)), {**names, "happened_at": f"{prefix}{HAPPENED.name}"}):
        raise error
    return findings.found


def _tell(sending: Sending, findings: Iterable[FieldFinding]) -> None:
    """Say what is wrong under its field; of a field that is folded, here."""
    folded = {each.name for each in sending.form.fields(sending.scene, sending.fields.raw) if each.aside}
    for finding in findings:
        if finding.field.removesuffix(".time") in folded:
            label = sending.fields.label(finding.field)
            st.error(f"{plain(label)}: {plain(finding.message)}", icon=None)
        else:
            sending.fields.tell([finding])
