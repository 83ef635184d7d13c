"""Where a wrong day left the right count."""

from datetime import date

import pytest

from joic_policy import Channel, Deadline, DelayTold, Duty, Event, Matter, MatterKind, Received, contact_from
from joic_policy.contacts import CallBackArranged
from joic_policy.training.slips import slip
from joic_policy.training.subjects.dates import deadline_of
from joic_policy.units import start_of_day as at_start


def response(received_on: date, *more: Event) -> Deadline:
    """The formal response to an email."""
    opening = Received(channel=Channel.EMAIL, received_on=received_on)
    return deadline_of(contact_from([opening, *more]), Duty.FORMAL_RESPONSE)


@pytest.mark.parametrize(
    ("received_on", "given", "said"),
    [
        # Good Friday is 3 April 2026, Easter Monday the 6th: fifteen days from 26 March end on the 20th.
        (
            date(2026, 3, 26),
            date(2026, 4, 17),
            "Friday 3 April 2026 was counted, and does not count: Good Friday",
        ),
        (
            date(2026, 3, 26),
            date(2026, 4, 16),
            "Friday 3 April 2026 was counted, and does not count: Good Friday",
        ),
        (date(2026, 3, 26), date(2026, 4, 10), "Saturday 28 March 2026 was counted"),
        (
            date(2026, 3, 26),
            date(2026, 3, 30),
            "working day 2 after Thursday 26 March 2026; the standard is 15",
        ),
        (date(2026, 3, 26), date(2026, 4, 4), "Saturday 4 April 2026 is no working day."),
        (
            date(2026, 3, 26),
            date(2026, 3, 26),
            "is not after Thursday 26 March 2026, from which it is counted",
        ),
        (date(2026, 3, 26), date(2017, 3, 30), ""),
        # No holiday in September 2026: fifteen days from the 7th end on the 28th.
        (
            date(2026, 9, 7),
            date(2026, 9, 25),
            "Monday 7 September 2026 was counted: the day of receipt is day 0",
        ),
        # A Saturday: read as rolled to Monday, that would be day 0.
        (date(2026, 9, 5), date(2026, 9, 28), "That is another reading. What is day 0"),
    ],
)
def test_working_days_that_were_miscounted(received_on: date, given: date, said: str) -> None:
    """The first day counted otherwise, or where the day lies in the count."""
    told = slip(response(received_on), given)

    assert said in told
    assert bool(said) is bool(told)


def test_targets_that_were_mistaken() -> None:
    """The first target where another counts, and a promise that came too late."""
    in_time = DelayTold(
        happened_at=at_start(date(2026, 9, 28)), channel=Channel.EMAIL, revised_on=date(2026, 10, 12)
    )
    late = DelayTold(
        happened_at=at_start(date(2026, 10, 13)), channel=Channel.EMAIL, revised_on=date(2026, 10, 26)
    )
    deadline = response(date(2026, 9, 7), in_time, late)

    assert "was the first target" in slip(deadline, date(2026, 9, 28))
    assert "was told too late" in slip(deadline, date(2026, 10, 26))
    assert "is working day" in slip(deadline, date(2026, 10, 9))


def test_a_period_of_the_law_that_was_moved() -> None:
    """Weeks and days run straight through; hours end with their own instant."""
    matters = (
        Matter(kind=MatterKind.SUBJECT_ACCESS_TO_OFFICE),
        Matter(kind=MatterKind.OWN_BREACH, aware_at=at_start(date(2026, 7, 3))),
    )
    letter = Received(channel=Channel.LETTER, received_on=date(2026, 11, 27), matters=matters)
    contact = contact_from([letter])

    moved = slip(deadline_of(contact, Duty.SUBJECT_ACCESS), date(2026, 12, 29))
    other = slip(deadline_of(contact, Duty.SUBJECT_ACCESS), date(2026, 12, 30))
    hours = slip(deadline_of(contact, Duty.OWN_BREACH_REPORT), date(2026, 7, 8))

    assert moved == "A period in weeks is not moved: it ends on Friday 25 December 2026."
    assert other == "4 weeks from Friday 27 November 2026 end on Friday 25 December 2026."
    assert hours == "72 hours from Friday 3 July 2026 end on Monday 6 July 2026."


def test_what_was_agreed_has_no_count() -> None:
    """A call back has the day that was agreed, and nothing to count."""
    opening = Received(channel=Channel.TELEPHONE, received_on=date(2026, 4, 13))
    arranged = CallBackArranged(
        happened_at=at_start(date(2026, 4, 13)), agreed_at=at_start(date(2026, 4, 15))
    )

    assert slip(deadline_of(contact_from([opening, arranged]), Duty.CALL_BACK), date(2026, 4, 16)) == ""
