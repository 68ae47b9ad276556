"""The lexicon: which written forms are read as which entries."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Namespace

from waqia import knowledge
from waqia.arabic.folding import fold
from waqia.errors import BadOntology
from waqia.extraction import lexicon
from waqia.extraction.lexicon import Lexicon
from waqia.resources import ONTOLOGY


def _listed() -> dict[str, list[str]]:
    """The verbal nouns and plurals that the file lists, by entry; those of collocations are their words' own."""
    graph = Graph().parse(ONTOLOGY / "lexicon.ttl", format="turtle")
    lex = Namespace(lexicon.LEX)
    found: dict[str, list[str]] = {}
    for predicate in (lex.verbalNoun, lex.plural):
        for subject, form in graph.subject_objects(predicate):
            found.setdefault(str(subject).removeprefix(lexicon.LEX), []).append(str(form))
    return found


LISTED = _listed()


@pytest.fixture(scope="module")
def entries() -> Lexicon:
    """The lexicon that ships."""
    return lexicon.load()


@pytest.mark.parametrize("form", ["هاجم", "هاجموا", "يهاجم", "مهاجمه", "هاجمت"])
def test_forms_of_a_verb_and_its_noun(entries: Lexicon, form: str) -> None:
    assert any(a.entry.denotation == "Attack" for a in entries.read(form))


def test_a_pronoun_is_taken_off_what_is_no_word_without_it(entries: Lexicon) -> None:
    readings = entries.read("هاجمهم")
    assert {a.pronoun for a in readings} == {"هم"}
    assert {a.entry.denotation for a in readings} >= {"Attack"}


@pytest.mark.parametrize("form", ["لقاءه", "لقايه", "لقاوه"])
def test_a_hamza_sits_where_the_case_puts_it_before_a_pronoun(entries: Lexicon, form: str) -> None:
    assert [(a.entry.denotation, a.pronoun) for a in entries.read(form)] == [("Talks", "ه")]


def test_what_is_no_word_has_no_readings(entries: Lexicon) -> None:
    assert entries.read("كزلضمط") == ()
    assert not entries.known("كزلضمط")


def test_names_and_plain_words_are_known(entries: Lexicon) -> None:
    assert entries.known(next(iter(entries.given_names)))
    assert entries.known(next(iter(entries.words)))


def test_every_frame_that_an_entry_names_is_there(entries: Lexicon) -> None:
    assert {e.frame for e in entries.entries.values() if e.frame} <= set(entries.frames)


def test_every_listed_form_is_read_as_its_entry(entries: Lexicon) -> None:
    unread = {
        (id_, form)
        for id_, forms in LISTED.items()
        for form in forms
        if form not in ("ون", "ات") and all(a.entry.id != id_ for a in entries.read(fold(form)))
    }
    assert unread == set()


@pytest.mark.parametrize(
    "family", ["Violence", "TerritorialControl", "LawEnforcement", "Movement", "Politics"]
)
def test_a_family_has_sixty_entries(entries: Lexicon, family: str) -> None:
    known = knowledge.load()
    evoking = (e for e in entries.entries.values() if e.use in ("Trigger", "Collocation"))
    assert sum(known.is_a(e.denotation, family) for e in evoking) >= 60


def test_collocations_are_read_from_their_words_only(entries: Lexicon) -> None:
    assert entries.collocations
    ids = {e.id for e in entries.collocations}
    assert not any(a.entry.id in ids for e in entries.collocations for a in entries.read(e.lemma))


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "lexicon.ttl").write_text(
        "@prefix : <https://example.org/> .\n:a :b\n:c .\n:d", encoding="utf-8"
    )
    with pytest.raises(BadOntology) as caught:
        lexicon.load(tmp_path)
    assert caught.value.file == str(tmp_path / "lexicon.ttl")
    assert caught.value.line is not None
