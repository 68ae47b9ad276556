"""What the ontology says of event types: which property each role is written with, and which type says more.

Of the property of a role, the nearest class that says something decides.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from waqia import resources
from waqia.errors import BadOntology
from waqia.extraction.templates import Role
from waqia.graph.known import load_ontology
from waqia.graph.namespaces import ONTOLOGY, SUBCLASS_OF, waqia

_DECLARED_BY: Final = {Role.AGENT: waqia("agentRole"), Role.OBJECT: waqia("objectRole")}
_GIVES_WAY: Final = waqia("givesWayTo")

PARTICIPATION: Final = frozenset(
    waqia(name) for name in ("participant", "agent", "object", "party", "supporter", "perpetrator", "target")
)
"""The properties whose object took part; who is only accused or claims responsibility did not."""

MAY_BE_PLACES: Final = frozenset(waqia(name) for name in ("object", "target"))
"""The properties whose object may be a place, as of a shelling; all others lead to actors."""


@dataclass(frozen=True)
class Roles:
    """The properties that the ontology declares for roles, and its hierarchy of classes.

    `gives_way` has, for each class that says little of an act, those that say more of the same one.
    """

    declared: dict[tuple[Role, NamedNode], NamedNode]
    parents: dict[NamedNode, tuple[NamedNode, ...]]
    gives_way: dict[NamedNode, tuple[NamedNode, ...]]

    def event_class(self, event_type: str) -> NamedNode:
        """Return the class of `event_type` (a local name).

        Raises:
            BadOntology: if the ontology has no such class.
        """
        found = waqia(event_type)
        if found not in self.parents:
            raise BadOntology(f"the ontology has no event type {event_type!r}")
        return found

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Tell whether the class `kind` is `ancestor` or below it (local names)."""
        return self._below(waqia(kind), waqia(ancestor))

    def most_specific(self, classes: Iterable[NamedNode]) -> list[NamedNode]:
        """Return, in order, those of `classes` of which no other says more."""
        given = sorted(set(classes), key=str)
        return [one for one in given if not any(self.says_more(other, one) for other in given)]

    def says_more(self, one: NamedNode, other: NamedNode) -> bool:
        """Tell whether the class `one` is below `other`, or below one that `other` gives way to."""
        above = (other, *self.gives_way.get(other, ()))
        return one != other and any(self._below(one, each) for each in above)

    def _below(self, kind: NamedNode, ancestor: NamedNode) -> bool:
        return kind == ancestor or any(self._below(above, ancestor) for above in self.parents.get(kind, ()))

    def property_for(self, role: Role, event_type: str) -> NamedNode:
        """Return the property for `role` in happenings of `event_type` (a local name).

        Raises:
            BadOntology: if the ontology has no such class, or says nothing of the role for any class above it.
        """
        if role not in _DECLARED_BY:
            return waqia(role.value)
        level: tuple[NamedNode, ...] = (self.event_class(event_type),)
        while level:
            found = sorted(self.declared[role, cls].value for cls in level if (role, cls) in self.declared)
            if found:
                return NamedNode(found[0])
            level = tuple(above for cls in level for above in self.parents.get(cls, ()))
        raise BadOntology(f"no class above {event_type!r} says how its {role} is written")


@functools.cache
def load_roles(folder: Path = resources.ONTOLOGY) -> Roles:
    """Read what the ontology says of roles; once per process and folder.

    Raises:
        BadOntology: if a file is missing or is not Turtle.
    """
    roles = {declaring: role for role, declaring in _DECLARED_BY.items()}
    declared = {}
    parents: dict[NamedNode, tuple[NamedNode, ...]] = {}
    gives_way: dict[NamedNode, tuple[NamedNode, ...]] = {}
    for subject, predicate, obj in sorted(load_ontology(folder), key=str):
        if not isinstance(subject, NamedNode) or not isinstance(obj, NamedNode):
            continue
        if predicate in roles:
            declared[roles[predicate], subject] = obj
        if predicate == SUBCLASS_OF and subject.value.startswith(ONTOLOGY):
            parents[subject] = (*parents.get(subject, ()), obj)
        if predicate == _GIVES_WAY:
            gives_way[subject] = (*gives_way.get(subject, ()), obj)
    return Roles(declared, parents, gives_way)
