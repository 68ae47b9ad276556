"""Which words are the name of a place: known names that are ordinary words too, and names that nobody knows."""

from __future__ import annotations

from waqia.knowledge import KnownPlace

from .cutter import NAME_STARTS, TRIGGERS, Cutter
from .names import KnownName
from .phrases import Phrase
from .words import Word

SETTLED = frozenset(
    {"Country", "Governorate", "District", "City", "Town", "Village", "Neighbourhood", "Region"}
)
CAPITAL = "p-casma"  # the lexicon's entry of "عاصمة"
# Adjectives that say beside what a place lies.
BESIDE = frozenset(
    {"حدودي", "حدوديه", "قريب", "قريبه", "متاخم", "متاخمه", "محاذي", "محاذيه", "مجاور", "مجاوره"}
    | {"مطل", "مطله"}
)
# Adjectives that say where a place lies or what becomes of it: no part of its name.
_LYING = (
    BESIDE
    | {"واقع", "واقعه", "كائن", "كائنه", "تابع", "تابعه", "خاضع", "خاضعه", "محيط", "محيطه", "مؤدي", "مؤديه"}
    | {"رابط", "رابطه", "مؤلف", "مؤلفه", "مستهدف", "مستهدفه", "مذكور", "مذكوره", "محاصر", "محاصره", "فاصل"}
)
# Endings of the dual and the plural, with that of the singular.
_OF_SEVERAL = (("تين", "ه"), ("تان", "ه"), ("ين", ""), ("ون", ""), ("ان", ""))
_SIDES = frozenset({"شماليه", "جنوبيه", "شرقيه", "غربيه", "وسطي", "اوسط", "شمالي", "جنوبي", "شرقي", "غربي"})
_UNSURE_AFTER = frozenset(
    {"في", "قرب", "داخل", "الي", "صوب", "باتجاه"}
    | {"جنوبي", "شمالي", "غربي", "شرقي", "جنوب", "شمال", "غرب", "شرق"}
)
_SELDOM_BEFORE = frozenset({"علي", "من", "عن"})
_LONGEST_NAME = 3
_TANWIN = "\u064b"  # of adverbs: "وتحديدًا"


