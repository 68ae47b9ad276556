"""What one sentence tells by another: the day of a story, where those who act have gone, who lost a place."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.templates import EventTemplate, Role


def happenings(read: Read, text: str) -> dict[str, EventTemplate]:
    """The happenings of a text by type."""
    templates = read(text).templates
    assert templates is not None
    return {e.type: e for e in templates.events}


def taking_part(event: EventTemplate, role: Role) -> list[str]:
    """The names of those in a role."""
    return [p.mention.text for c in event.claims for p in c.participants if p.role is role]


def places(event: EventTemplate) -> list[str]:
    """The names of the places."""
    return [p.mention.text for c in event.claims for p in c.places]


@pytest.mark.parametrize(
    ("sentence", "place", "loser"),
    [
        ("أصبحت بلدة الحراك خارج سيطرة الحكومة السورية.", "الحراك", "الحكومة السورية"),
        ("أكد ناشطون خروج مدينة إدلب عن سيطرة الجيش السوري.", "إدلب", "الجيش السوري"),
    ],
)
def test_what_is_out_of_hands_was_lost(read: Read, sentence: str, place: str, loser: str) -> None:
    taking = happenings(read, sentence)["Capture"]
    assert places(taking) == [place]
    assert taking_part(taking, Role.OBJECT) == [loser]
    assert taking_part(taking, Role.AGENT) == []


def test_a_story_goes_on_at_its_day(read: Read) -> None:
    told = happenings(read, "هاجم مسلحون ثكنة في حلب أمس. وقصفت المدفعية بلدة تل رفعت.")
    assert told["Shelling"].date == "2015-08-08"


@pytest.mark.parametrize(
    "aside",
    [
        "وكان الجيش قصف بلدة تل رفعت.",  # before the story
        "وهدد مسلحون بقصف بلدة تل رفعت.",  # threatened on a day that is not told
    ],
)
def test_what_is_told_aside_has_no_day(read: Read, aside: str) -> None:
    told = happenings(read, f"انفجرت عبوة ناسفة في حلب أمس. {aside}")
    assert all(e.date is None for type_, e in told.items() if type_ != "Bombing")


def test_a_bound_dates_its_own_act(read: Read) -> None:
    told = happenings(read, "دمر مسلحون متحفا في حلب، وخسر التنظيم مدينة الرقة بحلول 2019.")
    assert told["Destruction"].date is None


def test_where_those_who_act_have_gone(read: Read) -> None:
    told = happenings(read, "أعلن الجيش أن مسلحين تسللوا إلى بلدة الحراك وفجروا أنفسهم.")
    assert places(told["SuicideBombing"]) == ["الحراك"]


def test_it_is_the_place_named_last(read: Read) -> None:
    told = happenings(read, "تقع مدينة إدلب شمالي البلاد. ونفى مصدر عسكري وصول الفصائل المسلحة إليها.")
    assert places(told["Advance"]) == ["إدلب"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال مصدران أمنيان لرويترز إن مسلحين سيطروا على بلدة الحراك.", "مصدران أمنيان"),
        ("ذكرت وسائل إعلام محلية، منها قناة الجزيرة، أن مسلحين سيطروا على بلدة الحراك.", "قناة الجزيرة"),
    ],
)
def test_who_is_the_source(read: Read, text: str, source: str) -> None:
    (claim,) = happenings(read, text)["Capture"].claims
    assert claim.source is not None
    assert claim.source.text == source


def test_an_agency_that_was_told_relays(read: Read) -> None:
    (claim,) = happenings(read, "قال مصدران أمنيان لرويترز إن مسلحين سيطروا على بلدة الحراك.")[
        "Capture"
    ].claims
    assert claim.relay is not None
    assert claim.relay.text == "رويترز"


def test_strikes_by_the_adjective_of_a_country_are_its_government_s(read: Read) -> None:
    (claim,) = happenings(read, "استهدفت غارات جوية روسية مقرات المعارضة في إدلب.")["Airstrike"].claims
    (agent,) = [p.mention for p in claim.participants if p.role is Role.AGENT]
    assert agent.text == "روسية"
    assert agent.iri is not None
    assert agent.iri.endswith("/actor/russia-government")


def test_those_who_flee_come_from_somewhere(read: Read) -> None:
    told = happenings(read, "فر آلاف المدنيين من حمص باتجاه طرطوس.")["Displacement"]
    assert {(p.relation.value, p.mention.text) for c in told.claims for p in c.places} == {
        ("origin", "حمص"),
        ("destination", "طرطوس"),
    }


def test_a_figure_told_twice_is_quoted_in_digits(read: Read) -> None:
    text = "أعلن المرصد السوري لحقوق الإنسان مقتل عشرين مدنيا في قصف على إدلب. وأفاد المرصد عن مقتل 20 مدنيا في القصف."
    figures = [f for e in happenings(read, text).values() for c in e.claims for f in c.figures]
    assert [(f.minimum, f.words) for f in figures] == [(20, "20 مدنيا")]
