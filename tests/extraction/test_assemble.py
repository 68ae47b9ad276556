"""Templates: claims by source, their slots, the words that are their evidence."""

from __future__ import annotations

import pytest
from tests.extraction.conftest import Read

from waqia.extraction.layers import Layers
from waqia.extraction.templates import Claim, Realization, Role, Stance


def claims(layers: Layers) -> list[Claim]:
    """The claims of all templates."""
    assert layers.templates is not None
    return [c for e in layers.templates.events for c in e.claims]


def sources(layers: Layers) -> list[str | None]:
    """The source of each claim."""
    return [c.source.text if c.source else None for c in claims(layers)]


SOURCES: list[tuple[str, list[str | None]]] = [
    ("هاجم مسلحون ثكنة في حلب.", [None]),
    ("قال مصدر عسكري إن مسلحين هاجموا ثكنة في حلب.", ["مصدر عسكري"]),
    ("هاجم مسلحون ثكنة في حلب. وقال شهود إن الهجوم وقع ليلا.", [None, "شهود"]),
    # who only counts says so in a claim of its own
    ("هاجم مسلحون ثكنة في حلب. وقالت الشرطة إن خمسة جنود قتلوا في الهجوم.", [None, "الشرطة"]),
    # what one says twice is one claim
    (
        "قال مصدر عسكري إن مسلحين هاجموا ثكنة في حلب. وأضاف المصدر أن الهجوم وقع ليلا.",
        ["مصدر عسكري"],
    ),
    # who condemns or answers it does not tell it
    ("هاجم مسلحون ثكنة في حلب. وقال الوزير إن الحكومة تدين بشدة الهجوم.", [None]),
    ("قال شهود إن مسلحين هاجموا ثكنة في حلب. وأعلن الوزير حالة الطوارئ لمواجهة هذه الهجمات.", ["شهود", None]),
    ("هاجم مسلحون ثكنة في حلب. وقال الوزير إن الشرطة تبحث عن منفذي الهجوم.", [None]),
    ("قال الوزير إن الحكومة تدين الهجوم على ثكنة في حلب.", ["الوزير"]),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_a_claim_for_each_source(read: Read, text: str, expected: list[str | None]) -> None:
    assert sources(read(text)) == expected


@pytest.mark.parametrize("text", [text for text, _ in SOURCES])
def test_each_claim_has_words_of_the_text_as_evidence(read: Read, text: str) -> None:
    for claim in claims(read(text)):
        assert claim.evidence
        for span in claim.evidence:
            quote = text[span.start : span.end]
            assert quote.strip() == quote != ""


def test_sources_that_contradict_each_other_stand_side_by_side(read: Read) -> None:
    layers = read(
        "هاجم مسلحون ثكنة في حلب. وقالت الشرطة إن خمسة جنود قتلوا في الهجوم."
        " وقال ناشطون إن تسعة جنود قتلوا في الهجوم."
    )
    assert layers.templates is not None
    assert len(layers.templates.events) == 1
    told = {c.source.text if c.source else None: [f.minimum for f in c.figures] for c in claims(layers)}
    assert told == {None: [], "الشرطة": [5], "ناشطون": [9]}


def test_who_threatens_is_the_source(read: Read) -> None:
    claim = claims(read("هدد جيش الإسلام بقصف دمشق."))[0]
    assert claim.source is not None
    assert claim.source.text == "جيش الإسلام"
    assert [p.mention.text for p in claim.participants if p.role is Role.AGENT] == ["جيش الإسلام"]


def test_an_actor_has_the_fullest_name_that_the_text_gives(read: Read) -> None:
    layers = read("هاجم تنظيم الدولة الإسلامية ثكنة في حلب. وسيطر التنظيم على مدينة تدمر.")
    agents = [p.mention.text for c in claims(layers) for p in c.participants if p.role is Role.AGENT]
    assert agents == ["تنظيم الدولة الإسلامية", "تنظيم الدولة الإسلامية"]


def test_an_actor_is_named_once_in_a_role(read: Read) -> None:
    layers = read("قصف الجيش السوري حلب. واستهدف القصف الذي شنه الجيش السوري المدينة.")
    for claim in claims(layers):
        agents = [p.mention.iri for p in claim.participants if p.role is Role.AGENT]
        assert len(agents) == len(set(agents))


def test_places_from_the_narrowest(read: Read) -> None:
    (claim,) = claims(read("قصف الطيران في سوريا بلدة دوما."))
    assert [p.mention.text for p in claim.places] == ["دوما", "سوريا"]


def test_how_many_acted(read: Read) -> None:
    (claim,) = claims(read("هاجم أربعة مسلحين ثكنة في حلب."))
    assert [(c.role, c.minimum, c.maximum) for c in claim.counts] == [(Role.AGENT, 4, 4)]


def test_what_is_denied_is_unrealized(read: Read) -> None:
    layers = read("نفى الجيش أنه قصف حلب.")
    assert layers.templates is not None
    (event,) = layers.templates.events
    assert event.realization is Realization.UNREALIZED
    assert [c.stance for c in event.claims] == [Stance.DENIES]


def test_the_date_is_stated_as_written_and_worked_out(read: Read) -> None:
    (claim,) = claims(read("هاجم مسلحون ثكنة في حلب أمس."))
    assert [(d.text, d.edtf) for d in claim.dates] == [("أمس", "2015-08-08")]


def test_templates_are_numbered_from_one(read: Read) -> None:
    layers = read("هاجم مسلحون ثكنة في حلب. وانفجرت عبوة ناسفة في إدلب.")
    assert layers.templates is not None
    assert [e.ordinal for e in layers.templates.events] == [1, 2]
