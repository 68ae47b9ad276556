"""What two mentions have in common: places, actors, days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqia import knowledge
from waqia.extraction.likeness import actor_key, actor_score, days_apart, place_score
from waqia.extraction.phrases import Phrase, PhraseKind
from waqia.extraction.templates import Mention, Span

PLACE = "https://w3id.org/waqia/id/place/"


def phrase(
    text: str, kind: str, iri: str | None = None, *, of: PhraseKind = PhraseKind.PLACE, part: str = ""
) -> Phrase:
    """A phrase that names something."""
    return Phrase(0, 1, 0, of, Mention(text, Span(0, 1), kind, iri), part=part)


ALEPPO = phrase("حلب", "City", PLACE + "aleppo")
IDLIB = phrase("إدلب", "City", PLACE + "idlib")
SYRIA = phrase("سوريا", "Country", PLACE + "syria")
IRAQ = phrase("العراق", "Country", PLACE + "iraq")
VILLAGE = phrase("الخضراء", "Village")
THERE = phrase("المدينة", "City", part="anaphor")

SCORES: list[tuple[list[Phrase], list[Phrase], int]] = [
    ([ALEPPO], [ALEPPO], 2),
    ([ALEPPO], [IDLIB], -1),
    ([ALEPPO, IDLIB], [IDLIB], 2),
    ([ALEPPO], [SYRIA], 1),
    ([SYRIA], [SYRIA], 1),
    ([SYRIA], [IRAQ], -1),
    ([ALEPPO], [], 0),
    ([ALEPPO], [THERE], 0),
    ([VILLAGE], [VILLAGE], 2),
    ([VILLAGE], [ALEPPO], -1),
]


@pytest.mark.parametrize(("mine", "theirs", "score"), SCORES)
def test_places(mine: list[Phrase], theirs: list[Phrase], score: int) -> None:
    known = knowledge.load()
    assert place_score(mine, theirs, known) == score
    assert place_score(theirs, mine, known) == score


def actor(text: str, iri: str | None = None, of: PhraseKind = PhraseKind.ORGANIZATION) -> Phrase:
    """A phrase that names an actor."""
    return phrase(text, "Organization", iri, of=of)


ARMY, FRONT = actor("الجيش", "https://example.org/army"), actor("الجبهة", "https://example.org/front")
GUNMEN = actor("مسلحون", of=PhraseKind.GROUP)

SHARED: list[tuple[list[Phrase], list[Phrase], int]] = [
    ([ARMY], [ARMY, FRONT], 1),
    ([ARMY], [FRONT], -1),
    ([ARMY], [GUNMEN], 0),
    ([GUNMEN], [GUNMEN], 1),
    ([ARMY], [], 0),
]


@pytest.mark.parametrize(("mine", "theirs", "score"), SHARED)
def test_actors(mine: list[Phrase], theirs: list[Phrase], score: int) -> None:
    assert actor_score(mine, theirs) == actor_score(theirs, mine) == score


def test_a_person_goes_by_the_last_name() -> None:
    long, short = actor("سامي الحلبي", of=PhraseKind.PERSON), actor("الحلبي", of=PhraseKind.PERSON)
    assert actor_key(long) == actor_key(short)


APART: list[tuple[set[str], set[str], bool]] = [
    ({"2015-08-08"}, {"2015-08-08"}, False),
    ({"2015-08-08"}, {"2015-08-07"}, True),
    ({"2015-08"}, {"2015-08-07"}, False),
    ({"2015"}, {"2015-08-07"}, False),
    ({"2014"}, {"2015-08-07"}, True),
    ({"2015-08-01/2015-08-07"}, {"2015-08-07"}, False),
    ({"2015-08-01/2015-08-07"}, {"2015-08-08"}, True),
    ({"2015-08-01/.."}, {"2015-09-08"}, False),
    ({"../2015-08-01"}, {"2015-09-08"}, True),
    ({"2015-08-08", "2015-08-07"}, {"2015-08-07"}, False),
    (set(), {"2015-08-07"}, False),
]


@pytest.mark.parametrize(("mine", "theirs", "apart"), APART)
def test_days(mine: set[str], theirs: set[str], apart: bool) -> None:
    assert days_apart(mine, theirs) is days_apart(theirs, mine) is apart


@given(st.dates(), st.dates())
def test_days_are_apart_unless_they_are_one(a: object, b: object) -> None:
    assert days_apart({str(a)}, {str(b)}) is (a != b)
    assert not days_apart({str(a)[:7]}, {str(a)})
