"""From triples back to the articles that say them, by way of the claims and the statements they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rdflib import URIRef
from rdflib.namespace import DCTERMS, PROV, RDF
from rdflib.term import Node

from waqia.reasoning.terms import Triple

_WAQIA = "https://w3id.org/waqia/ontology#"
_ABOUT = URIRef(_WAQIA + "about")
_IN_ARTICLE = URIRef(_WAQIA + "inArticle")
_KIND = URIRef(_WAQIA + "kind")
_SAYS = URIRef(_WAQIA + "says")
_TELLING_OF = URIRef(_WAQIA + "tellingOf")
_MENTION_OF = URIRef(_WAQIA + "mentionOf")
_READ = {_ABOUT, _IN_ARTICLE, _SAYS, _TELLING_OF, _MENTION_OF, PROV.wasDerivedFrom, DCTERMS.identifier}
_READ |= {RDF.subject, RDF.predicate, RDF.object}


def articles_behind(groups: Sequence[Sequence[Triple]], given: Iterable[Triple]) -> list[tuple[str, ...]]:
    """Return for each group of triples the articles that say one of them.

    A triple that no claim says as it stands (an inferred one) is put down to the articles whose claims are
    about its subject, else about its object.
    """
    said, about = _sayings(given)
    found = []
    for group in groups:
        articles: set[str] = set()
        for triple in group:
            articles |= said.get(triple) or about.get(triple[0]) or about.get(triple[2]) or set()
        found.append(tuple(sorted(articles)))
    return found


def _sayings(given: Iterable[Triple]) -> tuple[dict[Triple, set[str]], dict[Node, set[str]]]:
    values: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object_ in given:
        if predicate in _READ:
            values[predicate][subject].append(object_)
    own = {node: found[0] for of in (_TELLING_OF, _MENTION_OF) for node, found in values[of].items()}
    said: dict[Triple, set[str]] = defaultdict(set)
    about: dict[Node, set[str]] = defaultdict(set)
    for claim, articles in values[_IN_ARTICLE].items():
        names = {str((values[DCTERMS.identifier].get(article) or [article])[0]) for article in articles}
        for node in values[_ABOUT].get(claim, []):
            about[node] |= names
            about[own.get(node, node)] |= names
        for statement in values[_SAYS].get(claim, []):
            for triple in _statement(statement, values, own):
                said[triple] |= names
                for node in (triple[0], triple[2]):
                    about[node] |= names
    for count, claims in values[PROV.wasDerivedFrom].items():
        for claim in claims:
            for article in values[_IN_ARTICLE].get(claim, []):
                about[count].add(str((values[DCTERMS.identifier].get(article) or [article])[0]))
    return said, about


def _statement(
    statement: Node, values: dict[Node, dict[Node, list[Node]]], own: dict[Node, Node]
) -> list[Triple]:
    """Return the triple of a statement, about the article's own nodes and lifted to what they are of."""
    parts = [values[part].get(statement) for part in (RDF.subject, RDF.predicate, RDF.object)]
    if not all(parts):
        return []
    subject, predicate, object_ = (found[0] for found in parts if found)
    lifted, meant = own.get(subject, subject), own.get(object_, object_)
    triples = [(subject, predicate, object_), (lifted, predicate, meant)]
    return [*triples, (lifted, RDF.type, object_)] if predicate == _KIND else triples
