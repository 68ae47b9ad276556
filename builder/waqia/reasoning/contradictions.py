"""The rules of OWL 2 RL that end in *false*, applied to a closed graph.

One function a rule, named as the recommendation names it. Each gives the axiom that is broken and the triples
that break it; of an axiom over a list, what it says of the two members.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from waqia.reasoning.datatypes import DATATYPES, excludes
from waqia.reasoning.terms import Triple

Found = Iterator[tuple[tuple[Triple, ...], tuple[Triple, ...]]]
Rule = Callable[["Facts", "Facts"], Found]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What one rule found: the broken axiom and the triples that break it."""

    rule: str
    explanation: str
    axiom: tuple[Triple, ...]
    triples: tuple[Triple, ...]


class Facts:
    """A closed graph, indexed by predicate, then subject."""

    def __init__(self, closed: Iterable[Triple]) -> None:
        self._objects: dict[Node, dict[Node, set[Node]]] = defaultdict(lambda: defaultdict(set))
        self._instances: dict[Node, set[Node]] = defaultdict(set)
        for subject, predicate, object_ in closed:
            self._objects[predicate][subject].add(object_)
            if predicate == RDF.type:
                self._instances[object_].add(subject)

    def __contains__(self, triple: Triple) -> bool:
        subject, predicate, object_ = triple
        return object_ in self.objects(subject, predicate)

    def pairs(self, predicate: Node) -> Iterator[tuple[Node, Node]]:
        """Yield subject and object of every triple of `predicate`."""
        for subject, objects in self._objects.get(predicate, {}).items():
            for object_ in objects:
                yield subject, object_

    def objects(self, subject: Node, predicate: Node) -> set[Node]:
        """Return the objects of `subject` and `predicate`."""
        return self._objects.get(predicate, {}).get(subject, set())

    def instances(self, class_: Node) -> set[Node]:
        """Return what is typed with `class_`."""
        return self._instances.get(class_, set())

    def literals(self) -> Iterator[tuple[Triple, Literal]]:
        """Yield every triple whose object is a literal, with the literal."""
        for predicate, by_subject in self._objects.items():
            for subject, objects in by_subject.items():
                for object_ in objects:
                    if isinstance(object_, Literal):
                        yield (subject, predicate, object_), object_

    def members(self, head: Node) -> list[Node]:
        """Return the members of the RDF list at `head`."""
        found: list[Node] = []
        seen: set[Node] = set()
        while head != RDF.nil and head not in seen:
            seen.add(head)
            found += sorted(self.objects(head, RDF.first), key=_n3)
            head = min(self.objects(head, RDF.rest), key=_n3, default=RDF.nil)
        return found


RULES: dict[str, tuple[str, Rule]] = {}
"""Rule name to what it means in words and its function."""


def contradictions(stated: Iterable[Triple], closed: Iterable[Triple]) -> list[Contradiction]:
    """Return what the rules find, each contradiction once, in a fixed order.

    Args:
        stated: the graph as it was given: axioms are looked for here, since those that follow repeat them with names
            of the same things.
        closed: its closure, which breaks them.
    """
    axioms, facts = Facts(stated), Facts(closed)
    found = {
        Contradiction(name, explanation, axiom, triples)
        for name, (explanation, rule) in RULES.items()
        for axiom, triples in rule(axioms, facts)
    }
    return sorted(found, key=lambda c: (c.rule, _text(c.axiom), _text(c.triples)))


def _n3(term: Node) -> str:
    return term.n3()


def _text(triples: tuple[Triple, ...]) -> list[str]:
    return [term.n3() for triple in triples for term in triple]


def _rule(name: str, explanation: str) -> Callable[[Rule], Rule]:
    def register(rule: Rule) -> Rule:
        RULES[name] = (explanation, rule)
        return rule

    return register


def _same(facts: Facts, left: Node, right: Node) -> tuple[Triple, ...]:
    if left == right:
        return ((left, OWL.sameAs, right),)
    pair: tuple[Triple, Triple] = ((left, OWL.sameAs, right), (right, OWL.sameAs, left))
    return tuple(triple for triple in pair if triple in facts)[:1]


@_rule("eq-diff1", "two individuals are the same and different")
def _eq_diff1(axioms: Facts, facts: Facts) -> Found:
    for left, right in axioms.pairs(OWL.differentFrom):
        same = _same(facts, left, right)
        if same:
            yield ((left, OWL.differentFrom, right),), same


