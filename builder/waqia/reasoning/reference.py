"""The reference reasoner: the owlrl library, behind this one module.

owlrl walks over all triples in every round and hands each to all its rules. Rules are set off by axioms
alone, so here a triple that is no axiom goes to none; and the reflexive triples of eq-ref, which make up a
third of a closure, are not made. owlrl is not right everywhere, and where it is not the recommendation
decides:

- prp-key: it compares all keys but the last, so that a class with one key has one instance. Here `owl:hasKey`
  is kept from it, and the rule is run between its runs.
- prp-adp, eq-diff2, eq-diff3: it skips the last member. Its error messages are not used at all:
  `contradictions` applies every rule that ends in false to the closure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

import owlrl
from rdflib import Graph, Literal
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF
from rdflib.term import Node

from waqia.reasoning.terms import Triple
from waqia.reasoning.vocabulary import AXIOM_CLASSES, AXIOM_PREDICATES


class _Rules(owlrl.OWLRL_Semantics):  # type: ignore[misc]
    """The rules of owlrl, set off by axioms alone."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph, False, False)
        self.same_literals: set[Triple] = set()

    def rules(self, t: Triple, cycle_num: int) -> None:
        _, predicate, object_ = t
        if predicate in AXIOM_PREDICATES or (predicate == RDF.type and object_ in AXIOM_CLASSES):
            super().rules(t, cycle_num)

    def store_triple(self, t: Triple) -> None:
        subject, predicate, object_ = t
        if predicate != OWL.sameAs:
            super().store_triple(t)
        elif isinstance(subject, Literal) and isinstance(object_, Literal):
            # Two values of a property that has one: a contradiction to report, not to rewrite the graph with.
            self.same_literals.add(t)
        elif subject != object_:
            super().store_triple(t)

    def add_error(self, message: str) -> None:
        """Say nothing: the library would write the message into the graph."""


def saturate(triples: frozenset[Triple]) -> set[Triple]:
    """Return the OWL 2 RL closure of `triples`, the given ones included.

    Generalised triples (literals as subjects) are in it, as the rules of OWL 2 RL make them; reflexive
    `owl:sameAs` is not.
    """
    keys = {t for t in triples if t[1] == OWL.hasKey}
    graph = Graph()
    _add(graph, triples - keys)
    while True:
        # Straight to the rules: the library's front door swaps rdflib's global literal conversions meanwhile.
        rules = _Rules(graph)
        rules.closure()
        same = _same_by_key(graph, keys)
        if not same:
            return set(graph) | keys | {t for t in rules.same_literals if t[0] != t[2]}
        _add(graph, same)


def _add(graph: Graph, triples: Iterable[Triple]) -> None:
    for triple in triples:
        graph.add(triple)


def _same_by_key(graph: Graph, keys: Iterable[Triple]) -> set[Triple]:
    """Return the `owl:sameAs` of rule prp-key: instances of a class that share a value of each key of it."""
    same: set[Triple] = set()
    for class_, _, head in keys:
        properties = list(Collection(graph, head))
        holders: dict[tuple[Node, ...], list[Node]] = defaultdict(list)
        for instance in graph.subjects(RDF.type, class_):
            values = [set(graph.objects(instance, p)) for p in properties]
            for combination in product(*values) if properties else ():
                holders[combination].append(instance)
        for group in holders.values():
            same |= {(x, OWL.sameAs, y) for x in group for y in group if x != y}
    return same - set(graph.triples((None, OWL.sameAs, None)))
