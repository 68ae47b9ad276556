"""Whom a claim names as taking part: each actor once in a role, by the fullest name that the article gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqia.arabic.folding import fold

from . import entities
from .mentions import EventMention
from .phrases import Phrase, PhraseKind
from .reading import ArticleReading
from .templates import Mention, Participant, Role, Span
from .trace import Rule, decided

_OWNERS = frozenset({"لهم", "لها", "له"})
_STANDING_FOR = (PhraseKind.METHOD, PhraseKind.THING, PhraseKind.GROUP, PhraseKind.ORGANIZATION)
_AIMED_AT_NOBODY = ("Deployment", "Withdrawal")  # guidelines: no targets
_SIDES = {Role.AGENT, Role.OBJECT}  # nobody is on both

Filling = tuple[EventMention | None, Role, Phrase]


class Participants:
    """Reads the participants of the claims of one article."""

    def __init__(self, reading: ArticleReading) -> None:
        self.text = reading.text
        self.names = reading.names
        self.full_names = _full_names(reading)
        self.called = _called(reading)

    def of(
        self,
        mentions: Sequence[EventMention],
        added: Sequence[tuple[Role, Phrase]],
        happening: Sequence[EventMention] = (),
    ) -> tuple[Participant, ...]:
        """The participants that the mentions of a happening, some of all, name and those that the article adds."""
        out: list[Participant] = []
        buildings = self._buildings_named(happening)
        named = [
            (m, role, p)
            for m in mentions
            for role, p in m.participants
            if role is not Role.OBJECT or not self._named_elsewhere(p, buildings)
        ]
        for role, phrase in self._telling([*named, *((None, role, p) for role, p in added)]):
            mention = self._actor(phrase)
            if mention is not None and not any(
                (p.role is role or {p.role, role} == _SIDES) and entities.same(p.mention, mention)
                for p in out
            ):
                out.append(Participant(role, self._named(mention), decided(self.text, phrase)))
        return tuple(out)

    def _telling(self, fillings: Sequence[Filling]) -> list[tuple[Role, Phrase]]:
        """The participants without those that say nothing beside others.

        That is "الطيران" alone, what was destroyed in a strike on people, "تجمع لهم" where it is told who they were,
        who killed in an act that others are said to have done.
        """
        acting = any(m is None or m.type != "Killing" for m, r, _ in fillings if r is Role.AGENT)
        actors = any(r is Role.AGENT and not _bare_means(p) for _, r, p in fillings)
        people = any(r is Role.OBJECT and _people(p) for _, r, p in fillings)
        kept: list[tuple[Role, Phrase]] = []
        for mention, role, p in fillings:
            faceless = role is Role.AGENT and _bare_means(p) and (actors or not p.definite)
            thing = role is Role.OBJECT and people and p.kind is PhraseKind.THING and p.organization is None
            destroyed = mention is not None and mention.type == "Destruction"
            aimless = role is Role.OBJECT and mention is not None and mention.type in _AIMED_AT_NOBODY
            killing = role is Role.AGENT and mention is not None and mention.type == "Killing"
            theirs = thing and (destroyed or self._theirs(p))
            if not (faceless or aimless or theirs or (killing and acting)):
                kept.append((role, p))
        return kept

    def _buildings_named(self, mentions: Sequence[EventMention]) -> int:
        """How many organizations are named whose buildings are struck: two of "فرعي الأمن العسكري وأمن الدولة"."""
        struck = [p for m in mentions for role, p in m.participants if role is Role.OBJECT]
        if not any(self._named_for(p) for p in struck):
            return 0
        named = [p for p in struck if p.kind is PhraseKind.ORGANIZATION or self._named_for(p)]
        return len({p.actor.iri for p in named if p.actor.iri is not None})

    def _named_elsewhere(self, thing: Phrase, buildings: int) -> bool:
        """Whether a thing is several buildings, no more than those that are named: "مقرين أمنيين"."""
        reading = self.text.words[thing.head].noun("PlaceHead", "Thing")
        if thing.kind is not PhraseKind.THING or self._named_for(thing) or reading is None:
            return False
        built = reading.entry.use == "PlaceHead" or "position" in reading.entry.needs
        number = thing.minimum or (2 if thing.plural else 1)
        return built and thing.quantity is None and 1 < number <= buildings

    def _theirs(self, phrase: Phrase) -> bool:
        """Whether a thing is only said to be somebody's: "مواقعهم", "تجمع لهم", "مواقع تابعة لهم"."""
        words = self.text.words
        pronoun = any(a.pronoun for a in words[phrase.head].readings if a.entry.use == "Thing")
        return pronoun or any(w.bare in _OWNERS for w in words[phrase.last : phrase.last + 1])

    def _actor(self, phrase: Phrase) -> Mention | None:
        """Whom a phrase names: a country's government, the owner of a thing or a means; None for a plain place."""
        if phrase.kind is PhraseKind.PLACE:
            known = self.names.metonym(phrase.mention.text)
            if known is not None:
                return replace(phrase.mention, kind=known.kind, iri=known.iri)
            country = phrase.mention.kind == "Country"
            return replace(phrase.mention, kind="Government", iri=None) if country else None
        if phrase.kind is PhraseKind.NUMBER:
            return None
        if phrase.kind is PhraseKind.THING and not self._stands_for_owner(phrase):
            return phrase.mention
        if phrase.kind is PhraseKind.GROUP and _one(phrase):
            return phrase.mention
        return self._state(phrase) or (phrase.actor if phrase.kind in _STANDING_FOR else phrase.mention)

    def _state(self, phrase: Phrase) -> Mention | None:
        """The government that an adjective stands for: "غارات روسية"."""
        adjective = phrase.mention.kind == "Government" and phrase.last == phrase.first + 1
        known = self.names.state(self.text.words[phrase.first]) if adjective else None
        return replace(phrase.mention, iri=known.iri) if known is not None else None

    def _stands_for_owner(self, thing: Phrase) -> bool:
        """Whether a thing only tells whose people are meant: "مواقع للحوثيين", not "سيارة تابعة للجيش".

        A building goes by whom it is named for: "فرع الأمن العسكري", "مبنى وزارة الدفاع".
        """
        reading = self.text.words[thing.head].noun("Thing")
        return (reading is not None and "position" in reading.entry.needs) or self._named_for(thing)

    def _named_for(self, thing: Phrase) -> bool:
        """Whether a thing is a building, and but for the word for it the name of an organization that is known."""
        owner, building = thing.organization, self.text.words[thing.head].noun("PlaceHead")
        if owner is None or owner.iri is None or building is None or thing.kind is not PhraseKind.THING:
            return False
        apart = self.text.words[thing.head + 1].preposition  # "مقار للنظام" are somebody's, not his by name
        return not apart and owner.span == Span(*self.text.span(thing.head + 1, thing.last))

    def _named(self, mention: Mention) -> Mention:
        """The mention by the fullest name that the article gives the actor ("التنظيم": "تنظيم الدولة الإسلامية")."""
        if len(mention.text.split()) > 1:
            return mention
        if mention.iri is None:
            counted = fold(mention.text).endswith("يا")  # "25 حوثيا" are "الحوثيين"
            stems = entities.telling_words(mention.text)
            return replace(mention, text=self.called.get(stems, mention.text)) if counted else mention
        return replace(mention, text=self.full_names.get(mention.iri, mention.text))


