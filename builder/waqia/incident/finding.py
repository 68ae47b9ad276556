"""Which incidents happened at a place and on a day; and where none did, which nearly did."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode

from waqia.arabic.folding import fold
from waqia.dates import ANY_DAY, Days, days_of, meet
from waqia.errors import BadParameter
from waqia.graph.namespaces import HIDDEN_LABEL, OBJECT, PREDICATE, SUBJECT, TYPE, waqia
from waqia.incident.facts import Facts
from waqia.incident.reading import days_told
from waqia.queries import Asking
from waqia.sparql.parameters import Type
from waqia.sparql.results import meant

_AT = (waqia("occurredAt"),)
_AROUND = tuple(map(waqia, ("near", "origin", "destination")))
_SURROUNDINGS = frozenset(map(waqia, ("District", "Governorate")))
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_FEW = 5


@dataclass(frozen=True, slots=True)
class Search:
    """What was found: the happenings, or where there is none, those that come near and why."""

    found: tuple[NamedNode, ...]
    near: tuple[tuple[str, NamedNode], ...] = ()


def happening_of(facts: Facts, iri: str) -> NamedNode | None:
    """Return the happening that an IRI names: a happening, a telling or a claim, in full or as tables show it."""
    try:
        node = NamedNode(meant(iri) if ":" in meant(iri) else facts.base + iri)
    except ValueError:
        return None
    for telling in (node, *facts.nodes(node, waqia("about"))):
        if told := facts.nodes(telling, waqia("tellingOf")):
            return told[0]
    return node if facts.subjects(waqia("tellingOf"), node) else None


def find(facts: Facts, *, place: str | None = None, when: str | None = None) -> Search:
    """Return the happenings at a place, or inside it, that may have been on a day.

    Args:
        facts: the graph.
        place: a name, in any of its spellings or aliases, or an IRI; anywhere if None.
        when: a day, month, year or interval, as in EDTF; at any time if None.

    Raises:
        BadParameter: no place is called so, or `when` is no date; the message names places called nearly so.
    """
    asked = _asked(when)
    places = _places(facts, place)
    there = _at(facts, places, _AT) if place is not None else _all(facts)
    dated = {node: days_told(facts, node) for node in there}
    found = _in_order({node: days for node, days in dated.items() if _on(days, asked)})
    if found or place is None or when is None:
        return Search(found)
    return Search((), tuple(_near(facts, places, dated, asked)))


# --- places -------------------------------------------------------------------------------------------------


def _places(facts: Facts, name: str | None) -> tuple[NamedNode, ...]:
    """Return the places that a name means, or the one of an IRI."""
    if name is None:
        return ()
    if _ABSOLUTE.fullmatch(iri := meant(name)):
        return (NamedNode(iri),)
    found = Asking(facts.store).names.find(Type.PLACE, name)
    if not found:
        close = difflib.get_close_matches(fold(name), sorted(set(_place_names(facts))), n=_FEW)
        hint = f"; near to it: {', '.join(close)}" if close else ""
        raise BadParameter(f"no place in the graph is called {name!r}{hint}")
    return tuple(NamedNode(str(iri)) for iri in found)


def _place_names(facts: Facts) -> Iterator[str]:
    for node in facts.subjects(TYPE, waqia("Place")):
        yield from (term.value for term in facts.objects(node, HIDDEN_LABEL) if isinstance(term, Literal))


def _within(facts: Facts, places: Iterable[NamedNode]) -> set[NamedNode]:
    """Return the places with all that lie in them."""
    found: set[NamedNode] = set()
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += facts.subjects(waqia("partOf"), place)
    return found


def _around(facts: Facts, places: Iterable[NamedNode]) -> set[NamedNode]:
    """Return the districts and governorates that places lie in."""
    outer = {outer for place in places for outer in facts.nodes(place, waqia("partOf"))}
    return {place for place in outer if _SURROUNDINGS & set(facts.nodes(place, TYPE))}


# --- happenings ---------------------------------------------------------------------------------------------


def _all(facts: Facts) -> set[NamedNode]:
    quads = facts.store.quads_for_pattern(None, waqia("tellingOf"), None)
    return {quad.object for quad in quads if isinstance(quad.object, NamedNode)}


def _at(facts: Facts, places: Iterable[NamedNode], how: Iterable[NamedNode]) -> set[NamedNode]:
    """Return the happenings that a claim, whatever its stance, places in one of the places or inside it."""
    relations = set(how)
    return {
        happening
        for place in _within(facts, places)
        for statement in facts.subjects(OBJECT, place)
        if relations & set(facts.nodes(statement, PREDICATE)) and facts.subjects(waqia("says"), statement)
        for telling in facts.nodes(statement, SUBJECT)
        for happening in facts.nodes(telling, waqia("tellingOf"))
    }


# --- days ---------------------------------------------------------------------------------------------------


def _asked(when: str | None) -> Days:
    if when is None:
        return ANY_DAY
    try:
        return days_of(when)
    except ValueError as error:
        raise BadParameter(
            f"{when!r} is no date: a day (2017-02-25), a month, a year, or an interval of them (A/B, A/.., ../B)"
        ) from error


def _on(days: Days, asked: Days) -> bool:
    """Whether what happened within `days` may have happened within `asked`; the undated only if nobody asks when."""
    if asked == ANY_DAY:
        return True
    return days != ANY_DAY and not meet([days, asked]).empty


def _in_order(dated: Mapping[NamedNode, Days]) -> tuple[NamedNode, ...]:
    """Return happenings by their first day, those without one last."""
    return tuple(sorted(dated, key=lambda node: (dated[node].earliest or date.max, node.value)))


def _near(
    facts: Facts, places: tuple[NamedNode, ...], dated: Mapping[NamedNode, Days], asked: Days
) -> Iterator[tuple[str, NamedNode]]:
    """Yield a few happenings there on the nearest other days or on none; then those of then, around there."""
    on_days = sorted((_gap(days, asked), node.value) for node, days in dated.items() if days != ANY_DAY)
    yield from (("there, on another day", NamedNode(iri)) for _, iri in on_days[:_FEW])
    undated = _in_order({node: days for node, days in dated.items() if days == ANY_DAY})
    yield from (("there, without a date", node) for node in undated[:_FEW])
    others = (_at(facts, places, _AROUND) | _at(facts, _around(facts, places), _AT)) - set(dated)
    around = {node: days_told(facts, node) for node in others}
    then = _in_order({node: days for node, days in around.items() if _on(days, asked)})
    yield from (("then, around there", node) for node in then[:_FEW])


def _gap(days: Days, asked: Days) -> int:
    """Return how many days lie between two periods that have none in common."""
    gaps = [
        (later - earlier).days
        for earlier, later in ((asked.latest, days.earliest), (days.latest, asked.earliest))
        if earlier is not None and later is not None
    ]
    return max(gaps, default=0)
