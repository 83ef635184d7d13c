"""The telephone system's log: calls as they were, whatever its columns are called."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.documents.call_log import Call, Fault, Part, calls, columns_guessed
from app.documents.clock_times import day_told, instants_told
from app.documents.sheets import sheet_from, sheet_lines
from joic_policy import JERSEY_ZONE, InvalidError

RANG = st.datetimes(datetime(2018, 1, 2), datetime(2030, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001  # as Hypothesis asks
    lambda at: at.replace(microsecond=0)
)
AUTUMN = datetime(2026, 10, 25, 0, 59, 50, tzinfo=UTC)  # ten seconds before the clocks go back


def read(headings: str, *rows: str, owners: dict[str, str] | None = None) -> list[Call | Fault]:
    """The rows of a log in which commas separate."""
    sheet = sheet_from("\n".join([headings, *rows]).encode(), file="log.csv")
    return list(calls(sheet, columns_guessed(sheet), owners=owners or {}))


def the_call(headings: str, row: str) -> Call:
    """The only row of a log, which is a call."""
    (found,) = read(headings, row)
    assert isinstance(found, Call), found
    return found


@given(st.lists(st.tuples(RANG, st.integers(0, 600), st.booleans()), max_size=4))
@example([(AUTUMN, 15, True), (AUTUMN + timedelta(minutes=30), 5, False)])
def test_each_call_is_read_as_it_was(told: list[tuple[datetime, int, bool]]) -> None:
    """By its local clock alone; in the hour that comes twice as far as that can be told."""
    rows = []
    for rang, seconds, answered in told:
        start, end = (at.astimezone(JERSEY_ZONE) for at in (rang, rang + timedelta(seconds=seconds)))
        rows.append(
            [
                f"{start:%d/%m/%Y %H:%M:%S}",
                f"{end:%H:%M:%S}",
                "ANSWERED" if answered else "NO ANSWER",
                "+44 1534",
            ]
        )
        if answered:
            rows[-1].insert(1, rows[-1][1])
        else:
            rows[-1].insert(1, "")
    headings = ["Call Start", "Answer Time", "End Time", "Disposition", "CLI"]
    sheet = sheet_from(b"".join(sheet_lines(headings, rows)), file="log.csv")
    found = list(calls(sheet, columns_guessed(sheet), owners={}))

    assert len(found) == len(told)
    for call, (rang, seconds, answered) in zip(found, told, strict=True):
        assert isinstance(call, Call)
        received = call.received
        ended_at = received.answered_at if answered else received.abandoned_at
        assert received.customer.telephone == "+44 1534"
        assert received.rang_at is not None
        assert ended_at == received.rang_at + timedelta(seconds=seconds)
        assert (received.answered_at is None, received.abandoned_at is None) == (not answered, answered)
        assert received.rang_at == rang or (call.twice and abs(received.rang_at - rang) == timedelta(hours=1))
        assert (
            received.id
            == list(calls(sheet, columns_guessed(sheet), owners={}))[found.index(call)].received.id
        )  # type: ignore[union-attr]  # a call, as above
    assert len({call.received.id for call in found if isinstance(call, Call)}) == len(told)


@given(st.binary(max_size=200))
def test_any_bytes_make_no_more_than_faults(data: bytes) -> None:
    """Under headings that are known."""
    sheet = sheet_from(b"start,answered,end,waited,status\n" + data.replace(b",", b";"), file="log.csv")

    assert len(list(calls(sheet, columns_guessed(sheet), owners={}))) == len(sheet.rows)


@pytest.mark.parametrize(
    ("headings", "row", "waited", "answered"),
    [
        ("Date,Time,Ring duration,Status", "2026-11-24,09:31:05,12,Answered", 12, True),
        ("Start time,Waited,Result", "24.11.2026 09:31,00:01:05,missed", 65, False),
        ("Rang at,Answered,Ended", "2026-11-24T09:31:05Z,,09:31:25", 20, False),
        ("Rang at,Answered,Ended", "2026-11-24T09:31:05+00:00,2026-11-24T09:31:15+00:00,09:40", 10, True),
        ("Start,Answered,End", "24/11/2026 11:59:50 PM,24/11/2026 11:59:58 pm,", 8, True),
        ("Start,Answered", "24/11/2026 23:59:50,00:00:05", 15, True),
        ("Start,Answered", "2026-11-24 09:31,no", 0, False),
        ("Start,Abandoned", "2026-11-24 09:31,09:32", 60, False),
        ("Start,Abandoned,Wait time", "2026-11-24 09:31,no,7 s", 7, True),
        ("Start,Wait time", "2026-11-24 09:31,7", 7, True),
        ("Start,Number", "2026-11-24 09:31,01534", None, None),
    ],
)
def test_whatever_the_columns_are_called(
    headings: str,
    row: str,
    waited: int | None,
    answered: bool | None,  # noqa: FBT001  # of the table
) -> None:
    """How long it rang, and whether anybody answered."""
    received = the_call(headings, row).received
    ended_at = received.answered_at or received.abandoned_at

    assert received.rang_at is not None
    assert (ended_at - received.rang_at if ended_at else None) == (
        None if waited is None else timedelta(seconds=waited)
    )
    assert bool(received.answered_at) is bool(answered)
    assert bool(received.abandoned_at) is (answered is False)
    assert received.channel == "telephone"


def test_the_hour_that_comes_twice() -> None:
    """Told by the shortest wait where one tells, and said where none does."""
    across = the_call("Start,Answered", "25/10/2026 01:59:50,01:00:05")
    unknown = the_call("Start,Answered", "25/10/2026 01:30:00,01:30:05")
    after = the_call("Start,Answered", "25/10/2026 01:59:50,02:00:05")

    assert (across.received.rang_at, across.twice) == (AUTUMN, False)
    assert (unknown.received.rang_at, unknown.twice) == (AUTUMN.replace(minute=30, second=0), True)
    assert (after.received.rang_at, after.twice) == (AUTUMN + timedelta(hours=1), False)


@pytest.mark.parametrize(
    ("headings", "row", "column", "expected"),
    [
        ("Start", "yesterday", "Start", "a day and a time"),
        ("Start", "29/03/2026 01:30", "Start", "Jersey's clocks showed"),
        ("Start,Answered", "2026-11-24 09:31,2026-11-24 08:00", "Answered", "not before it rang"),
        ("Start,Answered", "2026-11-24 09:31,09:30", "Answered", "at most 6 hours after"),
        ("Start,Waited", "2026-11-24 09:31,long", "Waited", "how long it rang"),
        ("Start,Waited", "2026-11-24 09:31,99999999999", "Waited", "how long it rang"),
        ("Start,Status", "2026-11-24 09:31,perhaps", "Status", "abandoned"),
        ("Start,End,Missed", "2026-11-24 09:31,soon,yes", "End", "a day and a time"),
    ],
)
def test_what_is_wrong_is_said_by_line_and_column(
    headings: str, row: str, column: str, expected: str
) -> None:
    """And the other rows are read all the same."""
    first, second = read(headings, row, row)

    assert isinstance(first, Fault)
    assert isinstance(second, Fault)
    assert (first.line, second.line, first.column) == (2, 3, column)
    assert expected in first.expected


def test_a_colleague_is_known_by_their_extension() -> None:
    """Two rows alike are two calls; a log without a time to ring is refused."""
    first, second = read("Start,Ext", "2026-11-24 09:31,17", "2026-11-24 09:31,17", owners={"17": "Bea"})

    assert isinstance(first, Call)
    assert isinstance(second, Call)
    assert (first.received.owner, first.extension) == ("Bea", "17")
    assert first.received.id != second.received.id
    with pytest.raises(InvalidError, match="when the call rang"):
        read("Number", "01534")


@pytest.mark.parametrize(
    ("text", "instants"),
    [
        ("24/11/2026 9:31", (datetime(2026, 11, 24, 9, 31, tzinfo=UTC),)),
        ("24/07/2026 9:31", (datetime(2026, 7, 24, 8, 31, tzinfo=UTC),)),
        ("2026-11-24 12:05 am", (datetime(2026, 11, 24, 0, 5, tzinfo=UTC),)),
        ("2026-11-24 13:05 pm", ()),
        ("2026-11-24 24:05", ()),
        ("2026-02-30 10:00", ()),
        ("10:00", ()),
        ("2026-11-24", ()),
        ("", ()),
    ],
)
def test_times_as_they_are_written(text: str, instants: tuple[datetime, ...]) -> None:
    """A time that is none is nothing."""
    assert instants_told(text) == instants
    assert bool(instants_told(text)) <= bool(day_told(text))


def test_part_is_every_column() -> None:
    """The data has names for each."""
    sheet = sheet_from(",".join(part.value for part in Part).encode() + b",Start time\n", file="log.csv")

    assert columns_guessed(sheet)[Part.RANG_AT] == "rang_at"
    assert day_told("24/11/2026") == date(2026, 11, 24)
