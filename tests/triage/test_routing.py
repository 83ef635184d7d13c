"""Where enquiries go: a table of what people bring, each with its route and what is particular about it."""

from datetime import date
from typing import Any

import pytest

from joic_policy.policy import Duty, MatterKind
from joic_policy.triage import Detail, Enquiry, Outcome, Route, triage
from joic_policy.triage.facts import Business, Outside, RefusalReason, RequestPart, Wish

TODAY = {"today_on": "2026-06-01"}
CONCERN = {
    "topic": "concern",
    "risk": "none",
    "for_whom": "self",
    "holder": "jersey",
    "complaint_written": "no",
}
WRITTEN = CONCERN | {"complaint_written": "yes", "grounds": "rights", "rights_affected": "yes"}
UNHAPPY = CONCERN | {"raised": "unhappy"}
OWN = {"topic": "own_information", "risk": "none", "for_whom": "self", "holder": "jersey"}
FOI = {"topic": "public_information", "authority": "states_greffe", **TODAY}
PARTS = "in_writing,full_name,contact_address,clear_description"
REVIEWED = FOI | {"foi_stage": "refused", "refusal_reasons": "cost", "review": "answered"}
DECISION = {"topic": "about_us", "feedback": "decision", "decision_about": "complaint", **TODAY}


def outcome(facts: dict[str, Any]) -> Outcome:
    """What a full enquiry comes to."""
    reached = triage(Enquiry(**facts))
    assert reached.outcome, reached.question
    return reached.outcome


@pytest.mark.parametrize(
    ("facts", "route"),
    [
        (CONCERN | {"raised": "not_yet", "concerns": "insecure"}, Route.RAISE_WITH_ORGANISATION),
        (UNHAPPY | {"wish": "talk"}, Route.TALK_IT_THROUGH),
        (UNHAPPY | {"wish": "ask_again", "right_asked": "not_sure"}, Route.CHASE_ORGANISATION),
        (UNHAPPY | {"wish": "complain", "grounds": "", "rights_affected": "yes"}, Route.ARTICLE_19_COMPLAINT),
        (UNHAPPY | {"wish": "settle", "agreed_on": "not_sure"}, Route.AMICABLE_RESOLUTION),
        (WRITTEN | {"raised": "not_yet"}, Route.ARTICLE_19_COMPLAINT),
        (CONCERN | {"complaint_written": "not_sure"}, Route.CHECK),
        (CONCERN | {"for_whom": "in_confidence"}, Route.INFORMANT_IN_CONFIDENCE),
        (CONCERN | {"for_whom": "organisation"}, Route.INFORMANT_IN_CONFIDENCE),
        (CONCERN | {"for_whom": "someone_else", "acting_by": "nothing_yet"}, Route.REPRESENTATIVE),
        (CONCERN | {"for_whom": "someone_else", "acting_by": "person_has_died"}, Route.PERSON_HAS_DIED),
        (CONCERN | {"holder": "guernsey"}, Route.ORGANISATION_ELSEWHERE),
        (CONCERN | {"holder": "private_person", "household": "yes"}, Route.PRIVATE_PERSON),
        (CONCERN | {"holder": "office", "aware_at": "not_sure"}, Route.OWN_MISTAKE),
        (CONCERN | {"holder": "not_sure"}, Route.CHECK),
        (OWN | {"raised": "not_yet"}, Route.SUBJECT_ACCESS_TO_ORGANISATION),
        (OWN | {"holder": "office"}, Route.SUBJECT_ACCESS_TO_OFFICE),
        (OWN | {"for_whom": "organisation"}, Route.QUESTION),
        (FOI | {"foi_stage": "new", "request_has": PARTS, "recorded_as": "email"}, Route.FOI_REQUEST),
        (FOI | {"foi_stage": "new", "request_has": "", "recorded_as": ""}, Route.FOI_REQUEST_INCOMPLETE),
        (FOI | {"authority": "jersey_post"}, Route.FOI_NOT_SCHEDULED),
        (FOI | {"authority": "another"}, Route.FOI_AUTHORITY_UNKNOWN),
        (FOI | {"authority": "office"}, Route.OFFICE_INFORMATION),
        (FOI | {"foi_stage": "no_answer", "asked_on": "2026-05-20"}, Route.FOI_ANSWER_AWAITED),
        (FOI | {"foi_stage": "no_answer", "asked_on": "2026-04-01", "review": "none"}, Route.FOI_NO_ANSWER),
        (FOI | {"foi_stage": "part", "refusal_reasons": "", "review": "none"}, Route.FOI_ANSWERED_IN_PART),
        (FOI | {"foi_stage": "refused", "refusal_reasons": "cost", "review": "none"}, Route.FOI_REFUSED),
        (REVIEWED | {"review": "waiting"}, Route.FOI_REVIEW_AWAITED),
        (REVIEWED | {"review_answered_on": "2026-05-01"}, Route.FOI_APPEAL),
        (REVIEWED | {"review_answered_on": "2026-03-01"}, Route.FOI_APPEAL_LATE),
        (REVIEWED | {"review": "not_sure"}, Route.CHECK),
        ({"topic": "breach", "breach_by": "controller", "aware_at": "not_sure"}, Route.BREACH_REPORT),
        ({"topic": "breach", "breach_by": "processor"}, Route.BREACH_AT_PROCESSOR),
        ({"topic": "breach", "breach_by": "office", "aware_at": "not_sure"}, Route.OWN_MISTAKE),
        ({"topic": "breach", "breach_by": "not_sure"}, Route.CHECK),
        (CONCERN | {"topic": "breach", "breach_by": "affected_person", "raised": "not_yet", "concerns": ""},
         Route.RAISE_WITH_ORGANISATION),
        (DECISION | {"decided_on": "2026-05-10"}, Route.DECISION_DISPUTED),
        (DECISION | {"decided_on": "2026-05-01"}, Route.DECISION_DISPUTED_LATE),
        (DECISION | {"decision_about": "foi", "decided_on": "2026-05-10"}, Route.DECISION_DISPUTED),
        (DECISION | {"decision_about": "other"}, Route.CHECK),
        ({"topic": "about_us", "feedback": "not_sure", "complains": "no"}, Route.DISSATISFACTION),
        ({"topic": "existing", "identity_checked": "yes"}, Route.EXISTING_MATTER),
        ({"topic": "nothing", "nothing": "spam"}, Route.NOTHING_TO_ANSWER),
        ({"topic": "outside", "outside": "employment"}, Route.OUTSIDE_REMIT),
        ({"topic": "outside", "outside": "not_sure"}, Route.CHECK),
        ({"topic": "registration"}, Route.REGISTRATION),
        ({"topic": "advice"}, Route.QUESTION),
        ({"topic": "not_sure"}, Route.CHECK),
    ],
)  # fmt: skip
def test_goes_where_it_should(facts: dict[str, str], route: Route) -> None:
    """One enquiry, one route."""
    assert route is outcome(facts).route


