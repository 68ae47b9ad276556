"""The accuracy as Markdown: tables for the terminal, and the page of the documentation around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import ModuleType

import waqia

from .measure import Score

ASKS = {
    "detection": "An annotated event is told by an extracted one: they share evidence, and their types one family.",
    "type": "It has the right type, too.",
    "unrealized": "An event that is only denied, planned or feared is told as such.",
    "date": "The day, month or interval of the event.",
    "places": "Each place of the event, by its name in the text.",
    "perpetrators": "Each actor that does it; one side of a clash or of talks.",
    "targets": "Each actor or thing that it is done to; the other side.",
    "casualties": "Each figure: what befell how many, at least and at most.",
    "attributed": "The figure and whom the article credits with it.",
    "victims": "The figure and the noun for whom it counts.",
    "sources": "Each source that the article credits with the event.",
    "claimed_by": "Who is said to have claimed responsibility.",
}
"""What each metric of the scorer asks for."""
_INSIDE = ("type", *list(ASKS)[3:])  # those that the scorer counts in the paired events, too

_HEAD = """\
# Accuracy

How much of what the five articles in `seeds/` tell does waqia extract, and where does it fail? `make accuracy` writes
this page; nothing in it is written by hand.

*waqia {version}, {measured}: {articles} articles, {events} annotated events, {extracted} extracted.*

**What to trust.** These articles were looked at while the rules were written. Articles that nobody has looked at score
lower: take these figures as what the rules are meant to do, and as a guard against losing it. With so few articles a
single event moves a figure by a point or more.

## As it is

*P*: how much of what is extracted is right. *R*: how much of what is annotated is extracted. *F1*: their harmonic mean.
In these an event that is missed or spurious counts with all its slots; *paired* is F1 in the events that were found.

"""
_ORACLES = """
## What perfect stages would give

Each group of columns (P, R, F1, paired) is the same system with one or two of its stages replaced by the annotation:

- **Triggers**: the mentions are those, and only those, that a quote of the annotation points at, with the type of its
  event. Where a quote holds no word of the lexicon, another of its words stands in, read like one. Clustering, stance
  and all slots are the system's.
- **Clusters**: the system's mentions, put together as annotated: each with the event of its family whose quote holds
  its trigger or shares half of its evidence. Mentions that no quote points at stay where the system put them.
  Triggers, types, stance, which figure belongs to which mention, and all slots are the system's.
- **Both**: annotated mentions, put together as annotated. What is lost here is lost in stance and slots.

What the columns say is how far the score would rise if that stage alone were solved; not that it can be, nor what a
stage gives that is half solved, nor that gains add up. What is put together wrongly is also a missed or spurious event:
so detection rises with perfect clusters, and perfect triggers alone bring mentions that the system then puts together
wrongly, the more so as the clusterer's weights were fitted to the system's own mentions. The figures are no bounds: a
mention that the annotation leaves out may have brought a right slot along.

"""
_ERRORS = """
## Where the errors are

Of the values that are annotated, how many are *right*, *missing* in an event that was found, or *lost* with an event
that was missed; and of those extracted, how many are *wrong* in an event that was found, or *spurious* with an event
that nothing in the annotation matches.

"""
_TYPES = """
Events by type: *annotated*, *found*, *missed*, *read as* another; *spurious* ones have the type that was extracted.

"""
_MEASURED = re.compile(r"\*waqia \S+, (\d{4}-\d\d-\d\d):")


def tables(scores: Mapping[str, Score], scorer: ModuleType) -> str:
    """Return the tables alone."""
    as_it_is = next(iter(scores.values()))
    parts = (_as_it_is(as_it_is, scorer), _oracles(scores, scorer), _slots(as_it_is), _types(as_it_is))
    return "\n".join(parts)


def page(scores: Mapping[str, Score], scorer: ModuleType, *, articles: int, measured: str) -> str:
    """Return the page of the documentation; `measured` is the day on it."""
    as_it_is = next(iter(scores.values()))
    _, events, extracted = as_it_is.whole["detection"]
    head = _HEAD.format(
        version=waqia.__version__, measured=measured, articles=articles, events=events, extracted=extracted
    )
    parts = (head, _as_it_is(as_it_is, scorer), _ORACLES, _oracles(scores, scorer))
    return "".join((*parts, _ERRORS, _slots(as_it_is), _TYPES, _types(as_it_is)))


def measured_on(page: str) -> str:
    """Return the day on a page; today's where there is none."""
    found = _MEASURED.search(page)
    return found[1] if found else date.today().isoformat()  # noqa: DTZ011 (the reader's day)


# --- tables --------------------------------------------------------------------------------------------------------


def _as_it_is(score: Score, scorer: ModuleType) -> str:
    rows = ([m, *_figures(score, m, scorer), asks] for m, asks in ASKS.items())
    return _table(("", "P", "R", "F1", "paired", "what is asked for"), rows)


def _oracles(scores: Mapping[str, Score], scorer: ModuleType) -> str:
    first, *others = scores.values()
    heads = [head for name in list(scores)[1:] for head in (f"{name}: P", "R", "F1", "paired")]
    rows = (
        [m, _figures(first, m, scorer)[2], *(f for score in others for f in _figures(score, m, scorer))]
        for m in ASKS
    )
    return _table(("", "F1 as it is", *heads), rows)


def _figures(score: Score, metric: str, scorer: ModuleType) -> list[str]:
    whole, paired = scorer.prf(*score.whole[metric]), scorer.prf(*score.paired[metric])
    return [*(f"{x:.3f}" for x in whole), f"{paired[2]:.3f}" if metric in _INSIDE else ""]


def _slots(score: Score) -> str:
    heads = ("", "annotated", "right", "missing", "lost", "extracted", "wrong", "spurious")
    return _table(heads, (_slot(m, score) for m in _INSIDE[1:]))


def _slot(metric: str, score: Score) -> list[str]:
    right, gold, extracted = score.whole[metric]
    _, gold_found, extracted_found = score.paired[metric]
    lost, spurious = gold - gold_found, extracted - extracted_found
    counts = (gold, right, gold_found - right, lost, extracted, extracted_found - right, spurious)
    return [metric, *map(str, counts)]


def _types(score: Score) -> str:
    names = sorted({*score.found, *score.missed, *score.spurious})
    return _table(
        ("", "annotated", "found", "missed", "read as", "spurious"), (_type(n, score) for n in names)
    )


def _type(name: str, score: Score) -> list[str]:
    found, missed = score.found[name], score.missed[name]
    read = sorted((other, n) for (gold, other), n in score.retyped.items() if gold == name)
    as_others = ", ".join(f"{other} {n}" for other, n in read)
    return [name, str(found + missed), str(found), str(missed), as_others, str(score.spurious[name])]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
