"""What the things that rulings name are in the articles at hand.

A telling's IRI holds where its first passage stands, and a claim's what it says: both vanish when extraction gets
better. The words of the article stay, so a ruling may name a telling or a claim by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from pyoxigraph import NamedNode

from waqia.curation.model import Named, Passage
from waqia.errors import UnmatchedRuling
from waqia.extraction.templates import Span
from waqia.graph.iris import Names
from waqia.graph.namespaces import LABEL
from waqia.graph.parts import ArticlePart, ClaimPart, TellingPart
from waqia.graph.terms import Subject, Triple

_OF_ARTICLE: Final = re.compile(r"(?:telling|claim)/([^./]+)\.(?:(\d+)-(\d+)\.\d+)?")
_SHOWN: Final = 3
_QUOTED: Final = 60

Pair = tuple[ClaimPart, Triple]


class Found:
    """The articles at hand by what rulings name."""

    def __init__(self, parts: Iterable[ArticlePart], names: Names) -> None:
        self._parts = tuple(parts)
        self._names = names
        self._articles = {key: part for part in self._parts for key in (part.node.value, part.id)}
        self._tellings = {told.node: told for part in self._parts for told in part.tellings}
        self._claims = {claim.node: claim for part in self._parts for claim in part.claims}

    def telling(self, thing: Named) -> NamedNode:
        """Return the telling that `thing` names.

        Raises:
            UnmatchedRuling: it names none, or several.
        """
        if isinstance(thing, NamedNode):
            if thing not in self._tellings:
                raise UnmatchedRuling(self._gone(thing))
            return thing
        return self._told(thing).node

    def claims(self, thing: Named) -> tuple[tuple[ClaimPart, ...], TellingPart | None]:
        """Return the claims that `thing` names, with their telling if it is named as a whole.

        Raises:
            UnmatchedRuling: it names none, or several of what is one.
        """
        if isinstance(thing, Passage):
            told = self._told(thing)
            if thing.source is None:
                return told.claims, told
            said = tuple(claim for claim in told.claims if claim.attribution.source == thing.source)
            if len(said) != 1:
                raise UnmatchedRuling(
                    f"{thing}: {thing.source.value} says {len(said)} claims there; name one of {iris(told.claims)}"
                )
            return said, None
        if thing in self._tellings:
            return self._tellings[thing].claims, self._tellings[thing]
        if thing in self._claims:
            return (self._claims[thing],), None
        raise UnmatchedRuling(self._gone(thing))

    def statement(self, thing: NamedNode) -> tuple[Pair, ...]:
        """Return the claims that say the statement, with its triple.

        Raises:
            UnmatchedRuling: none says it.
        """
        found = self._statements.get(thing, ())
        if not found:
            raise UnmatchedRuling(
                f"{thing.value}: no claim says this; name the claim and its slot (waqia:slot)"
            )
        return tuple(found)

    def is_described(self, node: NamedNode) -> bool:
        """Tell whether an article describes `node`: as an actor, place or thing of its own."""
        return node in self._described

    @cached_property
    def _statements(self) -> dict[NamedNode, list[Pair]]:
        found: dict[NamedNode, list[Pair]] = {}
        for claim in self._claims.values():
            for triple in claim.triples:
                found.setdefault(self._names.statement(triple), []).append((claim, triple))
        return found

    @cached_property
    def _described(self) -> frozenset[Subject]:
        named = (triple for part in self._parts for triple in part.described if triple.predicate == LABEL)
        return frozenset(triple.subject for triple in named)

    def _told(self, passage: Passage) -> TellingPart:
        """Return the telling whose evidence these words are in, or meet: its first passage rather than another."""
        part = self._articles.get(passage.article)
        if part is None:
            raise UnmatchedRuling(f"{passage}: this article is not among those built")
        places = tuple(_places(part.text, passage))
        if not places:
            raise UnmatchedRuling(f"{passage}: the article has no such words")
        if len(places) > 1:
            raise UnmatchedRuling(
                f"{passage}: the words stand there {len(places)} times; add oa:prefix or oa:suffix, what stands around"
            )
        fitting = [told for told in part.tellings if passage.kind in (None, told.event_class)]
        whole = [told for told in fitting if any(_holds(span, places[0]) for span in _spans(told))]
        first = [told for told in fitting if _meet(_first(told), places[0])]
        near = [told for told in fitting if any(_meet(span, places[0]) for span in _spans(told))]
        found = (whole if len(whole) == 1 else []) or first or near
        if len(found) != 1:
            several = ", ".join(f"{_shown(each, part)} ({_local(each.event_class)})" for each in found)
            which = f"it tells {len(found)} things; name one, or its waqia:kind: {several}"
            raise UnmatchedRuling(f"{passage}: {which if found else _nearest(part, places[0])}")
        return found[0]

    def _gone(self, thing: NamedNode) -> str:
        """Say that `thing` is not there, where its article is, and what that tells at the place."""
        match = _OF_ARTICLE.search(thing.value)
        part = match and self._articles.get(self._names.iri("article", match[1]).value)
        if not match or not part:
            return f"{thing.value} is not there, nor is its article among those built"
        where = f"{thing.value} is not there; article {part.id} ({part.node.value}) is"
        if match[2] is None:
            return f"{where}: name the claim by its words (oa:hasSource, oa:exact, waqia:saidBy)"
        return f"{where} and {_nearest(part, Span(int(match[2]), int(match[3])))}"


def _nearest(part: ArticlePart, at: Span) -> str:
    """Say what is told near `at`, where nothing was found."""
    if not part.tellings:
        return "nothing is told in it"
    near = sorted(part.tellings, key=lambda told: (abs(_first(told).start - at.start), told.node.value))
    return f"the nearest things told are: {', '.join(_shown(told, part) for told in near[:_SHOWN])}"


def _shown(told: TellingPart, part: ArticlePart) -> str:
    first = _first(told)
    return f"{told.node.value} «{part.text[first.start : first.end][:_QUOTED]}»"


def iris(claims: Iterable[ClaimPart]) -> str:
    """Return the IRIs of claims, for a message."""
    return ", ".join(claim.node.value for claim in claims)


def _local(node: NamedNode) -> str:
    return node.value.rpartition("#")[2]


def _places(text: str, passage: Passage) -> Iterator[Span]:
    """Yield where the words of `passage` stand between what stands around them."""
    whole = passage.before + passage.exact + passage.after
    at = text.find(whole)
    while at >= 0:
        start = at + len(passage.before)
        yield Span(start, start + len(passage.exact))
        at = text.find(whole, at + 1)


def _first(told: TellingPart) -> Span:
    return min(_spans(told))


def _spans(told: TellingPart) -> Iterator[Span]:
    return (span for claim in told.claims for span in claim.attribution.evidence)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _holds(span: Span, words: Span) -> bool:
    return span.start <= words.start and words.end <= span.end
