"""Letters from a contact and its deadlines."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import (
    JERSEY,
    POLICY,
    Channel,
    Contact,
    Customer,
    Deadline,
    DelayTold,
    Duty,
    Format,
    InvalidError,
    Received,
    contact_from,
    deadlines,
)
from joic_policy.contacts import Needs
from joic_policy.handling import (
    Draft,
    Medium,
    Sender,
    Template,
    composed,
    delayed,
    faults,
    letter_findings,
    promised,
    reply_draft,
    wording,
)
from joic_policy.units import day_words
from tests.strategies import days

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
ANN = Sender(first_name="Ann", surname="Le Brun", telephone="01534 716530", email="ann@example.org")
NEEDS = Needs(format=Format.LARGE_PRINT, language="Polish")
CUSTOMER = Customer(
    name="J Vibert", organisation="Vibert & Sons", address="1 High Street\n\n St Helier ", needs=NEEDS
)


def letter_in(on: date = MONDAY, *told: DelayTold) -> Contact:
    """A letter from a customer."""
    return contact_from([Received(channel=Channel.LETTER, received_on=on, customer=CUSTOMER), *told])


def formal(contact: Contact) -> Deadline:
    """By when it is answered."""
    return next(each for each in deadlines(contact) if each.duty is Duty.FORMAL_RESPONSE)


def draft_of(contact: Contact, template: Template = Template.DELAY_NOTICE, **facts: Any) -> Draft:
    """A draft to the customer."""
    return reply_draft(contact, template, written_on=MONDAY, sender=ANN, **facts)


class TestReplyDraft:
    """What a draft takes from the contact."""

    @pytest.mark.clause("WRI-2")
    @pytest.mark.parametrize("template", Template)
    @pytest.mark.parametrize("shape", Format)
    def test_the_format_and_language_agreed_go_with_every_reply(
        self, template: Template, shape: Format
    ) -> None:
        """Whatever is written."""
        needs = Needs(format=shape, language="Polish")
        contact = contact_from(
            [Received(channel=Channel.EMAIL, received_on=MONDAY, customer=Customer(needs=needs))]
        )

        written = composed(draft_of(contact, template))

        assert written.needs == needs
        assert written.plain is (shape is Format.TEXT_ONLY)
        larger = shape in {Format.LARGE_PRINT, Format.EASY_READ}
        assert (written.points > POLICY.office.email_font_points + 1) is larger
        assert ("Polish" in written.note) is (
            written.from_office and template is not Template.COMPLIMENT_SLIP
        )

    def test_knows_the_customer_and_the_day_of_receipt(self) -> None:
        """Lines that are blank are left out."""
        draft = draft_of(letter_in(), medium=Medium.EMAIL)

        assert draft.recipient == ("J Vibert", "Vibert & Sons", "1 High Street", "St Helier")
        assert (draft.medium, draft.addressed_as) == (Medium.EMAIL, "J Vibert")
        assert draft.facts == {"received": "Monday 2 March 2026"}

    @pytest.mark.clause("CON-4")
    @pytest.mark.parametrize(
        "template", [template for template in Template if not wording(template).from_office]
    )
    def test_what_a_customer_sends_is_theirs_and_not_addressed_to_them(self, template: Template) -> None:
        """Signed with their name and where they can be reached; to whom it goes is not known here."""
        by_email = contact_from(
            [Received(channel=Channel.EMAIL, received_on=MONDAY, customer=Customer(email="j@example.org"))]
        )
        draft = draft_of(letter_in(), template, medium=Medium.EMAIL)

        assert draft.facts == {"name": "J Vibert", "address": CUSTOMER.address}
        assert (draft.medium, draft.recipient, draft.addressed_as) == (Medium.EMAIL, (), "")
        assert draft.needs == NEEDS
        assert "Dear Sir or Madam" in composed(draft).text
        assert draft_of(by_email, template).facts == {"address": "j@example.org"}


class TestNote:
    """What stands at the foot of what we write."""

    @pytest.mark.clause("WRI-2")
    @pytest.mark.parametrize(
        ("needs", "words"),
        [
            (Needs(), "If another format or language would suit you better, please tell us."),
            (Needs(format=Format.LARGE_PRINT), "You asked us to write to you in large print."),
            (Needs(language=" Polish "), "You asked us to write to you in Polish."),
            (NEEDS, "You asked us to write to you in large print, in Polish."),
            (Needs(language="{language}"), "You asked us to write to you in {language}."),
        ],
    )
    def test_says_what_was_agreed_or_offers_it(self, needs: Needs, words: str) -> None:
        """In letters and emails; a slip and a customer's own letter have none."""
        for medium in (Medium.LETTER, Medium.EMAIL):
            draft = Draft(template=Template.DELAY_NOTICE, medium=medium, written_on=MONDAY, needs=needs)
            assert composed(draft).text.splitlines()[-1].startswith(words)
        for template in (Template.COMPLIMENT_SLIP, Template.FOI_REQUEST):
            assert composed(Draft(template=template, written_on=MONDAY, needs=needs)).note == ""


class TestReference:
    """What the customer can quote."""

    def test_is_the_files(self) -> None:
        """It stands in what we write, and never in the customer's own letter."""
        opening = Received(channel=Channel.LETTER, received_on=MONDAY, customer=CUSTOMER, file="CMP/7")
        contact = contact_from([opening])

        assert "\n\nOur reference: CMP/7\n\n" in composed(draft_of(contact)).text
        assert "CMP/7" not in composed(draft_of(contact, Template.CONCERN_TO_ORGANISATION)).text
        assert "reference" not in composed(draft_of(letter_in())).text


