"""Which tellings are of one happening."""

from __future__ import annotations

from waqia.extraction.templates import Certainty, Claim, EventTemplate, Realization, Span, Stance
from waqia.linking.incidents import Telling, incidents

CLAIM = Claim(Stance.ASSERTS, Certainty.STATED, "Shelling", (Span(0, 9),))
TEMPLATE = EventTemplate(0, "Shelling", Realization.EVENT, (CLAIM,))


def telling(article: str, place: str, text: str) -> Telling:
    base = "https://w3id.org/waqia/id/"
    return Telling(f"{base}telling/{article}.{place}", f"{base}article/{article}", text, TEMPLATE)


def test_a_telling_is_of_its_own_happening() -> None:
    every = [telling("a", "0-9.1", "T"), telling("a", "0-9.2", "T"), telling("b", "0-9.1", "U")]
    assert incidents(every) == {each.iri: each.iri for each in every}


def test_articles_of_one_text_tell_the_same() -> None:
    first, second = telling("a", "0-9.1", "T"), telling("b", "0-9.1", "T")
    assert incidents([second, first]) == {first.iri: first.iri, second.iri: first.iri}


def test_nothing_is_of_nothing() -> None:
    assert incidents([]) == {}
