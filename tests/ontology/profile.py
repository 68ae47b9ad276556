"""Is an ontology within OWL 2 RL? A check of every axiom form in an RDF graph.

The rules are those of "OWL 2 Web Ontology Language: Profiles (Second Edition)", section 4.2, and of the OWL 2
structural specification, section 11, as far as they can be broken by an ontology of classes and properties:
declarations, simple properties, regular property chains. What is not recognised is reported, never passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node


class Position(Enum):
    """Where a class expression stands: the profile allows different forms in each place."""

    SUB = "subclass"
    SUPER = "superclass"
    EQUIVALENT = "equivalent-class"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One axiom that is outside the profile, and why."""

    axiom: str
    reason: str


# Section 4.2.3: for each constructor, the positions where it may stand and there the position of its operands.
_OPERANDS: dict[URIRef, dict[Position, Position | None]] = {
    OWL.intersectionOf: {place: place for place in Position},
    OWL.unionOf: {Position.SUB: Position.SUB},
    OWL.complementOf: {Position.SUPER: Position.SUB},
    OWL.oneOf: {Position.SUB: None},
    OWL.someValuesFrom: {Position.SUB: Position.SUB},
    OWL.allValuesFrom: {Position.SUPER: Position.SUPER},
    OWL.hasValue: dict.fromkeys(Position),
    OWL.maxCardinality: {Position.SUPER: None},
    OWL.maxQualifiedCardinality: {Position.SUPER: Position.SUB},
}
# Constructors of OWL 2 that the profile has nowhere.
_FORBIDDEN = (
    OWL.hasSelf,
    OWL.minCardinality,
    OWL.minQualifiedCardinality,
    OWL.cardinality,
    OWL.qualifiedCardinality,
    OWL.onProperties,
)
_LISTS = (OWL.intersectionOf, OWL.unionOf)
_MAXIMA = (OWL.maxCardinality, OWL.maxQualifiedCardinality)

# Section 4.2.2. Note what OWL 2 itself lacks: xsd:date, xsd:time, xsd:gYear.
_XSD_NAMES = (
    "decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger long int short byte "
    "unsignedLong unsignedInt unsignedShort unsignedByte float double string normalizedString token language Name "
    "NCName NMTOKEN boolean hexBinary base64Binary anyURI dateTime dateTimeStamp"
)
DATATYPES = frozenset(
    {RDF.PlainLiteral, RDF.XMLLiteral, RDF.langString, RDFS.Literal}
    | {XSD[name] for name in _XSD_NAMES.split()}
)

_CHARACTERISTICS = (
    OWL.FunctionalProperty,
    OWL.InverseFunctionalProperty,
    OWL.IrreflexiveProperty,
    OWL.AsymmetricProperty,
    OWL.SymmetricProperty,
    OWL.TransitiveProperty,
)
_FOR_SIMPLE_ONLY = _CHARACTERISTICS[:4]
_PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_PROPERTY_AXIOMS = (RDFS.subPropertyOf, OWL.equivalentProperty, OWL.propertyDisjointWith, OWL.inverseOf)

# Triples that only spell out an expression or an annotated axiom: they are checked where the axiom is.
_PARTS = frozenset(
    {RDF.first, RDF.rest, OWL.onProperty, OWL.onClass, OWL.onDataRange, OWL.members, OWL.distinctMembers}
    | {OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget}
    | {OWL.sourceIndividual, OWL.assertionProperty, OWL.targetIndividual, OWL.targetValue}
    | set(_OPERANDS)
    | set(_FORBIDDEN)
)
_ANNOTATIONS = frozenset(
    {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo, OWL.deprecated}
    | {OWL.priorVersion, OWL.backwardCompatibleWith, OWL.incompatibleWith, OWL.imports, OWL.versionIRI}
)
_ASSERTIONS = frozenset({OWL.sameAs, OWL.differentFrom})
_META_CLASSES = frozenset(
    {OWL.Class, OWL.Restriction, OWL.Ontology, OWL.NamedIndividual, OWL.Axiom, OWL.Annotation, RDFS.Datatype}
    | {OWL.AllDifferent, OWL.NegativePropertyAssertion, *_PROPERTY_KINDS}
)


