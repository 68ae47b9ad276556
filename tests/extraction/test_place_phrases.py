"""Which words of a sentence name places, and which place they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from waqia.extraction.layers import Layers

Read = Callable[[str], Layers]


def named(layers: Layers) -> list[str]:
    """The names of all places and facilities of a text; nouns that nothing was found for are left out."""
    return [p.mention.text for s in layers.sentences for p in s.phrases if p.located and p.part != "anaphor"]


def places(layers: Layers) -> list[str]:
    """The local names of the known ones."""
    known = [p.mention.iri for s in layers.sentences for p in s.phrases if p.located]
    return [iri.rpartition("/")[2] for iri in known if iri is not None]


NAMES: list[tuple[str, list[str]]] = [
    ("وقع الهجوم في مدينة حمص.", ["حمص"]),
    ("وقع الهجوم بحمص.", ["حمص"]),
    ("وقع الهجوم بدمشق وبغداد.", ["دمشق", "بغداد"]),
    ("وقع الهجوم في الولايات المتحدة.", ["الولايات المتحدة"]),
    ("وقع الهجوم في سهل الغاب.", ["سهل الغاب"]),
    ("وقع الهجوم في بلدة تل براك.", ["تل براك"]),
    # names that nobody knows, after their noun
    ("وقع الهجوم في قرية الزنكورية.", ["الزنكورية"]),
    ("وقع الهجوم في قرية «الزنكورية».", ["الزنكورية"]),
    ("وقع الهجوم في منطقة الزنكورية الواقعة قرب حمص.", ["الزنكورية", "حمص"]),
    ("قصفت الطائرات معسكر الزنكورية.", ["معسكر الزنكورية"]),
    ("وقعت الاشتباكات في نقيل الزنكورية وفي جرود المشيرفة.", ["نقيل الزنكورية", "جرود المشيرفة"]),
    # directions
    ("وقع الهجوم جنوب غربي مدينة حمص.", ["حمص"]),
    ("انتشرت القوات في المنطقة الوسطى.", ["المنطقة الوسطى"]),
    # north of a town is not in it, the middle of a country is
    ("وقع الهجوم في قرية الزنكورية شمالي حمص.", ["الزنكورية", "شمالي حمص"]),
    ("وقع الهجوم في حمص وسط سوريا.", ["حمص", "سوريا"]),
    # a capital by what it is and by name
    ("وقع الهجوم في العاصمة الأفغانية كابول.", ["كابول"]),
    ("وقع الهجوم في العاصمة صنعاء.", ["صنعاء"]),
    # a facility and its town
    ("وقع الهجوم على القنصلية الأمريكية في اسطنبول.", ["القنصلية الأمريكية", "اسطنبول"]),
    ("وقع القصف على شوارع حلب.", ["حلب"]),
]


@pytest.mark.parametrize(("sentence", "expected"), NAMES)
def test_names(read: Read, sentence: str, expected: list[str]) -> None:
    assert named(read(sentence)) == expected


LISTS: list[tuple[str, list[str]]] = [
    ("سيطر الجيش على قرى الزنكورية، والمشيرفة وتل السمن.", ["الزنكورية", "المشيرفة", "تل السمن"]),
    ("سيطر الجيش على منطقتي الزنكورية وحزم المشيرفة.", ["الزنكورية", "حزم المشيرفة"]),
    ("سيطر الجيش على بلدتي الزنكورية وفتحة السد وقتل خمسة.", ["الزنكورية", "فتحة السد"]),
    ("سيطر الجيش على قريتي الزنكورية ودير فول.", ["الزنكورية", "دير فول"]),
    ("سيطر الجيش على قرية الزنكورية ومستودعات وآليات.", ["الزنكورية"]),
]


@pytest.mark.parametrize(("sentence", "expected"), LISTS)
def test_lists_after_a_plural_or_dual_noun(read: Read, sentence: str, expected: list[str]) -> None:
    assert named(read(sentence)) == expected


NO_NAMES: list[str] = [
    "قصفت الطائرات الأحياء السكنية.",
    "سيطر الجيش على مناطق واسعة.",
    "وقع الهجوم في المناطق الجنوبية الغربية.",
    "وقعت هجمات على أحياء متفرقة وأحياء بأكملها.",
    "وقع الهجوم في منطقة أحراج جبلية.",
    "تقدم الجيش نحو مدينتين كبيرتين.",
    "هاجم مسلحون نقطة تفتيش.",
    "هاجم مسلحون نقطة التفتيش وساحات القتال.",
    "هاجم مسلحون مقر حزب الله.",
    "استمرت المواجهات طوال الليل.",
    "فرض الجيش الحصار على المسلحين.",
    "نفذ الجيش العملية في إطار خطة أمنية.",
    "لم تتضح هوية المهاجمين.",
    "وقع الهجوم في ساعات الصباح الباكر.",
    "نشر ناشطون صورا للهجوم، وذكر بيان أنه لا يمكن لأي عمل أن يمر.",
    "قتل الجيش السوري خمسة مسلحين في غارات سورية.",
    "قال المتحدث لـ«الشرق الأوسط» إن الهجوم فشل.",
    "دعا المجلس إلى إحياء ذكرى الهجوم.",
    "توجه الجنود لقضاء إجازاتهم.",
    "انسحب الجيش من القواعد الجوية ومن النقاط الأمنية.",
    "أقام الجيش نقاطا لوجستية وقاعدة محصنة.",
    "دانت دول العالم الهجوم.",
    "واجه الهجوم عقبة كبيرة وعاش الجنود عزلة تامة.",
    "نفذت الشرطة حملة في ولاية تركية.",
    "نقل الجنود السجين إلى المستشفى متأثرا بجروحه.",
]


@pytest.mark.parametrize("sentence", NO_NAMES)
def test_adjectives_times_and_common_nouns_name_no_place(read: Read, sentence: str) -> None:
    assert named(read(sentence)) == []


HOMONYMS: list[tuple[str, str]] = [
    ("اندلعت اشتباكات في مدينة طرابلس الليبية.", "tripoli"),
    ("اندلعت اشتباكات في لبنان، في صور.", "tyre"),
    ("اندلعت اشتباكات في محافظة تعز اليمنية.", "taiz-governorate"),
    ("اندلعت اشتباكات في مدينة تعز اليمنية.", "taiz"),
    ("اندلعت اشتباكات قرب الأعظمية في بغداد، ثم في اليرموك.", "al-yarmouk-baghdad"),
    ("قصفت الطائرات السورية مدينة أريحا.", "ariha"),
    ("اقتحم الجنود مدينة أريحا في الضفة الغربية.", "jericho"),
]


@pytest.mark.parametrize(("sentence", "expected"), HOMONYMS)
def test_homonyms_by_noun_country_and_surroundings(read: Read, sentence: str, expected: str) -> None:
    assert expected in places(read(sentence))


ANAPHORS: list[tuple[str, list[str]]] = [
    ("دخل الجيش مدينة حمص. ثم قصفت الطائرات المدينة.", ["حمص", "حمص"]),
    ("دخل الجيش بلدة الزنكورية في محافظة حمص. ثم انسحب من البلدة.", ["الزنكورية", "حمص", "الزنكورية"]),
    ("دخل الجيش مدينة تدمر في محافظة حمص. ثم انسحب من المحافظة.", ["تدمر", "حمص", "حمص"]),
    ("دخل الجيش حي الوعر. ثم انسحب من ذات الحي.", ["الوعر", "الوعر"]),
    ("قصفت الطائرات مخيم خان الشيح. وقتل خمسة في المخيم.", ["مخيم خان الشيح", "مخيم خان الشيح"]),
    # no antecedent, or a noun for something else
    ("قصفت الطائرات المدينة.", []),
    ("دخل الجيش قضاء الرمادي. وتم القضاء على المسلحين.", ["الرمادي"]),
    ("دخل الجيش مدينة حمص. وانتشر في المناطق الشمالية.", ["حمص"]),
]


@pytest.mark.parametrize(("text", "expected"), ANAPHORS)
def test_nouns_of_place_take_up_a_name(read: Read, text: str, expected: list[str]) -> None:
    assert named(read(text)) == expected


ASIDE: list[tuple[str, list[str]]] = [
    ("سيطر الجيش على بلدة الزنكورية الحدودية مع العراق والأردن.", ["الزنكورية"]),
    ("سيطر الجيش على بلدة الزنكورية القريبة من حمص.", ["الزنكورية"]),
    ("سيطر الجيش على بلدة الزنكورية قرب الحدود مع العراق.", ["الزنكورية", "العراق"]),
    ("سيطر الجيش على بلدتي الزنكورية والحديدة على ساحل البحر الأحمر.", ["الزنكورية", "الحديدة"]),
    ("نزل الجيش على ساحل البحر الأحمر.", ["ساحل البحر الأحمر"]),
    ("انسحب الجيش إلى ساحل البحر الأحمر الخاضع لسيطرته.", ["ساحل البحر الأحمر"]),
    ("انسحب الجيش إلى بلدتي الزنكورية والحديدة الواقعتين قرب عدن.", ["الزنكورية", "الحديدة", "عدن"]),
    ("وقال مصدر بمستشفى الرمادي إن الجيش سيطر على الزنكورية.", []),
    ("وقال مصدر محلي من حلب إن الجيش سيطر على حمص.", ["حمص"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ASIDE)
def test_where_a_place_lies_or_a_source_is_goes_unsaid(
    read: Read, sentence: str, expected: list[str]
) -> None:
    assert named(read(sentence)) == expected
