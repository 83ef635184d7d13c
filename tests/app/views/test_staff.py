"""Staff, through the frame."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from app import wiring
from joic_policy.register import OFFICE, Actor, ContactDesk, Role, StaffListed
from tests.app.frame import NOW, at_the_time, opened
from tests.desks import a_letter

HOSTILE = "<b>Bea</b> [x](http://x.example) :tiger: =1+1"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is `NOW`."""
    at_the_time(NOW, monkeypatch)


def the_desk() -> ContactDesk:
    """A desk on the register that the application opens."""
    return ContactDesk(wiring.register(), actor=Actor.alone("Ann"), clock=lambda: NOW)


def listed(**roles: Role) -> None:
    """Put staff on the list."""
    for version, (name, role) in enumerate(roles.items()):
        the_desk().record(OFFICE, StaffListed(happened_at=NOW, name=name, roles=(role,)), expecting=version)


def doing(frame: AppTest, what: str, who: str = "") -> AppTest:
    """The form for what is new, about somebody."""
    frame.radio(key="staff.what").set_value(what).run()
    if who:
        next(box for box in frame.main.selectbox if box.label == "Who").set_value(who).run()
    return frame


def recorded(frame: AppTest) -> list[str]:
    """What the page says after its form is sent."""
    next(button for button in frame.main.button if button.label == "Record it").click().run()
    assert not frame.exception
    said = [*frame.main.success, *frame.main.error, *frame.main.warning, *frame.main.info]
    return [part.value.replace("\\", "") for part in said]


def field(frame: AppTest, label: str) -> object:
    """A field of the form by its label."""
    kinds = (frame.main.text_input, frame.main.selectbox, frame.main.multiselect, frame.main.date_input)
    return next(each for kind in kinds for each in kind if each.label == label)


def people(frame: AppTest) -> str:
    """The list as it is drawn."""
    return "\n".join(part.proto.body for part in frame.main.get("html"))


def test_the_first_is_whoever_is_at_work() -> None:
    """Named already, and in a role that may go on with the list."""
    frame = opened("staff")

    assert "Nobody is listed yet: whoever works here may do everything." in [
        part.value for part in frame.main.markdown
    ]
    assert recorded(frame) == ["Recorded. Ann works here."]
    assert the_desk().office.roles == {"Ann": (Role.TEAM_MANAGER,)}


def test_a_colleague_is_added_and_changed() -> None:
    """What is listed stands in the form that changes it, and can be cleared."""
    listed(Ann=Role.TEAM_MANAGER)
    frame = opened("staff")
    for label, value in (("Name", "Zoë"), ("Team", "East"), ("Covered by, while away", "Ann")):
        field(frame, label).set_value(value)  # type: ignore[attr-defined]  # whatever field it is

    assert recorded(frame) == ["Recorded. Zoë, East works here. Ann covers for them."]

    doing(frame, "Change what is listed", "Zoë")
    assert field(frame, "Team").value == "East"  # type: ignore[attr-defined]  # as above
    field(frame, "Covered by, while away").set_value(None)  # type: ignore[attr-defined]  # as above
    assert recorded(frame) == ["Recorded. Zoë, East works here."]
    assert the_desk().office.staff["Zoë"].cover == ""
    assert "Zoë" in people(frame)


def test_somebody_is_away_and_back() -> None:
    """What is still theirs to do is said before they go."""
    listed(Ann=Role.TEAM_MANAGER, Bea=Role.STAFF)
    letter = a_letter(owner="Bea")
    the_desk().record(letter.id, letter, expecting=0)
    frame = doing(opened("staff"), "Somebody is back")
    assert "Nobody on the list is away." in [part.value for part in frame.main.markdown]

    doing(frame, "Somebody is away", "Bea")
    assert any("Still theirs to do: 2" in warning.value for warning in frame.main.warning)
    assert any("Nobody of the same team is there" in part.value for part in frame.main.markdown)
    field(frame, "Back on, if known").set_value(date(2026, 11, 28)).run()  # type: ignore[attr-defined]  # as above
    assert any("is needed\\: 4 working days away" in part.value for part in frame.main.markdown)
    said = recorded(frame)

    assert said[0] == "Recorded. Bea is away from Tuesday 24 November 2026 until Friday 27 November 2026."
    assert "Away to Friday 27 November 2026; nobody covers" in people(frame)
    assert recorded(doing(frame, "Somebody is back", "Bea")) == ["Recorded. Bea is back."]
    assert "Away" not in people(frame)


def test_nobody_is_locked_out() -> None:
    """The last who may change the list does not leave it; what is refused is said."""
    listed(Ann=Role.TEAM_MANAGER, Bea=Role.STAFF, Cy=Role.STAFF)
    frame = doing(opened("staff"), "Somebody has left", "Ann")

    (said,) = recorded(frame)

    assert "expected somebody on the staff list who may change it: administrator or team manager" in said
    assert recorded(doing(frame, "Somebody has left", "Cy")) == ["Recorded. Cy no longer works here."]


def test_what_is_wrong_is_said_and_what_was_typed_stays() -> None:
    """Under its field."""
    listed(Ann=Role.TEAM_MANAGER)
    frame = opened("staff")
    field(frame, "Name").set_value("ann")  # type: ignore[attr-defined]  # whatever field it is

    assert recorded(frame) == ["Ann is on the list already: choose them above to change it."]
    assert field(frame, "Name").value == "ann"  # type: ignore[attr-defined]  # as above


def test_somebody_else_was_first() -> None:
    """What they recorded is said; pressed again, both are on the list."""
    listed(Ann=Role.TEAM_MANAGER)
    frame = opened("staff")
    field(frame, "Name").set_value("Bea").run()  # type: ignore[attr-defined]  # whatever field it is
    the_desk().record(OFFICE, StaffListed(happened_at=NOW, name="Cy"), expecting=1)

    (said,) = recorded(frame)
    assert "somebody else was first" in said
    assert "Cy works here" in said

    assert recorded(frame) == ["Recorded. Bea works here."]
    assert set(the_desk().office.staff) == {"Ann", "Bea", "Cy"}


def test_who_may_not_is_told_who_may() -> None:
    """Staff read the list and say who is away; a stranger reads nothing."""
    listed(Bea=Role.TEAM_MANAGER, Ann=Role.STAFF)

    staff, stranger = opened("staff"), opened("staff", who="Mallory")

    assert [info.value.replace("\\", "") for info in staff.main.info] == [
        "Only team manager or administrator may change the staff list. On the staff list, Ann is: staff."
    ]
    assert "Bea" in people(staff)
    assert not doing(staff, "Somebody is away", "Bea").main.info
    assert "Only staff, team manager" in stranger.main.info[0].value
    assert "Bea" not in people(stranger)
    assert not stranger.main.radio


def test_what_people_typed_is_shown_as_text() -> None:
    """No markup of theirs is markup here."""
    listed(**{HOSTILE: Role.TEAM_MANAGER})

    frame = doing(opened("staff", who=HOSTILE), "Change what is listed", HOSTILE)

    assert not frame.exception
    assert "&lt;b&gt;Bea" in people(frame)
    assert "<b>Bea" not in people(frame)


def test_a_register_out_of_reach_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, and the page stands."""
    monkeypatch.setenv("JOIC_REGISTER_URL", "mysql://nowhere")

    frame = opened("staff")

    assert not frame.exception
    assert any("try again when it can be reached" in error.value for error in frame.main.error)
