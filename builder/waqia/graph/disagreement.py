"""When two claims give figures that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from waqia.graph.parts import Toll

_UNDER_ARMS: Final = frozenset({None, "Combatant", "Soldier", "Officer", "PoliceOfficer"})
"""Kinds of victims that stand for the whole of a toll: one source says 42 people, another 30 soldiers."""
_MARGIN: Final = 10
"""An approximate figure leaves room for a tenth on either side."""


def tolls_disagree(some: Iterable[Toll], others: Iterable[Toll]) -> bool:
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
