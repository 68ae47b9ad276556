"""How fast the whole extraction is, beside spaCy's bare Arabic tokenizer in the same run.

The tokenizer is the floor of anything built on spaCy, so the ratio of both says what the extraction costs, whatever the
machine. Both read the same articles on one core, in rounds that take turns; speed is in whitespace-separated words of
the articles' text a second of processor time. Memory is measured over the first pass, worker processes at the end.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import compress, pairwise
from pathlib import Path
from statistics import median
from typing import Annotated

import spacy
import typer
from benchmarks.page import machine, put_section

from waqia.articles import Article, read
from waqia.extraction import extract, read_article
from waqia.extraction.parallel import extract_each
from waqia.knowledge import Knowledge, load

_PARTS = 4  # of the corpus, after each of which memory is looked at
_HEADING = "## Extraction"

app = typer.Typer(add_completion=False)


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second: of the bare tokenizer, of the extraction, and of its two kinds of articles apart.

    `ratio` is the median over the rounds of the extraction's speed by the tokenizer's.
    """

    tokenizer: float
    extraction: float
    ratio: float
    told: float
    turned_away: float


@dataclass(frozen=True, slots=True)
class Scaling:
    """Words a second by the clock with one process and with `workers`, their start included.

    `potential` is the ratio by processor time, that of one process by each worker's share: what it would be if nothing
    else ran on the machine.
    """

    workers: int
    one: float
    many: float
    ratio: float
    potential: float


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured, of what and where; `memory` is the peak in megabytes before and after each quarter."""

    articles: int
    told: int
    words: int
    rounds: int
    machine: str
    memory: tuple[float, ...]
    speed: Speed
    scaling: Scaling | None

    @property
    def growth(self) -> float:
        """The growth of memory after the first quarter of the corpus, in megabytes."""
        return self.memory[-1] - self.memory[1]


def measure(articles: Sequence[Article], *, rounds: int, workers: int) -> Result:
    """Measure the extraction of `articles`; with fewer than two `workers`, in one process only."""
    knowledge = load()
    with one_core():
        memory = _memory(articles, knowledge)
        told = [len(read_article(article, knowledge)) > 0 for article in articles]
        speed = _speed(articles, told, knowledge, rounds)
    scaling = _scaling(articles, knowledge, workers, rounds) if workers > 1 else None
    words = sum(map(_words, articles))
    return Result(len(articles), sum(told), words, rounds, machine(), memory, speed, scaling)


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def _words(article: Article) -> int:
    return len(article.text.split())


# --- memory and speed ------------------------------------------------------------------------------------------------


def _memory(articles: Sequence[Article], knowledge: Knowledge) -> tuple[float, ...]:
    extract(articles[0], knowledge)  # so that all that is loaded once is loaded
    peaks = [_peak()]
    for part in range(_PARTS):
        for article in articles[len(articles) * part // _PARTS : len(articles) * (part + 1) // _PARTS]:
            extract(article, knowledge)
        peaks.append(_peak())
    return tuple(peaks)


def _peak() -> float:
    """The most memory that this process has held, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _speed(articles: Sequence[Article], told: Sequence[bool], knowledge: Knowledge, rounds: int) -> Speed:
    tokenizer = spacy.blank("ar").tokenizer
    _seconds(lambda article: tokenizer(article.text), articles)  # warm it
    words, words_told = sum(map(_words, articles)), sum(compress(map(_words, articles), told))
    tokenizing, extracting, telling = [], [], []
    for _ in range(rounds):
        tokenizing.append(sum(_seconds(lambda article: tokenizer(article.text), articles)))
        seconds = _seconds(lambda article: extract(article, knowledge), articles)
        extracting.append(sum(seconds))
        telling.append(sum(compress(seconds, told)))
    away = [whole - part for whole, part in zip(extracting, telling, strict=True)]
    return Speed(
        tokenizer=_rate(words, median(tokenizing)),
        extraction=_rate(words, median(extracting)),
        ratio=median(a / b for a, b in zip(tokenizing, extracting, strict=True)),
        told=_rate(words_told, median(telling)),
        turned_away=_rate(words - words_told, median(away)),
    )


def _seconds(run: Callable[[Article], object], articles: Sequence[Article]) -> list[float]:
    """The processor time of each article."""
    ends = [time.process_time()]
    for article in articles:
        run(article)
        ends.append(time.process_time())
    return [after - before for before, after in pairwise(ends)]


