"""Counts of victims and of participants, as triples and as tolls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode

from waqia.extraction.templates import Figure, Outcome, ParticipantCount
from waqia.graph.entities import Entities
from waqia.graph.iris import Names
from waqia.graph.namespaces import TYPE, waqia
from waqia.graph.parts import Toll
from waqia.graph.terms import Subject, Term, Triple, boolean, digest, integer

OUTCOMES: Final = {
    Outcome.KILLED: "Killed",
    Outcome.INJURED: "Injured",
    Outcome.CAPTURED: "Captured",
    Outcome.MISSING: "Missing",
    Outcome.DISPLACED: "Displaced",
    Outcome.KILLED_OR_INJURED: "KilledOrInjured",
}
"""The individuals of `waqia:Outcome`."""


def figure_node(figure: Figure, names: Names, article: str, claim_key: str) -> NamedNode:
    """Return the node of `figure` in the claim of this key."""
    victims = None if figure.victims is None else (figure.victims.text, figure.victims.iri)
    mark = digest(
        *(claim_key, figure.outcome, figure.minimum, figure.maximum, figure.approximate),
        *(figure.words, figure.span, victims, figure.victim_kind),
    )
    return names.iri("count", f"{article}.{mark}")


def figure_triples(
    figure: Figure, nodes: list[NamedNode], node: NamedNode, entities: Entities, telling: str | None
) -> Iterator[Triple]:
    """Yield what `figure` says; `nodes` are those of all figures of its claim, by position."""
    yield Triple(node, TYPE, waqia("CasualtyCount"))
    yield Triple(node, waqia("outcome"), waqia(OUTCOMES[figure.outcome]))
    yield from _range(node, figure)
    if figure.victims is not None:
        yield Triple(node, waqia("victims"), entities.actor(figure.victims, telling))
        yield from entities.said_of(figure.victims, telling)
    if figure.victim_kind is not None:
        yield Triple(node, waqia("victimKind"), waqia(figure.victim_kind))
    if figure.included_in is not None:
        yield Triple(node, waqia("includedIn"), nodes[figure.included_in])
    if figure.in_addition_to is not None:
        yield Triple(node, waqia("inAdditionTo"), nodes[figure.in_addition_to])


def count_node(count: ParticipantCount, names: Names, article: str, claim_key: str) -> NamedNode:
    """Return the node of a count of participants in the claim of this key."""
    mark = digest(
        *(claim_key, count.role, count.minimum, count.maximum, count.approximate, count.words, count.span)
    )
    return names.iri("count", f"{article}.{mark}")


def count_triples(count: ParticipantCount, node: NamedNode, role: NamedNode) -> Iterator[Triple]:
    """Yield what a count of participants says; `role` is the property that its role is written with."""
    yield Triple(node, TYPE, waqia("ParticipantCount"))
    yield Triple(node, waqia("role"), role)
    yield from _range(node, count)


def _range(node: NamedNode, count: Figure | ParticipantCount) -> Iterator[Triple]:
    yield Triple(node, waqia("minimum"), integer(count.minimum))
    if count.maximum is not None:
        yield Triple(node, waqia("maximum"), integer(count.maximum))
    yield Triple(node, waqia("approximate"), boolean(count.approximate))
    yield Triple(node, waqia("words"), Literal(count.words))


_PARTS: Final = ("Attacker", "Child", "Woman")


def tolls(figures: tuple[Figure, ...]) -> tuple[Toll, ...]:
    """Return the greatest figure of each outcome and kind of victims that is no part and no person.

    Of two figures that are told beside each other ("the two commanders and 42 others") each is the least of the whole.
    """
    beside = set(_beside(figures))
    found: dict[tuple[Outcome, str | None], Toll] = {}
    for n, figure in enumerate(figures):
        if figure.included_in is not None or _is_one_person(figure) or figure.victim_kind in _PARTS:
            continue
        toll = Toll(
            figure.outcome,
            figure.minimum,
            None if n in beside else figure.maximum,
            figure.approximate,
            figure.victim_kind,
        )
        counted = figure.outcome, figure.victim_kind
        if counted not in found or toll.minimum > found[counted].minimum:
            found[counted] = toll
    return tuple(found.values())


def _beside(figures: tuple[Figure, ...]) -> Iterator[int]:
    """Yield which figures are added to another of their outcome or have one added; attackers are counted apart."""
    for n, figure in enumerate(figures):
        other = figure.in_addition_to
        if other is None or "Attacker" in (figure.victim_kind, figures[other].victim_kind):
            continue
        if figure.outcome is figures[other].outcome:
            yield from (n, other)


def toll_of(count: Subject, triples: Iterable[Triple]) -> Toll:
    """Return the toll of the node of a figure that `triples`, all of its claim, describe: the same as of the figure."""
    told = list(triples)
    outcome, kind, most = (_said(told, count, name) for name in ("outcome", "victimKind", "maximum"))
    added = waqia("inAdditionTo")
    pairs = [(t.subject, t.object) for t in told if t.predicate == added and count in (t.subject, t.object)]
    others = [other for pair in pairs for other in pair if other != count]
    beside = kind != "Attacker" and any(
        _said(told, other, "outcome") == outcome and _said(told, other, "victimKind") != "Attacker"
        for other in others
    )
    return Toll(
        next(each for each, name in OUTCOMES.items() if name == outcome),
        int(_said(told, count, "minimum") or 0),
        None if most is None or beside else int(most),
        _said(told, count, "approximate") == "true",
        kind,
    )


def _said(triples: Iterable[Triple], count: Term, name: str) -> str | None:
    """Return the text or local name of what is said of a count with a property of waqia."""
    for triple in triples:
        if triple.subject == count and triple.predicate == waqia(name):
            found = triple.object
            return found.value.rpartition("#")[2] if isinstance(found, NamedNode | Literal) else None
    return None


def _is_one_person(figure: Figure) -> bool:
    return figure.maximum == 1 and figure.victims is not None and figure.victims.kind == "Person"
