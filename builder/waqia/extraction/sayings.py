"""Words of saying, denying, planning, fearing, accusing, claiming: where they stand, who is their subject, their scope.

A word of saying counts where its construction is one: "ذكر" needs a subject or an "أن" ("عدم ذكر اسمه" says nothing),
a participle is indefinite and followed by its words ("مضيفا أن"), a verb with an object pronoun is a relative clause
("بيان نشرته الوكالة") unless "أن" follows.
"""

from __future__ import annotations

from dataclasses import replace

from . import charges
from .lexicon import Analysis
from .operators import Operator
from .phrases import Phrase
from .scene import Scene
from .words import Word

ACCORDING = frozenset({"حسب", "بحسب", "وفق", "وفقا", "طبقا", "حسبما", "بحسبما", "استنادا"})
_AS = frozenset({"كما", "ما", "حسبما", "بحسبما"})
_NOT = frozenset({"لم", "لا", "لن", "عدم", "دون", "ليس"})
_AFTER_PARTICIPLE = frozenset({"الي", "علي", "عن", "ب", "ل", "من", "في", ":"})
_RESPONSIBILITY = frozenset({"مسووليه", "مسووليته", "مسووليتها", "مسووليتهم", "تبنيه", "تبنيها", "تبنيهم"})
_DOING = frozenset({"تنفيذ", "تنفيذه", "تنفيذها"})
_BREAKS = frozenset({"فيما", "بينما", "حين"})
_NOMINAL = frozenset({"Denies", "Plans", "Fears", "Accuses", "Suspects"})
_OBJECT_REACH = 9


