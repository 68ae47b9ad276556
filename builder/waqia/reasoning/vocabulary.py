"""The words of OWL and RDF that the rules of OWL 2 RL read."""

from __future__ import annotations

from rdflib import URIRef
from rdflib.namespace import OWL, RDF, RDFS

LANGUAGE = (str(OWL), str(RDF), str(RDFS), "http://www.w3.org/2001/XMLSchema#")
"""Namespaces of the languages themselves."""

AXIOM_PREDICATES: frozenset[URIRef] = frozenset(
    {
        RDFS.subClassOf,
        RDFS.subPropertyOf,
        RDFS.domain,
        RDFS.range,
        OWL.equivalentClass,
        OWL.equivalentProperty,
        OWL.disjointWith,
        OWL.propertyDisjointWith,
        OWL.inverseOf,
        OWL.propertyChainAxiom,
        OWL.hasKey,
        OWL.intersectionOf,
        OWL.unionOf,
        OWL.complementOf,
        OWL.oneOf,
        OWL.onProperty,
        OWL.onClass,
        OWL.someValuesFrom,
        OWL.allValuesFrom,
        OWL.hasValue,
        OWL.maxCardinality,
        OWL.maxQualifiedCardinality,
        OWL.sourceIndividual,
        OWL.assertionProperty,
        OWL.targetIndividual,
        OWL.targetValue,
        OWL.members,
        OWL.distinctMembers,
        OWL.sameAs,
        OWL.differentFrom,
        RDF.first,
        RDF.rest,
    }
)
"""Predicates whose triples the rules read as axioms, or as equality, or as lists of axioms."""

AXIOM_CLASSES: frozenset[URIRef] = frozenset(
    {
        OWL.Class,
        RDFS.Class,
        RDFS.Datatype,
        RDF.Property,
        OWL.ObjectProperty,
        OWL.DatatypeProperty,
        OWL.FunctionalProperty,
        OWL.InverseFunctionalProperty,
        OWL.IrreflexiveProperty,
        OWL.SymmetricProperty,
        OWL.AsymmetricProperty,
        OWL.TransitiveProperty,
        OWL.AllDifferent,
        OWL.AllDisjointClasses,
        OWL.AllDisjointProperties,
        OWL.NegativePropertyAssertion,
        OWL.Nothing,
    }
)
"""Classes whose typings the rules read as axioms."""

EXPRESSION_PARTS: frozenset[URIRef] = frozenset(
    {
        OWL.onProperty,
        OWL.intersectionOf,
        OWL.unionOf,
        OWL.complementOf,
        OWL.oneOf,
        OWL.members,
        OWL.distinctMembers,
        OWL.sourceIndividual,
        RDF.first,
        OWL.inverseOf,
    }
)
"""Predicates that mark a blank node as a class expression, an axiom, a list or an unnamed inverse."""
