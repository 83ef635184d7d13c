"""Abuse, hazards and our own mistakes: what to do, and what is still missing."""

from datetime import UTC, datetime, timedelta
from itertools import chain, combinations, product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy import (
    POLICY,
    Channel,
    Duty,
    Event,
    MatterKind,
    Received,
    compare,
    contact_from,
    deadlines,
)
from joic_policy.contacts import Abuse, HazardFound, IncidentRecorded, MistakeCorrected, MistakeFound, Triaged
from joic_policy.handling import (
    conduct_steps,
    faults,
    hazard_findings,
    incident_draft,
    incident_findings,
    incident_missing,
    mistake_findings,
    mistake_steps,
    own_breach,
)
from tests.strategies import histories

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
KINDS = [*chain.from_iterable(combinations(Abuse, n) for n in range(4))]
SPACE = [*product(Channel, KINDS, (None, False, True))]


def received(channel: Channel = Channel.TELEPHONE, **facts: Any) -> Received:
    """Something that reached the Office."""
    return Received(channel=channel, received_on=AT.date(), received_at=AT, **facts)


class TestSteps:
    """What to do about abuse."""

    @pytest.mark.parametrize(("channel", "kinds", "too_far"), SPACE)
    def test_the_incident_is_logged_and_the_matter_goes_on(
        self, channel: Channel, kinds: tuple[Abuse, ...], *, too_far: bool | None
    ) -> None:
        """On every channel, whatever the kind and the judgement; each by clauses that are there."""
        steps = conduct_steps(channel, kinds, too_far=too_far)

        assert any("Log the incident" in each for each in steps.do)
        assert any("stops no date" in each for each in steps.do)
        assert "STD-5" in steps.clause_ids
        assert set(steps.clause_ids) <= set(POLICY.clauses)
        assert len(set(steps.do)) == len(steps.do)

    @pytest.mark.parametrize("channel", Channel)
    def test_the_officer_is_asked_until_they_have_judged(self, channel: Channel) -> None:
        """Nobody else decides what is too much, and once it is judged nothing is asked."""
        assert "You decide" in conduct_steps(channel).ask
        assert not conduct_steps(channel, too_far=False).ask + conduct_steps(channel, too_far=True).ask

    @pytest.mark.clause("STD-4")
    def test_a_call_is_ended_only_when_it_goes_too_far(self) -> None:
        """Politely, with words for it, and by its clause."""
        ended = {
            too_far: " ".join(conduct_steps(Channel.TELEPHONE, Abuse, too_far=too_far).say)
            for too_far in (None, False, True)
        }

        assert {too_far: "end this call" in said for too_far, said in ended.items()} == {
            None: False,
            False: False,
            True: True,
        }
        assert "You are welcome to call again" in ended[True]
        assert "STD-4" in conduct_steps(Channel.TELEPHONE, too_far=True).clause_ids

    def test_in_person_staff_leave_and_call_for_help(self) -> None:
        """The way out comes first."""
        steps = conduct_steps(Channel.IN_PERSON, [Abuse.PHYSICAL], too_far=True)

        assert steps.do[0] == "Leave the room."
        assert "Call a colleague" in steps.do[1]

    @pytest.mark.parametrize("channel", [Channel.LETTER, Channel.EMAIL, Channel.ONLINE_FORM])
    def test_what_is_written_has_nothing_to_say_aloud(self, channel: Channel) -> None:
        """A letter is answered, not spoken to."""
        assert conduct_steps(channel, Abuse, too_far=True).say == ()

    def test_each_kind_adds_what_it_calls_for(self) -> None:
        """Always in the same order, however the kinds are told."""
        assert conduct_steps(Channel.EMAIL, [Abuse.VERBAL, Abuse.THREAT]) == conduct_steps(
            Channel.EMAIL, [Abuse.THREAT, Abuse.VERBAL, Abuse.THREAT]
        )
        assert any("police" in each for each in conduct_steps(Channel.EMAIL, [Abuse.THREAT]).do)
        assert any("999" in each for each in conduct_steps(Channel.EMAIL, [Abuse.PHYSICAL]).do)


