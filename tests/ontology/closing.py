"""Closing small graphs under OWL 2 RL with the owlrl library, as it comes."""

from __future__ import annotations

from dataclasses import dataclass

from owlrl import OWLRL_Semantics
from rdflib import OWL, RDFS, SKOS, Graph

_SAYS_NOTHING_TO_RULES = {RDFS.label, SKOS.definition, SKOS.prefLabel, SKOS.note, OWL.annotatedTarget}


@dataclass(frozen=True, slots=True)
class Closed:
    """A closure, and the contradictions that were met on the way."""

    graph: Graph
    contradictions: tuple[str, ...]


def close(*graphs: Graph) -> Closed:
    """Return the closure of `graphs` together, without their labels and definitions."""
    closed = Graph()
    for graph in graphs:
        for triple in graph:
            if triple[1] not in _SAYS_NOTHING_TO_RULES:
                closed.add(triple)
    # Not through owlrl.DeductiveClosure, which swaps rdflib's global literal conversions meanwhile.
    rules = OWLRL_Semantics(closed, axioms=False, daxioms=False)
    rules.closure()
    return Closed(closed, tuple(rules.error_messages))