class PlaceNames(Cutter):
    """Tells names of places from other words of one article."""

    # --- known names -------------------------------------------------------------------------------------------------

    def known_as(self, first: int, last: int, kind: str) -> KnownPlace | None:
        """The place that words `first` to `last` are the name of."""
        words = [w.token for w in self.words[first:last] if not w.quote]
        key = " ".join([words[0].core, *(t.folded for t in words[1:])])
        places = self.names.knowledge.places_by_name.get(key) or ()
        if not places and last == first + 1:
            places = self.names.knowledge.places_by_name.get(words[0].folded, ())
        return self.names.gazetteer.choose(places, first, "" if kind == "Region" else kind)

    def in_context(self, i: int, known: KnownName, previous: Phrase | None) -> bool:
        """Whether what stands around a name that is also an ordinary word makes it a place."""
        word, before = self.words[i], self.words[i - 1] if i else None
        if word.function or word.noun(*TRIGGERS) or i in self.names.busy or self._goes_on_as_noun(i, known):
            return False
        attested = self.names.gazetteer.attested(known.places)
        ordinary = bool(word.readings) or self.names.lexicon.known(word.bare)
        if ordinary and not attested and known.places[0].kind != "Country":
            return False
        if word.conjunction or word.preposition == "ب":
            listed = previous is not None and previous.last == i and previous.located
            return listed or word.preposition == "ب"
        if before is None or before.definite:
            return False
        return before.bare in _UNSURE_AFTER or (attested and before.bare in _SELDOM_BEFORE)

    def _goes_on_as_noun(self, i: int, known: KnownName) -> bool:
        """Whether what follows makes the name a common noun: "إطار عملية", "الصباح الباكر"."""
        if known.last >= len(self.words):
            return False
        word, after = self.words[i], self.words[known.last]
        if not after.token.is_word or after.conjunction or after.preposition or after.function or after.verb:
            return False
        if self.points(after) or self.names.demonym(after) or known.last in self.names.busy:
            return False
        return after.definite if word.definite else True

    def attribute(self, i: int, known: KnownName) -> bool:
        """Whether the name of a country is its adjective: "غارات سورية"."""
        word, before = self.words[i], self.words[i - 1] if i else None
        if before is None or word.definite or word.preposition or word.conjunction or known.last > i + 1:
            return False
        noun = before.token.is_word and not (before.function or before.definite or before.verb)
        return noun and self.names.demonym(word)

    def titles_paper(self, i: int, known: KnownName) -> bool:
        """Whether a name in quotation marks is what somebody wrote for or read: "قال لـ «الشرق الأوسط»"."""
        if (
            not i
            or known.last >= len(self.words)
            or not (self.words[i - 1].quote and self.words[known.last].quote)
        ):
            return False
        before = self.words[i - 2] if i > 1 else None
        return before is not None and before.bare != "في" and before.noun("PlaceHead") is None

    def is_noun(self, j: int, known: KnownName) -> bool:
        """Whether a name of one word is a definite noun for places itself: "(بوابة) الفندق", "(مطارات) البلاد"."""
        word = self.words[j]
        return known.last == j + 1 and word.definite and word.noun("PlaceHead", *TRIGGERS) is not None

    # --- unknown names -----------------------------------------------------------------------------------------------

    def end(self, i: int, end: int, kind: str) -> int:
        """The end of the unknown name after a place noun: up to three words that are no verb, name or clause."""
        if kind == "Country" or (self.words[i - 1].definite and kind != "Facility"):
            return i  # "المدينة التركية": no name follows a definite noun
        j = i
        while j < end and j - i < _LONGEST_NAME and self._goes_on(i, j, kind):
            j += 1
        return i if j == i + 1 and self._described(i, end, kind) else j

    def _described(self, i: int, end: int, kind: str) -> bool:
        """Whether the word is a common noun with its adjective: "(منطقة) أحراج جبلية"."""
        after = self.words[i + 1] if i + 1 < end else None
        if self.words[i].definite or after is None or kind == "Facility":
            return False
        plain = not (after.definite or after.conjunction or after.preposition or self.names.demonym(after))
        return plain and after.adjectival and not self.points(after)

    def _goes_on(self, i: int, j: int, kind: str) -> bool:
        """Whether word `j` belongs to the unknown name that starts at word `i`."""
        w, before = self.words[j], self.words[j - 1]
        if j in self.names.busy or self.lies(w) or not self._may_name(w, kind):
            return False
        if (
            (self.names.stops(w) and not (w.token.is_number and j > i))
            or w.noun("Title")
            or self.names.demonym(w)
        ):
            return False
        if not w.definite and (self.words[i - 1].definite or self.points(w)):
            return False
        if j > i:
            together = w.definite and (kind == "Facility" or before.definite)
            return together or before.bare in NAME_STARTS or w.token.is_number
        return w.definite or w.bare in NAME_STARTS or self._plain_name(w, kind)

    def _may_name(self, w: Word, kind: str) -> bool:
        """Whether a word may be in the unknown name of a place: no act, people or adjective that the lexicon has."""
        if w.bare in NAME_STARTS:
            return True
        if w.bare.endswith(("ها", "هم", "هما")) or _TANWIN in w.token.text or self.points(w, adjective=True):
            return False
        head = w.noun("PlaceHead")
        if w.definite and head is not None and head.entry.denotation in SETTLED:
            return False  # "عاصمة الإقليم"
        if w.noun(*TRIGGERS, "Saying", "Human", "Method") and not (kind == "Facility" and w.definite):
            return False
        common = self.names.lexicon.known(w.bare)
        return kind == "Facility" or not (common and (w.adjectival or (kind == "Region" and not w.definite)))

    def _plain_name(self, w: Word, kind: str) -> bool:
        """Whether an indefinite word may be the name, or begin it."""
        if w.noun("PlaceHead", *TRIGGERS) or w.i in self.names.numerals or _like_participle(w):
            return False
        common = self.names.lexicon.known(w.bare)
        if kind == "Facility":
            return not w.bare.endswith("يه")  # "نقاط لوجستية"
        return not w.noun("Human", "Thing", "OrganizationHead") and not (
            common and (w.adjectival or kind == "Region")
        )

    def lies(self, word: Word) -> bool:
        """Whether it is an adjective that says where a place lies: "الواقعة", "المحاذية"."""
        return word.bare in _LYING or any(
            word.bare.endswith(ending) and word.bare.removesuffix(ending) + singular in _LYING
            for ending, singular in _OF_SEVERAL
        )

    def points(self, word: Word, *, adjective: bool = False) -> bool:
        """Whether it is a word of direction: "شمال", "شمالي"; as an adjective "الشمالي", "الوسطى"."""
        if adjective and word.bare in _SIDES:
            return True
        head = word.noun("PlaceHead")
        return word.definite == adjective and head is not None and head.entry.part == "direction"


def _like_participle(word: Word) -> bool:
    """Whether a word has the shape of a feminine participle: "(أحياء) متفرقة"."""
    return len(word.bare) > 4 and word.bare.startswith("م") and word.bare.endswith("ه")
