"""A total includes the single events that it covers, whichever articles tell them."""

from __future__ import annotations

from datetime import date

from tests.linking.tellings import event

from waqia.articles import Article
from waqia.extraction.templates import ArticleTemplates, EventTemplate, Realization
from waqia.graph import build
from waqia.graph.namespaces import waqia
from waqia.knowledge import load


def told(name: str, template: EventTemplate) -> tuple[Article, ArticleTemplates]:
    return Article(name, f"خبر عن {name}", date(2017, 3, 1)), ArticleTemplates(name, (template,))


def test_a_total_includes_its_events() -> None:
    by = ["syrian-arab-army"]
    month = event("Airstrike", "2017-02", ["homs-governorate"], by, realization=Realization.AGGREGATE)
    single, other = event("Airstrike", by=by), event("Airstrike", places=["aleppo"], by=by)
    articles, templates = zip(*(told(f"a{n}", t) for n, t in enumerate((month, single, other))), strict=True)
    graph = build(articles, templates, load())
    (inclusion,) = (triple for triple in graph.triples() if triple.predicate == waqia("includes"))
    kinds = {(triple.subject, triple.object) for triple in graph.triples()}
    assert (inclusion.subject, waqia("Aggregate")) in kinds
    assert (inclusion.object, waqia("Event")) in kinds
