"""Which figures the claims of a text carry."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers

Told = list[tuple[int, str | None]]


def claimed(layers: Layers) -> Told:
    """Each figure with its source, in the order of the claims."""
    assert layers.templates is not None
    return [
        (f.minimum, c.source.text if c.source else None)
        for e in layers.templates.events
        for c in e.claims
        for f in c.figures
    ]


def test_an_unsourced_figure_of_other_people_or_bounds_is_its_own(read: Read) -> None:
    layers = read("قتل جنديان على الأقل في كمين قرب حلب. وقالت الشرطة إن جنديين قتلا في الكمين.")
    assert sorted(claimed(layers), key=str) == [(2, "الشرطة"), (2, None)]


HEADLINES: list[tuple[str, Told]] = [
    # a headline that the body repeats, and one that it contradicts
    ("مقتل 12 جنديا في كمين\nقتل 12 جنديا في كمين قرب حلب.", [(12, None)]),
    ("مقتل 12 جنديا في كمين\nقتل 15 جنديا في كمين قرب حلب.", [(12, None), (15, None)]),
    # within the bounds of the body's figure
    ("مقتل عشرات الجنود في كمين\nقتل 45 جنديا في كمين قرب حلب.", [(45, None)]),
    # the sum of the body's figures
    ("مقتل خمسة في كمين\nقتل جنديان وثلاثة شرطيين في كمين قرب حلب.", [(2, None), (3, None)]),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_figures_of_headlines(read: Read, text: str, expected: Told) -> None:
    assert sorted(claimed(read(text))) == sorted(expected)


def test_an_unsourced_lead_that_repeats_a_sourced_figure_is_one_figure(read: Read) -> None:
    layers = read("قتل 12 جنديا في كمين قرب حلب.\nوقال مصدر عسكري إن 12 جنديا قتلوا في الكمين.")
    assert claimed(layers) == [(12, "مصدر عسكري")]


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("قتل العشرات", [(20, "مصدر عسكري"), (20, None)]),
        ("قتل 12 جنديا", [(12, "مصدر عسكري")]),
    ],
)
def test_dozens_that_the_article_tells_after_its_source_are_its_own(
    read: Read, again: str, expected: Told
) -> None:
    layers = read(
        f"قال مصدر عسكري إن هجوما وقع على مقر قرب حلب و{again} فيه.\n{again} في هجوم على مقر قرب حلب."
    )
    assert sorted(claimed(layers), key=str) == sorted(expected, key=str)


def test_deaths_that_come_to_others_are_told_so(read: Read) -> None:
    layers = read("أسفر هجوم على مقر في حلب عن مقتل 15 جنديا وإصابة 20 إضافة إلى مقتل المهاجمين الأربعة.")
    assert layers.templates is not None
    figures = [f for e in layers.templates.events for c in e.claims for f in c.figures]
    assert [(f.minimum, f.in_addition_to) for f in figures] == [(15, None), (4, 0), (20, None)]


def test_an_unsourced_figure_with_a_part_that_no_source_tells_is_its_own(read: Read) -> None:
    source = "\nوقال مصدر عسكري إن 12 جنديا، بينهم رقيب، قتلوا في الكمين."
    own = read(f"قتل 12 جنديا، بينهم ضابطان اثنان، في كمين قرب حلب.{source}")
    assert sorted(claimed(own), key=str) == [
        (1, "مصدر عسكري"),
        (12, "مصدر عسكري"),
        (12, None),
        (2, None),
    ]
    repeated = read(f"قتل 12 جنديا، بينهم رقيب، في كمين قرب حلب.{source}")
    assert claimed(repeated) == [(12, "مصدر عسكري"), (1, "مصدر عسكري")]


def test_one_source_tells_a_figure_once(read: Read) -> None:
    layers = read(
        "قال مصدر عسكري إن 12 جنديا قتلوا في كمين قرب حلب. وأضاف المصدر أن الكمين أدى إلى مقتل 12 جنديا."
    )
    assert claimed(layers) == [(12, "مصدر عسكري")]


def test_links_between_figures_follow_them(read: Read) -> None:
    layers = read(
        "قال مصدر عسكري إن 12 جنديا قتلوا في كمين قرب حلب. وأضاف المصدر أن من بين القتلى ثلاثة ضباط."
    )
    assert layers.templates is not None
    figures = [f for e in layers.templates.events for c in e.claims for f in c.figures]
    assert [(f.minimum, f.included_in) for f in figures] == [(12, None), (3, 0)]


def test_two_persons_are_two_figures(read: Read) -> None:
    layers = read(
        "قال مصدر عسكري إن العقيد سامي الحلبي قتل في كمين قرب حلب. "
        "وأضاف المصدر أن الكمين أدى إلى مقتل العميد كريم الراوي."
    )
    assert claimed(layers) == [(1, "مصدر عسكري"), (1, "مصدر عسكري")]
