"""Persons whom the knowledge lacks: what an article tells of each, and one node for each across articles.

Claims are quotations and name an article's own node for a person; what they make facts of is said of the person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Final

from pyoxigraph import NamedNode

from waqia.arabic.folding import fold
from waqia.dates import ANY_DAY, Days, days_of
from waqia.extraction.entities import telling_words
from waqia.extraction.templates import Claim, EventTemplate, Mention, Realization, Stance
from waqia.graph.claims import Context
from waqia.graph.iris import Names
from waqia.graph.namespaces import ALT_LABEL, HIDDEN_LABEL, LABEL, OBJECT, SUBJECT, TYPE, waqia
from waqia.graph.parts import ArticlePart, ClaimPart, TellingPart
from waqia.graph.terms import Term, Triple, arabic
from waqia.knowledge.model import Knowledge
from waqia.linking.people import Named, Pairs, Part, people
from waqia.linking.person_names import read_name

SAID: Final = "source"
"""The role of who speaks of a happening."""
_NAMES: Final = (LABEL, ALT_LABEL)
_OF_MENTIONS: Final = frozenset({SUBJECT, OBJECT, waqia("about"), TYPE, HIDDEN_LABEL, *_NAMES})
"""What is said of an article's own nodes: what claims and their statements are about, what the nodes are called."""


# --- what one article tells ---------------------------------------------------------------------------------


def people_of(
    events: Iterable[tuple[str, EventTemplate]], context: Context, knowledge: Knowledge
) -> tuple[Named, ...]:
    """Return the persons that an article names; `events` are its tellings, by name, once all claims are made."""
    parts: defaultdict[NamedNode, set[Part]] = defaultdict(set)
    beside: defaultdict[NamedNode, set[str]] = defaultdict(set)
    countries: defaultdict[NamedNode, set[str]] = defaultdict(set)
    for name, event in events:
        telling = context.names.iri("telling", name).value
        where = _countries(event, knowledge)
        for claim in event.claims:
            in_role: defaultdict[str, set[NamedNode]] = defaultdict(set)
            for role, mention in _persons(claim):
                in_role[role].add(context.entities.node(mention, name))
            days = _days(event, claim)
            for role, nodes in in_role.items():
                for node in nodes:
                    parts[node].add(Part(telling, role, days))
                    countries[node] |= where
                for one, other in permutations(nodes, 2) if role != SAID else ():
                    beside[one].add(other.value)
    return tuple(
        replace(
            _named(node, mentions, context, knowledge),
            parts=frozenset(parts[node]),
            beside=frozenset(beside[node]),
            countries=frozenset(countries[node] | _home(mentions, knowledge)),
        )
        for node, mentions in sorted(context.entities.people.items(), key=str)
    )


def _persons(claim: Claim) -> Iterator[tuple[str, Mention]]:
    """Yield the persons that a claim names, with their roles."""
    told = [(SAID, claim.source), (SAID, claim.relay)]
    told += [(each.role.value, each.mention) for each in claim.participants]
    told += [(figure.outcome.value, figure.victims) for figure in claim.figures]
    for role, mention in told:
        if mention is not None and mention.kind == "Person" and not mention.described:
            yield role, mention


def _days(event: EventTemplate, claim: Claim) -> Days:
    """Return the days of what a claim reports as having happened; any where it does not."""
    happened = event.realization is Realization.EVENT and claim.stance is Stance.ASSERTS
    return days_of(event.date) if happened and event.date is not None else ANY_DAY


def _countries(event: EventTemplate, knowledge: Knowledge) -> set[str]:
    places = {link.mention.iri for claim in event.claims for link in claim.places}
    known = (knowledge.places.get(iri) for iri in places if iri is not None)
    return {place.country for place in known if place is not None and place.country is not None}


def _named(node: NamedNode, mentions: Iterable[Mention], context: Context, knowledge: Knowledge) -> Named:
    known = knowledge.actors.get(node.value)
    texts = {mention.text for mention in mentions} | (set(known.names) if known is not None else set())
    organizations = set(_organizations(mentions))
    return Named(
        iri=node.value,
        article=context.node.value,
        known=any(mention.iri is not None for mention in mentions),
        names=frozenset(read_name(text) for text in texts),
        day=context.article.published,
        posts=frozenset(telling_words(mention.post) for mention in mentions if mention.post is not None),
        organizations=frozenset(organizations),
        wholes=frozenset(_with_wholes(organizations, knowledge)),
    )


