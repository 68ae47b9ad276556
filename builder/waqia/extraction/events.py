"""Which units tell of one happening: clustering within the article.

A unit joins the happening told before that it fits best, unless type, place, day, agent or figures speak against it.
A definite noun ("الهجوم") looks for its antecedent, an indefinite one tells something new unless place and type agree;
"آخر", "مماثل" always tell something new. The headline is matched by what the lead tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge
from waqia.knowledge.event_types import FAMILIES

from .causes import TollLinker
from .clauses import ClauseKind
from .likeness import actor_score, days_apart, place_score, same_place
from .mentions import EventMention
from .phrases import Phrase
from .reading import ArticleReading
from .templates import Role
from .tolls import Toll
from .trace import Join
from .units import GENERIC, Unit, units

_SYMMETRIC = ("ArmedClash", "Talks", "Agreement")
_ANY_OPERATION = "عمليه"
_SHELLED = "قصف"
_TRUCE = "هدنه"
_NEW = frozenset(
    "اخر اخري مماثل مماثله ثان ثانيه ثالث ثالثه رابعه جديد جديده منفصل منفصله متفرقه سابقه سابق".split()
)
# Types that reporters take for one another.
_ALIKE = (frozenset({"Shooting", "Ambush", "Attack"}), frozenset({"Bombing", "SuicideBombing", "CarBombing"}))

# What speaks for a unit telling of a happening told before, in points; found by `python -m benchmarks.weights`.
WEIGHTS = {
    "threshold": 2.4,
    "threshold_headline": -2.05,
    "same_type": 1.5,
    "same_place": 1.5,
    "containing_place": -1.5,
    "same_agent": 0.25,
    "other_agent": 1.5,
    "same_object": 0.75,
    "same_figures": 4.0,
    "other_figures": -1.5,
    "other_extent": 0.5,
    "adds_place": -2.5,
    "definite": 2.0,
    "without_place": 2.25,
    "without_place_agentless": 1.5,
    "largest_definite": -0.5,
    "same_day": 0.75,
    "headline": -0.5,
    "same_sentence": -2.5,
    "generic": 2.0,
    "killing": 2.0,
    "same_word": 1.0,
    "latest": -0.25,
    "fell_in_it": 1.2,
    "retold": 2.5,
    "distance": 0.2,  # a sentence
}
_FARTHEST = 10  # sentences
_LATELY = 2  # sentences


@dataclass(frozen=True)
class Happening:
    """Units put together."""

    units: tuple[Unit, ...]
    joins: tuple[Join, ...] = ()

    @property
    def mentions(self) -> list[EventMention]:
        """All mentions, in the order of the text."""
        return sorted((m for u in self.units for m in u.mentions), key=lambda m: m.trigger.word)

    @property
    def tolls(self) -> list[Toll]:
        """All tolls, in the order of the text."""
        return sorted((t for u in self.units for t in u.tolls), key=lambda t: t.word)

    @property
    def realized(self) -> str:
        """Asserted, denied or planned."""
        return self.units[0].realized

    @cached_property
    def type(self) -> str:
        """The type of the happening: that of the body's mentions, the most specific told most often."""
        types = [u.type for u in self.units if not u.main.headline] or [u.type for u in self.units]
        specific = [t for t in types if t not in GENERIC]
        for decisive, among in (
            ("Assassination", [u.type for u in self.units]),
            ("SuicideBombing", specific),
        ):
            if decisive in among:
                return decisive
        if "Attack" in types and set(specific) == {"ArmedClash"}:
            specific = []  # an attack with the fighting inside it is one event (guidelines)
        candidates = specific or types
        return max(candidates, key=lambda t: (candidates.count(t), -candidates.index(t)))

    def place_phrases(self) -> list[Phrase]:
        """The places that the units give."""
        return [p for u in self.units for p in u.place_phrases()]


