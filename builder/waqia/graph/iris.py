"""Names for what a build finds: made of content and place in the article, never of order or of other articles.

Every name is ASCII and free of "/" after its kind's folder, so it is a short prefixed name in Turtle and safe
in a URL, a file name or a shell. The part before the first "." says which article it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from waqia.articles.article import Article
from waqia.extraction.templates import Span
from waqia.graph.namespaces import BASE
from waqia.graph.terms import Triple, digest

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_SLUG: Final = 40


def slug(text: str) -> str:
    """Return what of `text` can stand in a name unescaped; may be empty."""
    return _UNSAFE.sub("-", text)[:_LONGEST_SLUG].strip("-")


def article_name(article: Article) -> str:
    """Return the name of an article, from its text and its URL (its id where it has none)."""
    shown = (urlsplit(article.url).hostname or "") if article.url else article.id
    mark = digest(article.text_sha256, article.url or article.id)
    return f"{slug(shown)}-{mark}" if slug(shown) else mark


def telling_name(article: str, first: Span, ordinal: int) -> str:
    """Return the name of the telling that starts with evidence `first`, the `ordinal`-th to do so."""
    return f"{article}.{first.start}-{first.end}.{ordinal}"


@dataclass(frozen=True, slots=True)
class Names:
    """Makes IRIs under one base."""

    base: str = BASE

    def iri(self, kind: str, name: str) -> NamedNode:
        """Return the IRI of the thing of this kind and name."""
        return NamedNode(f"{self.base}{kind}/{name}")

    def name_of(self, article: NamedNode) -> str:
        """Return the name of the article of this IRI."""
        return article.value.removeprefix(f"{self.base}article/")

    def happening_of(self, telling: NamedNode) -> NamedNode:
        """Return the IRI of the happening whose least telling is `telling`."""
        return self.iri("happening", telling.value.removeprefix(f"{self.base}telling/"))

    def person_of(self, node: NamedNode) -> NamedNode:
        """Return the IRI of the person of whom the least of the nodes that articles name it by is `node`."""
        return self.iri("person", node.value.removeprefix(f"{self.base}local/"))

    def statement(self, triple: Triple) -> NamedNode:
        """Return the IRI of the statement of `triple`: one wherever it is said."""
        return self.iri("statement", digest(triple, length=16))