class TestDates:
    """They come from the deadline itself."""

    @settings(deadline=None)
    @given(days(), st.integers(1, 60))
    def test_a_notice_of_delay_gives_the_dates_of_the_deadline(self, on: date, n: int) -> None:
        """The date that cannot be kept and the revised target; the letter passes its own check."""
        contact = letter_in(on)
        deadline = formal(contact)
        assert deadline.due_on
        revised_on = JERSEY.add(deadline.due_on, n)
        told_at = datetime.combine(deadline.due_on, datetime.min.time(), UTC)

        draft = delayed(draft_of(contact), deadline, revised_on=revised_on, told_at=told_at)

        told = contact_from(
            [
                *contact.events,
                DelayTold(happened_at=told_at, revised_on=revised_on, channel=Channel.LETTER, by="Ann"),
            ]
        )
        assert draft.facts == {
            "received": day_words(on),
            "due": day_words(deadline.due_on),
            "revised": day_words(formal(told).due_on or date.min),
        }
        whole = Draft(
            template=draft.template,
            written_on=draft.written_on,
            sender=ANN,
            facts={**draft.facts, "about": "x", "why": "y"},
        )
        assert faults(letter_findings(composed(whole))) == ()

    def test_a_second_delay_starts_from_the_revised_target(self) -> None:
        """What was told before is what cannot be kept now."""
        told_at = AT + timedelta(days=14)
        told = DelayTold(happened_at=told_at, revised_on=date(2026, 4, 1), channel=Channel.LETTER)

        draft = delayed(
            draft_of(letter_in(MONDAY, told)),
            formal(letter_in(MONDAY, told)),
            revised_on=date(2026, 4, 8),
            told_at=told_at + timedelta(days=1),
        )

        assert draft.facts["due"] == "Wednesday 1 April 2026"
        assert draft.facts["revised"] == "Wednesday 8 April 2026"

    @pytest.mark.parametrize("revised_on", [date(2026, 4, 4), date(2026, 3, 10), date(2026, 4, 3)])
    def test_a_target_that_no_deadline_takes_is_refused(self, revised_on: date) -> None:
        """A Saturday, a day before the target, Good Friday."""
        with pytest.raises(InvalidError, match="revised_on"):
            delayed(draft_of(letter_in()), formal(letter_in()), revised_on=revised_on, told_at=AT)

    def test_an_acknowledgement_promises_the_day_of_the_formal_response(self) -> None:
        """Fifteen working days after Monday 2 March 2026."""
        draft = promised(draft_of(letter_in(), Template.ACKNOWLEDGEMENT), formal(letter_in()))

        assert draft.facts == {"received": "Monday 2 March 2026", "answer_by": "Monday 23 March 2026"}
        assert "an answer by Monday 23 March 2026." in composed(draft).text

    def test_no_other_deadline_is_promised(self) -> None:
        """The day for the acknowledgement is not the day for the answer."""
        other = next(each for each in deadlines(letter_in()) if each.duty is Duty.ACKNOWLEDGEMENT)

        with pytest.raises(InvalidError, match="deadline: given 'acknowledgement'"):
            promised(draft_of(letter_in(), Template.ACKNOWLEDGEMENT), other)


class TestDraft:
    """What a draft can be."""

    def test_a_fact_that_nobody_asked_for_is_refused(self) -> None:
        """By name: nothing that was typed is lost in silence."""
        draft = Draft(template=Template.FOI_REQUEST, written_on=MONDAY, facts={"reason": "curious"})

        with pytest.raises(InvalidError, match="'reason', expected one of: description, name, address"):
            composed(draft)

    @pytest.mark.clause("FOI-5")
    def test_nobody_is_asked_why_they_want_information(self) -> None:
        """The request has no place for it."""
        text = composed(Draft(template=Template.FOI_REQUEST, written_on=MONDAY)).text.casefold()

        assert "reason" not in text
        assert "because" not in text

    @pytest.mark.parametrize(
        ("template", "medium"),
        [
            (Template.COMPLIMENT_SLIP, Medium.EMAIL),
            (Template.COMPLIMENT_SLIP, Medium.LETTER),
            (Template.FORMAL_RESPONSE, Medium.COMPLIMENT_SLIP),
        ],
    )
    def test_a_slip_is_a_slip(self, template: Template, medium: Medium) -> None:
        """And nothing else is."""
        with pytest.raises(InvalidError, match="medium"):
            Draft(template=template, medium=medium, written_on=MONDAY)

    def test_a_complaint_about_us_goes_where_such_complaints_go(self) -> None:
        """To no other address, whatever was typed (MOR-4)."""
        draft = Draft(template=Template.COMPLAINT_ABOUT_US, written_on=MONDAY, recipient=("me",))

        assert composed(draft).recipient == POLICY.office.complaints_address

    def test_a_letter_of_a_customer_is_theirs(self) -> None:
        """Their name and address below, none of ours, and no headed paper."""
        facts = {"name": "J Vibert", "address": "1 High Street\nSt Helier", "description": "the minutes"}

        written = composed(Draft(template=Template.FOI_REQUEST, written_on=MONDAY, sender=ANN, facts=facts))

        assert written.signed == ("J Vibert", "1 High Street", "St Helier")
        assert (written.headed, written.from_office, written.formal) == (False, False, False)
        assert "Le Brun" not in written.text
