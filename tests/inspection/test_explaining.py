"""Every part of a telling is explained by the rule or the lexicon entry that made it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.inspection.conftest import Explain

from waqia.extraction.events import WEIGHTS
from waqia.extraction.trace import Rule
from waqia.inspection import Inspection, Line, MarkKind

FILLERS = [
    # verbs
    ("هاجم مسلحو داعش ثكنة في كركوك.", "agent", "مسلحو داعش", Rule.SUBJECT),
    ("هاجم مسلحو داعش ثكنة في كركوك.", "object", "ثكنة", Rule.OBJECT),
    ("هاجم مسلحو داعش ثكنة في كركوك.", "occurredAt", "كركوك", "after the preposition 'في'"),
    ("سيطر الجيش السوري على مدينة تدمر.", "occurredAt", "تدمر", "after the preposition 'على'"),
    # nouns
    ("استنكر الأهالي قصف الطيران الروسي لمدينة إدلب.", "agent", "الطيران الروسي", Rule.GENITIVE),
    ("شن الجيش السوري غارات على مدينة إدلب.", "agent", "الجيش السوري", Rule.LIGHT_VERB),
    (
        "اندلعت معارك بين الجيش السوري وتنظيم الدولة في تدمر.",
        "object",
        "تنظيم الدولة",
        "after the preposition 'بين'",
    ),
    ("انفجرت ألغام زرعها مسلحو داعش في كركوك.", "agent", "مسلحو داعش", Rule.LAID),
    ("خرجت مدينة الرقة عن سيطرة قوات النظام.", "object", "قوات النظام", Rule.LOST),
    ("هدد تنظيم الدولة بقصف مطار دمشق الدولي.", "agent", "تنظيم الدولة", Rule.SAID_TO_ACT),
    # who answers for it
    ("تبنى تنظيم الدولة الهجوم على ثكنة في كركوك.", "claimedBy", "تنظيم الدولة", Rule.CLAIMED),
    ("اتهمت الحكومة تنظيم الدولة بالهجوم على ثكنة في كركوك.", "accused", "تنظيم الدولة", Rule.CHARGED),
    # what the article fills in
    ("هاجم مسلحون ثكنة في كركوك. واعتقلت الشرطة خمسة مسلحين.", "occurredAt", "كركوك", Rule.STORY_PLACE),
    # tolls
    ("قتل خمسة جنود في هجوم على ثكنة في كركوك.", "killed 5", "خمسة جنود", Rule.SAME_WORD),
    ("أسفر هجوم على ثكنة في كركوك عن جرح خمسة جنود.", "injured 5", "خمسة جنود", Rule.CAUSE),
    # days
    ("هاجم مسلحون ثكنة في كركوك أمس.", "dated", "أمس", "2015-08-08 counted from 2015-08-09"),
]


def lines(found: Inspection) -> Iterator[Line]:
    for telling in found.tellings:
        for section in telling.sections:
            yield section.head
            yield from section.lines


def why(found: Inspection, what: str, read: str) -> list[str]:
    return [line.why for line in lines(found) if (line.what, line.read) == (what, read)]


@pytest.mark.parametrize(("text", "what", "read", "rule"), FILLERS)
def test_the_rule_of_a_filler(explain: Explain, text: str, what: str, read: str, rule: str) -> None:
    reasons = why(explain(text), what, read)
    assert any(rule in reason for reason in reasons), reasons


@pytest.mark.parametrize("text", sorted({text for text, *_ in FILLERS}))
def test_nothing_is_without_a_reason_or_at_another_place(explain: Explain, text: str) -> None:
    found = explain(text)
    explained = [line for line in lines(found) if line.what != "told by"]
    assert [line for line in explained if not line.why] == []
    quoted = [line for line in explained if line.what == "evidence" and line.span]
    assert quoted
    assert all(text[line.span.start : line.span.end] == line.read for line in quoted if line.span)


def test_a_trigger_is_explained_by_its_lexicon_entry(explain: Explain) -> None:
    found = explain("شن الجيش السوري غارات على مدينة إدلب، بحسب المرصد السوري لحقوق الإنسان.")
    (reason,) = why(found, "Airstrike", "غارات")
    assert "lex:n-ghara 'غاره', noun, frame assault" in reason
    assert "carried by 'شن'" in reason
    assert "words of 'المرصد السوري لحقوق الإنسان' by 'بحسب'" in reason


def test_a_name_is_explained_by_what_is_known_of_it(explain: Explain) -> None:
    (reason,) = why(explain("هاجم مسلحون ثكنة في كركوك."), "occurredAt", "كركوك")
    assert "known as place/kirkuk 'كركوك'" in reason


def test_a_merge_is_explained_by_its_score(explain: Explain) -> None:
    found = explain("هاجم مسلحون ثكنة في كركوك. ووقع الهجوم أمس.")
    assert len(found.tellings) == 1
    (joined,) = [line.why for line in lines(found) if line.what == "joined"]
    assert f"where {WEIGHTS['threshold']:g} is enough" in joined
    assert f"definite {WEIGHTS['definite']:+g}" in joined


def test_what_is_not_merged_says_with_what_it_was_compared(explain: Explain) -> None:
    found = explain("هاجم مسلحون ثكنة في كركوك. وهاجم مسلحون دورية في الموصل.")
    assert len(found.tellings) == 2
    first, second = [line.why for line in lines(found) if line.what == "first told"]
    assert first == "nothing was told before it"
    assert "e1" in second


def test_mentions_of_one_sentence_say_what_ties_them(explain: Explain) -> None:
    found = explain("قتل خمسة جنود في هجوم على ثكنة في كركوك.")
    assert [t.id for t in found.tellings] == ["e1"]
    (reason,) = why(found, "Killing", "قتل")
    assert f"tied to 'هجوم': {Rule.EFFECT}" in reason


def test_a_stance_is_explained_by_its_rule(explain: Explain) -> None:
    found = explain("نفى الجيش السوري انسحابه من مدينة تدمر.")
    assert why(found, "stance", "Denies, Stated") == ["governed by a denial"]


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("هل يهاجم الجيش السوري مدينة إدلب؟", "يهاجم", "asked, not told"),
        ("عقد الجيش السوري اجتماعا من أجل استعادة مدينة تدمر.", "استعادة", "what something is done for"),
        ("قتل خمسة جنود في حادث سير في كركوك.", "قتل", "an accident or a disaster"),
    ],
)
def test_why_a_word_tells_no_event(explain: Explain, text: str, word: str, reason: str) -> None:
    found = explain(text)
    dropped = [line.why for line in found.dropped if line.read == word]
    assert len(dropped) == 1
    assert dropped[0].startswith(reason)
    assert MarkKind.DROPPED in {mark.kind for mark in found.marks}


def test_a_gate_that_stays_shut_says_which_words_decided(explain: Explain) -> None:
    found = explain("قاد المهاجم هجوم فريقه وسجل هدفين في مرمى الحارس خلال مباراة الدوري.")
    assert not found.gate.opens
    assert (found.tellings, found.dropped) == ((), ())
    assert ("مباراه", "elsewhere", 1) in found.gate.words


def test_marks_stand_on_their_words_and_not_over_one_another(explain: Explain) -> None:
    text = "قتل ثلاثة جنود في قصف شنه مسلحون على حمص أمس، بحسب وزارة الدفاع."
    marks = explain(text).marks
    marked = {(mark.kind, text[mark.span.start : mark.span.end]) for mark in marks}
    assert marked == {
        (MarkKind.TRIGGER, "قتل"),
        (MarkKind.FIGURE, "ثلاثة جنود"),
        (MarkKind.TRIGGER, "قصف"),
        (MarkKind.ACTOR, "مسلحون"),
        (MarkKind.PLACE, "حمص"),
        (MarkKind.TIME, "أمس"),
        (MarkKind.SOURCE, "وزارة الدفاع"),
    }
    assert all(one.span.end <= other.span.start for one, other in pairwise(marks))