def _all_different(axioms: Facts, facts: Facts, predicate: Node) -> Found:
    for axiom in axioms.instances(OWL.AllDifferent):
        for head in axioms.objects(axiom, predicate):
            for left, right in combinations(axioms.members(head), 2):
                same = _same(facts, left, right)
                if same:
                    yield ((left, OWL.differentFrom, right),), same


@_rule("eq-diff2", "two members of a list of different individuals are the same")
def _eq_diff2(axioms: Facts, facts: Facts) -> Found:
    return _all_different(axioms, facts, OWL.members)


@_rule("eq-diff3", "two members of a list of different individuals are the same")
def _eq_diff3(axioms: Facts, facts: Facts) -> Found:
    return _all_different(axioms, facts, OWL.distinctMembers)


@_rule("prp-irp", "an irreflexive property relates an individual to itself")
def _prp_irp(axioms: Facts, facts: Facts) -> Found:
    for property_ in axioms.instances(OWL.IrreflexiveProperty):
        for subject, object_ in facts.pairs(property_):
            if subject == object_:
                yield ((property_, RDF.type, OWL.IrreflexiveProperty),), ((subject, property_, object_),)


@_rule("prp-asyp", "an asymmetric property holds both ways")
def _prp_asyp(axioms: Facts, facts: Facts) -> Found:
    for property_ in axioms.instances(OWL.AsymmetricProperty):
        for subject, object_ in facts.pairs(property_):
            back = (object_, property_, subject)
            if back in facts and subject.n3() <= object_.n3():
                yield ((property_, RDF.type, OWL.AsymmetricProperty),), ((subject, property_, object_), back)


def _both(facts: Facts, left: Node, right: Node) -> Iterator[tuple[Triple, Triple]]:
    for subject, object_ in facts.pairs(left):
        if (subject, right, object_) in facts:
            yield (subject, left, object_), (subject, right, object_)


@_rule("prp-pdw", "two disjoint properties relate the same two individuals")
def _prp_pdw(axioms: Facts, facts: Facts) -> Found:
    for left, right in axioms.pairs(OWL.propertyDisjointWith):
        for pair in _both(facts, left, right):
            yield ((left, OWL.propertyDisjointWith, right),), pair


@_rule("prp-adp", "two members of a list of disjoint properties relate the same two individuals")
def _prp_adp(axioms: Facts, facts: Facts) -> Found:
    for axiom in axioms.instances(OWL.AllDisjointProperties):
        for head in axioms.objects(axiom, OWL.members):
            for left, right in combinations(axioms.members(head), 2):
                for pair in _both(facts, left, right):
                    yield ((left, OWL.propertyDisjointWith, right),), pair


def _negative(axioms: Facts, facts: Facts, target: Node) -> Found:
    for axiom, subject in axioms.pairs(OWL.sourceIndividual):
        for property_ in axioms.objects(axiom, OWL.assertionProperty):
            for object_ in axioms.objects(axiom, target):
                triple = (subject, property_, object_)
                if triple in facts:
                    parts = (
                        (OWL.sourceIndividual, subject),
                        (OWL.assertionProperty, property_),
                        (target, object_),
                    )
                    yield tuple((axiom, predicate, value) for predicate, value in parts), (triple,)


@_rule("prp-npa1", "a triple holds that is said not to hold")
def _prp_npa1(axioms: Facts, facts: Facts) -> Found:
    return _negative(axioms, facts, OWL.targetIndividual)


@_rule("prp-npa2", "a triple holds that is said not to hold")
def _prp_npa2(axioms: Facts, facts: Facts) -> Found:
    return _negative(axioms, facts, OWL.targetValue)


@_rule("cls-nothing2", "an individual is in the empty class")
def _cls_nothing2(_axioms: Facts, facts: Facts) -> Found:
    for individual in facts.instances(OWL.Nothing):
        yield (), ((individual, RDF.type, OWL.Nothing),)


@_rule("cls-com", "an individual is in a class and in its complement")
def _cls_com(axioms: Facts, facts: Facts) -> Found:
    return _shared(axioms, facts, OWL.complementOf)


@_rule("cax-dw", "an individual is in two disjoint classes")
def _cax_dw(axioms: Facts, facts: Facts) -> Found:
    return _shared(axioms, facts, OWL.disjointWith)


def _shared(axioms: Facts, facts: Facts, predicate: Node) -> Found:
    for left, right in axioms.pairs(predicate):
        for triples in _in_both(facts, left, right):
            yield ((left, predicate, right),), triples


def _in_both(facts: Facts, left: Node, right: Node) -> Iterator[tuple[Triple, ...]]:
    for individual in facts.instances(left) & facts.instances(right):
        if not isinstance(individual, Literal):
            yield (individual, RDF.type, left), (individual, RDF.type, right)


