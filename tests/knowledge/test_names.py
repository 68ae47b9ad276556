"""The Arabic of actors.ttl, places.ttl and their sources is clean: what the eye does not see is not there."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge
from waqia.resources import ONTOLOGY

SOURCES = ONTOLOGY / "sources"
FILES = [ONTOLOGY / "actors.ttl", ONTOLOGY / "places.ttl", *sorted(SOURCES.glob("**/*.csv"))]
ALLOWED_SIGNS = set(" -./'ـ()0123456789") - {"ـ"}


def names(known: Knowledge) -> Iterator[str]:
    for place in known.places.values():
        yield from (*place.names, *place.ambiguous_names, *place.short_forms)
    for country in known.countries.values():
        yield from country.demonyms
    for actor in known.actors.values():
        yield from (*actor.names, *actor.ambiguous_names, *actor.short_forms, *actor.metonyms)


def is_hidden(letter: str) -> bool:
    """Presentation forms, marks of direction and other characters that do not show."""
    point = ord(letter)
    return 0xFB50 <= point <= 0xFDFF or 0xFE70 <= point <= 0xFEFF or unicodedata.category(letter) == "Cf"


@pytest.mark.skipif(not SOURCES.is_dir(), reason="sources are in a checkout only")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_files_are_composed_and_hide_nothing(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not [letter for letter in set(text) if is_hidden(letter)]


def test_names_are_arabic_letters_with_single_spaces(known: Knowledge) -> None:
    odd = {
        name
        for name in names(known)
        if name != " ".join(name.split())
        or any(
            not ("\u0621" <= c <= "\u063a" or "\u0641" <= c <= "\u0652" or c in ALLOWED_SIGNS) for c in name
        )
    }
    assert odd == set()


def test_names_are_in_indexes_as_folding_leaves_them(known: Knowledge) -> None:
    for index in (
        known.places_by_name,
        known.actors_by_name,
        known.actors_by_short_form,
        known.countries_by_demonym,
    ):
        assert all(name == fold(name) and name for name in index)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="sources are in a checkout only")
@pytest.mark.parametrize("file", [f for f in FILES if f.suffix == ".csv"], ids=lambda file: file.name)
def test_hand_kept_rows_are_whole_and_not_repeated(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert all(None not in row and None not in row.values() for row in rows)
    keys = [row.get("id") or row.get("code") or row["name"] for row in rows]
    assert len(keys) == len(set(keys))
