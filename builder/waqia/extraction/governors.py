"""What governs a mention: the nearest word before it that puts a stance on it, up to where its clause ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .attribution import Operator
from .lexicon import Analysis
from .triggers import Trigger
from .words import Sentence, Text, Word

THAT = frozenset("ان بان انه انها انهم انهما بانه بانها بانهم".split())
BREAKS = frozenset(
    """فيما بينما حيث لكن عندما حين بعدما بعد منذ اثر عقب اعقاب غداه جراء بسبب نتيجه الذي التي الذين اللذين اثناء
    كما""".split()
)
_CALLS = ("Threat", "Appeal")
_CONTENT_LINKS = frozenset("الي علي ان بان".split())
_GOVERNED = ("ب", "ل")
_ABSENT = frozenset("ليس ليست لا".split())
_ABSENT_REACH = 4  # words
REACH = 14  # words from a governor to what it governs


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that puts a stance on what it governs."""

    word: int
    stance: str


def operator(word: Word) -> Analysis | None:
    """The reading of a word as an operator: verb or noun, not the participle that may be written alike ("محاولة")."""
    for a in word.readings:
        if a.entry.use != "Operator" or a.form.kind == "participle" or (word.definite and a.pronoun):
            continue
        if a.form.passive and not a.form.active:
            continue
        if a.form.kind == "present" and any(b.form.kind == "past" and b.form.finite for b in word.readings):
            continue  # "تمكن" is "managed"
        if not a.entry.verb or a.form.finite == word.verb:
            return a
    return None


class Surroundings:
    """The words around one trigger; `at` is its word, `verb` the finite verb that it is or that carries it."""

    def __init__(
        self, text: Text, sentence: Sentence, trigger: Trigger, operators: Sequence[Operator]
    ) -> None:
        self.words = text.words
        self.sentence = sentence
        self.trigger = trigger
        self.operators = {op.word: op for op in operators if not op.postposed}
        self.at = trigger.word
        carrier = trigger.carrier
        carried = carrier is not None and self.words[carrier].verb
        self.verb = trigger.word if trigger.verb else carrier if carried else None

    def governor(self) -> Governor | None:
        """The nearest word before the trigger that governs it."""
        start = self.verb if self.verb is not None and self.verb < self.at else self.at
        if start != self.at and (carrying := self._governing(self.words[start])) is not None:
            return carrying
        directly = operator(self.words[start - 1]) is not None
        if (
            self.words[start].verb
            and not directly
            and not self.subordinate(start)
            and not self._noun_after_all()
        ):
            return None
        for w in self.before(start):
            found = self._governing(w)
            if found is not None:
                return found
        return None

    def _noun_after_all(self) -> bool:
        """Whether what looks like a verb may be its verbal noun: "نفى الجيش قصف المدينة"."""
        word = self.words[self.at]
        nominal = any(a.nominal and a.entry is self.trigger.entry for a in word.readings)
        return self.trigger.verb and nominal and not word.conjunction

    def subordinate(self, verb: int) -> bool:
        """Whether a finite verb depends on a word before it: "أن" stands between, or it follows one directly."""
        words = self.words[max(self.sentence.first, verb - 6) : verb]
        return not self.words[verb].conjunction and any(w.bare in THAT and not w.definite for w in words)

    def before(self, start: int) -> Iterator[Word]:
        """The words that may govern the word at `start`, nearest first: up to where another clause ends."""
        for i in range(start - 1, max(self.sentence.first, start - REACH) - 1, -1):
            w = self.words[i]
            if w.sign and w.bare in ".:؛":
                return
            if w.bare in BREAKS and not (w.bare in ("بعد", "كما") and w.definite):
                return
            yield w
            if w.verb and (w.conjunction or self._tells(w)):
                return

    def _tells(self, w: Word) -> bool:
        """Whether a verb that does not govern tells something of its own: it is past, or names a happening."""
        reading = w.use("Trigger")
        if reading is not None:
            return reading.entry.frame not in ("appeal", "threaten")
        return all(a.form.kind == "past" for a in w.readings if a.form.finite) and w.use("LightVerb") is None

    def _governing(self, w: Word) -> Governor | None:
        reading = operator(w)
        if reading is not None and self._operates(w, reading):
            return Governor(w.i, reading.entry.stance)
        op = self.operators.get(w.i)
        if op is None or not op.first <= self.at < op.last or not self._complement(w):
            return None
        if op.stance == "Asserts" and not (
            w.verb and self.words[w.i - 1].bare in ("لم", "لا") and self._says_that(w)
        ):
            return None
        if op.stance not in ("Asserts", "Denies", "Plans", "Fears"):
            return None
        return Governor(w.i, op.stance)

    def _operates(self, w: Word, reading: Analysis) -> bool:
        """Whether an operator governs here: an adjective only in "من المقرر أن", failure only of an attempt."""
        if "aim" in reading.entry.needs:
            return self.words[self.at].preposition == "ل"  # "تتجه للسيطرة على"
        if reading.entry.part == "manner":
            return w.definite and self.words[w.i - 1].bare == "من"
        return reading.entry.stance != "Fails"

    def absent(self, governor: int) -> bool:
        """Whether there is no such plan: "ليس لدى الحكومة خطط", "لا توجد نية"."""
        near = self.words[max(self.sentence.first, governor - _ABSENT_REACH) : governor]
        plan = any(a.nominal for a in self.words[governor].readings if a.entry.use == "Operator")
        return plan and any(w.bare in _ABSENT and not w.definite for w in near)

    def _complement(self, w: Word) -> bool:
        """Whether a word of saying can have a complement here; "ساعة", "وتوقع في صفوفهم" only look like one."""
        reading, after = w.use("Saying"), self.words[w.i + 1]
        if reading is None or reading.form.kind != "participle":
            return after.bare != "في" or reading is None or reading.entry.stance != "Fears"
        return w.bare.endswith("ا") or after.bare in ("الي", "ان", "بان")

    def _says_that(self, w: Word) -> bool:
        return any(x.bare in THAT for x in self.words[w.i + 1 : self.at])

    def calling(self, triggers: Sequence[Trigger]) -> Trigger | None:
        """The threat or appeal that has the trigger as its content: "هدد بقصف", "دعا الحكومة إلى إرسال"."""
        if self.trigger.type in _CALLS or (self.trigger.verb and not self.subordinate(self.at)):
            return None
        calls = (t for t in reversed(triggers) if t.word < self.at and t.type in _CALLS)
        opener = next((t for t in calls if "future" not in t.entry.needs), None)
        called = self.words[self.at - 1].bare == "الي"
        if opener is None or self.at - opener.word > (2 * REACH if called else REACH):
            return None
        if opener.type == "Threat" and self.words[self.at - 1].bare == "علي":
            return None  # "سترد على الهجوم": what is answered has happened
        between = self.words[opener.word + 1 : self.at]
        ended = any((w.verb and w.conjunction) or w.bare in BREAKS or w.bare == "." for w in between)
        if ended or any(w.bare == "عن" for w in between[-2:]):
            return None
        linked = any(
            w.preposition in _GOVERNED or (w.bare in _CONTENT_LINKS and not w.definite) for w in between
        )
        return opener if linked or self.words[self.at].preposition in _GOVERNED else None
