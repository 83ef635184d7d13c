"""Being away: whether a reply is needed, what it says, and who takes the calls."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import JERSEY, POLICY, InvalidError, WorkingDays
from joic_policy.handling import (
    Absence,
    Colleague,
    ContactPoint,
    automatic_reply,
    faults,
    reply_findings,
    telephone_cover,
)
from tests.naive import DAY, working_days_between
from tests.strategies import days

FRIDAY = date(2026, 12, 4)
POINT = ContactPoint(name="Ann Le Brun", telephone="01534 716530", email="ann@example.org")


def away(first_on: date, days_away: int) -> Absence:
    """Away for some calendar days."""
    return Absence(first_on=first_on, back_on=first_on + timedelta(days=days_away))


class TestNeeded:
    """Whether a reply is needed."""

    @pytest.mark.clause("WRI-9")
    @settings(deadline=None)
    @given(days(), st.integers(1, 40), st.integers(1, 5))
    def test_is_needed_beyond_the_limit_counted_day_by_day(self, first_on: date, n: int, limit: int) -> None:
        """More working days away than the policy's number; weekends and holidays do not count."""
        policy = POLICY.with_standard(POLICY.standards["absence_without_reply"].amended(WorkingDays(limit)))
        missed = working_days_between(first_on - DAY, first_on + (n - 1) * DAY, JERSEY.holidays)

        reply = automatic_reply(away(first_on, n), POINT, policy=policy)

        assert (reply.away, reply.needed, reply.limit) == (missed, missed > limit, WorkingDays(limit))

    @pytest.mark.parametrize(
        ("first_on", "back_on", "needed"),
        [
            (FRIDAY, date(2026, 12, 7), False),  # one Friday
            (FRIDAY, date(2026, 12, 8), True),  # Friday and Monday
            (date(2026, 12, 24), date(2026, 12, 29), False),  # Christmas Eve, then Christmas and its Monday
            (date(2026, 12, 24), date(2026, 12, 30), True),
            (date(2026, 12, 5), date(2026, 12, 7), False),  # a weekend
        ],
    )
    def test_one_working_day_needs_none(self, first_on: date, back_on: date, *, needed: bool) -> None:
        """The policy speaks of more than one."""
        assert automatic_reply(Absence(first_on=first_on, back_on=back_on), POINT).needed is needed

    def test_closures_count_where_they_are_read_so(self) -> None:
        """A day on which the Office is closed is missed by nobody."""
        closed = evolve(
            POLICY.with_readings(working_day="office_closures"),
            office=evolve(POLICY.office, closures=(date(2026, 12, 7),)),
        )
        absence = Absence(first_on=FRIDAY, back_on=date(2026, 12, 8))

        assert automatic_reply(absence, POINT, policy=closed).away == 1
        assert automatic_reply(absence, POINT).away == 2


class TestText:
    """What a reply says."""

    @settings(deadline=None)
    @given(days(), st.none() | st.integers(1, 400), st.sampled_from([POINT, ContactPoint.of_office()]))
    def test_as_composed_passes_its_own_check(
        self, first_on: date, n: int | None, point: ContactPoint
    ) -> None:
        """With a date or without, for any contact."""
        absence = Absence(first_on=first_on) if n is None else away(first_on, n)

        assert reply_findings(automatic_reply(absence, point).text, absence, point) == ()

    def test_gives_the_contact_and_the_day_of_return(self) -> None:
        """In plain words, without a reason."""
        reply = automatic_reply(Absence(first_on=FRIDAY, back_on=date(2026, 12, 14)), POINT)

        assert reply.text == (
            "Thank you for your email. I am away from the office and expect to be back on"
            " Monday 14 December 2026.\n\n"
            "Until then, please contact Ann Le Brun (01534 716530, ann@example.org).\n\n"
            "Jersey Office of the Information Commissioner"
        )
        assert (reply.review_on, reply.findings) == (None, ())

    def test_without_a_day_of_return_there_is_a_day_to_look_again(self) -> None:
        """The text names no date and no reason, and the finding stays until the date is known."""
        reply = automatic_reply(Absence(first_on=FRIDAY), POINT)

        assert "The date of my return is not yet known." in reply.text
        assert (reply.needed, reply.away) == (True, None)
        assert reply.review_on == date(2026, 12, 11)
        assert [each.clause_id for each in faults(reply.findings)] == ["WRI-9"]

    def test_a_return_on_a_day_off_is_advised_against(self) -> None:
        """It is nobody's working day."""
        (found,) = automatic_reply(Absence(first_on=FRIDAY, back_on=date(2026, 12, 12)), POINT).findings

        assert (found.place, found.advice) == ("absence: day of return", True)
        assert not JERSEY.is_working_day(date(2026, 12, 12))


