"""Slots that the article fills although the mention does not: from anaphors, neighbours and the lead.

"القريتين" stands for the places named before, "وفي تعز" frames the sentences that follow, the sides of a clash are also
those whose men fell in it, and what is arrested or seized is the object of the act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from waqia.arabic import particles
from waqia.knowledge import Knowledge

from . import during, story
from .clauses import ClauseKind
from .events import Happening
from .mentions import EventMention
from .participants import ParticipantFiller
from .phrases import Phrase
from .place_filling import PlaceFiller
from .reading import ArticleReading
from .templates import PlaceRelation, Role, Stance
from .trace import Rule, by
from .words import Sentence

_EARLIER = frozenset("كان كانت كانوا سبق سابق سابقا سابقه ماضي ماضيه منذ قبل".split())
_ANSWERS = frozenset({"رد", "ردا", "انتقاما", "ثارا"})
_SAID = frozenset({"Threat", "Appeal"})
_PERIODS = frozenset("فتره مده اثناء سنوات اعوام".split())
_STORY = 2  # sentences
_NEWS = 20  # days
_UMBRELLA = frozenset("سلسله متفرقه موجه حوادث هجمات تفجيرات متزامنه".split())


@dataclass(frozen=True)
class Filled:
    """What is added to a happening: places, participants, a day; where its mentions say that people have `gone`."""

    places: tuple[tuple[PlaceRelation, Phrase], ...] = ()
    gone: tuple[tuple[EventMention, Phrase], ...] = ()
    participants: tuple[tuple[Role, Phrase], ...] = ()
    time: int | None = None
    time_rule: str = ""

    def to(self, mentions: Sequence[EventMention], *, main: EventMention) -> Filled:
        """What of it is added to the claim that the mentions make: most goes to that of the main one."""
        mine = self if main in mentions else Filled()
        gone = by(Rule.THERE, ((PlaceRelation.DESTINATION, p) for m, p in self.gone if m in mentions))
        return replace(mine, places=(*mine.places, *gone))


class Filler:
    """Fills the happenings of one article."""

    def __init__(
        self, reading: ArticleReading, happenings: Sequence[Happening], knowledge: Knowledge
    ) -> None:
        self.reading = reading
        self.happenings = happenings
        self.knowledge = knowledge
        self.places = PlaceFiller(reading, happenings, knowledge)
        self.people = ParticipantFiller(reading, happenings, knowledge)

    def fill(self, happening: Happening) -> Filled:
        """What the article adds to a happening."""
        places = self.places.added(happening)
        if happening.type == "Offensive" and not happening.place_phrases():
            aimed_at = [(PlaceRelation.OCCURRED_AT, p) for p in self.people.aimed_at(happening)[0]]
            places = by(Rule.AIMED_AT, aimed_at) or places
        gone = tuple((m, p) for m in happening.mentions for p in self.places.gone_to(m))
        return Filled(tuple(places), gone, tuple(self.people.added(happening)), *self._time(happening))

    def _main(self, happening: Happening) -> EventMention:
        return next((m for m in happening.mentions if not m.headline), happening.mentions[0])

    # --- time -------------------------------------------------------------------------------------------------------

    def _time(self, happening: Happening) -> tuple[int | None, str]:
        """The day that what is told around an undated happening has, and by which rule.

        It is that of the story so far, or of a lead that tells several at once ("سلسلة هجمات", "حوادث متفرقة").
        """
        main = self._main(happening)
        if any(m.times for m in happening.mentions) or main.aggregate or self._looks_back(main):
            return None, ""
        for found, rule in ((during.operation_of, Rule.OPERATION_TIME), (during.struck, Rule.DURING_TIME)):
            other = found(happening, self.happenings, self.reading)
            day = next((n for m in other.mentions for n in m.times), None) if other is not None else None
            if day is not None:
                return day, rule
        lead = next((s for s in self.reading.sentences if not s.sentence.headline), None)
        violent = main.stance is Stance.ASSERTS and self.knowledge.is_a(happening.type, "Violence")
        if lead is not None and violent and self._tells_several(lead.sentence):
            first, last = lead.sentence.first, lead.sentence.last
            days = (
                n for n, t in enumerate(self.reading.times) if first <= t.first < last and self._is_day(n)
            )
            return next(days, None), Rule.LEAD_TIME
        return self._day_before(main), Rule.STORY_TIME

    def _tells_several(self, lead: Sentence) -> bool:
        return any(w.bare in _UMBRELLA for w in self.reading.text.words[lead.first : lead.last])

    def _day_before(self, main: EventMention) -> int | None:
        """The day last given to what is told in the sentences before: a story goes on where no other time is said."""
        if main.stance is not Stance.ASSERTS or main.type in _SAID:
            return None
        start = story.start(self.reading.text, self.reading.sentences, main.sentence, _STORY)
        before = [
            n for n, t in enumerate(self.reading.times) if start <= t.first < main.trigger.word and not t.edge
        ]
        same = self._that_period(main)
        days = [n for n in before if same or self._is_news(n)]
        return days[-1] if days else None

    def _is_news(self, time: int) -> bool:
        """Whether a time is a day not long before the article."""
        day, published = self.reading.resolved[time], self.reading.article.published
        if day is None or published is None or not self._is_day(time):
            return False
        return (published - date.fromisoformat(day)).days <= _NEWS

    def _that_period(self, main: EventMention) -> bool:
        """As in "خلال تلك الفترة": when what was told just before happened, be it a day or years."""
        sentence = self.reading.sentences[main.sentence].sentence
        words = self.reading.text.words[sentence.first : sentence.last]
        return any(
            a.bare in particles.DEMONSTRATIVES | {"نفس"} and b.bare in _PERIODS for a, b in pairwise(words)
        )

    def _looks_back(self, main: EventMention) -> bool:
        """Told aside from the story: "وكان التنظيم قد سيطر", "التي هجروها", "تدور اشتباكات"."""
        trigger, words = main.trigger, self.reading.text.words
        if trigger.clause.kind is ClauseKind.RELATIVE or trigger.analysis.form.kind == "participle":
            return True
        if any(w.bare in _ANSWERS for w in words[max(trigger.word - 2, 0) : trigger.word]):
            return True  # "ردا على هجوم"
        carrier = words[trigger.word if trigger.carrier is None else trigger.carrier]
        finite = [a.form.kind for a in carrier.readings if a.form.finite]
        lasting = carrier.verb and bool(finite) and set(finite) == {"present"}
        return lasting or any(w.bare in _EARLIER for w in words[trigger.clause.first : trigger.word])

    def _is_day(self, time: int) -> bool:
        return len(self.reading.resolved[time] or "") == len("2015-08-09")
