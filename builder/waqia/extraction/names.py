"""Names that the knowledge has, and names of persons by their pattern.

`Names` remembers what an article has named in full, so that short forms ("التنظيم", "المرصد", a family name alone)
lead to it afterwards, and who holds which post.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from waqia.arabic.folding import fold
from waqia.knowledge import Country, Knowledge, KnownActor, KnownPlace

from .gazetteer import Gazetteer
from .lexicon import Lexicon
from .words import Text, Word

_PROCLITICS = frozenset("بلو")
_JOINERS = frozenset({"عبد", "ابو", "ابن", "بن", "ابي", "ابا", "ام", "ال"})
_TAILS = frozenset({"الدين", "الله", "الرحمن", "العزيز", "الكريم", "الملك", "الفتاح", "الغني"})


@dataclass(frozen=True, slots=True)
class KnownName:
    """Words up to `last` name one of `actors` or `places`. `certain` is false for names that are ordinary words too."""

    last: int
    actors: tuple[KnownActor, ...] = ()
    places: tuple[KnownPlace, ...] = ()
    certain: bool = True


@dataclass
class Names:
    """Looks up names in one article; `busy` are the words of its expressions of time."""

    text: Text
    knowledge: Knowledge
    lexicon: Lexicon
    seen: dict[str, KnownActor] = field(default_factory=dict)
    surnames: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    posts: set[tuple[str, str]] = field(default_factory=set)
    numerals: dict[int, int] = field(default_factory=dict)
    busy: frozenset[int] = frozenset()
    gazetteer: Gazetteer = field(init=False)
    _keys: dict[int, tuple[tuple[str, int, bool], ...]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.gazetteer = Gazetteer(self.knowledge)
        for word in self.text.words:
            for country in self._countries_of(word):
                if word.definite or not country.place.needs_context:  # "مالي" is also "financial"
                    self.gazetteer.note_country(country.place.iri, word.i)

    def known(self, i: int, end: int) -> KnownName | None:
        """The longest known name that starts at word `i`.

        Places match with their article only: "السورية" is an adjective, although "سورية" is a country.
        """
        if i not in self._keys:
            self._keys[i] = tuple(self._keys_at(i))
        for key, length, placed in self._keys[i]:
            found = self._lookup(key, i, length, placed=placed) if length <= end - i else None
            if found is not None:
                return found
        return None

    def _keys_at(self, i: int) -> Iterator[tuple[str, int, bool]]:
        """The names that start at word `i`, longest first, with their length; and whether a place may be meant."""
        word, k = self.text.words[i], self.knowledge
        if word.sign:
            return
        core, bare = word.token.core, word.bare
        for first, placed in ((core, True), (bare, False)) if core != bare else ((core, True),):
            longest = min(k.first_words.get(first, 0), len(self.text.words) - i)
            for length in range(longest, 0, -1):
                key = self._key(first, i, length)
                if key and k.named(key):
                    yield key, length, placed

    def place(self, i: int, end: int, *, after_noun: bool = False) -> KnownName | None:
        """The known name of a place that starts at word `i`, ordinary word or not.

        Straight after a noun for places the first letter of a name is not taken for a proclitic: "(مدينة) وان".
        """
        token = self.text.words[i].token
        for first in (token.folded,) if after_noun else (token.core,):
            for length in range(min(self.knowledge.first_words.get(first, 0), end - i), 0, -1):
                key = self._key(first, i, length)
                places = self.knowledge.places_by_name.get(key, ()) if key else ()
                if places:
                    return KnownName(self._before_in(i, i + length), (), places)
        return None

    def _key(self, first: str, i: int, length: int) -> str:
        words = self.text.words[i + 1 : i + length]
        if any(w.sign and w.bare not in "/-" for w in words):
            return ""
        return " ".join([first, *(w.token.folded for w in words)])

    def _lookup(self, key: str, i: int, length: int, *, placed: bool) -> KnownName | None:
        k, last = self.knowledge, i + length
        actors = k.actors_by_name.get(key, ())
        places = k.places_by_name.get(key, ()) if placed else ()
        short = k.actors_by_short_form.get(key, ())
        if actors:
            self._remember(actors[0])
            return KnownName(self._before_seat(i, last), actors, places)
        if places and not short:
            certain = self._surely_place(i, length, places)
            if certain:
                self.gazetteer.note(places, i)
            return KnownName(self._before_in(i, last), (), places, certain)
        if short:
            seen = next((self.seen[a.iri] for a in short if a.iri in self.seen), None)
            meant = seen or (self._native(short) if length > 1 else None)
            return KnownName(last, (meant,)) if meant is not None else None
        ambiguous = k.actors_by_ambiguous_name.get(key, ())
        if ambiguous:
            return KnownName(last, ambiguous, (), any(a.iri in self.seen for a in ambiguous))
        metonyms = k.actors_by_metonym.get(key, ()) if placed else ()
        return KnownName(last, metonyms) if metonyms else None

    def _native(self, actors: tuple[KnownActor, ...]) -> KnownActor | None:
        """The only one of the actors of that name that is of a country the article speaks of: "أمن الدولة" in Syria."""
        native = [a for a in actors if a.country is not None and self.gazetteer.countries[a.country] > 0]
        return native[0] if len(native) == 1 else None

    def _surely_place(self, i: int, length: int, places: tuple[KnownPlace, ...]) -> bool:
        """Whether a name is no ordinary word, or one that the article's countries make a place."""
        if all(p.needs_context for p in places):
            return False
        word = self.text.words[i]
        if length > 1 or not word.readings:
            return True
        return (
            not word.function
            and word.use("Trigger", "LightVerb") is None
            and self.gazetteer.plausible(places)
        )

    def _before_in(self, i: int, last: int) -> int:
        """The end of a facility's name without "في" and its town, which is a place of its own."""
        return next((k for k in range(i + 1, last) if self.text.words[k].bare == "في"), last)

    def _before_seat(self, i: int, last: int) -> int:
        """The end of an actor's name without "في" and its town: "المقاومة في تعز", not "القاعدة في جزيرة العرب"."""
        at = self._before_in(i, last)
        seat = self.place(at + 1, last) if at + 1 < last else None
        return at if seat is not None and seat.places[0].kind not in ("Region", "Country") else last

    def _countries_of(self, word: Word) -> tuple[Country, ...]:
        by = self.knowledge.countries_by_demonym
        return by.get(word.bare) or by.get(word.token.core) or ()

    def _remember(self, actor: KnownActor) -> None:
        self.seen[actor.iri] = actor
        self.gazetteer.note_country(actor.country, actor.iri)
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
            if (
                not (joined and w.token.is_word and not w.conjunction)
                and not tail
                and not self.is_name_word(w, first=j == i)
            ):
                break
            if j > i + 1 and w.definite and not tail and not joined and (w.adjectival and self.demonym(w)):
                break
            j += 1
        return j if any(len(words[k].bare) > 2 for k in range(i, j)) else i

    def state(self, word: Word) -> KnownActor | None:
        """The government that the adjective of one country stands for ("غارات روسية"), if it is known."""
        countries = self._countries_of(word)
        named = [self.metonym(name) for c in countries[:1] for name in c.place.names]
        return next((actor for actor in named if actor is not None), None) if len(countries) == 1 else None

    def demonym(self, word: Word) -> bool:
        """Whether the word is the adjective of a country."""
        return bool(self._countries_of(word))

    def demonym_word(self, bare: str) -> bool:
        """Whether a folded word is the adjective of a country."""
        return bare in self.knowledge.countries_by_demonym

    def stops(self, word: Word) -> bool:
        """Whether a word ends the name or complement before it."""
        shape = word.bare[:1] in "يت" and word.bare.endswith(("ها", "هم", "ون", "وا"))
        if shape and not word.definite and not self.lexicon.known(word.bare):
            return True  # a verb that nobody knows
        apart = bool(word.conjunction or word.preposition) or word.i in self.busy
        return apart or word.sign or word.verb or word.function or word.token.is_number


