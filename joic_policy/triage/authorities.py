"""Public bodies, and whether the freedom of information law names them as authorities (FOI-2)."""

from collections.abc import Mapping

from attrs import frozen

from joic_policy._fields import Choice
from joic_policy._table import Table
from joic_policy.policy import Known

__all__ = ["AUTHORITIES", "PublicBody", "Standing", "authority_named", "public_bodies_from"]


class Standing(Choice):
    """What the list says of a body. Nothing is guessed: what it does not name is unknown."""

    SCHEDULED = "scheduled"
    NOT_SCHEDULED = "not_scheduled"
    UNKNOWN = "unknown"
    OFFICE = "office"


@frozen(kw_only=True)
class PublicBody:
    """One body: what it is called, how it stands, when the source said so, and how well that is known."""

    id: str
    name: str
    aliases: tuple[str, ...]
    standing: Standing
    dated: str
    source: str
    known: Known

    @property
    def verified(self) -> bool:
        """Whether its standing may be relied on."""
        return self.known.verified


def public_bodies_from(top: Table) -> Mapping[str, PublicBody]:
    """Every body of a file by id, in the order written.

    Raises:
        DataFileError: One is incomplete, or two share a name.
    """
    lists = {entry.name: entry for entry in top.table("lists")}
    told = {
        name: (entry.text("dated"), entry.text("source"), entry.one_of("known", Known))
        for name, entry in lists.items()
    }
    for entry in lists.values():
        entry.done()
    bodies: dict[str, PublicBody] = {}
    called: set[str] = set()
    for table in top.table("bodies"):
        listed = table.text("list")
        if listed not in told:
            raise table.refusal("list", listed, f"one of: {', '.join(told)}")
        dated, source, known = told[listed]
        body = PublicBody(
            id=table.name,
            name=table.text("name"),
            aliases=table.texts("aliases"),
            standing=table.one_of("standing", Standing),
            dated=dated,
            source=source,
            known=known,
        )
        table.done()
        names = {_plain(name) for name in (body.id, body.name, *body.aliases)}
        if names & called:
            raise table.refusal("name", sorted(names & called), "names that no other body has")
        called |= names
        bodies[body.id] = body
    top.done()
    for standing in Standing:
        if all(body.standing is not standing for body in bodies.values()):
            raise top.refusal("bodies", [*bodies], f"a body that is {standing}")
    return bodies


def authority_named(text: str) -> PublicBody | None:
    """The body that goes by this name, whatever its case and punctuation; None if the list has none."""
    wanted = _plain(text)
    return next(
        (
            body
            for body in AUTHORITIES.values()
            if wanted in {_plain(name) for name in (body.id, body.name, *body.aliases)}
        ),
        None,
    )


def _plain(name: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in name.casefold()).split()
    return " ".join("st" if word == "saint" else word for word in words if word not in {"the", "of"})


#: Every body by id.
AUTHORITIES = public_bodies_from(Table.beside(__file__, "authorities.toml"))
