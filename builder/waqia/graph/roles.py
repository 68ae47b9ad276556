"""Which property a role is written with: that depends on the type of the event."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

from waqia.errors import BadOntology
from waqia.extraction.templates import Role
from waqia.graph.namespaces import waqia
from waqia.knowledge.model import Knowledge

_TWO_SIDED: Final = ("ArmedClash", "Talks", "Agreement")
_IN_VIOLENCE: Final = {Role.AGENT: "perpetrator", Role.OBJECT: "target"}

PARTICIPATION: Final = frozenset(
    waqia(name) for name in ("participant", "agent", "object", "party", "supporter", "perpetrator", "target")
)
"""The properties whose object took part; who is only accused or claims responsibility did not."""


def role_property(role: Role, event_type: str, knowledge: Knowledge) -> NamedNode:
    """Return the property for `role` in an event of `event_type` (a local name).

    Raises:
        BadOntology: if the ontology has no such event type.
    """
    if event_type not in knowledge.event_types:
        raise BadOntology(f"the ontology has no event type {event_type!r}")
    if role not in _IN_VIOLENCE:
        return waqia(role.value)
    if any(knowledge.is_a(event_type, two_sided) for two_sided in _TWO_SIDED):
        return waqia("party")
    if knowledge.is_a(event_type, "Violence"):
        return waqia(_IN_VIOLENCE[role])
    return waqia(role.value)
