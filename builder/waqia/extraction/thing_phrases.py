"""Things that are struck or carried, and weapons, with whose they are."""

from __future__ import annotations

from .cutter import Cutter
from .lexicon import Analysis
from .modifiers import Modifiers
from .names import Names
from .phrases import Phrase, PhraseKind
from .words import Text


class ThingPhrases(Cutter):
    """Reads the things of one article."""

    def __init__(self, text: Text, names: Names, modifiers: Modifiers) -> None:
        super().__init__(text, names)
        self.modifiers = modifiers

    def thing(self, i: int, end: int, head: Analysis, kind: PhraseKind) -> Phrase:
        """A thing by its noun: "منزلا", "نقطة تفتيش للجيش", "سيارة مفخخة"."""
        definite = self.words[i].definite
        if kind is PhraseKind.METHOD and self._shots(i, end):
            end = i + 1
        compound = (
            i + 1 < end
            and not definite
            and head.entry.use in ("PlaceHead", "Thing")
            and self._compound(i + 1)
        )
        j = self.modifiers.after(i + 2 if compound else i + 1, end, definite=definite)
        organization = self.modifiers.inner_actor(i + 1, j)
        k = self.modifiers.belonging(j, end) if kind is PhraseKind.THING else 0
        if k and organization is None and self.words[j].preposition == "ل":
            organization, j = self.modifiers.belonging_actor(j, k), k
        minimum, maximum = self.number(head)
        return Phrase(
            first=i,
            last=j,
            head=i,
            kind=kind,
            mention=self.mention(i, j, "Asset", described=True),
            definite=definite,
            entry=head.entry.id,
            part=head.entry.part,
            organization=organization,
            minimum=minimum,
            maximum=maximum,
            plural=head.form.number != 1,
        )

    def _shots(self, i: int, end: int) -> bool:
        """Whether who fired follows the word: "برصاص (قوات الأمن)", "بنيران (مسلحين)"."""
        if self.words[i].preposition != "ب" or self.words[i].bare not in ("رصاص", "نيران") or i + 1 >= end:
            return False
        known = self.known(i + 1, end)
        acting = self.words[i + 1].noun("Human", "OrganizationHead") is not None
        return acting or (known is not None and bool(known.actors))

    def _compound(self, i: int) -> bool:
        """Whether a word is the second noun of a compound: "(نقطة) تفتيش", not "(مواقع) تابعة"."""
        return self.common(i) and not self.modifiers.affiliates(self.words[i])
