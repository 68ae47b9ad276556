"""Which place a name means in one article: by the countries and places that the article is about.

Many places share a name ("الحويجة", "طرابلس"), and many names are ordinary words ("صور", "إطار"). What an article has
named without doubt, and the countries of its adjectives and actors, decide between them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from waqia.knowledge import Knowledge, KnownPlace

_BROAD = frozenset({"Country", "Region", "Sea"})
# What one paper calls a town another calls a city, so these nouns tell less than the country does.
_SETTLEMENTS = frozenset({"City", "Town", "Village"})
_TOWNS = frozenset({"City", "Town"})
_UNITS = ("Governorate", "District", "Region")
_LARGE = 300_000
# How many people live in a place of some kind that nobody has counted.
_PEOPLE = {
    "Country": 20_000_000,
    "Governorate": 1_000_000,
    "Region": 1_000_000,
    "District": 100_000,
    "City": 50_000,
}
_NEARBY = 60  # kilometres
_LATELY = 3  # places named before
_SOON = 6  # words after


@dataclass
class Gazetteer:
    """Remembers where an article takes place, and chooses between places by it."""

    knowledge: Knowledge
    countries: Counter[str] = field(default_factory=Counter)
    around: Counter[str] = field(default_factory=Counter)
    points: dict[int, KnownPlace] = field(default_factory=dict)
    _noted: set[tuple[int | str, str]] = field(default_factory=set)

    def note_country(self, country: str | None, by: int | str) -> None:
        """Remember that a word or an actor speaks of a country."""
        if country is not None and (by, country) not in self._noted:
            self._noted.add((by, country))
            self.countries[country] += 1

    def note(self, candidates: Sequence[KnownPlace], word: int) -> None:
        """Remember a name of place at word `word`; only what all its candidates share is sure."""
        lands = {p.country for p in candidates}
        if len(lands) == 1:
            self.note_country(candidates[0].country, word)
        first = candidates[0]
        if all(self._nested(p, first) for p in candidates) and (word, first.iri) not in self._noted:
            self._noted.add((word, first.iri))
            self.around.update(self._around(first))
            self.points[word] = first

    def choose(self, candidates: Sequence[KnownPlace], word: int, kind: str = "") -> KnownPlace | None:
        """The likeliest of the places that share the name at a word, after a noun for `kind` if there is one."""
        if kind not in _UNITS:
            candidates = self._towns(candidates)
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        lately = [*self._before(word), *self._after(word)]
        weights = [self._weight(p, kind, lately) for p in candidates]
        fitting = [p for p, weight in zip(candidates, weights, strict=True) if weight == max(weights)]
        found = self._largest(fitting)
        if len(fitting) == 1 and self._attested(found):
            self.points[word] = found  # sure enough to tell what lies beside it
        return found

    def _before(self, word: int) -> list[KnownPlace]:
        """The places named last before a word."""
        return [self.points[w] for w in sorted(self.points) if w < word][-_LATELY:]

    def _after(self, word: int) -> list[KnownPlace]:
        """The places named right after a word, which tell where it lies: "بلدة المنصورة غربي الرقة"."""
        return [self.points[w] for w in sorted(self.points) if word < w <= word + _SOON]

    def _towns(self, candidates: Sequence[KnownPlace]) -> Sequence[KnownPlace]:
        """The places without those around another of them: the bare name of a governorate is that of its town."""
        return [p for p in candidates if not any(self._seat(p, q) for q in candidates)]

    def _seat(self, unit: KnownPlace, town: KnownPlace) -> bool:
        """Whether a town lies in a unit of its name, or beside it in the next larger one."""
        if unit.iri == town.iri:
            return False
        beside = bool(set(unit.part_of) & set(town.part_of)) and unit.kind in _UNITS
        return self.knowledge.contains(town.iri, unit.iri) or (beside and town.kind in _SETTLEMENTS)

    def _largest(self, places: Sequence[KnownPlace]) -> KnownPlace:
        """The first of the places, or one apart from it that has more people."""
        first = places[0]
        apart = [p for p in places[1:] if not self._nested(p, first)]
        return max([first, *apart], key=lambda p: max(_people(q) for q in places if self._nested(p, q)))

    def _nested(self, a: KnownPlace, b: KnownPlace) -> bool:
        return self.knowledge.contains(a.iri, b.iri) or self.knowledge.contains(b.iri, a.iri)

    def plausible(self, candidates: Sequence[KnownPlace]) -> bool:
        """Whether the article is about where one of the places lies, or one is known everywhere."""
        return any(self._attested(p) or p.kind in _BROAD or (p.population or 0) >= _LARGE for p in candidates)

    def attested(self, candidates: Sequence[KnownPlace]) -> bool:
        """Whether the article speaks of the country of one of the places."""
        return any(self._attested(p) for p in candidates)

    def _attested(self, place: KnownPlace) -> bool:
        return place.country is not None and self.countries[place.country] > 0

    def _weight(self, place: KnownPlace, kind: str, lately: Sequence[KnownPlace]) -> tuple[float, ...]:
        country = self.countries[place.country] if place.country is not None else 0
        near = max((self.around[a] for a in self._around(place)), default=0)
        beside = any(_distance(place, p) < _NEARBY for p in lately)
        alike = place.kind == kind or {place.kind, kind} <= _SETTLEMENTS
        exact = place.kind == kind or (not self.countries and {place.kind, kind} <= _TOWNS)
        return (alike, country > 0, beside, exact, near > 0, country, near)

    def _around(self, place: KnownPlace) -> frozenset[str]:
        """The place and those around it that are smaller than a country."""
        above = self.knowledge.place_ancestors.get(place.iri, frozenset())
        return frozenset(a for a in above | {place.iri} if self.knowledge.places[a].kind not in _BROAD)


def _people(place: KnownPlace) -> int:
    return place.population or _PEOPLE.get(place.kind, 0)


def _distance(a: KnownPlace, b: KnownPlace) -> float:
    """Kilometres between two places, nearly; infinite where one has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return math.inf
    east = (a.longitude - b.longitude) * math.cos(math.radians(a.latitude))
    return 111.2 * math.hypot(a.latitude - b.latitude, east)
