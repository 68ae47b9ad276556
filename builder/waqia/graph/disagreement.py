"""Which claims on one happening cannot both be right, and on what they disagree: a rule for each thing.

A rule finds pairs of claims; whoever knows of another thing that sources disagree on adds a rule to `RULES` and a
property below `waqia:disagreesWith` to the ontology.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from typing import Final, TypeAlias

from pyoxigraph import NamedNode

from waqia.dates import ANY_DAY, meet
from waqia.graph.denial import detail_denied, happening_denied
from waqia.graph.namespaces import waqia
from waqia.graph.parts import ClaimPart
from waqia.graph.perpetrator_disagreement import perpetrators_disagree
from waqia.graph.person_disagreement import names_disagree, ranks_disagree
from waqia.graph.terms import Triple
from waqia.graph.toll_disagreement import tolls_disagree

Pair: TypeAlias = tuple[ClaimPart, ClaimPart]
Pairs: TypeAlias = Callable[[Sequence[ClaimPart]], Iterator[Pair]]
"""Finds, among the claims on one happening, the pairs that disagree; each pair once, in any order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What claims may disagree on, a property of the ontology, and which pairs of claims do."""

    on: NamedNode
    pairs: Pairs


def each_pair(
    disagree: Callable[[ClaimPart, ClaimPart], bool], speaks: Callable[[ClaimPart], object]
) -> Pairs:
    """Return the rule that looks at any two claims that speak of the matter, and at nothing else.

    Args:
        disagree: whether two claims disagree, the same in either order.
        speaks: whether a claim says anything of the matter.
    """

    def pairs(claims: Sequence[ClaimPart]) -> Iterator[Pair]:
        speaking = [claim for claim in claims if speaks(claim)]
        return (pair for pair in combinations(speaking, 2) if disagree(*pair))

    return pairs


def dates_disagree(one: ClaimPart, other: ClaimPart) -> bool:
    """Whether two claims date what both assert to days of which none is the same."""
    return one.asserts and other.asserts and meet([one.days, other.days]).empty


RULES: Final = (
    Rule(waqia("disagreesOnWhetherItHappened"), happening_denied),
    Rule(waqia("disagreesOnToll"), each_pair(tolls_disagree, attrgetter("tolls"))),
    Rule(waqia("disagreesOnPerpetrator"), perpetrators_disagree),
    Rule(waqia("disagreesOnDate"), each_pair(dates_disagree, lambda claim: claim.days != ANY_DAY)),
    Rule(waqia("disagreesOnName"), each_pair(names_disagree, attrgetter("titled"))),
    Rule(waqia("disagreesOnRank"), each_pair(ranks_disagree, attrgetter("titled"))),
    Rule(waqia("disagreesOnDetail"), detail_denied),
)


def disagreements(claims: Iterable[ClaimPart]) -> Iterator[Triple]:
    """Yield which of the claims on one happening disagree, and on what, in both directions."""
    all_claims = tuple(claims)
    for rule in RULES:
        for one, other in rule.pairs(all_claims):
            for property_ in (waqia("disagreesWith"), rule.on):
                yield Triple(one.node, property_, other.node)
                yield Triple(other.node, property_, one.node)
