"""Which spans of the text are marked, and as what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqia.articles import ZoneKind, body
from waqia.extraction.layers import Layers
from waqia.extraction.phrases import Phrase, PhraseKind
from waqia.extraction.templates import Span
from waqia.inspection.model import Mark, MarkKind

_ORDER = list(MarkKind)


def marks(layers: Layers) -> tuple[Mark, ...]:
    """The marks of an article in the order of the text, none over another."""
    events = *_triggers(layers), *_dropped(layers)
    found = *events, *_times(layers), *_figures(layers), *_phrases(layers), *_asides(layers)
    return tuple(sorted(_apart(found), key=lambda mark: mark.span))


def _apart(found: Iterable[Mark]) -> Iterator[Mark]:
    """Those that no other one goes before where they overlap: by kind, then the longer one."""
    taken: set[int] = set()
    for mark in sorted(found, key=_precedence):
        covered = range(mark.span.start, mark.span.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            yield mark


def _precedence(mark: Mark) -> tuple[int, int, int]:
    return _ORDER.index(mark.kind), mark.span.start - mark.span.end, mark.span.start


def _triggers(layers: Layers) -> Iterator[Mark]:
    for ordinal, happening in enumerate(layers.happenings, start=1):
        for trigger in (m.trigger for m in happening.mentions):
            yield Mark(MarkKind.TRIGGER, _words(layers, trigger.word, trigger.last), ordinal)
            if trigger.collocate is not None:
                yield Mark(
                    MarkKind.TRIGGER, _words(layers, trigger.collocate, trigger.collocate + 1), ordinal
                )


def _dropped(layers: Layers) -> Iterator[Mark]:
    return (Mark(MarkKind.DROPPED, d.span) for s in layers.sentences for d in s.dropped)


def _times(layers: Layers) -> Iterator[Mark]:
    return (Mark(MarkKind.TIME, Span(time.start, time.end)) for time in layers.times)


def _figures(layers: Layers) -> Iterator[Mark]:
    tolls = (toll for s in layers.sentences for toll in s.tolls)
    return (Mark(MarkKind.FIGURE, figure.span) for toll in tolls for figure in toll.figures)


def _phrases(layers: Layers) -> Iterator[Mark]:
    for sentence in layers.sentences:
        sources = {speaker.source.span for speaker in sentence.attribution.spoken.values()}
        for phrase in sentence.phrases:
            kind = _kind(phrase, sources)
            if kind is not None:
                yield Mark(kind, _words(layers, phrase.first, phrase.last))


def _kind(phrase: Phrase, sources: set[Span]) -> MarkKind | None:
    """What a phrase is marked as; means, things and bare numbers are not."""
    if phrase.mention.span in sources:
        return MarkKind.SOURCE
    if phrase.kind in (PhraseKind.PLACE, PhraseKind.FACILITY):
        return MarkKind.PLACE
    return MarkKind.ACTOR if phrase.human else None


def _asides(layers: Layers) -> Iterator[Mark]:
    """The parts of the page that tell nothing of the article's events: datelines, teasers, signatures."""
    zones = (z for z in body(layers.article) if z.kind not in (ZoneKind.HEADLINE, ZoneKind.BODY))
    return (Mark(MarkKind.ASIDE, Span(zone.start, zone.end)) for zone in zones)


def _words(layers: Layers, first: int, last: int) -> Span:
    return Span(*layers.text.span(first, last))
