"""The arguments of a trigger as they are found, and how a phrase comes into them by its role and kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from .lexicon import Frame, Lexicon
from .names import Names
from .phrases import TELLING, Phrase, PhraseKind
from .syntax import Syntax
from .templates import PlaceRelation, Role
from .triggers import Trigger
from .words import Text

STRUCK = frozenset({"strike", "assault", "ambush", "blast", "fire", "land", "explode"})
_WITH = frozenset({"agree", "meet"})
_TO = frozenset({"appeal", "threaten", "supply"})


@dataclass
class Slots:
    """The arguments of one trigger as they are found."""

    agents: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    victims: list[Phrase] = field(default_factory=list)
    places: list[tuple[PlaceRelation, Phrase]] = field(default_factory=list)
    weapons: list[Phrase] = field(default_factory=list)
    supporters: list[Phrase] = field(default_factory=list)
    forces: list[Phrase] = field(default_factory=list)
    arms: list[Phrase] = field(default_factory=list)
    content: list[Phrase] = field(default_factory=list)
    subject_trigger: int | None = None
    passive: bool = False
    used: set[int] = field(default_factory=set)
    rules: dict[int, str] = field(default_factory=dict, compare=False)

    def roles(self) -> tuple[tuple[Role, Phrase], ...]:
        """Participants in their roles, with the rules that gave them."""
        return (
            *((Role.AGENT, self._ruled(p)) for p in self.agents),
            *((Role.OBJECT, self._ruled(p)) for p in self.objects),
            *((Role.SUPPORTER, self._ruled(p)) for p in self.supporters),
        )

    def located(self) -> tuple[tuple[PlaceRelation, Phrase], ...]:
        """Places in their relations, with the rules that gave them."""
        return tuple((relation, self._ruled(p)) for relation, p in self.places)

    def means(self) -> tuple[Phrase, ...]:
        """Weapons, with the rules that gave them."""
        return tuple(map(self._ruled, self.weapons))

    def note(self, rule: str) -> None:
        """Note the rule by which all has come in that came in since the last note."""
        people = *self.agents, *self.objects, *self.victims, *self.supporters
        for p in (*people, *self.weapons, *(p for _, p in self.places)):
            self.rules.setdefault(id(p), rule)

    def _ruled(self, phrase: Phrase) -> Phrase:
        return replace(phrase, rule=self.rules.get(id(phrase), ""))


class SlotFilling:
    """What the readers of the roles of one sentence share: its words and arguments, and how slots are filled."""

    def __init__(
        self,
        text: Text,
        syntax: Syntax,
        triggers: Sequence[Trigger],
        lexicon: Lexicon,
        names: Names,
        speaking: Callable[[int], Phrase | None],
    ) -> None:
        self.names = names
        self.speaking = speaking
        self.text = text
        self.syntax = syntax
        self.triggers = {t.word: t for t in triggers}
        self.starts = sorted(self.triggers)
        self.lexicon = lexicon
        self.read_before: dict[int, Slots] = {}

    def _fill(
        self, role: str, chain: Sequence[Phrase], slots: Slots, frame: Frame, *, genitive: bool = False
    ) -> None:
        for p in chain:
            if id(p) in slots.used:
                continue
            slots.used.add(id(p))
            self._fill_one(
                self._role_by_kind(p) if role == "byKind" else role, p, slots, frame, genitive=genitive
            )

    def _role_by_kind(self, p: Phrase) -> str:
        if p.kind is PhraseKind.METHOD:
            return "agent" if self._strikes(p) else "weapon"
        if p.kind in (PhraseKind.ORGANIZATION, PhraseKind.PERSON):
            return "agent"
        if p.kind is PhraseKind.GROUP:
            return (
                "agent"
                if p.victim_kind in ("Combatant", "Attacker", "Soldier", "PoliceOfficer")
                else "object"
            )
        return "object"

    def _fill_one(self, role: str, p: Phrase, slots: Slots, frame: Frame, *, genitive: bool) -> None:
        struck = role == "object" and frame.object != ""
        if role != "victim" and (self._no_participant(p) or (p.mention.kind in TELLING and not struck)):
            return
        if role == "object" and frame.name in ("blast", "fire") and p.kind is PhraseKind.METHOD:
            role = "weapon"
        if role in ("agent", "parties"):
            if p.kind is PhraseKind.METHOD:
                (slots.agents if self._strikes(p) else slots.weapons).append(p)
            elif p.located and (p.kind is PhraseKind.FACILITY or genitive or not self._rules(p)):
                self._located(p, slots)
            elif p.kind is not PhraseKind.THING:
                slots.agents.append(p)
        elif role == "device" and genitive and p.located:
            self._located(p, slots)
        elif role == "device":
            (slots.weapons if p.kind in (PhraseKind.METHOD, PhraseKind.THING) else slots.agents).append(p)
        elif role == "weapon":
            slots.weapons.append(p)
        elif role == "victim":
            self._victim(p, slots)
        elif role in ("object", "parties2"):
            if p.located and not self._is_party(p, frame):
                self._located(p, slots, object_=frame.name in STRUCK)
            elif p.part != "weak":
                slots.objects.append(p)
        elif role in ("place", "destination", "origin"):
            self._located(p, slots, role) if p.located else slots.objects.append(p)
        elif role == "forces":
            slots.forces.append(p)
        elif role == "arms":
            (slots.arms if p.kind in (PhraseKind.THING, PhraseKind.METHOD) else slots.objects).append(p)
        elif role == "content":
            slots.content.append(p)

    def _strikes(self, means: Phrase) -> bool:
        """Whether a means names who strikes: aircraft, or the arms of somebody ("المدفعية التركية", "مدفعية الجيش")."""
        inside = self.text.words[means.first : means.last]
        owned = means.organization is not None or any(self.names.demonym(w) for w in inside)
        return means.part == "aircraft" or (owned and means.quantity is None)

    def _is_party(self, place: Phrase, frame: Frame) -> bool:
        """Whether a place stands for the state that one talks with or calls on: "هدنة مع إسرائيل"."""
        told = frame.name in _TO or (frame.name in _WITH and place.preposition != "")
        return told and place.part == "" and self._rules(place)

    def _rigged(self, thing: Phrase) -> bool:
        """Whether a vehicle is itself the bomb: "تفجير سيارة مفخخة"."""
        words = self.text.words[thing.first : thing.last]
        return any(
            a.entry.use == "Method" and a.entry.part in ("device", "manner")
            for w in words
            for a in w.readings
        )

    def _rules(self, place: Phrase) -> bool:
        """Whether a place can stand for who rules there: a country, a capital."""
        return place.mention.kind in ("Country", "City") or self.names.metonym(place.mention.text) is not None

    def _no_participant(self, p: Phrase) -> bool:
        """What takes no part: counted nouns that nobody knows, sources that are no people, "آخر" after its noun."""
        if p.part == "unknown":
            return True
        word = self.text.words[p.head]
        if p.kind is PhraseKind.SOURCE:
            return word.noun("Human") is None
        return p.kind is PhraseKind.GROUP and p.quantity is None and word.bare in ("اخر", "اخري")

    def _victim(self, p: Phrase, slots: Slots) -> None:
        if p.located:
            self._located(p, slots)
        else:
            slots.victims.append(p)

    def _located(self, p: Phrase, slots: Slots, role: str = "", *, object_: bool = False) -> None:
        relation = {"destination": PlaceRelation.DESTINATION, "origin": PlaceRelation.ORIGIN}.get(
            role, PlaceRelation.OCCURRED_AT
        )
        slots.places.append((relation, p))
        if object_ and p.kind is PhraseKind.FACILITY:
            slots.objects.append(p)
