"""Every rule of OWL 2 RL by name: from its premise follows its conclusion, and not what it must not.

A case is a TriG file under rules/ (graphs: premise, conclusion, never) or contradictions/ (premise, axiom, triples).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest
from owlrl import OWLRL_Semantics
from rdflib import Graph, URIRef

from waqia.reasoning import close
from waqia.reasoning.contradictions import RULES
from waqia.reasoning.terms import Triple, quiet_about_literals
from waqia.terms import from_ox

HERE = Path(__file__).parent
DERIVING = sorted((HERE / "rules").glob("*.trig"))
CONTRADICTING = sorted((HERE / "contradictions").glob("*.trig"))

# Tables 4 to 9 of the profile, but for what holds of everything and is not given (eq-ref, cls-thing, cls-nothing1,
# prp-ap, scm-cls, scm-op, scm-dp), and for datatypes, which give no triples.
CONCLUDING = """
eq-sym eq-trans eq-rep-s eq-rep-p eq-rep-o
prp-dom prp-rng prp-fp prp-ifp prp-symp prp-trp prp-spo1 prp-spo2 prp-eqp1 prp-eqp2 prp-inv1 prp-inv2 prp-key
cls-int1 cls-int2 cls-uni cls-svf1 cls-svf2 cls-avf cls-hv1 cls-hv2 cls-maxc2 cls-maxqc3 cls-maxqc4 cls-oo
cax-sco cax-eqc1 cax-eqc2
scm-sco scm-eqc1 scm-eqc2 scm-spo scm-eqp1 scm-eqp2 scm-dom1 scm-dom2 scm-rng1 scm-rng2 scm-hv scm-svf1 scm-svf2
scm-avf1 scm-avf2 scm-int scm-uni
"""
# What owlrl does not see: the last member of a list, and what datatypes exclude.
MISSED_BY_OWLRL = {"eq-diff2", "eq-diff3", "prp-adp", "dt-type2", "dt-diff"}


def _read(path: Path) -> dict[str, set[Triple]]:
    found: dict[str, set[Triple]] = defaultdict(set)
    with quiet_about_literals():
        for quad in ox.parse(path=path, base_iri="http://case/"):
            found[quad.graph_name.value.removeprefix("http://case/")].add(
                (from_ox(quad.subject), from_ox(quad.predicate), from_ox(quad.object))
            )
    return found


def _name(path: Path) -> str:
    return path.stem


def test_no_rule_lacks_a_case() -> None:
    assert sorted(CONCLUDING.split()) == [path.stem for path in DERIVING]
    assert sorted(RULES) == [path.stem for path in CONTRADICTING]


@pytest.mark.parametrize("path", DERIVING, ids=_name)
def test_rule_concludes(path: Path) -> None:
    case = _read(path)
    premise = case["premise"]
    closure = close(premise)
    assert case["conclusion"] <= closure.inferred
    assert closure.inferred.isdisjoint(case["never"])
    assert closure.inferred.isdisjoint(premise)
    assert closure.consistent


@pytest.mark.parametrize("path", CONTRADICTING, ids=_name)
def test_rule_finds_the_contradiction(path: Path) -> None:
    case = _read(path)
    found = close(case["premise"]).inconsistencies
    assert {inconsistency.rule for inconsistency in found} == {path.stem}
    assert {triple for inconsistency in found for triple in inconsistency.axiom} == case["axiom"]
    assert {triple for inconsistency in found for triple in inconsistency.triples} == case["triples"]


@pytest.mark.parametrize("path", CONTRADICTING, ids=_name)
def test_contradictions_of_owlrl_are_found_here_too(path: Path) -> None:
    graph = Graph()
    for triple in _read(path)["premise"]:
        graph.add(triple)
    rules = OWLRL_Semantics(graph, axioms=False, daxioms=False)
    rules.closure()
    assert bool(rules.error_messages) is (path.stem not in MISSED_BY_OWLRL)


@pytest.mark.parametrize("path", CONTRADICTING, ids=_name)
def test_no_error_becomes_a_triple(path: Path) -> None:
    inferred = close(_read(path)["premise"], anonymous=True).inferred
    assert not any("daml.org" in str(term) for triple in inferred for term in triple)
    assert all(isinstance(predicate, URIRef) for _, predicate, _ in inferred)
