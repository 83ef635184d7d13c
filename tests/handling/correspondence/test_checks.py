"""What is found in a letter: nothing in one that is composed, and any part that is taken out of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from joic_policy import POLICY, Format
from joic_policy.contacts import Needs
from joic_policy.handling import (
    Correspondence,
    Draft,
    Medium,
    Sender,
    Sending,
    Template,
    composed,
    faults,
    letter_findings,
    sending_findings,
    wording,
)
from tests.strategies import letter_drafts

ON = date(2026, 3, 2)
ANN = Sender(
    first_name="Ann", surname="Le Brun", title="Officer", telephone="01534 716530", email="ann@example.org"
)
FORMAL = "The Jersey Office of the Information Commissioner"
OURS = [template for template in Template if wording(template).from_office]


def draft(template: Template, **facts: Any) -> Draft:
    """A plain draft with every fact known."""
    known = {key: f"what stands for {key}" for key in wording(template).asks}
    enclosures = ("a leaflet",) if template is Template.COMPLIMENT_SLIP else ()
    whole = {"sender": ANN, "addressed_as": "Ms Vibert", "facts": known, "enclosures": enclosures, **facts}
    return Draft(template=template, written_on=ON, **whole)


def letter(template: Template, **facts: Any) -> Correspondence:
    """A letter in order."""
    return composed(draft(template, **facts))


def found_in(written: Correspondence) -> set[tuple[str, str]]:
    """Clause and place of what is found, advice left out."""
    return {(each.clause_id, each.place) for each in faults(letter_findings(written))}


def without(written: Correspondence, words: str) -> Correspondence:
    """The letter with some words taken out, wherever they stand."""

    def gone(text: str) -> str:
        return text.replace(words, "")

    return evolve(
        written,
        subject=gone(written.subject),
        paragraphs=tuple(map(gone, written.paragraphs)),
        signed=tuple(filter(None, map(gone, written.signed))),
        recipient=tuple(map(gone, written.recipient)),
    )


REMOVALS: dict[str, tuple[Callable[[Correspondence], Correspondence], str, str]] = {
    "heading": (lambda one: evolve(one, heading=()), "WRI-3", "heading"),
    "name in the heading": (lambda one: evolve(one, heading=one.heading[1:]), "WRI-3", "heading"),
    "full name": (lambda one: without(one, FORMAL), "WRI-5", "text"),
    "signed for": (
        lambda one: without(one, "For and on behalf of the Information Commissioner"),
        "WRI-5",
        "signature",
    ),
    "first name": (lambda one: without(one, "Ann "), "WRI-6", "signature: first name"),
    "first name of the sender": (
        lambda one: evolve(one, sender=evolve(ANN, first_name=" ")),
        "WRI-6",
        "signature: first name",
    ),
    "surname": (lambda one: without(one, " Le Brun"), "WRI-6", "signature: surname"),
    "details": (lambda one: evolve(one, signed=one.signed[:4]), "WRI-6", "signature: contact"),
    "salutation": (lambda one: evolve(one, salutation=" "), "WRI-7", "salutation"),
    "closing": (lambda one: evolve(one, closing=""), "WRI-7", "closing"),
    "answer": (lambda one: without(one, "what stands for answer"), "WRI-12", "body: answer"),
    "font": (lambda one: evolve(one, font=""), "WRI-2", "font"),
}


class TestComposed:
    """Letters as they are composed."""

    @settings(deadline=None, max_examples=300)
    @given(letter_drafts())
    def test_always_pass_their_own_check(self, one: Draft) -> None:
        """Every template and medium, every format and language, whatever was typed."""
        found = letter_findings(composed(one))

        assert faults(found) == ()

    @pytest.mark.parametrize("template", Template)
    def test_give_no_advice_against_our_own_words(self, template: Template) -> None:
        """No risky phrase stands in a template."""
        assert letter_findings(letter(template)) == ()

    @pytest.mark.parametrize("template", Template)
    def test_with_nothing_known_every_gap_is_found(self, template: Template) -> None:
        """A letter can be composed at any time; what is missing is seen and found, and nothing is lost."""
        asked = wording(template)
        empty = composed(draft(template, facts={}))

        found = letter_findings(empty)

        assert all(f"[to fill in: {ask}]" in empty.text for ask in asked.asks.values())
        assert {finding for key, finding in asked.states.items() if key in asked.asks} <= set(found)
        assert ("WRI-1" in {each.clause_id for each in found}) == (asked.from_office and bool(asked.asks))


class TestRemoval:
    """A formal letter less one part."""

    @pytest.mark.clause("WRI-3", "WRI-5", "WRI-6", "WRI-7")
    @pytest.mark.parametrize("part", REMOVALS)
    def test_any_part_that_is_gone_is_found_with_its_clause(self, part: str) -> None:
        """That and nothing else."""
        remove, clause_id, place = REMOVALS[part]

        assert found_in(remove(letter(Template.FORMAL_RESPONSE))) == {(clause_id, place)}

    @pytest.mark.clause("WRI-8")
    @pytest.mark.parametrize("other", [{"font": "Arial"}, {"points": 11}, {"font": ""}])
    def test_an_email_in_another_font_or_size_is_found(self, other: dict[str, Any]) -> None:
        """The policy names both for email."""
        email = letter(Template.ACKNOWLEDGEMENT, medium=Medium.EMAIL)

        assert (email.font, email.points) == ("Verdana", 10)
        assert found_in(evolve(email, **other)) == {("WRI-8", "signature: font")}

    @pytest.mark.clause("WRI-4")
    @pytest.mark.parametrize("enclosures", [(), (" ",)])
    def test_a_slip_encloses_something(self, enclosures: tuple[str, ...]) -> None:
        """It takes the place of a letter; it has no closing."""
        slip = letter(Template.COMPLIMENT_SLIP)

        assert (slip.medium, slip.closing, slip.headed) == (Medium.COMPLIMENT_SLIP, "", True)
        assert found_in(evolve(slip, enclosures=enclosures)) == {("WRI-4", "enclosures")}
        assert found_in(evolve(slip, heading=())) == {("WRI-3", "heading")}

    @pytest.mark.clause("CON-4")
    @pytest.mark.parametrize(
        ("template", "key"), [(template, key) for template in Template for key in wording(template).states]
    )
    def test_what_a_text_cannot_do_without_is_found_when_it_is_taken_out(
        self, template: Template, key: str
    ) -> None:
        """With the clause that asks for it: full name, address and description for a request, and so on."""
        written = letter(template)
        finding = wording(template).states[key]
        words = f"what stands for {key}"
        gone = evolve(written, recipient=()) if key == "complaints_address" else without(written, words)

        assert finding in letter_findings(gone)
        assert finding not in letter_findings(written)

    def test_a_fact_changed_by_hand_is_found(self) -> None:
        """Another date than the deadline's is not the revised target."""
        notice = letter(Template.DELAY_NOTICE)
        changed = evolve(
            notice, paragraphs=tuple(text.replace("revised", "other") for text in notice.paragraphs)
        )

        assert found_in(changed) == {("WRI-12", "body: new date")}


