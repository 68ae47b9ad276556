"""What is wrong in a curation file is said with file and line, and what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.curation.conftest import MADE, PREFIXES, ruling

from waqia.curation import Act, Passage, read_curation
from waqia.errors import BadCuration

PAIR = "waqia:sameIncident telling:a.0-9.1 , telling:b.0-9.1"
LINE = PREFIXES.count("\n") + 1


def write(folder: Path, text: str, name: str = "rulings.ttl") -> Path:
    file = folder / name
    file.write_text(PREFIXES + text, encoding="utf-8")
    return file


def test_a_ruling_says_who_ruled_what_when_and_why(tmp_path: Path) -> None:
    file = write(tmp_path, ruling(PAIR))
    (found,) = read_curation([file]).rulings
    assert found.iri.value == "https://w3id.org/waqia/id/ruling/r1"
    assert found.act is Act.SAME_INCIDENT
    assert [str(thing) for thing in found.things] == [
        f"<https://w3id.org/waqia/id/telling/{name}.0-9.1>" for name in "ab"
    ]
    assert (found.curator.names[0].value, found.day.isoformat()) == ("هدى", "2026-03-31")
    assert [text.value for text in found.why] == ["هكذا تقول الجملة"]
    assert (found.file, found.line) == (file, LINE)


def test_a_ruling_may_have_an_iri_of_its_own(tmp_path: Path) -> None:
    file = write(tmp_path, "@prefix : <https://huda.example/#> .\n" + ruling(PAIR).replace("<r1>", ":homs-1"))
    (found,) = read_curation([file]).rulings
    assert (found.iri.value, found.line) == ("https://huda.example/#homs-1", LINE + 1)


def test_names_stand_under_the_base_of_the_graph(tmp_path: Path) -> None:
    (found,) = read_curation([write(tmp_path, ruling(PAIR))], base="https://example.org/").rulings
    assert found.iri.value == "https://example.org/ruling/r1"


def test_a_passage_names_its_article_and_words(tmp_path: Path) -> None:
    passage = (
        '[ oa:hasSource "a" ; oa:exact "قصف" ; oa:prefix "ثم " ; oa:suffix "." ; waqia:kind waqia:Shelling ]'
    )
    (found,) = read_curation([write(tmp_path, ruling(f"waqia:rejects {passage}"))]).rulings
    (thing,) = found.things
    assert isinstance(thing, Passage)
    assert (thing.article, thing.exact, thing.before, thing.after) == ("a", "قصف", "ثم ", ".")
    assert thing.kind is not None
    assert str(thing) == "«قصف» in article a"


def test_no_file_and_an_empty_one_rule_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").write_text("")
    assert read_curation([]) == read_curation([tmp_path / "empty.ttl"])
    assert read_curation([]).rulings == ()


def test_files_are_read_in_any_order_and_given_twice_count_once(tmp_path: Path) -> None:
    one = write(tmp_path, ruling(PAIR, "r1"), "one.ttl")
    other = write(tmp_path, ruling(PAIR, "r0") + ruling(PAIR, "r1"), "other.ttl")
    assert read_curation([one, other]) == read_curation([other, one, other])
    assert [each.iri.value[-2:] for each in read_curation([one, other]).rulings] == ["r0", "r1"]


def test_two_rulings_of_one_name_are_refused(tmp_path: Path) -> None:
    one = write(tmp_path, ruling(PAIR), "one.ttl")
    other = write(tmp_path, ruling(PAIR.replace("same", "different")), "other.ttl")
    with pytest.raises(
        BadCuration, match=r"ruling/r1 is another ruling in .*one.ttl: give it a name of its own"
    ):
        read_curation([other, one])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ruling(PAIR).replace("prov:wasAttributedTo <https://orcid.example/huda> ;", ""), "does not say who rules"),
        (ruling(PAIR).replace("orcid.example/huda", "orcid.example/ali"), "who has no Arabic name: add"),
        (ruling(PAIR).replace('dcterms:created "2026-03-31"^^xsd:date ;', ""), "does not say when it was made"),
        (ruling(PAIR).replace("2026-03-31", "31/3/2026"), 'write "2026-03-31"\\^\\^xsd:date'),
        (ruling(PAIR).replace("; rdfs:comment", "; rdfs:seeAlso"), "does not say why: add rdfs:comment"),
        (ruling(PAIR).replace("هكذا تقول الجملة", " "), "does not say why"),
        (ruling("rdfs:seeAlso <x>"), "rules nothing: give it one of waqia:sameIncident"),
        (ruling(f"{PAIR} ; waqia:rejects claim:a.b"), "make a ruling of each"),
        (ruling("waqia:sameIncident telling:a.0-9.1"), "with one thing: name two or more"),
        (ruling(PAIR).replace("sameIncident", "sameincident"), "waqia:sameincident, which a ruling|rules nothing"),
        (ruling(f"{PAIR} ; waqia:slot waqia:kind"), "has waqia:slot, which a ruling with waqia:sameIncident has not"),
        (ruling(PAIR.replace("telling:a", "claim:a")), "with a claim: it takes a telling"),
        (ruling("waqia:rejects <https://w3id.org/waqia/id/happening/a>"), "changes with its tellings: name a telling"),
        (ruling('waqia:rejects "a"'), "name it by its IRI"),
        (ruling('waqia:samePerson [ oa:exact "س" ] , actor:x'), "name it by its IRI"),
        (ruling('waqia:rejects [ oa:exact "قصف" ]'), "without its article"),
        (ruling('waqia:rejects [ oa:hasSource "a" ]'), "or its words"),
        (ruling('waqia:rejects [ oa:hasSource "a" ; oa:exact "قصف" ; oa:start 3 ]'), "oa:start, which a passage"),
        (ruling('waqia:rejects [ oa:hasSource "a" ; oa:exact "قصف" , "رمى" ]'), "has oa:exact 2 times: give it once"),
        (ruling("waqia:rejects claim:a.b ; waqia:slot waqia:nonsense"), "nonsense, which the ontology lacks"),
        (ruling('waqia:rejects claim:a.b ; waqia:slot "kind"'), "which is no IRI"),
        (ruling("waqia:rejects claim:a.b ; waqia:value 3"), "waqia:value without waqia:slot"),
        (ruling("waqia:rejects <https://w3id.org/waqia/id/statement/a> ; waqia:slot waqia:kind"), "is a slot already"),
        (ruling("waqia:amends claim:a.b ; waqia:slot waqia:kind"), "without saying to what: add waqia:replacement"),
        (ruling("waqia:amends claim:a.b ; waqia:replacement 3"), "amends a slot to a value"),
        (
            ruling("waqia:amends claim:a.b ; waqia:slot waqia:kind ; waqia:replacement [ waqia:saidBy actor:x ]"),
            "or a claim to another source",
        ),
        (
            ruling("waqia:amends claim:a.b ; waqia:replacement [ waqia:stance waqia:Stated ]"),
            "the stance Stated and the certainty None, of which one is none",
        ),
        (
            ruling("waqia:amends claim:a.b ; waqia:saidBy actor:x ; waqia:replacement [ waqia:saidBy actor:x ]"),
            "put it inside",
        ),
        (ruling("waqia:reviews claim:a.b"), "reviews without a status"),
        (ruling("waqia:reviews claim:a.b ; waqia:reviewStatus waqia:Stated"), "it is one of waqia:Unreviewed"),
        (f"<r1> {PAIR} ;{MADE}", "is no ruling: add 'a waqia:Ruling'"),
        ("<https://huda.example/x> a waqia:City .", "has no Arabic name"),
        (f'{ruling(PAIR)}<https://huda.example/x> rdfs:label "س"@ar ; waqia:partOf [] .', "name what it leads to"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadCuration, match=message) as raised:
        read_curation([write(tmp_path, text)])
    assert raised.value.file == str(tmp_path / "rulings.ttl")
    assert raised.value.line in (LINE, LINE + 2)


def test_a_ruling_without_a_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        BadCuration, match=r"rulings.ttl: has a ruling without a name: write <name> a waqia:Ruling"
    ):
        read_curation([write(tmp_path, f"[] a waqia:Ruling ; {PAIR} ;{MADE}")])


def test_broken_turtle_is_said_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadCuration) as raised:
        read_curation([write(tmp_path, "<r1> a waqia:Ruling waqia:Ruling .")])
    assert (raised.value.line, raised.value.code) == (LINE, "curation-bad")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadCuration, match=r"none.ttl: cannot be read"):
        read_curation([tmp_path / "none.ttl"])
