"""Reading one sentence: clauses, speakers, triggers with their slots, tolls, and the event mentions of it all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from waqia.arabic import dates
from waqia.knowledge import Knowledge

from . import aggregates, dating, echoes, needs, operations, responsibility, stance, triggers, typing
from .attribution import Attribution, Attributor
from .clauses import Clause, clauses
from .lexicon import Lexicon
from .mentions import EventMention
from .names import Names
from .phrases import Phrase
from .referents import Referents
from .roles import RoleReader, Slots
from .said_tolls import said
from .syntax import Syntax
from .templates import Certainty, PlaceRelation, Role, Span, Stance
from .tolls import Toll, TollReader
from .trace import Dropped
from .triggers import Trigger
from .words import Sentence, Text

_FLIGHTS = ("PrisonBreak", "Displacement")
_FROM = ("من", "عن")
_EVIDENCE = 10  # words


@dataclass(frozen=True)
class SentenceReading:
    """All that is found in one sentence."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]
    attribution: Attribution
    triggers: tuple[Trigger, ...]
    slots: dict[int, Slots]
    tolls: tuple[Toll, ...]
    mentions: tuple[EventMention, ...]
    dropped: tuple[Dropped, ...] = field(default=(), compare=False)


class SentenceReader:
    """Reads the sentences of one article in order; who spoke and what was counted last is remembered between them.

    `later` are the positions in `times` of those after the article was published.
    """

    def __init__(
        self,
        text: Text,
        names: Names,
        times: Sequence[dates.TimeExpression],
        lexicon: Lexicon,
        knowledge: Knowledge,
        later: frozenset[int] = frozenset(),
    ) -> None:
        self.text = text
        self.later = later
        self.names = names
        self.times = times
        self.busy = frozenset(i for t in times for i in range(t.first, t.last))
        self.lexicon = lexicon
        self.knowledge = knowledge
        self.attributor, self.toller = Attributor(text, lexicon), TollReader(text)
        self.referents = Referents(text, names)
        self.before: SentenceReading | None = None

    def read(self, sentence: Sentence, phrases: tuple[Phrase, ...]) -> SentenceReading:
        """Read the next sentence, whose phrases are cut already."""
        before = self.before
        if (
            before is not None
            and before.sentence.paragraph != sentence.paragraph
            and not self._goes_on(sentence)
        ):
            before = None
        cut = clauses(self.text, sentence, _named(phrases) | self.busy)
        phrases = self.referents.resolve(phrases, _subject_of(before))
        attribution = self.attributor.sentence(sentence, cut, phrases)
        phrases = self.referents.ours(phrases, attribution)
        found = self.find_triggers(sentence, cut, phrases)
        syntax = Syntax(self.text, sentence, cut, phrases, _subject_of(before), self.names.metonym)
        roles = RoleReader(
            self.text,
            syntax,
            found,
            self.lexicon,
            self.names,
            lambda word: _speaking(attribution, word, before),
        )
        slots = {t.word: roles.read(t) for t in found}
        read = self.toller.read(sentence, syntax, slots, found)
        tolls = said(self.text, sentence, cut, read, attribution.operators, slots, found)
        told = [self._mention(t, slots[t.word], sentence, cut, phrases, attribution, found) for t in found]
        mentions = tuple(m for m in told if isinstance(m, EventMention))
        dropped = tuple(m for m in told if isinstance(m, Dropped))
        again = echoes.denied(
            self.text, sentence, attribution, (*(before.mentions if before else ()), *mentions)
        )
        slots |= {m.trigger.word: Slots() for m in again}
        mentions = tuple(sorted((*mentions, *again), key=lambda m: m.trigger.word))
        self.before = SentenceReading(
            sentence, cut, phrases, attribution, found, slots, tolls, mentions, dropped
        )
        return self.before

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a paragraph goes on with what was said in the one before: "وأضاف", "وتابع"."""
        said = self.text.words[sentence.first].use("Saying")
        return said is not None and said.form.finite and "continues" in said.entry.needs

    def find_triggers(
        self, sentence: Sentence, cut: Sequence[Clause], phrases: Sequence[Phrase]
    ) -> tuple[Trigger, ...]:
        """The words that may name a happening (the benchmarks put the annotated ones in their place)."""
        found = triggers.find(self.text, sentence, cut, phrases, self.lexicon, self.busy)
        return _outside_names(self.text, found)

    def type_of(
        self,
        trigger: Trigger,
        slots: Slots,
        sentence: Sentence,
        phrases: Sequence[Phrase],
        judgement: stance.Judgement,
    ) -> str | Dropped:
        """The type of the happening that a trigger names; dropped where it names none."""
        type_ = typing.refine(self.text, sentence, trigger, slots)
        if type_ is None:
            return dropped(self.text, trigger, "other sense")
        if judgement.drop:
            return dropped(self.text, trigger, judgement.rule)
        lacking = needs.lacking(self.text, sentence, trigger, type_, slots, phrases)
        return dropped(self.text, trigger, lacking) if lacking else judgement.type or type_

    def _mention(
        self,
        trigger: Trigger,
        slots: Slots,
        sentence: Sentence,
        cut: Sequence[Clause],
        phrases: Sequence[Phrase],
        attribution: Attribution,
        found: Sequence[Trigger],
    ) -> EventMention | Dropped:
        """The mention of one trigger, dropped where it names no happening."""
        text = self.text
        dated = dating.times_of(text, trigger, sentence, cut, self.times, found)
        later = bool(dated) and dated[0] in self.later
        judgement = stance.judge(text, sentence, trigger, attribution.operators, found, slots, later=later)
        type_ = self.type_of(trigger, slots, sentence, phrases, judgement)
        if isinstance(type_, Dropped):
            return type_
        if judgement.stance not in (Stance.ASSERTS, Stance.DENIES):
            dated = dating.of_its_clause(text, trigger, dated, self.times, cut)
        speaker = attribution.speakers.get(trigger.word)
        if judgement.stance is Stance.DENIES and judgement.rule == "negation" and speaker is None:
            return dropped(text, trigger, judgement.rule)
        return EventMention(
            trigger=trigger,
            type=type_,
            sentence=sentence.number,
            evidence=_evidence(text, sentence, trigger),
            participants=_suffering(
                trigger, type_, responsibility.answering(trigger, slots.roles(), attribution.operators, found)
            ),
            places=_fled(type_, _outside_name(text, trigger, slots.located())),
            times=dated,
            opens_interval=dating.opens_interval(text, trigger, cut),
            weapons=slots.means(),
            speaker=speaker,
            stance=judgement.stance,
            certainty=attribution.certainty.get(trigger.word, Certainty.STATED),
            headline=sentence.headline,
            aggregate=aggregates.is_aggregate(text, sentence, trigger, self.times),
            rules=(trigger.entry.id, judgement.rule) if judgement.rule else (trigger.entry.id,),
        )


def dropped(text: Text, trigger: Trigger, rule: str) -> Dropped:
    """A trigger that tells no event, and the rule that says so."""
    span = Span(*text.span(trigger.word, trigger.last))
    return Dropped(trigger.word, trigger.entry.id, trigger.type, rule, span)


def _outside_names(text: Text, found: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """The triggers that are not part of an operation's name ("فجر الجرود")."""
    told = tuple(found)
    names = [operations.words_of_name(text, t) or (0, 0) for t in told]
    return tuple(t for t in told if not any(first <= t.word < last for first, last in names))


