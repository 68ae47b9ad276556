"""Tolls: how many people were killed, injured, seized or driven out, found by the words of outcome.

A toll is what one word of outcome says: whole figures, their parts ("بينهم خمسة أطفال") and what is added to them
("بالإضافة إلى 42 شخصا"). Which happening it is the toll of, `causes` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .figures import AMONG, Counter, SentenceView
from .outcomes import Outcomes, Site
from .phrases import Phrase
from .roles import Slots
from .subsets import Besides
from .syntax import Syntax
from .templates import Figure, Outcome
from .toll_nouns import TollNouns
from .triggers import Trigger
from .words import Sentence, Text


@dataclass(frozen=True, slots=True)
class Toll:
    """Figures that the word of outcome at `word` gives; their words end at `last`.

    `trigger` is the word of the happening that the toll itself tells, `member` marks figures that are part of a whole
    told elsewhere, `total` a sum over a time, which is the toll of nothing that its sentence does not tell.
    `link` notes why it is the toll of what it is given to.
    """

    word: int
    figures: tuple[Figure, ...]
    trigger: int | None = None
    victims: tuple[Phrase, ...] = ()
    last: int = 0
    member: bool = False
    total: bool = False
    link: str = field(default="", compare=False)


class TollReader:
    """Reads the tolls of the sentences of an article in order, remembering the noun of the last figure."""

    def __init__(self, text: Text) -> None:
        self.counter = Counter(text)
        self.text = text

    def read(
        self, sentence: Sentence, syntax: Syntax, slots: dict[int, Slots], triggers: Sequence[Trigger]
    ) -> list[Toll]:
        """The tolls of a sentence in the order of its words."""
        view = SentenceView(self.text, sentence, syntax)
        outcomes = Outcomes(view, slots, {t.word: t for t in triggers})
        return _SentenceTolls(view, self.counter, outcomes).read()


class _SentenceTolls:
    """The tolls of one sentence; a phrase is counted once."""

    def __init__(self, view: SentenceView, counter: Counter, outcomes: Outcomes) -> None:
        self.view = view
        self.counter = counter
        self.outcomes = outcomes
        self.nouns = TollNouns(view, counter)
        self.besides = Besides(view, counter)
        self.used: set[int] = set()
        self.taken: dict[int, frozenset[int]] = {}
        self.own: dict[int, int] = {}
        self.tolls: list[Toll] = []

    def read(self) -> list[Toll]:
        sites = {s.word: s for s in self.outcomes.sites()}
        self.own = {p.first: s.word for s in sites.values() for p in s.chain}
        for i in self.view.range(self.view.sentence.first, self.view.sentence.last):
            if i in sites:
                self._site(sites[i])
            elif self.view.words[i].readings:
                self._noun(i)
                self._members(i)
        return self._joined(sorted(self.tolls, key=lambda t: t.word))

    def _joined(self, tolls: Iterable[Toll]) -> list[Toll]:
        """The tolls, one that comes on top of another joined to it ("مقتل سبعة وإصابة ستة، إضافة إلى مقتل سائق")."""
        out: list[Toll] = []
        for toll in tolls:
            outcome = toll.figures[0].outcome
            same = [n for n, t in enumerate(out) if t.figures[0].outcome is outcome]
            if same and self.besides.on_top(toll.word):
                out[same[-1]] = _with(out[same[-1]], toll)
            else:
                out.append(toll)
        return out

    def _site(self, site: Site) -> None:
        if (
            self._dies_later(site)
            or self._counted_by_noun(site)
            or any(p.first in self.used for p in site.chain)
        ):
            return
        found = self.counter.count(site.outcome, site.chain, self.view)
        trigger = site.trigger.word if site.trigger else None
        end = found[-1][0].last if found else site.chain[-1].last
        if not any(self.view.words[i].bare in AMONG for i in self.view.range(end, site.word)):
            end = max(site.word + 1, end)
        self._add(site.word, site.outcome, found, trigger, end)

    def _dies_later(self, site: Site) -> bool:
        """Whether who was hurt died of it and counts among the dead ("أصيب ضابط وتوفي في المستشفى")."""
        if site.outcome is not Outcome.KILLED or not self.tolls:
            return False
        injured = self.tolls[-1]
        if injured.figures[0].outcome is not Outcome.INJURED or site.chain[0].first >= site.word:
            return False
        if not {p.first for p in injured.victims} & {p.first for p in site.chain}:
            return False
        figures = tuple(replace(f, outcome=Outcome.KILLED) for f in injured.figures)
        self.tolls[-1] = replace(injured, figures=figures)
        return True

    def _counted_by_noun(self, site: Site) -> bool:
        """Whether a noun of outcome has counted the people ("سبع ضحايا قضوا"): its toll is then the site's."""
        first = {p.first for p in site.chain}
        for n, toll in enumerate(self.tolls):
            if (
                toll.trigger is None
                and site.trigger is not None
                and self.taken.get(toll.word, frozenset()) & first
            ):
                self.tolls[n] = replace(toll, trigger=site.trigger.word)
                return True
        return False

    def _noun(self, i: int) -> None:
        if any(t.collocate == i and t.frame == "perish" for t in self.outcomes.triggers.values()):
            return  # "راح ضحية الهجوم عشرة"
        found = self.nouns.at(i)
        if found is None and (end := self.nouns.nameless(i)) is not None:
            self._add(i, self.nouns.outcome(i), [], self._falling(i), end)
        if found is not None and found.first not in self.used:
            self.used |= found.used
            self.taken[i] = found.used
            self.counter.last = found.figure.victims or self.counter.last
            self._add(i, found.figure.outcome, [(found.phrase, found.figure)], self._falling(i), found.last)
            if found.total:
                self.tolls[-1] = replace(self.tolls[-1], total=True)

    def _falling(self, i: int) -> int | None:
        """The verb of "سقط قتلى", whose happening the toll noun tells."""
        for t in self.outcomes.triggers.values():
            if (
                t.frame == "toll"
                and t.word < i
                and t.collocate is not None
                and (t.collocate == i or i in self._listed(t.collocate))
            ):
                return t.word
        return None

    def _listed(self, first: int) -> Iterable[int]:
        """The words of a list of tolls that starts with the noun at `first` ("قتيلان وثلاثة جرحى")."""
        return range(first - 3, first + 5)

    def _members(self, i: int) -> None:
        fresh = [(p, f) for p, f in self.besides.members(i) if p.first not in self.used]
        if fresh:
            self.used |= {p.first for p, _ in fresh}
            figures = tuple(f for _, f in fresh)
            self.tolls.append(
                Toll(i, figures, None, tuple(p for p, _ in fresh), fresh[-1][0].last, member=True)
            )

    def _add(
        self, word: int, outcome: Outcome, found: list[tuple[Phrase, Figure]], trigger: int | None, end: int
    ) -> None:
        """Add a toll of whole figures with what is told beside them."""
        self.used |= {p.first for p, _ in found}
        limit = self._limit(end)
        figures = [f for _, f in found]
        whole = len(figures) - 1 if figures else None
        last = end
        for p, f in self.besides.parts(outcome, end, limit):
            own = self.own.get(p.first, 0)
            if p.first not in self.used and (own < p.first or self.outcomes.says(own) is outcome):
                figures.append(replace(f, included_in=whole))
                self.used.add(p.first)
                last = max(last, p.last)
        for p, f in self.besides.more(outcome, end, limit):
            if p.first not in self.used:
                figures.append(replace(f, in_addition_to=whole))
                self.used.add(p.first)
                last = max(last, p.last)
        if figures:
            self.tolls.append(Toll(word, tuple(figures), trigger, tuple(p for p, _ in found), last))

    def _limit(self, end: int) -> int:
        """Where what is told beside a figure ends at the latest: at the next word of outcome."""
        for i in self.view.range(end, self.view.sentence.last):
            if self.outcomes.says(i) is not None or self.nouns.at(i) is not None:
                return i
        return self.view.sentence.last


def _with(toll: Toll, more: Toll) -> Toll:
    """A toll with the figures of another that come on top of its last whole one."""
    whole = max(n for n, f in enumerate(toll.figures) if f.included_in is None and f.in_addition_to is None)
    shift = len(toll.figures)
    added = (
        replace(f, in_addition_to=whole)
        if f.included_in is None
        else replace(f, included_in=shift + f.included_in)
        for f in more.figures
    )
    return replace(toll, figures=(*toll.figures, *added), last=max(toll.last, more.last))
