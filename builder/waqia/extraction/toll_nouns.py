"""Nouns that are an outcome of themselves: "25 قتيلا", "عشرات القتلى والجرحى", "قتيلان", "ارتفع عدد القتلى إلى 18"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .figures import PEOPLE, Counter, SentenceView, group_before, people_of
from .lexicon import Analysis
from .outcomes import BY_NAME
from .phrases import Phrase, PhraseKind
from .templates import Figure, Mention, Outcome, Span

_SINGLE = frozenset("سقوط وقوع عن خلف خلفت اوقع اوقعت سقط وقع حصيله والحصيله".split())
_PICKED = frozenset({"احد", "احدي", "من", "بين", "ضمن"})
_RANKS = frozenset({"صفوفهم", "صفوفها", "صفوفه"})
_SINCE = frozenset({"منذ", "خلال"})
_HEADS = frozenset("عدد حصيله".split())


@dataclass(frozen=True, slots=True)
class Found:
    """The figure of a noun of outcome (words `first` to `last`); `used` are phrases that it takes up.

    `total` tells a sum over a time.
    """

    first: int
    last: int
    figure: Figure
    phrase: Phrase
    used: frozenset[int]
    total: bool = False


class TollNouns:
    """Reads the nouns of outcome of one sentence."""

    def __init__(self, view: SentenceView, counter: Counter) -> None:
        self.view = view
        self.counter = counter
        self.found: dict[int, Found | None] = {}

    def at(self, i: int) -> Found | None:
        """The figure of the noun of outcome at a word."""
        if i not in self.found:
            self.found[i] = self._read(i)
        return self.found[i]

    def _read(self, i: int) -> Found | None:
        reading = self.view.words[i].noun("TollNoun")
        if reading is None or reading.pronoun or reading.entry.denotation not in BY_NAME:
            return None
        phrase = next((p for p in self.view.syntax.phrases if p.first <= i < p.last), None)
        if self.view.words[i].definite and self.view.words[i - 1].bare in _PICKED:
            return None  # "أحد القتلى", "ثلاثة من الجرحى": members of a whole
        if any(w.bare == "بين" for w in self.view.words[i - 2 : i]) and not self.view.words[i].definite:
            return self._between(i)
        if phrase is not None and phrase.kind is PhraseKind.NUMBER and phrase.last == i + 1:
            return self._figure(i, reading, phrase, phrase.minimum or 0, phrase.maximum)
        if phrase is None and not self.view.words[i].definite:
            return self._bodies(i, reading) or self._by_form(i, reading)
        if phrase is None and i > self.view.sentence.first and self.view.words[i - 1].bare == "عداد":
            return self._counted_among(i, reading)
        counted = phrase is not None and (phrase.first < i or phrase.quantity is not None)
        if not counted and i > self.view.sentence.first and self.view.words[i - 1].bare in _HEADS:
            return self._running(i, reading)
        return None

    def _between(self, i: int) -> Found | None:
        """Those who fell or were hurt, of which it is not said who ("سقوط العشرات بين قتيل وجريح")."""
        other = self.view.words[i + 1] if i + 1 < self.view.sentence.last else None
        if other is None or other.conjunction != "و" or other.noun("TollNoun") is None:
            return None
        before = [p for p in self.view.syntax.phrases if i - 4 <= p.last < i and p.quantity is not None]
        figure = (
            self.counter.figure(Outcome.KILLED_OR_INJURED, before[-1], self.view)
            if before and before[-1].kind in PEOPLE
            else None
        )
        used = frozenset({before[-1].first}) if before else frozenset()
        return Found(before[-1].first, i + 2, figure, before[-1], used) if figure else None

    def _bodies(self, i: int, reading: Analysis) -> Found | None:
        """The people whose plural of a noun of outcome is counted ("جثث 12 مدنيا")."""
        if reading.form.number != 3:
            return None
        for chain in self.view.following(i)[:1]:
            if chain.quantity is not None and (
                figure := self.counter.figure(BY_NAME[reading.entry.denotation], chain, self.view)
            ):
                return Found(i, chain.last, figure, chain, frozenset({chain.first}))
        return None

    def _by_form(self, i: int, reading: Analysis) -> Found | None:
        """A noun whose form says how many ("سقوط قتيل", "قتيلان وجريح")."""
        number, before = reading.form.number, self.view.words[i - 1] if i > self.view.sentence.first else None
        act = reading.entry.part == "act"  # "إصابة مواطن" counts by what follows
        if number == 1 and (
            act or before is None or not self._single(i) or self.view.words[i].bare.endswith("ا")
        ):
            return None
        if number == 2 and any(
            a.entry is reading.entry and a.form.number == 0 for a in self.view.words[i].readings
        ):
            return None  # "أقارب مفقودين": no dual
        if number not in (1, 2) or reading.form.construct or reading.entry.verb:
            return None
        return self._figure(i, reading, self._phrase(i), number, number)

    def _single(self, i: int) -> bool:
        """Whether a singular noun stands where a count stands: after "سقوط", or joined to another toll."""
        before = self.view.words[i - 1]
        if before.bare in _SINGLE or before.use("Cause"):
            return True
        return self.view.words[i].conjunction == "و" and before.noun("TollNoun") is not None

    def _phrase(self, i: int) -> Phrase:
        start, end = self.view.text.span(i, i + 1)
        mention = Mention(self.view.text.string(i, i + 1), Span(start, end), "Group", described=True)
        return Phrase(i, i + 1, i, PhraseKind.NUMBER, mention)

    def _running(self, i: int, reading: Analysis) -> Found | None:
        """The number that a count came to ("ارتفع عدد القتلى في صفوف الجيش إلى 18", "بلغ عدد الجرحى 40")."""
        for p in self.view.syntax.phrases:
            if p.first <= i or p.quantity is None or p.kind not in (PhraseKind.NUMBER, PhraseKind.GROUP):
                continue
            if p.first > i + 20:
                return None
            opening = self.view.words[self.view.opening(p) - 1]
            if p.preposition == "الي" or opening.bare == "الي" or opening.verb or p.first == i + 1:
                found = self._figure(i, reading, p, p.minimum or 0, p.maximum, running=True)
                total = any(w.bare in _SINCE for w in self.view.words[i : p.first])
                return replace(found, total=total)
        return None

    def _counted_among(self, i: int, reading: Analysis) -> Found | None:
        """Those said to be counted among the fallen or lost ("25 عنصرا يعتبرون في عداد المفقودين")."""
        counted = [
            p for p in self.view.syntax.phrases if p.last <= i and p.quantity and p.kind is PhraseKind.GROUP
        ]
        if not counted:
            return None
        figure = self.counter.figure(BY_NAME[reading.entry.denotation], counted[-1], self.view)
        used = frozenset({counted[-1].first})
        return Found(counted[-1].first, i + 1, figure, counted[-1], used) if figure else None

    def outcome(self, i: int) -> Outcome:
        """What the noun of outcome at a word says."""
        reading = self.view.words[i].noun("TollNoun")
        return BY_NAME.get(reading.entry.denotation, Outcome.KILLED) if reading else Outcome.KILLED

    def nameless(self, i: int) -> int | None:
        """Where nouns of outcome without a number end that start at a word ("قتلى وجرحى"); None where none does."""
        reading = self.view.words[i].noun("TollNoun")
        if (
            reading is None
            or self.view.words[i].definite
            or reading.form.number != 3
            or self.at(i) is not None
        ):
            return None
        after = self.view.words[i + 1] if i + 1 < self.view.sentence.last else None
        paired = after is not None and after.conjunction == "و" and after.noun("TollNoun") is not None
        return i + 2 if paired else i + 1

    def _figure(
        self,
        i: int,
        reading: Analysis,
        p: Phrase,
        minimum: int,
        maximum: int | None,
        *,
        running: bool = False,
    ) -> Found:
        outcome, last = self._outcome(i, reading, p)
        people = self._people(last)
        used = frozenset({p.first} | ({people.first} if people else set()))
        start, end = self.view.text.span(min(p.first, i), max(p.last, i + 1) if not running else p.last)
        victims = people.mention if people else p.mention if running and p.kind is PhraseKind.GROUP else None
        victims = victims or people_of(last, self.view) or self._ranks(min(p.first, i), last)
        approximate = p.quantity.approximate if p.quantity else False
        words = self.view.text.text[start:end]
        kind = people.victim_kind if people else None
        figure = Figure(outcome, minimum, maximum, words, Span(start, end), approximate, victims, kind)
        return Found(p.first, max(last, p.last) if running else last, figure, p, used)

    def _outcome(self, i: int, reading: Analysis, p: Phrase) -> tuple[Outcome, int]:
        """The outcome, and where its nouns end: "القتلى والجرحى" under one number is both."""
        outcome = BY_NAME[reading.entry.denotation]
        if i + 1 >= self.view.sentence.last:
            return outcome, i + 1
        following = self.view.words[i + 1]
        other = following.noun("TollNoun")
        if following.conjunction != "و" or other is None or p.quantity is None:
            return outcome, i + 1
        numbers = {a.form.number for a in following.readings if a.entry is other.entry}
        plural = bool(numbers & {0, 3}) and reading.form.number != 1
        singular = other.form.number == reading.form.number == 1 and (p.minimum or 0) > 10
        if not (plural or singular) or other.entry.denotation == reading.entry.denotation:
            return outcome, i + 1
        return Outcome.KILLED_OR_INJURED, i + 2

    def _people(self, last: int) -> Phrase | None:
        """The people of a noun of outcome ("10 قتلى من المدنيين", "في صفوف التنظيم", "سبع ضحايا فلسطينيين")."""
        for p in self.view.syntax.phrases:
            if p.first < last or p.first > last + 4 or not p.human:
                continue
            beside = p.first == last and p.kind is PhraseKind.GROUP and not p.preposition and not p.conjoined
            ranks = self.view.words[p.first - 1].bare == "صفوف"
            if beside or ranks or p.preposition in ("من", "في صفوف", "بين"):
                return p
            return None
        return None

    def _ranks(self, first: int, last: int) -> Mention | None:
        """Those among whom the fallen were ("وتوقع في صفوفهم عشرات القتلى", "أوقعت عشرات القتلى في صفوفهم")."""
        for i in (*self.view.range(first - 3, first), *self.view.range(last, last + 3)):
            if self.view.words[i].bare in _RANKS:
                return group_before(i, self.view)
        return None
