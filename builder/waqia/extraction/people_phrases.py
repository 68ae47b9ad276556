"""Organizations, groups of people, unnamed sources: by their head noun, with whom they belong to."""

from __future__ import annotations

from dataclasses import replace

from waqia.arabic.numbers import Quantity

from .cutter import Cutter
from .lexicon import Analysis
from .modifiers import Modifiers
from .names import Names
from .phrases import Phrase, PhraseKind
from .place_phrases import PlacePhrases
from .templates import Mention
from .words import Text, Word

# Organizations that are none without a word that tells which.
_NEED_MORE = frozenset({"Organization", "MediaOrganization", "Government", "SecurityForce"})
_TWO = frozenset("اثنان اثنين اثنتان اثنتين".split())
_BEFALL = frozenset({"kill", "perish", "arrest", "nab", "seize"})
_NATIONALS: dict[str, tuple[int | None, int | None]] = {
    "ي": (1, 1),
    "يا": (1, 1),
    "يه": (1, 1),
    "يان": (2, 2),
    "يين": (2, None),
    "يون": (None, None),
}
_CLOSE = frozenset({"مقرب", "مقربه", "مقربين"})
_UNDER_ARMS = frozenset({"Combatant", "Officer", "PoliceOfficer", "Soldier"})
_FORMER = frozenset("سابق سابقه سابقين سابقون سابقان سابقات".split())


