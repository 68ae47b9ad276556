"""An order of triple patterns in which rdflib finishes.

rdflib evaluates first every triple of a pattern that has one variable, connected or not, and so multiplies all events
by all claims before it joins them; within one pattern nothing can change that. So each pattern becomes a chain of
joins of one triple each, every one hanging on what is bound before it. Joins may be regrouped: the answers stay the
same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from rdflib import BNode, Variable
from rdflib.plugins.sparql.algebra import BGP, Join
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Identifier

Pattern: TypeAlias = tuple[Identifier, Identifier, Identifier]
Name: TypeAlias = Variable | BNode
_LEFT_TO_RIGHT = ("Join", "LeftJoin", "Minus")
_UNDEFINED = "UNDEF"


@dataclass(frozen=True, slots=True)
class Known:
    """The variables that have a value: those that one thing hangs on another by, and those of a few listed values.

    That two triples share a listed value ("any of these three properties") links them no more than a constant would.
    """

    bound: frozenset[Name] = frozenset()
    listed: frozenset[Name] = frozenset()

    def __or__(self, other: Known) -> Known:
        return Known(self.bound | other.bound, self.listed | other.listed)

    def cost(self, pattern: Pattern) -> tuple[bool, int]:
        """Return how bad a next triple this is: whether it hangs on nothing, and how many unknowns it has."""
        variables = _variables([pattern]) - self.listed
        return bool(self.bound) and bool(variables) and variables.isdisjoint(self.bound), len(
            variables - self.bound
        )


def reorder(part: CompValue, known: Known) -> Known:
    """Chain the basic graph patterns inside `part`; return what is known after it, given what is before."""
    if part.name in _LEFT_TO_RIGHT:
        return _inside(part, "expr", _inside(part, "p2", _inside(part, "p1", known)))
    if part.name == "Filter":
        return _inside(part, "expr", _inside(part, "p", known))
    if part.name == "Extend":
        return _inside(part, "expr", _inside(part, "p", known)) | Known(frozenset({part.var}))
    if part.name == "values":
        given = {name for row in part.res for name, value in row.items() if value != _UNDEFINED}
        return known | Known(listed=frozenset(given))
    after = known
    for key in list(part):
        after |= _inside(part, key, known)
    return after


def _inside(part: CompValue, key: str, known: Known) -> Known:
    """Do the same to what `part` holds under `key`: a part, a list of them, or anything else."""
    held = part.get(key)
    if isinstance(held, list):
        after = known
        for inner in held:
            after |= reorder(inner, known) if isinstance(inner, CompValue) else known
        return after
    if not isinstance(held, CompValue):
        return known
    if held.name != "BGP":
        return reorder(held, known)
    patterns = connected(held.triples, known)
    part[key] = _chain(patterns) if patterns else held
    return known | Known(_variables(patterns))


def connected(patterns: Iterable[Pattern], known: Known) -> list[Pattern]:
    """Return `patterns` so that each, in its turn, hangs on what is known and has the fewest unknowns."""
    waiting = list(patterns)
    ordered: list[Pattern] = []
    while waiting:
        best = min(waiting, key=known.cost)
        waiting.remove(best)
        ordered.append(best)
        known |= Known(_variables([best]) - known.listed)
    return ordered


def _chain(patterns: list[Pattern]) -> CompValue:
    first, *others = patterns
    chain = _alone(first)
    for pattern in others:
        alone = _alone(pattern)
        variables = chain._vars | alone._vars
        chain = Join(chain, alone)
        chain["lazy"] = True
        chain["_vars"] = variables
    return chain


def _alone(pattern: Pattern) -> CompValue:
    alone = BGP([pattern])
    alone["_vars"] = set(_variables([pattern]))
    return alone


def _variables(patterns: Collection[Pattern]) -> frozenset[Name]:
    return frozenset(term for pattern in patterns for term in pattern if isinstance(term, Variable | BNode))
