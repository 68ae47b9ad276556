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
_MANY = 10


def is_aggregate(text: Text, sentence: Sentence, trigger: Trigger, times: Sequence[TimeExpression]) -> bool:
    """Whether the mention is one of many acts over a time.

    A period in its clause tells so, their number, or a word that says that they went on. A named operation is one
    happening, however long.
    """
    if trigger.type in _SINGLE:
        return False
    if trigger.entry.lemma in _ALWAYS:
        return True
    plural = trigger.verb or trigger.analysis.form.number == 3
    if not plural:
        return False
    return _period(trigger, times) or _many(text, trigger) or _going_on(text, sentence, trigger)


def _period(trigger: Trigger, times: Sequence[TimeExpression]) -> bool:
    clause = trigger.clause
    for t in times:
        if not clause.first <= t.first < clause.last:
            continue
        if t.edge is Edge.SINCE and not trigger.verb:
            return True
        if t.kind in (TimeKind.DURING, TimeKind.PERIOD, TimeKind.INTERVAL) and not t.part:
            return not trigger.verb or trigger.type in ("Killing", "Execution")
    return False


def _many(text: Text, trigger: Trigger) -> bool:
    """A large number of acts before the noun: "أكثر من 120 غارة"."""
    before = text.words[trigger.word - 1] if trigger.word and not trigger.verb else None
    return (
        before is not None and before.token.is_number and before.bare.isdigit() and int(before.bare) >= _MANY
    )


def _going_on(text: Text, sentence: Sentence, trigger: Trigger) -> bool:
    window = text.words[max(sentence.first, trigger.word - 3) : trigger.word]
    return not trigger.verb and any(w.bare in _ONGOING for w in window)
