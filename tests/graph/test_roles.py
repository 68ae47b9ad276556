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


@pytest.mark.parametrize(
    ("one", "other"),
    [("CarBombing", "Bombing"), ("CarBombing", "Attack"), ("Attack", "Killing"), ("Attack", "ArmedClash")],
)
def test_which_type_says_more(one: str, other: str) -> None:
    roles = load_roles()
    assert roles.says_more(waqia(one), waqia(other))
    assert not roles.says_more(waqia(other), waqia(one))
    assert not roles.says_more(waqia(one), waqia(one))


def test_types_that_say_different_things_stand_beside_each_other() -> None:
    assert not load_roles().says_more(waqia("Shelling"), waqia("Airstrike"))
    assert not load_roles().says_more(waqia("Arrest"), waqia("Killing"))


def test_no_type_gives_way_to_itself_in_the_end() -> None:
    roles = load_roles()
    for one in roles.gives_way:
        assert not [
            other for other in roles.gives_way if roles.says_more(one, other) and roles.says_more(other, one)
        ]


def test_the_properties_of_participants_are_those_of_the_ontology() -> None:
    below = {triple for triple in load_ontology() if triple.predicate.value == RDFS + "subPropertyOf"}
    found = {waqia("participant")}
    while more := {triple.subject for triple in below if triple.object in found} - found:
        found |= more  # type: ignore[arg-type]
    assert found == PARTICIPATION
