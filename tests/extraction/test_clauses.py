"""How sentences fall into clauses: kind, the words, and the clause that they depend on."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.clauses import ClauseKind
from waqia.extraction.layers import Layers

Cut = list[tuple[str, str, str | None]]


def cut(layers: Layers) -> Cut:
    """Kind, words and predicate of each clause of the first sentence, without its full stop."""
    words = layers.text.words
    return [
        (
            c.kind.value,
            " ".join(w.token.text for w in words[c.first : c.last] if w.bare != "."),
            None if c.predicate is None else words[c.predicate].token.text,
        )
        for c in layers.sentences[0].clauses
    ]


KINDS: list[tuple[str, Cut]] = [
    (
        "هاجم مسلحون الثكنة التي احتلها الجيش.",
        [("main", "هاجم مسلحون الثكنة", "هاجم"), ("relative", "التي احتلها الجيش", "احتلها")],
    ),
    (
        "أعلن الجيش أن المسلحين هاجموا الثكنة.",
        [("main", "أعلن الجيش", "أعلن"), ("that", "أن المسلحين هاجموا الثكنة", "هاجموا")],
    ),
    (
        "أعلن الجيش أن مسلحين هاجموا الثكنة.",
        [("main", "أعلن الجيش", "أعلن"), ("that", "أن مسلحين هاجموا الثكنة", "هاجموا")],
    ),
    (
        "انسحب الجيش عندما هاجم مسلحون الثكنة.",
        [("main", "انسحب الجيش", "انسحب"), ("time", "عندما هاجم مسلحون الثكنة", "هاجم")],
    ),
    (
        "قصف الطيران البلدة بعد أن انسحب الجيش.",
        [("main", "قصف الطيران البلدة بعد", "قصف"), ("time", "أن انسحب الجيش", "انسحب")],
    ),
    (
        "قصف الطيران البلدة منذ انسحب الجيش.",
        [("main", "قصف الطيران البلدة", "قصف"), ("time", "منذ انسحب الجيش", "انسحب")],
    ),
    ("قصف الطيران البلدة منذ أسبوع.", [("main", "قصف الطيران البلدة منذ أسبوع", "قصف")]),
    (
        "هاجم مسلحون ثكنة وقتلوا جنديا.",
        [("main", "هاجم مسلحون ثكنة", "هاجم"), ("coordinate", "وقتلوا جنديا", "وقتلوا")],
    ),
    (
        "هاجم مسلحون ثكنة، قتلوا جنديا.",
        [("main", "هاجم مسلحون ثكنة ،", "هاجم"), ("coordinate", "قتلوا جنديا", "قتلوا")],
    ),
    (
        "هاجم مسلحون ثكنة فيما انسحب الجيش.",
        [("main", "هاجم مسلحون ثكنة", "هاجم"), ("circumstance", "فيما انسحب الجيش", "انسحب")],
    ),
    (
        "هاجم مسلحون ثكنة غير أن الجيش انسحب.",
        [
            ("main", "هاجم مسلحون ثكنة", "هاجم"),
            ("circumstance", "غير", None),
            ("that", "أن الجيش انسحب", "انسحب"),
        ],
    ),
    ("هاجم مسلحون ثكنة غير محصنة.", [("main", "هاجم مسلحون ثكنة غير محصنة", "هاجم")]),
    (
        "هاجم مسلحون الثكنة مما أدى إلى مقتل جندي.",
        [("main", "هاجم مسلحون الثكنة", "هاجم"), ("result", "مما أدى إلى مقتل جندي", "أدى")],
    ),
    (
        "وصل الجيش إلى البلدة ليهاجم المسلحين.",
        [("main", "وصل الجيش إلى البلدة", "وصل"), ("purpose", "ليهاجم المسلحين", None)],
    ),
    (
        "شن التحالف غارات استهدفت البلدة.",
        [("main", "شن التحالف غارات", "شن"), ("relative", "استهدفت البلدة", "استهدفت")],
    ),
    ("كان المسلحون يهاجمون الثكنة.", [("main", "كان المسلحون يهاجمون الثكنة", "يهاجمون")]),
    (
        "الجنود الذين هاجموا الثكنة قتلوا.",
        [("main", "الجنود", None), ("relative", "الذين هاجموا الثكنة", "هاجموا"), ("main", "قتلوا", "قتلوا")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), KINDS)
def test_kinds_of_clauses(read: Read, sentence: str, expected: Cut) -> None:
    assert [c for c in cut(read(sentence)) if c[1]] == expected


def test_what_interrupts_between_dashes_is_apart(read: Read) -> None:
    layers = read("هاجم مسلحون - الذين وصلوا ليلا - ثكنة الجيش وقتلوا جنديا.")
    main, aside, resumed, last = layers.sentences[0].clauses
    assert aside.kind is ClauseKind.RELATIVE
    assert (resumed.kind, resumed.predicate, resumed.parent) == (main.kind, main.predicate, main.number)
    assert last.kind is ClauseKind.COORDINATE


def test_what_coordinates_does_so_around_a_relative(read: Read) -> None:
    clauses = read("هاجم مسلحون الثكنة التي احتلها الجيش وقتلوا جنديا.").sentences[0].clauses
    assert [c.parent for c in clauses] == [None, 0, 0]


def test_words_of_names_open_no_clause(read: Read) -> None:
    clauses = read("سيطر الجيش على مدينة تدمر وانسحب.").sentences[0].clauses
    assert [c.kind for c in clauses] == [ClauseKind.MAIN, ClauseKind.COORDINATE]


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in KINDS])
def test_clauses_cover_their_sentence_in_order(read: Read, sentence: str) -> None:
    found = read(sentence).sentences[0]
    borders = [c.first for c in found.clauses] + [found.sentence.last]
    assert borders == sorted(borders)
    assert [c.last for c in found.clauses] == borders[1:]
    assert borders[0] == found.sentence.first
