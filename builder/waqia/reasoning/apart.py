"""What takes no part in the reasoning, and is put back after it.

Labels, coordinates, evidence and quoted statements make up most of a graph, and no rule is meant to fire on
them; without them the reference reasoner is several times faster. What is put back counts again where
individuals turn out to be the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS
from rdflib.term import Node

from waqia.reasoning.terms import Triple

_OA = "http://www.w3.org/ns/oa#"
_GEO = "http://www.opengis.net/ont/geosparql#"
_WAQIA = "https://w3id.org/waqia/ontology#"


@dataclass(frozen=True, slots=True)
class Apart:
    """Triples to leave out: those of these predicates, and all that these classes' instances are subject of."""

    predicates: frozenset[URIRef] = frozenset()
    classes: frozenset[URIRef] = frozenset()


NOTHING = Apart()
QUOTED = Apart(
    predicates=frozenset(
        {
            *(RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy),
            *(SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.definition, SKOS.example, SKOS.note),
            *(
                SKOS.scopeNote,
                SKOS.notation,
                SKOS.closeMatch,
                SKOS.broadMatch,
                SKOS.exactMatch,
                SKOS.narrowMatch,
            ),
            *(DCTERMS.identifier, DCTERMS.title, DCTERMS.description, DCTERMS.source, DCTERMS.license),
            *(SDO.name, SDO.url, SDO.text, SDO.dateModified, SDO.datePublished),
            *(RDF.subject, RDF.predicate, RDF.object),
            *(URIRef(_GEO + name) for name in ("hasGeometry", "asWKT", "hasDefaultGeometry")),
            *(
                URIRef(_WAQIA + name)
                for name in ("evidence", "datePassage", "says", "words", "textSha256", "bytesSha256")
            ),
        }
    ),
    classes=frozenset(
        {
            RDF.Statement,
            *(
                URIRef(_OA + name)
                for name in ("SpecificResource", "TextPositionSelector", "TextQuoteSelector")
            ),
            *(URIRef(_GEO + name) for name in ("Geometry",)),
            URIRef("http://www.opengis.net/ont/sf#Point"),
            PROV.Bundle,
        }
    ),
)
"""What the graphs that waqia builds hold as labels, coordinates, evidence and quotations."""


def split(triples: frozenset[Triple], apart: Apart) -> tuple[frozenset[Triple], frozenset[Triple]]:
    """Return what is reasoned over and what is left out of it."""
    if not (apart.predicates or apart.classes):
        return triples, frozenset()
    quoted = {s for s, p, o in triples if p == RDF.type and o in apart.classes}
    passive = frozenset(t for t in triples if t[1] in apart.predicates or t[0] in quoted)
    return triples - passive, passive


def spread(passive: frozenset[Triple], closed: Iterable[Triple]) -> set[Triple]:
    """Return what was left out, also said of what is the same as its subject or object (eq-rep-s, eq-rep-o)."""
    same: dict[Node, set[Node]] = defaultdict(set)
    for subject, predicate, object_ in closed:
        if predicate == OWL.sameAs and subject != object_:
            same[subject].add(object_)
    if not same:
        return set(passive)
    return {(s2, p, o2) for s, p, o in passive for s2 in {s, *same[s]} for o2 in {o, *same[o]}}