class Clusterer:
    """Puts the mentions of one article together."""

    def __init__(
        self, reading: ArticleReading, knowledge: Knowledge, weights: Mapping[str, float] = WEIGHTS
    ) -> None:
        self.weights = weights
        self.reading = reading
        self.text = reading.text
        self.knowledge = knowledge
        self.happenings: list[Happening] = []
        self.tolls = TollLinker()

    def run(self) -> list[Happening]:
        """The happenings of the article in the order in which they are first told."""
        for sentence in self.reading.sentences:
            for unit in units(self.text, sentence, self.knowledge, self.tolls):
                self._place(unit)
        return self.happenings

    def _place(self, unit: Unit) -> None:
        """Add the unit to the happening that it fits best, the latest of equals, or to a new one."""
        scores = ((self._score(unit, h), n) for n, h in enumerate(self.happenings))
        fitting = ((score, n) for score, n in scores if score is not None)
        score, at = max(fitting, default=(None, len(self.happenings) - 1))
        join = self._join(unit, at, score)
        if join.joined:
            told = self.happenings[at]
            if (act := self._act_of(unit, told)) is not None:
                self.happenings.remove(act)
                at = self.happenings.index(told)
                told = _together(told, act)
            self.happenings[at] = Happening((*told.units, unit), (*told.joins, join))
        elif not self._only_points(unit):
            self.happenings.append(Happening((unit,), (join,)))

    def _act_of(self, unit: Unit, deaths: Happening) -> Happening | None:
        """The act told lately in which, as the unit says by its noun, those died whose deaths were told before.

        "قتلت القوات ثمانية. وقالت إنها اشتبكت مع مسلحين. ونتيجة للاشتباك قتل ثمانية": the three are one.
        """
        if not self._definite(unit) or any(u.type != "Killing" for u in deaths.units):
            return None
        near = (h for h in self.happenings if h is not deaths and 0 <= _distance(unit, h) <= _LATELY)
        acts = [h for h in near if h.type == unit.type and not self._different(unit, h)]
        return acts[-1] if acts and self._place_score(unit, acts[-1]) >= 0 else None

    def _join(self, unit: Unit, at: int, score: float | None) -> Join:
        """The unit against the happening that it fits best, with what speaks for it; the last one where none fits."""
        if score is None:
            return Join(unit.main.trigger.word, at, None, self.weights["threshold"])
        happening = self.happenings[at]
        place = self._place_score(unit, happening)
        holds = self._evidence(unit, happening, place)
        evidence = [(name, self.weights[name]) for name, held in holds.items() if held]
        if distance := _distance(unit, happening):
            evidence.append(("distance", self.weights["distance"] * min(distance, _FARTHEST)))
        return Join(unit.main.trigger.word, at, score, self._threshold(happening), tuple(evidence))

    def _score(self, unit: Unit, happening: Happening) -> float | None:
        """How well the unit fits the happening; None where something speaks against it."""
        announced = all(u.main.headline for u in happening.units) and self._akin(unit, happening)
        if self._different(unit, happening) and not announced:
            return None
        place = self._place_score(unit, happening)
        if not announced and (place < 0 or self._excluded(unit, happening, place)):
            return None
        evidence = self._evidence(unit, happening, place)
        distance = min(_distance(unit, happening), _FARTHEST)
        return (
            sum(self.weights[name] for name, holds in evidence.items() if holds)
            + self.weights["distance"] * distance
        )

    def _threshold(self, happening: Happening) -> float:
        """How well a unit must fit: less where only the headline has told the happening so far."""
        headline = all(u.main.headline for u in happening.units)
        return self.weights["threshold_headline" if headline else "threshold"]

    def _different(self, unit: Unit, happening: Happening) -> bool:
        """Whether they cannot be one, whatever else agrees."""
        fit = unit.realized == happening.realized and self._types_fit(unit, happening.type)
        if _long_since(unit.main) != _long_since(happening.units[0].main):
            return True
        remote = any(m.remote for m in unit.mentions) is not any(m.remote for m in happening.mentions)
        return not fit or self._is_new(unit) or remote

    def _akin(self, unit: Unit, happening: Happening) -> bool:
        """Whether both are of one family: a headline announces what follows in other words and with less care."""
        is_a = self.knowledge.is_a
        one_family = any(is_a(unit.type, f) and is_a(happening.type, f) for f in FAMILIES)
        return unit.realized == happening.realized and one_family

    def _excluded(self, unit: Unit, happening: Happening, place: int) -> bool:
        """Whether their sides or days speak against one happening."""
        others = _side_score(unit, happening, Role.AGENT) < 0 and unit.main.type not in _SYMMETRIC
        return (others and place < 2) or days_apart(self._days(unit.mentions), self._days(happening.mentions))

    def _evidence(self, unit: Unit, happening: Happening, place: int) -> dict[str, bool]:
        """What there is of that which the weights weigh."""
        agents, objects = (_side_score(unit, happening, role) for role in (Role.AGENT, Role.OBJECT))
        distance = _distance(unit, happening)
        definite, placed = self._definite(unit), bool(unit.place_phrases())
        largest = max(len(h.units) for h in self.happenings)
        sides = _side(unit.mentions, Role.AGENT) or _side(unit.mentions, Role.OBJECT)
        return {
            "same_type": unit.type == happening.type,
            "same_place": place == 2,
            "containing_place": place == 1,
            "same_agent": agents > 0,
            "other_agent": agents < 0 and unit.main.type not in _SYMMETRIC,
            "same_object": objects > 0,
            "same_figures": bool(_numbers(unit.tolls) & _numbers(happening.tolls)),
            "other_figures": self._other_figures(unit, happening),
            "other_extent": _total(unit.mentions) != _total(happening.mentions),
            "adds_place": placed and not happening.place_phrases(),
            "definite": definite,
            "without_place": not placed and not definite,
            "without_place_agentless": not placed and not definite and not sides,
            "largest_definite": definite and len(happening.units) == largest,
            "same_day": bool(self._days(unit.mentions) & self._days(happening.mentions)),
            "headline": any(m.headline for m in happening.mentions),
            "same_sentence": distance == 0 and not definite and not (place == 2 and objects > 0),
            "generic": unit.type in GENERIC,
            "killing": unit.type == "Killing",
            "same_word": definite and self._same_word(unit, happening),
            "latest": happening is self._latest(),
            "fell_in_it": self._fell_in_it(unit, happening),
            "retold": self._retold(unit, happening),
        }

    # --- type, place, day ------------------------------------------------------------------------------------------

    def _types_fit(self, unit: Unit, other: str) -> bool:
        """Whether a unit's type may be another name of a happening's type."""
        k, mine, main = self.knowledge, unit.type, unit.main
        pair = {mine, other}
        if k.is_a(mine, other) or k.is_a(other, mine) or any(pair <= alike for alike in _ALIKE):
            return True
        if mine == "Killing" and other == "Offensive":
            return not unit.place_phrases()  # who fell in an operation
        violent = k.is_a(mine, "Violence") and k.is_a(other, "Violence")
        if violent and pair & GENERIC:
            return "Destruction" not in pair
        lemma = main.trigger.entry.lemma
        if lemma == _ANY_OPERATION and not main.trigger.verb and self.text.words[main.trigger.word].definite:
            return k.is_a(other, "Violence") or other in ("Raid", "Offensive")
        if violent and "Assassination" in pair:
            return "ArmedClash" not in pair
        return pair == {"Airstrike", "Shelling"} and lemma == _SHELLED

    def _place_score(self, unit: Unit, happening: Happening) -> int:
        """How the places agree; where both tell takings of several towns, those towns alone decide."""
        towns = [u.places[0] for u in happening.units if u.places]
        if unit.places and towns:
            return 2 if any(same_place(unit.places[0], town) for town in towns) else -1
        return place_score(unit.place_phrases(), happening.place_phrases(), self.knowledge)

    def _days(self, mentions: Iterable[EventMention]) -> set[str]:
        """The best date of each mention."""
        dates = (next((v for n in m.times if (v := self.reading.resolved[n])), None) for m in mentions)
        return {date for date in dates if date}

    # --- the noun --------------------------------------------------------------------------------------------------

    def _definite(self, unit: Unit) -> bool:
        trigger = unit.main.trigger
        return not trigger.verb and (self.text.words[trigger.word].definite or bool(trigger.analysis.pronoun))

    def _same_word(self, unit: Unit, happening: Happening) -> bool:
        """Whether the happening was told by the very noun: "هجوم ... الهجوم"."""
        told = unit.main.trigger.entry.lemma
        return any(m.trigger.entry.lemma == told for m in happening.mentions)

    def _fell_in_it(self, unit: Unit, happening: Happening) -> bool:
        """Whether deaths of which no place is told come right after an act: "... عملية في س. وقتل العشرات"."""
        near = happening is self._latest() and _distance(unit, happening) <= 1
        return near and unit.type == "Killing" and not unit.place_phrases()

    def _retold(self, unit: Unit, happening: Happening) -> bool:
        """Whether the source of an indefinite noun tells it again right after, with its adjective: "حملة أمنية"."""
        told, again = happening.units[-1].main, unit.main
        if again.trigger.verb or told.trigger.verb or _distance(unit, happening) != 1:
            return False
        alike = again.trigger.entry is told.trigger.entry and self._adjective(told) == self._adjective(again)
        if not (alike and self._adjective(told) and told.speaker and again.speaker):
            return False
        return fold(told.speaker.source.text) == fold(again.speaker.source.text)

    def _adjective(self, m: EventMention) -> str:
        """The adjective right after an indefinite noun; "" where there is none."""
        words = self.text.words[m.trigger.word : m.trigger.word + 2]
        return words[-1].bare if words[-1].adjectival and not words[0].definite else ""

    def _latest(self) -> Happening:
        """The happening that was told last."""
        return max(self.happenings, key=lambda h: h.units[-1].main.trigger.word)

    def _only_points(self, unit: Unit) -> bool:
        """Whether a unit says nothing of its own and so can only take up what is told elsewhere: "بعد الهجوم"."""
        if not self._definite(unit):
            return False
        if self._beside_others(unit):
            return True
        placed = any(m.places or m.times or m.trigger.relative for m in unit.mentions)
        if unit.main.trigger.entry.lemma == _TRUCE and unit.realized != "asserted":
            return not placed  # "قطع الهدنة مع س", "لم يعد للهدنة معنى": what becomes of the one there is
        violent = any(self.knowledge.is_a(unit.type, kind) for kind in ("Violence", "Offensive"))
        if unit.realized == "denied" or (unit.realized == "planned" and not violent):
            return False
        return not (placed or unit.tolls or any(m.participants for m in unit.mentions))

    def _beside_others(self, unit: Unit) -> bool:
        """Whether a visit only says who was there when somebody spoke: "قال س لصحفيين رافقوه خلال زيارته"."""
        trigger = unit.main.trigger
        verb = trigger.clause.predicate
        if trigger.frame != "visit" or not trigger.analysis.pronoun or verb is None or verb > trigger.word:
            return False
        taken_up = any(a.pronoun for a in self.text.words[verb].readings if a.form.finite)
        return taken_up and self.text.words[verb].use("Saying", "Trigger") is None

    def _is_new(self, unit: Unit) -> bool:
        """Whether it is said to be another one: "هجوم آخر", "كانوا متورطين في قتل شرطيين"."""
        trigger, words = unit.main.trigger, self.text.words
        if trigger.verb or words[trigger.word].definite:
            return False
        if any(w.bare in _NEW for w in words[trigger.word + 1 : trigger.word + 3]):
            return True
        before = words[max(trigger.word - 2, 0) : trigger.word]
        return len(before) > 1 and before[1].bare == "في" and before[0].noun("Involvement") is not None

    # --- figures ---------------------------------------------------------------------------------------------------

    def _other_figures(self, unit: Unit, happening: Happening) -> bool:
        """Whether one source gives both of them exact tolls of one outcome that differ."""
        a, b = self._exact_tolls(unit.tolls), self._exact_tolls(happening.tolls)
        return any(key in b and not numbers & b[key] for key, numbers in a.items())

    def _exact_tolls(self, tolls: Iterable[Toll]) -> dict[tuple[str, str], set[int]]:
        """The exact numbers by outcome and source."""
        out: dict[tuple[str, str], set[int]] = {}
        for toll in tolls:
            for f in toll.figures[:1]:
                if f.minimum == f.maximum:
                    speaker = self.reading.speaker_at(toll.word)
                    out.setdefault((f.outcome, fold(speaker.text) if speaker else ""), set()).add(f.minimum)
        return out


