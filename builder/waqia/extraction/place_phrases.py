"""Places by their head noun or direction, lists of places, things that are struck or carried."""

from __future__ import annotations

from dataclasses import replace

from waqia.knowledge import KnownPlace

from .cutter import NAME_STARTS, TRIGGERS, Cutter
from .lexicon import Analysis
from .modifiers import Modifiers
from .names import Names
from .phrases import Phrase, PhraseKind
from .words import Text, Word

_BY_POINT = ("جنوبي", "شمالي", "غربي", "شرقي")
_ANAPHORIC = frozenset({"City", "Town", "Village", "Neighbourhood", "Governorate", "District", "Region"})
_LONGEST_NAME = 3


class PlacePhrases(Cutter):
    """Reads the places and things of one article."""

    def __init__(self, text: Text, names: Names, modifiers: Modifiers) -> None:
        super().__init__(text, names)
        self.modifiers = modifiers

    def thing(self, i: int, end: int, head: Analysis, kind: PhraseKind) -> Phrase:
        """A thing by its noun: "منزلا", "نقطة تفتيش للجيش", "سيارة مفخخة"."""
        definite = self.words[i].definite
        compound = (
            i + 1 < end and not definite and self.common(i + 1) and head.entry.use in ("PlaceHead", "Thing")
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

    def place(self, i: int, end: int, head: Analysis) -> Phrase | None:
        """A place or facility by its noun: "مدينة حمص", "مطار كابول", "المدينة", "شمال سيناء"."""
        word, kind, j = self.words[i], head.entry.denotation, i + 1
        if head.entry.part == "direction":
            return self._direction(i, end)
        if j < end and self.words[j].quote and (close := self.modifiers.closing(j, end)):
            return self._named(i, j + 1, close - 1, kind, close, head)
        if kind == "Facility" and not word.definite and j < end and self.common(j):
            return self.thing(i, end, head, PhraseKind.THING)
        last = self._known_end(j, end, kind) or self._name_end(j, end, kind)
        if last > j:
            return self._named(i, j, last, kind, last, head)
        if kind in ("Facility", "Neighbourhood") and head.form.number != 1:
            return self.thing(i, end, head, PhraseKind.THING)
        if word.definite and kind in _ANAPHORIC and head.form.number == 1:
            mention = self.mention(i, i + 1, kind, described=True)
            return Phrase(
                i, i + 1, i, PhraseKind.PLACE, mention, definite=True, part="anaphor", entry=head.entry.id
            )
        if kind == "Facility" or (word.definite and kind != "Region"):
            return self.thing(i, end, head, PhraseKind.THING)
        return None

    def _known_end(self, j: int, end: int, kind: str) -> int:
        """The end of the known name that stands after a place noun; 0 where none does."""
        if j >= end or self.words[j].conjunction or self.words[j].preposition:
            return 0
        known = self.known(j, end)
        if known is None or not (known.places or known.certain):
            return 0
        last = known.last
        more = last < end and self.words[last].definite and not self.names.demonym(self.words[last])
        return (
            self.modifiers.after(last, end, definite=True)
            if more and kind in ("Facility", "Region")
            else last
        )

    def _named(self, i: int, first: int, last: int, kind: str, end: int, head: Analysis) -> Phrase:
        """The place whose noun is word `i` and whose name words `first` to `last`; the phrase ends at `end`."""
        listed = head.entry.id if head.form.number != 1 else ""
        region = kind == "Region" and head.entry.lemma not in ("منطقه", "جبهه", "محور")
        facility = kind == "Facility"
        from_ = i if (region or facility) and not listed else first
        known = self.known(i, last) or self.known(first, last)
        if known is not None and known.last != last:
            known = None
        place = _fitting(known.places, kind) if known else None
        mention = self.mention(from_, last, place.kind if place else kind, place.iri if place else None)
        phrase_kind = PhraseKind.FACILITY if facility else PhraseKind.PLACE
        return Phrase(i, end, i, phrase_kind, mention, definite=True, listed=listed, entry=head.entry.id)

    def _name_end(self, i: int, end: int, kind: str) -> int:
        """The end of the unknown name after a place noun: up to three words that are no verb, name or clause."""
        if self.words[i - 1].definite and kind not in ("Facility", "Region"):
            return i  # "المدينة التركية": no name follows a definite noun
        j = i
        while j < end and j - i < _LONGEST_NAME and self._goes_on(i, j, kind):
            j += 1
        return j

    def _goes_on(self, i: int, j: int, kind: str) -> bool:
        """Whether word `j` belongs to the unknown name that starts at word `i`."""
        w, before = self.words[j], self.words[j - 1]
        starts = w.bare in NAME_STARTS
        common = self.names.lexicon.known(w.bare)
        if not self._may_name(w, kind) and not starts:
            return False
        if (
            (self.names.stops(w) and not (w.token.is_number and j > i))
            or w.noun("Title")
            or self.names.demonym(w)
        ):
            return False
        if (
            j > i
            and before.bare not in NAME_STARTS
            and not (w.definite and (kind == "Facility" or before.definite))
        ):
            return False
        if w.bare.startswith(_BY_POINT) or (not w.definite and kind == "Region" and common and not starts):
            return False
        if j > i or w.definite:
            return True
        if w.noun("PlaceHead", *TRIGGERS) and not starts:
            return False
        return kind == "Facility" or not (
            w.noun("Human", "Thing", "OrganizationHead") or (w.adjectival and common)
        )

    def _may_name(self, w: Word, kind: str) -> bool:
        """Whether a word may be the unknown name of a place: no act, people or adjective that the lexicon has."""
        if w.noun(*TRIGGERS, "Saying", "Human", "Method") and not (kind == "Facility" and w.definite):
            return False
        if kind == "Facility":
            return True
        common = self.names.lexicon.known(w.bare)
        return not (common and w.adjectival) and not (common and kind == "Region" and not w.definite)

    def _direction(self, i: int, end: int) -> Phrase | None:
        """The place after a word of direction: "شمال سيناء", "شمالي العراق", "جنوب مدينة جسر الشغور"."""
        j = i + 1
        while j < end and not self.names.stops(self.words[j]) and self._points(self.words[j]):
            j += 1
        if j >= end or self.names.stops(self.words[j]):
            return None
        known = self.known(j, end)
        if known is not None and known.places:
            mention = self.mention(j, known.last, known.places[0].kind, known.places[0].iri)
            return Phrase(i, known.last, i, PhraseKind.PLACE, mention, definite=True, part="direction")
        head = self.words[j].noun("PlaceHead")
        inner = self.place(j, end, head) if head else None
        return (
            replace(inner, first=i, head=i, part="direction") if inner is not None and inner.located else None
        )

    def _points(self, word: Word) -> bool:
        head = word.noun("PlaceHead")
        return head is not None and head.entry.part == "direction"

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
        if last is None or not self.continues(i, last) or self.words[i].preposition or self.words[i].verb:
            return None
        entry = self.names.lexicon.entries.get(last.listed)
        if entry is None or (self.words[i].noun(*TRIGGERS) and not self.words[i].definite):
            return None
        j = i + 1
        while j < end and j - i < _LONGEST_NAME and self._tied(j) and not self.names.stops(self.words[j]):
            j += 1
        kind = PhraseKind.FACILITY if entry.denotation == "Facility" else PhraseKind.PLACE
        mention = self.mention(i, j, entry.denotation)
        return Phrase(i, j, i, kind, mention, definite=True, listed=last.listed)

    def _tied(self, j: int) -> bool:
        """Whether word `j` goes with the name word before it: "تل أبيض", "المدينة القديمة"."""
        before = self.words[j - 1]
        return before.bare in NAME_STARTS or (self.words[j].definite and before.definite)


def _fitting(places: tuple[KnownPlace, ...], kind: str) -> KnownPlace | None:
    return next((p for p in places if p.kind == kind), places[0] if places else None)
