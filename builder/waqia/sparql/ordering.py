"""An order of triple patterns in which rdflib finishes.

rdflib evaluates first every triple of a pattern that has one variable, connected or not, and so multiplies
all events by all claims before it joins them; within one pattern nothing can change that. So each pattern
becomes a chain of joins of one triple each, every one hanging on what is bound before it. Joins may be
regrouped: the answers stay the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeAlias

from rdflib import BNode, Variable
from rdflib.plugins.sparql.algebra import BGP, Join
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Identifier

Pattern: TypeAlias = tuple[Identifier, Identifier, Identifier]
Names: TypeAlias = set[Variable | BNode]
_LEFT_TO_RIGHT = ("Join", "LeftJoin", "Minus")


def reorder(part: CompValue, known: Collection[Variable | BNode] = ()) -> Names:
    """Chain the basic graph patterns inside `part`; return the variables bound after it, given those before."""
    bound = set(known)
    if part.name in _LEFT_TO_RIGHT:
        return _inside(part, "expr", _inside(part, "p2", _inside(part, "p1", bound)))
    if part.name == "Filter":
        return _inside(part, "expr", _inside(part, "p", bound))
    if part.name == "Extend":
        return _inside(part, "expr", _inside(part, "p", bound)) | {part.var}
    if part.name == "values":
        return bound | {name for row in part.res for name in row}
    for key in list(part):
        bound |= _inside(part, key, set(known))
    return bound


def _inside(part: CompValue, key: str, known: Names) -> Names:
    """Do the same to what `part` holds under `key`: a part, a list of them, or anything else."""
    held = part.get(key)
    if isinstance(held, list):
        found = [reorder(inner, known) for inner in held if isinstance(inner, CompValue)]
        return known.union(*found)
    if not isinstance(held, CompValue):
        return known
    if held.name != "BGP":
        return reorder(held, known)
    patterns = connected(held.triples, known)
    part[key] = _chain(patterns) if patterns else held
    return known | _variables(patterns)


def connected(patterns: Iterable[Pattern], known: Collection[Variable | BNode]) -> list[Pattern]:
    """Return `patterns` so that each, in its turn, hangs on what is known and has the fewest unknowns."""
    bound, waiting = set(known), list(patterns)
    ordered: list[Pattern] = []
    while waiting:
        best = min(waiting, key=lambda pattern: _cost(pattern, bound))
        waiting.remove(best)
        ordered.append(best)
        bound |= _variables([best])
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
    alone["_vars"] = _variables([pattern])
    return alone


def _cost(pattern: Pattern, bound: Names) -> tuple[bool, int]:
    variables = _variables([pattern])
    return bool(variables) and variables.isdisjoint(bound) and bool(bound), len(variables - bound)


def _variables(patterns: Iterable[Pattern]) -> Names:
    return {term for pattern in patterns for term in pattern if isinstance(term, Variable | BNode)}