def _together(one: Happening, other: Happening) -> Happening:
    """Two happenings made one, their units in the order of the text."""
    pairs = sorted(
        [*zip(one.units, one.joins, strict=True), *zip(other.units, other.joins, strict=True)],
        key=lambda pair: pair[0].main.trigger.word,
    )
    return Happening(tuple(unit for unit, _ in pairs), tuple(join for _, join in pairs))


def _distance(unit: Unit, happening: Happening) -> int:
    """Sentences since the happening was told last."""
    return unit.main.sentence - happening.units[-1].main.sentence


def _long_since(mention: EventMention) -> bool:
    """Whether a mention only tells since when something goes on: "منذ أن خاضت الحكومة حربين"."""
    return mention.opens_interval and mention.trigger.clause.kind is ClauseKind.TIME


def _side(mentions: Iterable[EventMention], role: Role) -> list[Phrase]:
    return [p for m in mentions for r, p in m.participants if r is role]


def _side_score(unit: Unit, happening: Happening, role: Role) -> int:
    return actor_score(_side(unit.mentions, role), _side(happening.mentions, role))


def _total(mentions: Iterable[EventMention]) -> bool:
    return any(m.aggregate for m in mentions)


def _numbers(tolls: Iterable[Toll]) -> set[tuple[str, int, int | None]]:
    """What their figures say, but for those of one person, which are too common to tell."""
    return {(f.outcome, f.minimum, f.maximum) for t in tolls for f in t.figures if f.minimum > 1}
