"""Which tellings are of one happening.

Only the plainest case so far: articles of one text tell the same. Everything else stays apart, since joining two
happenings invents contradictions and hides a count, while leaving one in two can be mended later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from waqia.extraction.templates import EventTemplate


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling as linking sees it: its IRI, its article's IRI and text, and what the article says."""

    iri: str
    article: str
    text_sha256: str
    template: EventTemplate


def incidents(tellings: Iterable[Telling]) -> dict[str, str]:
    """Return for the IRI of each telling that of the least telling of the same happening."""
    least: dict[object, str] = {}
    every = sorted(tellings, key=lambda telling: telling.iri)
    for telling in every:
        least.setdefault(_what(telling), telling.iri)
    return {telling.iri: least[_what(telling)] for telling in every}


def _what(telling: Telling) -> object:
    """Return what tellings of one happening share: the place in the text, whose ordinal makes it one telling's."""
    return telling.text_sha256, telling.iri.rpartition("/")[2].partition(".")[2]
