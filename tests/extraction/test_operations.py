"""The names of operations."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers


def names(layers: Layers) -> list[str | None]:
    """The operation name of each claim."""
    assert layers.templates is not None
    return [c.operation_name for e in layers.templates.events for c in e.claims]


NAMES: list[tuple[str, str | None]] = [
    ('أطلق الجيش عملية "درع الشمال" في ريف حلب.', "درع الشمال"),
    ("أطلق الجيش عملية “درع الشمال” في ريف حلب.", "درع الشمال"),
    ("بدأت القوات حملة غضب النهر في ريف الرقة.", "غضب النهر"),
    ("أطلق الجيش عملية عسكرية في ريف حلب.", None),
    ("أطلق الجيش عملية في حلب.", None),
    ('بدأ الجيش معركة "" في حلب.', None),
    ("هاجم الجيش حلب.", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(read: Read, text: str, name: str | None) -> None:
    assert names(read(text)) == [name]


def test_a_name_tells_no_happening_of_its_own(read: Read) -> None:
    layers = read("هاجم الجيش حلب في إطار عملية “فجر الجرود”.")
    assert layers.templates is not None
    assert [e.type for e in layers.templates.events] == ["Attack"]


def test_a_place_in_a_name_is_not_where_it_happened(read: Read) -> None:
    layers = read('أطلق الجيش عملية "درع حلب" في إدلب.')
    assert layers.templates is not None
    places = [p.mention.text for e in layers.templates.events for c in e.claims for p in c.places]
    assert places == ["إدلب"]