class TestFirstStep:
    """The organisation first, and when not (CMP-4, CON-3)."""

    @pytest.mark.clause("CMP-4", "CON-3")
    def test_is_advised_and_never_in_the_way(self) -> None:
        """A complaint may be made now even if nothing was raised, and nobody hears that it is refused."""
        advised = outcome(CONCERN | {"raised": "not_yet", "concerns": "insecure"})

        said = " ".join((*advised.say, advised.customer_text)).casefold()
        assert "complain to us now" in said
        assert not {"invalid", "premature", "must first", "not valid"} & {
            word for word in ("invalid", "premature", "must first", "not valid") if word in said
        }

    @pytest.mark.clause("CMP-5")
    def test_stands_beside_a_complaint_that_reached_us_in_writing(self) -> None:
        """Its duties have started, whatever came before."""
        complaint = outcome(WRITTEN | {"raised": "not_yet"})

        assert complaint.matter.kind is MatterKind.ARTICLE_19_COMPLAINT
        assert Duty.ARTICLE_19_DECISION in complaint.duties
        assert Detail.STEP_1_BESIDE in complaint.details

    @pytest.mark.parametrize(
        ("asked_on", "said"), [("2026-10-19", "seems to have passed"), ("2026-11-20", "has not passed yet")]
    )
    def test_a_caller_hears_whether_the_organisation_is_late(self, asked_on: str, said: str) -> None:
        """On 24 November, the four weeks of 19 October have passed and those of 20 November have not."""
        asked = OWN | {"raised": "no_answer", "complaint_written": "no", "wish": "ask_again"}

        heard = outcome(asked | {"asked_on": asked_on, "today_on": "2026-11-24"}).say

        assert any("4 weeks" in words and said in words for words in heard)

    @pytest.mark.clause("CMP-5")
    def test_whoever_has_complained_in_writing_is_not_asked_to(self) -> None:
        """They hear that it has reached us; whoever has not, how to go about it."""
        complaint = outcome(WRITTEN | {"raised": "not_yet"})
        spoken = outcome(UNHAPPY | {"wish": "complain", "grounds": "rights", "rights_affected": "yes"})

        assert "received your complaint in writing" in complaint.customer_text
        assert "normally made in writing" not in complaint.customer_text
        assert "normally made in writing" in spoken.customer_text
        assert "received your complaint" not in spoken.customer_text

    def test_starts_no_duty_of_the_law_before_a_complaint_is_in_writing(self) -> None:
        """A spoken complaint is guided to writing first."""
        spoken = outcome(UNHAPPY | {"wish": "complain", "grounds": "rights", "rights_affected": "yes"})

        assert (spoken.matter.kind, spoken.duties) == (MatterKind.CONCERN, ())

    @pytest.mark.parametrize("risk", ["now", "by_contact", "not_sure"])
    @pytest.mark.parametrize("topic", ["concern", "own_information"])
    def test_is_not_advised_where_somebody_may_be_at_risk(self, risk: str, topic: str) -> None:
        """Whatever they wish, no route leads to the organisation, and nobody asks whether it was asked."""
        at_risk = Enquiry(**(CONCERN | {"risk": risk, "topic": topic}))

        reached = triage(at_risk)

        assert reached.question
        assert reached.question.fact == "wish"
        assert set(reached.possible) == {Route.TALK_IT_THROUGH, Route.ARTICLE_19_COMPLAINT}
        for wish in (Wish.ASK_AGAIN, Wish.SETTLE):
            talk = triage(at_risk.answered("wish", wish)).outcome
            assert talk
            assert Detail.RISK_NO_CONTACT in talk.details


