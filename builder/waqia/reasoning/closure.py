"""The one interface of reasoning: triples in, what OWL 2 RL infers from them and where they contradict out.

Only what stands in the default graph is reasoned over; the claims' graphs are quotations. A reasoner is a
function from triples to triples that is registered here under a name; everything around it (what is left out
and put back, what is trivial, what contradicts, which articles are behind it) is the same for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import BNode, Dataset, Graph
from rdflib.term import Node

from waqia.reasoning import reference
from waqia.reasoning.apart import NOTHING, Apart, split, spread
from waqia.reasoning.contradictions import Contradiction, contradictions
from waqia.reasoning.evidence import articles_behind
from waqia.reasoning.terms import Triple, is_triple, quiet_about_literals
from waqia.reasoning.trivial import is_trivial
from waqia.reasoning.vocabulary import EXPRESSION_PARTS
from waqia.terms import OxTerm, from_ox

OxTriple = tuple[OxTerm, OxTerm, OxTerm]
Triples = Iterable[Triple] | Iterable[OxTriple] | Iterable[ox.Quad] | Iterable[ox.Triple] | Graph
Reasoner = Callable[[frozenset[Triple]], set[Triple]]
REASONERS: dict[str, Reasoner] = {"owlrl": reference.saturate}
"""Name to function: from triples to their OWL 2 RL closure, the given triples included, generalised ones
allowed.
"""


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """One contradiction: the rule of OWL 2 RL that found it, the axiom it breaks, the triples that break it.

    `articles` are the ids (else IRIs) of the articles whose claims say the triples; empty where none does.
    """

    rule: str
    explanation: str
    axiom: tuple[Triple, ...]
    triples: tuple[Triple, ...]
    articles: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.rule}: {self.explanation}"]
        lines += [f"  axiom   {_line(triple)}" for triple in self.axiom]
        lines += [f"  triple  {_line(triple)}" for triple in self.triples]
        if self.articles:
            lines.append(f"  said in {', '.join(self.articles)}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Closure:
    """What follows from a graph: the new triples alone, and its contradictions in a fixed order."""

    inferred: frozenset[Triple]
    inconsistencies: tuple[Inconsistency, ...] = ()

    @property
    def consistent(self) -> bool:
        """True where no rule found a contradiction."""
        return not self.inconsistencies


def close(
    triples: Triples,
    axioms: Triples = (),
    *,
    reasoner: str = "owlrl",
    apart: Apart = NOTHING,
    anonymous: bool = False,
) -> Closure:
    """Return what OWL 2 RL infers from `triples` and where they contradict themselves.

    Args:
        triples: triples or quads of rdflib or Oxigraph terms, a graph or a dataset of rdflib; of what has
        graphs, the default graph is taken.
        axioms: an ontology to reason with that is no part of the data: what follows of its own terms is not given.
        reasoner: a name in `REASONERS`.
        apart: what takes no part in the reasoning (`QUOTED` for the graphs that waqia builds).
        anonymous: whether what is inferred of anonymous class expressions, lists and axioms is given too.

    Raises: ValueError: no reasoner has that name.

    """
    if reasoner not in REASONERS:
        raise ValueError(f"no reasoner is called {reasoner!r}; there are: {', '.join(sorted(REASONERS))}")
    ontology = _default_graph(axioms)
    given = _default_graph(triples) | ontology
    active, passive = split(given, apart)
    closed = REASONERS[reasoner](active)
    closed |= spread(passive, closed)
    found = contradictions(given, closed)
    hidden = set() if anonymous else _expression_parts(given)
    of_ontology = {triple[0] for triple in ontology}
    inferred = frozenset(
        triple
        for triple in closed - given
        if is_triple(*triple)
        and not is_trivial(triple)
        and triple[0] not in of_ontology
        and hidden.isdisjoint((triple[0], triple[2]))
    )
    return Closure(inferred, tuple(_reported(found, given)))


def _default_graph(triples: Triples) -> frozenset[Triple]:
    if isinstance(triples, Dataset):
        return frozenset(triples.default_graph)
    if isinstance(triples, Graph):
        return frozenset(triples)
    known: dict[OxTerm, Node] = {}
    with quiet_about_literals():
        return frozenset(
            _converted(triple, known)
            for triple in triples
            if not isinstance(triple, ox.Quad) or isinstance(triple.graph_name, ox.DefaultGraph)
        )


def _converted(triple: Triple | OxTriple | ox.Quad | ox.Triple, known: dict[OxTerm, Node]) -> Triple:
    subject, predicate, object_ = triple if isinstance(triple, tuple) else tuple(triple)[:3]
    return _node(subject, known), _node(predicate, known), _node(object_, known)


def _node(term: Node | OxTerm, known: dict[OxTerm, Node]) -> Node:
    if isinstance(term, Node):
        return term
    if term not in known:
        known[term] = from_ox(term)
    return known[term]


def _expression_parts(triples: Iterable[Triple]) -> set[Node]:
    return {s for s, p, _ in triples if p in EXPRESSION_PARTS and isinstance(s, BNode)}


def _reported(found: Iterable[Contradiction], given: frozenset[Triple]) -> list[Inconsistency]:
    contradicting = list(found)
    behind = articles_behind([c.triples for c in contradicting], given) if contradicting else []
    return [
        Inconsistency(c.rule, c.explanation, c.axiom, c.triples, articles)
        for c, articles in zip(contradicting, behind, strict=True)
    ]


def _line(triple: Triple) -> str:
    return " ".join(term.n3() for term in triple)
