"""From a name, Arabic or English, to the places or actors of a graph that bear it.

Names are folded here, in Python, with the same table as everywhere: no query folds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from rdflib import URIRef
from rdflib.namespace import RDFS, SKOS

from waqia.arabic.folding import fold
from waqia.sparql.engines import Engine
from waqia.sparql.parameters import Type

_CLASSES = {Type.PLACE: "Place", Type.ACTOR: "Actor"}
_PREFERRED = (SKOS.prefLabel, RDFS.label)
_ASKED = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?bearer ?how ?name WHERE {
  VALUES ?class { UNDEF }
  VALUES ?how { skos:prefLabel rdfs:label skos:altLabel skos:hiddenLabel }
  ?bearer a ?class ; ?how ?name .
}
"""


class Names:
    """The names of a graph's places and actors; made when first asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, type_: Type, name: str) -> Sequence[URIRef]:
        """Return the bearers of `name`, those whose own label it is before those that are also called so."""
        preferred, other = self._index[type_]
        key = _key(name)
        return sorted(preferred.get(key) or other.get(key) or ())

    @cached_property
    def _index(self) -> dict[Type, tuple[dict[str, set[URIRef]], dict[str, set[URIRef]]]]:
        return {type_: self._names_of(class_) for type_, class_ in _CLASSES.items()}

    def _names_of(self, class_: str) -> tuple[dict[str, set[URIRef]], dict[str, set[URIRef]]]:
        preferred: dict[str, set[URIRef]] = defaultdict(set)
        other: dict[str, set[URIRef]] = defaultdict(set)
        found = self._engine.run(_ASKED, {"class": URIRef("https://w3id.org/waqia/ontology#" + class_)})
        for bearer, how, name in found.rows:
            if isinstance(bearer, URIRef):
                (preferred if how in _PREFERRED else other)[_key(str(name))].add(bearer)
        return preferred, other


def _key(name: str) -> str:
    return " ".join(fold(name).casefold().split())