class TestIncident:
    """The record of it."""

    CONTACT = contact_from([received(text="You will regret this.", subject="my letter")])

    def test_is_drafted_from_the_contact(self) -> None:
        """What was written or said, and how it came; who records it confirms it."""
        draft = incident_draft(self.CONTACT, at=LATER, by="Ann", kinds=[Abuse.THREAT])

        assert (draft.place, draft.what, draft.kinds) == (
            "by telephone",
            "You will regret this.",
            (Abuse.THREAT,),
        )
        assert incident_findings(draft) == ()
        abusive = Triaged(happened_at=AT, matters=(), abusive=True)
        assert not faults(incident_missing(contact_from([*self.CONTACT.events, abusive, draft])))

    def test_takes_the_subject_where_there_is_no_text(self) -> None:
        """Nothing known is thrown away, and nothing made up."""
        contact = contact_from([received(subject="my letter")])

        assert incident_draft(contact, at=LATER, by="Ann", kinds=[Abuse.VERBAL]).what == "my letter"

    @pytest.mark.clause("STD-2")
    @pytest.mark.parametrize("kinds", KINDS)
    def test_has_a_kind(self, kinds: tuple[Abuse, ...]) -> None:
        """One, or several; without any it is found by its clause."""
        incident = incident_draft(self.CONTACT, at=LATER, by="Ann", kinds=kinds)

        assert incident.kinds == kinds
        assert [each.clause_id for each in incident_findings(incident)] == ([] if kinds else ["STD-2"])

    @pytest.mark.clause("STD-4")
    @settings(deadline=None)
    @given(histories(), st.sampled_from(KINDS[1:]), st.booleans())
    def test_moves_no_date_and_closes_nothing(
        self,
        history: tuple[Event, ...],
        kinds: tuple[Abuse, ...],
        ended: bool,  # noqa: FBT001  # given needs it positional
    ) -> None:
        """Whatever had happened, what is owed stands as it stood."""
        before = contact_from(history)
        at = max(event.happened_at for event in history)
        incident = IncidentRecorded(happened_at=at, by="Ann", kinds=kinds, ended=ended)

        after = contact_from([*history, incident])

        assert compare(deadlines(before), deadlines(after)) == ()
        assert [each.status(at) for each in deadlines(before)] == [
            each.status(at) for each in deadlines(after)
        ]
        assert after.closed == before.closed

    @pytest.mark.parametrize(
        ("part", "place"),
        [("what", "incident: what happened"), ("by", "incident: who records it")],
    )
    def test_any_part_that_is_missing_is_found(self, part: str, place: str) -> None:
        """By its clause."""
        whole = IncidentRecorded(happened_at=AT, by="Ann", kinds=(Abuse.VERBAL,), what="Shouted.")
        blank: dict[str, Any] = {part: " "}

        (found,) = incident_findings(evolve(whole, **blank))

        assert (found.place, found.clause_id) == (place, "STD-5")

    @pytest.mark.parametrize(("abusive", "clause_ids"), [(True, ["STD-5"]), (False, [])])
    def test_stands_in_the_way_of_closing_only_where_there_was_abuse(
        self, clause_ids: list[str], *, abusive: bool
    ) -> None:
        """An ordinary contact needs none."""
        told = Triaged(happened_at=AT, matters=(), abusive=abusive)
        again = Triaged(happened_at=AT, matters=())
        contact = contact_from([*self.CONTACT.events, told, again])

        assert [each.clause_id for each in incident_missing(contact)] == clause_ids


class TestHazard:
    """What is not safe."""

    WHOLE = HazardFound(happened_at=AT, place="the stairs", what="A loose step.", told="the caretaker")

    def test_a_whole_one_is_in_order(self) -> None:
        """Time, place, hazard and who was told."""
        assert hazard_findings(self.WHOLE) == ()

    @pytest.mark.clause("PRI-9")
    @pytest.mark.parametrize("part", ["place", "what", "told"])
    def test_any_part_that_is_missing_is_found(self, part: str) -> None:
        """By its clause."""
        blank: dict[str, Any] = {part: " \n"}

        (found,) = hazard_findings(evolve(self.WHOLE, **blank))

        assert (found.clause_id, found.advice) == ("PRI-9", False)

    @pytest.mark.parametrize(
        ("what", "is_found"),
        [
            ("She was bleeding.", True),
            ("He broke, I think he has a fractured wrist.", True),
            ("Somebody fell and was hurt.", False),
            ("A broken window.", False),
            ("See the accident record.", False),
        ],
    )
    def test_medical_detail_is_advised_against(self, what: str, *, is_found: bool) -> None:
        """That somebody was hurt is enough here."""
        found = hazard_findings(evolve(self.WHOLE, what=what))

        assert bool(found) is is_found
        assert faults(found) == ()


class TestMistake:
    """What we did wrongly."""

    FOUND = MistakeFound(happened_at=LATER, what="Sent to the wrong address.")

    def test_is_open_until_it_is_corrected(self) -> None:
        """Each one by itself."""
        first, second = self.FOUND, MistakeFound(happened_at=LATER)
        put_right = [
            MistakeCorrected(happened_at=LATER, of=mistake.id, how="Sent anew.")
            for mistake in (first, second)
        ]
        told = [received(), first, second]

        assert mistake_findings(contact_from([received()])) == ()
        assert [each.clause_id for each in mistake_findings(contact_from([*told, put_right[0]]))] == ["STD-3"]
        assert mistake_findings(contact_from([*told, *put_right])) == ()

    def test_with_personal_data_is_a_matter_with_the_clock_of_the_law(self) -> None:
        """From the moment it was noticed; until then it is a finding that tells the period."""
        mistake = evolve(self.FOUND, personal_data=True)
        contact = contact_from([received(), mistake])
        matter = own_breach(mistake)
        assert matter

        heeded = contact_from([received(), mistake, Triaged(happened_at=LATER, matters=(matter,))])

        found = [each for each in mistake_findings(contact) if "personal data" in each.place]
        assert "72 hours" in found[0].what
        assert [each.place for each in mistake_findings(heeded)] == ["mistake: correction"]
        (owed,) = (each for each in deadlines(heeded) if each.duty is Duty.OWN_BREACH_REPORT)
        assert owed.due_at == LATER + timedelta(hours=72)
        assert matter.kind is MatterKind.OWN_BREACH

    def test_without_personal_data_starts_no_clock(self) -> None:
        """It is put right, and that is all."""
        assert own_breach(self.FOUND) is None

    def test_telling_somebody_above_comes_first_where_data_is_concerned(self) -> None:
        """The law's period is said, and we say sorry either way."""
        with_data, without = mistake_steps(personal_data=True), mistake_steps(personal_data=False)

        assert "within 72 hours" in with_data.do[0]
        assert with_data.do[2:] == without.do
        assert with_data.say == without.say
        assert not any("{" in text for text in with_data.do)
