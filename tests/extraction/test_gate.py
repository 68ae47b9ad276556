"""The gate: texts of conflict and its politics pass, those that only use its words do not."""

from __future__ import annotations

import pytest

from waqia.extraction import lexicon
from waqia.extraction.gate import Gate


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(lexicon.load())


PASS = [
    "قصفت مدفعية الجيش قرى في ريف إدلب وقتل ثلاثة مدنيين",
    "تظاهر المئات في وسط تونس احتجاجا على اعتقال ناشطين",
    "التقى المبعوث الأممي وفد الحوثيين في مسقط",
    "اعتقلت قوات الأمن عشرين مسلحا في سيناء",
    "فر نحو ألف نازح من الموصل إلى أربيل",
    "قتل شيخ قبيلة برصاص مجهولين في ذمار",
    "أفرجت حركة طالبان عن رهينة أجنبي",
    "حكمت محكمة عسكرية على متهمين بالانتماء إلى داعش",
]
TURN_AWAY = [
    "قاد المهاجم هجوم فريقه وسجل هدفين في مرمى الحارس خلال مباراة الدوري",
    "اشتعلت حرب أسعار بين شركات الطيران وتراجعت أرباح السوق",
    "قصف المنتخب شباك ضيفه في البطولة وسط جماهير الملعب",
    "سيطرت فرق الدفاع المدني على حريق في مصنع ونقلت المصابين إلى المستشفى للعلاج",
    "لقي سائق مصرعه في حادث مروري إثر تصادم مركبته بشاحنة",
    "ألقت الشرطة القبض على لص متهم بسرقة هواتف من متاجر",
    "أطلقت البلدية حملة نظافة في الحدائق ضمن برنامج الصيف",
    "شن كاتب هجوما على فيلم عرض في مهرجان السينما",
    "خسر الفريق معركة التأهل في كأس العالم لكرة القدم",
    "تكافح المستشفيات فيروسا أصاب عشرات المرضى",
    "طعن رجل زوجته بعد شجار واعتقلته الشرطة",
]


@pytest.mark.parametrize("text", PASS)
def test_conflict_passes(gate: Gate, text: str) -> None:
    assert gate.opens(text)


@pytest.mark.parametrize("text", TURN_AWAY)
def test_other_fields_are_turned_away(gate: Gate, text: str) -> None:
    assert not gate.opens(text)


def test_a_text_without_words_of_any_field_is_turned_away(gate: Gate) -> None:
    assert not gate.opens("صباح الخير أيها القراء")


@pytest.mark.parametrize("form", ["الحوثيون", "والحوثيين", "للحوثيين", "بالحوثيين", "حوثيا", "الحوثية"])
def test_a_word_counts_in_its_forms(gate: Gate, form: str) -> None:
    assert gate.weight(form) == gate.weight("حوثي") > 0


def test_a_name_is_not_another_word_with_its_ending_off(gate: Gate) -> None:
    assert gate.weight("طالبان") > 0 > gate.weight("طالب")


def test_a_word_said_again_counts_less(gate: Gate) -> None:
    once, twice = gate.weight("غارة"), gate.weight("غارة ثم غارة")
    assert once < twice < 2 * once


def test_hamza_and_vowels_do_not_matter(gate: Gate) -> None:
    assert gate.weight("إِرهاب") == gate.weight("ارهاب") > 0
