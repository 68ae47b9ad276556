from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from waqia.arabic.folding import fold
from waqia.articles import cues
from waqia.articles.cues import Cue, wordings
from waqia.errors import BadOntology


@pytest.fixture
def empty_cache() -> Iterator[None]:
    cues._graph.cache_clear()
    wordings.cache_clear()
    yield
    cues._graph.cache_clear()
    wordings.cache_clear()


@pytest.mark.parametrize("cue", Cue)
def test_every_group_has_wordings_folded_and_the_longest_first(cue: Cue) -> None:
    found = wordings(cue)
    assert found
    assert list(found) == [fold(wording) for wording in found]
    assert [len(wording) for wording in found] == sorted(map(len, found), reverse=True)


@pytest.mark.usefixtures("empty_cache")
def test_a_group_without_wordings_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "zones.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    monkeypatch.setattr(cues, "_FILE", tmp_path / "zones.ttl")
    with pytest.raises(BadOntology, match="has no wording for the cue mostRead"):
        wordings(Cue.MOST_READ)


@pytest.mark.usefixtures("empty_cache")
@pytest.mark.parametrize("content", [None, "<urn:a> no turtle"])
def test_a_file_that_cannot_be_read_is_an_error(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        (tmp_path / "zones.ttl").write_text(content, encoding="utf-8")
    monkeypatch.setattr(cues, "_FILE", tmp_path / "zones.ttl")
    with pytest.raises(BadOntology, match=r"zones\.ttl: "):
        wordings(Cue.MOST_READ)