class TestFormal:
    """What only formal writing has to hold."""

    def test_other_letters_need_neither_the_full_name_nor_the_commissioner(self) -> None:
        """An acknowledgement is no formal writing."""
        written = letter(Template.ACKNOWLEDGEMENT)

        assert not written.formal
        assert FORMAL not in written.text
        assert found_in(written) == set()

    @pytest.mark.parametrize(
        ("words", "is_found"),
        [("as JOIC told you", True), ("(JOIC)", True), ("at www.jerseyoic.org", False), ("info@JOIC", False)],
    )
    def test_the_short_name_is_found(self, words: str, *, is_found: bool) -> None:
        """But not in an address."""
        facts = {**draft(Template.FORMAL_RESPONSE).facts, "answer": words}

        assert (("WRI-5", "text") in found_in(letter(Template.FORMAL_RESPONSE, facts=facts))) is is_found
        assert (
            found_in(
                letter(Template.ACKNOWLEDGEMENT, facts={"about": words, "received": "x", "answer_by": "y"})
            )
            == set()
        )


class TestSender:
    """Who writes."""

    @pytest.mark.parametrize("template", OURS)
    @pytest.mark.parametrize("part", ["first_name", "surname"])
    def test_everything_we_write_names_the_sender(self, template: Template, part: str) -> None:
        """Slips and emails too."""
        nameless: dict[str, Any] = {part: ""}

        found = found_in(letter(template, sender=evolve(ANN, **nameless)))

        assert found == {("WRI-6", f"signature: {part.replace('_', ' ')}")}

    @pytest.mark.parametrize("part", ["telephone", "email"])
    def test_one_way_to_reach_them_is_enough_and_two_are_advised(self, part: str) -> None:
        """One missing is advice."""
        less: dict[str, Any] = {part: ""}

        (found,) = letter_findings(letter(Template.ACKNOWLEDGEMENT, sender=evolve(ANN, **less)))

        assert (found.clause_id, found.advice) == ("WRI-6", True)

    def test_an_address_is_no_name(self) -> None:
        """The name within an email address does not name the sender."""
        written = letter(Template.ACKNOWLEDGEMENT, sender=evolve(ANN, surname=""))
        only_address = evolve(written, signed=("Email: ann@example.org",))

        assert ("WRI-6", "signature: first name") in found_in(only_address)


