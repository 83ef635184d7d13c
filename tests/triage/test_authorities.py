"""Public bodies: what the list says, what they are called, and a list that is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joic_policy._table import Table
from joic_policy.errors import DataFileError
from joic_policy.triage import AUTHORITIES, Standing, authority_named
from joic_policy.triage.authorities import public_bodies_from

PARISHES = [
    "Grouville", "St Brelade", "St Clement", "St Helier", "St John", "St Lawrence",
    "St Martin", "St Mary", "St Ouen", "St Peter", "St Saviour", "Trinity",
]  # fmt: skip
SMALL = """
[lists.schedule]
dated = "2026"
source = "The public list"
known = "official"

[bodies.greffe]
name = "States Greffe"
aliases = ["The Greffe"]
standing = "scheduled"
list = "schedule"

[bodies.post]
name = "Jersey Post"
standing = "not_scheduled"
list = "schedule"

[bodies.other]
name = "Another"
standing = "unknown"
list = "schedule"

[bodies.us]
name = "The Office"
standing = "office"
list = "schedule"
"""


class TestList:
    """What the list says."""

    @pytest.mark.clause("FOI-2")
    @pytest.mark.parametrize("parish", PARISHES)
    def test_has_the_twelve_parishes(self, parish: str) -> None:
        """The Law's words are wider than the policy's, and the list decides."""
        body = authority_named(f"Parish of {parish}")

        assert body
        assert body.standing is Standing.SCHEDULED
        assert body is authority_named(parish)

    @pytest.mark.parametrize(
        ("name", "standing", "verified"),
        [
            ("States of Jersey Police", Standing.SCHEDULED, True),
            ("health and care jersey", Standing.SCHEDULED, True),
            ("Andium", Standing.SCHEDULED, False),
            ("Jersey Post", Standing.NOT_SCHEDULED, False),
            ("JFSC", Standing.NOT_SCHEDULED, False),
            ("JOIC", Standing.OFFICE, False),
        ],
    )
    def test_says_how_a_body_stands_and_how_well_that_is_known(
        self, name: str, standing: Standing, *, verified: bool
    ) -> None:
        """One secondary source is not enough to be certain."""
        body = authority_named(name)

        assert body
        assert (body.standing, body.verified) == (standing, verified)

    @pytest.mark.parametrize("name", ["Saint Helier", "  PARISH of ST. HELIER ", "the parish of st helier"])
    def test_knows_a_body_however_it_is_spelt(self, name: str) -> None:
        """Case, punctuation, saints and articles make no difference."""
        body = authority_named(name)

        assert body
        assert body.id == "parish_st_helier"

    @settings(deadline=None)
    @given(st.text())
    def test_guesses_nothing(self, name: str) -> None:
        """A name that the list does not have is no body."""
        body = authority_named(name)

        assert body is None or name.strip()

    def test_has_dates_and_sources(self) -> None:
        """Every body says where its standing is from, and of when."""
        assert all(body.dated.isdigit() and body.source for body in AUTHORITIES.values())


class TestFaults:
    """A list that is wrong is refused, and the refusal says where."""

    @pytest.mark.parametrize(
        ("written", "instead", "path"),
        [
            ('dated = "2026"', "", "lists.schedule.dated"),
            ('known = "official"', 'known = "sure"', "lists.schedule.known"),
            ('known = "official"', 'known = "one"\nby = "me"', "lists.schedule.by"),
            ('name = "States Greffe"', "", "bodies.greffe.name"),
            ('standing = "scheduled"', 'standing = "yes"', "bodies.greffe.standing"),
            ('list = "schedule"\n\n[bodies.post]', 'list = "rumour"\n\n[bodies.post]', "bodies.greffe.list"),
            ('aliases = ["The Greffe"]', 'colour = "red"', "bodies.greffe.colour"),
            ('name = "Jersey Post"', 'name = "GREFFE"', "bodies.post.name"),
            ('standing = "office"', 'standing = "unknown"', "bodies"),
            ("[lists.schedule]", "[tea]\n[lists.schedule]", "tea"),
        ],
    )
    def test_are_found(self, written: str, instead: str, path: str) -> None:
        """One fault planted in a list that was right."""
        with pytest.raises(DataFileError) as caught:
            public_bodies_from(Table.parsed(SMALL.replace(written, instead, 1), "small.toml"))

        assert path == caught.value.path

    def test_are_not_in_the_list_they_are_planted_in(self) -> None:
        """It is read whole, in its order."""
        assert list(public_bodies_from(Table.parsed(SMALL, "small.toml"))) == [
            "greffe",
            "post",
            "other",
            "us",
        ]
