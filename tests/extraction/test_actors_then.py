"""Names whose bearer changes with time lead to the one of the event's day."""

from __future__ import annotations

from datetime import date

import pytest

from waqia import knowledge
from waqia.articles import Article
from waqia.dates import Days
from waqia.extraction import read_article
from waqia.extraction.actors_then import bearer, of_their_time
from waqia.extraction.gate import Gate
from waqia.extraction.templates import ArticleTemplates, Mention
from waqia.knowledge import KnownActor, Period

ACTOR = "https://w3id.org/waqia/id/actor/"
CHANGE = date(2024, 12, 8)


@pytest.fixture(autouse=True)
def _open_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, "opens", lambda *_: True)


def told(text: str, published: str | None) -> ArticleTemplates:
    """The templates of a text published on a day, or on nobody knows which."""
    day = None if published is None else date.fromisoformat(published)
    found: ArticleTemplates = read_article(
        Article(id="t", text=text, published=day), knowledge.load()
    )._.waqia.templates
    return found


def who(templates: ArticleTemplates) -> dict[str, str | None]:
    """The known actor of every participant, by the words for it."""
    participants = [p.mention for e in templates.events for c in e.claims for p in c.participants]
    return {mention.text: _name(mention) for mention in participants}


def _name(mention: Mention) -> str | None:
    return None if mention.iri is None else mention.iri.removeprefix(ACTOR)


@pytest.mark.parametrize(
    ("published", "text", "name", "actor"),
    [
        ("2017-03-01", "قصف الجيش السوري بلدة دوما.", "الجيش السوري", "syrian-arab-army"),
        ("2025-07-14", "قصف الجيش السوري بلدة دوما.", "الجيش السوري", "syria-army-2024"),
        ("2025-07-14", "قصف الجيش السوري بلدة دوما في مارس 2016.", "الجيش السوري", "syrian-arab-army"),
        (
            "2025-07-14",
            "اعتقلت قوات الأمن السورية مسلحين في درعا.",
            "قوات الأمن السورية",
            "syria-internal-security-2024",
        ),
        (
            "2016-07-14",
            "اعتقلت قوات الأمن السورية ناشطين في درعا.",
            "قوات الأمن السورية",
            "syria-security-forces-assad",
        ),
        ("2019-05-01", "قتلت الحكومة الأفغانية مسلحين.", "الحكومة الأفغانية", "afghanistan-government"),
        (
            "2023-05-01",
            "اعتقلت السلطات الأفغانية مسلحين في كابول.",
            "السلطات الأفغانية",
            "taliban-government-since-2021",
        ),
        ("2017-03-01", "هددت دمشق إسرائيل بالرد.", "دمشق", "syria-government-assad"),
        ("2025-03-01", "هددت دمشق إسرائيل بالرد.", "دمشق", "syria-government-2024"),
        ("2024-12-08", "انسحب الجيش السوري من مدينة حمص.", "الجيش السوري", "syrian-arab-army"),
    ],
)
def test_the_actor_is_the_one_of_the_events_day(published: str, text: str, name: str, actor: str) -> None:
    assert who(told(text, published))[name] == actor


def test_a_name_that_one_alone_bore_is_its_at_any_time() -> None:
    assert who(told("قصف طيران النظام بلدة دوما.", "2025-07-14"))["طيران النظام"] == "syria-air-force-assad"
    assert who(told("هاجم تنظيم داعش بلدة دوما.", "2009-07-14"))["تنظيم داعش"] == "islamic-state"


@pytest.mark.parametrize("text", ["قصف الجيش السوري بلدة دوما.", "قصف الجيش السوري بلدة دوما في عام 2024."])
def test_without_a_day_that_decides_no_actor_is_named(text: str) -> None:
    (mention,) = [
        p.mention
        for e in told(text, None).events
        for c in e.claims
        for p in c.participants
        if p.mention.text == "الجيش السوري"
    ]
    assert (mention.iri, mention.kind) == (None, "Army")


def test_an_event_without_a_day_is_as_old_as_its_article_at_most() -> None:
    text = "قصف الجيش السوري بلدة دوما في عام 2024."
    assert who(told(text, "2024-06-01"))["الجيش السوري"] == "syrian-arab-army"


def test_follow_up_names_go_with_the_full_one() -> None:
    found = who(told("دخل الجيش السوري بلدة دوما. وقصف الجيش مدينة حرستا.", "2025-07-14"))
    assert set(found.values()) == {"syria-army-2024"}


def test_who_speaks_is_of_the_articles_day_whatever_the_events() -> None:
    text = "قالت وزارة الدفاع السورية إن الجيش السوري قصف بلدة دوما في مارس 2016."
    (event,) = told(text, "2025-07-14").events
    sources = {_name(c.source) for c in event.claims if c.source is not None}
    assert sources == {"syria-defence-ministry-2024"}
    assert who(told(text, "2025-07-14"))["الجيش السوري"] == "syrian-arab-army"


def test_relations_are_of_the_articles_day() -> None:
    text = "هاجمت فصائل مدعومة من سوريا مدينة حلب."
    for published, actor in (
        ("2015-02-01", "syria-government-assad"),
        ("2025-02-01", "syria-government-2024"),
    ):
        (relation,) = told(text, published).relations
        assert _name(relation.object) == actor


def test_once_more_changes_nothing() -> None:
    for published in ("2025-07-14", None):
        once = told("قالت وزارة الدفاع السورية إن الجيش السوري قصف بلدة دوما.", published)
        day = None if published is None else date.fromisoformat(published)
        assert of_their_time(once, knowledge.load(), day) == once


BEFORE = KnownActor("before", "Army", "الجيش", None, ("الجيش",), period=Period(None, CHANGE))
AFTER = KnownActor("after", "Army", "الجيش", None, ("الجيش",), period=Period(CHANGE, None))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (Days(date(2020, 1, 1), date(2020, 1, 1)), "before"),
        (Days(None, date(2020, 1, 1)), "before"),
        (Days(CHANGE, CHANGE), "before"),
        (Days(CHANGE, date(2024, 12, 31)), "after"),
        (Days(date(2025, 1, 1), None), "after"),
        (Days(date(2024, 1, 1), date(2024, 12, 31)), None),
        (Days(date(2020, 1, 1), None), None),
        (Days(), None),
    ],
)
def test_the_bearer_is_there_on_all_of_the_days(days: Days, expected: str | None) -> None:
    for bearers in ([BEFORE, AFTER], [AFTER, BEFORE]):
        found = bearer(bearers, days)
        assert (found.iri if found else None) == expected


@pytest.mark.parametrize(
    ("published", "text", "actor"),
    [
        ("2017-03-01", "قالت دمشق إن مسلحين قصفوا مدينة حلب.", "syria-government-assad"),
        ("2025-03-01", "قالت دمشق إن مسلحين قصفوا مدينة حلب.", "syria-government-2024"),
        ("2025-03-01", "أعلنت عمان أن مسلحين أردنيين هاجموا مدينة إربد.", "jordan-government"),
    ],
)
def test_a_capital_that_speaks_is_who_governs_from_there_then(published: str, text: str, actor: str) -> None:
    sources = [c.source for e in told(text, published).events for c in e.claims if c.source is not None]
    assert {_name(source) for source in sources} == {actor}


def test_a_capital_that_speaks_without_a_day_stays_a_place() -> None:
    (event,) = told("قالت دمشق إن مسلحين قصفوا مدينة حلب.", None).events
    (source,) = {c.source for c in event.claims if c.source is not None}
    assert source.kind == "City"
