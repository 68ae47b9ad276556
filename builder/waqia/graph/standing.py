"""What of the articles' parts stands once rulings are heard: the place where a user's corrections enter the graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from waqia.graph.iris import Names
from waqia.graph.parts import ArticlePart
from waqia.graph.terms import Triple

IriPairs: TypeAlias = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Standing:
    """The parts whose claims make facts, and what was ruled on identity.

    Claims that do not stand are missing in `parts` and quoted all the same; what the curators say instead is among
    their claims. `rulings` describes the rulings themselves, and what they overrule.
    """

    parts: tuple[ArticlePart, ...]
    same: IriPairs = frozenset()
    apart: IriPairs = frozenset()
    same_people: IriPairs = frozenset()
    apart_people: IriPairs = frozenset()
    rulings: frozenset[Triple] = frozenset()


Rule: TypeAlias = Callable[[tuple[ArticlePart, ...], Names], Standing]
"""Makes of parts what stands of them."""


def as_told(parts: tuple[ArticlePart, ...], _: Names) -> Standing:
    """Return `parts` as they are: nothing is ruled."""
    return Standing(parts)
