"""What holds of every graph that waqia builds (design, section 6): each check yields what breaks it.

They look at a graph as its readers do, at its triples alone, so they hold for graphs read from files too.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode

from waqia.graph.data import GraphData
from waqia.graph.for_rdflib import to_graph
from waqia.graph.known import load_known, load_ontology
from waqia.graph.namespaces import (
    ALT_LABEL,
    DCTERMS,
    DERIVED_FROM,
    EDTF,
    GEO,
    HIDDEN_LABEL,
    LABEL,
    OA,
    RDF,
    TYPE,
    XSD,
    waqia,
)
from waqia.graph.terms import Term, Triple
from waqia.resources import ONTOLOGY

Check = Callable[[GraphData], Iterator[str]]
REALIZATIONS = (waqia("Event"), waqia("Unrealized"), waqia("Aggregate"))
OF_TELLINGS = (TYPE, waqia("tellingOf"), waqia("reviewStatus"))
CANONICAL = {XSD + name for name in ("string", "integer", "decimal", "date", "boolean")}
CANONICAL |= {EDTF + "EDTF", RDF + "langString", GEO + "wktLiteral"}


class Index:
    """The default graph by subject and predicate."""

    def __init__(self, triples: frozenset[Triple]) -> None:
        self._objects: defaultdict[tuple[Term, NamedNode], set[Term]] = defaultdict(set)
        self._of_type: defaultdict[Term, set[Term]] = defaultdict(set)
        for triple in triples:
            self._objects[triple.subject, triple.predicate].add(triple.object)
            if triple.predicate == TYPE:
                self._of_type[triple.object].add(triple.subject)

    def all(self, subject: Term, predicate: NamedNode) -> set[Term]:
        return self._objects.get((subject, predicate), set())

    def one(self, subject: Term, predicate: NamedNode) -> Term:
        (found,) = self.all(subject, predicate)
        return found

    def of_type(self, cls: NamedNode) -> set[Term]:
        return self._of_type.get(cls, set())


def built(data: GraphData) -> frozenset[Triple]:
    """Return the default graph but for what was inferred."""
    return data.default - data.named("closure")


def said_triples(data: GraphData) -> Iterator[tuple[NamedNode, Triple]]:
    """Yield each claim with each triple of its graph."""
    for claim in Index(data.default).of_type(waqia("Claim")):
        if isinstance(claim, NamedNode):
            yield from ((claim, triple) for triple in data.graphs.get(claim, ()))


def facts_are_claimed(data: GraphData) -> Iterator[str]:
    """Every fact has an asserting claim that holds it on a telling of its happening, or is concluded.

    A claim names the article's own mention of a person where the fact names the person.
    """
    index = Index(data.default)
    claimed = set(data.named("incidents")) | set(data.named("knowledge"))
    overruled = set(overruled_triples(data))

    def lifted(term: Term) -> Term:
        found = index.all(term, waqia("tellingOf")) | index.all(term, waqia("mentionOf"))
        return next(iter(found), term)

    for claim, triple in said_triples(data):
        if waqia("Asserts") in index.all(claim, waqia("stance")) and (claim, triple) not in overruled:
            claimed.add(triple._replace(subject=lifted(triple.subject), object=lifted(triple.object)))  # type: ignore[arg-type]
    happenings = {triple.object for triple in data.default if triple.predicate == waqia("tellingOf")}
    counts = index.of_type(waqia("CasualtyCount")) | index.of_type(waqia("ParticipantCount"))
    tenures = index.of_type(waqia("Tenure"))
    whose = (DERIVED_FROM, waqia("saidBy"))
    for triple in built(data) - claimed:
        told = triple.subject in happenings | tenures or (
            triple.subject in counts and triple.predicate not in whose
        )
        if told or triple.predicate in (waqia("rank"), waqia("post"), waqia("memberOf")):
            yield f"no asserting claim holds {triple}"


def overruled_triples(data: GraphData) -> Iterator[tuple[Term, Triple]]:
    """Yield each claim with each triple that was read in it and that a ruling overrules."""
    index = Index(data.default)
    for triple in data.default:
        if triple.predicate == waqia("overruledStatement"):
            parts = (index.one(triple.object, NamedNode(RDF + p)) for p in ("subject", "predicate", "object"))
            yield triple.subject, Triple(*parts)  # type: ignore[arg-type]


def only_facts_are_lifted(data: GraphData) -> Iterator[str]:
    """Of what is not realized nothing is a fact but its class, its kind and its tellings."""
    unrealized = Index(data.default).of_type(waqia("Unrealized"))
    for triple in built(data):
        if triple.subject in unrealized and triple.predicate not in (TYPE, waqia("kind")):
            yield f"a fact about what is not realized: {triple}"
        if triple.object in unrealized and triple.predicate != waqia("tellingOf"):
            yield f"a fact about what is not realized: {triple}"


def claims_are_quoted(data: GraphData) -> Iterator[str]:
    """The graph of a claim holds what the claim says in statements, neither more nor less."""
    index = Index(data.default)
    for claim in index.of_type(waqia("Claim")):
        assert isinstance(claim, NamedNode)
        stated = {
            tuple(index.one(node, NamedNode(RDF + part)) for part in ("subject", "predicate", "object"))
            for node in index.all(claim, waqia("says")) | index.all(claim, waqia("overruledStatement"))
        }
        quoted = {tuple(triple) for triple in data.graphs.get(claim, ())}
        if stated != quoted:
            yield f"{claim} says {len(stated)} statements and quotes {len(quoted)} triples"
        if not quoted:
            yield f"{claim} says nothing"
    own = {data.name(name) for name in ("incidents", "knowledge", "curation", "combined", "closure")}
    for name in set(data.graphs) - own - index.of_type(waqia("Claim")):
        yield f"the graph {name} is no claim"


def tellings_are_not_spoken_of(data: GraphData) -> Iterator[str]:
    """What is said of a telling is quoted; as a fact it is said of the happening."""
    tellings = Index(data.default).of_type(waqia("Telling"))
    for triple in built(data):
        if triple.subject in tellings and triple.predicate not in OF_TELLINGS:
            yield f"a fact about a telling: {triple}"


def mentions_are_not_spoken_of(data: GraphData) -> Iterator[str]:
    """What is said of an article's mention of a person is quoted; as a fact it is said of the person."""
    index = Index(data.default)
    mentions = index.of_type(waqia("Mention"))
    quoting = {NamedNode(RDF + "subject"), NamedNode(RDF + "object"), waqia("about")}
    naming = {TYPE, LABEL, ALT_LABEL, HIDDEN_LABEL, waqia("mentionOf")}
    for triple in built(data):
        if triple.subject in mentions and triple.predicate not in naming:
            yield f"a fact about a mention: {triple}"
        if triple.object in mentions and triple.predicate not in quoting:
            yield f"a fact about a mention: {triple}"
    for mention in mentions:
        if len(index.all(mention, waqia("mentionOf"))) != 1:
            yield f"{mention} is of {len(index.all(mention, waqia('mentionOf')))} persons"