class TestComplaint:
    """Article 19 (CMP)."""

    @pytest.mark.clause("CMP-2", "CMP-3")
    @pytest.mark.parametrize("affected", ["yes", "not_sure"])
    def test_rests_on_belief(self, affected: str) -> None:
        """That rights may be affected is enough, several grounds may apply, and nothing is missing."""
        complaint = outcome(
            WRITTEN
            | {"raised": "refused", "grounds": "something_else,outside_law", "rights_affected": affected}
        )

        assert complaint.findings == ()
        assert {Detail.GROUND_OUTSIDE_LAW, Detail.GROUND_SOMETHING_ELSE} <= set(complaint.details)

    @pytest.mark.clause("CMP-2")
    def test_is_taken_even_where_a_limb_is_missing(self) -> None:
        """What is missing is a finding with its clause, not a refusal."""
        complaint = outcome(WRITTEN | {"raised": "refused", "grounds": "", "rights_affected": "no"})

        assert complaint.route is Route.ARTICLE_19_COMPLAINT
        assert [finding.clause_id for finding in complaint.findings] == ["CMP-3", "CMP-2"]

    @pytest.mark.clause("CMP-1")
    @pytest.mark.parametrize(
        "acting_by", ["written_consent", "parental_responsibility", "authority_for_adult"]
    )
    def test_may_be_made_for_somebody_by_who_may_act_for_them(self, acting_by: str) -> None:
        """The route is their own, with what to see and keep."""
        theirs = WRITTEN | {"raised": "refused", "for_whom": "someone_else", "acting_by": acting_by}

        complaint = outcome(theirs)

        assert complaint.route is Route.ARTICLE_19_COMPLAINT
        assert complaint.details[0] is Detail(f"acting_{acting_by}")

    def test_asks_an_informant_for_no_name_and_for_nothing_else(self) -> None:
        """Risk and whose information it is are all that is asked."""
        trace = triage(Enquiry(**(CONCERN | {"for_whom": "in_confidence"}))).trace

        assert [answered.question.fact for answered in trace] == ["topic", "risk", "for_whom"]