def _suffering(
    trigger: Trigger, type_: str, participants: tuple[tuple[Role, Phrase], ...]
) -> tuple[tuple[Role, Phrase], ...]:
    """The participants, those who flee as the object: what the verb's subject does was done to them."""
    if trigger.type != "Withdrawal" or type_ not in _FLIGHTS:
        return participants
    return tuple((Role.OBJECT if role is Role.AGENT else role, p) for role, p in participants)


def _fled(
    type_: str, places: tuple[tuple[PlaceRelation, Phrase], ...]
) -> tuple[tuple[PlaceRelation, Phrase], ...]:
    """The places, those that people flee from as where they come from."""
    if type_ != "Displacement":
        return places
    return tuple((PlaceRelation.ORIGIN if p.preposition in _FROM else relation, p) for relation, p in places)


def _outside_name(
    text: Text, trigger: Trigger, places: Sequence[tuple[PlaceRelation, Phrase]]
) -> tuple[tuple[PlaceRelation, Phrase], ...]:
    """The places that are not part of the operation's name ("غضب الفرات")."""
    first, last = operations.words_of_name(text, trigger) or (0, 0)
    return tuple((relation, p) for relation, p in places if not first <= p.first < last)


def _subject_of(before: SentenceReading | None) -> tuple[Phrase, ...]:
    """Who acts first in the sentence before, for verbs that leave their subject to be understood."""
    told = before.mentions if before else ()
    acting = (tuple(p for r, p in m.participants if r is Role.AGENT) for m in told)
    return next((agents for agents in acting if agents), ())


def _speaking(attribution: Attribution, word: int, before: SentenceReading | None) -> Phrase | None:
    """The phrase that named who speaks last before a word, in its sentence or the one before."""
    here = [
        op.subject
        for op in attribution.operators
        if op.subject is not None and op.word < word and op.stance == "Asserts"
    ]
    if here:
        return here[-1]
    earlier = [op.subject for op in before.attribution.operators if op.subject is not None] if before else []
    return earlier[-1] if earlier else None


def _evidence(text: Text, sentence: Sentence, trigger: Trigger) -> Span:
    """The words around the trigger and the light verb that carries it, at most ten, inside the sentence."""
    first = trigger.word - 2 if trigger.verb else trigger.word - 4
    first = max(sentence.first, first, trigger.clause.first if trigger.verb else 0)
    last = max(trigger.word + 6, (trigger.collocate or 0) + 3)
    carrier = trigger.carrier if not text.words[trigger.word].conjunction else None
    if carrier is not None and trigger.word - _EVIDENCE + 2 <= carrier < trigger.word:
        first = min(first, carrier)
        last = min(last, max(first + _EVIDENCE, trigger.word + 3))
    last = min(sentence.last, last)
    while last > trigger.word + 1 and text.words[last - 1].sign:
        last -= 1
    return Span(text.words[first].token.start, text.words[last - 1].token.end)


def _named(phrases: Iterable[Phrase]) -> frozenset[int]:
    """The words that names of places and facilities cover: no verbs ("مخيم عين الحلوة")."""
    places = (p for p in phrases if p.located)
    return frozenset(i for p in places for i in range(p.head, p.last))
