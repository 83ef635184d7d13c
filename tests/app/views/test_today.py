"""Today, through the frame."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from app.wiring import AS_OF_KEY
from joic_policy import Channel, Customer, Event
from joic_policy.contacts import MessageTaken, MistakeFound
from joic_policy.register import OFFICE, Actor, ContactDesk, Role, StaffAway, StaffListed
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import a_letter

HOSTILE = "<b>Bea</b> [x](http://x.example) :tiger: $x$ \u202e=1+1"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is `NOW`."""
    at_the_time(NOW, monkeypatch)


def the_desk() -> ContactDesk:
    """A desk on the register that the application opens."""
    return ContactDesk(wiring.register(), actor=Actor.alone("Ann"), clock=lambda: NOW)


def recorded(*events: Event, **facts: object) -> None:
    """Record a letter, and what happened to it."""
    letter = a_letter(**facts)
    for version, event in enumerate((letter, *events)):
        the_desk().record(letter.id, event, expecting=version)


def listed(*staff: StaffListed | StaffAway) -> None:
    """Put staff on the list."""
    before = len(wiring.register().history(OFFICE))
    for version, event in enumerate(staff, before):
        the_desk().record(OFFICE, event, expecting=version)


def links(frame: AppTest) -> list[str]:
    """The ways to other pages, as they read."""
    return [link.proto.label.replace("\\", "") for link in frame.main.get("page_link")]


def told(frame: AppTest) -> str:
    """All text that the page puts together itself."""
    return "\n".join(part.proto.body for part in frame.main.get("html"))


def test_an_empty_register_says_where_to_begin() -> None:
    """The first screen that anybody sees is friendly, and leads on."""
    frame = opened("today")

    assert not frame.exception
    assert frame.subheader[0].value == "Nothing is recorded yet"
    assert links(frame) == ["Log the first contact", "Triage a call or a letter", "Say who works here"]


def test_what_is_owed_stands_soonest_first() -> None:
    """Whom it concerns, what, by when, how far off, whose it is, how it stands; each leads to its contact."""
    recorded(owner="Bea", subject="Cameras")

    frame = opened("today")

    assert links(frame) == ["1: Zoë Le Sueur, Harbour Ltd"] * 2
    acknowledge, respond = (part for part in told(frame).split("listed ")[1:])
    for words in (
        "Acknowledge",
        "Cameras",
        "Thursday 26 November 2026",
        "(in 2 working days)",
        "Bea",
        "Waiting",
    ):
        assert words in acknowledge
    assert "Monday 14 December 2026" in respond
    queries = {link.proto.query_string for link in frame.main.get("page_link")}
    assert queries == {"number=1"}


def test_counts_are_filters() -> None:
    """How many stand how, and on a choice only those; whatever is overlooked is one press away."""
    recorded(owner="Ann")
    recorded(MistakeFound(happened_at=NOW, what="Sent twice"), received_on=date(2026, 11, 2))
    recorded(MessageTaken(happened_at=NOW, recipient="Bea", text="Ring"), channel=Channel.TELEPHONE)

    frame = opened("today")

    assert [caption.strip("*") for caption in frame.radio[0].proto.captions] == ["7", "2", "0", "5", "0"]
    buttons = {button.key: button for button in frame.button}
    assert buttons["today.see.Nobody's yet"].label == "Nobody's yet: 5"
    assert buttons["today.see.Messages to pass on"].label == "Messages to pass on: 1"

    frame.radio(key="today.status").set_value("overdue").run()
    assert len(links(frame)) == 2

    buttons["today.see.Our mistakes to put right"].click().run()
    assert len(links(frame)) == 1
    assert frame.selectbox(key="today.duty").value == "correction"
    assert "**Narrowed down by 1 of 6**" in [each.label for each in frame.expander]

    frame.button(key="today.see.all").click().run()
    frame.selectbox(key="today.whose").set_value("mine").run()
    assert links(frame) == ["1: Zoë Le Sueur, Harbour Ltd"] * 2