class TestChase:
    """Asking the organisation again."""

    @pytest.mark.parametrize(
        ("asked_on", "detail"),
        [
            ("2026-05-04", Detail.RIGHT_IN_TIME),  # four weeks end on the day itself
            ("2026-05-03", Detail.RIGHT_LATE),
            ("2026-06-02", Detail.RIGHT_UNDATED),  # ahead of today
            ("not_sure", Detail.RIGHT_UNDATED),
        ],
    )
    def test_compares_a_right_that_was_used_with_the_four_weeks_of_the_law(
        self, asked_on: str, detail: Detail
    ) -> None:
        """By today of the enquiry, not of a clock."""
        asked = OWN | TODAY | {"raised": "no_answer", "complaint_written": "no", "wish": "ask_again"}

        chase = outcome(asked | {"asked_on": asked_on})

        assert chase.details == (Detail.RAISED_NO_ANSWER, detail)
        assert chase.duties == (Duty.SUBJECT_ACCESS_BY_ORGANISATION,)

    @pytest.mark.parametrize(
        "facts",
        [
            OWN
            | TODAY
            | {
                "raised": "no_answer",
                "complaint_written": "no",
                "wish": "ask_again",
                "asked_on": "2027-05-04",
            },
            FOI | {"foi_stage": "no_answer", "asked_on": "2027-05-04"},
            REVIEWED | {"review_answered_on": "2027-05-04"},
            DECISION | {"decided_on": "2027-05-04"},
        ],
    )
    def test_gives_no_last_day_that_is_counted_from_a_day_ahead(self, facts: dict[str, str]) -> None:
        """A slip in the year is a finding, and no date follows from it."""
        reached = outcome(facts)

        assert any("no last day can be given" in one.what for one in reached.findings)
        matter = reached.matter
        assert (matter.asked_on, matter.answered_on, matter.decided_on) == (None, None, None)

    def test_gives_no_number_of_days_for_any_other_concern(self) -> None:
        """The law sets none, and none is invented."""
        asked = UNHAPPY | {"wish": "ask_again", "right_asked": "no", "asked_on": "2026-05-04"}

        chase = outcome(asked)

        assert chase.duties == ()
        assert Detail.CONCERN_WITHOUT_PERIOD in chase.details
        assert chase.matter.asked_on == date(2026, 5, 4)

    def test_says_so_where_nobody_knows_whether_a_right_was_used(self) -> None:
        """A finding, and no date."""
        chase = outcome(UNHAPPY | {"wish": "ask_again", "right_asked": "not_sure"})

        assert chase.details[-1] is Detail.RIGHT_NOT_SURE


