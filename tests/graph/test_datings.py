"""What the graph says of a date that was worked out."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode
from tests.invariants import checks

from waqia.articles.article import Article
from waqia.dates import Days
from waqia.dating import Dating, Ground, Passage, Reason
from waqia.dating.dayset import between, since
from waqia.extraction.templates import Span
from waqia.graph import GraphData, build, merge
from waqia.graph.namespaces import OA, SCHEMA, waqia
from waqia.graph.serialise import write
from waqia.knowledge import load

SUNDAY = date(2016, 3, 13)
UNDATED = Article("a", "قتل سبعة في تفجير أمس السبت")
KNOWN = Article("b", "تفجير السبت يقتل سبعة", published=SUNDAY)
SHARED = Reason(
    Ground.SHARED_INCIDENT,
    between(Days(SUNDAY, SUNDAY)),
    (Passage("a", Span(0, 17)), Passage("b", Span(0, 11))),
)
OFFICE = Reason(
    Ground.BEGUN,
    since(date(2012, 5, 15)),
    (Passage("a", Span(4, 8)),),
    "https://w3id.org/waqia/id/actor/sohr",
)
DATING = Dating("a", Days(SUNDAY, date(2016, 3, 14)), SUNDAY, (SHARED, OFFICE))


def graph(*datings: Dating) -> GraphData:
    return build([UNDATED, KNOWN], [], load(), datings=datings)


def said(data: GraphData, predicate: NamedNode) -> set[str]:
    return {str(getattr(t.object, "value", t.object)) for t in data.default if t.predicate == predicate}


def test_bounds_are_said_of_the_article_and_of_each_reason() -> None:
    data = graph(DATING)
    assert said(data, waqia("publishedEarliest")) == {"2016-03-13", "2012-05-15"}
    assert said(data, waqia("publishedLatest")) == {"2016-03-14"}
    (inferred,) = (t for t in data.default if t.predicate == waqia("dateInferred") and t.object == _true())
    bounds = {
        t.object for t in data.default if t.subject == inferred.subject and "published" in str(t.predicate)
    }
    assert len(bounds) == 2


def test_each_reason_has_its_ground_and_its_passages() -> None:
    data = graph(DATING)
    assert said(data, waqia("dateGround")) == {waqia("SharedIncident").value, waqia("Begun").value}
    assert said(data, waqia("dateKnownBy")) == {OFFICE.known}
    quotes = said(data, NamedNode(OA + "exact"))
    assert quotes == {UNDATED.text[0:17], UNDATED.text[4:8], KNOWN.text[0:11]}


def test_no_day_is_said_to_be_the_day_of_publication_but_that_of_the_article() -> None:
    assert said(graph(DATING), NamedNode(SCHEMA + "datePublished")) == {"2016-03-13"}


def test_what_tells_nothing_is_not_said() -> None:
    assert write(graph(Dating("a")), "nq") == write(graph(), "nq")


@pytest.mark.parametrize("check", [*checks.CHECKS, checks.terms_are_defined, checks.conforms_to_shapes])
def test_the_invariants_hold(check: checks.Check) -> None:
    assert list(check(graph(DATING))) == []


def test_quotes_are_in_the_text() -> None:
    texts = {article.id: article.text for article in (UNDATED, KNOWN)}
    assert list(checks.quotes_reproduce(graph(DATING), texts)) == []


def test_neither_order_nor_merging_counts() -> None:
    together = write(graph(DATING), "nq")
    assert write(build([KNOWN, UNDATED], [], load(), datings=[DATING]), "nq") == together
    parts = graph(DATING).parts
    assert write(merge([graph(DATING), build([KNOWN], [], load())]), "nq") == together
    assert len(parts) == 2


def _true() -> Literal:
    return Literal("true", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#boolean"))
