"""Which mentions of a text tell of one happening."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers

Told = list[tuple[str, int]]


def told(layers: Layers) -> Told:
    """Each happening's type with how many mentions tell of it."""
    return [(h.type, len(h.mentions)) for h in layers.happenings]


def realized(layers: Layers) -> list[tuple[str, str]]:
    """Each happening's type and whether it is asserted, denied or planned."""
    return [(h.type, h.realized) for h in layers.happenings]


TOGETHER: list[tuple[str, Told]] = [
    # a definite noun looks for its antecedent
    ("انفجرت عبوة ناسفة في حلب. ووقع الانفجار قرب سوق.", [("Bombing", 2)]),
    ("هاجم مسلحون ثكنة في حلب. وقتل في الهجوم خمسة جنود.", [("Attack", 3)]),
    ("فجر انتحاري نفسه في حلب. وقال شهود إن التفجير وقع في سوق.", [("SuicideBombing", 2)]),
    ("دارت اشتباكات في حلب. وتواصلت الاشتباكات في المدينة.", [("ArmedClash", 2)]),
    # a verb and the noun that is its subject, two nouns of one attack, what caused a killing
    ("الهجوم استهدف مدينة حلب.", [("Attack", 2)]),
    # what a source tells again with the same words, in a place around the first
    (
        "قال مصدر أمني إن الشرطة نفذت حملة أمنية في ريف حلب. وقال المصدر إن الشرطة بدأت حملة أمنية في ريف حلب الشرقي.",
        [("Raid", 2)],
    ),
    ("وقع هجوم وتفجير في حلب.", [("Bombing", 2)]),
    ("هاجم مسلحون ثكنة وقتلوا جنديا.", [("Attack", 2)]),
    # a headline and what the lead tells
    ("مقتل خمسة جنود في هجوم بحلب\nهاجم مسلحون ثكنة في حلب وقتلوا خمسة جنود.", [("Attack", 4)]),
    # one taking told twice, and the same towns in another order
    ("سيطر الجيش على حلب وإدلب. واستعاد الجيش إدلب من المسلحين.", [("Capture", 1), ("Capture", 2)]),
    (
        "سيطر الجيش على مدينتي حلب وإدلب. وقال مصدر إن الجيش سيطر على مدينتي إدلب وحلب.",
        [("Capture", 2), ("Capture", 2)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_told_together(read: Read, text: str, expected: Told) -> None:
    assert told(read(text)) == expected


APART: list[tuple[str, list[str]]] = [
    ("انفجرت عبوة ناسفة في حلب. ووقع انفجار آخر في المدينة.", ["Bombing", "Bombing"]),
    ("انفجرت عبوة ناسفة في حلب. وانفجرت عبوة ناسفة في إدلب.", ["Bombing", "Bombing"]),
    ("قصف الطيران حلب الجمعة. وقصف الطيران حلب السبت.", ["Airstrike", "Airstrike"]),
    ("هاجم مسلحون ثكنة فيما انسحب الجيش من حلب.", ["Attack", "Withdrawal"]),
    ("سيطر الجيش على حلب وإدلب.", ["Capture", "Capture"]),
    # a call is no meeting
    (
        "أجرى وزير الخارجية التركي اتصالا هاتفيا مع نظيره الروسي. وعقد الوزير لقاء مع نظيره الروسي.",
        ["Talks", "Talks"],
    ),
    (
        "قال مصدر أمني إن الشرطة نفذت حملة أمنية في ريف حلب. وقال وزير إن الجيش بدأ حملة عسكرية في ريف حلب الشرقي.",
        ["Raid", "Offensive"],
    ),
    ("هاجمت جبهة النصرة ثكنة. وهاجم حزب الله ثكنة.", ["Attack", "Attack"]),
    # since when something goes on, and what somebody was in before
    ("اشتبك الجيش مع مسلحين في حلب، التي تشهد توترا منذ أن حارب الجيش مسلحين.", ["ArmedClash", "ArmedClash"]),
    ("اشتبك الجيش مع مسلحين في حلب. وكان المسلحون متورطين في قتل شرطيين.", ["ArmedClash", "Killing"]),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_told_apart(read: Read, text: str, expected: list[str]) -> None:
    assert [h.type for h in read(text).happenings] == expected


def test_what_is_denied_and_what_is_asserted_are_apart(read: Read) -> None:
    layers = read("نفى الجيش أنه قصف حلب. وقال ناشطون إن الجيش قصف حلب.")
    assert realized(layers) == [("Shelling", "denied"), ("Shelling", "asserted")]


def test_what_is_planned_and_what_is_asserted_are_apart(read: Read) -> None:
    layers = read("هاجم الجيش مدينة حلب أمس. ويستعد الجيش لشن هجوم على مدينة حلب.")
    assert realized(layers) == [("Attack", "asserted"), ("Attack", "planned")]


def test_towns_of_one_taking_have_their_own_place(read: Read) -> None:
    layers = read("سيطر الجيش على مدينتي حلب وإدلب.")
    assert layers.templates is not None
    places = [[p.mention.text for p in c.places] for e in layers.templates.events for c in e.claims]
    assert places == [["حلب"], ["إدلب"]]


def test_a_toll_told_later_of_a_taking_of_towns_is_counted_once(read: Read) -> None:
    layers = read("سيطر الجيش على مدينتي حلب وإدلب. وقتل خمسة جنود.")
    assert [f.minimum for h in layers.happenings for t in h.tolls for f in t.figures] == [5]


TYPES: list[tuple[str, str]] = [
    ("هجوم في حلب\nانفجرت عبوة ناسفة في حلب وقتلت جنديا.", "Bombing"),
    ("وقع هجوم في حلب. ودارت خلال الهجوم اشتباكات في حلب.", "Attack"),
    ("اغتال مسلحون قائد الشرطة في حلب. ووقع الهجوم ليلا.", "Assassination"),
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_the_type_of_what_is_told_in_several_ways(read: Read, text: str, expected: str) -> None:
    assert read(text).happenings[0].type == expected
