"""Relations that begin or end with what is told, and names once borne."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

Stated = list[tuple[str, str, str, str | None, str | None]]

MEMBERS: list[tuple[str, Stated]] = [
    (
        "انضم لواء الغرباء إلى جيش الإسلام في يناير 2014.",
        [("memberOf", "لواء الغرباء", "جيش الإسلام", "2014-01", None)],
    ),
    (
        "أعلنت كتيبة النور انضمامها إلى جيش الإسلام أمس.",
        [("memberOf", "كتيبة النور", "جيش الإسلام", "2015-08-08", None)],
    ),
    (
        "هاجم لواء الغرباء الذي انضم إلى جيش الإسلام في 2014 بلدة دوما.",
        [("memberOf", "لواء الغرباء", "جيش الإسلام", "2014", None)],
    ),
    ("انضم لواء الغرباء إلى جيش الإسلام.", [("memberOf", "لواء الغرباء", "جيش الإسلام", None, None)]),
    (
        "انشق لواء الغرباء عن جيش الإسلام في مايو 2014.",
        [("memberOf", "لواء الغرباء", "جيش الإسلام", None, "2014-05")],
    ),
    (
        "أعلن لواء الغرباء انشقاقه عن الجيش السوري الحر.",
        [("memberOf", "لواء الغرباء", "الجيش السوري الحر", None, "2015-08-09")],
    ),
    (
        "انشق العقيد سامي الحلبي عن الجيش السوري في 2011.",
        [("memberOf", "سامي الحلبي", "الجيش السوري", None, "2011")],
    ),
    (
        "اندمجت حركة نور الدين الزنكي مع أحرار الشام في مارس 2014.",
        [("mergedWith", "حركة نور الدين الزنكي", "أحرار الشام", "2014-03", None)],
    ),
    ("اندمج لواء الغرباء في جيش الإسلام.", [("mergedWith", "لواء الغرباء", "جيش الإسلام", None, None)]),
    (
        "انضم لواء الغرباء إلى جيش الإسلام في يناير 2013. وانشق لواء الغرباء عن جيش الإسلام في مايو 2014.",
        [
            ("memberOf", "لواء الغرباء", "جيش الإسلام", "2013-01", None),
            ("memberOf", "لواء الغرباء", "جيش الإسلام", None, "2014-05"),
        ],
    ),
    ("دعا وجهاء المدينة لواء الغرباء إلى الانضمام إلى جيش الإسلام.", []),
    ("نفى لواء الغرباء انضمامه إلى جيش الإسلام.", []),
    ("قد ينضم لواء الغرباء إلى جيش الإسلام.", []),
    ("انضم عشرات المقاتلين إلى جيش الإسلام.", []),
    ("انضمت فصائل إلى جيش الإسلام.", []),
    ("وقع جيش الإسلام اتفاقا مع أحرار الشام.", []),
]

NAMES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "شنت هيئة تحرير الشام، المعروفة سابقا باسم جبهة النصرة، هجوما على حلب.",
        [("هيئة تحرير الشام", "جبهة النصرة")],
    ),
    ("شنت هيئة تحرير الشام (جبهة النصرة سابقا) هجوما على حلب.", [("هيئة تحرير الشام", "جبهة النصرة")]),
    ("شنت جبهة فتح الشام التي كانت تعرف بجبهة النصرة هجوما على حلب.", [("جبهة فتح الشام", "جبهة النصرة")]),
    ("هاجمت جبهة فتح الشام، التي كانت تسمى جبهة النصرة، حلب.", [("جبهة فتح الشام", "جبهة النصرة")]),
    ("غيرت جبهة النصرة اسمها إلى جبهة فتح الشام.", [("جبهة فتح الشام", "جبهة النصرة")]),
    ("قال مصدر إن جبهة النصرة غيرت اسمها إلى جبهة فتح الشام.", [("جبهة فتح الشام", "جبهة النصرة")]),
    ("هاجمت جبهة النصرة وجيش الإسلام سابقا بلدة دوما.", []),
    ("كانت جبهة النصرة وجيش الإسلام في حلب.", []),
    ("هاجمت جبهة النصرة التي كانت في حلب جيش الإسلام.", []),
    ("هاجمت جبهة النصرة المعروفة باسم تنظيم القاعدة في بلاد الشام بلدة دوما.", []),
    ("أرسلت جبهة النصرة اسمها إلى جيش الفتح.", []),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members_since_when_and_until_when(read: Read, text: str, expected: Stated) -> None:
    templates = read(text).templates
    assert templates is not None
    found = [(r.property, r.subject.text, r.object.text, r.since, r.until) for r in templates.relations]
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_once_borne(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    templates = read(text).templates
    assert templates is not None
    assert [(r.subject.text, r.object.text) for r in templates.relations] == expected
    assert {r.property for r in templates.relations} <= {"formerName"}


@pytest.mark.parametrize(
    "text",
    [
        "قال مصدر عسكري إن لواء الغرباء انضم إلى جيش الإسلام في مايو 2014.",
        "قال مصدر عسكري إن جبهة النصرة غيرت اسمها إلى جبهة فتح الشام.",
    ],
)
def test_who_states_it_is_credited(read: Read, text: str) -> None:
    layers = read(text)
    assert layers.templates is not None
    (relation,) = layers.templates.relations
    assert relation.source is not None
    assert relation.source.text == "مصدر عسكري"
    assert "إن" not in layers.article.text[relation.evidence.start : relation.evidence.end].split()
