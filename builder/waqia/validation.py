"""Checking a graph against the SHACL shapes of ontology/shapes.ttl."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyshacl
from rdflib import Graph, Literal
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from waqia.graph.data import GraphData
from waqia.graph.for_rdflib import to_graph
from waqia.graph.known import load_ontology
from waqia.resources import ONTOLOGY

SHAPES = ONTOLOGY / "shapes.ttl"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape; `messages` maps a language to what is wrong with it."""

    node: str
    path: str
    value: str
    severity: str
    messages: dict[str, str] = field(compare=False, hash=False)

    def message(self, language: str = "en") -> str:
        """Return what is wrong in `language`, or in whichever there is."""
        return self.messages.get(language) or next(iter(self.messages.values()), "breaks a shape")


def validate(graph: GraphData) -> tuple[Violation, ...]:
    """Return where the default graph of `graph` breaks the shapes, in a fixed order."""
    shapes = Graph().parse(SHAPES, format="turtle")
    _, report, _ = pyshacl.validate(
        to_graph(graph.default), shacl_graph=shapes, ont_graph=to_graph(load_ontology()), inplace=True
    )
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL gave no report but {report!r}")
    return tuple(
        sorted(_violation(report, result) for result in report.subjects(RDF.type, SH.ValidationResult))
    )


def _violation(report: Graph, result: Node) -> Violation:
    def text(predicate: Node) -> str:
        return next((str(found) for found in report.objects(result, predicate)), "")

    return Violation(
        node=text(SH.focusNode),
        path=text(SH.resultPath),
        value=text(SH.value),
        severity=text(SH.resultSeverity).rsplit("#", 1)[-1],
        messages=_messages(report.objects(result, SH.resultMessage)),
    )


def _messages(found: Iterable[Node]) -> dict[str, str]:
    literals = [message for message in found if isinstance(message, Literal)]
    return {message.language or "en": str(message) for message in sorted(literals, key=str)}
