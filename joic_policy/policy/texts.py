"""What the files of words share, whichever package they are of: findings, clauses cited, places to fill."""

from collections.abc import Mapping

from attrs import frozen

from joic_policy._table import Table
from joic_policy.policy import POLICY, Policy

__all__ = ["Finding", "cited", "places"]


@frozen(kw_only=True)
class Finding:
    """Something that a clause asks for and that is missing, or is there and should not be.

    `place` is the part in which it was found, `what` is wrong there, `remedy` how to mend it; the first and
    the last are blank where there is no such part, or nothing to mend. Where it is `advice`, the judgement
    stays with the writer. A finding never stands in the way of saving.
    """

    clause_id: str
    place: str = ""
    what: str
    remedy: str = ""
    advice: bool = False


def cited(table: Table, key: str, clause_id: str) -> str:
    """The id of a clause that a table cites.

    Raises:
        DataFileError: No clause has it.
    """
    if clause_id not in POLICY.clauses:
        raise table.refusal(key, clause_id, "the id of a clause, like WRI-10")
    return clause_id


def places(policy: Policy = POLICY) -> Mapping[str, str]:
    """What stands for the Office's details in a text, and for the period of each statute by its duty."""
    office = policy.office
    periods = {duty: str(law.duration) for duty, law in policy.statutes.items() if law.duration}
    return {
        **periods,
        "office": office.name,
        "telephone": office.telephone,
        "email": office.email,
        "website": office.website,
    }
