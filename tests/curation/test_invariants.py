"""A graph with rulings is as sound as one without, the same in any order, and nothing of an article outlives it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.curation.conftest import HERE, PREFIXES, Rule, Ruled, Told, quote, ruling
from tests.invariants import checks
from tests.templating import read_case

from waqia import pipeline
from waqia.curation import Rulings, read_curation
from waqia.graph import build, load_known, merge
from waqia.graph.serialise import FORMATS, write
from waqia.knowledge import load

BY_SOURCE = quote("a", "سبعة", " ; waqia:saidBy actor:syrian-observatory")
MINISTRY = quote("a", "خمسة") + " ; waqia:slot waqia:casualties ; waqia:value 5"
EVERY = (
    ruling(f"waqia:sameIncident {quote('a', 'سبعة')} , {quote('b', 'نفى')} , {quote('c', 'تجدد')}", "r1"),
    ruling(f"waqia:differentIncident {quote('c', 'تجدد')} , {quote('c', 'وسقطت')}", "r2"),
    ruling(f"waqia:rejects {quote('a', 'واعتُقل')}", "r3"),
    ruling(
        f"waqia:amends {BY_SOURCE} ; waqia:slot waqia:casualties ; waqia:value 7 ; waqia:replacement 9", "r4"
    ),
    ruling(
        f"waqia:amends {BY_SOURCE} ; waqia:slot waqia:occurredAt ; waqia:value place:homs ; "
        "waqia:replacement place:hama",
        "r5",
    ),
    ruling(f"waqia:amends {MINISTRY} ; waqia:replacement 6 ; waqia:saidBy actor:syrian-observatory", "r6"),
    ruling(f"waqia:reviews {quote('a', 'سبعة')} ; waqia:reviewStatus waqia:Verified", "r7"),
    ruling(f"waqia:rejects {quote('c', 'وتحدث شهود', ' ; waqia:kind waqia:Shelling')}", "r8"),
    ruling(f"waqia:rejects {quote('b', 'نفى')} ; waqia:slot waqia:rank", "r9"),
)


@pytest.fixture
def after(rule: Rule) -> Ruled:
    return rule(*EVERY)


def test_everything_is_found(after: Ruled) -> None:
    assert after.problems == ()


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_the_invariants_hold(after: Ruled, check: checks.Check) -> None:
    assert list(check(after.data)) == []


def test_it_conforms_to_the_shapes_with_all_that_follows(after: Ruled) -> None:
    closed, closure = pipeline.reason(after.data)
    assert closure.consistent
    assert list(checks.conforms_to_shapes(closed)) == []
    assert list(checks.terms_are_defined(after.data)) == []


def test_no_overruled_triple_is_a_fact_of_its_claim(after: Ruled) -> None:
    overruled = {triple for _, triple in checks.overruled_triples(after.data)}
    assert len(overruled) > 20
    counts = {t.subject for t in overruled if t.predicate.value.endswith("#minimum")}
    assert {t for t in after.data.default if t.subject in counts} == set()


def test_quotes_are_in_the_text(after: Ruled) -> None:
    articles, _ = read_case(HERE / "articles.json")
    assert list(checks.quotes_reproduce(after.data, {each.id: each.text for each in articles})) == []


def test_order_does_not_count(rule: Rule, after: Ruled, tmp_path: Path) -> None:
    expected = {name: write(after.data, name) for name in FORMATS}
    shuffled = random.Random(4).sample(EVERY, len(EVERY))  # noqa: S311 (an order, no secret)
    assert {name: write(rule(*shuffled, order=-1).data, name) for name in FORMATS} == expected
    files = [tmp_path / f"{n}.ttl" for n in range(2)]
    for file, rulings in zip(files, (EVERY[::2], EVERY[1::2]), strict=True):
        file.write_text(PREFIXES + "".join(rulings), encoding="utf-8")
    articles, templates = read_case(HERE / "articles.json")
    for order in (files, files[::-1]):
        ruled = Rulings(read_curation(order))
        data = build(articles, templates, load(), known=load_known(), rule=ruled)
        assert write(data, "nq") == expected["nq"]


def test_adding_gives_what_building_together_gives(after: Ruled, tmp_path: Path) -> None:
    articles, templates = read_case(HERE / "articles.json")
    ruled = Rulings(read_curation([tmp_path / "rulings.ttl"]))
    single = [
        build([article], [each], load(), rule=ruled)
        for article, each in zip(articles, templates, strict=True)
    ]
    for order in (single, single[::-1]):
        assert write(merge(order, known=load_known(), rule=ruled), "nq") == write(after.data, "nq")


@pytest.mark.parametrize("gone", ["a", "b", "c"])
def test_an_article_leaves_nothing_behind(rule: Rule, told: Told, gone: str) -> None:
    after = rule(*EVERY, without=[gone])
    assert any(f"in article {gone}: this article is not among those built" in each for each in after.problems)
    name = told.parts[gone].node.value.rpartition("/")[2]
    assert not [
        t for graph in (after.data.default, *after.data.graphs.values()) for t in graph if name in str(t)
    ]
    assert [problem for check in checks.CHECKS for problem in check(after.data)] == []


def test_no_rulings_change_nothing(rule: Rule) -> None:
    articles, templates = read_case(HERE / "articles.json")
    assert write(rule().data, "nq") == write(build(articles, templates, load(), known=load_known()), "nq")