class PeoplePhrases(Cutter):
    """Reads the organizations, groups and sources of one article."""

    def __init__(self, text: Text, names: Names, modifiers: Modifiers, places: PlacePhrases) -> None:
        super().__init__(text, names)
        self.modifiers = modifiers
        self.places = places

    def organization(self, i: int, end: int, head: Analysis) -> Phrase | None:
        """An organization by its head: "القوات الحكومية", "كتيبة 166"; None where too little is said of it."""
        j = self.modifiers.after(i + 1, end, definite=self.words[i].definite or bool(head.pronoun))
        inside = self.modifiers.inner_actor(i + 1, j)
        definite = (
            self.words[i].definite
            or any(self.words[k].definite for k in range(i + 1, j))
            or inside is not None
        )
        if "definite" in head.entry.needs and not definite:
            return None
        alone = j == i + 1 and not self.words[i].definite and not head.pronoun
        belongs = None
        if alone and (k := self._members(j, end)):
            belongs, j = self.modifiers.belonging_actor(j, k), k
        elif alone and head.entry.denotation in _NEED_MORE:
            return None
        listed = head.entry.id if head.form.number == 2 and head.form.construct and j > i + 1 else ""
        mention = self.mention(i + 1 if listed else i, j, head.entry.denotation, described=not listed)
        mention = self._identified(mention, i, j)
        return Phrase(
            first=i,
            last=j,
            head=i,
            kind=PhraseKind.ORGANIZATION,
            mention=mention,
            definite=definite,
            entry=head.entry.id,
            organization=belongs,
            plural=head.form.number != 1 and not listed,
            listed=listed,
        )

    def _identified(self, mention: Mention, i: int, j: int) -> Mention:
        """The mention of words `i` to `j`, with whom the knowledge knows by exactly these words."""
        known = self.known(i, j)
        if known is None or known.last != j or not known.actors or not known.certain:
            return mention
        return replace(mention, iri=known.actors[0].iri, kind=known.actors[0].kind, described=False)

    def _members(self, j: int, end: int) -> int:
        """The end of the people that a group is made of: "مجموعة من المسلحين", "تحالف لفصائل"; else 0."""
        if j >= end or self.words[j].conjunction:
            return 0
        if self.words[j].preposition == "ل" and self.words[j].noun("OrganizationHead") is not None:
            return self.modifiers.after(j + 1, end, definite=self.words[j].definite)
        return self.modifiers.belonging(j, end) if self.words[j].bare == "من" else 0

    def leads(self, word: Word, head: Analysis) -> bool:
        """Whether a noun only says who is at the head: "وفد برئاسة س"."""
        return word.preposition == "ب" and head.entry.lemma in ("رياسه", "قياده", "زعامه")

    def national(self, i: int, end: int, last: Phrase | None) -> Phrase | None:
        """People by their country alone, after a word of what befell them ("مقتل فرنسي وصوماليين")."""
        word, before = self.words[i], self.words[i - 1] if i else None
        if before is None or word.definite or word.preposition or not word.token.is_word:
            return None
        befell = before.use("Trigger", "TollVerb")
        struck = (
            befell is not None
            and not before.definite
            and (befell.entry.use == "TollVerb" or befell.entry.frame in _BEFALL)
        )
        goes_on = last is not None and last.last == i and last.kind is PhraseKind.GROUP
        if not struck and not (goes_on and word.conjunction == "و"):
            return None
        for ending, (minimum, maximum) in _NATIONALS.items():
            stem = word.bare.removesuffix(ending)
            if stem != word.bare and self.names.demonym_word(stem + "ي"):
                two = i + 1 < end and self.words[i + 1].bare in _TWO
                return Phrase(
                    i,
                    i + 2 if two else i + 1,
                    i,
                    PhraseKind.GROUP,
                    self.mention(i, i + 1, "Group", described=True),
                    minimum=2 if two else minimum,
                    maximum=2 if two else maximum,
                    plural=ending not in ("ي", "يا", "يه"),
                )
        return None

    def listed(self, i: int, end: int, last: Phrase | None) -> Phrase | None:
        """The second name after a dual noun: "قبيلتي س وص", "حركتي س وص"."""
        word = self.words[i]
        if last is None or not last.listed or last.kind is not PhraseKind.ORGANIZATION or last.last != i:
            return None
        entry = self.names.lexicon.entries.get(last.listed)
        if (
            entry is None
            or word.conjunction != "و"
            or word.verb
            or word.preposition
            or not word.token.is_word
        ):
            return None
        j = self.modifiers.after(i + 1, end, definite=word.definite)
        return Phrase(i, j, i, PhraseKind.ORGANIZATION, self.mention(i, j, entry.denotation), definite=True)

    def _numeral(self, i: int) -> bool:
        """Whether a word is a numeral that stands as an adjective after its noun."""
        return self.words[i].definite and i in self.names.numerals

    def group(self, i: int, end: int, head: Analysis, quantity: Quantity | None = None) -> Phrase:
        """People by their noun: "مسلحون مجهولون", "عناصر من تنظيم الدولة", "مقاتلي المقاومة", "ثلاثة جنود"."""
        definite = self.words[i].definite
        j = self.modifiers.after(i + 1, end, definite=definite)
        organization = self.modifiers.owning_actor(i + 1, j)
        if organization is None and (k := self.modifiers.belonging(j, end)):
            organization, j = self.modifiers.belonging_actor(j, k), k
        if self._former(i, j):
            organization = None
        minimum, maximum = (quantity.minimum, quantity.maximum) if quantity else self.number(head)
        second = None if quantity is None else self._second_noun(j, end, head, quantity)
        j += second is not None
        after = next((k for k in range(i + 1, min(j + 1, end)) if self._numeral(k)), None)
        if quantity is None and after is not None:
            minimum = maximum = self.names.numerals[after]  # "الانتحاريين الأربعة"
            j = max(j, after + 1)
        last = self._twice(j, end, head) if quantity is None else j
        if last > j:
            minimum = maximum = 2
        plural = head.form.number != 1
        mention = self.mention(i, j, head.entry.denotation, described=True)
        return Phrase(
            first=i if quantity is None else quantity.first,
            last=last,
            head=i,
            kind=PhraseKind.GROUP,
            mention=self._identified(mention, i, j) if definite and quantity is None else mention,
            definite=definite or (j > i + 1 and self.words[i + 1].definite and plural),
            entry=head.entry.id,
            quantity=quantity,
            minimum=minimum,
            maximum=maximum,
            victim_kind=_kind_of_both(head, second or head),
            organization=organization,
            plural=plural,
        )

    def _former(self, i: int, j: int) -> bool:
        """Whether the people of words `i` to `j` belonged to whom they name once, as their adjective says."""
        return any(
            self.words[k].bare in _FORMER and self.words[k].definite == self.words[i].definite
            for k in range(i + 1, j)
            if k == i + 1 or self._like_plural(i, k)
        )

    def _like_plural(self, i: int, k: int) -> bool:
        """Whether word `k` has the ending of the plural or dual at word `i` ("مقاتلين محليين سابقين")."""
        ending = self.words[i].bare[-2:]
        return ending in ("ين", "ون", "ان", "ات") and self.words[k].bare.endswith(ending)

    def _twice(self, j: int, end: int, head: Analysis) -> int:
        """The end of a dual's own number and what follows it ("مسلحين اثنين آخرين"), `j` where there is none."""
        if head.form.number not in (0, 2) or j >= end or self.words[j].bare not in _TWO:
            return j
        others = j + 1 < end and self.words[j + 1].bare in ("اخرين", "اخران")
        return j + 2 if others else j + 1

    def _second_noun(self, j: int, end: int, head: Analysis, quantity: Quantity) -> Analysis | None:
        """The noun at word `j` if its people are counted too: "30 ضابطا وجنديا"."""
        if j >= end or self.words[j].conjunction != "و" or head.form.number != 1 or quantity.minimum <= 10:
            return None
        other = self.words[j].noun("Human")
        return other if other is not None and other.form.number == 1 else None

    def source(self, i: int, end: int, head: Analysis, first: int | None = None) -> Phrase:
        """A source without a name: "مصدر عسكري في الفرقة", "مصادر أمنية وطبية"."""
        start = i if first is None else first
        j = i + 1
        while j < end and (
            self._agrees(i, j) or (not self.names.stops(self.words[j]) and self._describes(j))
        ):
            j += 1
        if j < end and self.words[j].bare in _CLOSE:
            j += 1
        j = self.modifiers.belonging(j, end) or j
        if j < end and self.words[j].conjunction == "و" and (other := self.words[j].noun("SourceNoun")):
            j = self.source(j, end, other).last
        j, last = self._seat(j, end)
        return Phrase(
            first=start,
            last=last,
            head=i,
            kind=PhraseKind.SOURCE,
            mention=self.mention(start, j, "UnnamedSource", described=True),
            definite=self.words[i].definite,
            entry=head.entry.id,
            part=head.entry.part,
        )

    def _seat(self, j: int, end: int) -> tuple[int, int]:
        """Where the words of a source end, and the place it is in: a facility belongs to it, a town goes unsaid.

        Neither is where the happening took place: "مصدر بمستشفى س", "مصدر محلي من س".
        """
        if j >= end:
            return j, j
        word = self.words[j]
        apart = word.bare in ("في", "من", "علي") and not word.definite and not word.conjunction
        k = j + 1 if apart else j
        if k >= end or not (apart or word.preposition == "ب"):
            return j, j
        place = self.places.at(k, end)
        if place is None or not place.located or place.part == "anaphor":
            return j, j
        return (place.last if place.kind is PhraseKind.FACILITY else j), place.last

    def _agrees(self, i: int, j: int) -> bool:
        """Whether word `j` has the dual's ending that word `i` has: "مصدران كبيران"."""
        ending = self.words[i].token.folded[-2:]
        return (
            ending == "ان" and self.words[j].token.folded.endswith(ending) and not self.words[j].conjunction
        )

    def _describes(self, j: int) -> bool:
        word = self.words[j]
        return not word.preposition and (word.adjectival or word.definite or self.names.demonym(word))

    def of_people(self, q: Quantity, first: int, last: int) -> Phrase:
        """A number of people by whom they belong to: "ثلاثة من عناصر الأمن"."""
        head = self.words[first].noun("Human")
        organization = self.modifiers.inner_actor(first, last)
        mention = self.mention(first, last, head.entry.denotation if head else "Group", described=True)
        if organization is not None and organization.span == mention.span:
            mention = replace(mention, iri=organization.iri, described=False)
        return Phrase(
            first=q.first,
            last=last,
            head=first,
            kind=PhraseKind.GROUP,
            mention=mention,
            quantity=q,
            minimum=q.minimum,
            maximum=q.maximum,
            victim_kind=head.entry.victim_kind if head else None,
            organization=organization,
            plural=True,
        )


def _kind_of_both(one: Analysis, other: Analysis) -> str | None:
    """The kind of victims that two nouns counted as one have in common: officers and soldiers are fighters."""
    kinds = {one.entry.victim_kind, other.entry.victim_kind}
    if len(kinds) == 1:
        return one.entry.victim_kind
    return "Combatant" if kinds <= _UNDER_ARMS else None
