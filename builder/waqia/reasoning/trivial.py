"""What every closure holds and nobody asks for: reflexive triples, and what is said of the languages."""

from __future__ import annotations

from rdflib import URIRef
from rdflib.namespace import OWL, RDF, RDFS

from waqia.reasoning.terms import Triple
from waqia.reasoning.vocabulary import LANGUAGE

_REFLEXIVE = {
    OWL.sameAs,
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    OWL.equivalentClass,
    OWL.equivalentProperty,
}
_EVERYTHING = {OWL.Thing, RDFS.Resource}
_TOP = {RDF.type, RDFS.subClassOf, RDFS.domain, RDFS.range}


def is_trivial(triple: Triple) -> bool:
    """Tell whether a triple holds in every graph, or of everything: nothing is learnt from it."""
    subject, predicate, object_ = triple
    if subject == object_ and predicate in _REFLEXIVE:
        return True
    if object_ in _EVERYTHING and predicate in _TOP:
        return True
    return isinstance(subject, URIRef) and str(subject).startswith(LANGUAGE)
