"""Which mentions tell of one happening: clustering within the article.

Mentions that the syntax ties together (a verb and the noun that is its subject, a toll and what caused it) form units;
a unit joins the happening told before that it fits best, unless type, place, day, agent or figures speak against it.
A definite noun ("الهجوم") looks for its antecedent, an indefinite one tells something new unless place and type agree;
"آخر", "مماثل" always tell something new. The headline is matched by what the lead tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..arabic.folding import fold
from ..knowledge import Knowledge
from .causes import Causes, TollLinker
from .mentions import EventMention
from .phrases import Phrase, PhraseKind
from .reading import ArticleReading
from .sentences import SentenceReading
from .templates import Role, Stance
from .tolls import Toll
from .words import Text

_GENERIC = ("Killing", "Attack", "Destruction")
_BROAD = frozenset({"Country", "Governorate", "Region"})
_NEW = frozenset(
    "اخر اخري مماثل مماثله ثان ثانيه ثالث ثالثه رابعه جديد جديده منفصل منفصله متفرقه سابقه سابق".split()
)

# What speaks for a unit telling of a happening told before, in points; found by search over the annotated articles.
WEIGHTS = {
    "threshold": 2.4,
    "threshold_headline": -0.3,
    "same_type": 1.5,
    "same_place": 2.0,
    "containing_place": -0.5,
    "same_agent": 0.5,
    "other_agent": 0.0,
    "same_object": 2.5,
    "same_figures": 2.5,
    "other_figures": -1.5,
    "other_extent": 0.5,
    "adds_place": -0.5,
    "definite": 3.0,
    "definite_without_place": 1.0,
    "without_place": 1.5,
    "without_place_near": 1.0,
    "without_place_agentless": 1.0,
    "largest_definite": 0.5,
    "same_day": 0.5,
    "headline": -0.5,
    "same_sentence": -2.5,
    "generic": 2.5,
    "killing": 2.0,
    "distance": -0.1,
}


@dataclass
class Unit:
    """Mentions of one sentence that tell of one happening, with its tolls."""

    mentions: list[EventMention]
    tolls: list[Toll] = field(default_factory=list)
    places: list[Phrase] | None = None

    @property
    def type(self) -> str:
        """The most specific type of the mentions."""
        ranked = [m.type for m in self.mentions]
        return next(
            (t for t in ranked if t not in _GENERIC),
            min(ranked, key=lambda t: {"Attack": 0, "Destruction": 1, "Killing": 2}.get(t, 0)),
        )

    @property
    def main(self) -> EventMention:
        """The mention that gives the type."""
        return next(m for m in self.mentions if m.type == self.type)

    @property
    def realized(self) -> str:
        """Asserted, denied or planned."""
        s = self.main.stance
        return "asserted" if s is Stance.ASSERTS else "denied" if s is Stance.DENIES else "planned"


@dataclass
class Happening:
    """Units put together."""

    units: list[Unit] = field(default_factory=list)

    @property
    def mentions(self) -> list[EventMention]:
        """All mentions, in the order of the text."""
        return sorted((m for u in self.units for m in u.mentions), key=lambda m: m.trigger.word)

    @property
    def tolls(self) -> list[Toll]:
        """All tolls, in the order of the text."""
        return sorted((t for u in self.units for t in u.tolls), key=lambda t: t.word)

    @property
    def type(self) -> str:
        """The type of the happening: that of the body's mentions, the most specific."""
        types = [u.type for u in self.units if not u.main.headline] or [u.type for u in self.units]
        specific = [t for t in types if t not in _GENERIC]
        if "Attack" in types and types.index("Attack") < len(types) and specific and set(specific) == {"ArmedClash"}:
            specific = []  # an attack with the fighting inside it is one event (guidelines)
        if any(u.type == "Assassination" for u in self.units):
            return "Assassination"
        if "SuicideBombing" in specific:
            return "SuicideBombing"
        return max(
            specific or types, key=lambda t: ((specific or types).count(t), -(specific or types).index(t))
        )

    def place_phrases(self) -> list[Phrase]:
        """The places that the units give."""
        out: list[Phrase] = []
        for u in self.units:
            out += u.places if u.places is not None else [p for m in u.mentions for _, p in m.places]
        return out