def name_words(knowledge: Knowledge, lexicon: Lexicon) -> frozenset[str]:
    """The words of known names, without those that are another word with a proclitic.

    A name has "بدمشق" or "للجيش" inside; known as words of their own, they would never be split.
    """
    names = [n.split() for n in (*knowledge.actors_by_name, *knowledge.places_by_name)]
    first = {words[0] for words in names}
    later = {w for words in names for w in words if not w.startswith("ال")} - first
    known = first | later

    def split(word: str) -> bool:
        rest = word[1:]
        return word[0] in _PROCLITICS and (
            rest in known or rest.startswith("ال") or word.startswith("لل") or lexicon.known(rest)
        )

    return frozenset(
        w for w in known if not w.startswith("ال") and (w in first or len(w) <= 3 or not split(w))
    )


PLACE_PREPOSITIONS = frozenset(
    {
        "في",
        "ب",
        "الي",
        "من",
        "قرب",
        "بالقرب",
        "نحو",
        "باتجاه",
        "صوب",
        "تجاه",
        "داخل",
        "خارج",
        "وسط",
        "حول",
        "محيط",
    }
    | {"جنوب", "شمال", "شرق", "غرب", "جنوبي", "شمالي", "شرقي", "غربي", "عبر", "علي", "عن", "ل", "قباله"}
)
