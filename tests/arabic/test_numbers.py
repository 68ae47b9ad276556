from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqia.arabic.numbers import WORDS, Quantity, QuantityKind, noun_number, quantities
from waqia.arabic.tokens import tokenize

CASES = Path(__file__).parent / "cases" / "numbers.tsv"


def read_cases() -> list[tuple[str, ...]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def knows_nothing(_: str) -> bool:
    return False


def shown(text: str, known: Callable[[str], bool] = knows_nothing) -> str:
    tokens = tokenize(text, known)
    return " ; ".join(
        show(text[tokens[found.first].start : tokens[found.last - 1].end], found)
        for found in quantities(tokens)
    )


def show(words: str, found: Quantity) -> str:
    maximum = "" if found.maximum is None else str(found.maximum)
    about = " ~" if found.approximate else ""
    kind = "" if found.kind is QuantityKind.COUNT else f" {found.kind}"
    return f"{words} = {found.minimum}..{maximum}{about}{kind}"


@pytest.mark.parametrize(("phrase", "expected"), read_cases())
def test_a_number_is_read_with_its_bounds_and_kind(phrase: str, expected: str) -> None:
    assert shown(phrase) == expected


@pytest.mark.parametrize(("phrase", "expected"), read_cases())
def test_how_the_tokens_were_split_makes_no_difference(phrase: str, expected: str) -> None:
    assert shown(phrase, WORDS.__contains__) == expected


def test_ordinals_are_marked() -> None:
    tokens = tokenize("الهجوم الثالث على خمسة مواقع", knows_nothing)
    assert [found.ordinal for found in quantities(tokens)] == [True, False]


def test_a_percentage_takes_its_hundred_along() -> None:
    assert shown("عشرة في المئة من مئة") == "عشرة = 10..10 percentage ; مئة = 100..100"


# The words of a number, written here from the rules of the grammar and not from the reader's tables.
UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = (
    ["", "مئة", "مئتان"] + [f"{unit.removesuffix('ة')}مئة" for unit in UNITS[3:8]] + ["ثمانيمئة", "تسعمئة"]
)
SCALES = [(1_000_000, "مليون", "مليونان", "ملايين", "مليونا"), (1_000, "ألف", "ألفان", "آلاف", "ألفا")]


def below_hundred(number: int) -> str:
    tens, units = divmod(number, 10)
    if number < 10:
        return UNITS[number]
    if number < 20:
        first = {10: "", 11: "أحد ", 12: "اثنا "}.get(number, UNITS[units] + " ")
        return "عشرة" if number == 10 else first + "عشر"
    return " و".join(filter(None, [UNITS[units], TENS[tens]]))


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    return " و".join(filter(None, [HUNDREDS[hundreds], below_hundred(rest) if rest else ""]))


def scaled(count: int, one: str, two: str, several: str, many: str) -> str:
    hundreds, rest = divmod(count, 100)
    if hundreds and rest in (1, 2):  # "مئة ألف وألفان"
        return f"{HUNDREDS[hundreds].replace('مئتان', 'مئتا')} {one} و{one if rest == 1 else two}"
    if count <= 2:
        return one if count == 1 else two
    if not rest:
        return f"{HUNDREDS[hundreds].replace('مئتان', 'مئتا')} {one}"
    return f"{below_thousand(count)} {several if 3 <= rest <= 10 else many}"


def in_words(number: int) -> str:
    if number == 0:
        return "صفر"
    parts = []
    for scale, *names in SCALES:
        count, number = divmod(number, scale)
        if count:
            parts.append(scaled(count, *names))
    if number:
        parts.append(below_thousand(number))
    return " و".join(parts)


@given(st.integers(0, 9_999_999))
def test_every_number_in_words_is_read_back(number: int) -> None:
    tokens = tokenize(in_words(number), knows_nothing)
    [found] = quantities(tokens)
    assert (found.minimum, found.maximum) == (number, number)
    assert (found.first, found.last) == (0, len(tokens))


@given(st.integers(0, 9_999_999))
def test_the_other_case_and_spelling_say_the_same_number(number: int) -> None:
    words = re.sub("(?<!ملي)ون", "ين", in_words(number)).replace("مئتا ", "مئتي ").replace("ئتان", "ئتين")
    words = words.replace("فان", "فين").replace("نان", "نين").replace("مئة", "مائة").replace("اثنا ", "اثني ")
    [found] = quantities(tokenize(words, knows_nothing))
    assert (found.minimum, found.maximum) == (number, number)


@given(st.text(alphabet="واحدثنمئةألفعشرينب 0123456789.,-:()«»%/", max_size=40))
def test_no_text_breaks_the_reader_and_no_numbers_overlap(text: str) -> None:
    tokens = tokenize(text, knows_nothing)
    last = 0
    for found in quantities(tokens):
        assert last <= found.first < found.last <= len(tokens)
        assert found.maximum is None or found.minimum <= found.maximum
        last = found.last


SINGULARS = frozenset("جندي ضابط شرطي مدني امراه غاره طفل عنصر فارس".split())
BROKEN = frozenset("جندي ضابط امراه طفل عنصر فارس".split())


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("جندي", (1, 1)),
        ("جنديا", (1, 1)),
        ("ضابطان", (2, 2)),
        ("جنديين", (2, 2)),
        ("شرطيين", (2, None)),
        ("مدنيين", (2, None)),
        ("شرطيان", (2, 2)),
        ("امراتان", (2, 2)),
        ("غارتين", (2, 2)),
        ("غارتا", (2, 2)),
        ("غارتي", (2, 2)),
        ("جنود", None),
        ("فرسان", None),
        ("شرطيون", None),
        ("ان", None),
        ("", None),
    ],
)
def test_a_noun_says_by_its_form_how_many(noun: str, expected: tuple[int, int | None] | None) -> None:
    assert noun_number(noun, SINGULARS.__contains__, BROKEN.__contains__) == expected
