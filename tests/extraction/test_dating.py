"""Which time dates which happening. The texts are published on 9 August 2015, a Sunday."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers

Dated = dict[str, str | None]


def dated(layers: Layers) -> Dated:
    """The date of each happening by its type."""
    assert layers.templates is not None
    return {e.type: e.date for e in layers.templates.events}


DATES: list[tuple[str, Dated]] = [
    ("انفجرت عبوة ناسفة في حلب أمس.", {"Bombing": "2015-08-08"}),
    # each time dates what stands in its own clause
    (
        "اعتقلت الشرطة شخصين في حلب الجمعة، وانفجرت عبوة في إدلب السبت.",
        {"Arrest": "2015-08-07", "Bombing": "2015-08-08"},
    ),
    # the day of the report dates what nothing else does
    ("قال مصدر عسكري أمس إن مسلحين هاجموا ثكنة في حلب.", {"Attack": "2015-08-08"}),
    ("قال مصدر عسكري أمس إن مسلحين هاجموا ثكنة في حلب الجمعة.", {"Attack": "2015-08-07"}),
    # a time in a clause of its own does not date the main one
    (
        "هاجم مسلحون ثكنة في حلب، فيما أعلن الجيش أن عبوة انفجرت في إدلب أمس.",
        {"Attack": None, "Bombing": "2015-08-08"},
    ),
    # a relative clause is not dated from outside
    (
        "اعتقلت الشرطة أمس الرجل الذي هاجم الثكنة.",
        {"Arrest": "2015-08-08", "Attack": None},
    ),
    # nor does it date what is around it
    (
        "اعتقلت الشرطة الرجل الذي هاجم الثكنة في يوليو الماضي.",
        {"Arrest": None, "Attack": "2015-07"},
    ),
    # the first day of what lasts
    ("بدأ الجيش حملة عسكرية في ريف حلب في 3 أغسطس.", {"Offensive": "2015-08-03/.."}),
    # the day of a claim or announcement is not that of the act, where the text tells the latter
    (
        "تبنى التنظيم أمس هجوما بسيارة مفخخة أدى الخميس إلى مقتل جنديين في حمص.",
        {"CarBombing": "2015-08-06"},
    ),
    ("تبنى التنظيم أمس هجوما بسيارة مفخخة في حمص.", {"CarBombing": "2015-08-08"}),
    ("سيطر الجيش على البلدة، حسبما أفادت مصادر عسكرية أمس.", {"Capture": "2015-08-08"}),
    # how fast acts followed each other dates none of them
    ("سيطر الجيش أمس على حلب، في ثالث انتصار له خلال أسبوع.", {"Capture": "2015-08-08"}),
    # what is listed after a relative clause and a comma is outside of it
    (
        "أبرزها الغارة على تدمر في مارس التي أوقعت 20 قتيلا، والهجوم على فندق في حمص في يونيو.",
        {"Airstrike": "2015-03", "Attack": "2015-06"},
    ),
    # a vague time leaves open when it was
    ("قتل مسلحون جنديين في حماة أخيرا، كما أعلن الجيش أمس.", {"Killing": None}),
    # nor does the day of the report date what a clause says of the dead
    ("أعلن الجيش أمس أنه قتل متشددين بايعوا التنظيم.", {"Killing": "2015-08-08", "Agreement": None}),
    # so many days before what is told
    ("أعلن الوزير عن الخطة أمس غداة اجتماع مع قادة الجيش في دمشق.", {"Talks": "2015-08-07"}),
    ("تسلم الرئيس أمس التقرير بعد يومين من زيارة قام بها الوزير إلى دمشق.", {"Talks": "2015-08-06"}),
    (
        "استعاد الجيش أمس بلدة سراقب بعد يومين من المعارك.",
        {"Capture": "2015-08-08", "ArmedClash": "2015-08-08"},
    ),
    # what a clause dates back to is its own
    ("حكمت المحكمة على ستة متهمين بالسجن، وتعود القضية إلى عام 2013.", {"Trial": None}),
    # since this morning is today
    ("تقصف الطائرات بلدة سراقب منذ صباح اليوم.", {"Airstrike": "2015-08-09"}),
    # what lasts goes on since, what is done holds since
    ("قتل المئات في الحرب الأهلية التي بدأت في مارس 2011.", {"ArmedClash": "2011-03/.."}),
    ("تراقب لجنة في دمشق الهدنة المعلنة منذ عام 2013 بين الجيش والمتمردين.", {"Ceasefire": "2013"}),
    # the year that heads an entry of a calendar
    ("1982 - مقتل 300 مدني في قصف على بيروت.", {"Shelling": "1982"}),
    # a taking happens on a day, whatever began with it
    ("يسود الهدوء منذ أن سيطر التنظيم على تدمر في 21 مايو.", {"Capture": "2015-05-21"}),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_of_happenings(read: Read, text: str, expected: Dated) -> None:
    assert dated(read(text)) == expected


def test_the_day_of_the_story_goes_on(read: Read) -> None:
    layers = read("هاجم مسلحون ثكنة في حلب أمس.\nوقصف الطيران البلدة.")
    assert dated(layers) == {"Attack": "2015-08-08", "Airstrike": "2015-08-08"}


def test_the_day_of_the_story_ends_where_another_starts(read: Read) -> None:
    layers = read("هاجم مسلحون ثكنة في حلب أمس.\nمن جهة أخرى، شن الطيران غارة على بلدة سراقب.")
    assert dated(layers) == {"Attack": "2015-08-08", "Airstrike": None}


def test_what_is_answered_lies_before_the_story(read: Read) -> None:
    layers = read(
        "قتل مسلحون شرطيين في حلب أمس.\nوقالت الحركة إن العملية جاءت ردا على القصف الجوي على سراقب."
    )
    assert dated(layers)["Airstrike"] is None


def test_no_story_goes_on_from_long_ago(read: Read) -> None:
    layers = read("هاجم مسلحون ثكنة في حلب في 3 مارس 2012.\nوقصف الطيران بلدة سراقب.")
    assert dated(layers) == {"Attack": "2012-03-03", "Airstrike": None}


def test_the_most_exact_date_counts(read: Read) -> None:
    layers = read(
        "قتل جنديان في انفجار عبوة ناسفة في حلب الأسبوع الماضي.\nووقع الانفجار في حلب يوم الأربعاء."
    )
    assert dated(layers) == {"Bombing": "2015-08-05"}


def test_what_comes_after_the_report_is_planned(read: Read) -> None:
    layers = read("تبدأ المحكمة النظر في قضية المتهمين في أكتوبر المقبل.")
    assert layers.templates is not None
    assert {c.stance.value for e in layers.templates.events for c in e.claims} <= {"Plans"}


def test_what_began_before_the_report_and_goes_on_is_told(read: Read) -> None:
    layers = read("قتل 300 مدني في حلب منذ بداية أغسطس.")
    assert layers.templates is not None
    assert [c.stance.value for e in layers.templates.events for c in e.claims] == ["Asserts"]
