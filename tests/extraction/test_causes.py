"""Which happening a figure belongs to, by the words between it and what caused it."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers

Linked = set[tuple[int, str]]


def linked(layers: Layers) -> Linked:
    """The number of each figure with the type of the happening that it is told of."""
    return {(f.minimum, h.type) for h in layers.happenings for t in h.tolls for f in t.figures}


INTRODUCED: list[tuple[str, Linked]] = [
    ("قتل خمسة جنود في انفجار عبوة ناسفة.", {(5, "Bombing")}),
    ("قتل خمسة جنود وأصيب سبعة آخرون جراء انفجار عبوة ناسفة.", {(5, "Bombing"), (7, "Bombing")}),
    ("أعلن الجيش مقتل خمسة جنود وإصابة سبعة في كمين.", {(5, "Ambush"), (7, "Ambush")}),
    ("قتل تفجيران انتحاريان 14 مدنيا في البلدة.", {(14, "SuicideBombing")}),
    ("شنت الطائرات غارة على البلدة في حملة تهدف إلى إنهاء تمرد أدى إلى مقتل 12 ألف شخص.", set()),
    ("فر 15 سجينا من السجن في المدينة.", set()),
    ("اعتقل سبعة أشخاص بعد الهجوم للاشتباه في علاقتهم بالحادث.", {(7, "Arrest")}),
    ("قتل خمسة جنود عندما هاجم مسلحون ثكنة في البلدة.", {(5, "Attack")}),
    (
        "قتل تسعة مسلحين، إضافة إلى عشرات الجرحى، خلال يومين من الاشتباكات.",
        {(9, "ArmedClash"), (20, "ArmedClash")},
    ),
    (
        "قتل خمسة جنود في انفجار عبوة ناسفة، فيما أصيب سبعة مدنيين في غارة جوية.",
        {(5, "Bombing"), (7, "Airstrike")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), INTRODUCED)
def test_a_cause_that_follows(read: Read, sentence: str, expected: Linked) -> None:
    assert linked(read(sentence)) == expected


LED_TO: list[tuple[str, Linked]] = [
    (
        "استهدفت غارة جوية البلدة، ما أسفر عن مقتل ستة مدنيين وإصابة عشرة.",
        {(6, "Airstrike"), (10, "Airstrike")},
    ),
    ("شهدت البلدة غارة جوية أدت إلى مقتل ستة مدنيين.", {(6, "Airstrike")}),
    ("هاجم مسلحون ثكنة في البلدة وقتلوا ستة جنود.", {(6, "Attack")}),
    ("أوقعت الغارة الجوية على البلدة ثلاثين قتيلا.", {(30, "Airstrike")}),
    ("يستمر الحصار الذي راح ضحيته أربعون مدنيا وتفرضه قوات الجيش على البلدة.", {(40, "Siege")}),
]


@pytest.mark.parametrize(("sentence", "expected"), LED_TO)
def test_a_cause_that_goes_before(read: Read, sentence: str, expected: Linked) -> None:
    assert linked(read(sentence)) == expected


def test_a_toll_without_a_cause_goes_with_the_act_told_last(read: Read) -> None:
    layers = read("انفجرت عبوة ناسفة في سوق البلدة أمس. وأصيب عشرة أشخاص بجروح.")
    assert linked(layers) == {(10, "Bombing")}


def test_members_go_where_most_fell(read: Read) -> None:
    layers = read(
        "قتل ثمانية مسلحين في اشتباكات مع الجيش. واغتيل ضابط في البلدة. ومن بين القتلى سامي الحلبي."
    )
    clash = next(h for h in layers.happenings if h.type == "ArmedClash")
    assert [f.minimum for t in clash.tolls for f in t.figures] == [8, 1]


NONE = [
    "تسبب تحطم الطائرة أثناء قصف البلدة في إصابة ثلاثين شخصا.",  # a mishap
    "هدد التنظيم بإعدام خمسة رهائن.",  # planned
    "نفى الجيش مقتل خمسة جنود في كمين.",  # denied
    "نفى الجيش مقتل خمسة جنود وإصابة سبعة في كمين.",
    "انفجرت عبوة ناسفة في البلدة أمس. وارتفع عدد القتلى منذ مطلع العام إلى 300 شخص.",  # a sum of others
]


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_toll(read: Read, sentence: str) -> None:
    assert linked(read(sentence)) == set()
