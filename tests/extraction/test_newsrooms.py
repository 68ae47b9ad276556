"""Sentences as newsrooms from Morocco to Afghanistan write them: the one type that each tells, none where it is "-".

The sentences of newsrooms.tsv were written for this test: verbs, verbal nouns, light verbs, passives, reversed roles;
and sport, prices, weather, accidents and metaphor in the same words.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from tests.extraction.conftest import Read
from tests.extraction.test_roles import participants

from waqia import knowledge
from waqia.extraction.templates import Role

with (Path(__file__).parent / "newsrooms.tsv").open(encoding="utf-8", newline="") as lines:
    SENTENCES = [(row["text"], row["type"]) for row in csv.DictReader(lines, delimiter="\t")]


@pytest.mark.parametrize(("text", "type_"), SENTENCES)
def test_type(read: Read, text: str, type_: str) -> None:
    kinds = knowledge.load().event_types
    found = read(text).templates
    told = [kinds[event.type].reporting for event in found.events] if found else []
    assert told == ([] if type_ == "-" else [type_])


def test_every_reporting_type_is_told_in_several_ways() -> None:
    told = Counter(type_ for _, type_ in SENTENCES)
    reporting = [name for name, kind in knowledge.load().event_types.items() if kind.is_reporting]
    assert [name for name in reporting if told[name] < 2] == []
    assert told["-"] >= 40


ROLES = [
    # reversed: who is named first suffers it
    (
        "سلمت المعارضة المسلحة مدينة درعا إلى الجيش السوري.",
        "Capture",
        {"الجيش السوري"},
        {"المعارضة المسلحة"},
    ),
    ("خسر تنظيم الدولة مدينة تل أبيض لصالح القوات الكردية.", "Capture", {"القوات الكردية"}, {"تنظيم الدولة"}),
    ("سقطت بلدة الكرمة في يد داعش.", "Capture", {"داعش"}, set()),
    ("أصبحت مدينة تدمر في قبضة المتمردين.", "Capture", {"المتمردين"}, set()),
    ("تحررت مدينة تدمر من قبضة داعش.", "Capture", set(), {"داعش"}),
    ("تعرضت قاعدة للجيش لهجوم من مسلحين في سيناء.", "Attack", {"مسلحين"}, {"قاعدة للجيش"}),
    ("تصدى الجيش لهجوم شنه مسلحون على حاجز في درعا.", "Attack", {"مسلحون"}, {"الجيش", "حاجز"}),
    # who fired, whom the letters hide
    ("أصيب شاب فلسطيني برصاص قوات الاحتلال قرب نابلس.", "Shooting", {"قوات الاحتلال"}, set()),
    ("قتلت امرأة برصاص قناص حوثي في تعز.", "Shooting", {"قناص حوثي"}, set()),
    # a plural with its nun has no genitive, an object no nominative
    ("اغتال مسلحون مجهولون مدير أمن عدن.", "Assassination", {"مسلحون مجهولون"}, {"مدير أمن عدن"}),
    ("طعن فلسطيني جنديا إسرائيليا في الخليل.", "Attack", {"فلسطيني"}, {"جنديا إسرائيليا"}),
    # what goes off is the means
    ("استهدف تفجير سيارة مفخخة مقرا للشرطة في كركوك.", "CarBombing", set(), {"مقرا للشرطة"}),
    # noun or verb, as its place tells
    ("أعلنت فرنسا سحب قواتها من النيجر.", "Withdrawal", {"فرنسا"}, set()),
    (
        "نفذت السلطات الإيرانية حكم الإعدام بحق معارض كردي.",
        "Execution",
        {"السلطات الإيرانية"},
        {"معارض كردي"},
    ),
]


@pytest.mark.parametrize(("text", "type_", "agents", "objects"), ROLES)
def test_roles(read: Read, text: str, type_: str, agents: set[str], objects: set[str]) -> None:
    assert participants(read, text, type_, Role.AGENT) == agents
    assert participants(read, text, type_, Role.OBJECT) == objects


def test_a_sentence_of_death_is_no_toll(read: Read) -> None:
    found = read("قضت محكمة جنايات القاهرة بإعدام عشرة متهمين في قضية تفجير.").templates
    assert found is not None
    assert not [f for event in found.events for claim in event.claims for f in claim.figures]
