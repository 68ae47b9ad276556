"""Places by name, by their head noun or direction, and lists of places."""

from __future__ import annotations

from dataclasses import replace

from waqia.knowledge import KnownPlace

from .cutter import NAME_STARTS, TRIGGERS, Cutter
from .lexicon import Analysis
from .modifiers import Modifiers
from .names import KnownName, Names
from .phrases import Phrase, PhraseKind
from .thing_phrases import ThingPhrases
from .words import Text, Word

SETTLED = frozenset(
    {"Country", "Governorate", "District", "City", "Town", "Village", "Neighbourhood", "Region"}
)
_POINTS = ("جنوبي", "شمالي", "غربي", "شرقي", "جنوب", "شمال", "غرب", "شرق")
_WIDE = frozenset({"منطقه", "جبهه", "محور"})  # their names stand without them
_LONGEST_NAME = 3
# Adjectives that say where a place lies or what becomes of it: no part of its name.
_LYING = frozenset(
    {
        "واقع",
        "واقعه",
        "كائن",
        "كائنه",
        "قريب",
        "قريبه",
        "مجاور",
        "مجاوره",
        "محاذي",
        "محاذيه",
        "متاخم",
        "متاخمه",
    }
    | {"حدودي", "حدوديه", "تابع", "تابعه", "خاضع", "خاضعه", "محيط", "محيطه", "مطل", "مطله", "مؤدي", "مؤديه"}
    | {"رابط", "رابطه", "مؤلف", "مؤلفه", "مستهدف", "مستهدفه", "مذكور", "مذكوره", "محاصر", "محاصره", "فاصل"}
)
_SIDES = frozenset({"شماليه", "جنوبيه", "شرقيه", "غربيه", "وسطي", "اوسط", "شمالي", "جنوبي", "شرقي", "غربي"})
_BESIDE = frozenset(
    {
        "حدودي",
        "حدوديه",
        "قريب",
        "قريبه",
        "متاخم",
        "متاخمه",
        "محاذي",
        "محاذيه",
        "مجاور",
        "مجاوره",
        "مطل",
        "مطله",
    }
)
_UNSURE_AFTER = frozenset({"في", "قرب", "داخل", "الي", "صوب", "باتجاه"}) | frozenset(_POINTS)


