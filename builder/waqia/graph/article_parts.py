"""One article and its templates to the part of the graph that they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from waqia.articles.article import Article
from waqia.dates import ANY_DAY, days_of
from waqia.extraction.templates import ArticleTemplates, EventTemplate, Mention, Span
from waqia.graph.articles import describe_article, describe_evidence, evidence_node, publisher_of
from waqia.graph.claims import (
    Context,
    claim_about_relation,
    claim_about_speaker,
    claim_about_telling,
    describe_claim,
)
from waqia.graph.entities import Entities
from waqia.graph.iris import Names, article_name, telling_name
from waqia.graph.parts import ArticlePart, ClaimPart, TellingPart
from waqia.graph.people import people_of
from waqia.graph.roles import Roles
from waqia.graph.terms import Triple
from waqia.knowledge.model import Knowledge
from waqia.linking.places import sites
from waqia.linking.traits import story_of, traits_of


def part_of(
    article: Article, templates: ArticleTemplates, knowledge: Knowledge, roles: Roles, names: Names
) -> ArticlePart:
    """Return what `article` adds to a graph."""
    name = article_name(article)
    node = names.iri("article", name)
    publisher, published_by = publisher_of(article, names, knowledge)
    entities = Entities(names, name, knowledge, roles, sites(templates, article.text, knowledge))
    context = Context(article, name, node, publisher or node, names, entities, roles)
    tellings = tuple(_tellings(templates.events, context, knowledge))
    others = tuple(_other_claims(templates, context))
    claims = (*(claim for telling in tellings for claim in telling.claims), *others)
    described = {
        *describe_article(article, node, publisher),
        *published_by,
        *context.entities.descriptions(),
        *(triple for claim in claims for triple in describe_claim(claim, node, names)),
        *_evidence(claims, context),
    }
    people = people_of(_named(templates.events, name), context, knowledge)
    text = article.text
    return ArticlePart(
        article.id, node, article.text_sha256, text, tuple(described), tellings, others, people
    )


def _tellings(
    events: Iterable[EventTemplate], context: Context, knowledge: Knowledge
) -> Iterator[TellingPart]:
    article, story = context.article, story_of(context.article.text)
    for name, event in _named(events, context.name):
        node = context.names.iri("telling", name)
        inside = replace(context, telling=name, event_type=event.type)
        claims = {claim_about_telling(claim, node, inside) for claim in event.claims}
        days = ANY_DAY if event.date is None else days_of(event.date)
        event_class = context.roles.event_class(event.type)
        traits = traits_of(event, article.text, knowledge, published=article.published, story=story)
        yield TellingPart(node, context.node, event_class, event, days, traits, _sorted(claims))


def _sorted(claims: Iterable[ClaimPart]) -> tuple[ClaimPart, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.node.value))


def _named(events: Iterable[EventTemplate], article: str) -> Iterator[tuple[str, EventTemplate]]:
    """Yield the events with their names, numbered among those that start with the same evidence only.

    A template's own ordinal counts all events of its article: a name made of it would change whenever an
    earlier telling is found or lost.
    """
    seen: Counter[Span] = Counter()
    for event in sorted(events, key=lambda event: event.ordinal):
        first = min(span for claim in event.claims for span in claim.evidence)
        seen[first] += 1
        yield telling_name(article, first, seen[first]), event


def _other_claims(templates: ArticleTemplates, context: Context) -> Iterator[ClaimPart]:
    """Yield the claims about actors: relations, and what the article says of those it credits, each once."""
    found = [claim_about_relation(relation, context) for relation in templates.relations]
    for name, event in _named(templates.events, context.name):
        inside = replace(context, telling=name)
        found += [
            claim
            for mention in _credited(event)
            if (claim := claim_about_speaker(mention, inside)) is not None
        ]
    for relation in templates.relations:
        speaker = None if relation.source is None else claim_about_speaker(relation.source, context)
        if speaker is not None:
            found.append(speaker)
    yield from {claim.node: claim for claim in found}.values()


def _credited(event: EventTemplate) -> Iterator[Mention]:
    for claim in event.claims:
        yield from (mention for mention in (claim.source, claim.relay) if mention is not None)


def _evidence(claims: Iterable[ClaimPart], context: Context) -> Iterator[Triple]:
    spans = {span for claim in claims for span in claim.attribution.evidence}
    for span in spans:
        node = evidence_node(context.names, context.name, span)
        yield from describe_evidence(context.article.text, span, node, context.node)
