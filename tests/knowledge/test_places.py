"""What the gazetteer knows, and which of its names do not count alone."""

from __future__ import annotations

from collections import Counter

import pytest

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge

PLACE = "https://w3id.org/waqia/id/place/"

OF_NO_COUNTRY = """
aegean-sea africa arabian-peninsula arabian-sea asia atlantic-ocean bab-al-mandab balkans balochistan black-sea
blue-line caspian-sea caucasus central-asia dead-sea durand-line east-africa euphrates europe green-line gulf-of-aden
gulf-of-aqaba gulf-of-oman horn-of-africa indian-ocean jordan-river kashmir kurdistan lake-chad levant liptako-gourma
maghreb mediterranean-sea middle-east nile north-africa orontes persian-gulf red-sea sahara sahel sea-of-azov south-asia
south-caucasus south-china-sea strait-of-hormuz tigris west-africa
""".split()  # seas, rivers, continents and regions of several countries


def ids(known: Knowledge, name: str) -> set[str]:
    return {place.iri.removeprefix(PLACE) for place in known.places_by_name[fold(name)]}


def test_every_place_lies_in_one_country_but_for_those_listed(known: Knowledge) -> None:
    homeless = [place.iri.removeprefix(PLACE) for place in known.places.values() if place.country is None]
    assert sorted(homeless) == sorted(OF_NO_COUNTRY)


def test_no_place_contains_itself(known: Knowledge) -> None:
    assert not [iri for iri, above in known.place_ancestors.items() if iri in above]


def test_every_country_has_a_code_of_its_own_and_the_region_has_adjectives(known: Knowledge) -> None:
    codes = Counter(country.code for country in known.countries.values())
    assert set(codes.values()) == {1}
    without = {country.code for country in known.countries.values() if not country.demonyms}
    assert not without & set(
        "SY YE IQ LB PS JO IL EG LY TN DZ MA MR SD SS SO DJ SA AE QA KW BH OM TR IR AF PK".split()
    )


@pytest.mark.parametrize(
    ("adjective", "code"),
    [
        ("سوري", "SY"),
        ("السورية", None),
        ("سورية", "SY"),
        ("أتراك", "TR"),
        ("أمريكية", "US"),
        ("يمنيين", "YE"),
    ],
)
def test_adjectives_lead_to_countries(known: Knowledge, adjective: str, code: str | None) -> None:
    assert [country.code for country in known.countries_by_demonym.get(fold(adjective), ())] == (
        [code] if code else []
    )


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("حمص", "homs"),
        ("حماه", "hama"),
        ("أريحة", "ariha"),
        ("ديار بكر", "diyarbakir"),
        ("دياربكر", "diyarbakir"),
        ("أسطنبول", "istanbul"),
        ("جروزني", "grozny"),
        ("كفر نبل", "kafr-nabl"),
        ("كفرنبل", "kafr-nabl"),
        ("سورية", "syria"),
        ("معبر نصيب", "nasib-crossing"),
        ("مخيم اليرموك", "yarmouk-camp"),
        ("سهل الغاب", "ghab-plain"),
        ("البادية", "syrian-desert"),
        ("القلمون الشرقي", "eastern-qalamoun"),
        ("شمالي سيناء", "north-sinai-governorate"),
        ("نالتشيك", "nalchik"),
        ("هلمند", "helmand-province"),
        ("تمبكتو", "timbuktu"),
        ("وزيرستان الشمالية", "north-waziristan"),
    ],
)
def test_places_are_known_by_the_spellings_of_newsrooms(known: Knowledge, name: str, place: str) -> None:
    assert place in ids(known, name)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("طرابلس", {"tripoli", "tripoli-lebanon"}),
        ("أريحا", {"ariha", "jericho"}),
        ("سنجار", {"sinjar", "sinjar-idlib"}),
        ("الحويجة", {"hawija", "huwayjah-hama"}),
        ("العزيزية", {"al-aziziyah", "al-aziziyah-libya", "al-aziziyah-wasit"}),
        ("البيضاء", {"al-bayda-yemen", "al-bayda-libya"}),
        ("الزهراء", {"al-zahra", "zahraa-aleppo"}),
        ("الجزائر", {"algeria", "algiers"}),
    ],
)
def test_homonyms_are_kept_apart(known: Knowledge, name: str, places: set[str]) -> None:
    assert places <= ids(known, name)


@pytest.mark.parametrize(
    "name", "الجمعة الأحد الآن المصدر معسكر وان بشار الجزيرة صالح حسن حجة نصيب الخمس عمران".split()
)
def test_names_that_are_words_or_people_need_context(known: Knowledge, name: str) -> None:
    assert all(place.needs_context for place in known.places_by_name.get(fold(name), ()))


@pytest.mark.parametrize(
    "name", "حمص دمشق حلب تعز عدن مأرب لحج بغداد الموصل الفلوجة بيروت غزة طرابلس بنغازي كابول".split()
)
def test_names_that_are_nothing_else_count_alone(known: Knowledge, name: str) -> None:
    assert any(not place.needs_context for place in known.places_by_name[fold(name)])


def test_coordinates_come_with_the_link_to_where_they_come_from(known: Knowledge) -> None:
    placed = [place for place in known.places.values() if place.latitude is not None]
    assert len(placed) > 4_000
    assert all(place.see_also and place.see_also.startswith("https://sws.geonames.org/") for place in placed)
    homs = known.places[PLACE + "homs"]
    assert (homs.latitude, homs.longitude) == pytest.approx((34.72, 36.73), abs=0.01)


def test_the_file_stays_small_and_the_gazetteer_broad(known: Knowledge) -> None:
    kinds = Counter(place.kind for place in known.places.values())
    assert kinds["Governorate"] > 500
    assert kinds["District"] > 350
    assert kinds["Neighbourhood"] > 400
    assert sum(kinds.values()) > 9_000
