"""Reading one article: from its sentences to event mentions, each with slots, figures, speaker and stance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from ..arabic import dates
from ..arabic.numbers import quantities
from ..arabic.particles import FUNCTION_WORDS
from ..articles import Article, ZoneKind, body
from ..knowledge import Knowledge
from . import stance, triggers, typing
from .attribution import Attribution, Attributor, Speaker
from .clauses import Clause, clauses
from .lexicon import Lexicon
from .mentions import EventMention
from .names import Names
from .parser import PhraseParser
from .phrases import Phrase
from .roles import RoleReader, Slots
from .syntax import Syntax
from .templates import Role, Span, Stance
from .tolls import Toll, TollReader
from .triggers import Trigger
from .words import Sentence, Text, read


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


@dataclass(frozen=True)
class ArticleReading:
    """All that is found in one article."""

    article: Article
    text: Text
    sentences: tuple[SentenceReading, ...]
    times: tuple[dates.TimeExpression, ...]
    resolved: tuple[str | None, ...]
    names: Names

    @cached_property
    def mentions(self) -> tuple[EventMention, ...]:
        """The event mentions in the order of the text."""
        return tuple(m for s in self.sentences for m in s.mentions)


@lru_cache(maxsize=4)
def _name_words(knowledge_digest: str) -> frozenset[str]:
    raise LookupError(knowledge_digest)


@dataclass
class Reader:
    """Reads articles with one knowledge and one lexicon."""

    knowledge: Knowledge
    lexicon: Lexicon
    _vocabulary: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        names: Iterable[str] = (*self.knowledge.actors_by_name, *self.knowledge.places_by_name)
        self._vocabulary = frozenset(w for n in names for w in n.split() if not w.startswith("ال")) | FUNCTION_WORDS | dates.WORDS

    def known(self, word: str) -> bool:
        """Whether a folded word without proclitics is one."""
        return word in self._vocabulary or self.lexicon.known(word)

    def read(self, article: Article) -> ArticleReading:
        """Read an article."""
        zones = [(z.start, z.end, z.kind is ZoneKind.HEADLINE) for z in body(article) if z.kind in (ZoneKind.HEADLINE, ZoneKind.BODY)]
        text = read(article.text, zones, self.lexicon, self.known)
        tokens = [w.token for w in text.words]
        times = tuple(dates.times(article.text, tokens))
        resolved = self._resolved(times, article)
        busy = frozenset(i for t in times for i in range(t.first, t.last))
        counts = quantities(tokens)
        names = Names(text, self.knowledge, self.lexicon, numerals={q.first: q.minimum for q in counts if q.maximum == q.minimum})
        for _ in range(2):  # the second time with the names that the first has met
            parser = PhraseParser(text, names, counts, busy)
            phrases = [tuple(parser.phrases(s)) for s in text.sentences]
        attributor, toller = Attributor(text), TollReader(text)
        found: list[SentenceReading] = []
        for sentence, cut in zip(text.sentences, phrases, strict=True):
            before = found[-1] if found and found[-1].sentence.paragraph == sentence.paragraph else None
            found.append(self._sentence(text, sentence, cut, attributor, toller, times, busy, before))
        return ArticleReading(article, text, tuple(found), times, resolved, names)

    def _resolved(self, times: Sequence[dates.TimeExpression], article: Article) -> tuple[str | None, ...]:
        days = dates.anchors(times, article.published)
        return tuple(dates.resolve(t, published=article.published, anchor=a) for t, a in zip(times, days, strict=True))

    def _sentence(self, text: Text, sentence: Sentence, phrases: tuple[Phrase, ...], attributor: Attributor, toller: TollReader, times: Sequence[dates.TimeExpression], busy: frozenset[int], before: SentenceReading | None) -> SentenceReading:
        cut = clauses(text, sentence)
        attribution = attributor.sentence(sentence, cut, phrases)
        found = tuple(triggers.find(text, sentence, cut, phrases, self.lexicon, busy))
        syntax = Syntax(text, sentence, cut, phrases, self._subject_before(before))
        roles = RoleReader(text, syntax, found, self.lexicon)
        slots = {t.word: roles.read(t) for t in found}
        tolls = tuple(toller.read(sentence, syntax, slots, found))
        mentions = self._mentions(text, sentence, cut, phrases, attribution, found, slots, tolls, times)
        return SentenceReading(sentence, cut, phrases, attribution, found, slots, tolls, mentions)

    def _subject_before(self, before: SentenceReading | None) -> tuple[Phrase, ...]:
        if before is None:
            return ()
        agents = [p for m in before.mentions for r, p in m.participants if r == "agent"]
        return tuple(agents[:1])

    def _mentions(self, text: Text, sentence: Sentence, cut: Sequence[Clause], phrases: Sequence[Phrase], attribution: Attribution, found: Sequence[Trigger], slots: dict[int, Slots], tolls: Sequence[Toll], times: Sequence[dates.TimeExpression]) -> tuple[EventMention, ...]:
        out: list[EventMention] = []
        for trigger in found:
            slot = slots[trigger.word]
            type_ = typing.refine(text, sentence, phrases, trigger, slot, self.lexicon, self.knowledge)
            judgement = stance.judge(text, sentence, cut, trigger, attribution.operators, found)
            if type_ is None or judgement.drop:
                continue
            if not typing.enough(text, trigger, type_, slot, phrases, sentence):
                continue
            speaker = attribution.speakers.get(trigger.word)
            claimed = _claimers(text, trigger, attribution, found)
            if judgement.stance is Stance.DENIES and judgement.rule == "negation" and speaker is None:
                continue
            out.append(
                EventMention(
                    trigger=trigger,
                    type=type_,
                    sentence=sentence.number,
                    evidence=_evidence(text, sentence, trigger),
                    participants=slot.roles() + claimed,
                    places=tuple(slot.places),
                    times=_times_of(trigger, sentence, times, found),
                    weapons=tuple(slot.weapons),
                    speaker=speaker,
                    stance=judgement.stance,
                    headline=sentence.headline,
                    rules=(trigger.entry.id, judgement.rule) if judgement.rule else (trigger.entry.id,),
                )
            )
        return tuple(out)


def _claimers(text: Text, trigger: Trigger, attribution: Attribution, found: Sequence[Trigger]) -> tuple[tuple[Role, Phrase], ...]:
    """Who claims the happening: the subject of "تبنى", or of a saying verb over "مسؤولية ... عن"."""
    first = lambda at: next((t for t in found if t.word > at and t.type not in ("Killing",)), None)  # noqa: E731
    for op in attribution.operators:
        if op.subject is None or not op.subject.human:
            continue
        responsibility = next((i for i in range(op.word, min(op.word + 9, op.last)) if text.words[i].bare in ("مسؤوليه", "مسووليه", "مسؤوليته", "مسؤوليتها", "مسووليتها", "مسووليته")), None)
        at = op.word if op.stance == "Claims" else responsibility if op.stance == "Asserts" else None
        if at is not None and first(at) is trigger:
            return (Role.CLAIMED_BY, op.subject), (Role.AGENT, op.subject)
    return ()


def _evidence(text: Text, sentence: Sentence, trigger: Trigger) -> Span:
    """The words around the trigger, at most ten, inside the sentence."""
    first = max(sentence.first, trigger.word - 2, trigger.clause.first if trigger.verb else 0)
    last = min(sentence.last, max(trigger.word + 7, (trigger.collocate or 0) + 3))
    while last > trigger.word + 1 and text.words[last - 1].sign:
        last -= 1
    return Span(text.words[first].token.start, text.words[last - 1].token.end)


def _times_of(trigger: Trigger, sentence: Sentence, times: Sequence[dates.TimeExpression], found: Sequence[Trigger]) -> tuple[int, ...]:
    """The expressions of time of a trigger: in its clause; else those of its sentence, nearest first."""
    inside = [n for n, t in enumerate(times) if sentence.first <= t.first < sentence.last]
    own = [n for n in inside if trigger.clause.first <= times[n].first < trigger.clause.last or (trigger.relative and trigger.relative.first <= times[n].first < trigger.relative.last)]
    chosen = own or inside
    return tuple(sorted(chosen, key=lambda n: abs(times[n].first - trigger.word)))


__all__ = ["ArticleReading", "Reader", "SentenceReading", "Speaker", "replace"]
