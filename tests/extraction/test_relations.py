"""Relations between actors that a text states."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers
from waqia.extraction.templates import Relation

Stated = list[tuple[str, str, str]]


def relations(layers: Layers) -> tuple[Relation, ...]:
    """The relations of a text."""
    assert layers.templates is not None
    return layers.templates.relations


STATED: list[tuple[str, Stated]] = [
    (
        "قال المتحدث باسم قوات سوريا الديمقراطية سامي الحلبي إن قصفا وقع.",
        [("spokespersonFor", "سامي الحلبي", "قوات سوريا الديمقراطية")],
    ),
    ("قال قائد جيش الإسلام سامي الحلبي إن هجوما وقع.", [("leaderOf", "سامي الحلبي", "جيش الإسلام")]),
    (
        "هاجمت هيئة تحرير الشام المؤلفة من جبهة النصرة وأحرار الشام مدينة حلب.",
        [("hasPart", "هيئة تحرير الشام", "جبهة النصرة"), ("hasPart", "هيئة تحرير الشام", "أحرار الشام")],
    ),
    (
        "قوات سوريا الديمقراطية التي تشكل وحدات حماية الشعب عمودها الفقري هاجمت الرقة.",
        [("hasPart", "قوات سوريا الديمقراطية", "وحدات حماية الشعب")],
    ),
    (
        "هاجمت قوات سوريا الديمقراطية المدعومة من الولايات المتحدة مدينة الرقة.",
        [("supportedBy", "قوات سوريا الديمقراطية", "الولايات المتحدة")],
    ),
    ("هاجمت فصائل مدعومة من تركيا مدينة حلب.", [("supportedBy", "فصائل", "تركيا")]),
    ("هاجم الفصيل الذي يقوده سامي الحلبي البلدة.", [("leaderOf", "سامي الحلبي", "الفصيل")]),
    ("شن تحالف تقوده السعودية غارات على صنعاء.", [("leaderOf", "السعودية", "تحالف")]),
    ("قال حزب الله المتحالف مع إيران إنه هاجم البلدة.", [("alliedWith", "حزب الله", "إيران")]),
    ("هاجم لواء الشام المنضوي في إطار جيش الفتح البلدة.", [("memberOf", "لواء الشام", "جيش الفتح")]),
    ("هاجم جيش الإسلام الثكنة التي احتلها جيش الفتح.", []),
    ("هاجم مسلحون الثكنة.", []),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_relations(read: Read, text: str, expected: Stated) -> None:
    assert [(r.property, r.subject.text, r.object.text) for r in relations(read(text))] == expected


@pytest.mark.parametrize(
    "text",
    ["هاجمت فصائل مدعومة من تركيا مدينة حلب.", "قال حزب الله المتحالف مع إيران إنه هاجم البلدة."],
)
def test_a_country_stands_for_its_government(read: Read, text: str) -> None:
    (relation,) = relations(read(text))
    assert relation.object.kind == "Government"
    assert relation.object.iri is not None
    assert "government" in relation.object.iri


def test_a_country_that_leads_stands_for_its_government(read: Read) -> None:
    (relation,) = relations(read("شن تحالف تقوده السعودية غارات على صنعاء."))
    assert relation.subject.kind == "Government"


def test_a_relation_told_twice_is_one(read: Read) -> None:
    layers = read(
        "قال قائد جيش الإسلام سامي الحلبي إن هجوما وقع. وأكد قائد جيش الإسلام سامي الحلبي وقوع الهجوم."
    )
    assert len(relations(layers)) == 1


def test_a_relation_is_credited_to_who_states_it(read: Read) -> None:
    (relation,) = relations(read("قال مصدر عسكري إن جيش الإسلام المدعوم من السعودية انسحب."))
    assert relation.source is not None
    assert relation.source.text == "مصدر عسكري"


def test_a_post_keeps_its_words(read: Read) -> None:
    layers = read("قال المتحدث باسم قوات سوريا الديمقراطية سامي الحلبي إن قصفا وقع.")
    (relation,) = relations(layers)
    assert relation.post == "المتحدث باسم قوات سوريا الديمقراطية"
    evidence = layers.article.text[relation.evidence.start : relation.evidence.end]
    assert evidence == "المتحدث باسم قوات سوريا الديمقراطية سامي الحلبي"