def test_a_long_queue_has_pages() -> None:
    """Fifty lines at a time, on and back; another choice begins at the front."""
    for _ in range(30):
        recorded()
    frame = opened("today")
    first = links(frame)

    frame.button(key="today.next").click().run()
    second = links(frame)

    assert (len(first), len(second)) == (50, 10)
    assert "51 to 60" in [part.value for part in frame.main.markdown]
    frame.button(key="today.previous").click().run()
    assert links(frame) == first
    frame.button(key="today.next").click().run()
    frame.selectbox(key="today.channel").set_value(Channel.LETTER).run()
    assert links(frame) == first


def test_what_falls_due_for_whoever_is_away_is_said() -> None:
    """Above the queue, since nobody else would see it."""
    listed(
        StaffListed(happened_at=NOW, name="Ann", roles=(Role.TEAM_MANAGER,)),
        StaffListed(happened_at=NOW, name="Bea", team="East"),
        StaffAway(happened_at=NOW, name="Bea", from_on=date(2026, 11, 24)),
    )
    recorded(owner="Bea")
    recorded(owner="Ann")

    frame = opened("today")

    assert "**Falls due while its owner is away: 2**" in [each.label for each in frame.expander]
    frame.selectbox(key="today.team").set_value("East").run()
    assert len(links(frame)) == 2 + 2


def test_another_day_is_judged_and_said() -> None:
    """As it will stand, or stood; and what that leaves out."""
    recorded()
    frame = opened("today")
    frame.date_input(key=AS_OF_KEY).set_value(date(2026, 12, 1)).run()

    assert "as it will stand at the end of Tuesday 1 December 2026" in frame.main.markdown[0].value
    assert [caption.strip("*") for caption in frame.radio[0].proto.captions] == ["2", "1", "0", "1", "0"]


def test_what_was_not_saved_is_remembered() -> None:
    """By whom it was begun, and nobody else."""
    drafts = wiring.register().drafts
    for name, body in (("Ann", {"subject": "Half"}), ("Bea", {"subject": "Other"})):
        drafts.keep(uuid4(), page="log", actor=name, body=body, at=NOW - timedelta(minutes=5))

    assert "You began to log a contact and did not save: go on" in links(opened("today"))


def test_a_search_goes_to_its_page() -> None:
    """What is typed is looked for there, and stands in no address."""
    recorded()
    frame = opened("today")
    frame.text_input(key="today.words").set_value("zoe")
    next(button for button in frame.button if button.label == "Find").click().run()

    assert frame.title[0].value == "Find"
    assert not frame.query_params


def test_whoever_may_not_see_contacts_is_told_who_may() -> None:
    """Nothing of any contact is drawn."""
    listed(
        StaffListed(happened_at=NOW, name="Bea", roles=(Role.ADMINISTRATOR,)),
        StaffListed(happened_at=NOW, name="Ann", roles=(Role.TRAINER,)),
    )
    recorded()

    frame = opened("today")

    assert [info.value.replace("\\", "") for info in frame.main.info] == [
        "Only staff, team manager or senior management may see contacts. On the staff list, Ann is: trainer."
    ]
    assert links(frame) == []


def test_what_people_typed_is_shown_as_text() -> None:
    """No markup of theirs is markup here."""
    recorded(customer=Customer(name=HOSTILE), subject=HOSTILE, owner=HOSTILE)

    frame = opened("today")

    assert not frame.exception
    assert "<b>Bea" not in told(frame)
    assert "&lt;b&gt;Bea" in told(frame)
    assert all("\\<b\\>" in link.proto.label for link in frame.main.get("page_link"))


def test_a_register_out_of_reach_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, and the page stands."""
    monkeypatch.setenv("JOIC_REGISTER_URL", "mysql://nowhere")

    frame = opened("today")

    assert not frame.exception
    assert any("try again when it can be reached" in error.value for error in frame.main.error)
