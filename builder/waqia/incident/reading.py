"""One happening out of a graph, with all that each claim says of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pyoxigraph import NamedNode

from waqia.dates import ANY_DAY, Days, days_of, hull
from waqia.graph.namespaces import DCTERMS, OA, OBJECT, PREDICATE, SCHEMA, SUBJECT, TYPE, waqia
from waqia.graph.terms import Subject, Term
from waqia.incident.facts import Facts, text
from waqia.incident.model import Disagreement, Figure, Incident, Passage, Slot, Source, Thing, Version

_REALIZATIONS = ("Event", "Unrealized", "Aggregate")
_ORDER = (
    *("occurredAt", "near", "origin", "destination", "perpetrator", "agent", "party", "target", "object"),
    *("supporter", "claimedBy", "accused", "weapon", "operationName"),
)
"""The properties of a happening in the order in which they are read; others follow."""
_APART = frozenset(map(waqia, ("kind", "statedDate", "casualties", "participantCount")))
"""What is told of the happening and is no slot: it has a field of its own."""
DISAGREEMENTS = tuple(
    f"disagreesOn{matter}"
    for matter in ("WhetherItHappened", "Toll", "Perpetrator", "Date", "Name", "Rank", "Detail")
)


def read_incident(facts: Facts, happening: NamedNode) -> Incident:
    """Return the happening of this IRI, which the graph has, with its claims in the order of their articles."""
    types = {_local(node) for node in facts.nodes(happening, TYPE)}
    days = days_told(facts, happening)
    realization = next((name for name in _REALIZATIONS if name in types), "Event")
    versions = _numbered(
        _version(facts, claim, telling)
        for telling in facts.subjects(waqia("tellingOf"), happening)
        for claim in facts.subjects(waqia("about"), telling)
    )
    return Incident(
        iri=happening.value,
        realization=realization,
        contested="ContestedEvent" in types,
        kinds=_kinds(facts, happening),
        earliest=None if days.earliest is None else str(days.earliest),
        latest=None if days.latest is None else str(days.latest),
        places=_places(versions),
        versions=versions,
        disagreements=tuple(_disagreements(facts, versions)),
        includes=tuple(map(text, facts.nodes(happening, waqia("includes")))),
    )


def days_told(facts: Facts, happening: NamedNode) -> Days:
    """Return the days that those who assert it allow; of what nobody asserts, all that its claims name."""
    bounds = [facts.value(happening, waqia(name)) for name in ("earliest", "latest")]
    if any(bounds):
        return Days(*(None if bound is None else date.fromisoformat(bound) for bound in bounds))
    stated = [
        days_of(value)
        for telling in facts.subjects(waqia("tellingOf"), happening)
        for value in _stated(facts, telling)
    ]
    return hull(stated) if stated else ANY_DAY


def _stated(facts: Facts, telling: NamedNode) -> Iterator[str]:
    for statement in facts.subjects(SUBJECT, telling):
        if waqia("statedDate") in facts.nodes(statement, PREDICATE):
            yield from map(text, facts.objects(statement, OBJECT))


def _kinds(facts: Facts, happening: NamedNode) -> tuple[str, ...]:
    """Return the types that waqia concludes, without those that the reasoner infers from them."""
    concluded = NamedNode(f"{facts.base}graph/incidents")
    for predicate in (TYPE, waqia("kind")):
        quads = facts.store.quads_for_pattern(happening, predicate, None, concluded)
        names = {_local(quad.object) for quad in quads if isinstance(quad.object, NamedNode)}
        if found := names - {*_REALIZATIONS, "ContestedEvent"}:
            return tuple(sorted(found))
    return ()


def _places(versions: Iterable[Version]) -> tuple[Thing, ...]:
    """Return where it happened by those who assert it or else by all, first what most of them say."""
    told = list(versions)
    asserting = [version for version in told if version.asserts] or told
    slots = (slot for version in asserting for slot in version.slots if slot.property == "occurredAt")
    counted = Counter(thing for slot in slots for thing in slot.things)
    return tuple(sorted(counted, key=lambda place: (-counted[place], place)))


def _numbered(versions: Iterable[Version]) -> tuple[Version, ...]:
    ordered = sorted(
        versions, key=lambda each: (each.article.published or "9", each.article.id, each.passages, each.iri)
    )
    return tuple(replace(version, number=number) for number, version in enumerate(ordered, 1))


def _disagreements(facts: Facts, versions: tuple[Version, ...]) -> Iterator[Disagreement]:
    """Yield each pair once for each matter."""
    numbers = {version.iri: version.number for version in versions}
    for on in DISAGREEMENTS:
        for version in versions:
            others = {numbers[node.value] for node in facts.nodes(NamedNode(version.iri), waqia(on))}
            yield from (Disagreement(on, version.number, n) for n in sorted(others) if version.number < n)


# --- one claim ----------------------------------------------------------------------------------------------


class _Said:
    """The triples that a claim says, from its statements."""

    def __init__(self, facts: Facts, claim: NamedNode) -> None:
        self._facts = facts
        self._objects: defaultdict[tuple[Term, Term], list[Term]] = defaultdict(list)
        self.properties: defaultdict[Term, set[NamedNode]] = defaultdict(set)
        for statement in facts.nodes(claim, waqia("says")):
            subject, predicate, obj = (
                next(iter(facts.objects(statement, part))) for part in (SUBJECT, PREDICATE, OBJECT)
            )
            self._objects[subject, predicate].append(obj)
            if isinstance(predicate, NamedNode):
                self.properties[subject].add(predicate)

    def all(self, subject: Term, predicate: NamedNode) -> list[Term]:
        """Return the objects of a subject and predicate, in order."""
        return sorted(self._objects.get((subject, predicate), ()), key=str)

    def first(self, subject: Term, name: str) -> Term | None:
        """Return the first object of a subject and a property of waqia."""
        return next(iter(self.all(subject, waqia(name))), None)

    def text(self, subject: Term, name: str) -> str | None:
        """Return the text of the first object."""
        found = self.first(subject, name)
        return None if found is None else text(found)

    def thing(self, node: Term) -> Thing:
        """Return what a node is called, with the rank and post that the claim gives it."""
        iri = node.value if isinstance(node, NamedNode) else None
        return Thing(self._facts.name(node), iri, self.text(node, "rank"), self.text(node, "post"))


def _version(facts: Facts, claim: NamedNode, telling: NamedNode) -> Version:
    said = _Said(facts, claim)
    return Version(
        number=0,
        iri=claim.value,
        telling=telling.value,
        article=_article(facts, facts.nodes(claim, waqia("inArticle"))[0]),
        source=_named(facts, claim, "saidBy") or Thing("?"),
        stance=_local(facts.nodes(claim, waqia("stance"))[0]),
        certainty=_local(facts.nodes(claim, waqia("certainty"))[0]),
        passages=tuple(sorted(_passage(facts, node) for node in facts.nodes(claim, waqia("evidence")))),
        relay=_named(facts, claim, "relayedBy"),
        channel=_named(facts, claim, "saidVia"),
        kinds=tuple(map(_local, said.all(telling, waqia("kind")))),
        dates=tuple(map(text, said.all(telling, waqia("statedDate")))),
        slots=tuple(_slots(said, telling)),
        figures=tuple(_figures(said, telling)),
        review=tuple(_review(facts, claim, telling)),
    )


def _review(facts: Facts, claim: NamedNode, telling: NamedNode) -> Iterator[str]:
    """Yield what curators made of a claim."""
    given = (node for about in (claim, telling) for node in facts.nodes(about, waqia("reviewStatus")))
    yield from sorted(set(map(_local, given)))
    yield from (name for name in ("overruledBy", "overruledStatement") if facts.nodes(claim, waqia(name)))


def _named(facts: Facts, claim: NamedNode, name: str) -> Thing | None:
    found = facts.nodes(claim, waqia(name))
    return Thing(facts.name(found[0]), found[0].value) if found else None


def _article(facts: Facts, node: NamedNode) -> Source:
    publisher = facts.nodes(node, NamedNode(SCHEMA + "publisher"))
    return Source(
        iri=node.value,
        id=facts.value(node, NamedNode(DCTERMS + "identifier")) or _local(node),
        publisher=facts.name(publisher[0]) if publisher else None,
        published=facts.value(node, NamedNode(SCHEMA + "datePublished")) or _worked_out(facts, node),
        url=facts.value(node, NamedNode(SCHEMA + "url")),
    )


def _worked_out(facts: Facts, article: NamedNode) -> str | None:
    """Return the days on which an article without a date may have been published."""
    bounds = [facts.value(article, waqia(name)) for name in ("publishedEarliest", "publishedLatest")]
    return "/".join(bound or ".." for bound in bounds) if any(bounds) else None


def _passage(facts: Facts, evidence: NamedNode) -> Passage:
    parts = facts.nodes(evidence, NamedNode(OA + "hasSelector"))
    start, end, quote = (
        next(value for part in parts if (value := facts.value(part, NamedNode(OA + name))) is not None)
        for name in ("start", "end", "exact")
    )
    return Passage(int(start), int(end), quote)


def _slots(said: _Said, telling: NamedNode) -> Iterator[Slot]:
    names = {_local(property_) for property_ in said.properties[telling] - _APART}
    for name in sorted(names, key=in_order):
        yield Slot(name, tuple(sorted(map(said.thing, said.all(telling, waqia(name))))))


def in_order(property_: str) -> tuple[int, str]:
    """Return what the properties of a happening, by local name, are sorted by."""
    return _ORDER.index(property_) if property_ in _ORDER else len(_ORDER), property_


def _figures(said: _Said, telling: NamedNode) -> Iterator[Figure]:
    """Yield the counts of a claim, wholes before their parts, the greater first."""
    nodes = [node for name in ("casualties", "participantCount") for node in said.all(telling, waqia(name))]
    figures = [_figure(said, node) for node in nodes if isinstance(node, NamedNode)]
    yield from sorted(figures, key=lambda each: (each.counted, each.part_of or "", -each.minimum, each.iri))


def _figure(said: _Said, node: NamedNode) -> Figure:
    counted = said.first(node, "outcome") or said.first(node, "role") or node
    victims, most, kind = (
        said.first(node, "victims"),
        said.text(node, "maximum"),
        said.first(node, "victimKind"),
    )
    return Figure(
        iri=node.value,
        counted=_local(counted),
        minimum=int(said.text(node, "minimum") or 0),
        maximum=None if most is None else int(most),
        approximate=said.text(node, "approximate") == "true",
        words=said.text(node, "words") or "",
        victims=None if victims is None else said.thing(victims),
        victim_kind=None if kind is None else _local(kind),
        part_of=_words(said, node, "includedIn"),
        besides=_words(said, node, "inAdditionTo"),
    )


def _words(said: _Said, node: NamedNode, name: str) -> str | None:
    other = said.first(node, name)
    return None if other is None else said.text(other, "words")


def _local(node: Term | Subject) -> str:
    return text(node).rpartition("#")[2].rpartition("/")[2]