class Sayings:
    """Finds the operators of one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = scene.words
        self.sentence = scene.sentence
        self.found: list[Operator] = []

    def read(self) -> list[Operator]:
        """The operators in the order of the text."""
        skip = -1
        for i in range(self.sentence.first, self.sentence.last):
            if i <= skip:
                continue
            if self._is_according(i):
                op = self._according(i)
            else:
                op = self._verb(i) or self._noun(i) if self.words[i].readings else None
            if op is not None:
                self.found.append(op)
                skip = op.word
        return self.found

    # --- "بحسب", "وفق ما أعلن" ---------------------------------------------------------------------------------------

    def _is_according(self, i: int) -> bool:
        word = self.words[i]
        written = word.token.folded.removeprefix("و")  # "ووفقا" may be a form of "وافق", too
        if (
            not (word.bare in ACCORDING or written in ACCORDING)
            or word.definite
            or (word.conjunction == "ف" and word.bare == "حسب")
        ):
            return False
        after = self.words[i + 1] if i + 1 < self.sentence.last else None
        return (
            after is not None
            and not (after.sign and not after.quote)
            and not (word.bare == "وفق" and after.verb)
        )

    def _according(self, i: int) -> Operator | None:
        """A word like "بحسب" credits the words before it; at the start of a sentence or clause those after."""
        at = i + 1
        while at < self.sentence.last and (
            self.words[at].quote or self.words[at].bare in ("ل", "الي", "ما", "ب")
        ):
            at += 1
        if at >= self.sentence.last:
            return None
        reading = self.words[at].use("Saying")
        if reading is not None and self.words[at].verb:
            subject, word, flags = self.scene.subject(at, reading), at, reading.entry.needs
        elif any(a.entry.use == "Saying" and a.pronoun for a in self.words[at].readings):
            return None  # "بحسب قوله": who spoke before goes on
        else:
            subject, word, flags = self._credited(at), i, frozenset[str]()
        if subject is None:
            return None
        if not self._said_before(i) or (
            self.words[i].conjunction == "و" and self._opens_clause(subject.last)
        ):
            return Operator(word, "Asserts", subject, i, self.sentence.last, flags=flags, entry="according")
        return Operator(
            word, "Asserts", subject, self._since(i), i, postposed=True, flags=flags, entry="according"
        )

    def _credited(self, at: int) -> Phrase | None:
        phrase = self.scene.phrase(at)
        return phrase if phrase is not None and phrase.first <= at and self.scene.speaks(phrase) else None

    def _said_before(self, i: int) -> bool:
        """Whether anything is told in the sentence before word `i`."""
        earlier = self.words[self.sentence.first : i]
        return any(w.verb or w.noun("Trigger", "TollNoun") for w in earlier)

    def _opens_clause(self, i: int) -> bool:
        after = self.words[i : min(i + 3, self.sentence.last)]
        return any(w.conjunction == "ف" or w.verb or w.bare in ("فان", "فقد") for w in after)

    def _since(self, i: int) -> int:
        """Where the words begin that a postposed source is credited with: behind the last one, else the last break."""
        start = max([op.word + 1 for op in self.found if op.postposed] + [self.sentence.first])
        spoken = [op for op in self.found if not op.postposed and op.speech and op.subject is not None]
        if not spoken:
            return start
        breaks = [k for k in range(spoken[-1].word, i) if self.words[k].bare in _BREAKS]
        return max(start, breaks[-1] if breaks else spoken[-1].first)

    # --- verbs -------------------------------------------------------------------------------------------------------

    def _verb(self, i: int) -> Operator | None:
        word = self.words[i]
        reading = word.use("Saying")
        if not word.verb or self._quoting(i):
            return None
        if reading is None:
            return self._appeal(i)
        entry = reading.entry
        if self._negated(i):
            return replace(self._operator(i, reading, entry.stance, None, None), negated=True)
        opener = self.scene.opener(i, that_only="weak" in entry.needs)
        if not self._constructed(i, reading, opener):
            return None
        subject = self._relayer(i, reading) if "relays" in entry.needs else self._speaker(i, reading)
        if self._claims(i, entry.stance):
            return charges.claim(self.scene, self._operator(i, reading, "Claims", subject, opener))
        if entry.stance == "Asserts" and subject is None and opener is None and not self._goes_on(i, reading):
            return None
        if "continues" in entry.needs and subject is not None and opener is None and not self._says_so(i):
            return None  # "تابع الجيش عملياته"
        if entry.stance in ("Accuses", "Suspects"):
            return charges.accusation(self.scene, self._operator(i, reading, entry.stance, subject, opener))
        if entry.stance == "Asserts" and opener is None and self._postposed(i):
            return Operator(
                i, "Asserts", subject, self._since(i), i, postposed=True, flags=entry.needs, entry=entry.lemma
            )
        return self._operator(i, reading, entry.stance, subject, opener)

    def _negated(self, i: int) -> bool:
        """Whether the verb is negated: "لم يعلن", "لم يشأ كشف"."""
        start = max(self.sentence.first, i - 2)
        near = self.words[start:i]
        if near and near[-1].bare in _NOT and not near[-1].definite:
            return True
        return len(near) == 2 and near[0].bare in ("لم", "لن") and not near[1].function and not near[1].sign

    def _operator(
        self, i: int, reading: Analysis, stance: str, subject: Phrase | None, opener: int | None
    ) -> Operator:
        entry = reading.entry
        return Operator(
            word=i,
            stance=stance,
            subject=subject,
            first=i,
            last=self.sentence.last,
            continues="continues" in entry.needs,
            objective=self._has_object(i, subject, opener),
            nested=self._nested(i),
            entry=entry.lemma,
            flags=entry.needs,
            opener=opener,
            reading=reading,
        )

    def _has_object(self, i: int, subject: Phrase | None, opener: int | None) -> bool:
        """Whether a noun is what is said, before any "أن": "أكد مسؤول مقتل", "تحدث عن 20 قتيلا"."""
        if opener is None or self.words[opener].conjunction:
            return True
        at = subject.last if subject is not None and subject.first > i else i + 1
        while at < opener and (self.words[at].sign or self.words[at].bare in ("عن", "علي", "ب")):
            at += 1
        word = self.words[at]
        return at < opener and not word.preposition and word.noun("Trigger", "TollNoun") is not None

    def _constructed(self, i: int, reading: Analysis, opener: int | None) -> bool:
        """Whether the verb stands in a construction of saying."""
        entry, after = reading.entry, self.words[i + 1] if i + 1 < self.sentence.last else None
        if "blame" in entry.needs:
            return any(
                w.bare.startswith("مسوولي")
                for w in self.words[i : min(i + _OBJECT_REACH, self.sentence.last)]
            )
        if "weak" in entry.needs and (opener is None or reading.pronoun):
            return False
        if reading.pronoun and self._as_told(i):
            return True
        if reading.pronoun and entry.stance not in ("Claims", "Accuses"):
            far = opener is None or opener > i + _OBJECT_REACH
            return not (far or "relays" in entry.needs or self._named_so(i))
        if "relays" in entry.needs and opener is None:
            return self._relayed(i) is not None
        impersonal = reading.form.kind == "present" and reading.form.passive and entry.stance != "Fears"
        return not (impersonal and after is not None and (self.scene.that(i + 1) or after.bare == "الي"))

    def _as_told(self, i: int) -> bool:
        """Whether the verb credits what stands before it: "على ما ذكرته الوكالة"."""
        before = self.words[max(self.sentence.first, i - 2) : i]
        return len(before) == 2 and before[1].bare == "ما" and before[0].bare in ACCORDING | {"علي"}

    def _named_so(self, i: int) -> bool:
        """Whether the verb only tells what something is called: "ما وصفه بأنه"."""
        before = self.scene.before(i)
        return before is not None and before.bare == "ما"

    def _speaker(self, i: int, reading: Analysis) -> Phrase | None:
        if "document" in reading.entry.needs:
            return next((p for p in self.scene.people(i + 1, i + 6) if p.preposition in ("في", "ب")), None)
        return self.scene.subject(i, reading)

    def _relayer(self, i: int, reading: Analysis) -> Phrase | None:
        subject = self.scene.subject(i, reading)
        return None if subject is not None and subject.preposition == "عن" else subject

    def _relayed(self, i: int) -> Phrase | None:
        """Whom "نقل ... عن" goes back to."""
        return next((p for p in self.scene.people(i + 1, i + 14) if p.preposition == "عن"), None)

    def _goes_on(self, i: int, reading: Analysis) -> bool:
        """Whether a verb without subject has the last speaker go on: "وأضاف", "كما أعلنت الدخول"."""
        if "continues" in reading.entry.needs:
            return not reading.pronoun
        before, after = self.scene.before(i), self.words[i + 1 : i + 2]
        led = i == self.sentence.first and bool(self.words[i].conjunction)
        led = led or (before is not None and before.bare == "كما")
        return led and any(w.noun("Trigger", "TollNoun") is not None for w in after)

    def _says_so(self, i: int) -> bool:
        """Whether a participle gives what is said: "وتابع المصدر قائلا"."""
        near = self.words[i + 1 : min(i + _OBJECT_REACH, self.sentence.last)]
        return any(a.entry.use == "Saying" and a.form.kind == "participle" for w in near for a in w.readings)

    def _claims(self, i: int, stance: str) -> bool:
        """Whether the verb claims responsibility: "تبنى", "أعلن مسؤوليته عن", "أعلن مسؤولية الحركة عن"."""
        if stance == "Claims":
            return True
        reach = range(
            i + 1, min(i + _OBJECT_REACH, self.scene.opener(i) or self.sentence.last, self.sentence.last)
        )
        at = next((k for k in reach if self._responsible(self.words[k])), None)
        return stance == "Asserts" and (at is not None or self._carried_out(i))

    def _carried_out(self, i: int) -> bool:
        """Whether an armed group announces that it did something: "أعلن التنظيم تنفيذ الهجوم"."""
        subject = next(self.scene.people(i + 1, i + 3), None)
        if subject is None or subject.mention.kind != "ArmedGroup":
            return False
        rest = self.words[subject.last : self.sentence.last]
        after = next((w for w in rest if not (w.definite and w.adjectival)), None)
        return after is not None and not after.definite and after.bare in _DOING

    def _responsible(self, word: Word) -> bool:
        return not word.definite and word.bare in _RESPONSIBILITY

    def _postposed(self, i: int) -> bool:
        """Whether a verb stands behind what it says: "كما أعلنت الحكومة", "على ما أفاد", "، يقول شاهد"."""
        before = self.scene.before(i)
        if before is None or not self._said_before(i - 1):
            return False
        if before.bare in _AS:
            return True
        closing = before.quote or before.bare in ("،", ",")
        return closing and not self.words[i].conjunction and self._ends(i)

    def _ends(self, i: int) -> bool:
        """Whether little follows the verb but who said it."""
        return not any(
            w.verb or w.noun("Trigger", "TollNoun") for w in self.words[i + 1 : self.sentence.last]
        )

    def _nested(self, i: int) -> bool:
        """Whether the verb stands inside what another verb says."""
        outer = [op for op in self.found if op.opener is not None and op.opener < i and not op.postposed]
        if not outer:
            return False
        before = self.scene.before(i)
        apart = self.words[i].conjunction == "و" or (before is not None and before.bare in _BREAKS | {"كما"})
        return not apart

    def _appeal(self, i: int) -> Operator | None:
        """Who calls or threatens speaks, too: "دعا", "هدد"."""
        reading = self.words[i].use("Trigger")
        if (
            reading is None
            or reading.entry.frame not in ("appeal", "threaten")
            or reading.pronoun
            or self._negated(i)
        ):
            return None
        subject = self.scene.subject(i, reading) or self._first_named(i)
        if subject is None and not self.words[i].conjunction:
            return None
        return Operator(
            i, "Asserts", subject, i, self.sentence.last, nested=self._nested(i), entry=reading.entry.lemma,
            flags=frozenset({"appeal"}), reading=reading,
        )  # fmt: skip

    def _first_named(self, i: int) -> Phrase | None:
        """The first subject of the sentence, that a coordinate verb goes on with."""
        if not self.words[i].conjunction or any(op.speech for op in self.found):
            return None
        return next(
            (p for p in self.scene.people(self.sentence.first, i) if not p.preposition and p.human), None
        )

    # --- participles and verbal nouns --------------------------------------------------------------------------------

    def _noun(self, i: int) -> Operator | None:
        word = self.words[i]
        reading = word.use("Saying")
        if reading is None or word.definite or (word.verb and not self._quoting(i)):
            return None
        entry = reading.entry
        if "relays" in entry.needs:
            source = self._relayed(i) if self._quoting(i) else None
            return self._relay_note(i, source, reading) if source is not None else None
        opener = self.scene.opener(i)
        if reading.form.kind == "participle":
            return self._participle(i, reading, opener)
        if entry.stance not in _NOMINAL:
            return None
        op = self._operator(i, reading, entry.stance, self._doer(i), opener)
        return charges.accusation(self.scene, op) if entry.stance in ("Accuses", "Suspects") else op

    def _doer(self, i: int) -> Phrase | None:
        """Whose denial, attempt or accusation a verbal noun names: its genitive."""
        after = self.scene.phrase(i + 1) if i + 1 < self.sentence.last else None
        return after if after is not None and not after.preposition and after.human else None

    def _quoting(self, i: int) -> bool:
        """Whether word `i` is "نقلا" in "نقلا عن", which is written as a verb is."""
        return self.words[i].bare == "نقلا" and any(w.bare == "عن" for w in self.words[i + 1 : i + 2])

    def _relay_note(self, i: int, source: Phrase, reading: Analysis) -> Operator:
        """Inside a saying "نقلا عن X" names the source of its words; else it credits what stands before it."""
        flags = reading.entry.needs
        said = any(op.speech and not op.postposed and (op.opener or -1) > i for op in self.found)
        if said:
            return Operator(
                i, "Asserts", source, i, self.sentence.last, flags=flags | {"inner"}, entry="naql"
            )
        last = self.found[-1] if self.found else None
        if last is not None and last.postposed and not any(w.verb for w in self.words[last.word + 1 : i]):
            return replace(last, word=i, subject=source, flags=flags | {"inner"}, entry="naql", reading=None)
        return Operator(i, "Asserts", source, self._since(i), i, postposed=True, flags=flags, entry="naql")

    def _participle(self, i: int, reading: Analysis, opener: int | None) -> Operator | None:
        """An indefinite participle goes on with the subject of the sentence: "مضيفا أن", "مشيرة إلى"."""
        word, after = self.words[i], self.words[i + 1 : i + 2]
        if (
            reading.form.passive
            or word.preposition
            or not after
            or reading.entry.stance in ("Suspects", "Accuses")
        ):
            return None
        if not word.bare.endswith(("ا", "ه", "ين", "ات")):
            return None
        follows = opener is not None and opener <= i + 4
        governs = after[0].bare in _AFTER_PARTICIPLE or after[0].preposition in ("ب", "ل")
        if not (follows or governs):
            return None
        if reading.entry.stance == "Asserts" and not follows and after[0].bare not in ("الي", "علي", "عن"):
            return None
        return self._operator(i, reading, reading.entry.stance, None, opener)


__all__ = ["ACCORDING", "Operator", "Sayings"]
