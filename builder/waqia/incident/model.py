"""An incident as it is read and shown: plain values, with the IRIs of all that has one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """An actor, place or thing as one claim speaks of it; what has no IRI is only named.

    `rank` and `post` are those that the claim gives a person.
    """

    name: str
    iri: str | None = None
    rank: str | None = None
    post: str | None = None

    def __str__(self) -> str:
        """Return the name with rank and post."""
        titles = [title for title in (self.rank, self.post) if title is not None]
        return f"{self.name} ({'، '.join(titles)})" if titles else self.name


@dataclass(frozen=True, slots=True)
class Source:
    """An article: its id, who published it and when (a day, or the days `A/B` that it may have been)."""

    iri: str
    id: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters `start` to `end` (exclusive) of an article, and the words that stand there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of victims or of participants, in the claim's words.

    `counted` is the local name of an outcome ("Killed") or of a role ("perpetrator"). `maximum` is None where the
    source sets none. `part_of` and `besides` are the words of the figures that it is included in or comes on top of.
    """

    iri: str
    counted: str
    minimum: int
    maximum: int | None
    approximate: bool
    words: str
    victims: Thing | None = None
    victim_kind: str | None = None
    part_of: str | None = None
    besides: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """What a claim says of the happening with one property, by its local name ("occurredAt", "perpetrator")."""

    property: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What one source says in one article. `number` tells it from the other claims of its incident.

    `stance`, `certainty` and `kinds` are local names; `dates` are as stated, a day or EDTF. `review` has, as local
    names, the status that a curator gave it or its telling, and "overruledBy" or "overruledStatement" where a ruling
    took it or some of it out of the facts.
    """

    number: int
    iri: str
    telling: str
    article: Source
    source: Thing
    stance: str
    certainty: str
    passages: tuple[Passage, ...]
    relay: Thing | None = None
    channel: Thing | None = None
    kinds: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    figures: tuple[Figure, ...] = ()
    review: tuple[str, ...] = ()

    @property
    def asserts(self) -> bool:
        """Whether the source reports that what it says happened."""
        return self.stance == "Asserts"

    @property
    def persons(self) -> tuple[Thing, ...]:
        """Whoever the claim gives a rank or a post."""
        named = [thing for slot in self.slots for thing in slot.things]
        named += [figure.victims for figure in self.figures if figure.victims is not None]
        return tuple(dict.fromkeys(thing for thing in named if thing.rank or thing.post))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims, by number, that cannot both be right; `on` is a local name, such as "disagreesOnToll"."""

    on: str
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Incident:
    """A happening with every source's version of it.

    `realization` is Event, Unrealized or Aggregate; `kinds` are what it is, or would be; `earliest` and `latest` the
    days that those who assert it allow, or where nobody does, those that its claims name. `includes` are the
    happenings that an aggregate covers.
    """

    iri: str
    realization: str
    contested: bool
    kinds: tuple[str, ...]
    earliest: str | None
    latest: str | None
    places: tuple[Thing, ...]
    versions: tuple[Version, ...]
    disagreements: tuple[Disagreement, ...] = ()
    includes: tuple[str, ...] = ()

    @property
    def days(self) -> str:
        """The days as one text: a day, an interval, or nothing."""
        if self.earliest == self.latest:
            return self.earliest or ""
        return f"{self.earliest or '..'}/{self.latest or '..'}"