def _organizations(mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        if mention.organization is not None and mention.organization.iri is not None:
            yield mention.organization.iri


def _with_wholes(organizations: Iterable[str], knowledge: Knowledge) -> set[str]:
    found: set[str] = set()
    waiting = list(organizations)
    while waiting:
        iri = waiting.pop()
        if iri not in found:
            found.add(iri)
            waiting += knowledge.actors[iri].part_of if iri in knowledge.actors else ()
    return found


def _home(mentions: Iterable[Mention], knowledge: Knowledge) -> set[str]:
    """Return the countries of persons and of their organizations, where they are known."""
    iris = {mention.iri for mention in mentions} | set(_organizations(mentions))
    known = (knowledge.actors.get(iri) for iri in iris if iri is not None)
    return {actor.country for actor in known if actor is not None and actor.country is not None}


# --- across articles ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class People:
    """The person that each article's own node stands for; `known` are those whom the knowledge describes."""

    of: Mapping[Term, NamedNode]
    known: frozenset[NamedNode]

    def triple(self, triple: Triple) -> Triple:
        """Return `triple` as said of persons; what is said of mentions stays as it is."""
        subject, predicate, obj = triple
        if predicate in _OF_MENTIONS or (subject not in self.of and obj not in self.of):
            return triple
        return Triple(self.of.get(subject, subject), predicate, self.of.get(obj, obj))

    def telling(self, telling: TellingPart) -> TellingPart:
        """Return a telling whose claims speak of persons."""
        return replace(telling, claims=tuple(map(self.claim, telling.claims)))

    def claim(self, claim: ClaimPart) -> ClaimPart:
        """Return a claim as said of persons, by persons."""
        said = claim.attribution
        return replace(
            claim,
            triples=tuple(map(self.triple, claim.triples)),
            attribution=replace(said, source=self.of.get(said.source, said.source)),
            titled=tuple(replace(each, node=self.of.get(each.node, each.node)) for each in claim.titled),
        )

    def described(self, parts: Iterable[ArticlePart]) -> Iterator[Triple]:
        """Yield whom each node stands for, and what those whom the knowledge lacks are called."""
        names: defaultdict[NamedNode, Counter[str]] = defaultdict(Counter)
        for part in parts:
            for triple in part.described:
                person = self.of.get(triple.subject)
                if person is not None and triple.predicate in _NAMES:
                    names[person][triple.object.value] += 1
        for node, person in self.of.items():
            if isinstance(node, NamedNode) and node not in self.known:
                yield Triple(node, waqia("mentionOf"), person)
        for person, texts in names.items():
            if person not in self.known:
                yield from _described(person, texts)


def identify(
    parts: Iterable[ArticlePart],
    happening_of: Mapping[str, str],
    names: Names,
    *,
    same: Pairs = (),
    apart: Pairs = (),
) -> People:
    """Return which persons the articles of `parts` name.

    Args:
        parts: of different articles.
        happening_of: the IRI of the happening of each telling.
        names: makes the IRIs of persons.
        same: pairs of IRIs of articles' own nodes that were ruled to be one person.
        apart: pairs that were ruled not to be.
    """
    named = [_in_happenings(each, happening_of) for part in parts for each in part.people]
    known = frozenset(NamedNode(each.iri) for each in named if each.known)
    of: dict[Term, NamedNode] = {}
    for iri, least in people(named, same=same, apart=apart).items():
        node, person = NamedNode(iri), NamedNode(least)
        if person not in known:
            of[node] = names.person_of(person)
        elif person != node:
            of[node] = person
    return People(of, known)


def _in_happenings(named: Named, happening_of: Mapping[str, str]) -> Named:
    told = (
        part for part in named.parts if part.happening in happening_of
    )  # others are ruled to be no tellings
    parts = (replace(part, happening=happening_of[part.happening]) for part in told)
    return replace(named, parts=frozenset(parts))


def _described(person: NamedNode, texts: Counter[str]) -> Iterator[Triple]:
    """Yield the class and the names of a person: the full name that most articles give is the label."""

    def place(text: str) -> tuple[bool, int, int, str]:
        return not read_name(text).full, -texts[text], len(text), text

    label, *others = sorted(texts, key=place)
    yield Triple(person, TYPE, waqia("Person"))
    yield Triple(person, LABEL, arabic(label))
    yield from (Triple(person, ALT_LABEL, arabic(other)) for other in others)
    yield from (Triple(person, HIDDEN_LABEL, arabic(folded)) for folded in {fold(text) for text in texts})
