"""Articles that print the same copy, or quote the same words."""

from __future__ import annotations

from datetime import date

from tests.dating.conftest import DateAll, day

from waqia.articles import Article
from waqia.dates import ANY_DAY, Days
from waqia.dating import Ground
from waqia.dating.copies import copies

WORDS = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()
COPY = "".join(
    f"وصلت القافلة {one} محملة {other} إلى مخيم {one} {other}.\n" for one in WORDS for other in WORDS[:5]
)
BACKGROUND = "ويسيطر المقاتلون على أجزاء واسعة من الريف الشمالي للمدينة منذ سنوات عدة بحسب سكان في البلدة."
QUOTED = "نناشد جميع الأطراف وقف القتال فورا والسماح بدخول القوافل الطبية إلى الأحياء المحاصرة دون شرط أو قيد"
PUBLISHED = date(2016, 3, 10)


def other(text: str) -> Article:
    return Article("other", text, published=PUBLISHED)


def test_copy_is_of_about_the_same_day(date_all: DateAll) -> None:
    dating = date_all([other(COPY), Article("a", f"عنوان آخر للخبر\n{COPY}")])["a"]
    assert dating.published == Days(day("2016-03-07"), day("2016-03-13"))
    assert [reason.ground for reason in dating.reasons] == [Ground.SHARED_TEXT]
    assert [passage.article for passage in dating.reasons[0].passages] == ["a", "other"]


def test_copy_with_a_weekday_is_of_that_day(date_all: DateAll) -> None:
    text = f"{COPY}وقال متحدث اليوم الخميس إن القوافل وصلت."
    assert date_all([other(COPY), Article("a", text)])["a"].day == PUBLISHED


def test_background_that_is_shared_is_no_copy(date_all: DateAll) -> None:
    here = Article("a", f"{COPY}{BACKGROUND}")
    there = other(f"{COPY.replace('القافلة', 'الطائرة').replace('مخيم', 'مطار')}{BACKGROUND}")
    assert date_all([there, here])["a"].published == ANY_DAY


def test_a_short_notice_is_no_copy(date_all: DateAll) -> None:
    assert date_all([other(BACKGROUND), Article("a", BACKGROUND)])["a"].published == ANY_DAY


def test_a_long_quotation_is_of_about_the_same_day(date_all: DateAll) -> None:
    here = Article("a", f'وقال المتحدث اليوم الجمعة: "{QUOTED}".')
    there = other(f"وجاء في بيان المنظمة: «{QUOTED}».")
    dating = date_all([there, here])["a"]
    assert dating.day == day("2016-03-11")
    assert Ground.SHARED_TEXT in [reason.ground for reason in dating.reasons]


def test_the_same_words_outside_of_quotation_marks_do_not_count(date_all: DateAll) -> None:
    here = Article("a", f'وقال المتحدث: "{QUOTED}".')
    assert date_all([other(f"وقالت المنظمة {QUOTED}."), here])["a"].published == ANY_DAY


def test_no_article_is_a_copy_of_itself() -> None:
    article = Article("a", COPY)
    assert list(copies([article], [article])) == []