def _rate(words: float, seconds: float) -> float:
    return words / seconds if seconds else 0.0


# --- workers ---------------------------------------------------------------------------------------------------------


def _scaling(articles: Sequence[Article], knowledge: Knowledge, workers: int, rounds: int) -> Scaling:
    one, many = [], []
    for _ in range(rounds):
        one.append(_times(articles, knowledge, 1))
        many.append(_times(articles, knowledge, workers))
    words, pairs = sum(map(_words, articles)), list(zip(one, many, strict=True))
    return Scaling(
        workers=workers,
        one=_rate(words, median(clock for clock, _ in one)),
        many=_rate(words, median(clock for clock, _ in many)),
        ratio=median(a / b for (a, _), (b, _) in pairs),
        potential=median(workers * a / b for (_, a), (_, b) in pairs),
    )


def _times(articles: Sequence[Article], knowledge: Knowledge, workers: int) -> tuple[float, float]:
    """The seconds by the clock and the processor time, that of worker processes included."""
    clock, processor = time.perf_counter(), _processor_time()
    for _ in extract_each(articles, knowledge, workers=workers):
        pass
    return time.perf_counter() - clock, _processor_time() - processor


def _processor_time() -> float:
    """The seconds of this process and of its children that have ended."""  # os.times counts in ticks of 10 ms
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


# --- report ----------------------------------------------------------------------------------------------------------


def table(result: Result) -> str:
    """The result as a Markdown table."""
    speed, scaling = result.speed, result.scaling
    rows = [
        ("spaCy's bare Arabic tokenizer, warm", f"{speed.tokenizer:,.0f} words/s"),
        ("the whole extraction", f"{speed.extraction:,.0f} words/s"),
        ("extraction : tokenizer", f"1 : {_rate(1, speed.ratio):.1f}"),
        (f"only the {result.told:,} articles that pass the gate", f"{speed.told:,.0f} words/s"),
        ("only those that it turns away", f"{speed.turned_away:,.0f} words/s"),
        ("peak memory at the start", f"{result.memory[0]:,.0f} MB"),
        *(
            (f"after {part}/{_PARTS} of the articles", f"{peak:,.0f} MB")
            for part, peak in enumerate(result.memory[1:], 1)
        ),
    ]
    if scaling is not None:
        rows += [
            ("one process, by the clock", f"{scaling.one:,.0f} words/s"),
            (f"{scaling.workers} worker processes, by the clock", f"{scaling.many:,.0f} words/s"),
            (f"{scaling.workers} workers : one process", f"{scaling.ratio:.2f}"),
            ("the same by processor time", f"{scaling.potential:.2f}"),
        ]
    return "\n".join(
        ["| measured | result |", "|---|---:|", *(f"| {name} | {value} |" for name, value in rows)]
    )


def section(result: Result) -> str:
    """The result as a section of Markdown, with what was measured and where."""
    return (
        f"{_HEADING}\n\n"
        f"`benchmarks/extraction.py` over {result.articles:,} newspaper articles ({result.words:,} words), "
        f"median of {result.rounds} rounds. {result.machine}.\n\n{table(result)}\n"
    )


@app.command()
def main(
    corpus: Annotated[list[Path], typer.Argument(metavar="CORPUS...", help="Articles, or folders of them.")],
    rounds: Annotated[int, typer.Option(min=1, help="How often everything is measured.")] = 3,
    workers: Annotated[int, typer.Option(min=1, help="How many worker processes to compare with one.")] = 2,
    limit: Annotated[
        int | None, typer.Option(min=1, help="How many articles, spread over the corpus.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the result there.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Put a section with the result there.")
    ] = None,
) -> None:
    """Measure the extraction over CORPUS beside spaCy's bare Arabic tokenizer."""
    articles = read(corpus).articles
    if not articles:
        raise typer.BadParameter("there is no article in it", param_hint="CORPUS")
    articles = articles[:: max(1, len(articles) // limit)] if limit else articles
    result = measure(articles, rounds=rounds, workers=workers)
    print(f"{result.articles:,} articles, {result.words:,} words; {result.machine}\n\n{table(result)}")
    if out is not None:
        out.write_text(json.dumps(asdict(result), indent=2) + "\n", encoding="utf-8")
    if markdown is not None:
        put_section(markdown, section(result))


if __name__ == "__main__":
    app()