class TestCheck:
    """What is found in a reply that was changed by hand."""

    ABSENCE = Absence(first_on=FRIDAY, back_on=date(2026, 12, 8))
    TEXT = automatic_reply(ABSENCE, POINT).text

    @pytest.mark.parametrize(
        ("gone", "place"),
        [
            ("Tuesday 8 December 2026", "automatic reply: date of return"),
            ("Ann Le Brun", "automatic reply: contact"),
            ("(01534 716530, ann@example.org)", "automatic reply: contact"),
        ],
    )
    def test_any_part_that_is_gone_is_found(self, gone: str, place: str) -> None:
        """By its clause."""
        (found,) = reply_findings(self.TEXT.replace(gone, ""), self.ABSENCE, POINT)

        assert (found.clause_id, found.place) == ("WRI-9", place)

    @pytest.mark.parametrize("gone", ["01534 716530, ", ", ann@example.org"])
    def test_one_detail_is_enough(self, gone: str) -> None:
        """A telephone number or an address."""
        assert reply_findings(self.TEXT.replace(gone, ""), self.ABSENCE, POINT) == ()

    @pytest.mark.parametrize(
        "day",
        ["8 December", "8 Dec 2026", "08/12/2026", "8/12/2026", "08.12.2026", "2026-12-08", "08 DECEMBER"],
    )
    def test_the_day_may_be_written_in_other_ways(self, day: str) -> None:
        """As people write days."""
        assert reply_findings(self.TEXT.replace("Tuesday 8 December 2026", day), self.ABSENCE, POINT) == ()

    @pytest.mark.parametrize("day", ["18 December", "8 January", "2026-12-0"])
    def test_another_day_is_not_the_day(self, day: str) -> None:
        """The eighth does not stand in the eighteenth."""
        assert reply_findings(self.TEXT.replace("Tuesday 8 December 2026", day), self.ABSENCE, POINT)

    def test_what_is_not_known_is_to_be_said(self) -> None:
        """A reply without a date that keeps silent about it is found."""
        unknown = Absence(first_on=FRIDAY)
        silent = automatic_reply(unknown, POINT).text.replace("not yet known", "near")

        assert [each.clause_id for each in reply_findings(silent, unknown, POINT)] == ["WRI-9"]

    def test_a_reason_is_found(self) -> None:
        """As advice: nobody need know that somebody is unwell."""
        (found,) = reply_findings(f"{self.TEXT} I am off sick.", self.ABSENCE, POINT)

        assert (found.clause_id, found.advice) == ("TEL-6", True)


class TestRefused:
    """What no reply can be made of."""

    @pytest.mark.parametrize("back_on", [FRIDAY, FRIDAY - timedelta(days=1)])
    def test_a_return_that_is_not_after_the_first_day(self, back_on: date) -> None:
        """That is no absence."""
        with pytest.raises(InvalidError, match="back_on"):
            Absence(first_on=FRIDAY, back_on=back_on)

    @pytest.mark.parametrize("detail", ["name", "telephone"])
    def test_a_contact_without_name_or_detail(self, detail: str) -> None:
        """Nobody could be reached by it."""
        facts = {"name": "Ann", "telephone": "01534 716530", detail: "  "}

        with pytest.raises(InvalidError, match=detail):
            ContactPoint(**facts)


class TestCover:
    """Who takes the calls."""

    ABSENCE = Absence(first_on=FRIDAY, back_on=date(2026, 12, 14))
    ANN = Colleague(name="Ann", team="Complaints", cover="Cat")

    def mate(self, name: str, first: date | None = None, last: date | None = None) -> Colleague:
        """Somebody of the team."""
        return Colleague(name=name, team="Complaints", away_from=first, away_until=last)

    def test_is_of_the_same_team_and_there_all_along(self) -> None:
        """Who is away on any of the days is left out; who covers comes first."""
        here = self.mate("Dee", date(2026, 12, 14)), self.mate("Eve", date(2026, 11, 2), date(2026, 12, 3))
        gone = self.mate("Bea", date(2026, 12, 13)), self.mate("Flo", date(2026, 11, 2), FRIDAY)
        cat = self.mate("Cat")

        cover = telephone_cover(
            self.ANN, [self.ANN, *gone, *here, self.mate("Gil", FRIDAY), cat], self.ABSENCE
        )

        assert (cover.colleagues, cover.findings) == ((cat, *here), ())
        assert self.ABSENCE.last_on == date(2026, 12, 13)

    def test_without_a_return_the_first_day_counts(self) -> None:
        """More is not known."""
        bea = self.mate("Bea", date(2026, 12, 7))

        cover = telephone_cover(evolve(self.ANN, cover=""), [bea], Absence(first_on=FRIDAY))

        assert (cover.colleagues, cover.findings) == ((bea,), ())

    def test_nobody_there_and_cover_from_elsewhere_are_found(self) -> None:
        """The policy sends calls to the same team (TEL-5)."""
        cover = telephone_cover(self.ANN, [Colleague(name="Cat", team="Registration")], self.ABSENCE)

        assert cover.colleagues == ()
        assert [(each.clause_id, each.advice) for each in cover.findings] == [
            ("TEL-5", False),
            ("TEL-5", True),
        ]
