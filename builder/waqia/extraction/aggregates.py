"""Whether a mention tells of a total, a campaign or a period and not of one happening."""

from __future__ import annotations

from collections.abc import Sequence

from waqia.arabic.dates import Edge, TimeExpression, TimeKind

from .triggers import Trigger
from .words import Sentence, Text

_ONGOING = frozenset("استمرار تواصل تصاعد تزايد تستمر استمرت تتواصل تواصلت كثف كثفت يتعرض تتعرض".split())
_ALWAYS = frozenset({"حرب", "تمرد"})
_SINGLE = frozenset(
    {"Offensive", "Siege", "Control", "Deployment", "Agreement", "Talks", "Threat", "Appeal"}
)  # one happening, however long
_DAYS = (TimeKind.DAY, TimeKind.WEEKDAY, TimeKind.RELATIVE)
_SPANS = (TimeKind.DURING, TimeKind.PERIOD, TimeKind.INTERVAL)
_MANY = 10


def is_aggregate(text: Text, sentence: Sentence, trigger: Trigger, times: Sequence[TimeExpression]) -> bool:
    """Whether the mention is one of many acts over a time.

    A period in its clause tells so, their number where no day does, or a word that says that they went on. A named
    operation is one happening, however long.
    """
    if trigger.type in _SINGLE:
        return False
    if trigger.entry.lemma in _ALWAYS:
        return True
    inside = [t for t in times if trigger.clause.first <= t.first < trigger.clause.last]
    if _many(text, trigger, times):
        return not any(t.kind in _DAYS for t in inside)
    plural = trigger.verb or trigger.analysis.form.number == 3
    return plural and (_period(trigger, inside) or _going_on(text, sentence, trigger))


def _period(trigger: Trigger, times: Sequence[TimeExpression]) -> bool:
    """Whether the first time that is a span is what many acts took; of verbs, killing alone goes on for so long."""
    for t in times:
        if t.edge is Edge.SINCE and not trigger.verb:
            return True
        if t.kind in _SPANS and not t.part:
            return not trigger.verb or trigger.type in ("Killing", "Execution")
    return False


def _many(text: Text, trigger: Trigger, times: Sequence[TimeExpression]) -> bool:
    """A large number of acts before the noun ("أكثر من 120 غارة"), which is no year."""
    at = trigger.word - 1
    if trigger.verb or at < 0 or any(t.first <= at < t.last for t in times):
        return False
    before = text.words[at]
    return before.token.is_number and before.bare.isdigit() and int(before.bare) >= _MANY


def _going_on(text: Text, sentence: Sentence, trigger: Trigger) -> bool:
    window = text.words[max(sentence.first, trigger.word - 3) : trigger.word]
    return not trigger.verb and any(w.bare in _ONGOING for w in window)
