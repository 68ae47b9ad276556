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
]
NEIGHBOURS: list[tuple[str, Placed]] = [
    (
        "قصفت الطائرات بلدة تلبيسة. وتلا ذلك اشتباك بين الجيش والمسلحين.",
        [("Airstrike", {"تلبيسة"}), ("ArmedClash", {"تلبيسة"})],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AROUND + FRAMES + THERE + NEIGHBOURS)
def test_places_of_happenings(read: Read, text: str, expected: Placed) -> None:
    assert placed(read(text)) == expected
