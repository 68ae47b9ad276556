"""Measure what is extracted against an annotation: python -m benchmarks.accuracy ARTICLES GOLD --scorer SCORE.

Annotation and scorer are no part of this repository; GUIDELINES beside the scorer say how events are annotated.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from waqia import knowledge
from waqia.files import write_whole

from . import annotation, report
from .measure import measure


def main() -> None:
    """Print the tables, or write the page of the documentation."""
    options = _options()
    scorer = annotation.load_scorer(options.scorer)
    articles = annotation.load(options.articles, options.gold, scorer, knowledge.load())
    scores = measure(articles)
    if options.output is None:
        print(report.tables(scores, scorer), end="")
        return
    before = options.output.read_text(encoding="utf-8") if options.output.exists() else ""
    for day in (
        report.measured_on(before),
        report.measured_on(""),
    ):  # the day stays where nothing else changes
        page = report.page(scores, scorer, articles=len(articles), measured=day)
        if page == before:
            return
    write_whole(options.output, [page.encode()])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy", description=(__doc__ or "").split(":")[0]
    )
    parser.add_argument("articles", type=Path, help="the articles: a .jsonl file or a folder")
    parser.add_argument("gold", type=Path, help="their annotated events, in the shape of the guidelines")
    parser.add_argument("--scorer", type=Path, required=True, help="the guidelines' scorer, a Python file")
    parser.add_argument(
        "--output", "-o", type=Path, help="write the page on the seeds there instead of printing the tables"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
