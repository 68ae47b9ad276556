"""What the graph says of an article itself, of who publishes it, and of the passages that are evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode

from waqia.arabic.folding import fold
from waqia.articles.article import Article
from waqia.extraction.templates import Span
from waqia.graph.iris import Names
from waqia.graph.namespaces import DCTERMS, HIDDEN_LABEL, LABEL, OA, SCHEMA, TYPE, waqia
from waqia.graph.terms import Triple, arabic, boolean, day, digest, integer
from waqia.knowledge.model import Knowledge

_CONTEXT: Final = 32
"""How many characters before and after a quote are kept to find it again in a changed text."""


def publisher_of(
    article: Article, names: Names, knowledge: Knowledge
) -> tuple[NamedNode | None, tuple[Triple, ...]]:
    """Return the publisher of an article, if it names one, and what to say of it where the knowledge has none.

    Publishers come from metadata, not from text, so one name is one publisher in all articles.
    """
    name = article.publisher
    if not name:
        return None, ()
    known = knowledge.actors_by_name.get(fold(name), ())
    if len(known) == 1:
        return NamedNode(known[0].iri), ()
    node = names.iri("local", f"publisher-{digest(fold(name), length=8)}")
    described = (
        Triple(node, TYPE, waqia("MediaOrganization")),
        Triple(node, LABEL, arabic(name)),
        Triple(node, HIDDEN_LABEL, arabic(fold(name))),
    )
    return node, described


def describe_article(article: Article, node: NamedNode, publisher: NamedNode | None) -> Iterator[Triple]:
    """Yield what is known of `article`."""
    yield Triple(node, TYPE, waqia("Article"))
    yield Triple(node, NamedNode(DCTERMS + "identifier"), Literal(article.id))
    yield Triple(node, waqia("textSha256"), Literal(article.text_sha256))
    if article.bytes_sha256 is not None:
        yield Triple(node, waqia("bytesSha256"), Literal(article.bytes_sha256))
    if article.published is not None:
        yield Triple(node, NamedNode(SCHEMA + "datePublished"), day(article.published))
        yield Triple(node, waqia("dateInferred"), boolean(not article.date_given))
    if article.title:
        yield Triple(node, NamedNode(SCHEMA + "name"), Literal(article.title))
    if article.url:
        yield Triple(node, NamedNode(SCHEMA + "url"), _address(article.url))
    if publisher is not None:
        yield Triple(node, NamedNode(SCHEMA + "publisher"), publisher)


def _address(url: str) -> NamedNode | Literal:
    """Return `url` as an IRI, or as a string where it is not one."""
    if urlsplit(url).scheme in ("http", "https") and not set(url) & set(' <>"{}|\\^`'):
        return NamedNode(url)
    return Literal(url)


def evidence_node(names: Names, article: str, span: Span) -> NamedNode:
    """Return the node of the passage `span` of the article of this name."""
    return names.iri("evidence", f"{article}.{span.start}-{span.end}")


def describe_evidence(text: str, span: Span, node: NamedNode, article: NamedNode) -> Iterator[Triple]:
    """Yield the Web Annotation description of a passage: by position and by quote."""
    position, quote = NamedNode(f"{node.value}.position"), NamedNode(f"{node.value}.quote")
    yield Triple(node, TYPE, NamedNode(OA + "SpecificResource"))
    yield Triple(node, NamedNode(OA + "hasSource"), article)
    yield Triple(node, NamedNode(OA + "hasSelector"), position)
    yield Triple(node, NamedNode(OA + "hasSelector"), quote)
    yield Triple(position, TYPE, NamedNode(OA + "TextPositionSelector"))
    yield Triple(position, NamedNode(OA + "start"), integer(span.start))
    yield Triple(position, NamedNode(OA + "end"), integer(span.end))
    yield Triple(quote, TYPE, NamedNode(OA + "TextQuoteSelector"))
    yield Triple(quote, NamedNode(OA + "exact"), Literal(text[span.start : span.end]))
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    if before:
        yield Triple(quote, NamedNode(OA + "prefix"), Literal(before))
    if after:
        yield Triple(quote, NamedNode(OA + "suffix"), Literal(after))