class TestClosing:
    """The closing follows from the salutation."""

    @pytest.mark.parametrize(
        ("salutation", "closing", "informal", "place"),
        [
            ("Dear Ms Vibert", "Yours sincerely", False, None),
            ("Dear Ms Vibert,", "yours Sincerely,", False, None),
            ("Dear Sir or Madam", "Yours faithfully", False, None),
            ("TO WHOM IT MAY CONCERN", "Yours faithfully", False, None),
            ("Dear Ann", "Kind regards", True, None),
            ("Dear Ann", "Best wishes", True, None),
            ("Dear Ann", "Yours sincerely", True, None),
            ("Dear Ms Vibert", "Yours faithfully", False, "closing"),
            ("Dear Sir or Madam", "Yours sincerely", False, "closing"),
            ("Dear Ms Vibert", "Cheers", False, "closing"),
            ("Dear Ms Vibert", "Cheers", True, "closing"),
            ("Dear Ms Vibert", "Kind regards", False, "closing"),
            ("", "Yours faithfully", False, "salutation"),
        ],
    )
    def test_by_the_customary_pairs(
        self, salutation: str, closing: str, place: str | None, *, informal: bool
    ) -> None:
        """A name sincerely, nobody faithfully, the warmer phrases where the letter is marked."""
        written = evolve(
            letter(Template.ACKNOWLEDGEMENT), salutation=salutation, closing=closing, informal=informal
        )

        assert found_in(written) == ({("WRI-7", place)} if place else set())

    def test_a_formal_letter_is_not_informal(self) -> None:
        """Marked so by hand it is found; composed it never is."""
        written = letter(Template.FORMAL_RESPONSE, informal=True)

        assert (written.informal, written.closing) == (False, "Yours sincerely")
        assert found_in(evolve(written, informal=True)) == {("WRI-7", "closing")}


