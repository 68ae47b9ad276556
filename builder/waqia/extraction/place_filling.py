"""Places that the article gives a happening although its mentions do not: from anaphors, frames and neighbours.

"القريتين" stands for the places named before, "وفي تعز" frames the sentences that follow, and what one sentence tells
together happened in one place.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqia.knowledge import Knowledge

from .events import Happening
from .mentions import EventMention
from .phrases import Phrase
from .reading import ArticleReading
from .sentences import SentenceReading
from .templates import PlaceRelation

Located = tuple[PlaceRelation, Phrase]
_NOWHERE = frozenset(
    {"Threat", "Appeal", "Defection", "Agreement", "ArmsTransfer"}
)  # their places are those of the act meant


class PlaceFiller:
    """Finds the places of the happenings of one article."""

    def __init__(
        self, reading: ArticleReading, happenings: Sequence[Happening], knowledge: Knowledge
    ) -> None:
        self.reading = reading
        self.happenings = happenings
        self.knowledge = knowledge
        self.frames = self._frames()

    def _frames(self) -> dict[int, tuple[Phrase, ...]]:
        """For each sentence, the places that open it ("وفي محافظة درعا ...") or opened one before it in the paragraph."""
        frames: dict[int, tuple[Phrase, ...]] = {}
        current: tuple[Phrase, ...] = ()
        paragraph = -1
        for s in self.reading.sentences:
            if s.sentence.paragraph != paragraph:
                current, paragraph = (), s.sentence.paragraph
            opening = self._opening(s)
            current = opening or current
            frames[s.sentence.number] = current
        return frames

    def _opening(self, s: SentenceReading) -> tuple[Phrase, ...]:
        first = s.sentence.first
        located = [p for p in s.phrases if p.located and p.part != "anaphor"]
        if not located or located[0].first > first + 3 or located[0].preposition not in ("في", "ب"):
            return ()
        out = [located[0]]
        for p in located[1:]:
            if p.first - out[-1].last <= 2 and not any(
                w.verb for w in self.reading.text.words[out[-1].last : p.first]
            ):
                out.append(p)
            else:
                break
        return tuple(out)

    def added(self, happening: Happening) -> list[Located]:
        told = happening.place_phrases()
        named = [p for p in told if p.part != "anaphor"]
        if happening.type in ("Threat", "Appeal", "Defection", "Agreement", "ArmsTransfer"):
            return []
        sentence = _main(happening).sentence
        frame = [(PlaceRelation.OCCURRED_AT, p) for p in self.frames.get(sentence, ())]
        if named:
            return [(r, p) for r, p in frame if self._contains(p, named)]
        if any(p.part == "anaphor" for p in told):
            before = self._located_before(min(p.first for p in told if p.part == "anaphor"))
            if before:
                return [*((PlaceRelation.OCCURRED_AT, p) for p in before), *frame]
        return frame or self._neighbour(happening)

    def _contains(self, outer: Phrase, inner: Sequence[Phrase]) -> bool:
        o = outer.mention.iri
        known = [p.mention.iri for p in inner if p.mention.iri]
        if o is None or not known:
            return outer.mention.kind in ("Governorate", "City", "Country", "Region")
        return any(self.knowledge.contains(i, o) for i in known) or len(known) < len(inner)

    def _located_before(self, word: int) -> list[Phrase]:
        """The last places named before a word, with those listed beside them."""
        phrases = [
            p
            for s in self.reading.sentences
            for p in s.phrases
            if p.located and p.part != "anaphor" and p.last <= word
        ]
        if not phrases:
            return []
        out = [phrases[-1]]
        for p in reversed(phrases[:-1]):
            if out[-1].first - p.last <= 3 and out[-1].first - p.first < 10:
                out.append(p)
            else:
                break
        return list(reversed(out))

    def _neighbour(self, happening: Happening) -> list[Located]:
        """The places of the happening that the same sentence tells with it."""
        sentences = {m.sentence for m in happening.mentions if not m.headline}
        for other in self.happenings:
            if other is happening:
                continue
            if any(m.sentence in sentences for m in other.mentions if m.places):
                return [
                    (r, p)
                    for m in other.mentions
                    if m.sentence in sentences
                    for r, p in m.places
                    if p.part != "anaphor"
                ]
        return []


def _main(happening: Happening) -> EventMention:
    return next((m for m in happening.mentions if not m.headline), happening.mentions[0])
