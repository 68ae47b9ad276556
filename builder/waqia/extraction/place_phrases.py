"""Places by name, by their head noun or direction, and lists of places."""

from __future__ import annotations

from dataclasses import replace

from waqia.knowledge import KnownPlace

from .cutter import NAME_STARTS, TRIGGERS, Cutter
from .lexicon import Analysis
from .modifiers import Modifiers
from .names import PLACE_PREPOSITIONS, KnownName, Names
from .phrases import Phrase, PhraseKind
from .place_names import BESIDE, CAPITAL, SETTLED, PlaceNames
from .thing_phrases import ThingPhrases
from .words import Text

_WIDE = frozenset({"منطقه", "جبهه", "محور"})  # their names stand without them
_APPOSED = frozenset({"City", "Town", "Village"})  # "العاصمة صنعاء", but no name in "المناطق الشمالية"
_WITHIN = frozenset({"City", "Town", "Village", "Neighbourhood"})
_LONGEST_NAME = 3


class PlacePhrases(Cutter):
    """Reads the places of one article."""

    def __init__(self, text: Text, names: Names, modifiers: Modifiers, things: ThingPhrases) -> None:
        super().__init__(text, names)
        self.modifiers = modifiers
        self.things = things
        self.naming = PlaceNames(text, names)

    # --- known names -------------------------------------------------------------------------------------------------

    def known_place(self, i: int, known: KnownName, previous: Phrase | None) -> Phrase | None:
        """A place by its known name alone: "حمص", "الولايات المتحدة", "قاعدة العند الجوية"."""
        if (not known.certain and not self.naming.in_context(i, known, previous)) or self.naming.titles_paper(
            i, known
        ):
            return None
        if self.naming.attribute(i, known):
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
        entry = head.entry.id if head is not None else ""
        return Phrase(i, known.last, i, _kind(place), mention, definite=True, listed=listed, entry=entry)

    def _without_head(self, i: int, known: KnownName, head: Analysis | None) -> KnownPlace | None:
        """The place of a name that starts with the word for its kind and is known without it: "مدينة تعز"."""
        if head is None or known.last <= i + 1 or not _stands_apart(head):
            return None
        if self.words[i].definite and head.entry.id != CAPITAL:
            return None  # "المدينة الخضراء"
        kind = head.entry.denotation
        place = self.naming.known_as(i + 1, known.last, kind)
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

    # --- head nouns --------------------------------------------------------------------------------------------------

    def place(self, i: int, end: int, head: Analysis) -> Phrase | None:
        """A place or facility by its noun: "مدينة حمص", "مطار كابول", "المدينة", "شمال سيناء"."""
        word, kind, j = self.words[i], head.entry.denotation, i + 1
        if head.entry.part == "direction":
            return self._direction(i, end)
        if (head.form.number == 3 and "إ" in word.token.text[:3]) or (word.definite and self._acts(j)):
            return None  # "إحياء", not "أحياء"; "القضاء على"
        if head.pronoun or (head.form.number == 2 and not head.form.construct and not word.definite):
            return self.things.thing(i, end, head, PhraseKind.THING) if kind == "Facility" else None
        if j < end and self.words[j].quote and (close := self.modifiers.closing(j, end)):
            if kind == "Facility" and self.modifiers.inner_actor(j + 1, close) is not None:
                return self.things.thing(i, end, head, PhraseKind.THING)
            return self._named(i, j + 1, close - 1, close, head)
        if kind == "Facility" and j < end and self._unnamed(i, j, end, head):
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

    def _unnamed(self, i: int, j: int, end: int, head: Analysis) -> bool:
        """Whether a facility is one of many: "نقطة تفتيش", "ساحات القتال", "نقطة التفتيش", "مقر حزب الله"."""
        if (self.words[i].definite and head.form.number == 3) or (
            not self.words[i].definite and self.common(j)
        ):
            return True
        ordinary = head.form.number == 3 or head.entry.part == "ordinary"
        known = self.known(j, end)
        if known is not None and known.certain:
            return not known.places and (ordinary or bool(known.actors))
        return ordinary and not self.words[i].definite and self.names.lexicon.known(self.words[j].bare)

    def _acts(self, j: int) -> bool:
        """Whether a noun is an act upon what follows: "القضاء على"."""
        return j < len(self.words) and self.words[j].bare == "علي" and not self.words[j].definite

    def _with_name(self, i: int, end: int, head: Analysis) -> Phrase | None:
        """The place that a noun names with what follows it."""
        kind, j = head.entry.denotation, i + 1
        if self.words[i].definite and kind in SETTLED:
            if kind not in _APPOSED:
                return None
            while j < end and self.words[j].definite and self.names.demonym(self.words[j]):
                j += 1  # "العاصمة الشيشانية غروزني"
        if kind == "Region" and not _stands_apart(head) and (inner := self._settled(j, end)) is not None:
            return self._named(i, j, inner.last, inner.last, head)  # "تخوم مدينة حمص"
        last = self._known_end(j, end, kind)
        if last and kind == "Region" and head.form.number == 2:
            known = self.known(j, end)
            both = self._both_sides(i, known.last if known is not None else last, end, head)
            if both.last > last or known is None or known.last < last:
                return both
        if not last and j == i + 1:
            last = self.naming.end(j, end, kind)
        return self._named(i, j, last, last, head) if last > j else None

    def _settled(self, j: int, end: int) -> Phrase | None:
        """The town or governorate that starts at word `j` with the noun for its kind."""
        head = self.words[j].noun("PlaceHead") if j < end and not self.words[j].definite else None
        if head is None or not _stands_apart(head) or head.entry.part == "direction":
            return None
        inner = self.place(j, end, head)
        return inner if inner is not None and inner.located and not inner.part else None

    def _both_sides(self, i: int, last: int, end: int, head: Analysis) -> Phrase:
        """Two parts of one land, told together: "ريفي حماة الشمالي والجنوبي"."""
        close = last
        while close < end and self.words[close].definite and self.naming.points(self.words[close]):
            close += 1
        mention = self.mention(i, last, head.entry.denotation)
        return Phrase(i, close, i, PhraseKind.PLACE, mention, definite=True, entry=head.entry.id)

    def _known_end(self, j: int, end: int, kind: str) -> int:
        """The end of the known name that stands after a place noun; 0 where none does."""
        if j >= end:
            return 0
        apart = self.words[j].conjunction or self.words[j].preposition
        known = None if apart else self.known(j, end)
        if known is None or not (known.places or known.certain):
            found = self.names.place(j, end, after_noun=True) if kind in SETTLED else None
            known = replace(found, certain=False) if found is not None else None
        if known is None or (not known.certain and self.naming.is_noun(j, known)):
            return 0
        if not self.words[j].definite and self._only_described(j, known, kind):
            return 0
        last = known.last
        more = last < end and self.words[last].definite and not self.names.demonym(self.words[last])
        if not more or kind not in ("Facility", "Region") or self.naming.lies(self.words[last]):
            return last
        return self.modifiers.after(last, end, definite=True)

    def _only_described(self, j: int, known: KnownName, kind: str) -> bool:
        """Whether an indefinite word that may be a name is none after its noun: "السجن ينقل", "ولاية تركية"."""
        adjective = known.last == j + 1 and self.names.demonym(self.words[j])
        return adjective or (kind == "Facility" and self.words[j - 1].definite)

    def _named(self, i: int, first: int, last: int, end: int, head: Analysis) -> Phrase:
        """The place whose noun is word `i` and whose name words `first` to `last`; the phrase ends at `end`."""
        kind = head.entry.denotation
        listed = head.entry.id if head.form.number != 1 else ""
        facility = kind == "Facility"
        whole = facility or not _stands_apart(head)
        place = self.naming.known_as(i, last, kind) or self.naming.known_as(first, last, kind)
        if place is not None and whole and place.kind in SETTLED - {"Region"}:
            if head.form.number == 3 and facility:  # "شوارع لحج" are in Lahij
                mention = self.mention(first, last, place.kind, place.iri)
                return Phrase(i, end, i, PhraseKind.PLACE, mention, definite=True, entry=head.entry.id)
            place = self.naming.known_as(i, last, kind)  # "سجن كوهات" is not Kohat
        quoted = any(w.quote for w in self.words[i + 1 : first])
        from_ = i if whole and not listed and not quoted else first
        mention = self.mention(from_, last, place.kind if place else kind, place.iri if place else None)
        phrase_kind = PhraseKind.FACILITY if facility else PhraseKind.PLACE
        return Phrase(i, end, i, phrase_kind, mention, definite=True, listed=listed, entry=head.entry.id)

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
        if last is not None and phrase.first - last.last <= 1 and self._on_edge(phrase, last):
            return True
        start = last.last - 1 if last is not None else phrase.first - 3
        gap = self.words[max(start, phrase.first - 3, 0) : phrase.first]
        linked = phrase.preposition in ("مع", "من", "ل", "علي")
        return linked and any(w.bare in BESIDE and not w.preposition for w in gap)

    def _on_edge(self, phrase: Phrase, last: Phrase) -> bool:
        """Whether it is a coast that a place lies on or a speaker is on: "(ميناء س) على ساحل البحر الأحمر"."""
        head = self.names.lexicon.entries.get(phrase.entry)
        if phrase.preposition != "علي" or head is None or "edge" not in head.needs:
            return False
        says = phrase.last < len(self.words) and self.words[phrase.last].bare == "ان"
        return last.located or (last.human and says)

    def around(self, phrase: Phrase, last: Phrase | None, end: int) -> Phrase:
        """A part of a country that only says where the place before it lies, as the country: "حمص وسط سوريا"."""
        if last is None or not last.located or phrase.mention.kind != "Region" or phrase.conjoined:
            return phrase
        gap = self.words[last.last : phrase.first]
        if len(gap) > 2 or not all(w.sign or w.bare in PLACE_PREPOSITIONS for w in gap):
            return phrase
        head = self.words[phrase.head].noun("PlaceHead")
        if head is None or head.entry.part != "direction":
            return phrase
        whole = self._direction(phrase.first, end)
        if whole is not None and whole.mention.kind in SETTLED - _WITHIN:
            return whole
        return replace(phrase, part="direction")  # "قرية س شمالي حمص" is not in the town

    # --- directions --------------------------------------------------------------------------------------------------

    def _direction(self, i: int, end: int) -> Phrase | None:
        """The place after a word of direction: "شمال سيناء", "شمالي العراق", "جنوب مدينة جسر الشغور"."""
        j = i + 1
        while j < end and not self.names.stops(self.words[j]) and self.naming.points(self.words[j]):
            j += 1
        if j >= end or self.names.stops(self.words[j]):
            return None
        inner = self.at(j, end)
        if inner is None or not inner.located:
            return None
        return replace(inner, first=i, head=i, part=inner.part or "direction")

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
        if entry is None or entry.use != "PlaceHead" or (word.noun(*TRIGGERS) and not word.definite):
            return None
        j = i + 1
        while j < end and j - i < _LONGEST_NAME and self._tied(i, j) and not self.names.stops(self.words[j]):
            j += 1
        if "\u064b" in word.token.text:
            return None  # an adverb: "وتحديدًا"
        common = not word.definite and self.names.lexicon.known(word.bare) and word.bare not in NAME_STARTS
        if common and j == i + 1 and self.known(i, end) is None:
            return None
        kind = PhraseKind.FACILITY if entry.denotation == "Facility" else PhraseKind.PLACE
        place = self.naming.known_as(i, j, entry.denotation)
        mention = self.mention(i, j, place.kind if place else entry.denotation, place.iri if place else None)
        return Phrase(i, j, i, kind, mention, definite=True, listed=last.listed)

    def _tied(self, i: int, j: int) -> bool:
        """Whether word `j` goes with the name word before it: "تل أبيض", "المدينة القديمة", "فتحة السد"."""
        before, word = self.words[j - 1], self.words[j]
        if self.naming.lies(word) or self.names.demonym(word):
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
