"""Names that the knowledge has, and names of persons by their pattern.

`Names` remembers what an article has named in full, so that short forms ("التنظيم", "المرصد", a family name alone)
lead to it afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from waqia.arabic import particles
from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge, KnownActor, KnownPlace
from .lexicon import Lexicon
from .words import Text, Word

_JOINERS = frozenset("عبد ابو ابن بن ابي ابا ام ال".split())
_TAILS = frozenset("الدين الله الرحمن العزيز الكريم الملك الفتاح الغني".split())


@dataclass(frozen=True, slots=True)
class KnownName:
    """Words up to `last` name one of `actors` or `places`. `certain` is false for names that are ordinary words too."""

    last: int
    actors: tuple[KnownActor, ...] = ()
    places: tuple[KnownPlace, ...] = ()
    certain: bool = True


@dataclass
class Names:
    """Looks up names in one article."""

    text: Text
    knowledge: Knowledge
    lexicon: Lexicon
    seen: dict[str, KnownActor] = field(default_factory=dict)
    surnames: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    numerals: dict[int, int] = field(default_factory=dict)

    def known(self, i: int, end: int) -> KnownName | None:
        """The longest known name that starts at word `i`."""
        word = self.text.words[i]
        if not (word.token.is_word or word.token.is_number):
            return None
        for first in dict.fromkeys((word.token.core, word.token.bare)):
            longest = self.knowledge.first_words.get(first, 0)
            for length in range(min(longest, end - i), 0, -1):
                key = self._key(first, i, length)
                found = self._lookup(key, i, length) if key else None
                if found is not None:
                    return found
        return None

    def _key(self, first: str, i: int, length: int) -> str:
        words = self.text.words[i + 1 : i + length]
        if any(w.sign and w.bare not in "/-" for w in words):
            return ""
        return " ".join([first, *(w.token.folded for w in words)])

    def _lookup(self, key: str, i: int, length: int) -> KnownName | None:
        k = self.knowledge
        actors, places = k.actors_by_name.get(key, ()), k.places_by_name.get(key, ())
        short = k.actors_by_short_form.get(key, ())
        if actors or (places and not short):
            certain = bool(actors) or not all(p.needs_context for p in places)
            for a in actors[:1]:
                self._remember(a)
            return KnownName(i + length, actors, places, certain)
        if short:
            seen = next((self.seen[a.iri] for a in short if a.iri in self.seen), None)
            return KnownName(i + length, (seen,) if seen else (), (), True) if seen else None
        ambiguous = k.actors_by_ambiguous_name.get(key, ())
        if ambiguous:
            return KnownName(i + length, ambiguous, (), any(a.iri in self.seen for a in ambiguous))
        metonyms = k.actors_by_metonym.get(key, ())
        return KnownName(i + length, metonyms, (), True) if metonyms else None

    def _remember(self, actor: KnownActor) -> None:
        self.seen[actor.iri] = actor
        if actor.kind == "Person":
            for name in actor.names[:1]:
                self.surnames.setdefault(fold(name).split()[-1], (name, actor.iri))

    def metonym(self, place: str) -> KnownActor | None:
        """The actor that a place name stands for ("أنقرة"), if any."""
        found = self.knowledge.actors_by_metonym.get(fold(place), ())
        return found[0] if found else None

    def is_name_word(self, word: Word, *, first: bool) -> bool:
        """Whether the word may belong to a person's name: a given name, or a word that nobody knows otherwise."""
        if not word.token.is_word or word.preposition or (word.conjunction and not first):
            return False
        bare = word.token.core
        if bare == "علي" and word.token.text.endswith("ى"):
            return False  # the preposition
        if bare in self.lexicon.given_names or bare in _JOINERS:
            return True
        if word.function or word.verb or (word.definite and first):
            return False
        if word.definite:
            return not self.lexicon.known(word.bare) or word.bare not in self.lexicon.words
        return not self.lexicon.known(bare)

    def person(self, i: int, end: int) -> int:
        """The end of the person's name that starts at word `i`; `i` where none does."""
        words, j = self.text.words, i
        while j < end and j - i < 5:
            w = words[j]
            joined = j > i and (words[j - 1].bare in _JOINERS)
            tail = j > i and not w.conjunction and w.token.folded in _TAILS
            if not (joined and w.token.is_word and not w.conjunction) and not tail and not self.is_name_word(w, first=j == i):
                break
            if j > i + 1 and w.definite and not tail and not joined and (w.adjectival and self.demonym(w)):
                break
            j += 1
        return j if any(len(words[k].bare) > 2 for k in range(i, j)) else i

    def demonym(self, word: Word) -> bool:
        """Whether the word is the adjective of a country."""
        d = self.knowledge.countries_by_demonym
        return word.bare in d or word.token.core in d

    def stops(self, word: Word) -> bool:
        """Whether a word ends the name or complement before it."""
        if word.bare[:1] in "يت" and word.bare.endswith(("ها", "هم", "ون", "وا")) and not word.definite and not self.lexicon.known(word.bare):
            return True  # the shape of a verb that nobody knows
        return word.sign or word.verb or word.function or bool(word.conjunction) or word.token.is_number or bool(word.preposition)


PLACE_PREPOSITIONS = frozenset(
    "في ب الي من قرب بالقرب نحو باتجاه داخل خارج وسط جنوب شمال شرق غرب جنوبي شمالي شرقي غربي محيط عبر علي عن ل".split()
) | (particles.PREPOSITIONS & {"صوب", "تجاه", "قباله", "حول"})
