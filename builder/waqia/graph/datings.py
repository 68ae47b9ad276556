"""What the graph says of an article's date that was worked out: its bounds, and each reason with its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode

from waqia.articles.article import Article
from waqia.dates import Days
from waqia.dating.model import Dating, Passage
from waqia.graph.articles import describe_evidence, evidence_node
from waqia.graph.iris import Names, article_name
from waqia.graph.namespaces import TYPE, waqia
from waqia.graph.terms import Triple, boolean, day, digest


def describe_dating(dating: Dating, articles: Mapping[str, Article], names: Names) -> Iterator[Triple]:
    """Yield what was worked out of the date of an article; nothing where there is no reason for any.

    Args:
        dating: of one article.
        articles: by id, that article and those that it was dated by.
        names: makes the IRIs.
    """
    if not dating.reasons:
        return
    name = article_name(articles[dating.article])
    node = names.iri("article", name)
    yield Triple(node, waqia("dateInferred"), boolean(True))
    yield from _bounds(node, dating.published)
    for reason in dating.reasons:
        key = digest(reason.ground, reason.known, *_places(reason.passages, articles))
        told = names.iri("reason", f"{name}.{key}")
        yield Triple(node, waqia("dateReason"), told)
        yield Triple(told, TYPE, waqia("DateReason"))
        yield Triple(told, waqia("dateGround"), waqia(reason.ground.value))
        yield from _bounds(told, reason.published)
        if reason.known is not None:
            yield Triple(told, waqia("dateKnownBy"), NamedNode(reason.known))
        for passage in reason.passages:
            yield from _passage(told, passage, articles[passage.article], names)


def _bounds(node: NamedNode, published: Days) -> Iterator[Triple]:
    if published.earliest is not None:
        yield Triple(node, waqia("publishedEarliest"), day(published.earliest))
    if published.latest is not None:
        yield Triple(node, waqia("publishedLatest"), day(published.latest))


def _places(passages: Iterable[Passage], articles: Mapping[str, Article]) -> Iterator[str]:
    """Yield where passages stand, by names that depend on the articles alone."""
    for passage in passages:
        span = passage.span
        yield f"{article_name(articles[passage.article])}.{span.start}-{span.end}"


def _passage(reason: NamedNode, passage: Passage, article: Article, names: Names) -> Iterator[Triple]:
    name = article_name(article)
    node = evidence_node(names, name, passage.span)
    yield Triple(reason, waqia("datePassage"), node)
    yield from describe_evidence(article.text, passage.span, node, names.iri("article", name))
