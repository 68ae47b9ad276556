"""Whom "قواته", "هذه القوات" and "طائرات التحالف" stand for."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.phrases import Phrase

STANDING_FOR = [
    ("شن تنظيم الدولة هجوما وقتل مقاتلوه خمسة.", "مقاتلوه", "تنظيم الدولة"),
    (
        "تقدمت قوات سوريا الديمقراطية أمس. وقالت القوات إنها سيطرت على الطبقة.",
        "القوات",
        "قوات سوريا الديمقراطية",
    ),
    (
        "أكد المتحدث باسم قوات سوريا الديمقراطية طلال سلو أن هذه القوات سيطرت على الطبقة.",
        "القوات",
        "قوات سوريا الديمقراطية",
    ),
    ("قصفت طائرات التحالف مدينة الرقة.", "طائرات التحالف", "التحالف"),
    ("انسحبت القوات من الطبقة.", "القوات", None),
]


def named(read: Read, text: str, words: str) -> Phrase:
    phrases = [p for s in read(text).sentences for p in s.phrases if p.mention.text == words]
    assert phrases
    return phrases[-1]


@pytest.mark.parametrize(("text", "words", "organization"), STANDING_FOR)
def test_stands_for(read: Read, text: str, words: str, organization: str | None) -> None:
    found = named(read, text, words).organization
    assert (found and found.text) == organization
