"""Where happenings took place, also where their own words do not say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from waqia.extraction.layers import Layers

Read = Callable[[str], Layers]

Placed = list[tuple[str, set[str]]]


def placed(layers: Layers) -> Placed:
    """The type of each happening with the names of its places."""
    assert layers.templates is not None
    return [(e.type, {p.mention.text for c in e.claims for p in c.places}) for e in layers.templates.events]


AROUND: list[tuple[str, Placed]] = [
    ("قصفت الطائرات قرية الزنكورية في ريف حمص.", [("Airstrike", {"الزنكورية", "ريف حمص"})]),
    ("قصفت الطائرات معسكر الزنكورية، جنوب حمص.", [("Airstrike", {"معسكر الزنكورية", "حمص"})]),
]
FRAMES: list[tuple[str, Placed]] = [
    ("وفي محافظة حمص، قصفت الطائرات مواقع للمسلحين.", [("Airstrike", {"حمص"})]),
    ("وفي محافظة حمص، قصفت الطائرات بلدة تلبيسة.", [("Airstrike", {"حمص", "تلبيسة"})]),
]
THERE: list[tuple[str, Placed]] = [
    (
        "سيطر المسلحون على مدينة حمص. وقصفت الطائرات مواقعهم هناك.",
        [("Capture", {"حمص"}), ("Airstrike", {"حمص"})],
    ),
    (
        "يفر السكان من حلب باتجاه عفرين. وقال ناشط إن مئات العائلات تصل إلى هناك من حلب خوفا من القصف.",
        [("Displacement", {"حلب", "عفرين"})],
    ),
]
NEIGHBOURS: list[tuple[str, Placed]] = [
    # what follows an act is where that act is, a gathering where what befell it is, and no other
    (
        "هاجم مسلح دورية في تلبيسة. وقال مصدر إن المسلح هاجم الدورية، ثم تلا ذلك اشتباك بين الدورية والمسلح.",
        [("Attack", {"تلبيسة"}), ("ArmedClash", {"تلبيسة"})],
    ),
    (
        "وقع هجوم على ثكنة في تلبيسة أمس. وقال الناطق إن الهجوم وقع أثناء لقاء ضباط يمنيين مع وزير الدفاع.",
        [("Attack", {"تلبيسة"}), ("Talks", {"تلبيسة"})],
    ),
    (
        "وقع هجوم على ثكنة في تلبيسة أمس. وأدان الناطق الهجوم أثناء لقاء ضباط يمنيين مع وزير الدفاع.",
        [("Attack", {"تلبيسة"}), ("Talks", set())],
    ),
    # a country beside which somebody fights is not where
    ("قاتل الجيش السوري إلى جانب روسيا في حلب.", [("ArmedClash", {"حلب"})]),
    ("سيطر الجيش السوري المدعوم من روسيا على حلب.", [("Capture", {"حلب"})]),
    (
        "قصفت الطائرات بلدة تلبيسة. وتلا ذلك اشتباك بين الجيش والمسلحين.",
        [("Airstrike", {"تلبيسة"}), ("ArmedClash", {"تلبيسة"})],
    ),
    # talks and trials are not held where what was told before happened
    (
        "قصفت الطائرات بلدة تلبيسة. وأجرى الرئيس محادثات مع الوزير.",
        [("Airstrike", {"تلبيسة"}), ("Talks", set())],
    ),
    # nor does another story go on there
    (
        "قصفت الطائرات بلدة تلبيسة. من جهة أخرى، اعتقلت الشرطة ثلاثة متشددين.",
        [("Airstrike", {"تلبيسة"}), ("Arrest", set())],
    ),
]
APART: list[tuple[str, Placed]] = [
    # a taking goes on after what is told of who took
    ("سيطر فصيل تموله دول مجاورة ويقوده ضباط على بلدة تلبيسة.", [("Capture", {"تلبيسة"})]),
    ("سيطر فصيل تموله دول مجاورة وتمركز على أطراف بلدة تلبيسة.", [("Capture", set()), ("Deployment", set())]),
    # a sentence that tells of nothing else says where, in whichever clause
    (
        "وقع انفجار في حمص أمس. وقال شاهد إن الانفجار وقع حين كان الناس يتسوقون في حي الوعر.",
        [("Bombing", {"حمص", "الوعر"})],
    ),
    ("هز انفجار حمص أمس.", [("Bombing", {"حمص"})]),
    # a land that something is done with is not where
    ("ألغى المتمردون الهدنة مع أنقرة في ديار بكر.", [("Ceasefire", {"ديار بكر"})]),
    # the noun before a name is no act, although it may be one elsewhere
    ("نفذت الطائرات غارات لدعم الجيش في قضاء بيجي.", [("Airstrike", {"بيجي"})]),
]


@pytest.mark.parametrize(("text", "expected"), AROUND + FRAMES + THERE + NEIGHBOURS + APART)
def test_places_of_happenings(read: Read, text: str, expected: Placed) -> None:
    assert placed(read(text)) == expected


def test_talks_told_after_an_attack_are_held_elsewhere(read: Read) -> None:
    layers = read("قتل خمسة جنود في حمص قبل محادثات في جنيف.")
    assert placed(layers) == [("Killing", {"حمص"}), ("Talks", {"جنيف"})]
