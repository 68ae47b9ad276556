"""Annotated events as templates: what extraction would give if it made no mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from waqia.arabic.folding import fold
from waqia.articles.article import Article
from waqia.extraction.templates import (
    ArticleTemplates,
    Certainty,
    Claim,
    EventTemplate,
    Figure,
    Mention,
    Outcome,
    Participant,
    PlaceLink,
    PlaceRelation,
    Realization,
    Role,
    Span,
    Stance,
)
from waqia.knowledge import Knowledge, KnownPlace

Event = Mapping[str, Any]
"""An event as the guidelines write it."""

_MARKS = str.maketrans("", "", "«»\"“”'()")
_STANCES = {"asserted": Stance.ASSERTS, "denied": Stance.DENIES, "planned": Stance.PLANS}
_ROLES = {"perpetrators": Role.AGENT, "targets": Role.OBJECT, "claimed_by": Role.CLAIMED_BY}


def templates_of(article: Article, events: Sequence[Event], knowledge: Knowledge) -> ArticleTemplates:
    """Return the annotated `events` of an article as templates, with names looked up in `knowledge`."""
    reader = _Reader(article.text, knowledge)
    return ArticleTemplates(article.id, tuple(reader.event(n, event) for n, event in enumerate(events)))


class _Reader:
    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self._text = text
        self._knowledge = knowledge

    def event(self, number: int, event: Event) -> EventTemplate:
        realization = Realization.AGGREGATE if event.get("aggregate") else Realization.EVENT
        if event["factuality"] != "asserted":
            realization = Realization.UNREALIZED
        claim = Claim(
            _STANCES[event["factuality"]],
            Certainty.STATED,
            event["type"],
            tuple(self._span(quote) for quote in event["quotes"]),
            self._actor(event["sources"][0]) if event["sources"] else None,
            places=tuple(self._places(event["places"])),
            participants=tuple(self._participants(event)),
            figures=tuple(self._figures(event["casualties"])),
        )
        return EventTemplate(number, event["type"], realization, (claim,), event["date"])

    def _places(self, names: Sequence[str]) -> Iterator[PlaceLink]:
        """Yield the places; of several of one name the one inside of what is named beside it.

        The most specific stands first, so what comes later is rather the governorate than its town of one name.
        """
        known = [self._knowledge.places_by_name.get(fold(name), ()) for name in names]
        wide = ("Governorate", "Country")

        def fit(n: int, place: KnownPlace) -> tuple[bool, bool, bool, int, str]:
            beside = {other.iri for m, others in enumerate(known) if m != n for other in others}
            inside = self._knowledge.place_ancestors.get(place.iri, frozenset()) & beside
            by_label, later = fold(place.label) == fold(names[n]), n > 0 and place.kind not in wide
            return not inside, later, not by_label, -(place.population or 0), place.iri

        for n, (name, candidates) in enumerate(zip(names, known, strict=True)):
            found = min(candidates, key=partial(fit, n), default=None)
            iri, kind = (None, "Place") if found is None else (found.iri, found.kind)
            yield PlaceLink(PlaceRelation.OCCURRED_AT, Mention(name, self._span(name), kind, iri))

    def _participants(self, event: Event) -> Iterator[Participant]:
        for slot, role in _ROLES.items():
            yield from (Participant(role, self._actor(name)) for name in event[slot])

    def _figures(self, figures: Sequence[Mapping[str, Any]]) -> Iterator[Figure]:
        for figure in figures:
            outcome, words = Outcome(figure["outcome"]), figure["victims"] or ""
            victims = self._actor(words) if words else None
            yield Figure(outcome, figure["min"], figure["max"], words, self._span(words), victims=victims)

    def _actor(self, name: str) -> Mention:
        known_as = self._knowledge
        for index in (known_as.actors_by_name, known_as.actors_by_short_form, known_as.actors_by_metonym):
            if known := index.get(fold(name).translate(_MARKS), ()):
                return Mention(name, self._span(name), known[0].kind, known[0].iri)
        return Mention(name, self._span(name), "Group", described=True)

    def _span(self, quote: str) -> Span:
        start = max(self._text.find(quote), 0)
        return Span(start, start + len(quote))
