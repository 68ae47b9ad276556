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
    """Pairwise and B-cubed F1, with what the pairs are made of."""

    name: str
    right: int
    found: int
    gold: int
    b_cubed: float

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
        annotated = load(folder / "articles.jsonl", folder / "gold.jsonl", scorer, knowledge)
        perfect = {a.article.id: templates_of(a.article, a.events, knowledge) for a in annotated}
        extracted = {a.article.id: extract(a.article, knowledge) for a in annotated}
        for name, templates in (("annotated", perfect), ("extracted", extracted)):
            linked = _linked(annotated, templates, knowledge, gold=templates is perfect)
            print(_result(f"{folder.name}, {name} events", annotated, linked, scorer).line)
            if options.errors:
                print(*_errors(annotated, linked, scorer), sep="\n")


def _linked(
    annotated: Sequence[Annotated],
    templates: dict[str, ArticleTemplates],
    knowledge: Knowledge,
    *,
    gold: bool,
) -> dict[str, list[Event]]:
    """Return the events of each article with the label of their incident."""
    graph = build([a.article for a in annotated], templates.values(), knowledge)
    of = incidents_of(graph)
    found = {}
    for a in annotated:
        here = of[a.article.id]
        if gold:
            found[a.article.id] = [e | {"incident": here[n]} for n, e in enumerate(a.events)]
        else:

            def label(event: EventTemplate, here: dict[int, str] = here) -> str:
                return here[event.ordinal]

            found[a.article.id] = events(templates[a.article.id], a.article, knowledge, label)["events"]
    return found


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
    gold, found, _ = _labels(annotated, linked, scorer)
    right = _pairs(gold) & _pairs(found)
    _, b_cubed, _ = scorer.incident_scores(gold, found, {key: key[0] for key in gold})
    return Result(name, len(right), len(_pairs(found)), len(_pairs(gold)), b_cubed[2])


def _errors(annotated: Sequence[Annotated], linked: dict[str, list[Event]], scorer: ModuleType) -> list[str]:
    gold, found, quotes = _labels(annotated, linked, scorer)
    wanted, given = _pairs(gold), _pairs(found)
    rows = [("MISSED", pair) for pair in sorted(wanted - given)] + [
        ("WRONG", pair) for pair in sorted(given - wanted)
    ]
    return [f"{kind} {x[0]} {quotes[x]} ~ {y[0]} {quotes[y]}" for kind, (x, y) in rows]


if __name__ == "__main__":
    main()
