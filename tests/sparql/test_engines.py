"""Two engines, one meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph, Literal, URIRef, Variable
from rdflib.namespace import XSD
from rdflib.term import Identifier

from waqia.errors import BadQuery
from waqia.sparql.engines import ENGINES, prepare
from waqia.sparql.ordering import Known, connected, reorder
from waqia.sparql.results import Result

DATA = """@prefix : <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:e1 a :E ; :at :p ; :d "2020-01-01"^^xsd:date . :e2 a :E ; :at :q . :e3 a :E ; :d "2021-01-01"^^xsd:date ; :n "ن"@ar .
"""
EX = "http://example.org/"
Pattern: TypeAlias = Any
PLACES: tuple[dict[str, Identifier], ...] = (
    {},
    {"place": URIRef(EX + "p")},
    {"from": Literal("2020-06-01", datatype=XSD.date)},
    {"place": URIRef(EX + "q"), "from": Literal("2020-06-01", datatype=XSD.date)},
)
SHAPES = {
    "filters": """SELECT DISTINCT ?e ?d { BLOCK ?e a :E . OPTIONAL { ?e :d ?d }
        FILTER (!BOUND(?place) || EXISTS { ?e :at ?place })
        FILTER (!BOUND(?from) || COALESCE(?d >= ?from, false)) }""",
    "aggregate": """SELECT (COUNT(DISTINCT ?e) AS ?n) { BLOCK ?e a :E . OPTIONAL { ?e :d ?d }
        FILTER (!BOUND(?place) || EXISTS { ?e :at ?place }) }""",
    "optional": "SELECT ?e ?d { BLOCK ?e a :E . OPTIONAL { ?e :d ?d FILTER (!BOUND(?from) || ?d > ?from) } }",
    "not exists": "SELECT ?e { BLOCK ?e a :E . FILTER NOT EXISTS { ?e :at ?place } }",
    "pattern": "SELECT ?e ?place { BLOCK ?e :at ?place }",
    "union": """SELECT ?e { BLOCK { ?e a :E } UNION { ?e :d ?d } OPTIONAL { ?e :at ?x }
        FILTER (!BOUND(?place) || ?x = ?place) }""",
    "minus": "SELECT ?e { BLOCK ?e a :E . MINUS { ?e :n ?name } }",
    "path": "SELECT ?e ?n { BLOCK ?e a/^a ?other . ?other :n ?n . FILTER (LANG(?n) = 'ar') }",
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=DATA, format="turtle")


def _rows(result: Result) -> list[tuple[str, ...]]:
    return sorted(tuple("" if term is None else term.n3() for term in row) for row in result.rows)


@pytest.mark.parametrize("bindings", PLACES, ids=lambda bindings: "+".join(bindings) or "nothing")
@pytest.mark.parametrize("shape", SHAPES)
def test_both_engines_answer_alike(graph: Graph, shape: str, bindings: dict[str, Identifier]) -> None:
    text = f"PREFIX : <{EX}> " + SHAPES[shape].replace("BLOCK", "VALUES (?place ?from) { (UNDEF UNDEF) }")
    one, other = (ENGINES[name](graph).run(text, bindings) for name in ENGINES)
    assert one.variables == other.variables
    assert _rows(one) == _rows(other)


def test_parameters_reach_into_filters(graph: Graph) -> None:
    text = f"PREFIX : <{EX}> " + SHAPES["filters"].replace("BLOCK", "VALUES (?place ?from) { (UNDEF UNDEF) }")
    found = [len(ENGINES["oxigraph"](graph).run(text, bindings).rows) for bindings in PLACES]
    assert found == [3, 1, 1, 0]


@pytest.mark.parametrize("engine", ENGINES)
def test_yes_or_no_and_triples_are_answers_too(graph: Graph, engine: str) -> None:
    run = ENGINES[engine](graph).run
    assert run("ASK { ?s ?p ?o }", {}) == Result(("answer",), ((Literal(True),),))
    built = run(f"CONSTRUCT {{ ?e <urn:at> ?p }} WHERE {{ ?e <{EX}at> ?p }}", {})
    assert built.variables == ("subject", "predicate", "object")
    assert [str(row[2]) for row in built.rows] == [f"{EX}p", f"{EX}q"]


@pytest.mark.parametrize("engine", ENGINES)
def test_only_the_default_graph_is_asked(engine: str) -> None:
    s, p, o, g = (ox.NamedNode(f"urn:{name}") for name in "spog")
    dataset = Dataset(default_union=False)
    dataset.default_graph.add((URIRef("urn:s"), URIRef("urn:p"), URIRef("urn:o")))
    dataset.graph(URIRef("urn:g")).add((URIRef("urn:o"), URIRef("urn:p"), URIRef("urn:o")))
    store = ox.Store()
    store.extend([ox.Quad(s, p, o), ox.Quad(o, p, o, g)])
    for source in ([ox.Quad(s, p, o), ox.Quad(o, p, o, g)], [ox.Triple(s, p, o)], store, dataset):
        assert len(ENGINES[engine](source).run("SELECT * { ?s ?p ?o }", {}).rows) == 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("SELECT * WHERE {\n ?s ?p }", 2, "expected one of"),
        ("SELECT ?s WHERE { ?s a unknown:C }", 1, "Prefix not found"),
        ("DELETE WHERE { ?s ?p ?o }", 1, "expected"),
        ("SELECT ?s { ?s ?p ?o } } DROP ALL", 1, "expected one of"),
        ("SELECT ?s { SERVICE <http://example.org/> { ?s ?p ?o } }", None, "SERVICE is not supported"),
        ("SELECT ?s FROM <http://example.org/> { ?s ?p ?o }", None, "FROM is not supported"),
    ],
)
def test_what_is_no_query_is_refused_with_its_place(text: str, line: int | None, message: str) -> None:
    with pytest.raises(BadQuery) as caught:
        prepare(text)
    assert message in caught.value.message
    assert caught.value.line == line


@pytest.mark.parametrize("engine", ENGINES)
def test_a_broken_query_is_refused_by_either_engine(graph: Graph, engine: str) -> None:
    with pytest.raises(BadQuery):
        ENGINES[engine](graph).run("SELECT ?x WHERE { ?x dcterms:title", {})


# --- the order of triples for rdflib --------------------------------------------------------------------------------


def test_each_triple_hangs_on_one_before_it() -> None:
    a, b, c, constant, p = Variable("a"), Variable("b"), Variable("c"), URIRef("urn:k"), URIRef("urn:p")
    patterns = [(a, p, constant), (b, p, constant), (b, p, c), (a, p, b)]
    assert connected(patterns, Known(frozenset({c}))) == [
        (b, p, c),
        (b, p, constant),
        (a, p, b),
        (a, p, constant),
    ]


class _Counting(Graph):
    """A graph that counts the triples that are looked at."""

    looked_at = 0

    def triples(self, triple: Pattern) -> Iterator[Pattern]:  # type: ignore[override]
        for found in super().triples(triple):
            self.looked_at += 1
            yield found


def test_a_pattern_is_not_multiplied_out() -> None:
    # rdflib alone: every :Left with every :Right, ten thousand pairs, before the one link between them is looked at.
    many = _Counting()
    for n in range(100):
        for side in ("Left", "Right"):
            many.add((URIRef(f"urn:{side}{n}"), URIRef("urn:a"), URIRef(f"urn:{side}")))
        many.add((URIRef(f"urn:Left{n}"), URIRef("urn:link"), URIRef(f"urn:Right{n}")))
    query = prepare("SELECT * { ?l <urn:a> <urn:Left> . ?r <urn:a> <urn:Right> . ?l <urn:link> ?r }")
    reorder(query.algebra, Known())
    assert len(list(many.query(query))) == 100
    assert many.looked_at == 300
