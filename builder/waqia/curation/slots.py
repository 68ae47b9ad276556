"""Slots of claims: which triples a ruling means, and what no longer stands with them.

A figure is a node of its own. One whose number or outcome is struck is no figure any more, and takes with it those that
are told as parts of it or in addition to it: left alone they would look like wholes.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from waqia.curation.model import Ruling, Slot, Value
from waqia.curation.naming import iris
from waqia.dates import days_of
from waqia.errors import BadCuration, UnmatchedRuling
from waqia.graph.known import load_ontology
from waqia.graph.namespaces import TYPE, XSD, waqia
from waqia.graph.parts import ClaimPart
from waqia.graph.terms import Subject, Term, Triple, integer, stated_date

_COUNTED: Final = (waqia("casualties"), waqia("participantCount"))
_MINIMUM, _MAXIMUM = waqia("minimum"), waqia("maximum")
_MAKES_A_COUNT: Final = (TYPE, waqia("outcome"), _MINIMUM, waqia("words"), waqia("role"))
_MAKES_A_TENURE: Final = (TYPE, waqia("holder"), waqia("tenureKind"))
_DEPENDS: Final = (waqia("includedIn"), waqia("inAdditionTo"))
_INTEGER, _BOOLEAN = NamedNode(XSD + "integer"), NamedNode(XSD + "boolean")


@dataclass(frozen=True, slots=True)
class Edit:
    """A triple of a claim that no longer stands, and what stands instead: nothing where it is rejected."""

    claim: NamedNode
    old: Triple
    new: tuple[Triple, ...]
    ruling: Ruling


def matching(claims: Iterable[ClaimPart], slot: Slot) -> list[tuple[ClaimPart, Triple]]:
    """Return the claims that say `slot`, with the triple that says it.

    Raises:
        UnmatchedRuling: none does, or it is not clear which value is meant.
    """
    given = tuple(claims)
    found = [(claim, triple) for claim in given for triple in claim.triples if _means(slot, triple, claim)]
    said = f"waqia:{slot.property.value.rpartition('#')[2]}"
    if not found:
        value = "" if slot.value is None else f" {slot.value}"
        raise UnmatchedRuling(f"none of its claims says {said}{value}: {iris(given)}")
    values = {triple.object for _, triple in found}
    if len({claim.node for claim, _ in found}) < len(found) or (slot.value is None and len(values) > 1):
        raise UnmatchedRuling(
            f"its claims say {said} {len(values)} times; give the waqia:value that is meant: "
            + ", ".join(sorted(map(str, values)))
        )
    return found


def _means(slot: Slot, triple: Triple, claim: ClaimPart) -> bool:
    if triple.predicate != slot.property:
        return False
    if isinstance(slot.value, Literal) and slot.property in _COUNTED:
        bounds = (
            t for t in claim.triples if t.subject == triple.object and t.predicate in (_MINIMUM, _MAXIMUM)
        )
        return any(bound.object == slot.value for bound in bounds)
    if isinstance(slot.value, Literal) and isinstance(triple.object, Literal):
        return triple.object.value == slot.value.value
    return slot.value is None or triple.object == slot.value


def rejections(claim: ClaimPart, triple: Triple, ruling: Ruling) -> Iterator[Edit]:
    """Yield the triples of `claim` that fall with `triple`; all of them where nothing would be left.

    Raises:
        UnmatchedRuling: it is the kind of event, without which a claim says nothing.
    """
    if triple.predicate == waqia("kind"):
        raise UnmatchedRuling("a claim without its waqia:kind says nothing: amend it, or reject the claim")
    for each in _falling(claim, triple):
        yield Edit(claim.node, each, (), ruling)


def _falling(claim: ClaimPart, triple: Triple) -> Iterable[Triple]:
    if triple.subject == claim.about and triple.predicate in _MAKES_A_TENURE:
        return claim.triples
    if triple.predicate in _COUNTED:
        return of_counts(claim, [triple.object])  # type: ignore[list-item]
    if triple.subject in claim.counts and triple.predicate in _MAKES_A_COUNT:
        return of_counts(claim, [triple.subject])
    return (triple,)


def of_counts(claim: ClaimPart, counts: Iterable[Subject]) -> list[Triple]:
    """Return the triples of `claim` about `counts` and what depends on them."""
    found = set(counts)
    while more := {t.subject for t in claim.triples if t.predicate in _DEPENDS and t.object in found} - found:
        found |= more
    return [t for t in claim.triples if t.subject in found or (t.predicate in _COUNTED and t.object in found)]


def amendments(claim: ClaimPart, triple: Triple, ruling: Ruling) -> Iterator[Edit]:
    """Yield what `ruling` puts in the place of `triple`; a figure is amended to one number as a whole.

    Raises:
        BadCuration: the replacement is no value for this slot.
    """
    if not isinstance(ruling.replacement, Value):
        raise TypeError(f"{ruling} has no value to put into a slot")
    if triple.predicate == TYPE:
        raise _bad(ruling, "amends an rdf:type, which is no slot: the type of an event is its waqia:kind")
    if triple.predicate in _COUNTED:
        yield from _as_number(claim, triple, ruling)
    else:
        value = _fitting(triple, ruling.replacement, ruling)
        yield Edit(claim.node, triple, (triple._replace(object=value),), ruling)


def _as_number(claim: ClaimPart, triple: Triple, ruling: Ruling) -> Iterator[Edit]:
    number = ruling.replacement
    if not isinstance(number, Literal) or number.datatype != _INTEGER:
        raise _bad(ruling, f"puts {number} in the place of a figure: write a number")
    for each in claim.triples:
        if each.subject == triple.object and each.predicate == _MINIMUM:
            both = (each._replace(object=number), each._replace(predicate=_MAXIMUM, object=number))
            yield Edit(claim.node, each, both, ruling)
        elif each.subject == triple.object and each.predicate == _MAXIMUM:
            yield Edit(claim.node, each, (), ruling)


def _fitting(triple: Triple, value: Value, ruling: Ruling) -> Value:
    """Return `value` in the form that the old one has."""
    old = triple.object
    if isinstance(old, Literal) != isinstance(value, Literal):
        raise _bad(ruling, f"puts {value} in the place of {old}: one is a name (IRI), the other is not")
    if isinstance(old, NamedNode) and isinstance(value, NamedNode) and _sorts(old) != _sorts(value):
        raise _bad(ruling, f"puts {value} in the place of {old}, which is of another sort")
    if not isinstance(old, Literal) or not isinstance(value, Literal):
        return value
    if triple.predicate == waqia("statedDate"):
        try:
            days_of(value.value)
        except ValueError as error:
            raise _bad(ruling, f"puts {value} in the place of a date: {error}") from error
        return stated_date(value.value)
    if old.datatype == _INTEGER:
        if value.datatype != _INTEGER or not value.value.isdecimal():
            raise _bad(ruling, f"puts {value} in the place of a number")
        return integer(int(value.value))
    if old.datatype == _BOOLEAN and value.value not in ("true", "false"):
        raise _bad(ruling, f"puts {value} in the place of {old}: write true or false")
    return (
        Literal(value.value, language=old.language)
        if old.language
        else Literal(value.value, datatype=old.datatype)
    )


def _sorts(node: NamedNode) -> frozenset[Term]:
    """Return what the ontology says that a term of its own is: a class, an outcome, …; nothing of other things."""
    return _sorts_of_terms().get(node, frozenset())


@functools.cache
def _sorts_of_terms() -> dict[Subject, frozenset[Term]]:
    found: defaultdict[Subject, set[Term]] = defaultdict(set)
    for triple in load_ontology():
        if triple.predicate == TYPE:
            found[triple.subject].add(triple.object)
    return {node: frozenset(sorts) for node, sorts in found.items()}


def _bad(ruling: Ruling, message: str) -> BadCuration:
    return BadCuration(f"<{ruling.iri.value}> {message}", file=ruling.file, line=ruling.line)
