"""Articles that tell of one incident: its day, and how an article without a date counts to it, give the article's day.

Linking tells incidents apart by their days, and here they are what is looked for. So what is told must be of one kind,
at one place and about the same victims, by name or by several figures; and "أمس السبت" must come out a Saturday.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from waqia.arabic.dates import TimeExpression, resolve
from waqia.arabic.folding import fold
from waqia.arabic.timespans import Relative, Weekday
from waqia.dates import Days, days_of
from waqia.dating.clues import said_on
from waqia.dating.dayset import ALL, DaySet, between, union, where
from waqia.extraction.layers import Layers
from waqia.extraction.templates import EventTemplate, Mention, Outcome, Realization, Span, Stance
from waqia.extraction.words import Sentence
from waqia.knowledge import Knowledge

_FAMILY: Final = "Violence"
"""Talks and visits are repeated between the same people: only what has victims tells days apart."""
_EXACT: Final = frozenset({"Facility", "Neighbourhood", "Village", "Town", "City"})
_SEVERAL: Final = 2
_FEW: Final = 5
_MANY: Final = 20
_WEEK: Final = timedelta(7)
_LONGEST: Final = 62

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """An incident as an article tells it: of which family, where, of whom, with which figures, and on which days.

    `days` are those on which it may have been, None where that is not known; `time` is the time that the article
    gives it, counted from its own day.
    """

    article: str
    family: str
    places: frozenset[str]
    victims: frozenset[str]
    tolls: frozenset[tuple[str, int]]
    span: Span
    time: TimeExpression | None
    days: DaySet | None


def told(
    article: str,
    events: Sequence[EventTemplate],
    knowledge: Knowledge,
    *,
    layers: Layers | None = None,
    written: DaySet | None = None,
) -> Iterator[Told]:
    """Give the incidents of an article by which it can be dated, or can date others.

    Args:
        article: its id.
        events: what was found in it.
        knowledge: the families of the types.
        layers: its times, where it has no date of its own.
        written: the days that it may count from, where it has no date of its own and they are few.
    """
    for event in events:
        known = knowledge.event_types.get(event.type)
        asserted = any(claim.stance is Stance.ASSERTS for claim in event.claims)
        if known is None or known.family != _FAMILY or not asserted:
            continue
        if event.realization is not Realization.EVENT:
            continue
        places = frozenset(
            link.mention.iri
            for claim in event.claims
            for link in claim.places
            if link.mention.iri is not None and link.mention.kind in _EXACT
        )
        victims, tolls = frozenset(_victims(event)), frozenset(_tolls(event))
        if not places or not (victims or tolls):
            continue
        span = event.claims[0].evidence[0]
        time = None if layers is None else _time(layers, event)
        days = _days(event.date) if layers is None else _counted(time, written)
        yield Told(article, known.family, places, victims, tolls, span, time, days)


def shared(ours: Sequence[Told], others: Sequence[Told]) -> Iterator[tuple[Told, Told, DaySet]]:
    """Give the pairs that are of one incident, with the days that the first one's article may count from."""
    by_key: defaultdict[Key, list[Told]] = defaultdict(list)
    for other in others:
        if other.days is not None:
            for place in sorted(other.places):
                by_key[other.family, place].append(other)
    for one in ours:
        met = {
            id(other): other for place in sorted(one.places) for other in by_key.get((one.family, place), ())
        }
        for other in met.values():
            if one.article != other.article and one.time is not None and _alike(one, other):
                days = _leading_to(one.time, other.days)
                if days:
                    yield one, other, days


def _alike(one: Told, other: Told) -> bool:
    """Whether two are about the same victims: a name, several figures, or one that is large."""
    figures = one.tolls & other.tolls
    largest = max((number for _, number in figures), default=0)
    return (
        bool(one.victims & other.victims)
        or largest >= _MANY
        or (len(figures) >= _SEVERAL and largest >= _FEW)
    )


def _victims(event: EventTemplate) -> Iterator[str]:
    """Give the persons whom it happened to, by the last two words of their names."""
    for claim in event.claims:
        figures = (figure.victims for figure in claim.figures)
        objects = (each.mention for each in claim.participants if each.role.value == "object")
        for mention in (*figures, *objects):
            if mention is not None and _is_person(mention):
                yield " ".join(fold(mention.text).split()[-2:])


def _is_person(mention: Mention) -> bool:
    return mention.kind == "Person" and not mention.described and " " in mention.text.strip()


def _tolls(event: EventTemplate) -> Iterator[tuple[str, int]]:
    """Give the exact numbers: "dozens" are told of every attack."""
    for claim in event.claims:
        for figure in claim.figures:
            if figure.outcome in (Outcome.KILLED, Outcome.INJURED) and figure.maximum is not None:
                yield figure.outcome.value, figure.minimum


# --- days --------------------------------------------------------------------------------------------------------


def _time(layers: Layers, event: EventTemplate) -> TimeExpression | None:
    """Return the time that counts from the article's day in a sentence that tells the event; a weekday's first."""
    spans = [span for claim in event.claims for span in claim.evidence]
    sentences = [sentence for sentence in layers.text.sentences if _tells(layers, sentence, spans)]
    times = [
        time
        for time in layers.times
        if isinstance(time.when, Relative | Weekday)
        and time.edge is None
        and any(sentence.first <= time.first < sentence.last for sentence in sentences)
    ]
    return min(times, key=lambda time: (said_on(time.when) is None, time.first), default=None)


def _tells(layers: Layers, sentence: Sentence, spans: Sequence[Span]) -> bool:
    words = layers.text.words[sentence.first : sentence.last]
    return any(words[0].token.start < span.end and span.start < words[-1].token.end for span in spans)


def _days(edtf: str | None) -> DaySet | None:
    """Return the days of a date that is exact to the day."""
    days = None if edtf is None else days_of(edtf)
    return None if days is None or days.earliest is None or days.earliest != days.latest else between(days)


def _counted(time: TimeExpression | None, written: DaySet | None) -> DaySet | None:
    """Return the days that a time comes to, counted from any of those that an article may be written on."""
    if time is None or written is None or len(written) > _LONGEST:
        return None
    found = (_resolved(time, day) for day in written.days())
    return union(between(days) for days in found if days is not None)


def _resolved(time: TimeExpression, day: date) -> Days | None:
    value = resolve(time, published=day)
    return None if value is None else days_of(value)


def _leading_to(time: TimeExpression, event: DaySet | None) -> DaySet:
    """Return the days from which a time leads to one of the event's."""
    within = event.hull if event else Days()
    if not event or within.earliest is None or within.latest is None:
        return DaySet(0)

    def leads(day: date) -> bool:
        days = _resolved(time, day)
        return days is not None and bool(between(days) & event)

    return where(leads, Days(within.earliest, within.latest + _WEEK)) & (said_on(time.when) or ALL)
