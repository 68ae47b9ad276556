"""The questions, asked of an endpoint over HTTP, have the answers that they have of the graph itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import XSD
from tests.sparql.endpoint import free_port, serving

from waqia.errors import BadQuery, EndpointFailed
from waqia.queries import Remote
from waqia.sparql.block import with_terms
from waqia.sparql.engines import Oxigraph

DATA = """@prefix : <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:e1 a :E ; :at :p ; :d "2020-01-01"^^xsd:date . :e2 a :E ; :at :q ; :n "\\"} # ن"@ar , "plain" .
"""
BLOCK = "VALUES (?place ?from) { (UNDEF UNDEF) }"
QUERY = f"""PREFIX : <http://example.org/>
SELECT ?e ?d ?n {{ {BLOCK} ?e a :E . OPTIONAL {{ ?e :d ?d }} OPTIONAL {{ ?e :n ?n }}
  FILTER (!BOUND(?place) || EXISTS {{ ?e :at ?place }}) FILTER (!BOUND(?from) || ?d >= ?from) }}"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "data.ttl"
    path.write_text(DATA, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def endpoint(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(data, tmp_path_factory.mktemp("store")) as url:
        yield url


@pytest.mark.parametrize(
    "text",
    [
        QUERY,
        "ASK { ?s ?p 'plain' }",
        "SELECT ?s { ?s ?p 'nothing like it' }",
        "CONSTRUCT { ?s <urn:was> ?o } WHERE { ?s <http://example.org/n> ?o }",
    ],
)
def test_an_endpoint_answers_as_the_engine_within(data: Path, endpoint: str, text: str) -> None:
    bindings = {"place": URIRef("http://example.org/p"), "from": Literal("2019-01-01", datatype=XSD.date)}
    for bound in ({}, bindings) if text == QUERY else ({},):
        within = Oxigraph(ox.parse(path=data)).run(text, bound)
        remote = Remote(endpoint).run(text, bound)
        assert remote.variables == within.variables
        assert sorted(map(str, remote.rows)) == sorted(map(str, within.rows))


def test_a_value_is_a_term_and_never_sparql() -> None:
    value = Literal('" } DROP ALL # \\')
    assert with_terms(BLOCK, {"from": value}) == f"VALUES (?place ?from) {{ (UNDEF {value.n3()}) }}"
    assert Literal(str(value)).n3() in with_terms("VALUES ?from { UNDEF }", {"from": value})


def test_what_is_no_query_does_not_travel() -> None:
    with pytest.raises(BadQuery):
        Remote("http://127.0.0.1:1/query").run("SELECT ?s { ?s }", {})


def test_an_endpoint_that_is_not_there(endpoint: str) -> None:
    for url in (f"http://127.0.0.1:{free_port()}/query", endpoint.replace("/query", "/nothing")):
        with pytest.raises(EndpointFailed) as caught:
            Remote(url).run("ASK { ?s ?p ?o }", {})
        assert str(caught.value).startswith(f"{url}: gives no answer: ")
        assert "\n" not in str(caught.value)