class PlacePhrases(Cutter):
    """Reads the places of one article."""

    def __init__(self, text: Text, names: Names, modifiers: Modifiers, things: ThingPhrases) -> None:
        super().__init__(text, names)
        self.modifiers = modifiers
        self.things = things

    # --- known names -------------------------------------------------------------------------------------------------

    def known_place(self, i: int, known: KnownName, previous: Phrase | None) -> Phrase | None:
        """A place by its known name alone: "حمص", "الولايات المتحدة", "قاعدة العند الجوية"."""
        if not known.certain and not self.in_context(i, known, previous):
            return None
        if (named := self._apposed(i, known)) is not None:
            return named
        head = self.words[i].noun("PlaceHead")
        bare = self._without_head(i, known, head)
        first, place = (
            (i + 1, bare) if bare is not None else (i, self.names.gazetteer.choose(known.places, i))
        )
        if place is None:
            return None
        listed = previous.listed if previous is not None and self.continues(i, previous) else ""
        if head is not None and first > i and head.form.number != 1:
            listed = head.entry.id
        mention = self.mention(first, known.last, place.kind, place.iri)
        return Phrase(i, known.last, i, _kind(place), mention, definite=True, listed=listed)

    def _without_head(self, i: int, known: KnownName, head: Analysis | None) -> KnownPlace | None:
        """The place of a name that starts with the word for its kind and is known without it: "مدينة تعز"."""
        if head is None or known.last <= i + 1 or self.words[i].definite or not _stands_apart(head):
            return None
        kind = head.entry.denotation
        place = self._known_as(i + 1, known.last, kind)
        return place if place is not None and (place.kind == kind or place in known.places) else None

    def _apposed(self, i: int, known: KnownName) -> Phrase | None:
        """A capital by what it is and then by name: "العاصمة الأفغانية كابول"."""
        head = self.words[i].noun("PlaceHead")
        if head is None or not self.words[i].definite or known.last >= len(self.words):
            return None
        name = self.names.place(known.last, len(self.words))
        ours = {p.iri for p in known.places}
        if name is None or not any(self._same(p.iri, iri) for p in name.places for iri in ours):
            return None
        place = self.names.gazetteer.choose(name.places, known.last, head.entry.denotation)
        mention = self.mention(known.last, name.last, place.kind, place.iri) if place else None
        return Phrase(i, name.last, i, PhraseKind.PLACE, mention, definite=True) if mention else None

    def _same(self, a: str, b: str) -> bool:
        k = self.names.knowledge
        return k.contains(a, b) or k.contains(b, a)

    def in_context(self, i: int, known: KnownName, previous: Phrase | None) -> bool:
        """Whether what stands around a name that is also an ordinary word makes it a place."""
        word, before = self.words[i], self.words[i - 1] if i else None
        if word.function or word.noun(*TRIGGERS) or i in self.names.busy or self._goes_on_as_noun(i, known):
            return False
        if not (
            self.names.gazetteer.attested(known.places) or any(p.kind == "Country" for p in known.places)
        ):
            return False
        if previous is not None and previous.last == i and word.conjunction and previous.located:
            return True
        return word.preposition in ("ب", "في") or (
            before is not None
            and not before.definite
            and before.bare in _UNSURE_AFTER
            and not word.conjunction
        )

    def _goes_on_as_noun(self, i: int, known: KnownName) -> bool:
        """Whether what follows makes the name a common noun: "إطار عملية", "الصباح الباكر"."""
        if known.last >= len(self.words):
            return False
        word, after = self.words[i], self.words[known.last]
        if not after.token.is_word or after.conjunction or after.preposition or after.function or after.verb:
            return False
        if self._points(after) or self.names.demonym(after) or known.last in self.names.busy:
            return False
        return after.definite if word.definite else True

    # --- head nouns --------------------------------------------------------------------------------------------------

    def place(self, i: int, end: int, head: Analysis) -> Phrase | None:
        """A place or facility by its noun: "مدينة حمص", "مطار كابول", "المدينة", "شمال سيناء"."""
        word, kind, j = self.words[i], head.entry.denotation, i + 1
        if head.entry.part == "direction":
            return self._direction(i, end)
        if head.pronoun or (head.form.number == 2 and not head.form.construct and not word.definite):
            return self.things.thing(i, end, head, PhraseKind.THING) if kind == "Facility" else None
        if j < end and self.words[j].quote and (close := self.modifiers.closing(j, end)):
            return self._named(i, j + 1, close - 1, close, head)
        if kind == "Facility" and not word.definite and j < end and self.common(j):
            return self.things.thing(i, end, head, PhraseKind.THING)
        if (named := self._with_name(i, end, head)) is not None:
            return named
        if kind in ("Facility", "Neighbourhood") and head.form.number != 1:
            return self.things.thing(i, end, head, PhraseKind.THING)
        if word.definite and head.form.number == 1 and kind in SETTLED:
            mention = self.mention(i, j, kind, described=True)
            return Phrase(
                i, j, i, PhraseKind.PLACE, mention, definite=True, part="anaphor", entry=head.entry.id
            )
        if kind == "Facility" or (word.definite and kind != "Region"):
            return self.things.thing(i, end, head, PhraseKind.THING)
        return None

    def _part(self, i: int, last: int, head: Analysis) -> Phrase | None:
        """A region by the side on which it lies, "المنطقة الوسطى"; several, or a part of what goes unsaid, are none."""
        if head.entry.denotation != "Region" or head.entry.lemma not in _WIDE or head.form.number != 1:
            return None
        return Phrase(
            i, last, i, PhraseKind.PLACE, self.mention(i, last, "Region"), definite=True, entry=head.entry.id
        )

    def _acts(self, j: int) -> bool:
        """Whether a noun is an act upon what follows: "القضاء على"."""
        return j < len(self.words) and self.words[j].bare == "علي" and not self.words[j].definite

    def _with_name(self, i: int, end: int, head: Analysis) -> Phrase | None:
        """The place that a noun names with what follows it."""
        kind, j = head.entry.denotation, i + 1
        if self.words[i].definite and kind in ("City", "Town", "Village"):
            while j < end and self.words[j].definite and self.names.demonym(self.words[j]):
                j += 1  # "العاصمة الشيشانية غروزني"
        last = self._known_end(j, end, kind)
        if not last and j == i + 1:
            last = self._name_end(j, end, kind)
        return self._named(i, j, last, last, head) if last > j else None

    def _known_end(self, j: int, end: int, kind: str) -> int:
        """The end of the known name that stands after a place noun; 0 where none does."""
        if j >= end:
            return 0
        apart = self.words[j].conjunction or self.words[j].preposition
        known = None if apart else self.known(j, end)
        if known is None or not (known.places or known.certain):
            known = self.names.place(j, end, after_noun=True)
        if known is None:
            return 0
        last = known.last
        more = last < end and self.words[last].definite and not self.names.demonym(self.words[last])
        if not more or kind not in ("Facility", "Region") or self._lies(self.words[last]):
            return last
        return self.modifiers.after(last, end, definite=True)

    def _named(self, i: int, first: int, last: int, end: int, head: Analysis) -> Phrase:
        """The place whose noun is word `i` and whose name words `first` to `last`; the phrase ends at `end`."""
        kind = head.entry.denotation
        listed = head.entry.id if head.form.number != 1 else ""
        facility = kind == "Facility"
        whole = facility or not _stands_apart(head)
        place = self._known_as(i, last, kind) or self._known_as(first, last, kind)
        from_ = i if whole and not listed else first
        mention = self.mention(from_, last, place.kind if place else kind, place.iri if place else None)
        phrase_kind = PhraseKind.FACILITY if facility else PhraseKind.PLACE
        return Phrase(i, end, i, phrase_kind, mention, definite=True, listed=listed, entry=head.entry.id)

    def _known_as(self, first: int, last: int, kind: str) -> KnownPlace | None:
        """The place that words `first` to `last` are the name of."""
        known = self.names.place(first, last)
        if known is None or known.last != last:
            return None
        return self.names.gazetteer.choose(known.places, first, kind)

    # --- unknown names -----------------------------------------------------------------------------------------------

    def _name_end(self, i: int, end: int, kind: str) -> int:
        """The end of the unknown name after a place noun: up to three words that are no verb, name or clause."""
        if self.words[i - 1].definite and kind not in ("Facility", "Region"):
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
        return plain and after.adjectival and not self._points(after)

    def _goes_on(self, i: int, j: int, kind: str) -> bool:
        """Whether word `j` belongs to the unknown name that starts at word `i`."""
        w, before = self.words[j], self.words[j - 1]
        if j in self.names.busy or self._lies(w) or not self._may_name(w, kind):
            return False
        if (
            (self.names.stops(w) and not (w.token.is_number and j > i))
            or w.noun("Title")
            or self.names.demonym(w)
        ):
            return False
        if not w.definite and (self.words[i - 1].definite or self._points(w)):
            return False
        if j > i:
            together = w.definite and (kind == "Facility" or before.definite)
            return together or before.bare in NAME_STARTS or w.token.is_number
        return w.definite or w.bare in NAME_STARTS or self._plain_name(w, kind)

    def _may_name(self, w: Word, kind: str) -> bool:
        """Whether a word may be in the unknown name of a place: no act, people or adjective that the lexicon has."""
        if w.bare in NAME_STARTS:
            return True
        if w.noun(*TRIGGERS, "Saying", "Human", "Method") and not (kind == "Facility" and w.definite):
            return False
        common = self.names.lexicon.known(w.bare)
        return kind == "Facility" or not (common and (w.adjectival or (kind == "Region" and not w.definite)))

    def _plain_name(self, w: Word, kind: str) -> bool:
        """Whether an indefinite word may be the name, or begin it."""
        if w.noun("PlaceHead", *TRIGGERS) or w.i in self.names.numerals:
            return False
        common = self.names.lexicon.known(w.bare)
        if kind == "Facility":
            return True
        return not w.noun("Human", "Thing", "OrganizationHead") and not (
            common and (w.adjectival or kind == "Region")
        )

    def _lies(self, word: Word) -> bool:
        return word.bare in _LYING

    def at(self, i: int, end: int) -> Phrase | None:
        """The place or facility that starts at word `i`, by name or by noun."""
        head, known = self.words[i].noun("PlaceHead"), self.known(i, end)
        if known is not None and known.places and (head is None or known.last > i + 1):
            return self.known_place(i, known, None)
        return self.place(i, end, head) if head is not None else None

    def aside(self, phrase: Phrase, last: Phrase | None) -> bool:
        """Whether a place only says where another lies: "(بلدة س) الحدودية مع العراق وسوريا"."""
        if not phrase.located:
            return False
        if last is not None and last.part == "aside" and last.last == phrase.first and phrase.conjoined:
            return True
        start = last.last if last is not None else phrase.first - 3
        gap = self.words[max(start, phrase.first - 3, 0) : phrase.first]
        linked = phrase.preposition in ("مع", "من", "ل", "علي")
        return linked and any(w.bare in _BESIDE and not w.preposition for w in gap)

    # --- directions --------------------------------------------------------------------------------------------------

    def _direction(self, i: int, end: int) -> Phrase | None:
        """The place after a word of direction: "شمال سيناء", "شمالي العراق", "جنوب مدينة جسر الشغور"."""
        j = i + 1
        while j < end and not self.names.stops(self.words[j]) and self._points(self.words[j]):
            j += 1
        if j >= end or self.names.stops(self.words[j]):
            return None
        inner = self.at(j, end)
        if inner is None or not inner.located:
            return None
        return replace(inner, first=i, head=i, part=inner.part or "direction")

    def _points(self, word: Word, *, adjective: bool = False) -> bool:
        """Whether it is a word of direction: "شمال", "شمالي"; as an adjective "الشمالي", "الوسطى"."""
        if adjective and word.bare in _SIDES:
            return True
        head = word.noun("PlaceHead")
        return word.definite == adjective and head is not None and head.entry.part == "direction"

    # --- lists -------------------------------------------------------------------------------------------------------

    def continues(self, i: int, last: Phrase | None) -> bool:
        """Whether word `i` may go on with a list of names that the phrase before belongs to."""
        if last is None or not last.listed or last.part == "anaphor":
            return False
        word = self.words[i]
        if word.bare.endswith(("ت", "وا")) and word.bare[0] in "ايت" and not self.known(i, i + 1):
            return False  # the shape of a verb
        gap = self.words[last.last : i]
        return all(w.bare in ("،", ",", "و") or w.quote for w in gap) and (
            bool(word.conjunction) or bool(gap)
        )

    def listed(self, i: int, end: int, last: Phrase | None) -> Phrase | None:
        """A further name of a list whose plural head told what its names are: "قرى س، وص وع"."""
        word = self.words[i]
        if (
            last is None
            or not self.continues(i, last)
            or word.preposition
            or word.verb
            or i in self.names.busy
        ):
            return None
        entry = self.names.lexicon.entries.get(last.listed)
        if entry is None or (word.noun(*TRIGGERS) and not word.definite):
            return None
        j = i + 1
        while j < end and j - i < _LONGEST_NAME and self._tied(i, j) and not self.names.stops(self.words[j]):
            j += 1
        common = not word.definite and self.names.lexicon.known(word.bare) and word.bare not in NAME_STARTS
        if common and j == i + 1 and self.known(i, end) is None:
            return None
        kind = PhraseKind.FACILITY if entry.denotation == "Facility" else PhraseKind.PLACE
        place = self._known_as(i, j, entry.denotation)
        mention = self.mention(i, j, place.kind if place else entry.denotation, place.iri if place else None)
        return Phrase(i, j, i, kind, mention, definite=True, listed=last.listed)

    def _tied(self, i: int, j: int) -> bool:
        """Whether word `j` goes with the name word before it: "تل أبيض", "المدينة القديمة", "فتحة السد"."""
        before, word = self.words[j - 1], self.words[j]
        if self._lies(word) or self.names.demonym(word):
            return False
        return before.bare in NAME_STARTS or (
            word.definite and (before.definite or (j == i + 1 and not word.adjectival))
        )


def _stands_apart(head: Analysis) -> bool:
    """Whether names stand without the noun: "حمص" for "مدينة حمص", but "سهل الغاب"."""
    kind = head.entry.denotation
    return kind in SETTLED and (kind != "Region" or head.entry.lemma in _WIDE)


def _kind(place: KnownPlace) -> PhraseKind:
    return PhraseKind.PLACE if place.kind in SETTLED else PhraseKind.FACILITY
