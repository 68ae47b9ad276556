"""The stages as spaCy components."""

from __future__ import annotations

import subprocess
import sys

import pytest
from spacy.language import Language

from waqia import knowledge
from waqia.articles import Article
from waqia.extraction import STAGES, extract, language, read_article

GOLDEN = [
    "waqia_times",
    "waqia_quantities",
    "waqia_names",
    "waqia_clauses",
    "waqia_events",
    "waqia_templates",
]


def test_the_stages_and_their_order() -> None:
    assert list(STAGES) == GOLDEN
    assert language(knowledge.load()).pipe_names == GOLDEN


def test_every_factory_of_ours_is_a_stage() -> None:
    ours = [name for name in Language.factories if name.startswith("waqia")]
    assert sorted(ours) == sorted(GOLDEN)


def test_no_stage_needs_what_none_gives() -> None:
    analysis = language(knowledge.load()).analyze_pipes()
    assert analysis is not None
    assert not any(analysis["problems"].values())


def test_one_pipeline_for_one_knowledge() -> None:
    known = knowledge.load()
    assert language(known) is language(known)


def test_an_article_that_tells_nothing_of_conflict_has_no_words() -> None:
    article = Article(id="x", text="فاز الفريق بالكأس بعد مباراة مثيرة. واحتفل الجمهور.")
    doc = read_article(article, knowledge.load())
    assert len(doc) == 0
    assert extract(article, knowledge.load()).events == ()


def test_an_empty_article() -> None:
    assert extract(Article(id="x", text=""), knowledge.load()).events == ()


def test_the_tokens_stand_where_the_words_do() -> None:
    article = Article(id="x", text="هاجم مسلحون ثكنة في حلب، وقتلوا خمسة جنود. وانسحبوا.")
    doc = read_article(article, knowledge.load())
    assert doc.text == article.text
    assert [s.text for s in doc.sents] == ["هاجم مسلحون ثكنة في حلب، وقتلوا خمسة جنود.", "وانسحبوا."]


def test_layers_are_asked_for_too_early() -> None:
    nlp = language(knowledge.load())
    doc = read_article(Article(id="x", text="هاجم مسلحون ثكنة في حلب."), knowledge.load())
    doc._.waqia.names = None
    with pytest.raises(ValueError, match="waqia_names"):
        nlp.get_pipe("waqia_events")(doc)


def test_reading_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "from waqia import knowledge; from waqia.articles import Article; from waqia.extraction import extract;"
        "print(extract(Article(id='x', text='هاجم مسلحون ثكنة في حلب وإدلب. وقتل في الهجوم خمسة جنود.'),"
        " knowledge.load()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", script],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