class TestNeeds:
    """What the customer asked for travels with them."""

    @pytest.mark.parametrize("medium", [Medium.LETTER, Medium.EMAIL])
    @pytest.mark.parametrize("shape", [Format.LARGE_PRINT, Format.EASY_READ])
    def test_large_print_and_easy_words_are_larger(self, shape: Format, medium: Medium) -> None:
        """Composed large; made smaller it is found."""
        needs = Needs(format=shape)
        large = letter(Template.ACKNOWLEDGEMENT, medium=medium, needs=needs)

        assert large.points > letter(Template.ACKNOWLEDGEMENT, medium=medium).points
        assert found_in(evolve(large, points=large.points - 1)) == {("WRI-2", "format")}

    def test_text_only_is_plain(self) -> None:
        """No font, no layout; with one it is found."""
        plain = letter(Template.ACKNOWLEDGEMENT, needs=Needs(format=Format.TEXT_ONLY))

        assert (plain.plain, plain.font) == (True, "")
        assert ("WRI-2", "format") in found_in(evolve(plain, plain=False, font="Verdana"))

    @pytest.mark.parametrize(
        ("needs", "words"),
        [
            (Needs(format=Format.EASY_READ), "easy read"),
            (Needs(format=Format.BRAILLE), "braille"),
            (Needs(format=Format.AUDIO), "audio"),
            (Needs(language="Polish"), "Polish"),
        ],
    )
    def test_what_software_cannot_make_is_advised(self, needs: Needs, words: str) -> None:
        """The text is there; somebody puts it into the format or language."""
        (found,) = letter_findings(letter(Template.ACKNOWLEDGEMENT, needs=needs))

        assert (found.clause_id, found.advice) == ("WRI-2", True)
        assert words in found.remedy


class TestPhrases:
    """Words that are risky to send."""

    @pytest.mark.clause("WRI-1")
    @pytest.mark.parametrize(
        ("words", "is_found"),
        [
            ("We guarantee that it is solved.", True),
            ("You failed to tell us.", True),
            ("As we have already told you, no.", True),
            ("They have clearly broken the law.", True),
            ("Please calm down.", True),
            ("Please find herewith the form.", True),
            ("Please tell the controller without delay.", False),
            ("We will look into it by Friday and tell you what we find.", False),
            ("You told us that a letter went astray!", False),
        ],
    )
    def test_are_pointed_out_as_advice(self, words: str, *, is_found: bool) -> None:
        """With the reason; the judgement stays with the writer."""
        facts = {**draft(Template.FORMAL_RESPONSE).facts, "answer": words}

        found = letter_findings(letter(Template.FORMAL_RESPONSE, facts=facts))

        assert [each.clause_id for each in found] == ["WRI-1"] * len(found)
        assert bool(found) is is_found
        assert faults(found) == ()

    def test_what_is_told_of_a_colleague_is_found_too(self) -> None:
        """A letter has no more to tell than a call."""
        facts = {**draft(Template.FORMAL_RESPONSE).facts, "answer": "Bea is off sick."}

        (found,) = letter_findings(letter(Template.FORMAL_RESPONSE, facts=facts))

        assert (found.clause_id, found.advice) == ("TEL-6", True)


class TestSending:
    """What is confirmed before it goes."""

    READY = Sending(recipient_confirmed=True, attachments_confirmed=True, second_reader="Bea")

    @pytest.mark.parametrize(
        ("less", "place"),
        [
            ({"recipient_confirmed": False}, "sending: recipient"),
            ({"attachments_confirmed": False}, "sending: attachments"),
            ({"second_reader": " "}, "sending: second reader"),
            ({"second_reader": "ann le brun"}, "sending: second reader"),
        ],
    )
    def test_a_formal_letter_with_an_enclosure_needs_everything(
        self, less: dict[str, Any], place: str
    ) -> None:
        """Whoever wrote it is no second reader."""
        written = letter(Template.FORMAL_RESPONSE, enclosures=("a form",))

        assert sending_findings(written, self.READY) == ()
        assert [each.place for each in sending_findings(written, evolve(self.READY, **less))] == [place]

    def test_other_letters_need_no_second_reader(self) -> None:
        """Nor is anything confirmed that is not there."""
        assert sending_findings(letter(Template.ACKNOWLEDGEMENT), Sending(recipient_confirmed=True)) == ()


def test_the_details_of_the_office_are_data() -> None:
    """Another font or name in the data is what is asked for."""
    policy = evolve(POLICY, office=evolve(POLICY.office, letter_font="Arial", signed_for="For the Authority"))
    one = draft(Template.FORMAL_RESPONSE)

    assert faults(letter_findings(composed(one, policy=policy), policy=policy)) == ()
    assert {each.place for each in letter_findings(composed(one), policy=policy)} == {"font", "signature"}
