"""Bytes become the text that was written, or an error; never another text."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqia.articles.decoding import decode, require_arabic
from waqia.errors import UnreadableArticle

SENTENCE = "قُتل ثلاثةُ جنودٍ وأصيب آخرون، أمس الأحد، في هجومٍ على حاجزٍ شرقي المدينة؛ بحسب «مصدر أمني»."
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
words = st.text(LETTERS, min_size=2, max_size=9)
marks = st.sampled_from(["", "،", ".", "؟", " 12", "\r\n", " - ", "»", "\u064b"])
texts = st.lists(st.tuples(words, marks), min_size=3, max_size=40).map(
    lambda parts: " ".join(word + mark for word, mark in parts)
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256")


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=texts)
def test_round_trip(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), SENTENCE.encode("utf-16")]
)
def test_utf16_with_byte_order_mark(mark: bytes) -> None:
    assert decode(mark) == SENTENCE


def test_the_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + SENTENCE.encode())[0] == SENTENCE[0]


def test_line_ends_and_joiners_stay_as_they_are() -> None:
    text = "قال\u200c المصدر\r\nإن القصف\rتوقف\u2028مساء"
    assert decode(text.encode()) == text


def test_latin_words_with_accents_in_windows_1256() -> None:
    text = SENTENCE + " ونقلت Libération الخبر."
    assert decode(text.encode("cp1256")) == text


@pytest.mark.parametrize("encoding", ["iso8859_6", "mac_arabic", "cp1251", "gbk", "shift_jis"])
def test_other_encodings_are_refused_rather_than_mangled(encoding: str) -> None:
    foreign = {
        "cp1251": "Три солдата погибли при взрыве у города. ",
        "gbk": "三名士兵在城市附近的爆炸中丧生。 ",
    }
    foreign["shift_jis"] = "町の近くで爆発があり兵士三人が死亡した。 "
    text = foreign.get(encoding, "أعلن مصدر عسكري مقتل ثلاثة جنود في هجوم على حاجز شرقي المدينة مساء أمس. ")
    with pytest.raises(UnreadableArticle, match="no encoding that waqia reads"):
        decode((text * 5).encode(encoding))


def test_damaged_utf8_says_where() -> None:
    data = "سطر أول\nقتل ".encode() + b"\xff" + " ثلاثة جنود".encode()
    with pytest.raises(UnreadableArticle) as caught:
        decode(data, file="a.txt")
    assert str(caught.value) == "a.txt:2:5: is damaged UTF-8: byte 21 cannot be decoded"


def test_utf8_cut_in_the_middle_of_a_letter() -> None:
    with pytest.raises(UnreadableArticle, match="damaged UTF-8"):
        decode(SENTENCE.encode() + "ق".encode()[:1])


def test_damaged_utf16_says_where() -> None:
    with pytest.raises(UnreadableArticle, match=r"^a.txt:1:\d+: is damaged UTF-16"):
        decode(SENTENCE.encode("utf-16") + b"\x06", file="a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + random.Random(1).randbytes(4000),  # noqa: S311 (no secret)
        random.Random(2).randbytes(50_000),  # noqa: S311
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
        SENTENCE.encode("utf-32"),
        SENTENCE.encode() + b"\x00",
        b"\x01\x02\x03\x04\x05\x07\x08",
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableArticle):
        decode(data)


def test_a_stray_control_character_is_left_where_it_is() -> None:
    assert decode((SENTENCE + "\x1a").encode()) == SENTENCE + "\x1a"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        (" \n\u00a0\n", "is empty"),
        ("Three soldiers were killed near the town (دمشق).", "is not Arabic"),
        ("12345", "is not Arabic"),
        ("به گزارش خبرگزاری‌ها، در پی انفجار گستردهٔ شب گذشته چند نفر کشته شدند و پلیس گفت که " * 4, "Persian"),
        (
            "دھماکے کے بعد شہر میں ہنگامی حالت نافذ کر دی گئی اور فوج کو طلب کر لیا گیا ہے " * 4,
            "Persian or Urdu",
        ),
    ],
)
def test_what_is_not_arabic(text: str, reason: str) -> None:
    with pytest.raises(UnreadableArticle, match=reason):
        require_arabic(text)


def test_arabic_with_foreign_names_is_arabic() -> None:
    require_arabic(SENTENCE + " (AFP) Human Rights Watch, چاد گروزني " + SENTENCE * 3)