@_rule("cax-adc", "an individual is in two members of a list of disjoint classes")
def _cax_adc(axioms: Facts, facts: Facts) -> Found:
    for axiom in axioms.instances(OWL.AllDisjointClasses):
        for head in axioms.objects(axiom, OWL.members):
            for left, right in combinations(axioms.members(head), 2):
                for triples in _in_both(facts, left, right):
                    yield ((left, OWL.disjointWith, right),), triples


def _none_allowed(
    axioms: Facts, facts: Facts, predicate: Node
) -> Iterator[tuple[Node, Node, Node, Node, Node]]:
    """Yield each restriction to no value that is broken: itself, property, number, individual, value."""
    for restriction, number in axioms.pairs(predicate):
        if not isinstance(number, Literal) or number.value != 0:
            continue
        for property_ in axioms.objects(restriction, OWL.onProperty):
            for individual in facts.instances(restriction):
                for value in facts.objects(individual, property_):
                    yield restriction, property_, number, individual, value


@_rule("cls-maxc1", "an individual has a value of a property of which it may have none")
def _cls_maxc1(axioms: Facts, facts: Facts) -> Found:
    for restriction, property_, number, individual, value in _none_allowed(axioms, facts, OWL.maxCardinality):
        axiom = (restriction, OWL.onProperty, property_), (restriction, OWL.maxCardinality, number)
        yield axiom, ((individual, RDF.type, restriction), (individual, property_, value))


def _none_of_class(axioms: Facts, facts: Facts, *, thing: bool) -> Found:
    for restriction, property_, number, individual, value in _none_allowed(
        axioms, facts, OWL.maxQualifiedCardinality
    ):
        for class_ in axioms.objects(restriction, OWL.onClass):
            typed = (value, RDF.type, class_)
            if (class_ == OWL.Thing) is thing and (thing or typed in facts):
                axiom = (
                    (restriction, OWL.onProperty, property_),
                    (restriction, OWL.maxQualifiedCardinality, number),
                )
                triples = (individual, RDF.type, restriction), (individual, property_, value)
                yield axiom, triples if thing else (*triples, typed)


@_rule("cls-maxqc1", "an individual has a value, in a class, of a property of which it may have none")
def _cls_maxqc1(axioms: Facts, facts: Facts) -> Found:
    return _none_of_class(axioms, facts, thing=False)


@_rule("cls-maxqc2", "an individual has a value of a property of which it may have none")
def _cls_maxqc2(axioms: Facts, facts: Facts) -> Found:
    return _none_of_class(axioms, facts, thing=True)


@_rule("dt-not-type", "the form of a literal is not in its datatype")
def _dt_not_type(_axioms: Facts, facts: Facts) -> Found:
    for triple, literal in facts.literals():
        if literal.ill_typed and not _beyond_python(literal) and isinstance(triple[0], URIRef | BNode):
            yield (), (triple,)


def _beyond_python(literal: Literal) -> bool:
    """Tell whether the literal may be a date of a year that Python has no date for (below 1, above 9999)."""
    year = literal.partition("-")[0]
    return literal.startswith("-") or (year.isdigit() and len(year) > 4)


@_rule("dt-type2", "a literal is in a datatype that its own datatype excludes")
def _dt_type2(_axioms: Facts, facts: Facts) -> Found:
    outside = {
        literal: datatype
        for datatype in DATATYPES
        for literal in facts.instances(datatype)
        if isinstance(literal, Literal) and excludes(datatype, literal)
    }
    for triple, literal in facts.literals() if outside else ():
        if literal in outside:
            axiom = (triple[1], RDFS.range, outside[literal])
            if axiom in facts:
                yield (axiom,), (triple,)


@_rule("dt-diff", "two different literals are the same, by a property that has one value at most")
def _dt_diff(axioms: Facts, facts: Facts) -> Found:
    differing = {
        (left, right)
        for left, right in facts.pairs(OWL.sameAs)
        if isinstance(left, Literal)
        and isinstance(right, Literal)
        and _differ(left, right)
        and left.n3() < right.n3()
    }
    for property_ in axioms.instances(OWL.FunctionalProperty) if differing else ():
        for left, right in differing:
            subjects = {s for s, value in facts.pairs(property_) if value == left}
            for subject in (s for s in subjects if (s, property_, right) in facts):
                axiom = (property_, RDF.type, OWL.FunctionalProperty)
                yield (axiom,), ((subject, property_, left), (subject, property_, right))


def _differ(left: Literal, right: Literal) -> bool:
    if left.value is None or right.value is None:
        return False
    return bool(left.value != right.value) or left.language != right.language
