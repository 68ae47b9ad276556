"""What follows a noun and belongs to it: genitives, adjectives, "الموالية ل...", "عناصر من ..."."""

from __future__ import annotations

from .cutter import TRIGGERS, Cutter
from .names import KnownName, Names
from .person_phrases import PersonPhrases
from .templates import Mention
from .words import Text, Word

_AFFILIATED = frozenset(
    {"تابع", "تابعه", "تابعين", "موال", "مواليه", "موالين", "موالون", "مدعوم", "مدعومه", "مدعومين"}
    | {"منتم", "منتمين", "محسوب", "محسوبه", "مقرب", "مقربه", "مقربين", "مناهض", "مناهضه"}
    | {"متحالف", "متحالفه", "مرتبط", "مرتبطه", "مرتبطين", "متخصص"}
)
# Who is only said to have to do with a side, or to be against it, is not that side.
_LOOSE = frozenset({"مرتبط", "مرتبطه", "مرتبطين", "مقرب", "مقربه", "مقربين", "مناهض", "مناهضه"})
_PRONOUNS = frozenset({"له", "لها", "لهم", "لهما", "لديه", "لديها", "معه", "معها", "معهم"})
# Definite participles that tell where somebody is or what he does just then, not which one he is.
_BEING = frozenset(
    {"متمركز", "متمركزه", "متمركزين", "متواجد", "متواجده", "متواجدين", "موجود", "موجوده", "موجودين", "منتشر"}
    | {
        "منتشره",
        "منتشرين",
        "متحصن",
        "متحصنه",
        "متحصنين",
        "مرابط",
        "مرابطه",
        "مرابطين",
        "واقع",
        "واقعه",
        "قادم",
    }
    | {"قادمه", "قادمين", "متجه", "متجهه", "مشارك", "مشاركه", "مشاركين", "مكلف", "مكلفه", "مكون", "مكونه"}
)
_MEMBERS = frozenset({"ابناء", "افراد", "رجال"})
_HEADS = ("PlaceHead", "OrganizationHead", "Thing", "Title", "SourceNoun")
_NISBA = ("ي", "يه", "يين", "يون", "يات")
_LONGEST = 12


