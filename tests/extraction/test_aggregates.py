"""What is a total, a campaign or a period, and what one happening."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers
from waqia.extraction.templates import Realization


def realizations(layers: Layers) -> list[Realization]:
    """What kind of happening each template is."""
    assert layers.templates is not None
    return [e.realization for e in layers.templates.events]


TOTALS = [
    "شن الطيران غارات على حلب خلال الأسبوع الماضي.",
    "قتل 300 مدني في حلب منذ بداية العام.",
    "أعدم التنظيم مئة شخص خلال شهر.",
    "شن الطيران أكثر من 120 غارة على حلب.",
    "اندلعت الحرب في سوريا عام 2011.",
    "تواصلت الغارات على حلب.",
]


@pytest.mark.parametrize("text", TOTALS)
def test_totals(read: Read, text: str) -> None:
    assert realizations(read(text)) == [Realization.AGGREGATE]


SINGLE = [
    "شن الطيران غارة على حلب.",
    "شن الطيران غارات على حلب أمس.",
    "شن الطيران 30 غارة على حلب أمس.",  # of one day
    "شنت في العام 2013 هجوما انتحاريا على السفارة.",  # a year is no number of attacks
    "شن الطيران ثلاث غارات على حلب.",
    "بدأ الجيش حملة عسكرية في ريف حلب منذ شهر.",  # a named or unnamed operation is one happening
    "يحاصر الجيش حلب منذ شهر.",
    "هاجم مسلحون ثكنة في حلب خلال الأسبوع الماضي.",
]


@pytest.mark.parametrize("text", SINGLE)
def test_single_happenings(read: Read, text: str) -> None:
    assert realizations(read(text)) == [Realization.EVENT]
