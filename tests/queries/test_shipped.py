"""Every query that waqia comes with: what its header says, how it asks, and that both engines answer alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import gold

from waqia import queries
from waqia.errors import BadQuery, UnknownQuery
from waqia.graph import GraphData
from waqia.queries import Asking, Query
from waqia.sparql.parameters import Type

SHIPPED = queries.shipped()
REQUIRED = {Type.PLACE: "سوريا", Type.ACTOR: "هيئة تحرير الشام"}
BOMBING = "SELECT ?e { ?e a <https://w3id.org/waqia/ontology#SuicideBombing> }"
NO_EVENTS = """PREFIX waqia: <https://w3id.org/waqia/ontology#>
SELECT ?happening { ?happening a ?class . FILTER (?class IN (waqia:Aggregate, waqia:Unrealized)) }"""
all_shipped = pytest.mark.parametrize("query", SHIPPED, ids=lambda query: query.name)


def _code(query: Query) -> str:
    """Return the SPARQL without its comments and prefixes."""
    lines = (line.partition(" #")[0] for line in query.text.splitlines())
    return "\n".join(line for line in lines if not line.startswith(("#", "PREFIX")))


def test_there_are_enough() -> None:
    assert len(SHIPPED) >= 25


@all_shipped
def test_it_says_what_it_asks_in_both_languages(query: Query) -> None:
    assert set(query.title) == set(query.question) == {"ar", "en"}
    for texts in (query.title, query.question):
        assert re.search(r"[\u0621-\u064a]", texts["ar"])
        assert not re.search(r"[\u0621-\u064a]", re.sub("«[^»]*»", "", texts["en"]))
    assert query.question["en"].endswith("?")
    assert query.question["ar"].endswith("؟")
    assert all(parameter.meaning.endswith(".") for parameter in query.parameters)


def test_no_two_ask_the_same() -> None:
    for texts in zip(*((*q.title.values(), *q.question.values()) for q in SHIPPED), strict=True):
        assert len(set(texts)) == len(SHIPPED)


@all_shipped
def test_it_reads_the_default_graph(query: Query) -> None:
    assert not re.search(r"\b(GRAPH|FROM|SERVICE)\b", _code(query))


@all_shipped
def test_it_never_folds_nor_filters_on_dates_as_stated(query: Query) -> None:
    code = _code(query)
    assert not re.search(r"\b(REGEX|REPLACE|LCASE|UCASE)\b", code)
    assert not re.search(r"statedDate [?\"]", code)


@all_shipped
def test_dates_filter_on_earliest_and_latest_or_on_publication(query: Query) -> None:
    code = _code(query)
    for parameter in query.parameters:
        if parameter.type is Type.DATE:
            compared = re.findall(rf"(\?\w+) [<>]= \?{parameter.name}\b", code)
            assert compared, parameter.name
            assert set(compared) <= {"?earliest", "?latest", "?published"}


@all_shipped
def test_it_names_no_one_article_place_or_actor(query: Query) -> None:
    assert not re.search(r"w3id\.org/waqia/id/|[\u0621-\u064a]", _code(query))


@all_shipped
def test_its_rows_come_in_a_fixed_order_and_none_twice(query: Query) -> None:
    assert "ORDER BY" in query.text
    assert "SELECT DISTINCT" in query.text or "GROUP BY" in query.text


@gold.needs_gold
@all_shipped
def test_both_engines_answer_alike(
    query: Query, gold_asking: Asking, gold_rdflib: Asking, an_event: str
) -> None:
    given = {p.name: REQUIRED.get(p.type, an_event) for p in query.parameters if p.required}
    one, other = gold_asking.ask(query, given), gold_rdflib.ask(query, given)
    assert one.variables == other.variables
    assert _values(one) == _values(other)
    assert one.rows or query.name in {"accusations", "reviews"}, "nothing to find there"
    parameters = {parameter.name for parameter in query.parameters}
    assert not parameters & set(one.variables)


@gold.needs_gold
@all_shipped
def test_both_engines_narrow_alike(
    query: Query, gold_asking: Asking, gold_rdflib: Asking, an_event: str
) -> None:
    some = {
        "place": "حمص", "country": "سوريا", "from": "2016-01-01", "to": "2024-12-06", "actor": "هيئة تحرير الشام",
        "type": "Violence", "outcome": "Killed", "published_from": "2017-01-01", "published_to": "2025-01-01",
        "supported": "النظام السوري", "event": an_event, "stance": "Plans", "kind": "Leadership", "role": "perpetrator",
        "victim_kind": "Civilian", "property": "occurredAt", "name": "غضب الفرات",
        "on": "disagreesOnToll",
    }  # fmt: skip
    given = {p.name: some[p.name] for p in query.parameters}
    if query.name == "officers-killed":
        given["name"] = "حسن دعبول"
    one, other = gold_asking.ask(query, given), gold_rdflib.ask(query, given)
    assert _values(one) == _values(other)


@gold.needs_gold
def test_no_aggregate_and_nothing_unrealized_is_counted(gold_asking: Asking) -> None:
    others = {row[0] for row in gold_asking.ask(queries.parse(NO_EVENTS, name="others")).rows}
    assert others
    for query in SHIPPED:
        required = any(parameter.required for parameter in query.parameters)
        if required or query.name in {
            "totals-and-campaigns",
            "planned-feared-called-for",
            "denials",
            "accusations",
        }:
            continue
        answer = gold_asking.ask(query)
        for name in ("event", "happening"):
            if name in answer.variables:
                assert others.isdisjoint(answer.column(name)), query.name


@gold.needs_gold
def test_events_are_counted_once(gold_asking: Asking, gold_graph: GraphData) -> None:
    answer = gold_asking.ask("events-by-type")
    counted = dict(zip(map(str, answer.column("kind")), answer.column("events"), strict=True))
    bombings = gold_asking.ask(queries.parse(BOMBING, name="bombings"))
    assert str(counted["https://w3id.org/waqia/ontology#SuicideBombing"]) == str(len(bombings.rows))
    assert gold_graph.default


def test_a_query_is_found_by_name_or_file(tmp_path: Path) -> None:
    assert queries.find("denials").name == "denials"
    own = tmp_path / "own.rq"
    own.write_text("\ufeff# title: Mine\nASK {}", encoding="utf-8")
    assert queries.find(str(own)).title == {"en": "Mine"}
    with pytest.raises(UnknownQuery, match="the queries are: accounts, "):
        queries.find("../queries/denials")


def test_what_cannot_be_read_is_refused_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "binary.rq"
    path.write_bytes(b"\xff\xfe\x00SELECT")
    with pytest.raises(BadQuery) as caught:
        queries.find(str(path))
    assert caught.value.file == str(path)
    path.write_text("# title: x\nSELECT ?s WHERE {\n", encoding="utf-8")
    with pytest.raises(BadQuery) as caught:
        Asking([]).ask(str(path))
    assert (caught.value.file, caught.value.line) == (str(path), 3)


def _values(answer: queries.Result) -> list[list[str]]:
    return sorted(["" if term is None else term.n3() for term in row] for row in answer.rows)
