"""Rulings and the articles at hand to what is ruled on which telling, claim and person there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, TypeAlias

from pyoxigraph import NamedNode

from waqia.curation.model import Act, Attributed, Curation, Named, Passage, Ruling
from waqia.curation.naming import Found, Pair
from waqia.curation.slots import Edit, amendments, matching, rejections
from waqia.errors import UnmatchedRuling
from waqia.graph.known import load_known
from waqia.graph.namespaces import ONTOLOGY

LINKING: Final = (Act.SAME_INCIDENT, Act.DIFFERENT_INCIDENT, Act.SAME_PERSON, Act.DIFFERENT_PERSON)


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings or persons that a ruling joins or keeps apart, the lesser IRI first."""

    one: str
    other: str
    ruling: Ruling

    @property
    def pair(self) -> tuple[str, str]:
        """The two IRIs."""
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class Whole:
    """A claim that does not stand as it is; `attributed` is how it should have been, None if it is rejected."""

    claim: NamedNode
    ruling: Ruling
    attributed: Attributed | None = None


@dataclass(slots=True)
class Heard:
    """What rulings come to: `named` has what each was found to name, `problems` what was not found."""

    links: dict[Act, list[Link]] = field(default_factory=dict)
    wholes: list[Whole] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    reviews: list[tuple[NamedNode, Ruling]] = field(default_factory=list)
    named: list[tuple[Ruling, NamedNode]] = field(default_factory=list)
    problems: list[UnmatchedRuling] = field(default_factory=list)


Hearing: TypeAlias = Callable[[Ruling, Named, Found, Heard], tuple[NamedNode, ...]]


def hear(curation: Curation, found: Found) -> Heard:
    """Return what the rulings come to for the articles in `found`; what names nothing there becomes a problem.

    Raises:
        BadCuration: a replacement is no value for its slot.
    """
    heard = Heard({act: [] for act in Act})
    own = {triple.subject for triple in curation.described}
    for ruling in curation.rulings:
        unknown = [node for node in _put(ruling) if not (node in own or _is_somebody(node, found))]
        if unknown:
            error = UnmatchedRuling(
                f"nobody knows {unknown[0].value}: give it a class and a name in the file"
            )
            heard.problems.append(_located(error, ruling))
        elif ruling.act in LINKING:
            nodes = [node for thing in ruling.things for node in _each(_one, ruling, thing, found, heard)]
            _link(ruling, nodes, heard)
        else:
            for thing in ruling.things:
                _each(_review if ruling.act is Act.REVIEWS else _overrule, ruling, thing, found, heard)
    return heard


def _each(
    hearing: Hearing, ruling: Ruling, thing: Named, found: Found, heard: Heard
) -> tuple[NamedNode, ...]:
    """Return what one thing that a ruling names is; it being gone is a problem, and the others still count."""
    try:
        return hearing(ruling, thing, found, heard)
    except UnmatchedRuling as error:
        heard.problems.append(_located(error, ruling))
        return ()


def _one(ruling: Ruling, thing: Named, found: Found, _: Heard) -> tuple[NamedNode, ...]:
    """Return the telling or person that a ruling joins with others or keeps apart from them."""
    if ruling.act in (Act.SAME_INCIDENT, Act.DIFFERENT_INCIDENT):
        return (found.telling(thing),)
    if isinstance(thing, NamedNode) and _is_somebody(thing, found):
        return (thing,)
    raise UnmatchedRuling(f"{_shown(thing)} is nobody there")


def _link(ruling: Ruling, nodes: list[NamedNode], heard: Heard) -> None:
    distinct = sorted({node.value for node in nodes})
    if len(distinct) < len(nodes):
        error = UnmatchedRuling(f"names one thing twice, among {', '.join(distinct)}")
        heard.problems.append(_located(error, ruling))
    elif len(distinct) > 1:
        heard.named += [(ruling, node) for node in nodes]
        heard.links[ruling.act] += [Link(one, other, ruling) for one, other in combinations(distinct, 2)]


def _review(ruling: Ruling, thing: Named, found: Found, heard: Heard) -> tuple[NamedNode, ...]:
    claims, told = found.claims(thing)
    nodes = (told.node,) if told is not None else tuple(claim.node for claim in claims)
    heard.reviews += [(node, ruling) for node in nodes]
    heard.named += [(ruling, node) for node in nodes]
    return nodes


def _overrule(ruling: Ruling, thing: Named, found: Found, heard: Heard) -> tuple[NamedNode, ...]:
    """Hear that slots, claims or a whole telling are rejected or amended."""
    made = rejections if ruling.act is Act.REJECTS else amendments
    for claim, triple in _slots(ruling, thing, found):
        heard.edits += made(claim, triple, ruling)
    if ruling.slot is not None or _is_statement(thing):
        return ()
    claims, told = found.claims(thing)
    attributed = ruling.replacement if isinstance(ruling.replacement, Attributed) else None
    heard.wholes += [Whole(claim.node, ruling, attributed) for claim in claims]
    nodes = (told.node,) if told is not None else tuple(claim.node for claim in claims)
    heard.named += [(ruling, node) for node in nodes]
    return nodes


def _slots(ruling: Ruling, thing: Named, found: Found) -> Iterable[Pair]:
    """Return the claims and triples that a ruling means where it is on slots."""
    if isinstance(thing, NamedNode) and _is_statement(thing):
        return found.statement(thing)
    if ruling.slot is None:
        return ()
    claims, _ = found.claims(thing)
    return matching(claims, ruling.slot)


def _is_statement(thing: Named) -> bool:
    return isinstance(thing, NamedNode) and "/statement/" in thing.value


def _is_somebody(node: NamedNode, found: Found) -> bool:
    return found.is_described(node) or node in load_known().about


def _put(ruling: Ruling) -> Iterator[NamedNode]:
    """Yield the things, not terms, that a ruling puts into a graph."""
    source = ruling.replacement.source if isinstance(ruling.replacement, Attributed) else ruling.source
    for node in (ruling.replacement, source):
        if isinstance(node, NamedNode) and not node.value.startswith(ONTOLOGY):
            yield node


def _located(error: UnmatchedRuling, ruling: Ruling) -> UnmatchedRuling:
    return UnmatchedRuling(f"<{ruling.iri.value}>: {error.message}", file=ruling.file, line=ruling.line)


def _shown(thing: Named) -> str:
    return str(thing) if isinstance(thing, Passage) else thing.value
