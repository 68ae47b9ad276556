"""Where a sentence says what became of people: the words of outcome, each with the phrases of those whom it befell.

Words of outcome are triggers of killing, seizing and driving out with the victims that their frame gives, the verbs of
outcome ("أصيب", "فقد") with their object or subject, and nouns that are an outcome of themselves ("25 قتيلا").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .clauses import Clause
from .figures import PEOPLE, SentenceView
from .lexicon import Analysis
from .phrases import Phrase, PhraseKind
from .roles import Slots
from .syntax import Chain
from .templates import Outcome
from .triggers import Trigger

BY_NAME = {
    "Killed": Outcome.KILLED,
    "Injured": Outcome.INJURED,
    "Missing": Outcome.MISSING,
    "Captured": Outcome.CAPTURED,
    "Displaced": Outcome.DISPLACED,
}
_BY_FRAME = {
    "kill": Outcome.KILLED,
    "perish": Outcome.KILLED,
    "toll": Outcome.KILLED,
    "arrest": Outcome.CAPTURED,
    "nab": Outcome.CAPTURED,
    "seize": Outcome.CAPTURED,
    "evict": Outcome.DISPLACED,
    "flee": Outcome.DISPLACED,
}
_MOODS = frozenset("رعب ذعر هلع خيبه صدمه احباط فيروس مرض عدوي خوف غضب قلق".split())
_DEADLY = frozenset({"Killing", "Assassination", "Execution"})


@dataclass(frozen=True, slots=True)
class Site:
    """A word of outcome: what became of the people of `chain`; `trigger` where it is one of a happening."""

    word: int
    outcome: Outcome
    chain: Chain
    trigger: Trigger | None = None


class Outcomes:
    """Finds the words of outcome of one sentence."""

    def __init__(
        self, view: SentenceView, slots: Mapping[int, Slots], triggers: Mapping[int, Trigger]
    ) -> None:
        self.view = view
        self.slots = slots
        self.triggers = triggers

    def sites(self) -> Iterator[Site]:
        """The words of outcome that have people, in order; of two with one figure, the second stands for both."""
        leading: Outcome | None = None
        for i in self.view.range(self.view.sentence.first, self.view.sentence.last):
            if not self.view.words[i].readings:
                continue
            site, second = self._site(i), self._second(i)
            if second is not None and (site is None or not self._fell_before(i, site.chain)):
                leading = self.says(i)
                continue
            if site is not None:
                both = {leading, site.outcome} == {Outcome.KILLED, Outcome.INJURED}
                yield replace(site, outcome=Outcome.KILLED_OR_INJURED) if both else site
            if self.says(i) is not None:
                leading = None

    def _second(self, i: int) -> int | None:
        """Where a word joined to an outcome says another ("مقتل وجرح 110", "قتل أو أصيب 30")."""
        if self.says(i) is None or self._complete(i):
            return None
        for j in self.view.range(i + 1, i + 3):
            joined = (
                self.view.words[j].conjunction == "و" if j == i + 1 else self.view.words[i + 1].bare == "او"
            )
            if joined and self.says(j) not in (None, self.says(i)):
                return j
        return None

    def _fell_before(self, i: int, chain: Chain) -> bool:
        """Whether those whom a verb befell stand before it in its clause ("إن متطرفا قتل واعتقل 16")."""
        return self._clause(i).first <= chain[0].first < i

    def _complete(self, i: int) -> bool:
        """Whether a word of outcome has its people in a pronoun or before it ("مصرعهم", "قتلوا")."""
        forms = [a for a in self.view.words[i].readings if a.entry.use in ("Trigger", "TollVerb")]
        return any(a.pronoun or (a.form.finite and a.form.number != 1) for a in forms)

    def says(self, i: int) -> Outcome | None:
        """The outcome that a word says by itself, whatever stands with it."""
        trigger = self.triggers.get(i)
        if trigger is not None and trigger.frame in _BY_FRAME:
            return Outcome.KILLED if trigger.type in _DEADLY else _BY_FRAME[trigger.frame]
        reading = self._verb_of_outcome(i)
        return BY_NAME.get(reading.entry.denotation) if reading else None

    def _site(self, i: int) -> Site | None:
        outcome, trigger = self.says(i), self.triggers.get(i)
        if outcome is None:
            return self._untriggered(i)
        if trigger is not None and trigger.frame in _BY_FRAME:
            chain = self._triggered(trigger) or self._numbered(i)
            if "person" in trigger.entry.needs:  # what was seized may be a thing
                chain = tuple(
                    p
                    for p in chain
                    if p.part != "unknown" and (p.kind is not PhraseKind.NUMBER or p.minimum == 1)
                )
            return Site(i, outcome, chain, trigger) if chain else None
        reading = self._verb_of_outcome(i)
        chain = self._befallen(i, reading) if reading else ()
        return Site(i, outcome, chain) if chain else None

    def _untriggered(self, i: int) -> Site | None:
        """A noun of seizing that is no trigger where it stands, with a count after it ("أسر 11 مسلحا")."""
        word = self.view.words[i]
        if word.verb or i in self.triggers:
            return None
        if any(t.type == "Trial" for t in self.triggers.values()):
            return None  # "حكم بإعدام عشرة متهمين"
        frames = [a.entry.frame for a in word.readings if a.nominal and a.entry.frame in ("seize", "kill")]
        chain = self.view.following(i) if frames else ()
        return Site(i, _BY_FRAME[frames[0]], chain) if chain and chain[0].quantity is not None else None

    # --- triggers --------------------------------------------------------------------------------------------------

    def _triggered(self, trigger: Trigger) -> Chain:
        """The people that a trigger befell: those of its frame, of the collocation, or right after a noun."""
        if trigger.collocate is not None:
            chain = self._collocated(trigger, trigger.collocate)
            if not chain and trigger.frame == "toll" and trigger.verb and trigger.analysis.form.number != 1:
                return self._counted_subject(trigger, beside=False)  # "إن 25 جنديا سقطوا قتلى"
            if chain or trigger.frame == "toll":
                return chain
        if not trigger.verb and trigger.analysis.pronoun and not self.view.following(trigger.word):
            return self._referent(trigger) if self._caused(trigger.word) else ()
        if trigger.verb and trigger.analysis.pronoun and trigger.frame in ("kill", "seize", "arrest"):
            return self._referent(trigger)
        if trigger.verb and trigger.analysis.form.number != 1:
            struck = self.view.following(trigger.word)
            if struck and not self.view.words[struck[0].first].conjunction:
                return struck  # its subject stands before it
        slots = self.slots[trigger.word].victims
        found = [
            p for p in slots if p.kind in PEOPLE and not self.view.among(p) and not self.view.attribute(p)
        ]
        objects = [p for p in found if p.first > trigger.word and p.minimum is not None and self._governed(p)]
        victims = self._of_one_chain(found, objects[0] if trigger.verb and objects else None)
        counted = any(p.minimum is not None for p in victims)
        if trigger.verb:
            subject = self._counted_subject(trigger, beside=bool(victims))
            if not subject and not victims and trigger.analysis.form.passive:
                subject = self.view.following(trigger.word)  # nobody else is killed: the verb is passive
            if not subject and not victims:
                subject = self._struck_by_act(trigger)
            return subject or (self.view.whole(self._chain_of(victims)) if victims else ())
        if not counted and (after := self._after_agent(trigger.word)):
            return after
        return self.view.whole(self._chain_of(victims)) if victims else self.view.following(trigger.word)

    def _caused(self, i: int) -> bool:
        """Whether a cause verb leads to a noun ("أدى إلى مقتله")."""
        return any(self.view.words[j].use("Cause") for j in self.view.range(i - 2, i))

    def _struck_by_act(self, trigger: Trigger) -> Chain:
        """The people counted after the act in which they fell ("قتل تفجيران 13 شخصا", "قتل في القصف طفلان")."""
        between = [w for w in self.triggers if trigger.word < w < trigger.clause.last]
        if not between:
            return ()
        chains = self.view.syntax.inside(between[0], trigger.clause.last)
        free = next((c for c in chains if not c[0].preposition and c[0].kind in PEOPLE), ())
        return free if free and free[0].minimum is not None and not free[0].definite else ()

    def _referent(self, trigger: Trigger) -> Chain:
        """The one whom the pronoun of a verb refers to ("أطلقا النار على شرطي فقتلاه")."""
        if trigger.analysis.pronoun not in ("ه", "ها"):
            return ()
        antecedent = self.view.syntax.arguments[trigger.clause.number].antecedent
        if antecedent is not None and antecedent.kind in PEOPLE and antecedent.minimum == 1:
            return (antecedent,)
        before = [c for c in self.view.syntax.chains if c[0].last <= trigger.word and c[0].minimum == 1]
        struck = [c for c in before if c[0].kind in PEOPLE and (c[0].preposition == "علي" or c[0].accusative)]
        return struck[-1][:1] if struck else ()

    def _numbered(self, i: int) -> Chain:
        """How many a relative clause is said to tell of ("بلغ عدد الذين اعتقلوا 371", "إلى 37 عدد من قتلوا")."""
        words, phrases = self.view.words, self.view.syntax.phrases
        after = words[i + 1 : min(i + 6, self.view.sentence.last)]
        if after and after[0].bare == "عدد" and any(w.bare == "بلغ" for w in after):
            return next(((p,) for p in phrases if i < p.first <= i + 8 and p.quantity is not None), ())
        head = next((j for j in self.view.range(i - 14, i) if words[j].bare == "عدد"), None)
        if head is None or not any(w.bare in ("الذين", "من") for w in words[head:i]):
            return ()
        told = {w.bare for w in words[max(head - 3, self.view.sentence.first) : head]}
        if told & {"بلغ", "وصل"}:
            return next(((p,) for p in phrases if i < p.first <= i + 8 and p.quantity is not None), ())
        return next(((p,) for p in phrases if p.last == head and p.preposition == "الي"), ())

    def _counted_subject(self, trigger: Trigger, *, beside: bool) -> Chain:
        """The people counted before a verb of dying: right `beside` it where it has others ("20 من الجنود قتلوا")."""
        if beside:
            if trigger.frame != "perish":
                return ()
            chains = [
                c for c in self.view.syntax.chains if c[-1].last == trigger.word and c[0].kind in PEOPLE
            ]
            return next((c for c in chains if c[0].quantity is not None), ())
        subject = self.view.syntax.arguments[trigger.clause.number].subject
        first = subject[0] if subject else None
        if first is None or first.kind not in PEOPLE or first.last > trigger.word:
            return ()
        if self.view.among(first) and (whole := self._whole_before(trigger, first)):
            return whole
        fell = (
            trigger.analysis.form.passive and subject[-1].last == trigger.word and first.minimum is not None
        )
        return subject if fell or first.quantity is not None else ()

    def _whole_before(self, trigger: Trigger, part: Phrase) -> Chain:
        """Those of whom a part is told before their verb ("إن 297 شخصا بينهم 37 أجنبيا اعتقلوا")."""
        before = self.view.syntax.inside(trigger.clause.first, part.first)
        whole = next((c for c in reversed(before) if c[0].kind in PEOPLE and c[0].quantity is not None), ())
        told = whole and any(w.verb for w in self.view.words[whole[-1].last : part.first])
        return () if told else whole

    def _governed(self, p: Phrase) -> bool:
        """Whether a phrase after a verb may be its object."""
        return not p.preposition and not self.view.words[p.first].conjunction

    def _of_one_chain(self, victims: list[Phrase], first: Phrase | None) -> list[Phrase]:
        """The victims that are coordinated with the `first` or the first counted; others are told beside them."""
        uncounted = victims[0] if victims else None
        first = first or next((p for p in victims if p.minimum is not None), uncounted)
        chain = self.view.syntax.chain_at(first) if first is not None else ()
        return [p for p in victims if p in chain]

    def _chain_of(self, victims: list[Phrase]) -> Chain:
        """The victims with those coordinated before them ("جنديين وحارسا قتلوا")."""
        chain = self.view.syntax.chain_at(victims[0])
        return chain if len(victims) < len(chain) and victims[-1] is chain[-1] else tuple(victims)

    def _collocated(self, trigger: Trigger, collocate: int) -> Chain:
        """The people after the noun of a collocation, or before it ("أودى بحياة 12 شخصا", "لقي 3 جنود مصرعهم")."""
        if trigger.frame == "toll":
            return ()
        onto = self.view.words[collocate + 1] if collocate + 1 < self.view.sentence.last else None
        at = collocate + 1 if onto is not None and onto.bare == "علي" else collocate
        after = self.view.following(at)
        if after or trigger.frame != "perish":
            return after
        between = self.view.syntax.inside(trigger.word + 1, collocate)
        return next((c for c in between if c[0].kind in PEOPLE and not c[0].preposition), ())

    def _after_agent(self, word: int) -> Chain:
        """The object of a verbal noun after its agent ("تصفية رجال الأمن ستة مسلحين")."""
        chains = self.view.syntax.inside(word + 1, word + 8)
        if len(chains) < 2 or chains[0][0].preposition or chains[0][0].first != word + 1:
            return ()
        second = chains[1]
        follows = self.view.opening(second[0]) == chains[0][-1].last
        return second if second[0].quantity is not None and follows else ()

    # --- verbs of outcome ------------------------------------------------------------------------------------------

    def _verb_of_outcome(self, i: int) -> Analysis | None:
        reading = self.view.words[i].use("TollVerb")
        if reading is None or reading.form.kind == "participle":
            return None
        beside = self.view.words[i + 1 : min(i + 4, self.view.sentence.last)]
        if any(w.bare.removeprefix("ب") in _MOODS for w in beside):
            return None  # "أصيب بذعر"
        present = reading.form.kind == "present"
        short = present and len(reading.form.written) == 3  # "تمت" is "was completed" but after "لم"
        ours = present and reading.form.written.startswith("ن")
        return None if ours or (short and self.view.words[i - 1].bare != "لم") else reading

    def _befallen(self, i: int, reading: Analysis) -> Chain:
        if not self.view.words[i].verb:
            return self.view.following(i)
        beside = [
            p for p in self.view.syntax.phrases if p.last == i and p.quantity is not None and p.kind in PEOPLE
        ]
        if beside and reading.form.number == 3:
            return (beside[0],)
        clause = self._clause(i)
        after = [
            c
            for c in self.view.syntax.inside(i + 1, clause.last)
            if not c[0].preposition and self._near(i, c)
        ]
        people = [c for c in after if c[0].kind in PEOPLE and not self._adverb(reading, c[0])]
        struck = next(
            (c for c in people if c[0].accusative or c[0].quantity is not None), people[0] if people else ()
        )
        if struck and (reading.entry.denotation != "Missing" or self._lost(i, struck)):
            return self.view.whole(struck)
        if after and not reading.form.passive:
            return ()
        subject = self.view.syntax.arguments[clause.number].subject
        if not subject or subject[0].kind not in PEOPLE:
            return ()
        lost = reading.entry.denotation != "Missing" or subject[0].quantity is not None
        return subject if lost else ()

    def _adverb(self, reading: Analysis, p: Phrase) -> bool:
        """Whether an uncounted accusative after a passive verb says how ("أصيب ... كشف هويته إعلاميا")."""
        voice = reading.form
        return voice.passive and not voice.active and p.accusative and p.quantity is None

    def _lost(self, i: int, struck: Chain) -> bool:
        """Whether people are the object of losing: "فقد" may be "and ... has" before another verb."""
        near = struck[0].first <= i + 4 and any(p.first == i + 1 for p in self.view.syntax.phrases)
        return not struck[0].definite and (near or self.view.opening(struck[0]) == i + 1)

    def _near(self, i: int, chain: Chain) -> bool:
        """Whether no other act stands between a verb and a chain after it, but for the verb's subject."""
        subject = i + 1 if self.view.words[i + 1].definite and not self.view.words[i + 1].preposition else i
        return not any(i < t < chain[0].first for t in self.triggers if t != subject)

    def _clause(self, i: int) -> Clause:
        return next(c for c in self.view.syntax.clauses if c.first <= i < c.last)
