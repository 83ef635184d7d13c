"""Find, through the frame."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from app.wiring import AS_OF_KEY
from joic_policy import Closed, Customer, Event
from joic_policy.contacts import Transferred
from joic_policy.register import OFFICE, Actor, ContactDesk, Role, StaffListed
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import a_letter

HOSTILE = "<b>Bea</b> [x](http://x.example) :tiger: =1+1"
PERSON, KEPT = "What we hold of a person", "Kept long enough"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is `NOW`."""
    at_the_time(NOW, monkeypatch)


def the_desk() -> ContactDesk:
    """A desk on the register that the application opens."""
    return ContactDesk(wiring.register(), actor=Actor.alone("Ann"), clock=lambda: NOW)


def recorded(*events: Event, name: str = "Zoë Le Sueur", **facts: object) -> None:
    """Record a letter, and what happened to it."""
    letter = a_letter(customer=Customer(name=name), **facts)
    for version, event in enumerate((letter, *events)):
        the_desk().record(letter.id, event, expecting=version)


def listed(**roles: Role) -> None:
    """Put staff on the list."""
    for version, (name, role) in enumerate(roles.items()):
        the_desk().record(OFFICE, StaffListed(happened_at=NOW, name=name, roles=(role,)), expecting=version)


def finding(words: str, way: str = "") -> AppTest:
    """The page with a search."""
    frame = opened("find")
    if way:
        frame.radio(key="find.way").set_value(way).run()
    return frame.text_input(key="find.words").set_value(words).run()


def links(frame: AppTest) -> list[str]:
    """The ways to contacts, as they read."""
    return [link.proto.label.replace("\\", "") for link in frame.main.get("page_link")]


def told(frame: AppTest) -> str:
    """All text that the page puts together itself."""
    return "\n".join(part.proto.body for part in frame.main.get("html"))


def test_contacts_are_found_the_newest_first() -> None:
    """By the beginnings of words, and by number; each says how it stands."""
    recorded(Closed(happened_at=NOW, by="Ann", because="duplicate"), subject="Cameras")
    recorded(owner="Bea")
    recorded(name="John")

    frame = finding("zoe sueu")

    assert links(frame) == ["2: Zoë Le Sueur", "1: Zoë Le Sueur"]
    assert "Closed on Tuesday 24 November 2026" in told(frame)
    assert "Bea" in told(frame)
    assert links(finding("3")) == ["3: John"]
    assert not frame.query_params.get("find.words")


def test_nothing_is_said_of_nothing_found() -> None:
    """But what one may try."""
    assert links(opened("find")) == []
    assert "No contact has all of these. Try fewer words, or the beginning of one." in [
        part.value for part in finding("nobody").main.markdown
    ]


def test_what_is_found_has_pages() -> None:
    """Fifty at a time, on to the older and back."""
    for _ in range(52):
        recorded()
    frame = finding("zoe")
    first = links(frame)

    frame.button(key="find.older").click().run()
    assert (len(first), links(frame)) == (50, ["2: Zoë Le Sueur", "1: Zoë Le Sueur"])
    frame.button(key="find.newer").click().run()
    assert links(frame) == first


def test_all_of_a_file_are_found() -> None:
    """The oldest first; a file among those found can be chosen, any other typed."""
    recorded(file="F/1")
    recorded(file="F/1", name="John")
    recorded(file="F/2")

    frame = finding("john")
    assert frame.selectbox(key="find.file").options == ["F/1"]
    frame.selectbox(key="find.file").set_value("F/1").run()

    assert links(frame) == ["2: John", "1: Zoë Le Sueur", "2: John"]


def test_what_is_held_of_a_person_is_gathered_as_a_draft() -> None:
    """Of the contacts that somebody says are theirs, over several searches."""
    recorded(subject="My file")
    recorded(name="Z. Lesueur", subject="Again")
    frame = finding("zoe", PERSON)
    frame.multiselect(key="find.person").set_value([1]).run()
    frame.text_input(key="find.words").set_value("lesueur").run()
    frame.multiselect(key="find.person").set_value([1, 2]).run()

    assert not frame.exception
    assert "A draft of 4 texts, 0 of them marked." in frame.main.warning[0].value
    assert all(text in told(frame) for text in ("My file", "Again", "somebody else may be in it"))
    assert [button.proto.label for button in frame.main.get("download_button")] == [
        "Draft as text",
        "Draft as CSV",
    ]


def test_what_is_closed_to_somebody_is_gathered_by_a_colleague() -> None:
    """Whoever has a conflict of interest reads nothing of it."""
    listed(Ann=Role.TEAM_MANAGER, Bea=Role.TEAM_MANAGER)
    recorded(Transferred(happened_at=NOW, owner="Bea", because="conflict_of_interest", by="Ann"), file="F/1")

    frame = finding("1", PERSON)
    frame.multiselect(key="find.person").set_value([1]).run()

    assert [error.value for error in frame.main.error] == [
        "One of these is closed to you: a colleague has to gather this."
    ]
    assert "Sueur" not in told(frame) + "".join(links(frame))


def test_what_was_kept_long_enough_is_listed() -> None:
    """As of the day chosen; nothing is removed by looking."""
    recorded(Closed(happened_at=NOW, by="Ann", because="duplicate"))
    frame = opened("find")
    frame.radio(key="find.way").set_value(KEPT).run()
    frame.button(key="find.list_kept").click().run()
    assert links(frame) == []

    frame.date_input(key=AS_OF_KEY).set_value(date(2040, 1, 2)).run()
    frame.button(key="find.list_kept").click().run()

    assert links(frame) == ["1: Zoë Le Sueur"]
    assert "Kept long enough by Monday 2 January 2040: 1" in [part.value for part in frame.main.markdown]


def test_who_may_not_is_told_who_may() -> None:
    """Staff find contacts, a manager gathers what is held, an administrator reviews what is kept."""
    listed(Bea=Role.ADMINISTRATOR, Ann=Role.STAFF)
    recorded()

    frame = finding("zoe")
    assert links(frame) == ["1: Zoë Le Sueur"]
    for way, words in ((PERSON, "gather what we hold of a person"), (KEPT, "review what has been kept")):
        frame.radio(key="find.way").set_value(way).run()
        assert words in frame.main.info[0].value
        assert links(frame) == []
    administrator = opened("find", who="Bea")
    assert "may see contacts" in administrator.main.info[0].value
    administrator.radio(key="find.way").set_value(KEPT).run()
    assert not administrator.main.info


@pytest.mark.parametrize("way", ["A contact or a file", PERSON])
def test_what_people_typed_is_shown_as_text(way: str) -> None:
    """No markup of theirs is markup here; searching for it is safe."""
    recorded(name=HOSTILE, subject=HOSTILE, owner=HOSTILE, file=HOSTILE)

    frame = finding(HOSTILE, way)
    if way == PERSON:
        frame.multiselect(key="find.person").set_value([1]).run()
    else:
        frame.selectbox(key="find.file").set_value(HOSTILE).run()

    assert not frame.exception
    assert "<b>Bea" not in told(frame)
    assert "&lt;b&gt;Bea" in told(frame)
    assert all("\\<b\\>" in link.proto.label for link in frame.main.get("page_link"))


def test_a_register_out_of_reach_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, and the page stands."""
    monkeypatch.setenv("JOIC_REGISTER_URL", "mysql://nowhere")

    frame = opened("find")

    assert not frame.exception
    assert any("try again when it can be reached" in error.value for error in frame.main.error)
