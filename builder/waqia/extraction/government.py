"""What governs a phrase: the preposition before it, the noun that it is the genitive of, the word that joins it."""

from __future__ import annotations

from dataclasses import replace

from waqia.arabic import particles

from .phrases import Phrase, PhraseKind
from .words import Sentence, Text, Word

_BY_NOUNS = frozenset({"يد", "ايدي", "قبل", "جانب", "طرف", "صفوف", "قبضه", "سيطره"})
_SHOTS = frozenset({"رصاص", "نيران"})  # "(قتل) برصاص مسلحين"
_HEDGES = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "اكثر", "اقل", "يقارب", "لا", "يقل", "يزيد", "يقدر"})
_COMPARED = frozenset({"اكثر", "اقل", "يقل", "يزيد"})
_JOINING = frozenset({"و", "،", ",", "او"})


class Government:
    """Tells what governs the phrases of one article."""

    def __init__(self, text: Text) -> None:
        self.words = text.words

    def governed(self, phrase: Phrase, sentence: Sentence) -> Phrase:
        """The phrase with its preposition, and whether it is conjoined, a genitive, an object by its ending."""
        words, first = self.words, phrase.first
        word, at = words[first], self._before(phrase, sentence)
        before = words[at] if at >= sentence.first else None
        earlier = words[at - 1] if at - 1 >= sentence.first else None
        preposition = word.preposition or (self._preposition(before, earlier) if before is not None else "")
        conjoined = word.conjunction == "و" or (before is not None and before.bare in _JOINING)
        construct = (
            not preposition
            and not word.conjunction
            and at == first - 1
            and before is not None
            and _may_head(before)
        )
        people = phrase.kind in (PhraseKind.GROUP, PhraseKind.SOURCE, PhraseKind.THING)
        return replace(
            phrase,
            preposition=preposition,
            conjoined=conjoined,
            construct=construct,
            accusative=people and not _counted(phrase) and _accusative(words[phrase.head]),
        )

    def _before(self, phrase: Phrase, sentence: Sentence) -> int:
        """The word before a phrase, without quotation marks, brackets, demonstratives and the bounds of its number."""
        at = phrase.first - 1
        while at >= sentence.first:
            hedged = phrase.quantity is not None and self._hedge(at)
            pointed = self.words[at].bare in particles.DEMONSTRATIVES and not self.words[at].preposition
            if not (self.words[at].quote or self.words[at].bare in "([" or hedged or pointed):
                break
            at -= 1
        return at

    def _preposition(self, before: Word, earlier: Word | None) -> str:
        if before.preposition == "ب" and before.bare in _SHOTS:
            return f"ب{before.bare}"
        if before.token.is_word and not before.definite and before.bare in particles.PREPOSITIONS:
            if earlier is not None and (earlier.bare, before.bare) in particles.PREPOSITION_PHRASES:
                return f"{earlier.bare} {before.bare}"
            return before.bare
        if before.bare in _BY_NOUNS:
            link = before.preposition or (earlier.bare if earlier is not None else "")
            link = {"ب": "في"}.get(link, link)
            if (link, before.bare) in particles.PREPOSITION_PHRASES:
                return f"{link} {before.bare}"
        return ""

    def _hedge(self, i: int) -> bool:
        """Whether a word only bounds the number after it ("نحو", "أكثر من", "ما لا يقل عن")."""
        word = self.words[i]
        if word.bare in _HEDGES:
            return not word.preposition and not word.conjunction
        return word.bare in ("من", "عن", "علي") and self.words[i - 1].bare in _COMPARED


def _may_head(before: Word) -> bool:
    """Whether the word may have the phrase after it for a genitive."""
    return before.token.is_word and not before.verb and not before.function


def _counted(phrase: Phrase) -> bool:
    """Whether a number before the noun gives it its ending ("أربعة مسلحين", "12 مسلحا")."""
    return phrase.quantity is not None and phrase.first < phrase.head


def _accusative(word: Word) -> bool:
    """Whether the ending is one of object and genitive: "-ين", or "-ا" on an indefinite singular."""
    if word.bare.endswith("ين"):
        return any(a.form.number in (0, 2) and not a.form.construct for a in word.readings)
    singular = any(a.form.number == 1 and a.form.kind == "noun" for a in word.readings)
    return word.bare.endswith("ا") and not word.definite and singular
