"""Jersey's days off as published, and the two files that they are made of."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from joic_policy import JERSEY, DataFileError, working_days
from joic_policy._table import Table
from joic_policy.working_days import proclaimed_days
from joic_policy.working_days.jersey import REGULAR_DAYS, days_off_from, regular_from

ANSWERS = Path(__file__).parent.parent / "answers" / "jersey_holidays.toml"
BESIDE = Path(working_days.__file__).parent
PROCLAIMED = (BESIDE / "proclaimed.toml").read_text(encoding="utf-8")
REGULAR = (
    "2026-01-01,New Year's Day\n2026-05-04,Early May Bank Holiday\n2027-12-28,Boxing Day (substitute day)\n"
)


def test_every_published_day_2018_to_2030() -> None:
    """Date for date and name for name, and not one more."""
    years = tomllib.loads(ANSWERS.read_text(encoding="utf-8"))
    published = {
        date.fromisoformat(f"{year}-{day}"): name
        for year, days in years.items()
        for day, name in days.items()
    }

    assert published == {day: name for day, name in JERSEY.holidays.items() if day.year <= 2030}


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        # 2020: early May stayed on Monday 4 May, Friday 8 May was added, Liberation Day was a Saturday
        (date(2020, 5, 1), 1, date(2020, 5, 5)),
        (date(2020, 5, 7), 1, date(2020, 5, 11)),
        (date(2020, 5, 8), 1, date(2020, 5, 11)),
        (date(2020, 4, 30), 15, date(2020, 5, 26)),
        # 2021: the Corn Riots day, a Monday
        (date(2021, 9, 24), 1, date(2021, 9, 28)),
        (date(2021, 9, 26), 1, date(2021, 9, 28)),
        (date(2021, 9, 27), 1, date(2021, 9, 28)),
        (date(2021, 9, 20), 15, date(2021, 10, 12)),
        # 2022: the spring day went from 30 May to 2 June, 3 June was added; 19 September
        (date(2022, 5, 27), 1, date(2022, 5, 30)),
        (date(2022, 6, 1), 1, date(2022, 6, 6)),
        (date(2022, 5, 20), 15, date(2022, 6, 14)),
        (date(2022, 9, 16), 1, date(2022, 9, 20)),
        # 2023: the coronation day beside Liberation Day
        (date(2023, 5, 5), 1, date(2023, 5, 10)),
        # 2024: the royal visit
        (date(2024, 7, 12), 1, date(2024, 7, 16)),
        (date(2024, 7, 15), 3, date(2024, 7, 18)),
        (date(2024, 7, 1), 15, date(2024, 7, 23)),
        # 2021: Liberation Day on a Sunday gives no Monday; Christmas on a Saturday gives Monday and Tuesday
        (date(2021, 5, 7), 1, date(2021, 5, 10)),
        (date(2021, 12, 24), 1, date(2021, 12, 29)),
        (date(2021, 12, 31), 1, date(2022, 1, 4)),
    ],
)
def test_dates_counted_by_hand(day: date, n: int, expected: date) -> None:
    """Around each proclaimed day, each one counted on a paper calendar."""
    assert expected == JERSEY.add(day, n)


def test_the_span_and_what_is_known_of_it() -> None:
    """From 2018, before which no second source was found, and known to the end of 2025."""
    assert (date(2018, 1, 1), date(2099, 12, 31)) == (JERSEY.first, JERSEY.last)
    assert date(2025, 12, 31) == JERSEY.known_through


def test_every_proclaimed_day_tells_its_reason_and_source() -> None:
    """Each is a holiday under its name; the one that it replaced is none."""
    for day in proclaimed_days():
        assert day.name == JERSEY.holiday(day.on)
        assert day.reason
        assert day.source
        assert day.instead_of is None or JERSEY.is_working_day(day.instead_of)
    assert [date(2022, 5, 30)] == [day.instead_of for day in proclaimed_days() if day.instead_of]


def entry(on: str, **changes: str) -> str:
    """One proclaimed day as it is written."""
    keys = {"on": on, "name": '"Visit"', "reason": '"A visit."', "source": '"An Act."', "known": '"two"'}
    return "[[days]]\n" + "".join(f"{key} = {value}\n" for key, value in (keys | changes).items() if value)


def test_a_day_written_into_the_file_takes_effect() -> None:
    """A day appointed and a day moved are in the calendar that is read, with nothing else to be done."""
    text = "known_through = 2026-12-31\n" + entry("2026-05-08", instead_of="2026-05-04") + entry("2026-06-15")
    days_off = days_off_from(REGULAR, Table.parsed(text, "proclaimed.toml"))

    assert {
        date(2026, 1, 1): "New Year's Day",
        date(2026, 5, 8): "Visit",
        date(2026, 6, 15): "Visit",
        date(2027, 12, 28): "Boxing Day (substitute day)",
    } == days_off.holidays
    assert (date(2026, 1, 1), date(2026, 12, 31), date(2027, 12, 31)) == (
        days_off.first,
        days_off.known_through,
        days_off.last,
    )


KNOWN = "known_through = 2026-12-31\n"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("known_through = ", "(the whole file)", "TOML"),
        ("", "known_through", "a day (nothing is there)"),
        ('known_through = "2026-12-31"\n', "known_through", "a day like 2026-12-25, without quotes"),
        ("known_through = 2025-12-31\n", "known_through", "a day from 2026-01-01 to 2027-12-31"),
        ("known_through = 2028-01-01\n", "known_through", "a day from 2026-01-01 to 2027-12-31"),
        (KNOWN + "extra = 1\n", "extra", "no such key here"),
        (KNOWN + "days = 1\n", "days", "a list of tables"),
        (KNOWN + entry("2026-06-15") * 2, "days[1].on", "a day after 2026-06-15, and not after 2027-12-31"),
        (KNOWN + entry("2026-06-15") + entry("2026-06-12"), "days[1].on", "a day after 2026-06-15"),
        (KNOWN + entry("2028-01-03"), "days[0].on", "not after 2027-12-31"),
        (KNOWN + entry("2025-12-31"), "days[0].on", "a day after 2026-01-01"),
        (KNOWN + entry("2026-05-04"), "days[0].on", "no regular holiday; it is Early May Bank Holiday"),
        (KNOWN + entry("2026-06-15", instead_of="2026-05-05"), "days[0].instead_of", "a regular holiday"),
        (
            KNOWN + "".join(entry(on, instead_of="2026-05-04") for on in ("2026-05-08", "2026-05-11")),
            "days[1].instead_of",
            "a regular holiday, moved once",
        ),
        (KNOWN + entry("2026-06-15", name='" "'), "days[0].name", "text that is not blank"),
        (KNOWN + entry("2026-06-15", reason=""), "days[0].reason", "nothing is there"),
        (KNOWN + entry("2026-06-15", source="5"), "days[0].source", "text that is not blank"),
        (KNOWN + entry("2026-06-15", known='"three"'), "days[0].known", "official, two, one, unverified"),
        (KNOWN + entry("2026-06-15", why='"x"'), "days[0].why", "no such key here"),
        (KNOWN + entry("2026-06-15T12:00:00"), "days[0].on", "a day like 2026-12-25"),
    ],
)
def test_a_fault_in_the_proclaimed_days_is_refused(text: str, path: str, expected: str) -> None:
    """With the file, the place in it and what was expected there."""
    with pytest.raises(DataFileError) as caught:
        days_off_from(REGULAR, Table.parsed(text, "proclaimed.toml"))
    assert ("proclaimed.toml", path) == (caught.value.file, caught.value.path)
    assert expected in caught.value.expected


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", "(the whole file)"),
        ("2026-01-01 New Year's Day\n", "line 1"),
        (REGULAR + "2028-02-30,Leap Day\n", "line 4"),
        (REGULAR + "2028-01-03, \n", "line 4"),
        (REGULAR + "2027-12-28,Boxing Day\n", "line 4"),
        (REGULAR + "\n", "line 4"),
        ("2026-12-25,Christmas Day\n2026-01-01,New Year's Day\n", "line 2"),
    ],
)
def test_a_fault_in_the_regular_days_is_refused(text: str, path: str) -> None:
    """With the file and the line."""
    with pytest.raises(DataFileError) as caught:
        regular_from(text)
    assert ("regular_days.csv", path) == (caught.value.file, caught.value.path)


def test_the_shipped_files_are_read_as_they_are() -> None:
    """The texts beside the code make the calendar that everybody uses."""
    text = (BESIDE / REGULAR_DAYS).read_text(encoding="utf-8")
    assert JERSEY.holidays == days_off_from(text, Table.parsed(PROCLAIMED, "proclaimed.toml")).holidays
