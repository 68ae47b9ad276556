"""Write places as Turtle, one description a place, in the order of their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from make_places import Place

HEADER = """\
# Made by ontology/sources/make_places.py: edit the CSV files there, not this file.
# Coordinates, populations and many towns: GeoNames (https://www.geonames.org), CC BY 4.0.
# Names of countries: Unicode CLDR, Unicode License v3.
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix waqia: <https://w3id.org/waqia/ontology#> .
@prefix place: <https://w3id.org/waqia/id/place/> .
@prefix geometry: <https://w3id.org/waqia/id/geometry/> .

waqia:countryCode a owl:AnnotationProperty ;
  rdfs:label "رمز البلد"@ar, "country code"@en ;
  skos:definition "رمز البلد بحرفين في معيار ISO 3166-1."@ar, "The two-letter code of the country in ISO 3166-1."@en .
waqia:demonym a owl:AnnotationProperty ;
  rdfs:label "النسبة"@ar, "demonym"@en ;
  skos:definition
    "صفة النسبة إلى البلد، مفردة وجمعا."@ar, "An adjective or noun for people or things of the country."@en .
waqia:needsContext a owl:AnnotationProperty ;
  rdfs:label "يحتاج إلى قرينة"@ar, "needs context"@en ;
  skos:definition
    "صحيح إذا كان الاسم كلمة عادية أو اسم شخص أيضا، فلا يعد مكانا إلا بقرينة."@ar,
    "True where the name is also an ordinary word or a person's name: it counts as a place by context only."@en .
waqia:population a owl:AnnotationProperty ;
  rdfs:label "عدد السكان"@ar, "population"@en ;
  skos:definition "عدد السكان كما تذكره GeoNames."@ar, "The number of inhabitants as GeoNames gives it."@en .
"""


def write_places(places: Iterable[Place]) -> str:
    """The Turtle text of `places`."""
    return HEADER + "".join(_description(place) for place in sorted(places, key=lambda p: p.id))


def _description(place: Place) -> str:
    lines = " ;\n  ".join(_statements(place))
    text = f"\nplace:{place.id} {lines} .\n"
    if place.latitude is not None:
        point = f'"POINT({place.longitude} {place.latitude})"^^geo:wktLiteral'
        text += f"geometry:{place.id} a geo:Geometry ; geo:asWKT {point} .\n"
    return text


def _statements(place: Place) -> Iterator[str]:
    yield f"a waqia:{place.kind}"
    yield f'rdfs:label {_arabic([place.arabic])}, "{place.english}"@en'
    if place.variants:
        yield f"skos:altLabel {_arabic(place.variants)}"
    if place.ambiguous_names:
        yield f"waqia:ambiguousName {_arabic(place.ambiguous_names)}"
    if place.short_forms:
        yield f"waqia:shortForm {_arabic(place.short_forms)}"
    if place.code:
        yield f'waqia:countryCode "{place.code}"'
    if place.demonyms:
        yield f"waqia:demonym {_arabic(place.demonyms)}"
    for property_, others in (("partOf", place.parents), ("overlaps", place.overlaps)):
        if others:
            yield f"waqia:{property_} " + ", ".join(f"place:{other}" for other in others)
    if place.ambiguous:
        yield "waqia:needsContext true"
    if place.population:
        yield f"waqia:population {place.population}"
    if place.latitude is not None:
        yield f"geo:hasGeometry geometry:{place.id}"
    if place.geonames:
        yield f"rdfs:seeAlso <https://sws.geonames.org/{place.geonames}/>"


def _arabic(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"@ar' for name in names)
