"""How phrases about people and organizations are cut, and what they say of whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from waqia.extraction.layers import Layers
from waqia.extraction.phrases import Phrase, PhraseKind

Read = Callable[[str], Layers]


def cut(layers: Layers, *kinds: PhraseKind) -> list[Phrase]:
    """The phrases of some kinds."""
    return [p for s in layers.sentences for p in s.phrases if p.kind in kinds]


ORGANIZATIONS: list[tuple[str, list[str]]] = [
    ("هاجمت القوات الحكومية البلدة.", ["القوات الحكومية"]),
    ("هاجمت القوات الحكومية المتمركزة قرب النهر البلدة.", ["القوات الحكومية"]),
    ("هاجمت المليشيات المسلحة التابعة له البلدة.", ["المليشيات المسلحة التابعة له"]),
    ("هاجمت مجموعة من المسلحين البلدة.", ["مجموعة من المسلحين"]),
    ("اندلع القتال بين قبيلتي الزنكورية والمشيرفة.", ["الزنكورية", "المشيرفة"]),
    ("هاجمت قوات مكافحة الإرهاب البلدة.", ["قوات مكافحة الإرهاب"]),
    # not the place where it stands
    ("هاجمت المقاومة الشعبية في تعز المسلحين.", ["المقاومة الشعبية"]),
    ("هاجم تنظيم القاعدة في جزيرة العرب البلدة.", ["تنظيم القاعدة في جزيرة العرب"]),
    ("زار الوفد برئاسة الزنكوري البلدة.", ["الوفد"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ORGANIZATIONS)
def test_organizations(read: Read, sentence: str, expected: list[str]) -> None:
    assert [p.mention.text for p in cut(read(sentence), PhraseKind.ORGANIZATION)] == expected


GROUPS: list[tuple[str, str, str | None]] = [
    ("هاجم مسلحون مجهولون البلدة.", "مسلحون مجهولون", None),
    ("هاجم مقاتلون من تنظيم داعش البلدة.", "مقاتلون من تنظيم داعش", "تنظيم داعش"),
    ("قتل ثلاثة من مقاتلي جبهة النصرة.", "مقاتلي جبهة النصرة", "جبهة النصرة"),
    # who only has to do with a side is not of it
    ("اعتقل رجالا مرتبطين بتنظيم داعش.", "رجالا مرتبطين بتنظيم داعش", None),
    ("اعتقل رجالا مرتبطين ب تنظيم داعش.", "رجالا مرتبطين ب تنظيم داعش", None),
    # whom they left, not whom they belong to
    ("هاجم مسلحون محليون سابقون من جبهة النصرة البلدة.", "مسلحون محليون سابقون من جبهة النصرة", None),
    ("هاجم جنود من قوات النظام السابق البلدة.", "جنود من قوات النظام السابق", "قوات النظام"),
]


@pytest.mark.parametrize(("sentence", "text", "organization"), GROUPS)
def test_groups_and_whose_they_are(read: Read, sentence: str, text: str, organization: str | None) -> None:
    group = cut(read(sentence), PhraseKind.GROUP)[0]
    assert group.mention.text == text
    assert (group.organization.text if group.organization else None) == organization


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("قتل 17 ضابطا في الكمين.", "Officer"),
        ("قتل 17 ضابطا وجنديا في الكمين.", "Combatant"),
        ("قتل 17 جنديا ومدنيا في الكمين.", None),
    ],
)
def test_two_nouns_counted_as_one_are_of_the_kind_that_both_are(
    read: Read, sentence: str, kind: str | None
) -> None:
    assert cut(read(sentence), PhraseKind.GROUP)[0].victim_kind == kind


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("قصف الحوثيون المدينة.", "houthis"),
        ("اشتبك الجيش مع الحوثيين.", "houthis"),
        ("قتل حوثيون في الغارة.", ""),  # some of them
        ("قتل أربعة حوثيين في الغارة.", ""),
    ],
)
def test_a_people_that_is_known_by_its_plural(read: Read, sentence: str, known: str) -> None:
    people = next(p for p in cut(read(sentence), PhraseKind.GROUP) if "حوثي" in p.mention.text)
    assert (people.mention.iri or "").rpartition("/")[2] == known


PERSONS: list[tuple[str, str, str | None, str | None]] = [
    ("قتل العميد حسن الزنكوري في الهجوم.", "حسن الزنكوري", "العميد", None),
    ("التقى وزير الدفاع حسن الزنكوري الوفد.", "حسن الزنكوري", None, "وزير الدفاع"),
    ("اغتيل ضابط في الشرطة يوم الجمعة.", "ضابط في الشرطة", None, "ضابط في الشرطة"),
    ("قتل أمين شرطة في الهجوم.", "أمين شرطة", None, "أمين شرطة"),
]


@pytest.mark.parametrize(("sentence", "text", "rank", "post"), PERSONS)
def test_persons_with_rank_and_post(
    read: Read, sentence: str, text: str, rank: str | None, post: str | None
) -> None:
    person = cut(read(sentence), PhraseKind.PERSON)[0].mention
    assert (person.text, person.rank, person.post) == (text, rank, post)


def test_the_organization_of_a_post(read: Read) -> None:
    sentence = "قال المتحدث باسم حزب الله حسن الزنكوري إن الجيش انسحب."
    person = cut(read(sentence), PhraseKind.PERSON)[0].mention
    assert person.organization is not None
    assert (person.text, person.organization.text) == ("حسن الزنكوري", "حزب الله")


SOURCES: list[tuple[str, str]] = [
    ("قال مصدر عسكري إن الجيش انسحب.", "مصدر عسكري"),
    ("قال مصدر في الشرطة إن الجيش انسحب.", "مصدر في الشرطة"),
    ("قال مصدر بمستشفى الرمادي إن الجيش انسحب.", "مصدر بمستشفى الرمادي"),
    ("قال مصدر محلي من حلب إن الجيش انسحب.", "مصدر محلي"),
]


@pytest.mark.parametrize(("sentence", "expected"), SOURCES)
def test_sources(read: Read, sentence: str, expected: str) -> None:
    assert [p.mention.text for p in cut(read(sentence), PhraseKind.SOURCE)] == [expected]


def test_news_is_nobody(read: Read) -> None:
    assert not any(p.human for p in cut(read("وردت أنباء عن هجوم."), PhraseKind.SOURCE))


THINGS: list[tuple[str, str]] = [
    ("قصفت الطائرات مواقع تابعة لهم.", "مواقع تابعة لهم"),
    ("هاجم مسلحون نقطة تفتيش للجيش.", "نقطة تفتيش للجيش"),
    ("هاجم مسلحون (مبنى البلدية)، ثم انسحبوا.", "مبنى البلدية"),
]


@pytest.mark.parametrize(("sentence", "expected"), THINGS)
def test_things(read: Read, sentence: str, expected: str) -> None:
    assert expected in [p.mention.text for p in cut(read(sentence), PhraseKind.THING)]