class TestFreedomOfInformation:
    """Requests, refusals, reviews and appeals (FOI)."""

    @pytest.mark.clause("FOI-4")
    @pytest.mark.parametrize("missing", [*RequestPart])
    def test_names_each_part_that_is_missing(self, missing: RequestPart) -> None:
        """All else being there, that one is the only finding."""
        has = ",".join(part for part in RequestPart if part is not missing)

        request = outcome(FOI | {"foi_stage": "new", "request_has": has, "recorded_as": "letter"})

        assert request.route is Route.FOI_REQUEST_INCOMPLETE
        assert request.details[0] is Detail(f"missing_{missing}")
        assert [finding.clause_id for finding in request.findings] == ["FOI-4"]

    @pytest.mark.clause("FOI-3")
    @pytest.mark.parametrize(
        ("recorded_as", "detail"),
        [
            ("", Detail.RECORDED_UNSAID),
            ("not_recorded", Detail.NOT_RECORDED),
            ("not_recorded,sound", Detail.RECORDED),
            ("photograph", Detail.RECORDED),
        ],
    )
    def test_takes_information_in_any_recorded_form(self, recorded_as: str, detail: Detail) -> None:
        """The form never changes the route; what is recorded nowhere is noted."""
        request = outcome(FOI | {"foi_stage": "new", "request_has": PARTS, "recorded_as": recorded_as})

        assert request.route is Route.FOI_REQUEST
        assert request.details == (detail,)

    @pytest.mark.clause("FOI-2")
    def test_says_may_be_where_the_list_is_not_certain(self) -> None:
        """One secondary source names Andium Homes; its route is that of any authority, with a finding."""
        andium = outcome(
            FOI | {"authority": "andium_homes", "foi_stage": "new", "request_has": PARTS, "recorded_as": ""}
        )

        assert andium.route is Route.FOI_REQUEST
        assert "Andium Homes" in andium.findings[0].what
        assert any("may be" in action.what for action in andium.do)

    @pytest.mark.clause("FOI-6")
    @pytest.mark.parametrize("reason", [*RefusalReason])
    def test_has_a_next_step_for_each_reason(self, reason: RefusalReason) -> None:
        """For staff and for the customer."""
        alike = FOI | {"foi_stage": "refused", "own_information": "no", "review": "none"}
        without = outcome(alike | {"refusal_reasons": "other"})

        refused = outcome(alike | {"refusal_reasons": reason})

        assert refused.details == (Detail(f"refused_{reason}"),)
        assert reason is RefusalReason.OTHER or refused.customer_text != without.customer_text

    @pytest.mark.clause("FOI-6")
    def test_leads_from_own_personal_information_to_asking_for_it(self) -> None:
        """That is another way, with another period."""
        refused = outcome(
            FOI
            | {
                "foi_stage": "refused",
                "refusal_reasons": "personal",
                "own_information": "yes",
                "review": "none",
            }
        )

        assert refused.details == (Detail.REFUSED_PERSONAL, Detail.REFUSED_PERSONAL_OWN)

    @pytest.mark.parametrize(
        ("answered_on", "route"),
        [
            ("2026-04-20", Route.FOI_APPEAL),  # six weeks end on the day itself
            ("2026-04-19", Route.FOI_APPEAL_LATE),
            ("2026-06-02", Route.FOI_APPEAL_LATE),  # ahead of today
            ("not_sure", Route.FOI_APPEAL_LATE),
        ],
    )
    def test_checks_a_late_appeal_and_refuses_none(self, answered_on: str, route: Route) -> None:
        """Six weeks from the authority's answer to the review; what is late is taken, and checked."""
        appeal = outcome(REVIEWED | {"review_answered_on": answered_on})

        assert appeal.route is route
        assert appeal.matter.kind is MatterKind.FOI_APPEAL
        assert bool(appeal.check_with) == (route is Route.FOI_APPEAL_LATE)

    @pytest.mark.parametrize(
        ("received_on", "route"),
        [
            ("2026-11-16", Route.FOI_APPEAL),
            ("2026-11-17", Route.FOI_APPEAL),  # six weeks end on the day itself
            ("2026-11-18", Route.FOI_APPEAL_LATE),
            ("2026-10-05", Route.FOI_APPEAL_LATE),  # before the answer
            (None, Route.FOI_APPEAL_LATE),  # then today stands for it
        ],
    )
    def test_judges_an_appeal_by_the_day_on_which_it_reached_us(
        self, received_on: str | None, route: Route
    ) -> None:
        """A week in our own post makes nobody late."""
        answered = REVIEWED | {"review_answered_on": "2026-10-06", "today_on": "2026-11-24"}

        assert outcome(answered | {"received_on": received_on}).route is route

    def test_asks_for_no_other_day_where_that_of_receipt_is_known(self) -> None:
        """What day it is plays no part then; where neither is known, today is asked."""
        undated = Enquiry(**REVIEWED | {"review_answered_on": "2026-10-06", "today_on": None})

        received = triage(undated.answered("received_on", "2026-11-16"))

        assert received.outcome
        assert [answered.question.fact for answered in received.trace][-1] == "received_on"
        asked = triage(undated).question
        assert asked
        assert asked.fact == "today_on"

    @pytest.mark.parametrize(
        ("facts", "day"),
        [
            (FOI | {"foi_stage": "no_answer", "review": "none"}, "asked_on"),
            (DECISION, "decided_on"),
        ],
    )
    def test_judges_nothing_else_by_the_day_of_receipt(self, facts: dict[str, Any], day: str) -> None:
        """What is still to be done elsewhere is in time today or not at all."""
        dated = facts | {day: "2026-05-01", "today_on": "2026-11-24"}

        assert outcome(dated | {"received_on": "2026-05-02"}) == outcome(dated)

    def test_counts_twenty_working_days_for_the_authority(self) -> None:
        """From Friday 1 May 2026 they end on Tuesday 2 June: the holidays of 4 and 25 May do not count."""
        asked = FOI | {"foi_stage": "no_answer", "asked_on": "2026-05-01", "review": "none"}

        assert outcome(asked | {"today_on": "2026-06-02"}).route is Route.FOI_ANSWER_AWAITED
        assert outcome(asked | {"today_on": "2026-06-03"}).route is Route.FOI_NO_ANSWER

    @pytest.mark.parametrize("asked_on", ["0001-01-01", "2017-12-31", "9999-12-31"])
    def test_does_not_break_on_days_outside_the_calendar(self, asked_on: str) -> None:
        """Such a day is not usable, and says so."""
        asked = FOI | {"foi_stage": "no_answer", "asked_on": asked_on, "today_on": "9999-12-31"}

        assert outcome(asked).details == (Detail.REQUEST_UNDATED,)

    def test_does_not_break_on_the_last_day_there_is(self) -> None:
        """Six weeks after it, there is no day."""
        ends = REVIEWED | {"review_answered_on": "9999-12-31", "today_on": "9999-12-31"}

        assert outcome(ends).details[0] is Detail.ANSWER_UNDATED


