"""What the reasoners take for a triple, and quiet about literals that are none."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

Triple = tuple[Node, Node, Node]


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
