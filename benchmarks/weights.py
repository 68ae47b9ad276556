"""Search the weights by which extraction puts mentions together: python -m benchmarks.weights SET... --scorer SCORE.

A set is a folder with annotated articles, `articles.jsonl` and `gold.jsonl`. Each weight in turn is moved by a step, up
or down, as long as the mean over the sets of what is scored rises; then the steps are halved. Print what was found, to
be put into `waqia.extraction.events.WEIGHTS`. Keep a set apart to see whether the weights serve articles that had no
part in the search (`--apart`).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from waqia import knowledge
from waqia.extraction.events import WEIGHTS, Clusterer
from waqia.extraction.layers import Layers

from .accuracy import annotation
from .accuracy.annotation import Annotated
from .accuracy.measure import Score, events_of, read_layers

_SCORED = {"detection": 1.0, "type": 0.3, "casualties": 0.2, "sources": 0.1}
_STEPS = (1.0, 0.5, 0.25)
_SMALL = {"distance": 0.2}  # what is weighed many times over moves by less
_LEAST = 1e-4

Weights = dict[str, float]


@dataclass(frozen=True)
class AnnotatedSet:
    """Annotated articles, each read up to its mentions."""

    name: str
    articles: tuple[tuple[Annotated, Layers], ...]

    def score(self, weights: Mapping[str, float]) -> Score:
        """What the scorer counts where mentions are put together by the weights."""
        score = Score()
        for annotated, layers in self.articles:
            told = Clusterer(layers.reading, annotated.knowledge, weights).run()
            score.add(annotated, events_of(annotated, layers, told))
        return score


def search(sets: Sequence[AnnotatedSet], scorer: ModuleType, start: Mapping[str, float]) -> Weights:
    """Return the weights that the search ends with."""
    weights = dict(start)
    best = _mean(sets, scorer, weights)
    for step in _STEPS:
        improved = True
        while improved:
            improved = False
            for name in weights:
                for move in (step, -step):
                    tried = weights | {name: round(weights[name] + move * _SMALL.get(name, 1), 3)}
                    score = _mean(sets, scorer, tried)
                    if score > best + _LEAST:
                        best, weights, improved = score, tried, True
                        break
    return weights


def _mean(sets: Sequence[AnnotatedSet], scorer: ModuleType, weights: Mapping[str, float]) -> float:
    return sum(_value(s.score(weights), scorer) for s in sets) / len(sets)


def _value(score: Score, scorer: ModuleType) -> float:
    return sum(share * float(scorer.prf(*score.whole[metric])[2]) for metric, share in _SCORED.items())


def load(folder: Path, scorer: ModuleType) -> AnnotatedSet:
    """Read the annotated articles of a folder."""
    known = knowledge.load()
    found = annotation.load(folder / "articles.jsonl", folder / "gold.jsonl", scorer, known)
    return AnnotatedSet(folder.name, tuple((a, read_layers(a)) for a in found))


def main() -> None:
    """Search, and print the weights and what they score on each set."""
    options = _options()
    scorer = annotation.load_scorer(options.scorer)
    sets = [load(folder, scorer) for folder in options.sets]
    weights = search(sets, scorer, WEIGHTS)
    for name, weight in weights.items():
        print(f'    "{name}": {weight},')
    for each in (*sets, *(load(folder, scorer) for folder in options.apart)):
        before, after = (each.score(w).whole["detection"] for w in (WEIGHTS, weights))
        print(f"{each.name}: detection {scorer.prf(*before)[2]:.3f}, now {scorer.prf(*after)[2]:.3f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.weights", description=(__doc__ or "").split(":")[0]
    )
    parser.add_argument("sets", type=Path, nargs="+", help="folders of annotated articles")
    parser.add_argument("--scorer", type=Path, required=True, help="the guidelines' scorer, a Python file")
    parser.add_argument(
        "--apart", type=Path, nargs="*", default=[], help="sets that take no part in the search"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
