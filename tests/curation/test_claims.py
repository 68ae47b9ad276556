"""Rulings on claims and their slots: what is rejected is no fact, what is amended stands in another name."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import NamedNode
from tests.curation.conftest import HERE, Rule, Told, quote, ruling
from tests.invariants import checks
from tests.templating import read_case

from waqia import pipeline
from waqia.errors import BadCuration, ContradictoryRulings
from waqia.graph.namespaces import BASE, PROV, TYPE, waqia

HUDA = NamedNode("https://orcid.example/huda")
HOMS, HAMA = (NamedNode(f"{BASE}place/{name}") for name in ("homs", "hama"))
SOHR = NamedNode(f"{BASE}actor/syrian-observatory")
TOLD_BY_SOHR = quote("a", "سبعة", " ; waqia:saidBy actor:syrian-observatory")


def slot(name: str, value: str, replacement: str = "", *, of: str = TOLD_BY_SOHR, more: str = "") -> str:
    """Return what a ruling on a slot says."""
    act = f"waqia:amends {of} ; waqia:replacement {replacement}" if replacement else f"waqia:rejects {of}"
    return f"{act} ; waqia:slot waqia:{name} ; waqia:value {value}{more}"


def test_a_rejected_claim_is_quoted_and_no_fact(rule: Rule, told: Told) -> None:
    claim = told.claim("a", "أفاد المرصد")
    after = rule(ruling(f"waqia:rejects <{claim.node.value}>"))
    assert after.problems == ()
    assert after.numbers("minimum") == ["3", "5"]
    assert HOMS not in after.facts("occurredAt")
    assert after.data.graphs[claim.node] == frozenset(claim.triples)
    assert after.all(claim.node, "overruledBy") == {NamedNode(f"{BASE}ruling/r1")}
    assert not after.all(claim.node, "says")
    assert len(after.all(claim.node, "overruledStatement")) == len(claim.triples)


def test_a_claim_can_be_named_by_its_words_and_source(rule: Rule) -> None:
    assert rule(ruling(f"waqia:rejects {TOLD_BY_SOHR}")).numbers("minimum") == ["3", "5"]


def test_a_source_that_says_nothing_there_is_said(rule: Rule) -> None:
    after = rule(ruling(f"waqia:rejects {quote('a', 'سبعة', ' ; waqia:saidBy actor:isis')}"))
    assert "isis says 0 claims there; name one of https" in after.problems[0]


def test_the_rejection_of_all_that_assert_leaves_what_is_denied(rule: Rule, told: Told) -> None:
    one, other = told.telling("a"), told.telling("b")
    same = ruling(f"waqia:sameIncident <{one.node.value}> , <{other.node.value}>", "r2")
    assert waqia("ContestedEvent") in rule(same).all(rule(same).happening(other), TYPE)
    after = rule(same, ruling(f"waqia:rejects <{one.node.value}>"))
    assert after.all(after.happening(other), TYPE) == {waqia("Unrealized")}
    assert "names a telling" not in "".join(after.problems)


def test_a_rejected_telling_is_of_no_happening(rule: Rule, told: Told) -> None:
    node = told.telling("a", 1).node
    after = rule(ruling(f"waqia:rejects <{node.value}>"))
    assert after.all(node, "tellingOf") == set()
    assert after.all(node, TYPE) == {waqia("RejectedTelling")}
    assert waqia("Arrest") not in {t.object for t in after.data.default if t.predicate == TYPE}
    assert after.data.happenings.keys() == rule().data.happenings.keys() - {("a", 1)}


def test_a_telling_whose_claims_are_rejected_one_by_one_is_none(rule: Rule, told: Told) -> None:
    claims = [claim.node.value for claim in told.telling("a").claims]
    after = rule(*(ruling(f"waqia:rejects <{iri}>", f"r{n}") for n, iri in enumerate(claims)))
    assert after.all(told.telling("a").node, TYPE) == {waqia("RejectedTelling")}


def test_a_rejected_slot_is_no_fact_and_the_others_are(rule: Rule, told: Told) -> None:
    after = rule(ruling(slot("occurredAt", "place:homs")))
    claim = told.claim("a", "أفاد المرصد").node
    assert after.problems == ()
    assert HOMS not in after.facts("occurredAt")
    assert after.numbers("minimum") == ["2", "3", "5", "7"]
    (overruled,) = after.all(claim, "overruledStatement")
    assert overruled not in after.all(claim, "says")
    (act,) = (t for t in after.data.default if t.predicate == waqia("rejects"))
    assert act.object == overruled
    assert after.all(act.subject, "ofClaim") == {claim}


def test_a_slot_can_be_rejected_by_its_statement(rule: Rule, told: Told) -> None:
    claim = told.claim("a", "أفاد المرصد")
    place = next(t for t in claim.triples if t.object == HOMS)
    data = rule().data
    statement = next(
        t.subject
        for t in data.default
        if t.predicate.value.endswith("#object")
        and t.object == HOMS
        and (t.subject, waqia("occurredAt")) in {(u.subject, u.object) for u in data.default}
        and any(u.object == t.subject for u in data.default if u.subject == claim.node)
    )
    assert place.object == HOMS
    assert HOMS not in rule(ruling(f"waqia:rejects <{statement.value}>")).facts("occurredAt")


def test_a_rejected_figure_takes_its_parts_with_it(rule: Rule) -> None:
    assert rule(ruling(slot("casualties", "7"))).numbers("minimum") == ["3", "5"]
    assert rule(ruling(slot("minimum", "7"))).numbers("minimum") == ["3", "5"]
    assert rule(ruling(slot("casualties", "2"))).numbers("minimum") == ["3", "5", "7"]


def test_a_detail_of_a_figure_can_be_rejected(rule: Rule) -> None:
    after = rule(ruling(slot("victimKind", "waqia:Child")))
    assert not after.facts("victimKind")
    assert after.numbers("minimum") == ["2", "3", "5", "7"]


def test_a_rejected_date_dates_nothing(rule: Rule, told: Told) -> None:
    happening = rule().happening(told.telling("a"))
    assert {str(day) for day in rule().all(happening, "earliest")} != set()
    assert rule(ruling(slot("statedDate", '"2017-03-04"'))).all(happening, "earliest") == set()


def test_an_amended_place_stands_in_the_name_of_the_curator(rule: Rule, told: Told) -> None:
    after = rule(ruling(slot("occurredAt", "place:homs", "place:hama")))
    claim = told.claim("a", "أفاد المرصد").node
    happening = after.happening(told.telling("a"))
    assert HAMA in after.all(happening, "occurredAt")
    assert HOMS not in after.all(happening, "occurredAt")
    (revision,) = (t.subject for t in after.data.default if t.predicate == waqia("byRuling"))
    assert after.all(revision, NamedNode(PROV + "wasRevisionOf")) == {claim}
    assert after.all(revision, "saidBy") == {HUDA}
    assert after.all(revision, "evidence") == after.all(claim, "evidence")
    assert after.all(revision, "stance") == {waqia("Asserts")}
    assert isinstance(revision, NamedNode)
    assert [t.object for t in after.data.graphs[revision]] == [HAMA]
    assert {t.subject for t in after.data.named("knowledge")} >= {HAMA}, "what it names is described"


def test_an_amendment_may_say_that_the_source_said_so(rule: Rule) -> None:
    after = rule(
        ruling(
            slot("occurredAt", "place:homs", "place:hama", more=" ; waqia:saidBy actor:syrian-observatory")
        )
    )
    (revision,) = (t.subject for t in after.data.default if t.predicate == waqia("byRuling"))
    assert after.all(revision, "saidBy") == {SOHR}
    assert after.all(revision, NamedNode(PROV + "wasAttributedTo")) == {HUDA}


def test_an_amended_figure_keeps_its_parts(rule: Rule) -> None:
    after = rule(ruling(slot("casualties", "7", "9")))
    assert after.problems == ()
    assert after.numbers("minimum") == ["2", "3", "5", "9"]
    assert after.numbers("maximum") == ["2", "3", "5", "9"]
    (part,) = (t for t in after.data.default if t.predicate == waqia("includedIn"))
    (nine,) = (
        t.subject for t in after.data.default if t.predicate == waqia("minimum") and str(t.object)[1] == "9"
    )
    assert part.object == nine
    assert after.all(nine, "saidBy") == after.all(part.subject, "saidBy") == {HUDA}
    assert {str(words) for words in after.all(nine, "words")} == {'"سبعة أشخاص"'}


def test_an_amended_part_stays_part_of_the_whole(rule: Rule) -> None:
    after = rule(ruling(slot("casualties", "2", "4")))
    assert after.numbers("minimum") == ["3", "4", "5", "7"]
    (part,) = (t for t in after.data.default if t.predicate == waqia("includedIn"))
    assert after.all(part.object, "saidBy") == {SOHR}


def test_both_bounds_of_a_figure_are_amended_together(rule: Rule) -> None:
    after = rule(ruling(slot("minimum", "7", "8"), "r1"), ruling(slot("maximum", "7", "10"), "r2"))
    assert after.numbers("minimum") == ["2", "3", "5", "8"]
    assert after.numbers("maximum") == ["10", "2", "3", "5"]


def test_amended_figures_agree_where_the_read_ones_did_not(rule: Rule) -> None:
    assert rule().facts("disagreesWith")
    assert not rule(ruling(slot("casualties", "7", "5"))).facts("disagreesWith")
    assert not rule(ruling(slot("casualties", "7"))).facts("disagreesWith")
    assert rule(ruling(slot("casualties", "7", "9"))).facts("disagreesWith")


def test_an_amended_date_dates_the_happening(rule: Rule, told: Told) -> None:
    after = rule(ruling(slot("statedDate", '"2017-03-04"', '"2017-02"')))
    happening = after.happening(told.telling("a"))
    assert {day.value for day in after.all(happening, "earliest")} == {"2017-02-01"}
    assert {day.value for day in after.all(happening, "latest")} == {"2017-02-28"}


def test_an_amended_kind_is_the_class_of_the_event(rule: Rule, told: Told) -> None:
    kind = f"waqia:amends <{told.telling('a', 1).node.value}> ; waqia:slot waqia:kind ; waqia:replacement waqia:Raid"
    after = rule(ruling(kind))
    assert after.all(after.happening(told.telling("a", 1)), TYPE) == {waqia("Event"), waqia("Raid")}


def test_a_slot_of_a_telling_is_amended_in_every_claim_that_says_it(rule: Rule, told: Told) -> None:
    telling = f"<{told.telling('a').node.value}>"
    kind = "waqia:slot waqia:kind ; waqia:replacement waqia:MissileStrike"
    after = rule(ruling(f"waqia:amends {telling} ; {kind}"))
    assert after.all(after.happening(told.telling("a")), TYPE) == {waqia("Event"), waqia("MissileStrike")}
    assert len([t for t in after.data.default if t.predicate == waqia("byRuling")]) == 2


def test_a_rank_can_be_amended_and_keeps_its_form(rule: Rule, told: Told) -> None:
    claim, rank = told.claim("b", "نفى").node, 'waqia:slot waqia:rank ; waqia:replacement "اللواء"@ar'
    after = rule(ruling(f"waqia:amends <{claim.value}> ; {rank}"))
    says = {
        str(t.object) for graph in after.data.graphs.values() for t in graph if t.predicate == waqia("rank")
    }
    assert says == {'"اللواء"', '"العميد"'}
    assert after.problems == ()


def test_a_claim_can_be_attributed_to_another(rule: Rule, told: Told) -> None:
    claim = told.claim("a", "وتحدثت الوزارة")
    after = rule(
        ruling(
            f"waqia:amends <{claim.node.value}> ; waqia:replacement [ waqia:saidBy actor:syrian-observatory ]"
        )
    )
    counts = {
        t.subject for t in after.data.default if t.predicate == waqia("minimum") and "5" in str(t.object)[:3]
    }
    assert [after.all(count, "saidBy") for count in counts] == [{SOHR}]
    assert after.all(claim.node, "overruledBy")
    assert after.numbers("minimum") == ["2", "3", "5", "7"]


def test_a_report_can_be_made_a_denial(rule: Rule, told: Told) -> None:
    claim = told.claim("a", "وتحدثت الوزارة")
    denied = f"waqia:amends <{claim.node.value}> ; waqia:replacement [ waqia:stance waqia:Denies ]"
    after = rule(ruling(denied))
    assert after.numbers("minimum") == ["2", "3", "7"]
    assert waqia("ContestedEvent") in after.all(after.happening(told.telling("a")), TYPE)


def test_what_a_file_describes_can_be_put_into_a_slot(rule: Rule, told: Told) -> None:
    own = '<https://huda.example/square> a waqia:Neighbourhood ; rdfs:label "ساحة الساعة"@ar .\n'
    put = ruling(slot("occurredAt", "place:homs", "<https://huda.example/square>"))
    after = rule(own, put)
    assert NamedNode("https://huda.example/square") in after.all(
        after.happening(told.telling("a")), "occurredAt"
    )
    assert list(checks.conforms_to_shapes(after.data)) == []
    (problem,) = rule(put).problems
    assert "nobody knows https://huda.example/square: give it a class and a name in the file" in problem


@pytest.mark.parametrize(
    ("what", "problem"),
    [
        (slot("occurredAt", "place:hama"), "none of its claims says waqia:occurredAt"),
        (
            f"waqia:rejects {quote('a', 'سبعة')} ; waqia:slot waqia:occurredAt",
            "give the waqia:value that is meant",
        ),
        (f"waqia:rejects {TOLD_BY_SOHR} ; waqia:slot waqia:minimum", "give the waqia:value that is meant"),
        (slot("kind", "waqia:Shelling"), "a claim without its waqia:kind says nothing"),
        ("waqia:rejects <https://w3id.org/waqia/id/statement/0>", "no claim says this"),
        ("waqia:rejects claim:gone-1.0a1b", "claim/gone-1.0a1b is not there, nor is its article"),
    ],
)
def test_a_slot_that_is_not_there_is_said(rule: Rule, what: str, problem: str) -> None:
    after = rule(ruling(what))
    assert problem in "".join(after.problems)
    assert after.numbers("minimum") == ["2", "3", "5", "7"]


def test_a_claim_that_is_gone_is_said_with_its_article(rule: Rule, told: Told) -> None:
    gone = told.claim("a", "أفاد").node.value.rpartition(".")[0] + ".000000000000"
    (problem,) = rule(ruling(f"waqia:rejects <{gone}>")).problems
    assert "article a (" in problem
    assert "name the claim by its words (oa:hasSource, oa:exact, waqia:saidBy)" in problem


@pytest.mark.parametrize(
    ("name", "value", "replacement", "message"),
    [
        ("casualties", "7", "place:hama", "write a number"),
        ("minimum", "7", '"ثمانية"', "in the place of a number"),
        ("victimKind", "waqia:Child", "waqia:Killed", "of another sort"),
        ("occurredAt", "place:homs", "waqia:Child", "of another sort"),
        ("kind", "waqia:Shelling", "place:hama", "of another sort"),
        ("statedDate", '"2017-03-04"', '"أمس"', "in the place of a date"),
        ("statedDate", '"2017-03-04"', '"2017-02-30"', "in the place of a date"),
        ("occurredAt", "place:homs", '"حماة"@ar', "is a name"),
    ],
)
def test_a_replacement_that_is_no_value_is_refused(
    rule: Rule, name: str, value: str, replacement: str, message: str
) -> None:
    with pytest.raises(BadCuration, match=rf"rulings.ttl:14: .*{message}"):
        rule(ruling(slot(name, value, replacement)))


def test_an_amended_estimate_is_true_or_false(rule: Rule) -> None:
    about = f"waqia:amends {quote('a', 'واعتُقل')} ; waqia:slot waqia:approximate ; waqia:replacement"
    assert "true" in rule(ruling(f"{about} true")).numbers("approximate")
    with pytest.raises(BadCuration, match="write true or false"):
        rule(ruling(f'{about} "نعم"'))


OTHER = '<https://orcid.example/ali> rdfs:label "علي"@ar .\n'
BY_ALI = ' prov:wasAttributedTo <https://orcid.example/ali> ; dcterms:created "2026-04-01" ; rdfs:comment "خطأ" .\n'


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (
            slot("occurredAt", "place:homs"),
            slot("occurredAt", "place:homs", "place:hama"),
            "do different things",
        ),
        (
            slot("occurredAt", "place:homs", "place:hama"),
            slot("occurredAt", "place:homs", "place:aleppo"),
            "do different things",
        ),
        (
            f"waqia:rejects {TOLD_BY_SOHR}",
            slot("occurredAt", "place:homs", "place:hama"),
            "do different things",
        ),
        (
            f"waqia:rejects {quote('a', 'سبعة')}",
            f"waqia:amends {TOLD_BY_SOHR} ; waqia:replacement [ waqia:stance waqia:Denies ]",
            "do different things",
        ),
        (slot("casualties", "7"), slot("casualties", "7", "9"), "do different things"),
        (slot("minimum", "7", "8"), slot("casualties", "2", "1"), "amend one figure in different names"),
    ],
)
def test_rulings_that_cannot_both_be_followed_are_refused(
    rule: Rule, one: str, other: str, what: str
) -> None:
    with pytest.raises(ContradictoryRulings, match=rf"r1> .*r2> .*{what}"):
        rule(OTHER, ruling(one, "r1"), f"<r2> a waqia:Ruling ; {other} ;{BY_ALI}")


def test_two_who_reject_the_same_agree(rule: Rule) -> None:
    after = rule(ruling(f"waqia:rejects {TOLD_BY_SOHR}", "r1"), ruling(slot("casualties", "7"), "r2"))
    assert after.numbers("minimum") == ["3", "5"]


def test_a_rejected_telling_is_not_exported_as_an_event(rule: Rule) -> None:
    articles, templates = read_case(HERE / "articles.json")
    data = rule(ruling(f"waqia:rejects {quote('a', 'واعتُقل')}")).data
    built = pipeline.Built(tuple(articles), tuple(templates), *pipeline.reason(data))
    lines = b"".join(pipeline.content(built, "events")).decode().splitlines()
    assert [[event["type"] for event in json.loads(line)["events"]] for line in lines] == [
        ["Shelling"],
        ["Shelling"],
        ["Shelling", "Shelling"],
    ]