def claims_have_evidence(data: GraphData) -> Iterator[str]:
    """Every claim names its source and passages of its article."""
    index = Index(data.default)
    for claim in index.of_type(waqia("Claim")):
        for needed in ("evidence", "saidBy", "inArticle", "stance", "certainty", "about"):
            if not index.all(claim, waqia(needed)):
                yield f"{claim} has no {needed}"
        for passage in index.all(claim, waqia("evidence")):
            if index.all(passage, NamedNode(OA + "hasSource")) != index.all(claim, waqia("inArticle")):
                yield f"{passage} is not of the article of {claim}"


def realizations_are_apart(data: GraphData) -> Iterator[str]:
    """Every happening is one of the three, and an event class makes an Event."""
    index = Index(built(data))
    for happening in {triple.object for triple in data.default if triple.predicate == waqia("tellingOf")}:
        types = index.all(happening, TYPE)
        if len(types & set(REALIZATIONS)) != 1:
            yield f"{happening} is {len(types & set(REALIZATIONS))} of Event, Unrealized and Aggregate"
        if (waqia("Event") in types) != bool(types - {*REALIZATIONS, waqia("ContestedEvent")}):
            yield f"{happening} is no Event with an event class: {types}"
        if (waqia("Event") in types) == bool(index.all(happening, waqia("kind"))):
            yield f"{happening} names its class twice or not at all"
        if waqia("ContestedEvent") in types and waqia("Event") not in types:
            yield f"{happening} is contested and no Event"