def _people(phrase: Phrase) -> bool:
    return phrase.human or phrase.located or phrase.organization is not None


def _one(phrase: Phrase) -> bool:
    """Whether a group is one man of a side, and not the side: "مسلحا من تنظيم الدولة"."""
    alone = phrase.rule not in (Rule.CLASH_SIDE, Rule.FIGHTING)  # who fights is a side
    return alone and phrase.minimum == phrase.maximum == 1 and not (phrase.plural or phrase.definite)


def _bare_means(phrase: Phrase) -> bool:
    """Whether it is a means alone: "الطيران"."""
    return (
        phrase.kind is PhraseKind.METHOD and phrase.organization is None and phrase.last - phrase.first == 1
    )


def _called(reading: ArticleReading) -> dict[frozenset[str], str]:
    """For the stems of each people or side that the article names with its article, that name."""
    found: dict[frozenset[str], str] = {}
    for p in (p for s in reading.sentences for p in s.phrases):
        for m in (p.mention, p.organization):
            if p.human and m is not None and m.text.startswith("ال") and len(m.text.split()) == 1:
                found.setdefault(entities.telling_words(m.text), m.text)
    return found


def _full_names(reading: ArticleReading) -> dict[str, str]:
    """For each known actor, the first name of several words that the article uses for it."""
    found: dict[str, str] = {}
    phrases = (p for s in reading.sentences for p in s.phrases if not p.located)
    for m in (m for p in phrases for m in (p.mention, p.organization)):
        if m is not None and m.iri is not None and len(m.text.split()) > 1:
            found.setdefault(m.iri, m.text)
    return found
