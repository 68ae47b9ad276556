"""Roles are written with the properties that the ontology names."""

from __future__ import annotations

import pytest

from waqia.errors import BadOntology
from waqia.extraction.templates import Role
from waqia.graph.known import load_ontology
from waqia.graph.namespaces import RDFS, waqia
from waqia.graph.roles import PARTICIPATION, load_roles


@pytest.mark.parametrize(
    ("event_type", "agent", "object_"),
    [
        ("Airstrike", "perpetrator", "target"),
        ("SuicideBombing", "perpetrator", "target"),
        ("ArmedClash", "party", "party"),
        ("Talks", "party", "party"),
        ("Ceasefire", "party", "party"),
        ("Capture", "agent", "object"),
        ("Arrest", "agent", "object"),
        ("Threat", "agent", "object"),
    ],
)
def test_the_nearest_class_decides(event_type: str, agent: str, object_: str) -> None:
    roles = load_roles()
    assert roles.property_for(Role.AGENT, event_type) == waqia(agent)
    assert roles.property_for(Role.OBJECT, event_type) == waqia(object_)


@pytest.mark.parametrize("role", [Role.SUPPORTER, Role.ACCUSED, Role.CLAIMED_BY])
def test_other_roles_are_the_same_everywhere(role: Role) -> None:
    assert load_roles().property_for(role, "ArmedClash") == waqia(role.value)


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(BadOntology, match="no event type 'Earthquake'"):
        load_roles().property_for(Role.AGENT, "Earthquake")


def test_the_properties_of_participants_are_those_of_the_ontology() -> None:
    below = {triple for triple in load_ontology() if triple.predicate.value == RDFS + "subPropertyOf"}
    found = {waqia("participant")}
    while more := {triple.subject for triple in below if triple.object in found} - found:
        found |= more  # type: ignore[arg-type]
    assert found == PARTICIPATION
