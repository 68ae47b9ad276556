"""Load the knowledge from ontology/: waqia.ttl (event types), actors.ttl, places.ttl."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import TypeVar

from waqia import collector, resources
from waqia.arabic.folding import fold
from waqia.knowledge.event_types import read_event_types
from waqia.knowledge.model import (
    ALWAYS,
    Country,
    Knowledge,
    KnownActor,
    KnownPlace,
    KnownTenure,
    Period,
)
from waqia.knowledge.turtle import RDF_TYPE, RDFS, SKOS, WAQIA, Record, read_records

_GEO = "http://www.opengis.net/ont/geosparql#"
_XSD_TRUE = ("true", "1")
_NAMED = TypeVar("_NAMED")


@functools.cache
@collector.paused()
def load(folder: Path = resources.ONTOLOGY) -> Knowledge:
    """Load and index the knowledge of `folder`; once per process and folder.

    Raises:
        BadOntology: if a file is missing, is not Turtle, or says what cannot be (a place in a place that is not
            there, a circle of places, an actor without a name), with file and line.
    """
    event_types = read_event_types(read_records(folder / "waqia.ttl"))
    actor_records = read_records(folder / "actors.ttl")
    place_records = read_records(folder / "places.ttl")
    ancestors = _ancestors(place_records)
    places = _places(place_records, ancestors)
    countries = _countries(place_records, places)
    actors = _actors(actor_records)
    tenures = _tenures(actor_records, actors)
    names = _NameIndexes(actors.values(), places.values())
    return Knowledge(
        digest=digest_of(folder),
        event_types=event_types,
        actors=actors,
        tenures=tenures,
        places=places,
        countries=countries,
        actors_by_name=names.actors,
        actors_by_ambiguous_name=names.ambiguous_actors,
        actors_by_short_form=names.short_actors,
        actors_by_metonym=names.metonyms,
        namesakes=_namesakes(names),
        places_by_name=names.places,
        places_by_ambiguous_name=names.ambiguous_places,
        places_by_short_form=names.short_places,
        countries_by_demonym=_index(countries.values(), lambda c: c.demonyms),
        tenures_of=_tenures_of(tenures),
        first_words=names.first_words(),
        place_ancestors=ancestors,
    )


def digest_of(folder: Path) -> str:
    """SHA-256 over names and contents of the Turtle files of `folder`, in hexadecimal."""
    total = hashlib.sha256()
    for file in sorted(folder.glob("*.ttl")):
        content = file.read_bytes()
        total.update(f"{file.name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


# --- places ----------------------------------------------------------------------------------------------------


def _is_place(record: Record) -> bool:
    return "/place/" in record.iri and RDFS + "label" in record.values


def _ancestors(records: Mapping[str, Record]) -> dict[str, frozenset[str]]:
    """All places that contain each place; circles and unknown containers are errors."""
    found: dict[str, frozenset[str]] = {}
    above: dict[tuple[str, ...], frozenset[str]] = {}
    open_path: list[str] = []

    def visit(iri: str) -> frozenset[str]:
        if iri in found:
            return found[iri]
        record = records[iri]
        if iri in open_path:
            raise record.error("contains itself: " + " in ".join([*open_path[open_path.index(iri) :], iri]))
        open_path.append(iri)
        parents = tuple(record.all(WAQIA + "partOf"))
        for parent in parents:
            if parent not in records:
                raise record.error(f"lies in <{parent}>, which the file does not describe")
            visit(parent)
        if parents not in above:  # the same for all that lie in the same places
            above[parents] = frozenset(parents).union(*(found[parent] for parent in parents))
        open_path.pop()
        found[iri] = above[parents]
        return found[iri]

    for iri, record in records.items():
        if _is_place(record):
            visit(iri)
    return found


def _places(records: Mapping[str, Record], ancestors: Mapping[str, frozenset[str]]) -> dict[str, KnownPlace]:
    codes = {iri for iri, record in records.items() if WAQIA + "countryCode" in record.values}
    places = {}
    for iri in ancestors:
        record = records[iri]
        lies_in = sorted(codes & (ancestors[iri] | {iri}))
        places[iri] = _place(record, records, lies_in[0] if len(lies_in) == 1 else None)
    return places


def _place(record: Record, records: Mapping[str, Record], country: str | None) -> KnownPlace:
    label, english, names = _names(record)
    latitude, longitude = _coordinates(record, records)
    population = record.one(WAQIA + "population")
    return KnownPlace(
        iri=record.iri,
        kind=_kind(record),
        label=label,
        english=english,
        names=names,
        ambiguous_names=tuple(record.tagged(WAQIA + "ambiguousName", "ar")),
        short_forms=tuple(record.tagged(WAQIA + "shortForm", "ar")),
        part_of=tuple(record.all(WAQIA + "partOf")),
        overlaps=tuple(record.all(WAQIA + "overlaps")),
        latitude=latitude,
        longitude=longitude,
        population=int(population) if population else None,
        needs_context=record.one(WAQIA + "needsContext") in _XSD_TRUE,
        country=country,
        see_also=record.one(RDFS + "seeAlso"),
    )


def _coordinates(record: Record, records: Mapping[str, Record]) -> tuple[float | None, float | None]:
    geometry = record.one(_GEO + "hasGeometry")
    if geometry is None:
        return None, None
    point = records[geometry].one(_GEO + "asWKT") if geometry in records else None
    if point is None or not point.startswith("POINT("):
        raise record.error("its geometry is no WKT point in the same file")
    longitude, latitude = point.removeprefix("POINT(").rstrip(")").split()
    return float(latitude), float(longitude)


def _countries(records: Mapping[str, Record], places: Mapping[str, KnownPlace]) -> dict[str, Country]:
    found = {}
    for iri, place in places.items():
        code = records[iri].one(WAQIA + "countryCode")
        if code is not None:
            found[iri] = Country(place, code, tuple(records[iri].all(WAQIA + "demonym")))
    return found


# --- actors ----------------------------------------------------------------------------------------------------


def _actors(records: Mapping[str, Record]) -> dict[str, KnownActor]:
    return {
        iri: _actor(record)
        for iri, record in records.items()
        if "/actor/" in iri and RDFS + "label" in record.values
    }


def _actor(record: Record) -> KnownActor:
    label, english, names = _names(record)
    ambiguous = tuple(record.tagged(WAQIA + "ambiguousName", "ar"))
    if label in ambiguous:  # the label itself counts by context only
        names = names[1:]
    return KnownActor(
        iri=record.iri,
        kind=_kind(record),
        label=label,
        english=english,
        names=names,
        ambiguous_names=ambiguous,
        short_forms=tuple(record.tagged(WAQIA + "shortForm", "ar")),
        metonyms=tuple(record.tagged(WAQIA + "metonym", "ar")),
        country=record.one(WAQIA + "country"),
        part_of=tuple(record.all(WAQIA + "partOfOrganization")),
        period=_period(record, "validFrom", "validUntil"),
    )


def _tenures(records: Mapping[str, Record], actors: Mapping[str, KnownActor]) -> dict[str, KnownTenure]:
    found = {}
    for iri, record in records.items():
        holder = record.one(WAQIA + "holder")
        if holder is None:
            continue
        organization = record.one(WAQIA + "organization")
        for actor in (holder, organization):
            if actor is not None and actor not in actors:
                raise record.error(f"names <{actor}>, which the file does not describe")
        kind = (record.one(WAQIA + "tenureKind") or "").rpartition("#")[2]
        period = _period(record, "earliest", "latest")
        found[iri] = KnownTenure(iri, holder, organization, kind, record.one(WAQIA + "post"), period)
    return found


def _tenures_of(tenures: Mapping[str, KnownTenure]) -> dict[str, tuple[KnownTenure, ...]]:
    found: dict[str, list[KnownTenure]] = {}
    for tenure in tenures.values():
        found.setdefault(tenure.holder, []).append(tenure)
        if tenure.organization not in (None, tenure.holder):
            found.setdefault(tenure.organization, []).append(tenure)
    return {actor: tuple(held) for actor, held in found.items()}


def _period(record: Record, first: str, last: str) -> Period:
    earliest, latest = (_day(record, WAQIA + name) for name in (first, last))
    return Period(earliest, latest) if earliest or latest else ALWAYS


def _day(record: Record, predicate: str) -> date | None:
    value = record.one(predicate)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise record.error(f"{value!r} is not a date (YYYY-MM-DD)") from error


# --- names -----------------------------------------------------------------------------------------------------


def _kind(record: Record) -> str:
    kinds = [value.removeprefix(WAQIA) for value in record.all(RDF_TYPE) if value.startswith(WAQIA)]
    if len(kinds) != 1:
        raise record.error(f"has {len(kinds)} waqia classes where exactly one is needed")
    return kinds[0]


def _names(record: Record) -> tuple[str, str | None, tuple[str, ...]]:
    """The Arabic label, the English one, and all Arabic names with the label first."""
    arabic = record.tagged(RDFS + "label", "ar")
    if len(arabic) != 1:
        raise record.error(f"has {len(arabic)} Arabic labels where exactly one is needed")
    english = record.tagged(RDFS + "label", "en")
    names = dict.fromkeys([*arabic, *record.tagged(SKOS + "altLabel", "ar")])
    return arabic[0], english[0] if english else None, tuple(names)


def _index(
    things: Iterable[_NAMED], names_of: Callable[[_NAMED], Iterable[str]]
) -> dict[str, tuple[_NAMED, ...]]:
    found: dict[str, list[_NAMED]] = {}
    for thing in things:
        for name in dict.fromkeys(map(fold, names_of(thing))):
            found.setdefault(name, []).append(thing)
    return {name: tuple(candidates) for name, candidates in found.items()}


class _NameIndexes:
    """All indexes from folded names to what they name."""

    def __init__(self, actors: Collection[KnownActor], places: Collection[KnownPlace]) -> None:
        self.actors = _index(actors, lambda a: a.names)
        self.ambiguous_actors = _index(actors, lambda a: a.ambiguous_names)
        self.short_actors = _index(actors, lambda a: a.short_forms)
        self.metonyms = _index(actors, lambda a: a.metonyms)
        self.places = _index(places, lambda p: p.names)
        self.ambiguous_places = _index(places, lambda p: p.ambiguous_names)
        self.short_places = _index(places, lambda p: p.short_forms)

    def first_words(self) -> dict[str, int]:
        """How many words the longest name has that starts with each word."""
        longest: dict[str, int] = {}
        for index in vars(self).values():
            for name in index:
                words = name.split()
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest


def _namesakes(names: _NameIndexes) -> dict[str, tuple[KnownActor, ...]]:
    """The actors of one country that bear one name at different times, by the IRI of each of them."""
    found: dict[str, dict[str, KnownActor]] = {}
    for bearers in (*names.actors.values(), *names.metonyms.values()):
        for one, other in permutations(bearers, 2):
            if one.country == other.country and one.period != other.period:
                found.setdefault(one.iri, {one.iri: one})[other.iri] = other
    return {iri: tuple(alike[each] for each in sorted(alike)) for iri, alike in found.items()}