class Modifiers(Cutter):
    """Reads the modifiers of the nouns of one article."""

    def __init__(self, text: Text, names: Names, persons: PersonPhrases) -> None:
        super().__init__(text, names)
        self.persons = persons

    def after(self, i: int, end: int, *, definite: bool) -> int:
        """The end of the genitives and adjectives that start at word `i`, after a noun that is `definite` or not."""
        j = i
        while j < end and j - i < _LONGEST:
            w = self.words[j]
            if self.affiliates(w):
                return self._affiliated(j, end)
            if w.quote or w.bare in "()":
                close = self.closing(j, end)
                if not close or j > i + 2 or (w.bare == "(" and self._heads(j + 1)):
                    break
                j = close
                continue
            known = self.known(j, end) if not w.conjunction and not w.preposition else None
            if known is not None and known.certain and (known.actors or j == i) and not (definite and j == i):
                apart = j == i and not w.adjectival and self._complete(i - 1)
                return j if apart else self._after_name(known, end)
            if self.names.stops(w) or self.goes_with_verb(j):
                break
            if not definite and j == i and not w.definite and self._chain(j, end):
                j, definite = j + 2, True
                continue
            headed = j == i and not (definite or w.definite) and w.noun("OrganizationHead", "Human", "Title")
            if headed and self._complete(i - 1) and self._like(i - 1, j):
                j += 1  # "مسلحون مجهولون"
                continue
            if headed and self._apart(i - 1, w):
                break
            if headed:
                return self._genitive(j, end)
            following = self._word(i, j, end, definite=definite)
            if following == j:
                break
            j = following
        return j

    def _complete(self, i: int) -> bool:
        """Whether word `i` is a plural or dual of people that keeps its nun and so has no genitive ("ناشطون")."""
        noun = self.words[i].noun("Human", "SourceNoun")
        return noun is not None and noun.form.number != 1 and self.words[i].bare.endswith(("ون", "ين", "ان"))

    def _like(self, i: int, j: int) -> bool:
        """Whether word `j` has the ending of the plural or dual before it and may be its adjective."""
        return self.words[i].bare[-2:] == self.words[j].bare[-2:]

    def _apart(self, i: int, w: Word) -> bool:
        """Whether a noun cannot be the genitive of word `i`: "مسلحون (مدير الأمن)", "(طعن) رجل (جنديا)"."""
        return self._object(i, w) or (self._complete(i) and w.noun("Human") is None)

    def _object(self, i: int, w: Word) -> bool:
        """Whether a noun has the alef of the accusative, which word `i` has not: "سيارة مفخخة (مقرا)"."""
        accusative = w.bare.endswith("ا") and not self.words[i].bare.endswith("ا")
        return accusative and any(a.form.number == 1 for a in w.readings if not a.form.finite)

    def _word(self, i: int, j: int, end: int, *, definite: bool) -> int:
        """The word after what word `j` adds to the modifiers that start at word `i`; `j` where it adds nothing."""
        w, before = self.words[j], self.words[j - 1]
        if w.bare in _BEING:
            return j
        genitive = not (definite and j == i) and self._may_be_genitive(before)
        if w.definite and not genitive and not self._may_be_adjective(j, end):
            return j
        adjective = not definite and (w.adjectival or self.names.demonym(w)) and not w.noun(*TRIGGERS)
        adjective = adjective and not (self._object(i - 1, w) or (j > i and _place(w)))
        if w.definite and w.noun("Human") and self._named_after(j + 1, end):
            return max(self.names.person(j + 1, end), j + 2)  # "منزل الأسير عماد الطردة"
        if w.definite or adjective:
            detached = not definite and w.definite and j > i and not before.definite
            return j if detached and not before.noun("OrganizationHead") else j + 1
        if j > i:
            return j
        if w.token.core in self.names.surnames:
            return j + 1
        of_group = i > 0 and before.noun("OrganizationHead") is not None and not w.adjectival
        if not definite and not w.noun(*TRIGGERS) and (of_group or not self.names.lexicon.known(w.bare)):
            return j + 1
        if w.token.core in self.names.lexicon.given_names:
            return max(self.names.person(j, end), j + 1)
        return j

    def _named_after(self, j: int, end: int) -> bool:
        return j < end and self.words[j].token.core in self.names.lexicon.given_names

    def _may_be_genitive(self, before: Word) -> bool:
        """Whether a definite noun after the word may be its genitive: after "قوات", not after "القوات" or "مجهولون"."""
        if before.definite or _absolute(before):
            return False
        nominal = before.noun(*_HEADS, "Human", "Method") is not None
        return nominal or not before.adjectival

    def _may_be_adjective(self, j: int, end: int) -> bool:
        """Whether a definite word may be an adjective, and is not the object: "(هاجمت القوات الحكومية) البلدة"."""
        w = self.words[j]
        if self._people_beside(j):
            return False
        if self._heads(j):
            return w.bare.endswith(_NISBA) and not _place(w)
        if w.adjectival or self.names.demonym(w):
            return True
        known = self.known(j, end)
        return w.noun(*TRIGGERS) is None and not (known is not None and known.places)

    def _people_beside(self, j: int) -> bool:
        """Whether a plural of people stands beside an organization, which is no plural: "(أجبر الجيش) المتمردين"."""
        w, before = self.words[j], self.words[j - 1]
        people = w.noun("Human")
        plural = people is not None and people.form.number != 1 and w.bare.endswith(("ون", "ين"))
        organization = before.definite and before.noun("OrganizationHead") is not None
        return plural and organization and before.noun("Human") is None

    def _heads(self, j: int) -> bool:
        """Whether a word is a noun that starts a phrase of its own."""
        return j < len(self.words) and self.words[j].noun(*_HEADS) is not None

    def _after_name(self, known: KnownName, end: int) -> int:
        """The end of the definite adjectives after a known name, and of what it belongs to."""
        j = known.last
        while (
            j < end
            and self.words[j].definite
            and self.words[j].adjectival
            and not self.names.stops(self.words[j])
        ):
            j += 1
        return self._affiliated(j, end)

    def _affiliated(self, j: int, end: int) -> int:
        """The end of "الموالية لX" where word `j` is such an adjective; `j` where it is none."""
        if j < end and self.affiliates(self.words[j]):
            k = self._affiliation(j + 1, end)
            return k if k > j + 1 else j
        return j

    def affiliates(self, word: Word) -> bool:
        """Whether it is an adjective of belonging: "الموالية", "تابعة"."""
        return word.bare in _AFFILIATED and not word.conjunction

    def _affiliation(self, i: int, end: int) -> int:
        """The end of "ل", "من", "ب" and its noun phrase after an adjective of belonging."""
        if i < end and self.words[i].bare in ("من", "الي", "ل", "ب", "مع") and not self.words[i].definite:
            i += 1
        elif i < end and self.words[i].bare in _PRONOUNS:
            return i + 1
        elif i >= end or self.words[i].preposition not in ("ل", "ب"):
            return i - 1
        return self._genitive(i, end)

    def _genitive(self, i: int, end: int) -> int:
        known = self.known(i, end)
        if known is not None and known.certain:
            j = known.last
            return self.after(j, end, definite=True) if j < end and self.words[j].definite else j
        title = self.words[i].noun("Title")
        person = self.persons.titled(i, end, title) if title is not None else None
        return person.last if person is not None else self.after(i + 1, end, definite=self.words[i].definite)

    def _chain(self, i: int, end: int) -> bool:
        """Whether a plain noun stands in construct before a definite one: "(قوات) مكافحة الإرهاب"."""
        w = self.words[i]
        if (
            i + 1 >= end
            or w.adjectival
            or not self.words[i + 1].definite
            or self.names.stops(self.words[i + 1])
        ):
            return False
        if w.noun(*TRIGGERS) and not self.words[i - 1].noun("OrganizationHead"):
            return False
        return not w.noun("OrganizationHead", "Human", "Title", "PlaceHead")

    def closing(self, i: int, end: int) -> int:
        """The end of a quotation of at most four words that opens at word `i`; 0 where it does not close."""
        for k in range(i + 1, min(i + 6, end)):
            if self.words[k].bare in ("(", "«", "“") or (self.words[k].bare == ")" and self.words[i].quote):
                return 0
            if self.words[k].quote or self.words[k].bare == ")":
                return k + 1 if k > i + 1 else 0
        return 0

    # --- whose people ------------------------------------------------------------------------------------------------

    def inner_actor(self, i: int, end: int) -> Mention | None:
        """The known actor that is named between two words."""
        for k in range(i, end):
            known = self.known(k, end)
            if known is not None and known.actors and known.certain:
                return self.mention(k, known.last, known.actors[0].kind, known.actors[0].iri)
        return None

    def owning_actor(self, i: int, end: int) -> Mention | None:
        """The known actor between two words that people belong to: not in "أشخاص مرتبطين بتنظيم س"."""
        loose = any(self.words[k].bare in _LOOSE for k in range(i, end))
        return None if loose else self.inner_actor(i, end)

    def belonging(self, j: int, end: int) -> int:
        """The end of "من X", "في X", "ب X", "ل X" after a noun, where X is an organization or its people; else 0."""
        if j >= end:
            return 0
        k = self._belonging_start(j)
        if not k or k >= end:
            return 0
        if self.words[k].noun("Human") or self.words[k].bare in _MEMBERS:
            return self.after(k + 1, end, definite=self.words[k].definite)
        known = self.known(k, end)
        if known is not None and known.actors and known.certain:
            if known.actors[0].kind == "MediaOrganization":
                return 0  # "مصدران لرويترز": said to it, not of it
            more = known.last < end and self.words[known.last].definite
            return self.after(known.last, end, definite=True) if more else known.last
        if self.words[k].noun("OrganizationHead") is not None:
            return self.after(k + 1, end, definite=self.words[k].definite)
        return 0

    def _belonging_start(self, j: int) -> int:
        w: Word = self.words[j]
        if w.bare in ("من", "في") and not w.definite and not w.conjunction:
            return j + 1
        return j if w.preposition in ("ل", "ب") else 0

    def belonging_actor(self, j: int, k: int) -> Mention | None:
        """The organization that "من X" between two words names."""
        inner = self.inner_actor(j, k)
        if inner is not None:
            return inner
        first = j + 1 if not self.words[j].preposition else j
        head = self.words[first].noun("OrganizationHead") if first < k else None
        return self.mention(first, k, head.entry.denotation, described=True) if head else None


def _place(word: Word) -> bool:
    """Whether a word is a noun of places, and not an adjective of direction: "مقر", "حي"."""
    place = word.noun("PlaceHead")
    return place is not None and place.entry.part != "direction"


def _absolute(word: Word) -> bool:
    """Whether a word has the nun that a plural or dual loses before a genitive: "مسلحون", "شرطيان"."""
    if not word.bare.endswith(("ون", "ين", "ان")):
        return False
    forms = [a.form for a in word.readings if not (a.form.finite or a.form.construct)]
    if word.bare.endswith("ان"):
        return any(f.number == 2 for f in forms)  # not "سكان"
    return word.bare.startswith("م") or any(f.number != 1 for f in forms)
