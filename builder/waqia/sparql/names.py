"""From a name, Arabic or English, to the places or actors of a graph that bear it.

Names are folded here, in Python, with the same table as everywhere: no query folds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

from rdflib import URIRef
from rdflib.namespace import RDFS, SKOS
from rdflib.term import Identifier

from waqia.arabic.folding import fold
from waqia.sparql.engines import Engine
from waqia.sparql.parameters import ONTOLOGY, Type

_Bearers: TypeAlias = dict[str, set[URIRef]]
_KNOWN = {
    Type.PLACE: ("Place", "https://w3id.org/waqia/id/place/"),
    Type.ACTOR: ("Actor", "https://w3id.org/waqia/id/actor/"),
}
_OWN = (SKOS.prefLabel, RDFS.label)
_NAMES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?bearer ?how ?name WHERE {
  VALUES ?class { UNDEF }
  VALUES ?how { skos:prefLabel rdfs:label skos:altLabel skos:hiddenLabel }
  ?bearer a ?class ; ?how ?name .
}
"""
_PLACES = """
PREFIX waqia: <https://w3id.org/waqia/ontology#>
SELECT ?inner ?outer WHERE { ?inner waqia:partOf ?outer }
"""


class Names:
    """The names of a graph's places and actors; made when first asked for.

    A name means what the knowledge calls so before what it also calls so; and beside that, whatever articles call so
    that nobody knows. Of places of one name, one within the other, the inner is meant: "حمص" is the city. The
    governorate is asked for by its IRI.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, type_: Type, name: str) -> Sequence[URIRef]:
        """Return the bearers of `name`."""
        own, also, unknown = self._index[type_]
        key = _key(name)
        known = own.get(key) or also.get(key) or set()
        return sorted(self._innermost(known) | unknown.get(key, set()))

    def _innermost(self, places: set[URIRef]) -> set[URIRef]:
        if len(places) < 2:
            return places
        outer = {outer for inner, outer in self._containment if inner in places and inner != outer}
        return places - outer

    @cached_property
    def _containment(self) -> set[tuple[Identifier | None, ...]]:
        return set(self._engine.run(_PLACES, {}).rows)

    @cached_property
    def _index(self) -> dict[Type, tuple[_Bearers, _Bearers, _Bearers]]:
        return {type_: self._names_of(class_, known) for type_, (class_, known) in _KNOWN.items()}

    def _names_of(self, class_: str, known: str) -> tuple[_Bearers, _Bearers, _Bearers]:
        own, also, unknown = (defaultdict[str, set[URIRef]](set) for _ in range(3))
        found = self._engine.run(_NAMES, {"class": URIRef(ONTOLOGY + class_)})
        for bearer, how, name in found.rows:
            if isinstance(bearer, URIRef):
                index = unknown if not bearer.startswith(known) else own if how in _OWN else also
                index[_key(str(name))].add(bearer)
        return own, also, unknown


def _key(name: str) -> str:
    return " ".join(fold(name).casefold().split())
