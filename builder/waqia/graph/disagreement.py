"""When two claims on one happening cannot both be right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from waqia.dates import meet
from waqia.extraction.templates import Stance
from waqia.graph.parts import CONCLUDED, ClaimPart, Toll
from waqia.graph.person_disagreement import names_disagree, ranks_disagree
from waqia.graph.terms import Term

_UNDER_ARMS: Final = frozenset({None, "Combatant", "Soldier", "Officer", "PoliceOfficer"})
"""Kinds of victims that stand for the whole of a toll: one source says 42 people, another 30 soldiers."""
_MARGIN: Final = 10
"""An approximate figure leaves room for a tenth on either side."""


def disagree(one: ClaimPart, other: ClaimPart) -> bool:
    """Whether two claims about tellings of one happening contradict each other.

    Two that assert do so in a toll, a date or the name or rank of a person, one that denies and one that asserts in
    what is denied.
    """
    if one.asserts and other.asserts:
        persons = names_disagree(one, other) or ranks_disagree(one, other)
        return persons or _tolls_disagree(one.tolls, other.tolls) or meet([one.days, other.days]).empty
    if one.asserts:
        return _denies(other, one)
    return other.asserts and _denies(one, other)


def _denies(denial: ClaimPart, assertion: ClaimPart) -> bool:
    if denial.attribution.stance is not Stance.DENIES:
        return False
    return denial.denies_all or bool(_details(denial) & _details(assertion))


def _details(claim: ClaimPart) -> set[tuple[Term, Term]]:
    """Return what a claim says of its telling, without the telling."""
    about = (triple for triple in claim.triples if triple.subject == claim.about)
    return {(triple.predicate, triple.object) for triple in about if triple.predicate not in CONCLUDED}


def _tolls_disagree(some: Iterable[Toll], others: Iterable[Toll]) -> bool:
    """Whether a toll of `some` and one of `others` are of the same whole and share no number."""
    theirs = tuple(others)
    return any(_same_whole(a, b) and _apart(a, b) for a in some for b in theirs)


def _same_whole(one: Toll, other: Toll) -> bool:
    kinds = {one.victim_kind, other.victim_kind}
    return one.outcome is other.outcome and (len(kinds) == 1 or kinds <= _UNDER_ARMS)


def _apart(one: Toll, other: Toll) -> bool:
    (low, high), (lower, higher) = _bounds(one), _bounds(other)
    return (higher is not None and low > higher) or (high is not None and lower > high)


def _bounds(toll: Toll) -> tuple[float, float | None]:
    margin = toll.minimum / _MARGIN if toll.approximate else 0
    return toll.minimum - margin, None if toll.maximum is None else toll.maximum + margin