def violations(graph: Graph) -> list[Violation]:
    """Return what in `graph` is outside OWL 2 RL, sorted; an empty list means that it is within."""
    return sorted(set(_Checker(graph).check()))


class _Checker:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.not_simple = _not_simple(graph)

    def check(self) -> Iterator[Violation]:
        for subject, predicate, value in self.graph:
            axiom = " ".join(self._name(node) for node in (subject, predicate, value))
            for reason in self._triple(subject, predicate, value):
                yield Violation(axiom, reason)
        for chain in _irregular(self.graph):
            yield Violation(self._name(chain), "the property chains define each other in a circle")

    # What one triple states

    def _triple(self, subject: Node, predicate: Node, value: Node) -> Iterator[str]:
        if predicate == RDF.type:
            yield from self._type(subject, value)
        elif predicate == RDFS.subClassOf:
            yield from self._class(subject, Position.SUB)
            yield from self._class(value, Position.SUPER)
        elif predicate == OWL.equivalentClass:
            yield from self._equivalent(subject, value)
        elif predicate == OWL.disjointWith:
            yield from self._classes([subject, value], Position.SUB)
        elif predicate == RDFS.domain:
            yield from self._domain(subject, value)
        elif predicate == RDFS.range:
            yield from self._range(subject, value)
        elif predicate in _PROPERTY_AXIOMS:
            yield from self._property_axiom(subject, predicate, value)
        elif predicate == OWL.propertyChainAxiom:
            yield from self._chain(subject, value)
        elif predicate == OWL.hasKey:
            yield from self._class(subject, Position.SUB)
            yield from self._properties(self._list(value))
        else:
            yield from self._other(subject, predicate)

    def _type(self, subject: Node, kind: Node) -> Iterator[str]:
        if kind == OWL.ReflexiveProperty:
            yield "reflexive properties are outside the profile"
        elif kind in _CHARACTERISTICS:
            yield from self._properties([subject])
            if kind in _FOR_SIMPLE_ONLY:
                yield from self._simple(subject)
        elif kind == OWL.AllDisjointClasses:
            yield from self._classes(self._members(subject), Position.SUB)
        elif kind == OWL.AllDisjointProperties:
            members = self._members(subject)
            yield from self._properties(members)
            for member in members:
                yield from self._simple(member)
        elif kind in _PROPERTY_KINDS:
            if sum((subject, RDF.type, other) in self.graph for other in _PROPERTY_KINDS) > 1:
                yield "one name for properties of two kinds"
        elif kind == OWL.Axiom:
            yield from self._annotated(subject)
        elif kind not in _META_CLASSES:
            yield from self._class(kind, Position.SUPER)

    def _equivalent(self, subject: Node, value: Node) -> Iterator[str]:
        if (subject, RDF.type, RDFS.Datatype) in self.graph:
            yield from self._data_range(value)
        else:
            yield from self._classes([subject, value], Position.EQUIVALENT)

    def _domain(self, prop: Node, value: Node) -> Iterator[str]:
        yield from self._properties([prop])
        if not self._is(prop, OWL.AnnotationProperty):
            yield from self._class(value, Position.SUPER)

    def _range(self, prop: Node, value: Node) -> Iterator[str]:
        yield from self._properties([prop])
        if self._is(prop, OWL.DatatypeProperty):
            yield from self._data_range(value)
        elif not self._is(prop, OWL.AnnotationProperty):
            yield from self._class(value, Position.SUPER)

    def _property_axiom(self, subject: Node, predicate: Node, value: Node) -> Iterator[str]:
        if predicate == OWL.inverseOf and isinstance(subject, BNode):
            yield from self._properties([value])
            return
        yield from self._properties([subject, value])
        for kind in _PROPERTY_KINDS:
            if self._is(subject, kind) != self._is(value, kind):
                yield "two kinds of property in one axiom"
                return
        if predicate == OWL.propertyDisjointWith:
            yield from self._simple(subject)
            yield from self._simple(value)

    def _chain(self, subject: Node, value: Node) -> Iterator[str]:
        links = self._list(value)
        yield from self._properties([subject, *links])
        if len(links) < 2:
            yield "a property chain has at least two links"

    def _annotated(self, node: Node) -> Iterator[str]:
        parts = (OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget)
        source, prop, target = (self.graph.value(node, part) for part in parts)
        if (source, prop, target) not in self.graph:
            yield "the annotated axiom is not in the graph"

    def _other(self, subject: Node, predicate: Node) -> Iterator[str]:
        if predicate == OWL.disjointUnionOf:
            yield "disjoint unions are outside the profile"
        elif predicate in _OPERANDS or predicate in _FORBIDDEN:
            if not isinstance(subject, BNode):
                yield "an expression under a name: state it by rdfs:subClassOf or owl:equivalentClass"
        elif predicate not in _PARTS | _ANNOTATIONS | _ASSERTIONS:
            yield from self._properties([predicate])

    # Class expressions

    def _classes(self, nodes: Iterable[Node], position: Position) -> Iterator[str]:
        for node in nodes:
            yield from self._class(node, position)

    def _class(self, node: Node | None, position: Position) -> Iterator[str]:
        if isinstance(node, URIRef):
            yield from self._named_class(node)
        elif node is not None:
            yield from self._expression(node, position)

    def _expression(self, node: Node, position: Position) -> Iterator[str]:
        constructors = [c for c in (*_OPERANDS, *_FORBIDDEN) if (node, c, None) in self.graph]
        if len(constructors) != 1:
            yield f"not a class expression: {len(constructors)} constructors"
            return
        constructor = constructors[0]
        if position not in _OPERANDS.get(constructor, {}):
            yield f"{self._name(constructor)} in {position.value} position"
            return
        if (node, OWL.onProperty, None) in self.graph:
            yield from self._restriction(node, constructor, _OPERANDS[constructor][position])
        else:
            yield from self._boolean(node, constructor, _OPERANDS[constructor][position])

    def _named_class(self, node: URIRef) -> Iterator[str]:
        if node == OWL.Thing:
            yield "owl:Thing in the place of a class"
        elif node != OWL.Nothing and not self._is(node, OWL.Class):
            yield f"{self._name(node)} is not declared as a class"

    def _boolean(self, node: Node, constructor: URIRef, operands: Position | None) -> Iterator[str]:
        value = self.graph.value(node, constructor)
        members = self._list(value) if constructor in (*_LISTS, OWL.oneOf) else [value]
        if constructor in _LISTS and len(members) < 2:
            yield f"{self._name(constructor)} of fewer than two classes"
        if operands is not None:
            for member in members:
                yield from self._class(member, operands)

    def _restriction(self, node: Node, constructor: URIRef, operands: Position | None) -> Iterator[str]:
        prop = self.graph.value(node, OWL.onProperty)
        value = self.graph.value(node, constructor)
        yield from self._properties([prop])
        if constructor == OWL.hasValue:
            yield from self._value(value)
            return
        if constructor in _MAXIMA:
            if not isinstance(value, Literal) or value.toPython() not in (0, 1):
                yield "a maximum other than 0 and 1"
            yield from self._simple(prop)
            value = self.graph.value(node, OWL.onClass) or self.graph.value(node, OWL.onDataRange)
            if constructor == OWL.maxCardinality:
                return
        if self._is(prop, OWL.DatatypeProperty):
            yield from self._data_range(value)
        elif operands is not None and (value != OWL.Thing or operands is Position.SUPER):
            yield from self._class(value, operands)

    def _value(self, value: Node | None) -> Iterator[str]:
        if isinstance(value, Literal) and value.datatype is not None and value.datatype not in DATATYPES:
            yield f"{self._name(value.datatype)} is not a datatype of the profile"

    def _data_range(self, node: Node | None) -> Iterator[str]:
        if isinstance(node, URIRef):
            if node not in DATATYPES and not self._is(node, RDFS.Datatype):
                yield f"{self._name(node)} is not a datatype of the profile"
        elif (node, OWL.intersectionOf, None) in self.graph:
            for member in self._list(self.graph.value(node, OWL.intersectionOf)):
                yield from self._data_range(member)
        else:
            yield "a data range other than a datatype or an intersection"

    # Properties

    def _properties(self, nodes: Iterable[Node | None]) -> Iterator[str]:
        for node in nodes:
            if isinstance(node, BNode):
                node = self.graph.value(node, OWL.inverseOf)
            if node in (
                OWL.topObjectProperty,
                OWL.topDataProperty,
                OWL.bottomObjectProperty,
                OWL.bottomDataProperty,
            ):
                continue
            if not any(self._is(node, kind) for kind in _PROPERTY_KINDS):
                yield f"{self._name(node)} is not declared as a property"

    def _simple(self, prop: Node | None) -> Iterator[str]:
        if isinstance(prop, BNode):
            prop = self.graph.value(prop, OWL.inverseOf)
        if prop in self.not_simple:
            yield f"{self._name(prop)} is not a simple property: it is transitive or has a chain"

    # Helpers

    def _is(self, node: Node | None, kind: URIRef) -> bool:
        if kind == OWL.AnnotationProperty and node in _ANNOTATIONS:
            return True
        return node is not None and (node, RDF.type, kind) in self.graph

    def _list(self, head: Node | None) -> list[Node]:
        return [] if head is None else list(Collection(self.graph, head))

    def _members(self, node: Node) -> list[Node]:
        return self._list(self.graph.value(node, OWL.members))

    def _name(self, node: Node | None) -> str:
        return "[…]" if node is None or isinstance(node, BNode) else node.n3(self.graph.namespace_manager)


