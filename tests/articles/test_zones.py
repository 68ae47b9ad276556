"""The article told from the page around it: by form and by general cue words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqia.articles import Article, ZoneKind, body, read

FIRST = "أعلن مصدر عسكري مقتل ثلاثة جنود وإصابة آخرين في هجوم شنه مسلحون على حاجز شرقي المدينة مساء أمس."
SECOND = "وقال شهود إن دوي الانفجار سمع في أحياء بعيدة، وإن سيارات الإسعاف هرعت إلى المكان."
LAST = "ولم تعلن أي جهة مسؤوليتها عن الهجوم."


def zones(*lines: str, title: str | None = None) -> list[tuple[str, str]]:
    """Return the kind and the text of each zone of an article of `lines`."""
    article = Article("a", "\n".join(lines), title=title)
    return [(zone.kind.value, article.text[zone.start : zone.end]) for zone in body(article)]


def kinds(*lines: str, title: str | None = None) -> list[str]:
    return [kind for kind, _ in zones(*lines, title=title)]


def test_running_text_is_one_zone() -> None:
    assert zones(FIRST, SECOND, LAST) == [("body", f"{FIRST}\n{SECOND}\n{LAST}")]


def test_a_headline() -> None:
    assert kinds("مقتل ثلاثة جنود في هجوم", FIRST, LAST) == ["headline", "body"]


@pytest.mark.parametrize(
    "headline", ["من قتل الجنود؟", "مقتل جنود..", "«3» قتلى بهجوم", "ليبيا: مقتل 3 جنود"]
)
def test_headlines_of_other_forms(headline: str) -> None:
    assert kinds(headline, FIRST) == ["headline", "body"]


def test_two_headlines_are_two_zones() -> None:
    assert kinds("هجوم دام", "مقتل ثلاثة جنود شرقي المدينة", FIRST) == ["headline", "headline", "body"]


def test_a_first_sentence_is_no_headline() -> None:
    assert kinds(LAST, FIRST) == ["body"]


def test_a_lone_line_is_the_article() -> None:
    assert kinds("مقتل ثلاثة جنود في هجوم شرقي المدينة") == ["body"]


def test_the_title_given_with_the_article_is_a_headline_even_if_it_ends_in_a_stop() -> None:
    title = "مقتل ثلاثة جنود في هجوم شرقي المدينة."
    assert kinds(title, FIRST, title=title) == ["headline", "body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "اليوم السابع – بنغازي (ليبيا)",
        "محمد سالم – متابعات",
        "دمشق – وكالات",
        "القاهرة (رويترز)",
        "بغداد 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس",
        "07-12-2024 | 02:47",
    ],
)
def test_a_dateline_after_the_headline(dateline: str) -> None:
    assert zones("مقتل ثلاثة جنود في هجوم", dateline, FIRST)[1] == ("dateline", dateline)


@pytest.mark.parametrize("dateline", ["صحيفة الغد – الرياض", "سانا - دمشق"])
def test_a_dateline_without_a_headline(dateline: str) -> None:
    assert kinds(dateline, FIRST) == ["dateline", "body"]


def test_a_section_with_its_date_line() -> None:
    found = zones("الشرق الأوسط", "07-12-2024 | 02:47", "مقتل ثلاثة جنود", FIRST)
    assert found[0] == ("dateline", "الشرق الأوسط\n07-12-2024 | 02:47")
    assert [kind for kind, _ in found] == ["dateline", "headline", "body"]


@pytest.mark.parametrize(
    "dateline", ["دمشق (رويترز) - ", "سانا - دمشق: ", "واس – الرياض: ", "عدن - وكالات: "]
)
def test_a_dateline_inside_the_first_paragraph(dateline: str) -> None:
    assert zones(dateline + FIRST) == [("dateline", dateline.strip()), ("body", FIRST)]


@pytest.mark.parametrize("lead", ["قالت رويترز: ", "المرصد السوري: ", "الجيش - كما قال - صد الهجوم: "])
def test_a_lead_that_is_no_dateline(lead: str) -> None:
    assert zones(lead + FIRST) == [("body", lead + FIRST)]


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    assert kinds("وقع الهجوم في 7 ديسمبر 2024.", FIRST) == ["body"]


@pytest.mark.parametrize("heading", ["الأكثر قراءة", "الأكثر مشاهدةً", "أهم الأخبار:", "| الاكثر قراءه |"])
def test_everything_after_most_read_is_other_stories(heading: str) -> None:
    found = zones(
        FIRST, LAST, heading, "لبنان", "10/7/2025 1:21:00 PM", "قتل شخص في إطلاق نار في بيروت مساء أمس."
    )
    assert [kind for kind, _ in found] == ["body", "teaser"]
    assert found[1][1].startswith(heading)


def test_a_list_of_sections_and_dates_needs_no_heading() -> None:
    listing = ("لبنان", "10/7/2025", "قتل شخص في بيروت.", "اقتصاد", "10/6/2025", "ارتفاع الأسعار")
    assert kinds(FIRST, LAST, *listing) == ["body", "teaser"]


def test_one_date_in_the_text_is_no_list() -> None:
    assert "teaser" not in kinds(FIRST, "بيان الجيش", "7/12/2024", SECOND, LAST)


@pytest.mark.parametrize(
    "heading", ["اقرأ أيضا", "إقرأ أيضاً:", "مواضيع ذات صلة", "أخبار ذات صلة", "قد يهمك أيضا"]
)
def test_titles_of_related_stories_end_where_the_text_goes_on(heading: str) -> None:
    found = zones(FIRST, heading, "مقتل 9 جنود في كمين", "انفجار في العاصمة", SECOND)
    assert [kind for kind, _ in found] == ["body", "teaser", "body"]
    assert found[2][1] == SECOND


@pytest.mark.parametrize("line", ["اقرأ أيضا: مقتل 9 جنود في كمين", "شاهد أيضاً | انفجار في العاصمة"])
def test_a_line_that_points_to_one_story(line: str) -> None:
    assert zones(FIRST, line, SECOND)[1] == ("teaser", line)


@pytest.mark.parametrize("line", ["شاهد أيضا جنودا ينسحبون قبل الهجوم.", "الأكثر قراءة في العالم كتاب واحد."])
def test_words_of_a_cue_in_a_sentence(line: str) -> None:
    assert kinds(FIRST, line, LAST) == ["body"]


@pytest.mark.parametrize(
    "notice",
    [
        "في حال واجهت مشكلة في مشاهدة الفيديو، إضغط على رابط المصدر",
        "للاشتراك في خدمة الأخبار انقر هنا.",
        "تابعونا على تلغرام",
    ],
)
def test_a_notice_to_the_reader(notice: str) -> None:
    assert kinds(notice, FIRST) == ["teaser", "body"]
    assert kinds(FIRST, notice, SECOND) == ["body", "teaser", "body"]


@pytest.mark.parametrize(
    "end",
    [
        ("المصدر:", "الجزيرة"),
        ("المصدر : رويترز + وكالات",),
        ("تحرير: أحمد سالم",),
        ("// انتهى //", "10:12 ت م"),
        ("(انتهى)",),
        ("الوسوم: دمشق، حمص",),
        ("سمات بنغازي ليبيا",),
        ("رابط الخبر بصحيفة الغد: مقتل ثلاثة جنود",),
        ("المركز الصحفي السوري",),
        ("- خالد سالم",),
        ("07/12/2024",),
        ("وكالات",),
    ],
)
def test_what_signs_an_article(end: tuple[str, ...]) -> None:
    assert zones(FIRST, LAST, *end) == [("body", f"{FIRST}\n{LAST}"), ("signature", "\n".join(end))]


@pytest.mark.parametrize("end", ["سمات بنغازي ليبيا", "رابط الخبر بصحيفة الغد: مقتل 3 جنود", "// انتهى //"])
def test_what_signs_an_article_inside_its_last_line(end: str) -> None:
    assert zones(FIRST, f"{LAST} {end}") == [("body", f"{FIRST}\n{LAST}"), ("signature", end)]


@pytest.mark.parametrize(
    "line",
    [
        "تحرير المدينة بدأ قبل أسبوع بعملية واسعة شاركت فيها فصائل عدة وانتهى مساء أمس الأحد.",
        "وأضاف المصدر: انتهى الهجوم.",
        "ومن سمات المرحلة أن الهجمات تزداد.",
        "وقتل جنديان في كمين",
        "قتل 3 جنود في كمين",
    ],
)
def test_a_last_line_that_tells_news(line: str) -> None:
    assert kinds(FIRST, line) == ["body"]


def test_a_credit_in_the_middle_leaves_the_text_after_it() -> None:
    assert kinds(FIRST, "تصوير: خالد سالم", SECOND, LAST) == ["body", "signature", "body"]


def test_headings_inside_the_text() -> None:
    found = zones(FIRST, "انسحاب من الشمال", SECOND, '"حزب الله"', FIRST)
    assert [kind for kind, _ in found] == ["body", "headline", "body", "headline", "body"]


def test_a_paragraph_without_a_stop_is_no_heading() -> None:
    assert kinds(
        FIRST, "وأصيب آخرون بجروح في القصف الذي استهدف السوق الشعبية وسط البلدة ليل أمس", SECOND
    ) == ["body"]


def test_margins_are_no_part_of_a_zone() -> None:
    article = Article("a", f"\u00a0 {FIRST}\u200f \r\n\n\t{LAST} \n")
    (zone,) = body(article)
    assert article.text[zone.start : zone.end] == f"{FIRST}\u200f \r\n\n\t{LAST}"


LINES = (FIRST, SECOND, LAST, "مقتل جنود", "سمات دمشق", "اقرأ أيضا", "7/12/2024", "لبنان", " ")


@given(st.lists(st.sampled_from(LINES)))
def test_zones_are_in_order_and_hold_all_that_is_not_space(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = body(Article("a", text))
    ends = [0, *(edge for zone in found for edge in (zone.start, zone.end)), len(text)]
    assert ends == sorted(ends)
    gaps = zip(ends[::2], ends[1::2], strict=True)
    assert not "".join(text[start:end] for start, end in gaps).strip()


def test_no_zones_in_an_empty_text() -> None:
    assert body(Article("a", " \n")) == ()


def test_the_sample_articles(seeds: Path) -> None:
    """Every sample but the first has something around it; none of its own text is lost."""
    text = {article.id[:3]: article for article in read([seeds]).articles}
    outside = {
        number: [
            article.text[zone.start : zone.end] for zone in body(article) if zone.kind is not ZoneKind.BODY
        ]
        for number, article in text.items()
    }
    assert outside["000"] == []
    assert outside["001"] == ["المركز الصحفي السوري"]
    assert outside["002"][0] == "المشرق-العربي\n07-12-2024 | 02:47"
    assert outside["002"][-1].startswith("الأكثر قراءة\n")
    assert outside["003"][-1] == "المصدر:\nالجزيرة"
    assert all(len(outer) < 30 for outer in outside["004"])


def test_a_date_line_whose_day_does_not_exist_breaks_nothing() -> None:
    assert zones("31-02-2024", FIRST)[-1][1].endswith(FIRST)
