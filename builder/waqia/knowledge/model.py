"""What is known before any article is read: event types, actors, places, and how they are named.

Names are looked up folded (``arabic.folding.fold``); every index maps a folded name to its candidates, since many
places and some actors share a name. Whoever looks up decides between them by context.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from waqia.arabic.folding import fold
from waqia.dates import Days


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `earliest` to `latest`, both inclusive; None is open at that end."""

    earliest: date | None = None
    latest: date | None = None

    def covers(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return self.covers_all(Days(day, day))

    def covers_all(self, days: Days) -> bool:
        """Whether all of `days` lie in the period."""
        begun = self.earliest is None or (days.earliest is not None and self.earliest <= days.earliest)
        return begun and (self.latest is None or (days.latest is not None and days.latest <= self.latest))


ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class EventType:
    """A class of happenings, by its local name in the ontology.

    `reporting` is the reporting type that exports give for it: itself, or the nearest one above; None for the
    families and for what stands above them. `ancestors` are all classes above it, without itself.
    """

    name: str
    iri: str
    family: str
    reporting: str | None
    parents: tuple[str, ...]
    ancestors: frozenset[str]

    @property
    def is_reporting(self) -> bool:
        """Whether exports name this type itself."""
        return self.reporting == self.name


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor that the ontology names.

    `names` stand for it anywhere, `label` first. `ambiguous_names` are names that are also ordinary words or
    belong to other people ("صالح", "حماس"): they count by context. `short_forms` ("التنظيم", "الهيئة") count after
    a full name. `metonyms` ("أنقرة" for the government) are names of other things that the press uses for it.
    `country` is the IRI of the country that it belongs to. `period` is when it existed under these names.
    """

    iri: str
    kind: str
    label: str
    english: str | None
    names: tuple[str, ...]
    ambiguous_names: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country: str | None = None
    part_of: tuple[str, ...] = ()
    period: Period = ALWAYS

    @property
    def folded_names(self) -> frozenset[str]:
        """All that it is called, folded."""
        return frozenset(map(fold, (*self.names, *self.ambiguous_names, *self.short_forms, *self.metonyms)))


@dataclass(frozen=True, slots=True)
class KnownTenure:
    """A relation in time between two actors: a post held, a name once borne, a part of a whole.

    `kind` is the local name of an individual of ``waqia:TenureKind`` (Leadership, Spokesperson, Post, Membership,
    Composition, Merger, Predecessor, FormerName, Support, Alliance); `post` the post in Arabic.
    """

    iri: str
    holder: str
    organization: str | None
    kind: str
    post: str | None = None
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that the ontology names.

    With `needs_context` its names are also ordinary words or names of people: they count only after a head noun
    ("مدينة", "بلدة"), a preposition of place, or beside an accepted place. `country` is the IRI of the country it
    lies in (a country's own for itself), None for seas and for regions of several countries. `names` has `label` first.
    `ambiguous_names` are further names that need context where the others do not. `short_forms` ("المملكة") count
    after a full name, or by who writes.
    """

    iri: str
    kind: str
    label: str
    english: str | None
    names: tuple[str, ...]
    ambiguous_names: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    needs_context: bool = False
    country: str | None = None
    see_also: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its ISO 3166 code and the adjectives of its people ("سوري", "سورية", "سوريون")."""

    place: KnownPlace
    code: str
    demonyms: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Knowledge:
    """All that ``ontology/`` says, indexed for lookup; `digest` changes with any of its files.

    `first_words` gives, for the folded first word of any name of an actor or place, how many words the longest name
    that starts with it has: what a longest-match scan needs. `namesakes` gives, for the IRI of an actor, those of its
    country that bear one of its names or metonyms at another time, itself among them; nothing where there are none.
    """

    digest: str
    event_types: dict[str, EventType]
    actors: dict[str, KnownActor]
    tenures: dict[str, KnownTenure]
    places: dict[str, KnownPlace]
    countries: dict[str, Country]
    actors_by_name: dict[str, tuple[KnownActor, ...]]
    actors_by_ambiguous_name: dict[str, tuple[KnownActor, ...]]
    actors_by_short_form: dict[str, tuple[KnownActor, ...]]
    actors_by_metonym: dict[str, tuple[KnownActor, ...]]
    namesakes: dict[str, tuple[KnownActor, ...]]
    places_by_name: dict[str, tuple[KnownPlace, ...]]
    places_by_ambiguous_name: dict[str, tuple[KnownPlace, ...]]
    places_by_short_form: dict[str, tuple[KnownPlace, ...]]
    countries_by_demonym: dict[str, tuple[Country, ...]]
    tenures_of: dict[str, tuple[KnownTenure, ...]]
    first_words: dict[str, int]
    place_ancestors: dict[str, frozenset[str]]

    def __repr__(self) -> str:
        return f"Knowledge({self.digest[:12]}: {len(self.actors)} actors, {len(self.places)} places)"

    def named(self, name: str) -> bool:
        """Whether anything goes by a folded name in running text: an actor, or a place without a noun before it."""
        return (
            name in self.actors_by_name
            or name in self.places_by_name
            or name in self.actors_by_short_form
            or name in self.actors_by_ambiguous_name
            or name in self.actors_by_metonym
        )

    def contains(self, place: str, ancestor: str) -> bool:
        """Whether `ancestor` is `place` or contains it, through any number of steps (both IRIs)."""
        return place == ancestor or ancestor in self.place_ancestors.get(place, frozenset())

    def is_a(self, event_type: str, ancestor: str) -> bool:
        """Whether the event type is `ancestor` or below it (local names)."""
        known = self.event_types.get(event_type)
        return event_type == ancestor or (known is not None and ancestor in known.ancestors)
