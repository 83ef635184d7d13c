"""How a call is greeted, and whether it was answered in time."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from joic_policy import POLICY, Channel, InvalidError, Received, Seconds
from joic_policy.handling import Ring, answering, greeting, time_of_day
from joic_policy.units import JERSEY_ZONE

WINTER, SUMMER = date(2026, 1, 14), date(2026, 7, 15)
CLOCKS_BACK = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # shown as 01:30 in Jersey, and again an hour later
RANG = datetime(2026, 3, 2, 10, tzinfo=UTC)


def minutes(day: date) -> list[datetime]:
    """Every minute of a day in Jersey, as instants told by a clock in Greenwich."""
    midnight = datetime.combine(day, time.min, JERSEY_ZONE).astimezone(UTC)
    return [midnight + timedelta(minutes=n) for n in range(24 * 60)]


def call(*, answered: float | None = None, given_up: float | None = None) -> Received:
    """A call that rang at ten, with the seconds after which it ended."""

    def after(seconds: float | None) -> datetime | None:
        return None if seconds is None else RANG + timedelta(seconds=seconds)

    return Received(
        channel=Channel.TELEPHONE,
        received_on=RANG.date(),
        rang_at=RANG,
        answered_at=after(answered),
        abandoned_at=after(given_up),
    )


class TestGreeting:
    """What is said on picking up."""

    @pytest.mark.clause("TEL-2")
    @pytest.mark.parametrize("day", [WINTER, SUMMER])
    @pytest.mark.parametrize("evening", [False, True])
    def test_names_the_office_and_the_time_of_day_at_every_minute(self, day: date, *, evening: bool) -> None:
        """720 minutes of morning, then afternoon; under the other reading the evening from six."""
        policy = POLICY.with_readings(greeting="with_evening" if evening else "two")
        afternoon = 360 if evening else 720
        expected = ["morning"] * 720 + ["afternoon"] * afternoon + ["evening"] * (720 - afternoon)

        greetings = [greeting(at, speaker="Ann", policy=policy) for at in minutes(day)]

        assert [
            f"Good {part}, Jersey Office of the Information Commissioner, Ann speaking. How may I help you?"
            for part in expected
        ] == greetings

    @pytest.mark.parametrize("at", [CLOCKS_BACK, CLOCKS_BACK + timedelta(hours=1)])
    def test_is_the_same_in_both_repeated_hours(self, at: datetime) -> None:
        """Half past one is morning, whichever of the two it is."""
        assert time_of_day(at) == "morning"

    def test_tells_a_colleague_no_name_of_the_office(self) -> None:
        """Who calls from inside knows where they call."""
        assert greeting(RANG, speaker="Ann", external=False) == "Good morning, Ann speaking."

    @pytest.mark.parametrize("speaker", ["", "  "])
    def test_goes_without_the_name_of_the_speaker(self, speaker: str) -> None:
        """Nothing is missing in the sentence, and no gap stands in it."""
        assert [
            greeting(RANG, speaker=speaker),
            greeting(RANG, speaker=speaker, external=False),
        ] == [
            "Good morning, Jersey Office of the Information Commissioner. How may I help you?",
            "Good morning, how can I help?",
        ]

    def test_takes_the_name_as_it_is(self) -> None:
        """Braces in a name are no places to fill."""
        assert "{office}, {x} speaking" not in greeting(RANG, speaker="Ann")
        assert greeting(RANG, speaker="{office}", external=False) == "Good morning, {office} speaking."

    def test_takes_the_name_of_the_office_from_its_details(self) -> None:
        """Another name in the data is the name that is said."""
        policy = evolve(POLICY, office=evolve(POLICY.office, name="Another Office"))

        assert greeting(RANG, policy=policy).startswith("Good morning, Another Office.")

    def test_refuses_a_time_without_a_zone(self) -> None:
        """A clock that may stand anywhere greets nobody."""
        with pytest.raises(InvalidError, match="time zone"):
            greeting(datetime(2026, 3, 2, 10))  # noqa: DTZ001  # that is the fault


class TestAnswering:
    """Ring to answer."""

    @pytest.mark.parametrize(
        ("seconds", "expected"), [(0, Ring.IN_TIME), (20, Ring.IN_TIME), (20.001, Ring.LATE), (90, Ring.LATE)]
    )
    def test_an_answer_within_twenty_seconds_is_in_time(self, seconds: float, expected: Ring) -> None:
        """The twentieth second still is; the deadline that says so comes with it."""
        judged = answering(call(answered=seconds))

        assert (judged.ring, judged.seconds) == (expected, seconds)
        assert judged.deadline
        assert judged.deadline.due_at == RANG + timedelta(seconds=20)

    @pytest.mark.parametrize(
        ("seconds", "expected"), [(20, Ring.GIVEN_UP_IN_TIME), (20.5, Ring.GIVEN_UP_LATE)]
    )
    def test_a_caller_who_gives_up_early_was_not_missed(self, seconds: float, expected: Ring) -> None:
        """Only who waited longer than the standard was."""
        judged = answering(call(given_up=seconds))

        assert (judged.ring, judged.seconds, judged.deadline) == (expected, seconds, None)

    def test_without_both_instants_it_is_not_measured(self) -> None:
        """A call that only rang, or of which only the answer is known, is neither met nor missed."""
        only_answered = evolve(call(answered=5), rang_at=None)

        assert {answering(call()).ring, answering(only_answered).ring} == {Ring.NOT_MEASURED}

    @given(st.floats(0, 100), st.integers(1, 60))
    def test_is_judged_by_the_standard_in_force(self, seconds: float, standard: int) -> None:
        """Whatever the number is amended to."""
        policy = POLICY.with_standard(POLICY.standards["answer_call"].amended(Seconds(standard)))
        took = timedelta(seconds=seconds)

        judged = answering(call(answered=seconds), policy=policy)

        assert (judged.ring is Ring.IN_TIME) == (took <= timedelta(seconds=standard))
