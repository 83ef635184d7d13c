"""Tasks on abuse and hazards, as a file asks them."""

from joic_policy._fields import Choice
from joic_policy._table import Table
from joic_policy.contacts import Abuse, HazardFound, IncidentRecorded
from joic_policy.training.reading.background import Background
from joic_policy.training.reading.history import instant_in, name_in
from joic_policy.training.subjects.conduct import Conduct, Hazard, Incident
from joic_policy.training.task import Subject

__all__ = ["conduct_in", "hazard_in", "incident_in"]


class _Judged(Choice):
    """What the officer makes of abuse: it is theirs to judge (STD-4)."""

    NOT_YET = "not_yet"
    BEARABLE = "bearable"
    TOO_FAR = "too_far"


_TOO_FAR = {_Judged.NOT_YET: None, _Judged.BEARABLE: False, _Judged.TOO_FAR: True}


def conduct_in(table: Table, background: Background) -> Subject:
    """Abuse, and what the officer makes of it."""
    kinds = table.some_of("kinds", Abuse)
    return Conduct(channel=background.channel, kinds=kinds, too_far=_TOO_FAR[table.one_of("judged", _Judged)])


def incident_in(table: Table, _: Background) -> Subject:
    """The record of an incident."""
    incident = IncidentRecorded(
        happened_at=instant_in(table, "on", "at"),
        kinds=table.some_of("kinds", Abuse),
        what=name_in(table, "what"),
        by=name_in(table, "by"),
    )
    return Incident(incident=incident)


def hazard_in(table: Table, _: Background) -> Subject:
    """The note of a hazard."""
    hazard = HazardFound(
        happened_at=instant_in(table, "on", "at"),
        injury=table.flag("injury"),
        place=name_in(table, "place"),
        what=name_in(table, "what"),
        told=name_in(table, "told"),
    )
    return Hazard(hazard=hazard)
