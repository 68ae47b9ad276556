"""Cutting the noun phrases out of a sentence: a small recursive-descent reader over words.

What a noun is, the lexicon says (heads of organizations, places, people, things, posts, sources) and the knowledge
(names). Modifiers follow their noun in Arabic: genitives, adjectives that agree in definiteness, "من"/"في" groups.
Here stands which reader a word goes to; the readers are one module a kind of phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from waqia.arabic.numbers import Quantity, QuantityKind
from waqia.knowledge import KnownActor

from .counted_phrases import CountedPhrases
from .cutter import TRIGGERS, Cutter
from .government import Government
from .lexicon import Analysis
from .modifiers import Modifiers
from .names import PLACE_PREPOSITIONS, KnownName, Names
from .people_phrases import PeoplePhrases
from .person_phrases import PersonPhrases
from .phrases import Phrase, PhraseKind
from .place_anaphora import PlaceAnaphora
from .place_phrases import PlacePhrases
from .thing_phrases import ThingPhrases
from .words import Sentence, Text


class PhraseParser(Cutter):
    """Reads the phrases of one article, sentence by sentence."""

    def __init__(
        self, text: Text, names: Names, quantities: Sequence[Quantity], busy: frozenset[int]
    ) -> None:
        super().__init__(text, names)
        self.busy = busy
        self.counts = {q.first: q for q in quantities if q.kind is QuantityKind.COUNT and not q.ordinal}
        self.numbers = {i for q in quantities for i in range(q.first, q.last)}
        self.government = Government(text)
        self.persons = PersonPhrases(text, names)
        modifiers = Modifiers(text, names, self.persons)
        self.things = ThingPhrases(text, names, modifiers)
        self.places = PlacePhrases(text, names, modifiers, self.things)
        self.people = PeoplePhrases(text, names, modifiers, self.places)
        self.anaphora = PlaceAnaphora(names.knowledge)
        self.counted = CountedPhrases(text, names, modifiers, self.people, self.things)
        names.busy = busy

    def phrases(self, sentence: Sentence) -> Iterator[Phrase]:
        """The phrases of a sentence in order, none inside another."""
        i, end, last = sentence.first, sentence.last, None
        while i < end:
            phrase = None if i in self.busy else self._phrase(i, end, last)
            if phrase is None:
                i += 1
                continue
            phrase = self.government.governed(self.places.around(phrase, last, end), sentence)
            if self.places.aside(phrase, last):
                phrase = replace(phrase, part="aside")
            phrase = self.anaphora.resolve(phrase)
            yield phrase
            last, i = phrase, phrase.last

    def _phrase(self, i: int, end: int, last: Phrase | None) -> Phrase | None:
        word = self.words[i]
        if i in self.counts:
            return self.counted.counted(self.counts[i], end)
        if word.sign or word.token.is_number or i in self.numbers or word.verb:
            return None
        known = self.known(i, end)
        if known is not None and known.last > i + 1:
            return self._named(i, known, last) or self._headed(i, end)
        if word.function:
            return None
        if word.definite and self.places.continues(i, last) and not word.noun("OrganizationHead", "Human"):
            listed = self.places.listed(i, end, last)
            if listed is not None and not (known and known.places):
                return listed
        if self._manner(i):
            return None
        if (
            known
            and known.places
            and word.conjunction
            and last is not None
            and last.located
            and last.last == i
        ):
            return self.places.known_place(i, known, last) or self._headed(i, end)
        named = self._headed(i, end) or (self._named(i, known, last) if known else None)
        return (
            named
            or self.places.listed(i, end, last)
            or self.people.listed(i, end, last)
            or self.people.national(i, end, last)
        )

    def _manner(self, i: int) -> bool:
        """Whether the word is the adjective of a happening: "الهجوم الانتحاري", "التفجيرين الانتحاريين"."""
        word, before = self.words[i], self.words[i - 1] if i else None
        if word.noun("Method") is None or before is None or word.conjunction or word.preposition:
            return False
        manner = any(a.entry.part == "manner" for a in word.readings)
        return manner and before.noun(*TRIGGERS) is not None and before.definite == word.definite

    def _headed(self, i: int, end: int) -> Phrase | None:
        """The phrase whose head is word `i`, by what the lexicon says of it."""
        word = self.words[i]
        if not word.readings:
            return self.persons.untitled(i, end)
        human = word.noun("Human")
        if human is None or human.form.number == 1:
            person = self.persons.by_title(i, end)
            if person is not None:
                return person
        source = word.noun("SourceNoun")
        if source is not None and human is None:
            return self.people.source(i, end, source)
        organization, place = word.noun("OrganizationHead"), word.noun("PlaceHead")
        if organization is not None and not self.people.leads(word, organization):
            facility = self.places.place(i, end, place) if place is not None else None
            if facility is not None and (facility.kind is PhraseKind.PLACE or self._at_place(i)):
                return facility
            return self.people.organization(i, end, organization)
        if human is not None:
            return self.people.group(i, end, human)
        if place is not None:
            return self.places.place(i, end, place)
        return self._thing(i, end) or self.persons.untitled(i, end)

    def _thing(self, i: int, end: int) -> Phrase | None:
        word = self.words[i]
        method: Analysis | None = word.noun("Method")
        if method is not None and method.entry.part in ("aircraft", "munition", "device"):
            return self.things.thing(i, end, method, PhraseKind.METHOD)
        thing = word.noun("Thing")
        if thing is not None and not word.use(*TRIGGERS):
            return self.things.thing(i, end, thing, PhraseKind.THING)
        return None

    def _at_place(self, i: int) -> bool:
        word, before = self.words[i], self.words[i - 1] if i else None
        if word.preposition == "ب":
            return True
        return before is not None and before.bare in PLACE_PREPOSITIONS and not before.definite

    # --- names -------------------------------------------------------------------------------------------------------

    def _named(self, i: int, known: KnownName, last: Phrase | None) -> Phrase | None:
        if known.actors and (known.certain or self._joined_to_actor(i, last)):
            return self._known_actor(i, known.last, known.actors[0])
        return self.places.known_place(i, known, last) if known.places else None

    def _joined_to_actor(self, i: int, last: Phrase | None) -> bool:
        joined = last is not None and last.last == i and self.words[i].conjunction == "و"
        return joined and last is not None and last.kind is PhraseKind.ORGANIZATION

    def _known_actor(self, i: int, last: int, actor: KnownActor) -> Phrase:
        kind = PhraseKind.PERSON if actor.kind == "Person" else PhraseKind.ORGANIZATION
        return Phrase(i, last, i, kind, self.mention(i, last, actor.kind, actor.iri), definite=True)
