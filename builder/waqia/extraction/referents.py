"""Whom a noun of an organization or its people stands for: "قواته", "مقاتليها", "هذه القوات", "التنظيم", "قواتنا".

A possessive leads to the side named last before it in the sentence, or to the subject before; "-نا" to the speaker; a
definite noun alone to the last organization that was called so with more words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from waqia.arabic import particles

from .attribution import Attribution
from .known_as import known_as
from .names import Names
from .phrases import Phrase, PhraseKind
from .templates import Mention, Span
from .words import Text

_OWNED = (PhraseKind.ORGANIZATION, PhraseKind.GROUP)
_GENERAL = frozenset({"MediaOrganization", "Organization", "Ministry", "Court"})


@dataclass
class Referents:
    """Goes through the sentences of an article in order and remembers the organizations that they name."""

    text: Text
    names: Names
    named: list[tuple[str, Mention]] = field(default_factory=list)

    @cached_property
    def _known_as(self) -> dict[int, Mention]:
        return known_as(self.text, self.names)

    def resolve(self, phrases: Sequence[Phrase], before: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """The phrases with the organizations that their possessives and short names stand for.

        `before` is the subject of the sentence before.
        """
        out: list[Phrase] = []
        for phrase in phrases:
            out.append(self._resolved(phrase, out, before))
            self._remember(out[-1])
        return tuple(out)

    def ours(self, phrases: Sequence[Phrase], attribution: Attribution) -> tuple[Phrase, ...]:
        """The phrases with "قواتنا" led to who speaks there."""
        return tuple(self._ours(p, attribution) for p in phrases)

    def _resolved(self, phrase: Phrase, earlier: Sequence[Phrase], before: Sequence[Phrase]) -> Phrase:
        if phrase.kind is PhraseKind.METHOD and phrase.organization is None:
            owner = self._owner(earlier, before) if self._pronoun(phrase) else self._owning(phrase)
            return replace(phrase, organization=owner)
        if phrase.kind not in _OWNED or phrase.mention.iri is not None:
            return phrase
        if phrase.kind is PhraseKind.ORGANIZATION and phrase.head in self._known_as:
            return replace(phrase, organization=self._known_as[phrase.head])
        pronoun = self._pronoun(phrase)
        if pronoun and pronoun != "نا":
            owner = self._owner(earlier, before)
            return replace(phrase, organization=owner) if owner is not None else phrase
        if phrase.kind is PhraseKind.ORGANIZATION and phrase.definite and self._alone(phrase):
            named = self._called(phrase)
            return replace(phrase, organization=named) if named is not None else phrase
        return phrase

    def _owning(self, means: Phrase) -> Mention | None:
        """The side that an aircraft's genitive names: "طائرات التحالف", "مروحيات الجيش"."""
        for i in range(means.first + 1, means.last):
            if self.text.words[i].definite and self.text.words[i].noun("OrganizationHead") is not None:
                start, end = self.text.span(i, means.last)
                return Mention(self.text.string(i, means.last), Span(start, end), "Organization")
        return None

    def _alone(self, phrase: Phrase) -> bool:
        """Whether an organization is called by its noun alone, or with a demonstrative ("هذه القوات")."""
        pointed = self.text.words[phrase.first].bare in particles.DEMONSTRATIVES
        return phrase.last - phrase.first == 1 + pointed

    def _pronoun(self, phrase: Phrase) -> str:
        word = self.text.words[phrase.head]
        uses = ("OrganizationHead", "Human", "Method")
        return next((a.pronoun for a in word.readings if a.entry.use in uses and a.pronoun), "")

    def _owner(self, earlier: Sequence[Phrase], before: Sequence[Phrase]) -> Mention | None:
        sides = [p for p in earlier if p.kind is PhraseKind.ORGANIZATION and p.mention.kind not in _GENERAL]
        sides = (
            sides or [p for p in earlier if p.kind in (PhraseKind.PERSON, PhraseKind.GROUP)] or list(before)
        )
        return sides[-1].represented.actor if sides else None

    def _called(self, phrase: Phrase) -> Mention | None:
        lemma = self._head(phrase)
        return next((m for head, m in reversed(self.named) if head == lemma), None)

    def _head(self, phrase: Phrase) -> str:
        reading = self.text.words[phrase.head].noun("OrganizationHead")
        return reading.entry.lemma if reading is not None else ""

    def _remember(self, phrase: Phrase) -> None:
        if phrase.kind is PhraseKind.PERSON and phrase.mention.post is not None:
            self._remember_owner(phrase)
        lemma = self._head(phrase)
        longer = phrase.last - phrase.first > 1
        demonstrative = self.text.words[phrase.first].bare in particles.DEMONSTRATIVES
        if (
            phrase.kind is PhraseKind.ORGANIZATION
            and lemma
            and longer
            and not demonstrative
            and not self._pronoun(phrase)
        ):
            self.named.append((lemma, phrase.mention))

    def _remember_owner(self, person: Phrase) -> None:
        """The organizations that a person's post names ("المتحدث باسم قوات سوريا الديمقراطية")."""
        for i in range(person.first, person.last):
            reading = self.text.words[i].noun("OrganizationHead")
            known = self.names.known(i, person.last) if reading is not None else None
            if reading is not None and known is not None and known.actors and known.last > i + 1:
                start, end = self.text.span(i, known.last)
                actor = known.actors[0]
                mention = Mention(self.text.string(i, known.last), Span(start, end), actor.kind, actor.iri)
                self.named.append((reading.entry.lemma, mention))

    def _ours(self, phrase: Phrase, attribution: Attribution) -> Phrase:
        if phrase.kind not in _OWNED or self._pronoun(phrase) != "نا":
            return phrase
        speaker = attribution.speakers.get(phrase.first)
        return replace(phrase, organization=speaker.source) if speaker is not None else phrase
