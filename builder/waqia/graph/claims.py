"""From what extraction calls a claim or a relation to the node of a claim and the triples of its graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from waqia.articles.article import Article
from waqia.dates import days_of, together
from waqia.extraction.templates import Certainty, Claim, Mention, Outcome, Relation, Role, Stance
from waqia.graph.articles import evidence_node
from waqia.graph.entities import Entities
from waqia.graph.figures import count_node, count_triples, figure_node, figure_triples, tolls
from waqia.graph.iris import Names
from waqia.graph.namespaces import OBJECT, PREDICATE, STATEMENT, SUBJECT, TYPE, waqia
from waqia.graph.parts import Attribution, ClaimPart, Titled
from waqia.graph.roles import MAY_BE_PLACES, Roles
from waqia.graph.terms import Triple, arabic, day, digest, digest_triples, stated_date

TENURE_KINDS: Final = {
    "holdsPost": "Post",
    "leaderOf": "Leadership",
    "spokespersonFor": "Spokesperson",
    "memberOf": "Membership",
    "hasPart": "Composition",
    "mergedWith": "Merger",
    "formerName": "FormerName",
    "supportedBy": "Support",
    "alliedWith": "Alliance",
}
"""The individuals of `waqia:TenureKind` for the relations of extraction."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the claims of one article share; `voice` is who speaks where nobody is credited.

    `telling` is the name of the telling that is being written, `event_type` its type; None outside any.
    """

    article: Article
    name: str
    node: NamedNode
    voice: NamedNode
    names: Names
    entities: Entities
    roles: Roles
    telling: str | None = None
    event_type: str | None = None

    def entity(self, mention: Mention) -> NamedNode:
        """Return the node of `mention`."""
        return self.entities.node(mention, self.telling)

    def actor(self, mention: Mention) -> NamedNode:
        """Return the node of `mention` where only an actor can be meant."""
        return self.entities.actor(mention, self.telling)

    def source(self, mention: Mention | None) -> NamedNode:
        """Return the node of a source, the article's own voice where there is none."""
        return self.voice if mention is None else self.actor(mention)

    def role(self, role: Role, claim: Claim) -> NamedNode:
        """Return the property that `role` is written with in `claim`."""
        return self.roles.property_for(role, claim.type or self.event_type or "")

    def claim(self, about: NamedNode, said: Attribution, triples: Iterable[Triple]) -> ClaimPart:
        """Return the claim that says `triples`, named by all of its content."""
        told = tuple(sorted(set(triples), key=str))
        name = f"{self.name}.{digest_triples(told, said.key(about))}"
        return ClaimPart(self.names.iri("claim", name), about, said, told, published=self.article.published)


# --- claims about a telling ---------------------------------------------------------------------------------


def claim_about_telling(claim: Claim, telling: NamedNode, context: Context) -> ClaimPart:
    """Return what `claim` says of `telling`."""
    said = Attribution(
        source=context.source(claim.source),
        stance=claim.stance,
        certainty=claim.certainty,
        evidence=claim.evidence,
        relay=None if claim.relay is None else context.actor(claim.relay),
        channel=None if claim.channel is None else context.entity(claim.channel),
    )
    counted = dict(_counted(claim, telling, said.key(telling), context))
    triples = [*_happened(claim, telling, context), *(t for told in counted.values() for t in told)]
    return replace(
        context.claim(telling, said, triples),
        counts=tuple(counted),
        denies_all=claim.stance is Stance.DENIES and bool(claim.type),
        days=together(days_of(stated.edtf) for stated in claim.dates),
        tolls=tolls(claim.figures),
        titled=tuple(_titled(claim, context)),
    )


def _titled(claim: Claim, context: Context) -> Iterator[Titled]:
    """Yield the named persons of a claim with their ranks and posts."""
    told: list[tuple[Mention | None, Outcome | None]] = [(each.mention, None) for each in claim.participants]
    told += [(figure.victims, figure.outcome) for figure in claim.figures]
    for mention, outcome in told:
        if mention is not None and mention.kind == "Person" and not mention.described:
            body = None if mention.organization is None else mention.organization.iri
            yield Titled(context.actor(mention), mention.rank, mention.post, body, outcome)


def _happened(claim: Claim, telling: NamedNode, context: Context) -> Iterator[Triple]:
    """Yield what a claim says of its telling, but for the counts.

    A claim without a type tells a detail and not what happened: a denial of it denies the detail alone.
    """
    if claim.type:
        yield Triple(telling, waqia("kind"), context.roles.event_class(claim.type))
    for stated in claim.dates:
        yield Triple(telling, waqia("statedDate"), stated_date(stated.edtf))
    for place in claim.places:
        yield Triple(telling, waqia(place.relation.value), context.entity(place.mention))
    for participant in claim.participants:
        role = context.role(participant.role, claim)
        bearer = context.entity if role in MAY_BE_PLACES else context.actor
        yield Triple(telling, role, bearer(participant.mention))
        yield from context.entities.said_of(participant.mention, context.telling)
    for weapon in claim.weapons:
        yield Triple(telling, waqia("weapon"), context.entity(weapon))
    if claim.operation_name is not None:
        yield Triple(telling, waqia("operationName"), arabic(claim.operation_name))


