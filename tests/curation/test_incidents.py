"""Rulings on which tellings are of one happening."""

from __future__ import annotations

import pytest
from tests.curation.conftest import Rule, Told, quote, ruling

from waqia.errors import ContradictoryRulings


def test_tellings_ruled_to_be_of_one_happening_are(rule: Rule, told: Told) -> None:
    one, other = told.telling("a"), told.telling("c")
    before = rule()
    assert before.happening(one) != before.happening(other)
    after = rule(ruling(f"waqia:sameIncident <{one.node.value}> , <{other.node.value}>"))
    assert after.happening(one) == after.happening(other)
    assert after.problems == ()


def test_tellings_of_one_article_can_be_ruled_to_be_of_one_happening(rule: Rule, told: Told) -> None:
    one, other = told.telling("c"), told.telling("c", 1)
    after = rule(ruling(f"waqia:sameIncident <{one.node.value}> , <{other.node.value}>"))
    assert after.happening(one) == after.happening(other)


def test_tellings_ruled_to_be_of_two_happenings_are(rule: Rule, told: Told) -> None:
    one, other = told.telling("a"), told.telling("b")
    same = ruling(f"waqia:sameIncident <{one.node.value}> , <{other.node.value}>")
    apart = ruling(f"waqia:differentIncident <{one.node.value}> , <{other.node.value}>")
    assert rule(same).happening(one) == rule(same).happening(other)
    after = rule(apart)
    assert after.happening(one) != after.happening(other)


def test_a_telling_can_be_named_by_its_words(rule: Rule, told: Told) -> None:
    named = f"waqia:sameIncident {quote('a', 'سبعة أشخاص')} , {quote('c', 'القصف على ريف')}"
    after = rule(ruling(named))
    assert after.problems == ()
    assert after.happening(told.telling("a")) == after.happening(told.telling("c"))


def test_an_article_can_be_named_by_its_iri(rule: Rule, told: Told) -> None:
    article = told.parts["a"].node.value
    named = f'waqia:sameIncident [ oa:hasSource <{article}> ; oa:exact "سبعة" ] , {quote("c", "تجدد")}'
    assert rule(ruling(named)).problems == ()


def test_words_outside_of_the_first_passage_name_the_telling_too(rule: Rule, told: Told) -> None:
    after = rule(ruling(f"waqia:sameIncident {quote('a', 'دوار الشهداء')} , {quote('c', 'تجدد')}"))
    assert after.happening(told.telling("a")) == after.happening(told.telling("c"))


def test_what_stands_around_words_tells_two_places_apart(rule: Rule) -> None:
    unclear = rule(ruling(f"waqia:reviews {quote('c', 'قذائف قرب')} ; waqia:reviewStatus waqia:Reviewed"))
    assert "the words stand there 2 times; add oa:prefix or oa:suffix" in unclear.problems[0]
    clear = quote("c", "قذائف قرب", ' ; oa:prefix "وسقطت "')
    assert rule(ruling(f"waqia:reviews {clear} ; waqia:reviewStatus waqia:Reviewed")).problems == ()


@pytest.mark.parametrize(
    ("thing", "problem"),
    [
        (quote("z", "سبعة"), "«سبعة» in article z: this article is not among those built"),
        (quote("a", "ثمانية"), "«ثمانية» in article a: the article has no such words"),
        (quote("b", "الهدوء"), "«الهدوء» in article b: the nearest things told are: "),
        (quote("a", "سبعة", " ; waqia:kind waqia:Arrest"), "the nearest things told are: "),
        ("telling:nobody-123.0-9.1", "telling/nobody-123.0-9.1 is not there, nor is its article"),
        ("<https://elsewhere.example/x>", "elsewhere.example/x is not there, nor is its article"),
    ],
)
def test_what_is_not_there_is_said_and_the_rest_is_built(rule: Rule, thing: str, problem: str) -> None:
    after = rule(ruling(f"waqia:sameIncident {thing} , {quote('c', 'تجدد')} , {quote('a', 'طفلان')}"))
    (found,) = after.problems
    assert problem in found
    assert "rulings.ttl:14: <https://w3id.org/waqia/id/ruling/r1>: " in found
    assert len({t for t in after.data.default if "ruling/r1" in t.subject.value}) > 3, (
        "the other two are joined"
    )


def test_a_telling_that_is_gone_is_said_with_what_its_article_tells_there(rule: Rule, told: Told) -> None:
    gone = told.telling("a").node.value.replace("a.0-", "a.1-").rpartition(".")[0] + ".7"
    after = rule(ruling(f"waqia:sameIncident <{gone}> , {quote('c', 'تجدد')}"))
    (found,) = after.problems
    assert f"{gone} is not there; article a ({told.parts['a'].node.value}) is" in found
    assert f"the nearest things told are: {told.telling('a').node.value} «أفاد المرصد" in found
    assert not after.data.named("curation")


def test_one_thing_named_twice_is_said(rule: Rule) -> None:
    after = rule(ruling(f"waqia:differentIncident {quote('a', 'سبعة')} , {quote('a', 'طفلان')}"))
    assert "names one thing twice" in after.problems[0]


def test_same_and_not_the_same_is_refused_with_both_names(rule: Rule) -> None:
    pair = f"{quote('a', 'سبعة')} , {quote('c', 'تجدد')}"
    with pytest.raises(
        ContradictoryRulings, match=r"ruling/r1> \(.*:14\) and .*ruling/r2> \(.*:16\)"
    ) as raised:
        rule(ruling(f"waqia:sameIncident {pair}"), ruling(f"waqia:differentIncident {pair}", "r2"))
    assert raised.value.line == 16


def test_same_by_way_of_a_third_is_refused_with_all_names(rule: Rule) -> None:
    a, b, c = quote("a", "سبعة"), quote("b", "نفى"), quote("c", "تجدد")
    with pytest.raises(ContradictoryRulings, match=r"r2> .* and .*r1> .* and .*r3> "):
        rule(
            ruling(f"waqia:sameIncident {a} , {b}", "r1"),
            ruling(f"waqia:sameIncident {b} , {c}", "r2"),
            ruling(f"waqia:differentIncident {a} , {c}", "r3"),
        )


def test_same_beside_another_that_is_not_is_no_contradiction(rule: Rule, told: Told) -> None:
    a, b, c = quote("a", "سبعة"), quote("b", "نفى"), quote("c", "تجدد")
    after = rule(
        ruling(f"waqia:sameIncident {a} , {b}", "r1"), ruling(f"waqia:differentIncident {a} , {c}", "r2")
    )
    assert after.happening(told.telling("a")) == after.happening(told.telling("b"))
    assert after.happening(told.telling("a")) != after.happening(told.telling("c"))