def _not_simple(graph: Graph) -> set[Node]:
    """Properties that are transitive or have a chain, and whatever lies above or opposite them."""
    found = {*graph.subjects(RDF.type, OWL.TransitiveProperty), *graph.subjects(OWL.propertyChainAxiom)}
    waiting = list(found)
    while waiting:
        prop = waiting.pop()
        above = {*graph.objects(prop, RDFS.subPropertyOf), *graph.objects(prop, OWL.equivalentProperty)}
        opposite = {*graph.objects(prop, OWL.inverseOf), *graph.subjects(OWL.inverseOf, prop)}
        new = (above | opposite) - found
        found |= new
        waiting.extend(new)
    return found


def _irregular(graph: Graph) -> Iterator[Node]:
    """Properties with a chain that depends, through chains and subproperties, on the property itself."""
    depends: dict[Node, set[Node]] = {}
    for sub, sup in graph.subject_objects(RDFS.subPropertyOf):
        depends.setdefault(sup, set()).add(sub)
    chained = set(graph.subjects(OWL.propertyChainAxiom))
    for prop, head in graph.subject_objects(OWL.propertyChainAxiom):
        links = list(Collection(graph, head))
        # P ∘ P, P ∘ Q … and Q … ∘ P may name P itself, at one end.
        if links != [prop, prop] and prop in (links[0], links[-1]):
            links = links[1:] if links[0] == prop else links[:-1]
        depends.setdefault(prop, set()).update(() if links == [prop, prop] else links)
    for prop in chained:
        seen: set[Node] = set()
        waiting = list(depends[prop])
        while waiting:
            link = waiting.pop()
            if link not in seen:
                seen.add(link)
                waiting.extend(depends.get(link, ()))
        if prop in seen:
            yield prop
