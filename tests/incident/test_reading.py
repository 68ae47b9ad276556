"""An incident holds every source's version of it."""

from __future__ import annotations

from pyoxigraph import NamedNode
from tests.incident.conftest import graph_of_case

from waqia.graph.namespaces import waqia
from waqia.graph.terms import Triple
from waqia.incident import Facts, Incident, find, read_incident
from waqia.incident.model import Disagreement, Version


def by(incident: Incident, source: str) -> Version:
    return next(version for version in incident.versions if version.source.name == source)


def test_what_when_and_where(bombing: Incident) -> None:
    assert (bombing.realization, bombing.contested, bombing.kinds) == ("Event", False, ("CarBombing",))
    assert (bombing.earliest, bombing.latest, bombing.days) == ("2017-03-04", "2017-03-04", "2017-03-04")
    assert [place.name for place in bombing.places] == ["الرستن"]


def test_claims_are_numbered_by_article_and_passage(bombing: Incident) -> None:
    assert [version.number for version in bombing.versions] == [1, 2, 3, 4, 5]
    assert [version.article.id for version in bombing.versions] == ["furat"] * 4 + ["sahel"]
    assert [version.source.name for version in bombing.versions] == [
        *("شبكة الرصد", "مصدر طبي", "المجلس المحلي", "جبهة النصرة", "وكالة الساحل")
    ]


def test_who_says_it_through_whom_and_how(bombing: Incident) -> None:
    medic = by(bombing, "مصدر طبي")
    assert medic.relay is not None
    assert medic.channel is not None
    assert (medic.relay.name, medic.channel.name) == ("وكالة الساحل", "تطبيق تلغرام")
    assert (medic.stance, medic.certainty) == ("Asserts", "Unconfirmed")
    denial = by(bombing, "جبهة النصرة")
    assert (denial.stance, denial.asserts, denial.relay, denial.channel) == ("Denies", False, None, None)


def test_where_it_stands(bombing: Incident) -> None:
    version = by(bombing, "وكالة الساحل")
    assert (version.article.publisher, version.article.published) == ("وكالة الساحل", "2017-03-06")
    assert [passage.quote for passage in version.passages] == [
        "انفجرت سيارة مفخخة في الرستن السبت",
        "وقتل العميد سامر النجار",
    ]
    assert version.passages[0].start == 0


def test_what_it_says(bombing: Incident) -> None:
    network = by(bombing, "شبكة الرصد")
    assert (network.kinds, network.dates) == (("CarBombing",), ("2017-03-04",))
    assert [(slot.property, [thing.name for thing in slot.things]) for slot in network.slots] == [
        ("occurredAt", ["الرستن"])
    ]
    whole, part = network.figures
    assert (whole.counted, whole.minimum, whole.maximum, whole.words) == ("Killed", 12, 12, "12 شخصا")
    assert (part.words, part.victim_kind, part.part_of) == ("طفلان", "Child", "12 شخصا")
    accusation = by(bombing, "المجلس المحلي")
    assert [(slot.property, slot.things[0].name) for slot in accusation.slots] == [("accused", "جبهة النصرة")]


def test_persons_have_the_rank_and_post_that_the_claim_gives(bombing: Incident) -> None:
    (person,) = by(bombing, "وكالة الساحل").persons
    assert str(person) == "سامر النجار (العميد، قائد شرطة المدينة)"


def test_disagreements_name_both_claims_once(bombing: Incident) -> None:
    assert bombing.disagreements == (
        Disagreement("disagreesOnToll", 1, 2),
        Disagreement("disagreesOnPerpetrator", 3, 4),
    )


def test_what_curators_made_of_a_claim(bombing: Incident) -> None:
    first, second = (NamedNode(version.iri) for version in bombing.versions[:2])
    ruled = graph_of_case().with_named(
        "curation",
        [
            Triple(first, waqia("reviewStatus"), waqia("Verified")),
            Triple(second, waqia("overruledStatement"), NamedNode("https://example.org/statement")),
        ],
    )
    reviews = [version.review for version in read_incident(Facts(ruled), NamedNode(bombing.iri)).versions]
    assert reviews == [("Verified",), ("overruledStatement",), (), (), ()]


def test_what_nobody_asserts_has_the_days_of_its_claims(facts: Facts) -> None:
    (withdrawal,) = (
        incident
        for node in find(facts, place="الرستن").found
        if (incident := read_incident(facts, node)).realization == "Unrealized"
    )
    assert (withdrawal.kinds, withdrawal.days) == (("Withdrawal",), "2017-03-04")
    assert [place.name for place in withdrawal.places] == ["الرستن"]
