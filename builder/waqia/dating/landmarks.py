"""Known events of `ontology/landmarks.ttl`, and what it says of an article that it tells of one.

A name of its own ("غضب الفرات") shows that the article is not older than the event. With a time that counts from the
article's day ("زيارة الشرع لواشنطن الشهر الماضي") the event's days lead to the article's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from waqia import resources
from waqia.arabic.dates import TimeExpression, resolve
from waqia.arabic.timespans import Absolute, Ago, Period, Relative, Weekday
from waqia.arabic.tokens import Tokenizer
from waqia.dates import Days, days_of, meet
from waqia.dating.dayset import DaySet, between, since, where
from waqia.dating.model import Ground, Passage, Reason
from waqia.extraction.layers import Layers
from waqia.extraction.templates import Span
from waqia.extraction.words import Sentence
from waqia.knowledge.turtle import RDFS, SKOS, WAQIA, read_records

_NEAR: Final = 8
"""How many words may stand between what tells of an event and its time."""
_TOGETHER: Final = 14
"""Within how many words the words of a sign stand."""
_BACK: Final = timedelta(400)
"""How far back "الماضي" reaches, and a date without its year."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """A known event: its IRI, its days, its names and the words of its signs (folded, without proclitics)."""

    iri: str
    days: Days
    names: tuple[tuple[str, ...], ...]
    signs: tuple[frozenset[str], ...]


@cache
def load_landmarks(tokenizer: Tokenizer, folder: Path = resources.ONTOLOGY) -> tuple[Landmark, ...]:
    """Return the known events of `folder`, their names cut by `tokenizer`; none where it has no such file.

    Raises:
        BadOntology: if the file is not Turtle, or an event has no first day or one that does not exist.
    """
    file = folder / "landmarks.ttl"
    found = []
    for record in read_records(file).values() if file.exists() else ():
        if record.one(WAQIA + "earliest") is None:
            continue
        names = [*record.tagged(RDFS + "label", "ar"), *record.tagged(SKOS + "altLabel", "ar")]
        signs = record.tagged(WAQIA + "sign", "ar")
        try:
            ends = [
                None if value is None else date.fromisoformat(value)
                for value in (record.one(WAQIA + "earliest"), record.one(WAQIA + "latest"))
            ]
        except ValueError as error:
            raise record.error(str(error)) from error
        found.append(
            Landmark(
                record.iri,
                Days(*ends),
                tuple(_words(name, tokenizer) for name in names),
                tuple(frozenset(_words(sign, tokenizer)) for sign in signs),
            )
        )
    return tuple(sorted(found, key=lambda landmark: landmark.iri))


def _words(name: str, tokenizer: Tokenizer) -> tuple[str, ...]:
    return tuple(token.bare for token in tokenizer.tokens(name, 0, len(name)))


def known_events(layers: Layers, landmarks: Iterable[Landmark]) -> Iterator[Reason]:
    """Give what the known events that an article tells of say of its day."""
    for sentence in layers.text.sentences:
        words = [word.bare for word in layers.text.words[sentence.first : sentence.last]]
        present = frozenset(words)
        for landmark in landmarks:
            for first, last in _names(landmark, words, present):
                yield from _since(layers, landmark, sentence.first + first, sentence.first + last)
                yield from _told(layers, landmark, sentence, sentence.first + first, sentence.first + last)
            for first, last in _signs(landmark, words, present):
                yield from _told(layers, landmark, sentence, sentence.first + first, sentence.first + last)


def _names(landmark: Landmark, words: list[str], present: frozenset[str]) -> Iterator[tuple[int, int]]:
    for name in landmark.names:
        if present.issuperset(name):
            size = len(name)
            yield from (
                (at, at + size) for at in range(len(words) - size + 1) if tuple(words[at : at + size]) == name
            )


def _signs(landmark: Landmark, words: list[str], present: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Give the shortest stretches of a sentence with all words of a sign."""
    for sign in landmark.signs:
        if not present.issuperset(sign):
            continue
        for first, word in enumerate(words):
            if word in sign:
                rest = words[first : first + _TOGETHER]
                ends = [rest.index(each) for each in sign if each in rest]
                if len(ends) == len(sign) and word not in rest[1 : max(ends) + 1]:
                    yield first, first + max(ends) + 1


def _passage(layers: Layers, first: int, last: int) -> Passage:
    return Passage(layers.article.id, Span(*layers.text.span(first, last)))


def _since(layers: Layers, landmark: Landmark, first: int, last: int) -> Iterator[Reason]:
    if landmark.days.earliest is not None:
        days = since(landmark.days.earliest)
        yield Reason(Ground.KNOWN_EVENT, days, (_passage(layers, first, last),), landmark.iri)


def _told(layers: Layers, landmark: Landmark, sentence: Sentence, first: int, last: int) -> Iterator[Reason]:
    """Give the days that the nearest time after the event, or else before it, leaves."""
    time = nearest_time(layers, sentence, first, last)
    if time is None:
        return
    days = counted_from(time, landmark.days)
    if days is not None and days:
        passages = (_passage(layers, first, last), Passage(layers.article.id, Span(time.start, time.end)))
        yield Reason(Ground.KNOWN_EVENT, days, passages, landmark.iri)


def nearest_time(layers: Layers, sentence: Sentence, first: int, last: int) -> TimeExpression | None:
    """Return the time that goes with words `first` to `last` of a sentence, if it counts from the article's day."""
    times = [time for time in layers.times if sentence.first <= time.first < sentence.last]
    after = [time for time in times if 0 <= time.first - last <= _NEAR]
    inside = [time for time in times if first <= time.first < last]
    found = (inside or after)[:1]
    return next((time for time in found if _counts_back(time)), None)


def _counts_back(time: TimeExpression) -> bool:
    """Whether a time is told from the day of the article, and before it."""
    if time.edge is not None:
        return False
    match time.when:
        case Relative(offset=offset):
            return offset <= 0
        case Weekday(shift=shift):
            return shift is None or shift < 0
        case Period(shift=shift):
            return shift < 0
        case Absolute(year=None, hijri=False, shift=shift, offset=None):
            return shift is not None and shift < 0
        case Ago():
            return True
        case _:
            return False


def counted_from(time: TimeExpression, event: Days) -> DaySet | None:
    """Return the days from which a time leads to an event: from December "الشهر الماضي" leads to one of November.

    None where the event has no last day: the time may be that of any of its days.
    """
    if event.earliest is None or event.latest is None:
        return None
    days = event

    def leads(day: date) -> bool:
        value = resolve(time, published=day)
        if value is None:
            return False
        return not meet([days_of(value), days]).empty

    return where(leads, Days(event.earliest, event.latest + _BACK)) & between(Days(event.earliest, None))
