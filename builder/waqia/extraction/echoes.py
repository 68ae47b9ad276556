"""Denials that take up what was said before: "لكن المحافظ نفى ذلك", "وهذا كذب", "ووصف النبأ بأنه ملفق".

The report and its denial are two mentions of one happening that contradict each other (annotation guidelines): the
denied one has the arguments of the report, its own source and its own evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .attribution import Attribution
from .mentions import EventMention
from .speakers import Speaker
from .templates import Span, Stance
from .words import Sentence, Text

_THAT = frozenset("ذلك هذا هذه تلك الامر الخبر النبا الانباء المزاعم".split())
_FALSE = frozenset("كذب كاذب كاذبه ملفق ملفقه مفبرك عار باطل".split())
_THIS = frozenset("هذا هذه ذلك".split())
_EVIDENCE = 5


def denied(
    text: Text, sentence: Sentence, attribution: Attribution, mentions: Sequence[EventMention]
) -> tuple[EventMention, ...]:
    """The mentions that the sentence denies by taking them up; `mentions` are those told before, and here, in order."""
    found: list[EventMention] = []
    for op in attribution.operators:
        if op.stance == "Denies" and not op.negated and _takes_up(text, op.word):
            source = Speaker(op.subject.mention) if op.subject is not None and op.subject.human else None
            found += _echo(text, sentence, op.word, mentions, source or attribution.speakers.get(op.word))
    for i in range(sentence.first + 1, sentence.last):
        if text.words[i].bare in _FALSE and text.words[i - 1].bare in _THIS:
            found += _echo(text, sentence, i, mentions, _judging(attribution, i, mentions))
    return tuple({m.trigger.word: m for m in found}.values())


def _judging(attribution: Attribution, word: int, mentions: Sequence[EventMention]) -> Speaker | None:
    """Who calls it a lie: the last who spoke before and did not tell it."""
    tellers = [m.speaker.source for m in mentions if m.speaker is not None and m.trigger.word < word]
    for op in reversed(attribution.operators):
        subject = op.subject
        spoke = op.word < word and op.stance == "Asserts" and subject is not None and subject.human
        if spoke and subject is not None and subject.mention not in tellers:
            return Speaker(subject.mention)
    return attribution.speakers.get(word)


def _takes_up(text: Text, word: int) -> bool:
    """Whether the complement of a denial stands for what was said: "نفى ذلك", "نفت الوزارة هذه الأنباء"."""
    words = text.words[word + 1 : word + 5]
    at = next((w for w in words if w.token.core in _THAT), None)
    if at is None or any(w.bare in ("ان", "صحه", "وقوع") for w in words[: at.i - word]):
        return False
    after = text.words[at.i + 1] if at.i + 1 < len(text.words) else None
    return after is None or after.use("Trigger") is None


def _echo(
    text: Text, sentence: Sentence, word: int, mentions: Sequence[EventMention], speaker: Speaker | None
) -> list[EventMention]:
    """The last mention told before `word`, denied by another than told it."""
    told = [m for m in mentions if m.trigger.word < word and m.stance is Stance.ASSERTS and not m.headline]
    if (
        not told
        or speaker is None
        or (told[-1].speaker is not None and told[-1].speaker.source == speaker.source)
    ):
        return []
    report = told[-1]
    last = min(word + _EVIDENCE, sentence.last)
    first = max(sentence.first, word - _EVIDENCE + 2)
    evidence = Span(text.words[first].token.start, text.words[last - 1].token.end)
    trigger = replace(
        report.trigger, word=word, last=word + 1, verb=True, collocate=None, carrier=None, relative=None
    )
    return [
        replace(
            report,
            trigger=trigger,
            sentence=sentence.number,
            evidence=evidence,
            figures=(),
            speaker=speaker,
            stance=Stance.DENIES,
            rules=(*report.rules, "denied-again"),
        )
    ]
