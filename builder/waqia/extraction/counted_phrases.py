"""What a number counts: people, sources, things, or nobody knows what."""

from __future__ import annotations

from dataclasses import replace

from waqia.arabic.numbers import Quantity

from .cutter import TRIGGERS, Cutter
from .modifiers import Modifiers
from .names import Names
from .people_phrases import PeoplePhrases
from .phrases import Phrase, PhraseKind
from .thing_phrases import ThingPhrases
from .words import Text, Word

_UNITS = frozenset(
    {"كلم", "كيلومتر", "كيلومترات", "كيلو", "متر", "مترا", "طن", "دولار", "ساعه", "يوما", "ايام", "عاما"}
    | {"سنه", "شهرا", "دقيقه", "المئه"}
)


class CountedPhrases(Cutter):
    """Reads the phrases that start with a number."""

    def __init__(
        self, text: Text, names: Names, modifiers: Modifiers, people: PeoplePhrases, things: ThingPhrases
    ) -> None:
        super().__init__(text, names)
        self.modifiers = modifiers
        self.people = people
        self.things = things

    def counted(self, q: Quantity, end: int) -> Phrase | None:
        """What a number counts; None where it counts acts, places or units of measure."""
        j = q.last
        while j < end and (self.words[j].quote or self.words[j].bare in ")("):
            j += 1
        if j >= end or self.words[j].conjunction:
            return self._number(q, q.last, "")
        w = self.words[j]
        if (named := self._by_noun(q, j, end)) is not None:
            return named
        if w.noun(*TRIGGERS, "PlaceHead") or w.bare in _UNITS:
            return None
        if w.bare == "من" and not w.definite and j + 1 < end and (of := self._of(q, j, end)) is not None:
            return of
        plain = not (w.sign or w.function or w.verb or w.preposition or w.definite)
        return self._unknown(q, j, end) if plain and w.token.is_word else self._number(q, q.last, "")

    def _by_noun(self, q: Quantity, j: int, end: int) -> Phrase | None:
        w: Word = self.words[j]
        human, source = w.noun("Human"), w.noun("SourceNoun")
        if source is not None and human is None and source.entry.part != "rumour":
            return replace(self.people.source(j, end, source, q.first), quantity=q)
        if w.preposition:
            return None
        if human is not None:
            return self.people.group(j, end, human, q)
        if (toll := w.noun("TollNoun")) is not None:
            return self._number(q, j + 1, toll.entry.id)
        if (thing := w.noun("Thing") or w.noun("Method")) is not None:
            return replace(self.things.thing(j, end, thing, PhraseKind.THING), first=q.first, quantity=q)
        return None

    def _of(self, q: Quantity, j: int, end: int) -> Phrase | None:
        """A number of some people, as in "ثلاثة من X", where word `j` is "من"."""
        if people := self.modifiers.belonging(j, end):
            return self.people.of_people(q, j + 1, people)
        return None

    def _unknown(self, q: Quantity, j: int, end: int) -> Phrase:
        last = self.modifiers.after(j + 1, end, definite=False)
        return Phrase(
            first=q.first,
            last=last,
            head=j,
            kind=PhraseKind.GROUP,
            mention=self.mention(j, last, "Group", described=True),
            quantity=q,
            minimum=q.minimum,
            maximum=q.maximum,
            plural=True,
            part="unknown",
        )

    def _number(self, q: Quantity, last: int, entry: str) -> Phrase:
        return Phrase(
            first=q.first,
            last=last,
            head=q.first,
            kind=PhraseKind.NUMBER,
            mention=self.mention(q.first, last, "Group", described=True),
            entry=entry,
            quantity=q,
            minimum=q.minimum,
            maximum=q.maximum,
        )
