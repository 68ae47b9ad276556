"""When claims on one happening hold different actors responsible for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, product
from typing import Final

from waqia.graph.namespaces import waqia
from waqia.graph.parts import ClaimPart
from waqia.knowledge import load

ANSWERABLE: Final = frozenset(map(waqia, ("perpetrator", "accused", "claimedBy")))
"""Who did it, who is accused of it, who says to have done it.

Several may advance, withdraw or call for the same together, and each source names some: no other agent is one alone.
"""
_HELD_TOGETHER: Final = frozenset(
    {"Composition", "FormerName", "Leadership", "Membership", "Post", "Spokesperson"}
)
"""Tenures by which one actor is part of another, or was another under its name of then."""


def perpetrators_disagree(claims: Sequence[ClaimPart]) -> Iterator[tuple[ClaimPart, ClaimPart]]:
    """Yield the claims that hold different known actors responsible, and those of whom one denies what one asserts.

    Two actors of whom one is part, member, leader or former name of the other are no two, and neither are two whom
    a claim names together. Nobody can tell whether an unknown group or "مسلحون" are others than those that a claim
    names.
    """
    told = [(claim, _responsible(claim)) for claim in claims]
    together = [actors for claim, actors in told if claim.asserts and len(actors) > 1]
    for (one, some), (other, others) in combinations([each for each in told if each[1]], 2):
        if one.asserts and other.asserts:
            disagree = _differ(_known(some), _known(others), together)
        else:
            denied = (one.asserts and other.denies_detail) or (other.asserts and one.denies_detail)
            disagree = denied and bool(some & others)
        if disagree:
            yield one, other


def _responsible(claim: ClaimPart) -> frozenset[str]:
    """Return the IRIs of whom a claim holds responsible."""
    return frozenset(
        triple.object.value
        for triple in claim.triples
        if triple.subject == claim.about and triple.predicate in ANSWERABLE
    )


def _known(actors: frozenset[str]) -> frozenset[str]:
    return actors & load().actors.keys()


def _differ(some: frozenset[str], others: frozenset[str], together: Sequence[frozenset[str]]) -> bool:
    pairs = list(product(some, others))
    return bool(pairs) and not any(
        _related(one, other) or any({one, other} <= actors for actors in together) for one, other in pairs
    )


def _related(one: str, other: str) -> bool:
    return one == other or one in _wholes(other) or other in _wholes(one)


@cache
def _wholes(actor: str) -> frozenset[str]:
    """Return what a known actor is part of, was called or speaks for, through any number of steps."""
    found: set[str] = set()
    waiting = [actor]
    while waiting:
        iri = waiting.pop()
        above = {*load().actors[iri].part_of, *_by_tenure(iri)} - found - {actor}
        found |= above
        waiting += above & load().actors.keys()
    return frozenset(found)


def _by_tenure(actor: str) -> Iterator[str]:
    """Yield what an actor belongs to for a time: a composition is held by the whole, all others by the part."""
    for tenure in load().tenures_of.get(actor, ()):
        if tenure.kind not in _HELD_TOGETHER or tenure.organization is None:
            continue
        part, whole = tenure.holder, tenure.organization
        if tenure.kind == "Composition":
            part, whole = whole, part
        if part == actor:
            yield whole
