"""RDF terms of rdflib and of pyoxigraph, one for the other.

A literal keeps the lexical form it came with: nothing here normalises, and a plain string is `xsd:string` in
Oxigraph and has no datatype in rdflib, as either library has it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Identifier, Node

Triple = tuple[Node, Node, Node]
OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def to_ox(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return the Oxigraph term of an rdflib term."""
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if not isinstance(term, Literal):
        raise TypeError(f"{term!r} is no IRI, blank node or literal")
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or XSD.string)))


def from_ox(term: OxTerm) -> Identifier:
    """Return the rdflib term of an Oxigraph term."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(f"{term!r} is no IRI, blank node or literal")
    if term.language:
        return Literal(term.value, lang=term.language, normalize=False)
    datatype = URIRef(term.datatype.value)
    return Literal(term.value, datatype=None if datatype == XSD.string else datatype, normalize=False)


def is_triple(subject: Node, predicate: Node, object_: Node) -> bool:
    """Tell whether the three make a triple of RDF; reasoners also derive generalised ones."""
    return (
        isinstance(subject, URIRef | BNode)
        and isinstance(predicate, URIRef)
        and isinstance(object_, URIRef | BNode | Literal)
    )


@contextmanager
def quiet_about_literals() -> Iterator[None]:
    """Keep rdflib from logging a traceback for each literal that is not of its datatype."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before
