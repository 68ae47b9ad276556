"""Articles that print the same copy, or quote the same words: they are of about one day.

Papers print what agencies send on the day or on the next, some a day later still. Shared background paragraphs are no
copy: agencies repeat them for months. So either half of the shorter article is shared, or a long quotation.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from waqia.arabic.folding import fold
from waqia.articles import Article, ZoneKind, body
from waqia.extraction.templates import Span

_RUN: Final = 6
_FEWEST: Final = 30
"""How many runs an article needs to be compared: short notices are alike without being copies."""
_QUOTED: Final = 12
_WORD: Final = re.compile(r"\w+")
_QUOTATION: Final = re.compile(r'"([^"“”«»\n]{40,})"|“([^“”\n]{40,})”|«([^«»\n]{40,})»')
_TOLD: Final = (ZoneKind.HEADLINE, ZoneKind.BODY)

Run = tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """What an article is compared by: its runs of six words, and those of twelve inside of quotations."""

    article: Article

    @cached_property
    def runs(self) -> Mapping[Run, Span]:
        """Every run of six words with the first place where it stands."""
        zones = [Span(zone.start, zone.end) for zone in body(self.article) if zone.kind in _TOLD]
        return self._runs(zones, _RUN)

    @cached_property
    def quoted(self) -> Mapping[Run, Span]:
        """Every run of twelve words that stands in quotation marks."""
        found = _QUOTATION.finditer(self.article.text)
        return self._runs([Span(*match.span(match.lastindex or 0)) for match in found], _QUOTED)

    def _runs(self, spans: Sequence[Span], size: int) -> Mapping[Run, Span]:
        runs: dict[Run, Span] = {}
        for span in spans:
            words = list(_WORD.finditer(self.article.text, span.start, span.end))
            folded = [fold(word.group()) for word in words]
            for at in range(len(words) - size + 1):
                where = Span(words[at].start(), words[at + size - 1].end())
                runs.setdefault(tuple(folded[at : at + size]), where)
        return runs


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles, by id, that share their wording, and a passage of either that shows it."""

    one: str
    other: str
    here: Span
    there: Span


def copies(undated: Iterable[Article], others: Iterable[Article]) -> Iterator[Copy]:
    """Give which of the `undated` share the wording of which of `others`, in the order of both.

    The runs of the undated are kept in memory, those of the others but one after the other.
    """
    ours = [Wording(article) for article in undated]
    by_run, by_quote = _index([w.runs for w in ours]), _index([w.quoted for w in ours])
    for other in map(Wording, others):
        shared = Counter(here for run in other.runs for here in by_run.get(run, ()))
        quoting = {here: run for run in other.quoted for here in by_quote.get(run, ())}
        for here in sorted(shared.keys() | quoting.keys()):
            if ours[here].article.id != other.article.id:
                yield from _copy(ours[here], other, shared[here], quoting.get(here))


def _copy(one: Wording, other: Wording, shared: int, quoted: Run | None) -> Iterator[Copy]:
    shorter = min(len(one.runs), len(other.runs))
    if shorter >= _FEWEST and shared * 2 >= shorter:
        run = next(run for run in one.runs if run in other.runs)
        yield Copy(one.article.id, other.article.id, one.runs[run], other.runs[run])
    elif quoted is not None:
        yield Copy(one.article.id, other.article.id, one.quoted[quoted], other.quoted[quoted])


def _index(all_runs: Sequence[Mapping[Run, Span]]) -> Mapping[Run, list[int]]:
    found: defaultdict[Run, list[int]] = defaultdict(list)
    for position, runs in enumerate(all_runs):
        for run in runs:
            found[run].append(position)
    return found
