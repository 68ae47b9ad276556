"""Cutting the noun phrases out of a sentence: a small recursive-descent reader over words.

What a noun is, the lexicon says (heads of organizations, places, people, things, posts, sources) and the knowledge
(names). Modifiers follow their noun in Arabic: genitives, adjectives that agree in definiteness, "من"/"في" groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..arabic import particles
from ..arabic.numbers import Quantity, QuantityKind
from ..knowledge import KnownActor, KnownPlace
from .lexicon import Analysis
from .names import PLACE_PREPOSITIONS, KnownName, Names
from .phrases import Phrase, PhraseKind
from .templates import Mention, Span
from .words import Sentence, Text, Word

_NAMED_BY_HEAD = {"City", "Town", "Village", "Neighbourhood", "Governorate", "District", "Country"}
_NAME_STARTS = frozenset("تل دير عين بيت كفر ابو ام راس جسر خان برج حزم بئر بير ذي ذو بني وادي واد باب جب خربه شيخ سيدي عرب حوش".split())
_AFFILIATED = frozenset(
    "تابع تابعه تابعين موال مواليه موالين موالون مدعوم مدعومه مدعومين منتم منتمين محسوب محسوبه مقرب مقربه مقربين مناهض مناهضه متحالف متحالفه مرتبط مرتبطه مرتبطين متخصص".split()
)
_FACILITY_USES = ("PlaceHead",)
_TRIGGERS = ("Trigger", "LightVerb")


class PhraseParser:
    """Reads the phrases of one article, sentence by sentence."""

    def __init__(self, text: Text, names: Names, quantities: Sequence[Quantity], busy: frozenset[int]) -> None:
        self.text = text
        self.words = text.words
        self.names = names
        self.busy = busy
        self.counts = {q.first: q for q in quantities if q.kind is QuantityKind.COUNT and not q.ordinal}
        self.numbers = {i for q in quantities for i in range(q.first, q.last)}

    def phrases(self, sentence: Sentence) -> Iterator[Phrase]:
        """The phrases of a sentence in order, none inside another."""
        i, end, last = sentence.first, sentence.last, None
        while i < end:
            phrase = None if i in self.busy else self._phrase(i, end, last)
            if phrase is None:
                i += 1
                continue
            phrase = self._governed(phrase, sentence)
            yield phrase
            last, i = phrase, phrase.last

    # --- what governs a phrase ---------------------------------------------------------------------------------

    def _governed(self, phrase: Phrase, sentence: Sentence) -> Phrase:
        words, first = self.words, phrase.first
        word, at = words[first], first - 1
        while at >= sentence.first and (words[at].quote or words[at].bare in "([" or (phrase.quantity is not None and self._hedge(at))):
            at -= 1
        before = words[at] if at >= sentence.first else None
        preposition = word.preposition
        if not preposition and before is not None and self._is_preposition(before):
            preposition = before.bare
            earlier = words[at - 1] if at - 1 >= sentence.first else None
            if earlier is not None and (earlier.bare, before.bare) in particles.PREPOSITION_PHRASES:
                preposition = f"{earlier.bare} {before.bare}"
        elif not preposition and before is not None and before.bare in ("يد", "ايدي", "قبل", "جانب", "طرف", "صفوف", "قبضه", "سيطره"):
            earlier = words[at - 1] if at - 1 >= sentence.first else None
            link = before.preposition or (earlier.bare if earlier is not None else "")
            link = {"ب": "في"}.get(link, link)
            if (link, before.bare) in particles.PREPOSITION_PHRASES:
                preposition = f"{link} {before.bare}"
        conjoined = word.conjunction == "و" or (before is not None and before.bare in ("و", "،", ",", "او"))
        construct = (
            not preposition
            and not word.conjunction
            and before is not None
            and at == first - 1
            and before.token.is_word
            and not before.verb
            and not before.function
        )
        accusative = phrase.kind in (PhraseKind.GROUP, PhraseKind.SOURCE, PhraseKind.THING) and self._accusative(words[phrase.head])
        return replace(phrase, preposition=preposition, conjoined=conjoined, construct=construct, accusative=accusative)

    def _accusative(self, word: Word) -> bool:
        """Whether the ending is one of object and genitive: "-ين", or "-ا" on an indefinite singular."""
        if word.bare.endswith("ين"):
            return any(a.form.number in (0, 2) and not a.form.construct for a in word.readings)
        return word.bare.endswith("ا") and not word.definite and any(a.form.number == 1 and a.form.kind == "noun" for a in word.readings)

    def _hedge(self, i: int) -> bool:
        """Whether a word only bounds the number after it ("نحو", "أكثر من", "ما لا يقل عن")."""
        bare = self.words[i].bare
        if bare in ("نحو", "حوالي", "قرابه", "زهاء", "اكثر", "اقل", "يقارب", "لا", "يقل", "يزيد", "يقدر"):
            return not self.words[i].preposition and not self.words[i].conjunction
        return bare in ("من", "عن", "علي") and self.words[i - 1].bare in ("اكثر", "اقل", "يقل", "يزيد")

    def _is_preposition(self, word: Word) -> bool:
        return word.token.is_word and not word.definite and word.bare in particles.PREPOSITIONS

    # --- dispatch ----------------------------------------------------------------------------------------------

    def _phrase(self, i: int, end: int, last: Phrase | None) -> Phrase | None:
        word = self.words[i]
        if i in self.counts:
            return self._counted(self.counts[i], end)
        if word.sign or word.token.is_number or i in self.numbers or word.verb:
            return None
        known = self.names.known(i, end)
        if known is not None and known.last > i + 1 and not self._only_head(i, known):
            return self._named(i, end, known, last) or self._headed(i, end, last)
        if word.function and not (known and known.certain):
            return None
        if last is not None and word.definite and self._continues(i, last) and not word.noun("OrganizationHead", "Human"):
            listed = self._listed(i, end, last)
            if listed is not None and not (known and known.places):
                return listed
        if self._manner(i):
            return None
        return self._headed(i, end, last) or (self._named(i, end, known, last) if known else None) or self._listed(i, end, last)

    def _manner(self, i: int) -> bool:
        """Whether the word is the adjective of a happening: "الهجوم الانتحاري", "التفجيرين الانتحاريين"."""
        word, before = self.words[i], self.words[i - 1] if i else None
        method = word.noun("Method")
        if method is None or before is None or word.conjunction or word.preposition:
            return False
        return any(a.entry.part == "manner" for a in word.readings) and before.noun(*_TRIGGERS) is not None and before.definite == word.definite

    def _only_head(self, i: int, known: KnownName) -> bool:
        return False

    def _headed(self, i: int, end: int, last: Phrase | None) -> Phrase | None:
        word = self.words[i]
        source, title = word.noun("SourceNoun"), word.noun("Title")
        human, place = word.noun("Human"), word.noun("PlaceHead")
        organization, thing = word.noun("OrganizationHead"), word.noun("Thing")
        method = word.noun("Method")
        if title is not None and not (human and self._plural(human)) and not (title.form.number in (0, 3)):
            person = self._titled(i, end, title)
            if person is not None:
                return person
        if source is not None and human is None:
            return self._source(i, end, source)
        if organization is not None and place is not None:
            facility = self._place(i, end, place)
            if facility is not None and (facility.kind is PhraseKind.PLACE or self._at_place(i)):
                return facility
            return self._organization(i, end, organization)
        if organization is not None:
            return self._organization(i, end, organization)
        if human is not None and not (word.use(*_TRIGGERS) and not self._people_here(i, human)):
            return self._group(i, end, human)
        if place is not None:
            return self._place(i, end, place)
        if method is not None and method.entry.part in ("aircraft", "munition", "device"):
            return self._thing(i, end, method, PhraseKind.METHOD)
        if thing is not None and not word.use(*_TRIGGERS):
            return self._thing(i, end, thing, PhraseKind.THING)
        return self._nameless_person(i, end)

    def _people_here(self, i: int, human: Analysis) -> bool:
        return human.form.number != 1 or human.form.kind != "noun" or True

    def _plural(self, a: Analysis) -> bool:
        return a.form.number != 1

    def _at_place(self, i: int) -> bool:
        word, before = self.words[i], self.words[i - 1] if i else None
        return word.preposition in ("ب",) or (before is not None and before.bare in PLACE_PREPOSITIONS and not before.definite)

    # --- names -------------------------------------------------------------------------------------------------

    def _named(self, i: int, end: int, known: KnownName, last: Phrase | None) -> Phrase | None:
        if known.actors and (known.certain or self._joined_to_actor(i, last)):
            return self._known_actor(i, known.last, known.actors[0])
        if known.places and (known.certain or self._place_context(i, last)):
            return self._known_place(i, known.last, known.places[0], last)
        return None

    def _joined_to_actor(self, i: int, last: Phrase | None) -> bool:
        word = self.words[i]
        return last is not None and last.last == i and word.conjunction == "و" and last.kind is PhraseKind.ORGANIZATION

    def _place_context(self, i: int, last: Phrase | None) -> bool:
        word, before = self.words[i], self.words[i - 1] if i else None
        if word.preposition in ("ب", "في"):
            return True
        if before is not None and not before.definite and before.bare in ("في", "قرب", "داخل", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "الي"):
            return not word.definite or not word.readings
        return last is not None and last.last == i and bool(word.conjunction) and last.located

    def _known_actor(self, i: int, last: int, actor: KnownActor) -> Phrase:
        kind = PhraseKind.PERSON if actor.kind == "Person" else PhraseKind.ORGANIZATION
        mention = self._mention(i, last, actor.kind, actor.iri)
        return Phrase(i, last, i, kind, mention, definite=True)

    def _known_place(self, i: int, last: int, place: KnownPlace, previous: Phrase | None) -> Phrase:
        kind = PhraseKind.FACILITY if place.kind == "Facility" else PhraseKind.PLACE
        head = self.words[i].noun("PlaceHead")
        if head is not None and last > i + 1 and head.entry.denotation in _NAMED_BY_HEAD:
            mention = self._mention(i + 1, last, place.kind, place.iri)
            return Phrase(i, last, i, kind, mention, definite=True, listed=head.entry.id if head.form.number != 1 else "")
        listed = previous.listed if previous is not None and self._continues(i, previous) else ""
        last = next((k for k in range(i + 1, last) if self.words[k].bare == "في"), last)
        return Phrase(i, last, i, kind, self._mention(i, last, place.kind, place.iri), definite=True, listed=listed)

    def _mention(self, first: int, last: int, kind: str, iri: str | None = None, *, described: bool = False) -> Mention:
        start, end = self.text.span(first, last)
        return Mention(self.text.string(first, last), Span(start, end), kind, iri, described)

    # --- persons -----------------------------------------------------------------------------------------------

    def _titled(self, i: int, end: int, title: Analysis) -> Phrase | None:
        """A person under a rank, title or post: "العميد حسن دعبول", "رئيس فرع الأمن العسكري", "مدير المرصد رامي"."""
        j = i + 1
        post = (i, i)
        if title.entry.part == "post":
            j = self._complement(i + 1, end)
            post = (i, j)
        rank = (i, i + 1) if title.entry.part == "rank" else (0, 0)
        while j < end and not self.names.stops(self.words[j]) and (t := self.words[j].noun("Title")) is not None:
            if t.entry.part == "post" and j > i + 1:
                k = self._complement(j + 1, end)
                post, j = (post[0], k), k
            else:
                rank, j = (j, j + 1) if t.entry.part == "rank" else rank, j + 1
        start = j + 1 if j < end and self.words[j].bare in "،,(" and post[1] > post[0] else j
        while start < end and self.words[start].quote:
            start += 1
        name_end = self._name_end(start, end)
        if name_end > start and start > j and not self._strong_name(start, name_end):
            name_end = start
        if name_end > start:
            return self._person(i, start, name_end, rank, post)
        if post[1] > post[0] + 1 and title.form.number == 2:
            mention = self._mention(i, post[1], "Officials", described=True)
            return Phrase(i, post[1], i, PhraseKind.GROUP, mention, minimum=2, maximum=2, victim_kind="Official")
        if post[1] > post[0] + 1 or (post[1] > post[0] and self.words[i].definite):
            mention = self._mention(i, post[1], "Person", described=True)
            mention = replace(mention, post=self.text.string(*post))
            return Phrase(i, post[1], i, PhraseKind.PERSON, mention, minimum=1, maximum=1, definite=True)
        if rank[1] > rank[0] and not self.words[i].noun("OrganizationHead"):
            mention = self._mention(i, i + 1, "Person", described=True)
            return Phrase(i, i + 1, i, PhraseKind.PERSON, mention, minimum=1, maximum=1, definite=self.words[i].definite)
        return None

    def _name_end(self, i: int, end: int) -> int:
        if i >= end or self.words[i].sign or self.words[i].conjunction or self.words[i].preposition:
            return i
        known = self.names.known(i, end)
        if known is not None and any(a.kind == "Person" for a in known.actors):
            return known.last
        return self.names.person(i, end)

    def _strong_name(self, first: int, last: int) -> bool:
        return last > first + 1 and self.words[first].token.core in self.names.lexicon.given_names

    def _person(self, i: int, first: int, last: int, rank: tuple[int, int], post: tuple[int, int]) -> Phrase:
        name = self.text.string(first, last)
        known = self.names.known(first, last)
        iri = next((a.iri for a in known.actors if a.kind == "Person"), None) if known and known.last == last else None
        self.names.surnames[self.words[last - 1].token.folded] = (name, iri)
        mention = replace(
            self._mention(first, last, "Person", iri),
            rank=self.text.string(*rank) if rank[1] > rank[0] else None,
            post=self.text.string(*post) if post[1] > post[0] else None,
        )
        return Phrase(i, last, i, PhraseKind.PERSON, mention, minimum=1, maximum=1, definite=True)

    def _nameless_person(self, i: int, end: int) -> Phrase | None:
        """A person by name alone: two name words the first of which is a given name, or a family name named before."""
        word = self.words[i]
        if word.function or word.verb or word.token.is_number:
            return None
        last = self.names.person(i, end)
        credited = i > 0 and self.words[i - 1].bare in ("حسب", "بحسب", "وفق", "قال") and last == i + 1
        if credited and word.token.core in self.names.lexicon.given_names:
            return self._person(i, i, last, (0, 0), (0, 0))
        if last > i + 1 and word.token.core in self.names.lexicon.given_names and not word.noun(*_TRIGGERS):
            return self._person(i, i, last, (0, 0), (0, 0))
        full = self.names.surnames.get(word.token.core)
        if full is not None:
            mention = replace(self._mention(i, i + 1, "Person", full[1]), text=self.text.string(i, i + 1))
            return Phrase(i, i + 1, i, PhraseKind.PERSON, mention, minimum=1, maximum=1, definite=True)
        return None

    def _complement(self, i: int, end: int) -> int:
        """The end of what completes a noun: genitives and adjectives, up to a name, rank, verb or clause."""
        j = i
        while j < end and j - i < 9:
            w = self.words[j]
            if w.bare in ("باسم",) or (w.bare == "اسم" and w.preposition == "ب"):
                j += 1
                continue
            if w.quote and j + 1 < end:
                j += 1
                continue
            if w.bare in particles.DEMONSTRATIVES and j + 1 < end and self.words[j + 1].definite and not w.preposition:
                j += 2
                continue
            known = self.names.known(j, end) if w.token.is_word and not w.conjunction else None
            if known is not None and known.actors and known.actors[0].kind == "Person":
                break
            if known is not None and known.certain and (not w.preposition or (w.preposition in "لب" and j == i)):
                j = known.last
                continue
            if w.preposition in ("ل", "ب") and j == i and (w.noun("OrganizationHead") or w.noun("PlaceHead")):
                j += 1
                continue
            if w.bare in ("في", "ل", "لدي") and not w.definite and j + 1 < end and j <= i + 2 and self._org_or_place(j + 1, end):
                j += 1
                continue
            if self.names.stops(w) or (w.noun("Title") and j > i and not w.noun("OrganizationHead")):
                break
            if w.token.core in self.names.lexicon.given_names or i - 1 == j and not w.definite:
                break
            if not w.definite and not w.readings and not self.names.lexicon.known(w.bare) and j > i:
                break
            if w.noun(*_TRIGGERS) and not w.definite and not w.noun("OrganizationHead"):
                if not (j == i and j + 1 < end and self.words[j + 1].definite):
                    break
            j += 1
        while j > i and self.words[j - 1].quote:
            j -= 1
        return j

    def _org_or_place(self, i: int, end: int) -> bool:
        w = self.words[i]
        return bool(w.noun("OrganizationHead", "PlaceHead")) or self.names.known(i, end) is not None

    # --- organizations, groups, sources ---------------------------------------------------------------------------

    def _organization(self, i: int, end: int, head: Analysis) -> Phrase | None:
        j = self._modifiers(i + 1, end, definite=self.words[i].definite)
        inside = self._inner_actor(i + 1, j)
        definite = self.words[i].definite or any(self.words[k].definite for k in range(i + 1, j)) or inside is not None
        if "definite" in head.entry.needs and not definite:
            return None
        if j == i + 1 and not self.words[i].definite and not head.pronoun:
            if head.entry.denotation in ("Organization", "MediaOrganization", "Government", "SecurityForce"):
                return None
        mention = self._mention(i, j, head.entry.denotation, described=True)
        known = self.names.known(i, j)
        if known is not None and known.last == j and known.actors and known.certain:
            mention = replace(mention, iri=known.actors[0].iri, kind=known.actors[0].kind, described=False)
        return Phrase(i, j, i, PhraseKind.ORGANIZATION, mention, definite=definite, entry=head.entry.id, plural=head.form.number != 1)

    def _inner_actor(self, i: int, end: int) -> Mention | None:
        for k in range(i, end):
            known = self.names.known(k, end)
            if known is not None and known.actors and known.certain:
                return self._mention(k, known.last, known.actors[0].kind, known.actors[0].iri)
        return None

    def _modifiers(self, i: int, end: int, *, definite: bool) -> int:
        """The end of the genitives and adjectives that follow a noun, with "الموالية ل..." and "تابعة ل..." groups."""
        j = i
        while j < end and j - i < 12:
            w = self.words[j]
            if w.bare in _AFFILIATED and not w.conjunction:
                k = self._affiliation(j + 1, end)
                return k if k > j + 1 else j
            if w.quote or w.bare in "()":
                close = self._closing(j, end)
                if not close or j > i + 2:
                    break
                j = close
                continue
            known = self.names.known(j, end) if not w.conjunction and not w.preposition else None
            if known is not None and known.certain and (known.actors or j == i):
                j = known.last
                while j < end and self.words[j].definite and self.words[j].adjectival and not self.names.stops(self.words[j]):
                    j += 1
                return self._affiliated(j, end)
            if self.names.stops(w) or w.bare in self.names.lexicon.collocates:
                break
            if not definite and j == i and not w.definite and self._chain(j, end):
                j, definite = j + 2, True
                continue
            if not definite and not w.definite and j == i and w.noun("OrganizationHead", "Human", "Title"):
                j = self._genitive(j, end)
                break
            if w.definite or (not definite and (w.adjectival or self.names.demonym(w)) and not w.noun(*_TRIGGERS)):
                if definite is False and w.definite and j > i and not self.words[j - 1].definite and not self.words[j - 1].noun("OrganizationHead"):
                    break
                j += 1
                continue
            if j == i and w.token.core in self.names.surnames:
                j += 1
                continue
            group = i > 0 and self.words[i - 1].noun("OrganizationHead") is not None
            if j == i and not definite and not w.noun(*_TRIGGERS) and (group and not w.adjectival or not self.names.lexicon.known(w.bare)):
                j += 1
                continue
            if j == i and w.token.core in self.names.lexicon.given_names:
                j = max(self.names.person(j, end), j + 1)
                continue
            break
        return j

    def _affiliated(self, j: int, end: int) -> int:
        if j < end and self.words[j].bare in _AFFILIATED and not self.words[j].conjunction:
            k = self._affiliation(j + 1, end)
            return k if k > j + 1 else j
        return j

    def _chain(self, i: int, end: int) -> bool:
        """Whether a plain noun stands in construct before a definite one: "(قوات) مكافحة الإرهاب"."""
        w = self.words[i]
        if i + 1 >= end or w.adjectival or not self.words[i + 1].definite or self.names.stops(self.words[i + 1]):
            return False
        if w.noun(*_TRIGGERS) and not self.words[i - 1].noun("OrganizationHead"):
            return False
        return not w.noun("OrganizationHead", "Human", "Title", "PlaceHead")

    def _closing(self, i: int, end: int) -> int:
        """The end of a quotation of at most four words that opens at word `i`; 0 where it does not close."""
        for k in range(i + 1, min(i + 6, end)):
            if self.words[k].quote or self.words[k].bare == ")":
                return k + 1 if k > i + 1 else 0
        return 0

    def _affiliation(self, i: int, end: int) -> int:
        """The end of "ل", "من", "ب" and its noun phrase after an adjective of belonging."""
        if i < end and self.words[i].bare in ("من", "الي", "ل", "مع") and not self.words[i].definite:
            i += 1
        elif i >= end or self.words[i].preposition not in ("ل", "ب"):
            return i - 1
        return self._genitive(i, end)

    def _genitive(self, i: int, end: int) -> int:
        known = self.names.known(i, end)
        if known is not None and known.certain:
            j = known.last
            return self._modifiers(j, end, definite=True) if j < end and self.words[j].definite else j
        if self.words[i].noun("Title"):
            person = self._titled(i, end, self.words[i].noun("Title"))  # type: ignore[arg-type]
            if person is not None:
                return person.last
        return self._modifiers(i + 1, end, definite=self.words[i].definite)

    def _group(self, i: int, end: int, head: Analysis, quantity: Quantity | None = None, first: int | None = None) -> Phrase:
        """People by their noun: "مسلحون مجهولون", "عناصر من تنظيم الدولة", "مقاتلي المقاومة", "ثلاثة جنود"."""
        start = i if first is None else first
        j = self._modifiers(i + 1, end, definite=self.words[i].definite)
        organization = self._inner_actor(i + 1, j)
        if organization is None:
            k = self._belonging(j, end)
            if k:
                organization, j = self._belonging_actor(j, k), k
        minimum, maximum = (quantity.minimum, quantity.maximum) if quantity else self._number(head)
        if quantity is not None and j < end and self.words[j].conjunction == "و" and head.form.number == 1:
            other = self.words[j].noun("Human")
            if other is not None and other.form.number == 1 and quantity.minimum > 10:
                j += 1  # "30 ضابطا وجنديا"
        if quantity is None and j < end and self.words[j].definite and j in self.names.numerals:
            minimum = maximum = self.names.numerals[j]  # "الانتحاريين الأربعة"
            j += 1
        mention = self._mention(i, j, head.entry.denotation, described=True)
        return Phrase(
            start, j, i, PhraseKind.GROUP, mention,
            definite=self.words[i].definite or (j > i + 1 and self.words[i + 1].definite and not head.form.number == 1),
            entry=head.entry.id, quantity=quantity, minimum=minimum, maximum=maximum,
            victim_kind=head.entry.victim_kind, organization=organization, plural=head.form.number != 1,
        )  # fmt: skip

    def _number(self, head: Analysis) -> tuple[int | None, int | None]:
        if head.form.number == 1:
            return 1, 1
        if head.form.number == 2:
            sound = any(a.form.number == 0 for a in self.names.lexicon.read(head.form.written) if a.entry is head.entry)
            return (2, None) if sound else (2, 2)
        return (2, None) if head.form.number == 0 else (None, None)

    def _belonging(self, j: int, end: int) -> int:
        """The end of "من X", "في X", "ب X", "ل X" after a noun of people, where X is an organization or its people."""
        if j >= end:
            return 0
        w = self.words[j]
        k = j + 1 if w.bare in ("من", "في") and not w.definite and not w.conjunction else j if w.preposition in ("ل", "ب") else 0
        if not k or k >= end:
            return 0
        if self.words[k].noun("Human") or self.words[k].bare in ("ابناء", "افراد", "رجال"):
            return self._modifiers(k + 1, end, definite=self.words[k].definite)
        known = self.names.known(k, end)
        if known is not None and known.actors and known.certain:
            return self._modifiers(known.last, end, definite=True) if known.last < end and self.words[known.last].definite else known.last
        head = self.words[k].noun("OrganizationHead")
        if head is not None:
            return self._modifiers(k + 1, end, definite=self.words[k].definite)
        return 0

    def _belonging_actor(self, j: int, k: int) -> Mention | None:
        inner = self._inner_actor(j, k)
        if inner is not None:
            return inner
        first = j + 1 if not self.words[j].preposition else j
        head = self.words[first].noun("OrganizationHead") if first < k else None
        return self._mention(first, k, head.entry.denotation, described=True) if head else None

    def _source(self, i: int, end: int, head: Analysis, first: int | None = None) -> Phrase:
        start = i if first is None else first
        j = i + 1
        while j < end and not self.names.stops(self.words[j]) and (self.words[j].adjectival or self.words[j].definite or self.names.demonym(self.words[j])):
            j += 1
        if j < end and self.words[j].bare in ("مقرب", "مقربه", "مقربين"):
            j += 1
        k = self._belonging(j, end)
        j = k or j
        if j < end and self.words[j].conjunction == "و" and self.words[j].noun("SourceNoun") and not self.words[j].verb:
            joined = self._source(j, end, self.words[j].noun("SourceNoun"))  # type: ignore[arg-type]
            j = joined.last
        mention = self._mention(start, j, "UnnamedSource", described=True)
        return Phrase(start, j, i, PhraseKind.SOURCE, mention, definite=self.words[i].definite, entry=head.entry.id, part=head.entry.part)

    # --- counted ---------------------------------------------------------------------------------------------------

    def _counted(self, q: Quantity, end: int) -> Phrase | None:
        j = q.last
        while j < end and (self.words[j].quote or self.words[j].bare in ")("):
            j += 1
        if j < end and not self.words[j].conjunction:
            w = self.words[j]
            human, source = w.noun("Human"), w.noun("SourceNoun")
            if source is not None and human is None and source.entry.part != "rumour":
                return replace(self._source(j, end, source, q.first), quantity=q)
            if human is not None and not w.preposition:
                return self._group(j, end, human, q, q.first)
            toll = w.noun("TollNoun")
            if toll is not None and not w.preposition:
                return self._number_phrase(q, j + 1, toll.entry.id)
            thing = w.noun("Thing") or w.noun("Method")
            if thing is not None and not w.preposition:
                return replace(self._thing(j, end, thing, PhraseKind.THING), first=q.first, quantity=q)
            if w.noun(*_TRIGGERS) or w.noun("PlaceHead") or self._unit(w):
                return None
            k = j + 1 if w.bare == "من" and not w.definite else 0
            if k and k < end and (people := self._belonging(j, end)):
                return self._of_people(q, k, people)
            if k and k < end and (head := self.words[k].noun("OrganizationHead")):
                organization = self._organization(k, end, head)
                if organization is not None:
                    return self._of_people(q, k, organization.last)
            if not w.sign and not w.function and not w.verb and not w.preposition and not w.definite and w.token.is_word:
                last = self._modifiers(j + 1, end, definite=False)
                mention = self._mention(j, last, "Group", described=True)
                return Phrase(q.first, last, j, PhraseKind.GROUP, mention, quantity=q, minimum=q.minimum, maximum=q.maximum, plural=True, part="unknown")
        return self._number_phrase(q, q.last, "")

    def _unit(self, word: Word) -> bool:
        return word.bare in ("كلم", "كيلومتر", "كيلومترات", "كيلو", "متر", "مترا", "طن", "دولار", "ساعه", "يوما", "ايام", "عاما", "سنه", "شهرا", "دقيقه", "المئه")

    def _of_people(self, q: Quantity, first: int, last: int) -> Phrase:
        head = self.words[first].noun("Human")
        organization = self._inner_actor(first, last)
        mention = self._mention(first, last, head.entry.denotation if head else "Group", described=True)
        if organization is not None and organization.span == mention.span:
            mention = replace(mention, iri=organization.iri, described=False)
        return Phrase(
            q.first, last, first, PhraseKind.GROUP, mention, quantity=q, minimum=q.minimum, maximum=q.maximum,
            victim_kind=head.entry.victim_kind if head else None, organization=organization, plural=True,
        )  # fmt: skip

    def _number_phrase(self, q: Quantity, last: int, entry: str) -> Phrase:
        return Phrase(q.first, last, q.first, PhraseKind.NUMBER, self._mention(q.first, last, "Group", described=True), entry=entry, quantity=q, minimum=q.minimum, maximum=q.maximum)

    # --- things and places ---------------------------------------------------------------------------------------

    def _common(self, i: int) -> bool:
        """Whether a word is an indefinite common noun: "(نقطة) تفتيش", "(مركز) شرطة"."""
        w = self.words[i]
        return not w.definite and not self.names.stops(w) and (self.names.lexicon.known(w.bare) or bool(w.readings)) and w.bare not in _NAME_STARTS and self.names.known(i, i + 1) is None

    def _thing(self, i: int, end: int, head: Analysis, kind: PhraseKind) -> Phrase:
        start = i + 2 if i + 1 < end and not self.words[i].definite and self._common(i + 1) and head.entry.use in ("PlaceHead", "Thing") else i + 1
        j = self._modifiers(start, end, definite=self.words[i].definite)
        organization = self._inner_actor(i + 1, j)
        k = self._belonging(j, end) if kind is PhraseKind.THING else 0
        if k and organization is None and (self.words[j].preposition == "ل"):
            organization, j = self._belonging_actor(j, k), k
        mention = self._mention(i, j, "Thing", described=True)
        minimum, maximum = self._number(head)
        return Phrase(i, j, i, kind, mention, definite=self.words[i].definite, entry=head.entry.id, part=head.entry.part, organization=organization, minimum=minimum, maximum=maximum, plural=head.form.number != 1)

    def _place(self, i: int, end: int, head: Analysis) -> Phrase | None:
        word, kind = self.words[i], head.entry.denotation
        if head.entry.part == "direction":
            return self._direction(i, end)
        j = i + 1
        if j < end and self.words[j].quote:
            close = self._closing(j, end)
            if close:
                return self._named_place(i, j + 1, close - 1, kind, close, head)
        if kind == "Facility" and not word.definite and j < end and self._common(j):
            return self._thing(i, end, head, PhraseKind.THING)
        known = self.names.known(j, end) if j < end and not self.words[j].conjunction and not self.words[j].preposition else None
        if known is not None and (known.places or known.certain):
            last = known.last
            if kind in ("Facility", "Region"):
                last = self._modifiers(last, end, definite=True) if last < end and self.words[last].definite and not self.names.demonym(self.words[last]) else last
            return self._named_place(i, j, last, kind, last, head)
        last = self._place_name(j, end, kind)
        if last > j:
            return self._named_place(i, j, last, kind, last, head)
        if kind in ("Facility", "Neighbourhood") and head.form.number != 1:
            return self._thing(i, end, head, PhraseKind.THING)
        if word.definite and kind in ("City", "Town", "Village", "Neighbourhood", "Governorate", "District", "Region") and head.form.number == 1:
            return Phrase(i, i + 1, i, PhraseKind.PLACE, self._mention(i, i + 1, kind, described=True), definite=True, part="anaphor", entry=head.entry.id)
        if kind == "Facility" or (word.definite and kind != "Region"):
            return self._thing(i, end, head, PhraseKind.THING)
        return None

    def _named_place(self, i: int, first: int, last: int, kind: str, end: int, head: Analysis) -> Phrase:
        listed = head.entry.id if head.form.number != 1 else ""
        region = kind == "Region" and head.entry.lemma not in ("منطقه", "جبهه", "محور")
        facility = kind == "Facility"
        from_ = i if (region or facility) and not listed else first
        known = self.names.known(i, last) or self.names.known(first, last)
        if known is not None and known.last != last:
            known = None
        place = self._fitting(known.places, kind) if known else None
        mention = self._mention(from_, last, place.kind if place else kind, place.iri if place else None)
        return Phrase(i, end, i, PhraseKind.FACILITY if facility else PhraseKind.PLACE, mention, definite=True, listed=listed, entry=head.entry.id)

    def _fitting(self, places: tuple[KnownPlace, ...], kind: str) -> KnownPlace | None:
        return next((p for p in places if p.kind == kind), places[0] if places else None)

    def _place_name(self, i: int, end: int, kind: str) -> int:
        """The end of a name that nobody knows after a place noun: up to three words that are no verb, name or clause."""
        j = i
        if self.words[i - 1].definite and kind not in ("Facility", "Region"):
            return i  # "المدينة التركية": no name follows a definite noun
        while j < end and j - i < 3:
            w = self.words[j]
            if not self._may_name(w, kind) and w.bare not in _NAME_STARTS:
                break
            if (self.names.stops(w) and not (w.token.is_number and j > i)) or w.noun("Title") or self.names.demonym(w):
                break
            if j > i and self.words[j - 1].bare not in _NAME_STARTS and not (w.definite and kind == "Facility") and not (w.definite and self.words[j - 1].definite):
                break
            if j == i and w.noun("PlaceHead", *_TRIGGERS) and w.bare not in _NAME_STARTS and not w.definite:
                break
            if w.bare.startswith(("جنوبي", "شمالي", "غربي", "شرقي")) or (not w.definite and kind in ("Region",) and self.names.lexicon.known(w.bare) and w.bare not in _NAME_STARTS):
                break
            if j == i and kind not in ("Facility",) and not w.definite and (w.noun("Human", "Thing", "OrganizationHead") or (w.adjectival and self.names.lexicon.known(w.bare))):
                break
            j += 1
        return j

    def _may_name(self, w: Word, kind: str) -> bool:
        """Whether a word may be the unknown name of a place: no act, people or adjective that the lexicon has."""
        if w.noun(*_TRIGGERS, "Saying", "Human", "Method") and not (kind == "Facility" and w.definite):
            return False
        if kind == "Facility":
            return True
        common = self.names.lexicon.known(w.bare)
        return not (common and w.adjectival) and not (common and kind == "Region" and not w.definite)

    def _direction(self, i: int, end: int) -> Phrase | None:
        """ "شمال سيناء", "شمالي العراق", "جنوب مدينة جسر الشغور": the place that the direction word stands before."""
        j = i + 1
        while j < end and self.words[j].noun("PlaceHead") and self.words[j].noun("PlaceHead").entry.part == "direction" and not self.names.stops(self.words[j]):  # type: ignore[union-attr]
            j += 1
        if j >= end or self.names.stops(self.words[j]):
            return None
        known = self.names.known(j, end)
        if known is not None and known.places:
            mention = self._mention(j, known.last, known.places[0].kind, known.places[0].iri)
            return Phrase(i, known.last, i, PhraseKind.PLACE, mention, definite=True, part="direction")
        head = self.words[j].noun("PlaceHead")
        inner = self._place(j, end, head) if head else None
        return replace(inner, first=i, head=i, part="direction") if inner is not None and inner.located else None

    def _continues(self, i: int, last: Phrase) -> bool:
        word = self.words[i]
        if last.part == "anaphor" or (word.bare.endswith(("ت", "وا")) and word.bare[0] in "ايت" and not self.names.known(i, i + 1)):
            return False
        gap = self.words[last.last : i]
        return bool(last.listed) and all(w.bare in ("،", ",", "و") or w.quote for w in gap) and (bool(word.conjunction) or bool(gap))

    def _listed(self, i: int, end: int, last: Phrase | None) -> Phrase | None:
        """A further name of a list whose plural head told what its names are: "قرى س، وص وع"."""
        if last is None or not self._continues(i, last) or self.words[i].preposition or self.words[i].verb:
            return None
        entry = self.names.lexicon.entries.get(last.listed)
        if entry is None or (self.words[i].noun(*_TRIGGERS) and not self.words[i].definite):
            return None
        j = i + 1
        while j < end and j - i < 3 and (self.words[j - 1].bare in _NAME_STARTS or (self.words[j].definite and self.words[j - 1].definite)) and not self.names.stops(self.words[j]):
            j += 1
        mention = self._mention(i, j, entry.denotation)
        kind = PhraseKind.FACILITY if entry.denotation == "Facility" else PhraseKind.PLACE
        return Phrase(i, j, i, kind, mention, definite=True, listed=last.listed)
