"""When the tolls of two claims on one happening cannot both be right."""

from __future__ import annotations

from itertools import product
from typing import Final

from waqia.extraction.templates import Outcome
from waqia.graph.parts import ClaimPart, Toll

_RANK_AND_FILE: Final = frozenset({"Combatant", "Soldier", "PoliceOfficer"})
"""Kinds of victims that stand for the whole of a toll: one source says 42 people, another 30 soldiers.

Officers are told of for their rank, and are a part of it.
"""
_ONLY_RISES: Final = frozenset({Outcome.KILLED, Outcome.KILLED_OR_INJURED})
"""Of the missing some are found and of the injured some die, but the dead become no fewer."""
_MARGIN: Final = 10
"""An approximate figure leaves room for a tenth on either side."""


def tolls_disagree(one: ClaimPart, other: ClaimPart) -> bool:
    """Whether two claims give, for the same whole, figures without a number in common; or a part above the whole.

    A source that gives another figure later has counted on, so that nothing of it contradicts itself but a later
    number of dead that is lower. What a source says twice in one article is one count with a part of it. Who denies a
    toll disagrees with those who assert the same number.
    """
    if not (one.asserts and other.asserts):
        return _denied(one, other) or _denied(other, one)
    apart = [(a, b) for a, b in product(one.tolls, other.tolls) if _apart(a, b)]
    if one.attribution.source == other.attribution.source:
        return any(_taken_back(a, b, one, other) for a, b in apart)
    return bool(apart)


def _denied(assertion: ClaimPart, denial: ClaimPart) -> bool:
    if not assertion.asserts or not denial.denies_detail:
        return False
    pairs = product(assertion.tolls, denial.tolls)
    return any(_same_whole(a, b) and not _apart(a, b) for a, b in pairs)


def _taken_back(one: Toll, other: Toll, first: ClaimPart, second: ClaimPart) -> bool:
    """Whether one source says later that fewer people died."""
    if first.about == second.about or first.published is None or second.published is None:
        return False
    if first.published > second.published:
        one, other = other, one
    known_order = first.published != second.published
    return known_order and one.outcome in _ONLY_RISES and _above(one, other)


def _apart(one: Toll, other: Toll) -> bool:
    """Whether no number is right for both tolls."""
    if _same_whole(one, other):
        return _above(one, other) or _above(other, one)
    if _part_of(one, other):
        return _above(one, other)
    return _part_of(other, one) and _above(other, one)


def _same_whole(one: Toll, other: Toll) -> bool:
    kinds = {one.victim_kind, other.victim_kind}
    alike = len(kinds) == 1 or (None in kinds and bool(kinds & _RANK_AND_FILE))
    return one.outcome is other.outcome and alike


def _part_of(part: Toll, whole: Toll) -> bool:
    """Whether whoever `part` counts, `whole` counts too: the civilians among the dead, the dead among dead and hurt."""
    either = whole.outcome is Outcome.KILLED_OR_INJURED
    counted = part.outcome is whole.outcome or (either and part.outcome in (Outcome.KILLED, Outcome.INJURED))
    return counted and whole.victim_kind in (None, part.victim_kind)


def _above(one: Toll, other: Toll) -> bool:
    """Whether all numbers that `one` allows are greater than all that `other` allows."""
    greatest = _greatest(other)
    return greatest is not None and _least(one) > greatest


def _least(toll: Toll) -> float:
    return toll.minimum - _margin(toll)


def _greatest(toll: Toll) -> float | None:
    return None if toll.maximum is None else toll.maximum + _margin(toll)


def _margin(toll: Toll) -> float:
    return toll.minimum / _MARGIN if toll.approximate else 0
