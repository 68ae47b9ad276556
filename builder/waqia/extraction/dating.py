"""Which expression of time dates a mention, and when it only opens an interval.

A time dates the triggers of its clause; what stands in a relative or temporal clause is not dated from outside, since
"أعلنت اليوم أنها قتلت متشددين بايعوا" says nothing of when they joined. The day of the report dates what nothing else
does (annotation guidelines).
"""

from __future__ import annotations

from collections.abc import Sequence

from waqia.arabic.calendar import Size, Unit, calendar
from waqia.arabic.dates import TimeExpression, TimeKind
from waqia.arabic.numerals import ORDINALS, UNITS

from .clauses import Clause, ClauseKind
from .triggers import Trigger
from .words import Sentence, Text

_APART = (ClauseKind.RELATIVE, ClauseKind.TIME)
_BEGINNINGS = frozenset({"بدا", "بدات", "انطلقت", "انطلق", "تبدا", "اندلعت", "اندلع"})
_DATES_BACK = frozenset({"تعود", "يعود", "عادت", "عاد"})
_LASTING = frozenset({"ArmedClash", "Siege", "Protest"})
_FAR = 400
_REPORT = 60
_NEAR = 6  # words
_COUNTED = 5  # words
_RELATIVE = 3  # words from a noun to the verb of its clause


def times_of(
    text: Text,
    trigger: Trigger,
    sentence: Sentence,
    clauses: Sequence[Clause],
    times: Sequence[TimeExpression],
    triggers: Sequence[Trigger],
) -> tuple[int, ...]:
    """Positions in `times` of the expressions that may date the trigger, the best first."""
    if trigger.analysis.form.kind == "participle" and trigger.carrier is None:
        return ()  # "حي الوعر المحاصر" tells of no day
    inside = [n for n, t in enumerate(times) if sentence.first <= t.first < sentence.last]
    costs = {n: _cost(text, trigger, times[n], clauses, triggers) for n in inside}
    return tuple(sorted((n for n in inside if costs[n] < _FAR), key=lambda n: (costs[n], n)))


def of_its_clause(
    text: Text,
    trigger: Trigger,
    dated: Sequence[int],
    times: Sequence[TimeExpression],
    clauses: Sequence[Clause],
) -> tuple[int, ...]:
    """Those of the times that stand in the trigger's own clause: "قال اليوم إن بلاده تعتزم" plans for no day."""
    own = trigger.clause.number
    return tuple(n for n in dated if _clause_at(text, times[n].first, clauses).number == own)


def opens_interval(text: Text, trigger: Trigger, clauses: Sequence[Clause]) -> bool:
    """Whether the time only tells when it began: "بدأت ... حملة", "حرب بدأت", or a clause after "منذ أن"."""
    carrier = trigger.word if trigger.carrier is None else trigger.carrier
    told = (text.words[carrier], *text.words[trigger.word + 1 : trigger.last + _RELATIVE])
    if any(w.bare in _BEGINNINGS for w in told):
        return True
    clause = trigger.clause
    while clause.parent is not None and clause.kind is not ClauseKind.TIME:
        clause = clauses[clause.parent]
    return clause.kind is ClauseKind.TIME and clause.first > 0 and text.words[clause.first - 1].bare == "منذ"


def days_before(text: Text, trigger: Trigger) -> int:
    """How many days the act lies before what is told of it: "غداة قصف", "بعد يومين من زيارة"; 0 where none is said."""
    words = [w.bare for w in text.words[max(trigger.word - _COUNTED, 0) : trigger.word]]
    if words[-1:] == ["غداه"]:
        return 1
    if words[-1:] not in (["من"], ["علي"]) or (words[-1] == "من" and trigger.type in _LASTING):
        return 0  # "بعد يومين من المعارك": so long they lasted
    counted = [w for w in words[:-1] if w not in ("واحد", "فقط")]
    unit = calendar().units.get(counted[-1]) if counted else None
    if unit is None or unit.unit is not Unit.DAY or "بعد" not in counted[-3:]:
        return 0
    number = UNITS.get(counted[-2]) if unit.size is Size.MANY else None
    return {Size.ONE: 1, Size.TWO: 2}.get(unit.size, number or 0)


def _cost(
    text: Text, trigger: Trigger, time: TimeExpression, clauses: Sequence[Clause], triggers: Sequence[Trigger]
) -> int:
    """How far a time is from a trigger, in other triggers, clause borders and words; `_FAR` where it cannot date it."""
    home = _clause_at(text, time.first, clauses)
    clause = _clause_at(text, trigger.word, clauses)
    own = {clause.number, *([trigger.relative.number] if trigger.relative is not None else [])}
    low, high = sorted((trigger.word, time.first))
    between = sum(low < t.word < high for t in triggers)
    distance = high - low + (time.first < trigger.word)  # rather what follows it
    if any(w.bare == "منذ" and time.first - w.i > 2 for w in text.words[low:high]):
        return _FAR  # "منذ وصوله ... في العشرين من الشهر": the time of another act
    if _measures(text, time):
        return _FAR
    if home.number in own:
        report = _REPORT if _reports(text, trigger, time, home) else 0
        return min(report + between * 16 + distance, _FAR - 1)
    dates_back = home.predicate is not None and text.words[home.predicate].bare in _DATES_BACK
    if time.edge is not None or dates_back:
        return _FAR  # "بحلول 2019", "تعود القضية إلى 2013" are said of one act
    if home.kind in _APART and not _inside(trigger.clause, home, clauses):
        return _FAR
    if (
        home.kind is ClauseKind.THAT
        and any(home.first <= t.word < time.first for t in triggers)
        and not _inside(trigger.clause, home, clauses)
    ):
        return _FAR  # told in a clause of its own
    if _walled(trigger.clause, home, clauses):
        return _FAR
    return min(80 + between * 24 + distance, _FAR - 1)


def _measures(text: Text, time: TimeExpression) -> bool:
    """Whether a stretch only tells how fast acts followed each other: "في ثاني هجوم من نوعه خلال أسبوع"."""
    if time.kind is not TimeKind.DURING:
        return False
    before = text.words[max(time.first - _NEAR, 0) : time.first]
    return any(w.bare in ORDINALS and not w.definite for w in before)


def _reports(text: Text, trigger: Trigger, time: TimeExpression, home: Clause) -> bool:
    """Whether a time is the day on which an act was announced or claimed: "تبنى أمس هجوما"."""
    p = home.predicate
    if p is None or not p < trigger.word or not time.first < trigger.word:
        return False
    return text.words[p].use("Saying") is not None


def _clause_at(text: Text, word: int, clauses: Sequence[Clause]) -> Clause:
    """The clause of a word; a relative or temporal clause ends at the comma after its predicate."""
    clause = next((c for c in reversed(clauses) if c.first <= word), clauses[0])
    while clause.kind in _APART and clause.parent is not None and clause.predicate is not None:
        if not any(w.bare in ("،", ",") for w in text.words[clause.predicate : word]):
            break
        clause = clauses[clause.parent]
    return clause


def _inside(clause: Clause, outer: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether `clause` depends on `outer`."""
    while clause.parent is not None:
        clause = clauses[clause.parent]
        if clause.number == outer.number:
            return True
    return False


def _walled(clause: Clause, home: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a relative or temporal clause stands around the trigger but not around the time."""
    while clause.number != home.number:
        if clause.kind in _APART:
            return True
        if clause.parent is None:
            return False
        clause = clauses[clause.parent]
    return False