class Clusterer:
    """Puts the mentions of one article together."""

    def __init__(self, reading: ArticleReading, knowledge: Knowledge) -> None:
        self.reading = reading
        self.text: Text = reading.text
        self.knowledge = knowledge
        self.happenings: list[Happening] = []
        self.tolls = TollLinker()

    def run(self) -> list[Happening]:
        """The happenings of the article in the order in which they are first told in the body."""
        for sentence in self.reading.sentences:
            for unit in self._units(sentence):
                self._place(unit)
        return self.happenings

    # --- units -------------------------------------------------------------------------------------------------------

    def _units(self, s: SentenceReading) -> list[Unit]:
        units = [Unit([m]) for m in s.mentions]
        causes = Causes(self.text, s, self.knowledge)
        by_word = {m.trigger.word: u for m, u in zip(s.mentions, units, strict=True)}
        for m in s.mentions:
            subject = s.slots[m.trigger.word].subject_trigger
            target = by_word.get(subject) if subject is not None else None
            if target is not None and target is not by_word[m.trigger.word] and self._may_merge(m, target):
                self._merge(by_word, target, by_word[m.trigger.word])
        for first, second in zip(s.mentions, s.mentions[1:], strict=False):
            near = second.trigger.word - first.trigger.word <= 3 and second.trigger.verb == first.trigger.verb
            if (
                near
                and first.type == second.type
                and self.text.words[second.trigger.word].conjunction
                and first.stance is second.stance
            ):
                self._merge(by_word, by_word[first.trigger.word], by_word[second.trigger.word])
        for first, second in zip(s.mentions, s.mentions[1:], strict=False):
            if (
                first.type == second.type == "Talks"
                and first.stance is second.stance
                and self._one_meeting(first, second)
            ):
                self._merge(by_word, by_word[first.trigger.word], by_word[second.trigger.word])
        for first, second in zip(s.mentions, s.mentions[1:], strict=False):
            near = (
                second.trigger.word - first.trigger.word <= 3
                and self.text.words[second.trigger.word].conjunction == "و"
            )
            one_act = {first.type, second.type} <= {"Attack", "Bombing", "SuicideBombing", "CarBombing"}
            if near and one_act and not first.trigger.verb and not second.trigger.verb:
                self._merge(by_word, by_word[first.trigger.word], by_word[second.trigger.word])
        for m in s.mentions:
            if (m.type == "Killing" or (m.type == "Destruction" and not m.trigger.verb)) and len(
                by_word[m.trigger.word].mentions
            ) == 1:
                cause = causes.of_killing(m)
                if cause is not None and by_word[cause.trigger.word] is not by_word[m.trigger.word]:
                    self._merge(by_word, by_word[cause.trigger.word], by_word[m.trigger.word])
        self.tolls.link(causes, by_word)
        unique = list({id(u): u for u in by_word.values()}.values())
        return [v for u in unique for v in self._split(u)]

    def _one_meeting(self, first: EventMention, second: EventMention) -> bool:
        """A visit and the meetings in it ("زار ... حيث التقى"): one side is in both, and no other place is named."""
        a = {_actor_key(p) for _, p in first.participants}
        b = {_actor_key(p) for r, p in second.participants if r is Role.AGENT}
        mine, theirs = [p for _, p in first.places], [p for _, p in second.places]
        return bool(a & b or not b) and self._place_score(mine, theirs) >= 0

    def _may_merge(self, m: EventMention, target: Unit) -> bool:
        if m.stance is not target.main.stance:
            return False
        violent = self.knowledge.is_a(m.type, "Violence") and self.knowledge.is_a(target.type, "Violence")
        return (
            violent
            or (
                m.type in ("Attack", "Destruction", "Shelling")
                and self.knowledge.is_a(target.type, "Violence")
            )
            or target.type in ("Raid", "Offensive")
            and m.type == "Attack"
        )

    def _merge(self, by_word: dict[int, Unit], into: Unit, other: Unit) -> None:
        into.mentions = sorted(into.mentions + other.mentions, key=lambda m: m.trigger.word)
        into.tolls += other.tolls
        for word, unit in by_word.items():
            if unit is other:
                by_word[word] = into

    def _split(self, unit: Unit) -> list[Unit]:
        """A taking of several towns under one verb is one happening a town (guidelines, hard cases)."""
        if unit.type not in ("Capture", "Control"):
            return [unit]
        phrases = [p for m in unit.mentions for _, p in m.places]
        towns: list[Phrase] = []
        for p in phrases:
            if p.part == "anaphor":
                continue
            if not towns or (p.conjoined and not p.preposition):
                towns.append(p)
        if len(towns) < 2:
            return [unit]
        rest = [p for p in phrases if p not in towns]
        return [
            Unit(unit.mentions, unit.tolls if n == 0 else [], [town, *rest]) for n, town in enumerate(towns)
        ]

    # --- happenings ----------------------------------------------------------------------------------------------------

    def _place(self, unit: Unit) -> None:
        scored = [(self._score(unit, h), n) for n, h in enumerate(self.happenings)]
        best = max(scored, key=lambda x: (x[0], x[1]), default=(0.0, 0))
        if best[0] >= self._threshold(best[1]):
            self.happenings[best[1]].units.append(unit)
        else:
            self.happenings.append(Happening([unit]))

    def _threshold(self, at: int) -> float:
        """How well a unit must fit: less where only the headline has told the happening so far."""
        if at < len(self.happenings) and all(u.main.headline for u in self.happenings[at].units):
            return WEIGHTS["threshold_headline"]
        return WEIGHTS["threshold"]

    def _score(self, unit: Unit, happening: Happening) -> float:
        """How well the unit fits the happening; 0 where something speaks against it."""
        main = unit.main
        if unit.realized != happening.units[0].realized or not self._compatible(unit.type, happening.type, main):
            return 0
        mine, theirs = self._unit_places(unit), happening.place_phrases()
        place = self._town_score(unit, happening) or self._place_score(mine, theirs)
        agents = self._shared(
            self._side(unit.mentions, Role.AGENT), self._side(happening.mentions, Role.AGENT)
        )
        objects = self._shared(
            self._side(unit.mentions, Role.OBJECT), self._side(happening.mentions, Role.OBJECT)
        )
        symmetric = main.type in ("ArmedClash", "Talks", "Agreement")
        if (
            place < 0
            or (agents < 0 and not symmetric and place < 2)
            or self._days_conflict(unit, happening)
            or self._is_new(main)
        ):
            return 0
        word = self.text.words[main.trigger.word]
        definite = not main.trigger.verb and (word.definite or bool(main.trigger.analysis.pronoun))
        distance = main.sentence - happening.units[-1].main.sentence
        sides = self._side(unit.mentions, Role.AGENT) or self._side(unit.mentions, Role.OBJECT)
        largest = max(len(h.units) for h in self.happenings)
        same_day = bool(self._days(unit.mentions) & self._days(happening.mentions))
        present = {
            "same_type": unit.type == happening.type,
            "same_place": place == 2,
            "containing_place": place == 1,
            "same_agent": agents > 0,
            "other_agent": agents < 0 and not symmetric,
            "same_object": objects > 0,
            "same_figures": self._same_figures(unit, happening) > 0,
            "other_figures": self._other_figures(unit, happening),
            "other_extent": any(m.aggregate for m in unit.mentions)
            != any(m.aggregate for m in happening.mentions),
            "adds_place": bool(mine) and not theirs,
            "definite": definite,
            "definite_without_place": definite and not mine,
            "without_place": not mine and not definite,
            "without_place_near": not mine and not definite and distance <= 1,
            "without_place_agentless": not mine and not definite and not sides,
            "largest_definite": definite and len(happening.units) == largest,
            "same_day": same_day,
            "headline": any(m.headline for m in happening.mentions),
            "same_sentence": distance == 0 and not definite and not (place == 2 and objects > 0),
            "generic": unit.type in _GENERIC,
            "killing": unit.type == "Killing",
        }
        return sum(WEIGHTS[name] for name, holds in present.items() if holds) - WEIGHTS["distance"] * min(
            distance, 10
        )

    def _town_score(self, unit: Unit, happening: Happening) -> float:
        """Whether the towns agree where both are of takings of several towns; 0 where one is not."""
        towns = [u.places[0] for u in happening.units if u.places]
        if not unit.places or not towns:
            return 0.0
        return 2.0 if any(self._same_place(unit.places[0], town) for town in towns) else -1.0

    def _unit_places(self, unit: Unit) -> list[Phrase]:
        return unit.places if unit.places is not None else [p for m in unit.mentions for _, p in m.places]

    def _compatible(self, a: str, b: str, main: EventMention) -> bool:
        k = self.knowledge
        if a == b or k.is_a(a, b) or k.is_a(b, a):
            return True
        generic = (a in _GENERIC or b in _GENERIC) and k.is_a(a, "Violence") and k.is_a(b, "Violence")
        if generic:
            return "Destruction" not in (a, b) or False
        definite = not main.trigger.verb and self.text.words[main.trigger.word].definite
        if definite and main.trigger.entry.lemma == "عمليه":
            return k.is_a(b, "Violence") or b in ("Raid", "Offensive")
        if "Assassination" in (a, b) and k.is_a(a, "Violence") and k.is_a(b, "Violence"):
            return "ArmedClash" not in (a, b)
        pair = {a, b}
        if pair == {"Airstrike", "Shelling"} and main.trigger.entry.lemma == "قصف":
            return True
        return (
            pair <= {"Shooting", "Ambush", "Attack"}
            or pair <= {"Bombing", "SuicideBombing", "CarBombing"}
            or pair == {"Capture", "Advance"}
            and False
        )

    def _place_score(self, mine: Sequence[Phrase], theirs: Sequence[Phrase]) -> float:
        a = [p for p in mine if p.part != "anaphor"]
        b = [p for p in theirs if p.part != "anaphor"]
        if not a or not b:
            return 0.0
        narrow_a, narrow_b = self._narrow(a), self._narrow(b)
        if any(self._same_place(x, y) for x in narrow_a for y in narrow_b):
            return 2.0
        named = [p for p in a if p.mention.kind == "Governorate"]
        if not (narrow_a and narrow_b) and any(self._same_place(x, y) for x in named for y in b):
            return 2.0
        if any(self._contained(x, y) for x in a for y in b):
            return 1.0
        if narrow_a and narrow_b:
            return -1.0
        return -1.0 if not any(self._same_place(x, y) for x in a for y in b) else 1.0

    def _narrow(self, places: Iterable[Phrase]) -> list[Phrase]:
        return [p for p in places if p.mention.kind not in _BROAD]

    def _same_place(self, x: Phrase, y: Phrase) -> bool:
        if x.mention.iri and y.mention.iri:
            return x.mention.iri == y.mention.iri
        return _key(x.mention.text) == _key(y.mention.text)

    def _contained(self, x: Phrase, y: Phrase) -> bool:
        if not (x.mention.iri and y.mention.iri):
            return _key(x.mention.text) == _key(y.mention.text)
        return self.knowledge.contains(x.mention.iri, y.mention.iri) or self.knowledge.contains(
            y.mention.iri, x.mention.iri
        )

    def _side(self, mentions: Iterable[EventMention], role: Role) -> list[Phrase]:
        return [p for m in mentions for r, p in m.participants if r is role]

    def _shared(self, a: Sequence[Phrase], b: Sequence[Phrase]) -> float:
        """1 where an actor is in both, -1 where both have known ones and none is shared, else 0."""
        if not a or not b:
            return 0.0
        keys_a, keys_b = {_actor_key(p) for p in a}, {_actor_key(p) for p in b}
        if keys_a & keys_b:
            return 1.0
        known_a, known_b = {p.actor.iri for p in a if p.actor.iri}, {p.actor.iri for p in b if p.actor.iri}
        return -1.0 if known_a and known_b and not known_a & known_b else 0.0

    def _days_conflict(self, unit: Unit, happening: Happening) -> bool:
        a, b = self._days(unit.mentions), self._days(happening.mentions)
        return bool(a and b) and not any(_overlap(x, y) for x in a for y in b)

    def _days(self, mentions: Iterable[EventMention]) -> set[str]:
        out: set[str] = set()
        for m in mentions:
            value = next((v for t in m.times if (v := self.reading.resolved[t])), None)
            if value:
                out.add(value)
        return out

    def _is_new(self, main: EventMention) -> bool:
        at = main.trigger.word
        words = self.text.words[at + 1 : at + 3]
        return (
            not main.trigger.verb and any(w.bare in _NEW for w in words) and not self.text.words[at].definite
        )

    def _other_figures(self, unit: Unit, happening: Happening) -> bool:
        """Whether one source gives both of them exact tolls of one outcome that differ."""
        a, b = self._exact_tolls(unit.tolls), self._exact_tolls(happening.tolls)
        return any(key in b and not numbers & b[key] for key, numbers in a.items())

    def _exact_tolls(self, tolls: Iterable[Toll]) -> dict[tuple[str, str], set[int]]:
        out: dict[tuple[str, str], set[int]] = {}
        for toll in tolls:
            for f in toll.figures[:1]:
                if f.minimum == f.maximum:
                    out.setdefault((f.outcome, self._speaker_at(toll.word)), set()).add(f.minimum)
        return out

    def _speaker_at(self, word: int) -> str:
        s = next(s for s in self.reading.sentences if s.sentence.first <= word < s.sentence.last)
        speaker = s.attribution.speakers.get(word)
        return fold(speaker.source.text) if speaker else ""

    def _same_figures(self, unit: Unit, happening: Happening) -> int:
        a = {(f.outcome, f.minimum, f.maximum) for t in unit.tolls for f in t.figures if f.minimum > 1}
        b = {(f.outcome, f.minimum, f.maximum) for t in happening.tolls for f in t.figures if f.minimum > 1}
        return 1 if a & b else 0


def _key(name: str) -> str:
    return fold(name).removeprefix("ال").replace(" ", "")


def _actor_key(p: Phrase) -> str:
    if p.kind is PhraseKind.PERSON and not p.mention.described:
        return _key(p.mention.text.split()[-1])
    return p.actor.iri or _key(p.actor.text)


def _overlap(a: str, b: str) -> bool:
    """Whether two dates in guidelines notation can be of one happening."""
    if a[:7] == b[:7] and (len(a) == 7 or len(b) == 7) or a[:4] == b[:4] and (len(a) == 4 or len(b) == 4):
        return True
    (a1, a2), (b1, b2) = _ends(a), _ends(b)
    return a1 <= b2 and b1 <= a2


def _ends(value: str) -> tuple[str, str]:
    first, _, last = value.partition("/")
    last = last or first
    return ("0000" if first == ".." else first), (
        "9999" if last == ".." else last + "\uffff"[: 10 - len(last)]
    )


__all__ = ["Clusterer", "Happening", "PhraseKind", "Unit"]