def _counted(
    claim: Claim, telling: NamedNode, key: str, context: Context
) -> Iterator[tuple[NamedNode, list[Triple]]]:
    """Yield the node of each count of a claim, and what the claim says with it."""
    nodes = [figure_node(figure, context.names, context.name, key) for figure in claim.figures]
    for node, figure in zip(nodes, claim.figures, strict=True):
        described = figure_triples(figure, nodes, node, context.entities, context.telling)
        yield node, [Triple(telling, waqia("casualties"), node), *described]
    for count in claim.counts:
        node = count_node(count, context.names, context.name, key)
        role = context.role(count.role, claim)
        yield node, [Triple(telling, waqia("participantCount"), node), *count_triples(count, node, role)]


# --- claims about actors ------------------------------------------------------------------------------------


def claim_about_relation(relation: Relation, context: Context) -> ClaimPart:
    """Return the claim that two actors stand in `relation`, as a tenure of its subject."""
    holder, other = context.actor(relation.subject), context.actor(relation.object)
    kind = TENURE_KINDS[relation.property]
    dated = [edtf for edtf in (relation.since, relation.until) if edtf is not None]
    name = f"{context.name}.{digest(kind, holder, other, relation.post, *dated)}"
    tenure = context.names.iri("tenure", name)
    triples = [
        Triple(tenure, TYPE, waqia("Tenure")),
        Triple(tenure, waqia("tenureKind"), waqia(kind)),
        Triple(tenure, waqia("holder"), holder),
        Triple(tenure, waqia("organization"), other),
        *context.entities.said_of(relation.subject),
        *context.entities.said_of(relation.object),
    ]
    if relation.post is not None:
        triples.append(Triple(tenure, waqia("post"), Literal(relation.post)))
    triples += _lasting(tenure, relation)
    said = Attribution(
        context.source(relation.source), Stance.ASSERTS, Certainty.STATED, (relation.evidence,)
    )
    return context.claim(tenure, said, triples)


def _lasting(tenure: NamedNode, relation: Relation) -> Iterator[Triple]:
    """Yield the first day on which `relation` may have begun and the last to which it may have lasted."""
    first = None if relation.since is None else days_of(relation.since).earliest
    last = None if relation.until is None else days_of(relation.until).latest
    if first is not None:
        yield Triple(tenure, waqia("earliest"), day(first))
    if last is not None:
        yield Triple(tenure, waqia("latest"), day(last))


def claim_about_speaker(mention: Mention, context: Context) -> ClaimPart | None:
    """Return the article's own claim on rank, post and organization of whom it credits, if any."""
    told = list(context.entities.said_of(mention, context.telling))
    if not told:
        return None
    said = Attribution(context.voice, Stance.ASSERTS, Certainty.STATED, (mention.span,))
    return context.claim(context.actor(mention), said, told)


# --- description --------------------------------------------------------------------------------------------


def describe_claim(claim: ClaimPart, article: NamedNode, names: Names) -> Iterator[Triple]:
    """Yield what the graph says of a claim of `article`, with the statements that it says."""
    node, said = claim.node, claim.attribution
    yield Triple(node, TYPE, waqia("Claim"))
    yield Triple(node, waqia("about"), claim.about)
    yield Triple(node, waqia("inArticle"), article)
    yield Triple(node, waqia("saidBy"), said.source)
    yield Triple(node, waqia("stance"), waqia(said.stance.value))
    yield Triple(node, waqia("certainty"), waqia(said.certainty.value))
    if said.relay is not None:
        yield Triple(node, waqia("relayedBy"), said.relay)
    if said.channel is not None:
        yield Triple(node, waqia("saidVia"), said.channel)
    for span in said.evidence:
        yield Triple(node, waqia("evidence"), evidence_node(names, names.name_of(article), span))
    for triple in claim.triples:
        statement = names.statement(triple)
        yield Triple(node, waqia("says"), statement)
        yield from describe_statement(triple, statement)


def describe_statement(triple: Triple, node: NamedNode) -> Iterator[Triple]:
    """Yield `triple` as the statement `node`."""
    yield Triple(node, TYPE, STATEMENT)
    yield Triple(node, SUBJECT, triple.subject)
    yield Triple(node, PREDICATE, triple.predicate)
    yield Triple(node, OBJECT, triple.object)
