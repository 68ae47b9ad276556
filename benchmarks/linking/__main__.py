"""How well linking finds what articles tell in common: end to end, and with annotated events for extracted ones.

    python -m benchmarks.linking SET... --scorer SCORE [--errors]

A SET is a folder with `articles.jsonl` and `gold.jsonl`, whose events carry the label `incident` where articles share
one. The rest of the gold pairs is out of reach end to end where extraction finds only one of the two, or neither.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.accuracy.annotation import Annotated, load, load_scorer
from benchmarks.linking.annotated import templates_of

from waqia.extraction import extract
from waqia.extraction.export import events
from waqia.extraction.templates import ArticleTemplates, EventTemplate
from waqia.graph import build
from waqia.knowledge import Knowledge
from waqia.knowledge import load as load_knowledge
from waqia.pipeline import incidents_of

Event = dict[str, Any]
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Result:
    """How many pairs across articles are right, found and annotated, B-cubed F1, and the pairs that are wrong."""

    name: str
    right: int
    found: int
    gold: int
    b_cubed: float
    errors: tuple[str, ...]

    @property
    def line(self) -> str:
        """The result as a row of a table."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return f"| {self.name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {self.b_cubed:.3f} |"


def main(argv: Sequence[str] | None = None) -> None:
    """Print the table of each set."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET")
    parser.add_argument("--scorer", type=Path, required=True, metavar="SCORE")
    parser.add_argument("--errors", action="store_true", help="also print the pairs missed and spurious")
    options = parser.parse_args(argv)
    scorer, knowledge = load_scorer(options.scorer), load_knowledge()
    print("| set | precision | recall | pairwise F1 | B-cubed F1 |\n|---|---:|---:|---:|---:|")
    for folder in options.sets:
        for result in measure(folder, scorer, knowledge):
            print(result.line)
            if options.errors:
                print(*result.errors, sep="\n")


def measure(folder: Path, scorer: ModuleType, knowledge: Knowledge) -> tuple[Result, Result]:
    """Return how well the events of a set are put together, first the annotated ones, then the extracted ones."""
    annotated = load(folder / "articles.jsonl", folder / "gold.jsonl", scorer, knowledge)
    perfect = {a.article.id: templates_of(a.article, a.events, knowledge) for a in annotated}
    extracted = {a.article.id: extract(a.article, knowledge) for a in annotated}
    return (
        _result(
            f"{folder.name}, annotated events", annotated, _annotated(annotated, perfect, knowledge), scorer
        ),
        _result(
            f"{folder.name}, extracted events", annotated, _extracted(annotated, extracted, knowledge), scorer
        ),
    )


def _annotated(
    annotated: Sequence[Annotated], templates: dict[str, ArticleTemplates], knowledge: Knowledge
) -> dict[str, list[Event]]:
    """Return the annotated events of each article, labelled by the happening that they were put to."""
    of = incidents_of(build([a.article for a in annotated], templates.values(), knowledge))
    return {
        a.article.id: [e | {"incident": of[a.article.id][n]} for n, e in enumerate(a.events)]
        for a in annotated
    }


def _extracted(
    annotated: Sequence[Annotated], templates: dict[str, ArticleTemplates], knowledge: Knowledge
) -> dict[str, list[Event]]:
    """Return the extracted events of each article, labelled by the happening that they were put to."""
    of = incidents_of(build([a.article for a in annotated], templates.values(), knowledge))

    def label(article: str, event: EventTemplate) -> str:
        return of[article][event.ordinal]

    return {
        a.article.id: events(templates[a.article.id], a.article, knowledge, partial(label, a.article.id))[
            "events"
        ]
        for a in annotated
    }


def _labels(
    annotated: Iterable[Annotated], linked: dict[str, list[Event]], scorer: ModuleType
) -> tuple[dict[Key, Any], dict[Key, Any], dict[Key, str]]:
    """Return the annotated and the found label of each event as the scorer counts them, and its main quote."""
    gold: dict[Key, Any] = {}
    found: dict[Key, Any] = {}
    quotes: dict[Key, str] = {}
    for a in annotated:
        name, told = a.article.id, linked[a.article.id]
        pairs = dict(scorer.align(a.events, told, a.article.text))
        for i, event in enumerate(a.events):
            gold[name, i] = event.get("incident", (name, i))
            found[name, i] = told[pairs[i]]["incident"] if i in pairs else ("missed", name, i)
            quotes[name, i] = f"{event['type']} {event['date']} {event['quotes'][0]}"
        for j, event in enumerate(told):
            if j not in pairs.values():
                gold[name, -1 - j], found[name, -1 - j] = ("spurious", name, j), event["incident"]
                quotes[name, -1 - j] = f"spurious {event['type']} {event['date']}"
    return gold, found, quotes


def _pairs(labels: dict[Key, Any]) -> set[tuple[Key, Key]]:
    of: defaultdict[Any, list[Key]] = defaultdict(list)
    for key in sorted(labels):
        of[labels[key]].append(key)
    return {(x, y) for same in of.values() for x, y in combinations(same, 2) if x[0] != y[0]}


def _result(
    name: str, annotated: Sequence[Annotated], linked: dict[str, list[Event]], scorer: ModuleType
) -> Result:
    gold, found, quotes = _labels(annotated, linked, scorer)
    wanted, given = _pairs(gold), _pairs(found)
    _, b_cubed, _ = scorer.incident_scores(gold, found, {key: key[0] for key in gold})
    errors = tuple(
        f"{kind} {x[0]} {quotes[x]} ~ {y[0]} {quotes[y]}"
        for kind, pairs in (("MISSED", wanted - given), ("WRONG", given - wanted))
        for x, y in sorted(pairs)
    )
    return Result(name, len(wanted & given), len(given), len(wanted), b_cubed[2], errors)


if __name__ == "__main__":
    main()
