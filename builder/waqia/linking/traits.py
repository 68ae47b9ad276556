"""What linking compares: a telling reduced to what identifies a happening, made once a telling.

Spellings of one foreign name differ from paper to paper ("تاغيلوف", "تاجيلوف"; "سلطان بيلي", "سلطان بايلي"), mostly in
long vowels and in the letters for sounds that Arabic lacks: names that the knowledge lacks are compared by `skeleton`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from waqia.arabic.folding import fold
from waqia.dates import ANY_DAY, Days, days_of
from waqia.extraction.entities import telling_words
from waqia.extraction.templates import (
    Claim,
    EventTemplate,
    Figure,
    Mention,
    Outcome,
    Participant,
    Realization,
    Role,
    Stance,
)
from waqia.knowledge import EventType, Knowledge

_SIZES: Final = (
    "Facility",
    "Neighbourhood",
    "Village",
    "Town",
    "City",
    "District",
    "Governorate",
    "Region",
    "Country",
)
_OF_KIND: Final = {kind: size for size, kind in enumerate(_SIZES)} | {"Place": _SIZES.index("Town")}
CITY, BROAD, WIDE, VAST = (_SIZES.index(kind) for kind in ("City", "Governorate", "Region", "Country"))
"""From these sizes on a place says ever less about which happening is meant."""
_SOUNDS: Final = str.maketrans("غجقطضصذثپچگڤ", "كككتدسدتبككف")
_LONG_VOWELS: Final = re.compile("(?<=.)[اويه]")
_SHORTEST: Final = 3
_LONG, _ALIKE = 6, 0.85
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Where:
    """A place: its IRI if it is known, its name's skeleton, how big it is (the smallest 0), and what it lies in."""

    key: str
    name: str
    size: int
    inside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Who:
    """An actor: its IRI if it is known, its name's skeleton and telling words, its wholes and its country.

    `named` is false for groups known by description alone ("مسلحون").
    """

    key: str
    name: str
    named: bool
    words: frozenset[str]
    wholes: frozenset[str] = frozenset()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure, without who says it."""

    outcome: Outcome
    minimum: int
    maximum: int | None


@dataclass(frozen=True, slots=True)
class Traits:
    """What identifies the happening of a telling.

    `lineage` is its type with all above it; `days` those that it may have happened on; `published` the day of its
    article. `named` are the persons that it names, as skeletons; `sources` those that have a name; `words` the
    telling words of its evidence, `runs` their sequences of three, which only copies of one report share, and `story`
    the telling words of the whole article.
    """

    type: str
    family: str
    lineage: frozenset[str]
    realization: Realization
    denied: bool
    days: Days
    published: date | None
    places: tuple[Where, ...]
    agents: tuple[Who, ...]
    objects: tuple[Who, ...]
    tolls: frozenset[Toll]
    named: frozenset[str]
    sources: frozenset[str]
    words: frozenset[str]
    story: frozenset[str]
    runs: frozenset[tuple[str, ...]]


def traits_of(
    template: EventTemplate,
    text: str,
    knowledge: Knowledge,
    *,
    published: date | None = None,
    story: frozenset[str] = frozenset(),
) -> Traits:
    """Return the traits of a telling of an article with this text and `story_of` it, published on this day."""
    known = knowledge.event_types.get(template.type)
    everyone = [each for claim in template.claims for each in claim.participants]
    agents = (each.mention for each in everyone if each.role in (Role.AGENT, Role.SUPPORTER, Role.CLAIMED_BY))
    objects = (each.mention for each in everyone if each.role is Role.OBJECT)
    figures = [figure for claim in template.claims for figure in claim.figures]
    stems = list(_stems(template.claims, text))
    return Traits(
        type=template.type,
        family=known.family if known else template.type,
        lineage=frozenset({template.type, *(known.ancestors if known else ())}),
        realization=template.realization,
        denied=all(claim.stance is Stance.DENIES for claim in template.claims),
        days=ANY_DAY if template.date is None else days_of(template.date),
        published=published,
        places=_places((link.mention for claim in template.claims for link in claim.places), knowledge),
        agents=_actors(agents, knowledge),
        objects=_actors(objects, knowledge),
        tolls=frozenset(Toll(each.outcome, each.minimum, each.maximum) for each in figures),
        named=frozenset(_persons([*_acting(everyone, known), *_victims(figures)])),
        sources=frozenset(_key(claim.source) for claim in template.claims if _is_named(claim.source)),
        story=story,
        words=frozenset(stem for sequence in stems for stem in sequence),
        runs=frozenset(
            run for sequence in stems for run in zip(sequence, sequence[1:], sequence[2:], strict=False)
        ),
    )


def story_of(text: str) -> frozenset[str]:
    """Return the telling words of an article."""
    return frozenset(_stem(word) for word in _WORD.findall(text) if len(word) > _SHORTEST)


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    """Return what spellings of one name have in common: its consonants, those taken for one another made one."""
    words = (word.removeprefix("ال") for word in _WORD.findall(fold(name)))
    return " ".join(_LONG_VOWELS.sub("", word.translate(_SOUNDS)) for word in words)


@lru_cache(maxsize=1 << 16)
def near(one: str, other: str) -> bool:
    """Whether two skeletons are one or may be spellings of one name, of which one has a slip ("العدين", "العديد")."""
    if one == other:
        return True
    long = min(len(one), len(other)) >= _LONG and abs(len(one) - len(other)) <= 1
    return long and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _places(mentions: Iterable[Mention], knowledge: Knowledge) -> tuple[Where, ...]:
    found = {}
    for mention in mentions:
        inside = frozenset(_around(mention.iri or "", knowledge))
        found[_key(mention)] = Where(
            _key(mention), skeleton(mention.text), _OF_KIND.get(mention.kind, 0), inside
        )
    return tuple(found[key] for key in sorted(found))


def _around(place: str, knowledge: Knowledge) -> Iterator[str]:
    """Yield what a place lies in, with the regions that overlap it or what it lies in."""
    ancestors = knowledge.place_ancestors.get(place, frozenset())
    yield from ancestors
    for iri in (place, *ancestors):
        if known := knowledge.places.get(iri):
            yield from known.overlaps


def _actors(mentions: Iterable[Mention], knowledge: Knowledge) -> tuple[Who, ...]:
    found = {}
    for mention in mentions:
        known = knowledge.actors.get(mention.iri or "")
        wholes, country = (frozenset(known.part_of), known.country) if known else (frozenset[str](), None)
        name, words = skeleton(mention.text), frozenset(map(skeleton, telling_words(mention.text)))
        found[_key(mention)] = Who(_key(mention), name, _is_named(mention), words, wholes, country)
    return tuple(found[key] for key in sorted(found))


def _key(mention: Mention | None) -> str:
    return "" if mention is None else mention.iri or skeleton(mention.text)


def _is_named(mention: Mention | None) -> bool:
    return mention is not None and not mention.described


def _persons(mentions: Iterable[Mention]) -> Iterator[str]:
    """Yield the persons with a name that tells them from others: known ones, or ones with two names at least."""
    for mention in mentions:
        if (
            mention.kind == "Person"
            and not mention.described
            and (mention.iri or " " in mention.text.strip())
        ):
            yield _key(mention)


def _acting(participants: Iterable[Participant], known: EventType | None) -> Iterator[Mention]:
    """Yield who takes part as a person: of a war its leaders are named in every report, and tell none from another."""
    fought = known is not None and known.family not in ("Politics", "LawEnforcement")
    yield from (each.mention for each in participants if not (fought and each.mention.iri))


def _victims(figures: Iterable[Figure]) -> Iterator[Mention]:
    return (figure.victims for figure in figures if figure.victims is not None)


def _stems(claims: Iterable[Claim], text: str) -> Iterator[tuple[str, ...]]:
    """Yield the stems of the words of each passage, in their order."""
    for claim in claims:
        for span in claim.evidence:
            yield tuple(_stem(word) for word in _WORD.findall(text[span.start : span.end]))


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    return min(telling_words(word.removeprefix("و")) or {word})
