"""The staff list, and what can be new about it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import streamlit as st

from app import wiring
from app.forms.staff import Told, as_listed, away, listing
from app.tables.permissions import ROLES
from app.tables.staff import ColleagueRow, away_words
from app.tables.timeline import words_of
from app.tables.words import plain
from app.widgets.absence import absence
from app.widgets.drafts import DraftFields
from app.widgets.markup import Html, element
from app.widgets.office import sent, sent_at, unsent
from app.widgets.permitted import permitted
from joic_policy import Event
from joic_policy.register import (
    OFFICE,
    ContactDesk,
    Deed,
    OfficeState,
    Role,
    StaffAway,
    StaffBack,
    StaffLeft,
    StaffListed,
    Wanted,
)

__all__ = ["staff_list", "what_is_new"]

_LOOK = Path(__file__).with_name("staff.css")


def staff_list(rows: Iterable[ColleagueRow]) -> None:
    """Draw everybody."""
    st.html(_LOOK)
    st.html(element("div", *map(_colleague, rows), class_="people"))


def what_is_new(desk: ContactDesk) -> None:
    """Draw the choice of what is new, and its form."""
    office = desk.office
    offered = {"Add a colleague": _add}
    if office.staff:
        offered |= {
            "Change what is listed": _change,
            "Somebody is away": _away,
            "Somebody is back": _back,
            "Somebody has left": _left,
        }
    chosen = st.radio("What is new", list(offered), key="staff.what", persist_state="session")
    offered[chosen or "Add a colleague"](desk, office)


def _add(desk: ContactDesk, office: OfficeState) -> None:
    if not permitted(desk.actor, StaffListed.__name__):
        return
    fields = DraftFields("staff", of="new")
    fields.begin({"name": "" if office.staff else desk.actor.name, "roles": [str(_first_role(office))]})
    if not office.staff:
        st.write("Begin with yourself, in a role that may change this list.")
    fields.text("name", "Name", "First and last name")
    _details(fields, tuple(office.staff))
    me = desk.actor.name
    _send(desk, fields, lambda at: listing(fields.raw, id=fields.id, at=at, office=office, me=me))


def _change(desk: ContactDesk, office: OfficeState) -> None:
    name = permitted(desk.actor, StaffListed.__name__) and _who("change", office.staff)
    if not name:
        return
    fields = DraftFields("staff", of=f"change.{_key(name)}")
    fields.begin(as_listed(office.staff[name], office.roles[name]))
    _details(fields, tuple(each for each in office.staff if each != name))
    _send(desk, fields, lambda at: listing(fields.raw, id=fields.id, at=at, office=office, changing=name))


def _away(desk: ContactDesk, office: OfficeState) -> None:
    name = permitted(desk.actor, StaffAway.__name__) and _who("away", office.staff)
    if not name:
        return
    fields = DraftFields("staff", of=f"away.{_key(name)}")
    answer = absence(fields, office.staff[name], office.staff.values())
    if desk.actor.may(Deed.SEE_CONTACTS):
        _theirs(desk, name)
    _send(desk, fields, lambda at: away(answer, name=name, id=fields.id, at=at))


def _back(desk: ContactDesk, office: OfficeState) -> None:
    gone = [name for name, each in office.staff.items() if each.away_from]
    if not permitted(desk.actor, StaffBack.__name__):
        return
    if not gone:
        st.write("Nobody on the list is away.")
        return
    name = _who("back", gone)
    if name:
        st.write(plain(away_words(office.staff[name], wiring.today()) or "They were away."))
        fields = DraftFields("staff", of=f"back.{_key(name)}")
        _send(desk, fields, lambda at: Told(event=StaffBack(id=fields.id, happened_at=at, name=name)))


def _left(desk: ContactDesk, office: OfficeState) -> None:
    name = permitted(desk.actor, StaffLeft.__name__) and _who("left", office.staff)
    if not name:
        return
    if desk.actor.may(Deed.SEE_CONTACTS):
        _theirs(desk, name)
    fields = DraftFields("staff", of=f"left.{_key(name)}")
    _send(desk, fields, lambda at: Told(event=StaffLeft(id=fields.id, happened_at=at, name=name)))


def _first_role(office: OfficeState) -> Role:
    """Whoever begins the list has to be able to go on with it."""
    return Role.STAFF if office.staff else Role.TEAM_MANAGER


def _key(name: str) -> str:
    """A name as it may stand in a key."""
    return uuid5(NAMESPACE_URL, name).hex


def _who(act: str, names: Iterable[str]) -> str | None:
    return st.selectbox(
        "Who",
        sorted(names, key=str.casefold),
        index=None,
        placeholder="A colleague",
        key=f"staff.{act}.who",
        persist_state="session",
    )


def _details(fields: DraftFields, others: tuple[str, ...]) -> None:
    fields.text("team", "Team")
    fields.text("extension", "Extension")
    fields.text("subjects", "Knows about", "cameras, schools")
    fields.text("languages", "Speaks besides English", "French, Portuguese")
    fields.choices("roles", "Roles", {str(role): words for role, words in ROLES.items()}, "At least one")
    fields.name("cover", "Covered by, while away", others)
    fields.keep()


def _theirs(desk: ContactDesk, name: str) -> None:
    owed = sum(desk.counts(Wanted(owners=frozenset({name})), at=wiring.now()).values())
    if owed:
        st.warning(f"Still theirs to do: {owed}. Pass it on from Today, under Whose.", icon=None)


def _send(desk: ContactDesk, fields: DraftFields, read: Callable[..., Told]) -> None:
    """Draw the button, and record what was read once it is pressed."""
    if not st.button("Record it", key=f"staff.record.{fields.id}", type="primary"):
        return
    told = read(sent_at(fields.id))
    fields.tell(told.findings)
    event = told.event
    if event is None:
        unsent(fields.id)
    elif sent(fields.id, lambda expecting: _recorded(desk, fields, event, expecting)):
        st.rerun()


def _recorded(desk: ContactDesk, fields: DraftFields, event: Event, expecting: int) -> str:
    desk.record(OFFICE, event, expecting=expecting)
    fields.done()
    return f"Recorded. {words_of(event)}"


def _colleague(row: ColleagueRow) -> Html:
    away = (element("div", row.away, class_="status"),) if row.away else ()
    return element(
        "section",
        element("h3", row.name),
        element("div", row.roles),
        element("div", row.details),
        *away,
        class_="away" if row.is_away else "",
    )