class TestAboutUs:
    """Feedback, complaints and decisions (MOR-2, MOR-4)."""

    @pytest.mark.clause("MOR-2")
    @pytest.mark.parametrize("channel", ["telephone", "letter", "email", "in_person", "online_form"])
    def test_tells_four_kinds_apart_on_any_channel(self, channel: str) -> None:
        """Each has a route of its own, and only a complaint goes to the Authority."""
        by_kind = {
            kind: outcome({"topic": "about_us", "feedback": kind, "channel": channel, "conflict": "no"})
            for kind in ("dissatisfaction", "suggestion", "compliment", "complaint")
        }

        assert {kind: one.route for kind, one in by_kind.items()} == {
            "dissatisfaction": Route.DISSATISFACTION,
            "suggestion": Route.SUGGESTION,
            "compliment": Route.COMPLIMENT,
            "complaint": Route.SERVICE_COMPLAINT,
        }
        assert [kind for kind, one in by_kind.items() if one.matter.kind is MatterKind.SERVICE_COMPLAINT] == [
            "complaint"
        ]

    @pytest.mark.clause("MOR-4")
    @pytest.mark.parametrize(
        ("channel", "written"), [("telephone", False), ("in_person", False), ("letter", True)]
    )
    def test_offers_to_write_a_spoken_complaint_down(self, channel: str, *, written: bool) -> None:
        """In writing to the Authority, by our hand where that is easier."""
        complaint = outcome(
            {
                "topic": "about_us",
                "feedback": "not_sure",
                "complains": "yes",
                "channel": channel,
                "conflict": "no",
            }
        )

        assert (Detail.COMPLAINT_WRITTEN in complaint.details) == written
        assert bool(complaint.findings) != written
        assert "Complaints, The Data Protection Authority" in complaint.customer_text
        assert ("need not send it again" in complaint.customer_text) == written

    @pytest.mark.parametrize(
        ("about", "kind", "duty"),
        [
            ("complaint", MatterKind.DECISION_DISPUTED, Duty.ARTICLE_19_APPEAL),
            ("foi", MatterKind.FOI_DECISION, Duty.FOI_ROYAL_COURT),
        ],
    )
    @pytest.mark.parametrize(
        ("decided_on", "route"),
        [
            ("2026-05-04", Route.DECISION_DISPUTED),  # 28 days end on the day itself
            ("2026-05-03", Route.DECISION_DISPUTED_LATE),
            ("not_sure", Route.DECISION_DISPUTED_LATE),
        ],
    )
    def test_compares_the_notice_with_the_time_to_appeal(
        self, about: str, kind: MatterKind, duty: Duty, decided_on: str, route: Route
    ) -> None:
        """28 days from the notice, by the statute of the kind of decision."""
        disputed = outcome(DECISION | {"decision_about": about, "decided_on": decided_on})

        assert (disputed.route, disputed.matter.kind) == (route, kind)
        assert duty in disputed.duties


class TestElsewhere:
    """What is no enquiry about information."""

    @pytest.mark.parametrize(("checked", "silent"), [("yes", False), ("no", True), ("not_sure", True)])
    def test_confirms_nothing_before_identity_is_checked(self, checked: str, *, silent: bool) -> None:
        """Until then nobody can say whether we hold anything."""
        existing = outcome({"topic": "existing", "identity_checked": checked})

        assert ("I can't say whether we hold anything." in existing.say) == silent

    @pytest.mark.parametrize("kind", [*Business])
    def test_gives_other_business_an_owner_and_courts_and_police_a_team_manager(self, kind: Business) -> None:
        """What nobody can place goes to a team manager as well."""
        today = kind in {Business.COURT, Business.POLICE, Business.NOT_SURE}

        assert (outcome({"topic": "business", "business": kind}).route is Route.COURT_OR_POLICE) == today

    @pytest.mark.parametrize("body", [body for body in Outside if body is not Outside.NOT_SURE])
    def test_says_may_be_of_bodies_meant_instead(self, body: Outside) -> None:
        """They are known from memory only."""
        instead = outcome({"topic": "outside", "outside": body, "risk": "none"})

        assert "may be" in instead.customer_text
        assert any("may be" in source.words for source in instead.sources)
