"""Places that the article gives a happening although its mentions do not: from anaphors, frames and neighbours.

"القريتين" stands for the places named before, "وفي تعز" frames the sentences that follow, what one sentence tells
together happened in one place, and what names no place happened where what was told just before it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from waqia.arabic import particles
from waqia.knowledge import Knowledge

from . import during, story
from .clauses import ClauseKind
from .events import Happening
from .mentions import EventMention
from .phrases import Phrase
from .reading import ArticleReading
from .sentences import SentenceReading
from .templates import PlaceRelation
from .trace import Rule, by

Located = tuple[PlaceRelation, Phrase]
_NOWHERE = frozenset(
    {"Threat", "Appeal", "Defection", "Agreement", "ArmsTransfer"}
)  # said, not done in a place
# Held where those who act are at home, not where what was told before happened.
_SEAT_UNTOLD = frozenset({"Talks", "Trial", "Offensive", "Protest", "ArrestWarrant"})
_FAR = 20  # sentences
_TOWNS = ("City", "Town", "Governorate", "Village", "District")
_TO_PLACES = frozenset({"enter", "advance", "leave", "take", "expel", "release", "free", "lose"})
_THERE = frozenset("اليها فيها منها عليها عنها".split())
_INTO = ("الي", "داخل", "نحو")
_REACH = 6  # words
_FOLLOWS = frozenset(
    "تلا تلاه تلاها تلي تلته تلتها اعقب اعقبه اعقبها اعقبته اعقبتها تبعه تبعها تبعته تبعتها".split()
)
_LATELY = 2  # sentences
_AT = frozenset({"في", "ب", "قرب", "بالقرب", "علي", "الي", "داخل", "من", "ل", "وسط", "حول", "عند"})
_WIDE = frozenset({"Governorate", "City", "Country", "Region"})


class PlaceFiller:
    """Finds the places of the happenings of one article."""

    def __init__(
        self, reading: ArticleReading, happenings: Sequence[Happening], knowledge: Knowledge
    ) -> None:
        self.reading = reading
        self.happenings = happenings
        self.knowledge = knowledge
        self.told = sorted((m for h in happenings for m in h.mentions), key=lambda m: m.trigger.word)
        self.frames = self._frames()

    def added(self, happening: Happening) -> list[Located]:
        """The places that a happening has from elsewhere in the article."""
        if happening.type in _NOWHERE:
            return []
        told = happening.place_phrases()
        named = [p for p in told if p.part != "anaphor"]
        main = _main(happening)
        frame = self.frames.get(main.sentence, ())
        led = [p for m in happening.mentions for p in self._led_to(m)]
        if named:
            framed = _at((p for p in frame if self._contains(p, named)), Rule.FRAMED)
            around = [*_at(led, Rule.LED_TO), *_at(self._around(named), Rule.AROUND), *framed]
            return [*around, *self._told_apart(happening)]
        if led:
            return _at(led, Rule.LED_TO)
        there = self._there(main)
        if there:
            return _at(there, Rule.THERE)
        anaphors = [p for p in told if p.part == "anaphor"]
        if anaphors and (meant := self._meant(anaphors)):
            return [*_at(meant, Rule.MEANT), *_at(frame, Rule.FRAMED)]
        other = during.struck(happening, self.happenings, self.reading)
        if other is not None:
            return by(
                Rule.DURING, ((r, p) for m in other.mentions for r, p in m.places if p.part != "anaphor")
            )
        near = _at(frame, Rule.FRAMED) or self._beside(main)
        if near or happening.type in _SEAT_UNTOLD:
            return near
        return by(Rule.NEIGHBOUR, self._neighbour(happening)) or self._before(main)

    # --- what lies around ----------------------------------------------------------------------------------------

    def _around(self, named: Sequence[Phrase]) -> list[Phrase]:
        """The places that the text names straight after those of a happening as lying around them.

        "قرية س في ريف ص", "قريتي س وص شمالي ع", "معسكر س (جنوب ص)".
        """
        out: list[Phrase] = []
        for s in self.reading.sentences:
            located = [p for p in s.phrases if p.located and p.part != "anaphor"]
            for place, following in pairwise(located):
                if (place in named or place in out) and self._follows(place, following):
                    out.append(following)
        return [p for p in out if p not in named]

    def _follows(self, place: Phrase, following: Phrase) -> bool:
        """Whether a place is the list's next, or lies around the one just before it."""
        gap = self.reading.text.words[place.last : following.first]
        if len(gap) > 2 or any(w.token.is_word and w.bare not in _AT for w in gap):
            return False
        if following.part != "direction" and following.preposition not in ("في", "ب"):
            return False
        return self._contains(following, [place])

    def _led_to(self, m: EventMention) -> list[Phrase]:
        """Where those who act have gone in the clause before: "تسللوا إلى س وفجروا أنفسهم"."""
        clause = m.trigger.clause
        s = self.reading.sentences[m.sentence]
        if m.places or not m.trigger.verb or clause.kind is not ClauseKind.COORDINATE or not clause.number:
            return []
        before = s.clauses[clause.number - 1]
        if any(before.first <= t.word < before.last for t in s.triggers):
            return []
        gone = [p for p in s.phrases if before.first <= p.first < before.last and p.located and not p.part]
        return [p for p in gone if p.preposition in _INTO or (p.conjoined and gone[0].preposition in _INTO)]

    def gone_to(self, m: EventMention) -> list[Phrase]:
        """Where people have gone by "إلى هناك": the places listed last before it."""
        words = self.reading.text.words[m.trigger.word + 1 : m.trigger.clause.last][:_REACH]
        at = next((b.i for a, b in pairwise(words) if a.bare == "الي" and b.bare == "هناك"), None)
        return self._listed_before(at) if at is not None else []

    def _there(self, main: EventMention) -> list[Phrase]:
        """What "هناك" or "إليها" in the clause of a mention points to: the place named last."""
        words = self.reading.text.words[main.trigger.word + 1 : main.trigger.clause.last][:_REACH]
        at = next((w.i for w in words if w.bare == "هناك"), None)
        if at is None and main.trigger.frame in _TO_PLACES:
            at = next((w.i for w in words if w.token.core in _THERE), None)
        return self._listed_before(at)[-1:] if at is not None else []

    # --- frames ------------------------------------------------------------------------------------------------------

    def _frames(self) -> dict[int, tuple[Phrase, ...]]:
        """For each sentence, the places that open it, or one before it in the paragraph: "وفي محافظة درعا ..."."""
        frames: dict[int, tuple[Phrase, ...]] = {}
        current: tuple[Phrase, ...] = ()
        paragraph = -1
        for s in self.reading.sentences:
            if s.sentence.paragraph != paragraph:
                current, paragraph = (), s.sentence.paragraph
            current = self._opening(s) or current
            frames[s.sentence.number] = current
        return frames

    def _opening(self, s: SentenceReading) -> tuple[Phrase, ...]:
        located = [p for p in s.phrases if p.located and p.part != "anaphor"]
        if (
            not located
            or located[0].first > s.sentence.first + 3
            or located[0].preposition not in ("في", "ب")
        ):
            return ()
        out = [located[0]]
        for p in located[1:]:
            between = self.reading.text.words[out[-1].last : p.first]
            if p.first - out[-1].last > 2 or any(w.verb for w in between):
                break
            out.append(p)
        return tuple(out)

    def _contains(self, outer: Phrase, inner: Sequence[Phrase]) -> bool:
        around = outer.mention.iri
        known = [p.mention.iri for p in inner if p.mention.iri]
        if around is None or not known:
            return outer.mention.kind in _WIDE
        return any(self.knowledge.contains(i, around) for i in known) or len(known) < len(inner)

    # --- anaphors ----------------------------------------------------------------------------------------------------

    def _meant(self, anaphors: Sequence[Phrase]) -> list[Phrase]:
        """What nouns without a name stand for: the country meant by "البلاد", the places listed before "القريتين"."""
        if all(p.plural for p in anaphors):
            return self._listed_before(min(p.first for p in anaphors))
        return [p for p in anaphors if p.mention.iri is not None]

    def _listed_before(self, word: int) -> list[Phrase]:
        """The last places named before a word, with those listed beside them."""
        located = [p for s in self.reading.sentences for p in s.phrases if p.located and p.part != "anaphor"]
        before = [p for p in located if p.last <= word]
        out = before[-1:]
        for p in reversed(before[:-1]):
            if out[-1].first - p.last > 3 or out[-1].first - p.first >= 10:
                break
            out.append(p)
        return list(reversed(out))

    # --- neighbours --------------------------------------------------------------------------------------------------

    def _neighbour(self, happening: Happening) -> list[Located]:
        """The places of the happening that the same sentence tells with it, or that it is said to have followed."""
        if followed := [p for m in happening.mentions for p in self._followed(m, happening)]:
            return followed
        sentences = {m.sentence for m in happening.mentions if not m.headline}
        for other in self.happenings:
            beside = [m for m in other.mentions if m.sentence in sentences]
            if other is not happening and any(m.places for m in beside):
                return [(r, p) for m in beside for r, p in m.places if p.part != "anaphor"]
        return []

    def _followed(self, mention: EventMention, happening: Happening) -> list[Located]:
        """Where that was which a mention says to have come before: "... ثم تلا ذلك اشتباك"."""
        words, at = self.reading.text.words, mention.trigger.word
        near = words[max(at - 2, 0) : at]
        direct = bool(near) and (near[-1].bare in _FOLLOWS or near[-1].bare in particles.DEMONSTRATIVES)
        if not direct or not any(w.bare in _FOLLOWS for w in near):
            return []
        before = [m for m in self._sentence(mention).mentions if m.trigger.word < at]
        acts = [h for h in self.happenings if h is not happening and before and before[-1] in h.mentions]
        told = [[(r, p) for r, p in m.places if p.part != "anaphor"] for h in acts for m in h.mentions]
        return next(filter(None, told), [])

    def _told_apart(self, happening: Happening) -> list[Located]:
        """The places of sentences that tell of a happening alone and of none that its mention took."""
        out: list[Located] = []
        for m in happening.mentions:
            if not (m.headline or m.places) and self._alone(m, happening):
                out += self._beside(m)
        return out

    def _alone(self, mention: EventMention, happening: Happening) -> bool:
        beside = (m for m in self._sentence(mention).mentions if m in self.told)
        return all(m in happening.mentions for m in beside)

    def _beside(self, main: EventMention) -> list[Located]:
        """The places of the sentence that no mention took for its own."""
        sentence = self._sentence(main)
        taken = {p.first for m in sentence.mentions for _, p in m.places}
        clause = main.trigger.clause
        free = [p for p in sentence.phrases if p.located and p.part != "anaphor" and p.first not in taken]
        free = [
            p for p, before in zip(free, [None, *free], strict=False) if _at_rest(p) or _listed(p, before)
        ]
        return _at([p for p in free if clause.first <= p.first < clause.last] or free, Rule.BESIDE)

    def _before(self, main: EventMention) -> list[Located]:
        """Where what is told last before it, not far off, happened: the town rather than its quarter or country."""
        paragraph = self._paragraph(main)
        if main.aggregate:
            return []
        start = story.start(self.reading.text, self.reading.sentences, main.sentence, _FAR)
        for m in reversed(self.told):
            far = self._paragraph(m) != paragraph and main.sentence - m.sentence > _LATELY
            if not start <= m.trigger.word < main.trigger.word or far:
                continue
            towns = [p for _, p in m.places if p.part != "anaphor" and p.mention.kind in _TOWNS]
            if towns:
                return _at([min(towns, key=lambda p: _TOWNS.index(p.mention.kind))], Rule.STORY_PLACE)
        return []

    def _paragraph(self, mention: EventMention) -> int:
        return self._sentence(mention).sentence.paragraph

    def _sentence(self, mention: EventMention) -> SentenceReading:
        return next(s for s in self.reading.sentences if s.sentence.number == mention.sentence)


def _at_rest(place: Phrase) -> bool:
    """Whether something may be there: "في س", "شمالي ص"."""
    return place.preposition in _AT or place.part == "direction"


def _listed(place: Phrase, before: Phrase | None) -> bool:
    """Whether a place is one with that before it: "في س وص"."""
    return place.conjoined and before is not None and _at_rest(before) and place.first - before.last <= 1


def _at(phrases: Iterable[Phrase], rule: Rule) -> list[Located]:
    return by(rule, ((PlaceRelation.OCCURRED_AT, p) for p in phrases))


def _main(happening: Happening) -> EventMention:
    return next((m for m in happening.mentions if not m.headline), happening.mentions[0])
