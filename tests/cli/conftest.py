"""The command line run in this process, over an extraction that finds one event in every article that tells it.

What extraction really finds is tested elsewhere; here it must be the same however extraction gets better.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from waqia import pipeline
from waqia.articles import Article, read
from waqia.cli import main
from waqia.extraction import parallel
from waqia.extraction.templates import (
    ArticleTemplates,
    Certainty,
    Claim,
    EventTemplate,
    Figure,
    Mention,
    Outcome,
    PlaceLink,
    PlaceRelation,
    Realization,
    Span,
    Stance,
)
from waqia.knowledge import Knowledge

FIRST = "أعلنت وزارة الدفاع مقتل ثلاثة جنود في قصف على حمص مساء أمس."
SECOND = "وقال المرصد السوري لحقوق الإنسان إن خمسة جنود قتلوا في القصف."
TEXT = f"{FIRST}\n{SECOND}\n"


@dataclass(frozen=True)
class Ran:
    """What a run of the program left: its exit status and what it said."""

    status: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


Run = Callable[..., Ran]


@pytest.fixture
def waqia(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run `waqia` with these arguments."""

    def run(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Ran(int(left.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let extraction find the shelling that TEXT tells, with its two figures."""
    _tell(monkeypatch)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with one article that tells the event."""
    return _news(tmp_path / "news")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that `waqia build` wrote; not to be written to."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patched:
        _tell(patched)
        pipeline.write(pipeline.run(read([_news(folder / "news")]).articles), folder / "out", ["ttl", "csv"])
    return folder / "out"


def _tell(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(parallel, "_extract", _extract)
    patched.setattr(pipeline, "_event_lines", _event_lines)


def _news(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.txt").write_text(f"2024-12-07\n{TEXT}", encoding="utf-8")
    return folder


def _extract(article: Article, knowledge: Knowledge) -> ArticleTemplates:
    if TEXT not in article.text:
        return ArticleTemplates(article.id)
    claims = (
        _claim(article, knowledge, FIRST, "وزارة الدفاع", "ثلاثة جنود", 3),
        _claim(article, knowledge, SECOND, "المرصد السوري لحقوق الإنسان", "خمسة جنود", 5),
    )
    event = EventTemplate(1, "Shelling", Realization.EVENT, claims, date="2024-12-06")
    return ArticleTemplates(article.id, (event,))


def _claim(
    article: Article, knowledge: Knowledge, sentence: str, source: str, words: str, number: int
) -> Claim:
    place = next(
        place for place in knowledge.places.values() if place.label == "حمص" and place.kind == "City"
    )
    figure = Figure(Outcome.KILLED, number, number, words, _span(article, words), victim_kind="Soldier")
    where = Mention("حمص", _span(article, "حمص"), "City", iri=place.iri)
    return Claim(
        stance=Stance.ASSERTS,
        certainty=Certainty.STATED,
        type="Shelling",
        evidence=(_span(article, sentence),),
        source=Mention(source, _span(article, source), "Organization"),
        places=(PlaceLink(PlaceRelation.OCCURRED_AT, where),),
        figures=(figure,),
    )


def _span(article: Article, text: str) -> Span:
    start = article.text.index(text)
    return Span(start, start + len(text))


def _event_lines(built: pipeline.Built) -> Iterator[bytes]:
    for templates in built.templates:
        record: dict[str, Any] = {
            "article": templates.article,
            "events": [{"type": e.type} for e in templates.events],
        }
        yield (json.dumps(record) + "\n").encode()
