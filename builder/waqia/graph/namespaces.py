"""The namespaces and terms that the graph is written with."""

from __future__ import annotations

from functools import cache
from typing import Final

from pyoxigraph import NamedNode

ONTOLOGY: Final = "https://w3id.org/waqia/ontology#"
BASE: Final = "https://w3id.org/waqia/id/"
"""Where data stands unless the caller says otherwise; the knowledge always stands here."""

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
SCHEMA: Final = "https://schema.org/"
DCTERMS: Final = "http://purl.org/dc/terms/"
GEO: Final = "http://www.opengis.net/ont/geosparql#"
EDTF: Final = "http://id.loc.gov/datatypes/edtf/"
SEM: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/"

KINDS: Final = (
    *("happening", "telling", "claim", "count", "tenure", "article", "evidence", "statement", "local"),
    *("person", "reason", "graph"),
)
"""The kinds of IRI that the graph mints, each with a folder below the base and a prefix of its own."""


@cache
def waqia(local: str) -> NamedNode:
    """Return the term of waqia's ontology with this local name."""
    return NamedNode(ONTOLOGY + local)


TYPE: Final = NamedNode(RDF + "type")
STATEMENT: Final = NamedNode(RDF + "Statement")
SUBJECT: Final = NamedNode(RDF + "subject")
PREDICATE: Final = NamedNode(RDF + "predicate")
OBJECT: Final = NamedNode(RDF + "object")
SUBCLASS_OF: Final = NamedNode(RDFS + "subClassOf")
LABEL: Final = NamedNode(RDFS + "label")
ALT_LABEL: Final = NamedNode(SKOS + "altLabel")
HIDDEN_LABEL: Final = NamedNode(SKOS + "hiddenLabel")
DERIVED_FROM: Final = NamedNode(PROV + "wasDerivedFrom")
ALTERNATE_OF: Final = NamedNode(PROV + "alternateOf")


def prefixes(base: str = BASE) -> dict[str, str]:
    """Return the prefixes of every file that waqia writes, by name."""
    found = {
        "waqia": ONTOLOGY,
        "actor": BASE + "actor/",
        "place": BASE + "place/",
        "geometry": BASE + "geometry/",
        "landmark": BASE + "landmark/",
        "rdf": RDF,
        "rdfs": RDFS,
        "xsd": XSD,
        "skos": SKOS,
        "prov": PROV,
        "oa": OA,
        "schema": SCHEMA,
        "dcterms": DCTERMS,
        "geo": GEO,
        "edtf": EDTF,
        "sem": SEM,
    }
    return found | {kind: f"{base}{kind}/" for kind in KINDS}
