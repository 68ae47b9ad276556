"""Articles and their templates to one graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import permutations

from pyoxigraph import NamedNode

from waqia.articles.article import Article
from waqia.dating.model import Dating
from waqia.errors import BadOntology
from waqia.extraction.templates import ArticleTemplates, Realization
from waqia.graph.article_parts import part_of
from waqia.graph.data import GraphData
from waqia.graph.datings import describe_dating
from waqia.graph.happenings import conclusions, facts_of
from waqia.graph.iris import Names
from waqia.graph.known import Known
from waqia.graph.labels import one_label
from waqia.graph.namespaces import ALTERNATE_OF, BASE, TYPE, waqia
from waqia.graph.parts import ArticlePart, TellingPart
from waqia.graph.people import identify
from waqia.graph.roles import Roles, load_roles
from waqia.graph.standing import Rule, Standing, as_told
from waqia.graph.terms import Triple
from waqia.knowledge.model import Knowledge
from waqia.linking.incidents import Telling, incidents
from waqia.linking.totals import includes


def build(
    articles: Iterable[Article],
    templates: Iterable[ArticleTemplates],
    knowledge: Knowledge,
    *,
    known: Known | None = None,
    roles: Roles | None = None,
    base: str = BASE,
    datings: Iterable[Dating] = (),
    rule: Rule = as_told,
) -> GraphData:
    """Return the graph of `articles`, the same whatever their order.

    Args:
        articles: the articles; one without templates is described and has no tellings.
        templates: what extraction found, for any of the articles.
        knowledge: the names by which publishers are known.
        known: the descriptions of known actors and places, of which those that the graph uses are added.
        roles: which property each role has in each event type; by default what the ontology says.
        base: where the IRIs that the graph makes stand.
        datings: what was worked out of the dates of any of the articles.
        rule: what a user ruled; nothing by default.

    Raises:
        ValueError: if there are templates of an article that is not there, or one has a date that is none.
        BadOntology: if a template has an event type that the ontology lacks.
    """
    found = {of_article.article: of_article for of_article in templates}
    roles = load_roles() if roles is None else roles
    parts, all_articles = [], {article.id: article for article in articles}
    dated = {dating.article: dating for dating in datings}
    for article in all_articles.values():
        of_article = found.pop(article.id, ArticleTemplates(article.id))
        try:
            part = part_of(article, of_article, knowledge, roles, Names(base))
        except (ValueError, BadOntology) as error:
            error.add_note(f"in the templates of article {article.id}")
            raise
        why = describe_dating(dated.get(article.id, Dating(article.id)), all_articles, Names(base))
        parts.append(replace(part, described=(*part.described, *why)))
    if found:
        raise ValueError(f"templates of articles that are not given: {', '.join(sorted(found))}")
    return assemble(parts, known=known, base=base, rule=rule)


def merge(graphs: Iterable[GraphData], *, known: Known | None = None, rule: Rule = as_told) -> GraphData:
    """Return the graph of the articles of all `graphs`: what building them together gives.

    That holds of articles as they are dated when they are built. One that has no date may learn it from another
    (`waqia.dating`), which takes extracting it again: where that one comes later, only building all of them does it.

    Raises:
        ValueError: if the graphs stand under several bases, or one was read from a file and has no parts.
    """
    given = list(graphs)
    bases = {graph.base for graph in given}
    if len(bases) > 1:
        raise ValueError(f"graphs under several bases: {', '.join(sorted(bases))}")
    if any(graph.default and not graph.parts for graph in given):
        raise ValueError("a graph read from a file has no parts to merge: build it from its articles")
    parts = (part for graph in given for part in graph.parts)
    return assemble(parts, known=known, base=bases.pop() if bases else BASE, rule=rule)


def assemble(
    parts: Iterable[ArticlePart], *, known: Known | None = None, base: str = BASE, rule: Rule = as_told
) -> GraphData:
    """Return the graph that `parts` make together: tellings and mentions grouped, claims that stand made facts."""
    by_article: dict[NamedNode, ArticlePart] = {}
    for part in sorted(parts, key=lambda part: part.key):
        by_article.setdefault(part.node, part)  # one text at one address under two ids is one article
    each = tuple(by_article.values())
    names = Names(base)
    standing = rule(each, names)
    happenings = tuple(_grouped(standing, names))
    happening_of = {telling.node.value: node.value for node, tellings in happenings for telling in tellings}
    people = identify(
        standing.parts, happening_of, names, same=standing.same_people, apart=standing.apart_people
    )
    default = {people.triple(triple) for part in standing.parts for triple in _described(part)}
    default.update(people.described(standing.parts))
    concluded = {*_same_text(each), *_covered(happenings)}
    for happening, quoted in happenings:
        tellings = tuple(map(people.telling, quoted))
        facts = list(_facts(happening, tellings))
        default.update(facts)
        concluded.update(conclusions(happening, tellings, facts))
    # What an article was read to say is quoted whole, whatever of it stands.
    every_claim = {claim.node: claim for part in (*standing.parts, *each) for claim in part.claims}
    quotations = {node: frozenset(claim.triples) for node, claim in every_claim.items()}
    graph = GraphData(one_label(default), quotations, base, each).with_named("incidents", concluded)
    graph = graph.with_named("curation", standing.rulings)
    return graph if known is None else graph.with_named("knowledge", known.used_by(graph))


def _described(part: ArticlePart) -> Iterator[Triple]:
    """Yield what an article adds to the default graph however its tellings are grouped."""
    yield from part.described
    for claim in part.other_claims:
        if claim.asserts:
            yield from claim.triples


def _grouped(standing: Standing, names: Names) -> Iterator[tuple[NamedNode, tuple[TellingPart, ...]]]:
    """Yield each happening with its tellings, the least first."""
    all_tellings = {telling.node.value: telling for part in standing.parts for telling in part.tellings}
    texts = {part.node: part.text_sha256 for part in standing.parts}
    happening_of: Mapping[str, str] = incidents(
        (
            Telling(iri, telling.article.value, texts[telling.article], telling.template, telling.traits)
            for iri, telling in all_tellings.items()
        ),
        same=standing.same,
        apart=standing.apart,
    )
    groups: defaultdict[str, list[TellingPart]] = defaultdict(list)
    for iri in sorted(all_tellings):
        groups[happening_of[iri]].append(all_tellings[iri])
    for least, tellings in sorted(groups.items()):
        yield names.happening_of(NamedNode(least)), tuple(tellings)


def _facts(happening: NamedNode, tellings: tuple[TellingPart, ...]) -> Iterator[Triple]:
    """Yield the tellings of a happening, and what asserting claims say of it."""
    for telling in tellings:
        yield Triple(telling.node, TYPE, waqia("Telling"))
        yield Triple(telling.node, waqia("tellingOf"), happening)
        if telling.realization is not Realization.UNREALIZED:
            yield from facts_of(telling.claims, telling.node, happening)


def _covered(happenings: Iterable[tuple[NamedNode, tuple[TellingPart, ...]]]) -> Iterator[Triple]:
    """Yield which single events the totals cover."""
    traits = {node.value: [telling.traits for telling in tellings] for node, tellings in happenings}
    for total, event in includes(traits):
        yield Triple(NamedNode(total), waqia("includes"), NamedNode(event))


def _same_text(parts: Iterable[ArticlePart]) -> Iterator[Triple]:
    """Yield that articles of one text are the same, which counts as one witness."""
    by_text: defaultdict[str, list[NamedNode]] = defaultdict(list)
    for part in parts:
        by_text[part.text_sha256].append(part.node)
    for nodes in by_text.values():
        for one, other in permutations(sorted(set(nodes), key=str), 2):
            yield Triple(one, ALTERNATE_OF, other)