def conclusions_are_facts(data: GraphData) -> Iterator[str]:
    """What waqia knows and concludes stands in the default graph too."""
    for name in ("incidents", "knowledge", "curation", "closure"):
        yield from (f"{triple} of {name} is no fact" for triple in data.named(name) - data.default)


def terms_are_plain(data: GraphData) -> Iterator[str]:
    """No blank nodes, and literals of a few datatypes in their canonical form."""
    for triple in data.default.union(*data.graphs.values()):
        for term in triple:
            if isinstance(term, BlankNode):
                yield f"a blank node in {triple}"
            if isinstance(term, Literal) and term.datatype.value not in CANONICAL:
                yield f"a literal of {term.datatype} in {triple}"
            if isinstance(term, Literal) and not _is_canonical(term):
                yield f"a literal that is not canonical in {triple}"


def _is_canonical(literal: Literal) -> bool:
    if literal.datatype.value == XSD + "integer":
        return literal.value == str(int(literal.value))
    return literal.datatype.value != XSD + "boolean" or literal.value in ("true", "false")


def terms_are_defined(data: GraphData) -> Iterator[str]:
    """Every term of waqia's namespace that the graph uses is in the ontology."""
    defined = {triple.subject.value for triple in load_ontology()} | {
        node.value for node in load_known().about
    }
    used = {term.value for triple in data.default for term in triple if isinstance(term, NamedNode)}
    for term in sorted(used - defined):
        if term.startswith(waqia("").value):
            yield f"{term} is not in the ontology"


@functools.cache
def parsed(file: str) -> rdflib.Graph:
    """Return a file of the ontology, parsed once."""
    return rdflib.Graph().parse(ONTOLOGY / file)


def conforms_to_shapes(data: GraphData) -> Iterator[str]:
    """The default graph is as the shapes want it."""
    shapes, ontology = parsed("shapes.ttl"), parsed("waqia.ttl")
    ok, _, text = pyshacl.validate(to_graph(data.default), shacl_graph=shapes, ont_graph=ontology)
    if not ok:
        yield text


def quotes_reproduce(data: GraphData, texts: dict[str, str]) -> Iterator[str]:
    """Every quote is the characters of its article (by id) that its position names, with what stands around it."""
    index = Index(data.default)
    for passage in index.of_type(NamedNode(OA + "SpecificResource")):
        article = index.one(passage, NamedNode(OA + "hasSource"))
        text = texts[index.one(article, NamedNode(DCTERMS + "identifier")).value]
        found: dict[str, str] = {}
        for selector in index.all(passage, NamedNode(OA + "hasSelector")):
            for name in ("start", "end", "exact", "prefix", "suffix"):
                found.update((name, value.value) for value in index.all(selector, NamedNode(OA + name)))
        start, end = int(found["start"]), int(found["end"])
        if text[start:end] != found["exact"]:
            yield f"{passage} quotes {found['exact']!r} where the text has {text[start:end]!r}"
        if not text[:start].endswith(found.get("prefix", "")):
            yield f"{passage} has a prefix that the text has not"
        if not text[end:].startswith(found.get("suffix", "")):
            yield f"{passage} has a suffix that the text has not"


CHECKS: tuple[Check, ...] = (
    facts_are_claimed,
    only_facts_are_lifted,
    claims_are_quoted,
    tellings_are_not_spoken_of,
    mentions_are_not_spoken_of,
    claims_have_evidence,
    realizations_are_apart,
    conclusions_are_facts,
    terms_are_plain,
)
"""Those that need nothing but the graph and are quick."""
