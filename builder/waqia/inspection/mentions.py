"""Why words were read as mentions of a happening: lexicon entry, stance, speaker, and what put them together."""

from __future__ import annotations

from collections.abc import Iterator

from waqia.extraction.events import Happening
from waqia.extraction.layers import Layers
from waqia.extraction.mentions import EventMention
from waqia.extraction.templates import Certainty, Span
from waqia.extraction.trace import Join
from waqia.extraction.units import Unit
from waqia.inspection.model import Line
from waqia.inspection.reasons import reason


class Mentions:
    """Explains the mentions of one article."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.words = layers.text.words

    def lines(self, happening: Happening) -> Iterator[Line]:
        """The mentions of a happening unit by unit, each unit led by why it belongs to it."""
        for unit, join in zip(happening.units, happening.joins, strict=True):
            yield self._join(unit, join)
            for mention in unit.mentions:
                yield from self._mention(mention, unit)

    def weapons(self, happening: Happening) -> Iterator[Line]:
        """The weapons that the mentions name."""
        for p in (p for m in happening.mentions for p in m.weapons):
            yield Line("weapon", p.mention.text, p.mention.span, p.rule)

    # --- put together ------------------------------------------------------------------------------------------------

    def _join(self, unit: Unit, join: Join) -> Line:
        sentence = f"sentence {unit.main.sentence + 1}"
        if join.joined:
            return Line("joined", sentence, None, f"fits what was told before: {_score(join)}")
        if join.happening < 0:
            return Line("first told", sentence, None, "nothing was told before it")
        nearest = f"e{join.happening + 1}"
        if join.score is None:
            return Line(
                "first told",
                sentence,
                None,
                f"type, place, day, side or figures speak against {nearest}, told last, and all others",
            )
        return Line("first told", sentence, None, f"fits {nearest} best, but not enough: {_score(join)}")

    def _tie(self, mention: EventMention, unit: Unit) -> Iterator[str]:
        """What ties a mention to another one of its unit."""
        for tie in unit.ties:
            if tie.second == mention.trigger.word:
                yield f"tied to '{self._string(tie.first, tie.first + 1)}': {tie.rule}"

    # --- one mention -------------------------------------------------------------------------------------------------

    def _mention(self, mention: EventMention, unit: Unit) -> Iterator[Line]:
        trigger = mention.trigger
        last = trigger.last if trigger.collocate is None else max(trigger.last, trigger.collocate + 1)
        why = (*self._entry(mention), *self._tie(mention, unit), *self._said(mention))
        yield Line(
            mention.type,
            self._string(trigger.word, last),
            Span(*self.layers.text.span(trigger.word, last)),
            "; ".join(why),
        )
        stances = [reason(rule) for rule in mention.rules[1:]]
        if mention.certainty is not Certainty.STATED:
            stances.append(reason(mention.certainty))
        if stances:
            manner = f"{mention.stance.value}, {mention.certainty.value}"
            yield Line("stance", manner, None, "; ".join(stances))

    def _entry(self, mention: EventMention) -> Iterator[str]:
        """The lexicon entry of a mention, its frame, its form, and how its type became finer."""
        trigger = mention.trigger
        form = "verb" if trigger.verb else "noun"
        yield f"lex:{trigger.entry.id} '{trigger.entry.lemma}', {form}, frame {trigger.frame}"
        if trigger.carrier is not None:
            yield f"carried by '{self._string(trigger.carrier, trigger.carrier + 1)}'"
        if mention.type != trigger.type:
            yield f"{trigger.type} made {mention.type} by what stands with it"
        if mention.headline:
            yield "in the headline"
        if mention.aggregate:
            yield "one of many over a time"

    def _said(self, mention: EventMention) -> Iterator[str]:
        """Who is credited with a mention, by which word of saying, here or in a sentence before."""
        if mention.speaker is None:
            return
        said = f"words of '{mention.speaker.source.text}'"
        for sentence in reversed(self.layers.sentences[: mention.sentence + 1]):
            spoken = sentence.attribution.spoken.items()
            found = [word for word, speaker in spoken if speaker is mention.speaker]
            if found:
                before = [word for word in found if word < mention.trigger.word]
                word = before[-1] if before else found[0]
                far = (
                    ""
                    if sentence.sentence.number == mention.sentence
                    else ", going on from an earlier sentence"
                )
                yield f"{said} by '{self._string(word, word + 1)}'{far}"
                return
        yield said

    def _string(self, first: int, last: int) -> str:
        return self.layers.text.string(first, last)


def _score(join: Join) -> str:
    evidence = ", ".join(f"{name.replace('_', ' ')} {weight:+g}" for name, weight in join.evidence if weight)
    return f"score {join.score:.1f} where {join.threshold:g} is enough ({evidence})"
