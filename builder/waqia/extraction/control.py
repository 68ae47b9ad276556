"""Who is understood to do what a verbal noun names, told by what governs the noun (grammarians call it control).

That is the subject of the governing verb ("بدأت القوات قصف س"), its object ("طالبوا الحكومة بإرسال قوات"), the
genitive or the possessive of a governing noun ("محاولة القوات استعادة س", "نيتها الإفراج عن ص").
"""

from __future__ import annotations

import re

from waqia.arabic import numerals, particles

from .clauses import Clause
from .lexicon import Analysis
from .phrases import Phrase, PhraseKind
from .slots import SlotFilling
from .syntax import Chain
from .triggers import Trigger

_COMPLEMENT = frozenset({"", "ب", "في", "ل", "الي", "علي", "عن", "من"})
_OTHERS = frozenset({"عن", "علي", "الي"})
_PURPOSE = frozenset("هدف غرض بغيه اجل غيه قصد".split())
_JOINING = frozenset({"اضافه", "فضلا", "علاوه", "جانب"})  # "بالإضافة إلى السيطرة على ..."
_SAID = frozenset({"", "ب", "عن"})
# What befalls people: whoever announces it has not done it.
_BEFALLS = frozenset(
    "kill perish toll blast explode land clash assault fall lose flee seize ambush fire protest".split()
)
_NOBODY_DOES = frozenset("perish toll explode land fall lose".split())
_OF_PLACES = frozenset("take liberate enter advance".split())
_IN_VIEW = frozenset("نظر نسبه استناد عوده اشاره".split())  # "بالنظر إلى السيطرة على" adds nothing
_ORDINAL = re.compile(
    r"ا\w{2}[يه]?$|ا\w{3}$|ثان[يه]?$|ثالث$|رابع$|خامس$|عشرات$|مئات$|سلسله$|موجه$|عمليه$|عمليات$"
)
_DEPTH = 4
_OWN_SUBJECT = 3  # words from a verb to the noun that is its subject


class Control(SlotFilling):
    """Finds who is understood under a noun that names no agent of its own."""

    def _understood(self, trigger: Trigger) -> list[Phrase]:
        """Who is understood to act: by the nearest governor that tells, going outward from noun to noun."""
        if trigger.frame in _NOBODY_DOES:
            return []
        at, planning = trigger.word, False
        for _ in range(_DEPTH):
            governor = self._governor(at, trigger)
            if governor is None:
                return self._added(trigger) if at == trigger.word else []
            if governor == trigger.clause.predicate:
                return self._under_verb(governor, at, trigger, planning=planning)
            found = self._under_noun(governor, at, trigger)
            if found:
                return found
            planning = planning or (self._plans(governor) and bool(self._link(self._start(governor))))
            at = governor
        return []

    def _added(self, trigger: Trigger) -> list[Phrase]:
        """Who took a place too, by words that add it after a comma, well written or not: "، بالاظافة إلى دخول س"."""
        words, at = self.text.words, trigger.word
        if at - 3 < trigger.clause.first or words[at - 1].bare != "الي" or trigger.frame not in _OF_PLACES:
            return []
        adding = words[at - 2].preposition == "ب" and words[at - 2].bare not in _IN_VIEW
        before = [s for s in self.starts if trigger.clause.first <= s < at and s in self.read_before]
        taken = bool(before) and self.triggers[before[-1]].frame in _OF_PLACES
        comma = words[at - 3].bare in ("،", ",")
        return list(self.read_before[before[-1]].agents) if adding and comma and taken else []

    # --- what governs ------------------------------------------------------------------------------------------------

    def _governor(self, at: int, trigger: Trigger) -> int | None:
        """The word that governs the noun at `at`: a verb, or a noun of an act, before it in its clause."""
        words, start = self.text.words, self._start(at)
        link = self._link(start)
        if link not in _COMPLEMENT:
            return None
        joined = words[start].conjunction == "و" or self._joins(start)
        for i in range(start - 1, trigger.clause.first - 1, -1):
            if i == trigger.clause.predicate or self._controls(i):
                return i
            if i in self.triggers and i != trigger.collocate:
                if (
                    (joined and self.triggers[i].frame != "clash")
                    or i == start - 1
                    or (link == "ل" and self._told(i))
                ):
                    return i
                if link and link != "ل":
                    return None
            if i == start - 1 and not link and self._heads(i):
                return None
        return None

    def _told(self, i: int) -> bool:
        """Whether a noun of an act has its agent."""
        return i in self.read_before and bool(self.read_before[i].agents)

    def _heads(self, i: int) -> bool:
        """Whether a noun of no act has the next for its genitive: "استغلال (الهدنة)", not "أولى (غارات)"."""
        word = self.text.words[i]
        plain = word.token.is_word and not (word.definite or word.function or word.verb or word.adjectival)
        named = any(p.first <= i < p.last for p in self.syntax.phrases)
        return plain and not named and not _ORDINAL.match(word.bare)

    def _start(self, at: int) -> int:
        """The first word of the numbers and quantifiers that count a noun, or point to it: "أكثر من 20 (غارة)"."""
        words, first = self.text.words, self.syntax.sentence.first
        while at - 1 > first:
            before = words[at - 1]
            pointed = before.bare in particles.DEMONSTRATIVES and not before.preposition
            counts = (
                pointed or before.token.is_number or before.bare in particles.QUANTIFIERS | numerals.WORDS
            )
            if not counts and not (before.bare == "من" and words[at - 2].bare in particles.QUANTIFIERS):
                break
            at -= 1
        return at

    def _link(self, start: int) -> str:
        """The preposition of a noun; "ل" for every purpose ("بهدف", "من أجل")."""
        words = self.text.words
        word, before = words[start], words[start - 1]
        if word.preposition or start == self.syntax.sentence.first:
            return word.preposition
        if before.bare in _PURPOSE and not before.definite:
            return "ل"
        return before.bare if before.bare in particles.PREPOSITIONS and not before.definite else ""

    def _joins(self, start: int) -> bool:
        """Whether "بالإضافة إلى" and the like join the noun to one before it."""
        words = self.text.words
        return words[start - 1].bare in ("الي", "عن") and words[start - 2].bare in _JOINING

    def _controls(self, i: int) -> Analysis | None:
        """The reading of word `i` that tells who is understood under it."""
        word = self.text.words[i]
        for a in word.readings:
            entry = a.entry
            if entry.verb and (a.form.finite != word.verb or a.form.kind == "participle"):
                continue
            if word.definite and (a.pronoun or a.form.construct):
                continue
            light = entry.use == "LightVerb" and not entry.needs & {"occur", "passive", "place"}
            if entry.controls or light:
                return a
        return None

    def _plans(self, noun: int) -> bool:
        """Whether a noun is an attempt or a plan, which whoever acts in the clause makes: "في محاولة للسيطرة"."""
        readings = self.text.words[noun].readings
        return any(a.entry.stance in ("Plans", "Attempts") and not a.form.finite for a in readings)

    # --- whom it tells -----------------------------------------------------------------------------------------------

    def _under_noun(self, noun: int, at: int, trigger: Trigger) -> list[Phrase]:
        """The genitive of a governing noun, or whom its possessive means."""
        if noun in self.triggers and noun in self.read_before:
            slots, reading = self.read_before[noun], self._controls(noun)
            if reading is not None and reading.entry.controls == "object":
                return list(slots.objects)
            return list(slots.agents)
        reading = self._controls(noun)
        if reading is None:
            return []
        if reading.pronoun:
            return self._owner(noun, reading.pronoun, trigger)
        if (having := self._having(noun)) is not None:
            return list(having)
        if self.text.words[noun].definite:
            return []
        return self._acting(next((c for c in self.syntax.inside(noun + 1, at) if c[0].first == noun + 1), ()))

    def _having(self, noun: int) -> Chain | None:
        """Who is said to have a plan: "لدى تركيا خطط لإرسال قوات"."""
        clause = next(c for c in self.syntax.clauses if c.first <= noun < c.last)
        return next((c for c in self.syntax.inside(clause.first, noun) if c[0].preposition == "لدي"), None)

    def _owner(self, noun: int, pronoun: str, trigger: Trigger) -> list[Phrase]:
        """Whom a possessive means: the subject of the clause or who was named last, as number allows."""
        subject = self.syntax.arguments[trigger.clause.number].subject
        named = [c for c in reversed(self.syntax.chains) if c[-1].last <= noun and c[0].first != noun]
        found = (self._acting(c) for c in (subject, *named, self.syntax.before) if c)
        return next(
            (
                list(c)
                for c in found
                if c and c[0].first != noun and not c[0].accusative and _agrees(pronoun, c)
            ),
            [],
        )

    def _under_verb(self, verb: int, at: int, trigger: Trigger, *, planning: bool) -> list[Phrase]:
        """The subject or object of the governing verb, as the verb tells; under a purpose always the subject."""
        clause = trigger.clause
        reading, link = self._controls(verb), self._link(self._start(at))
        if self._may_be_noun(verb) and (having := self._having(verb)) is not None:
            return list(having)
        if any(a.entry.stance == "Foils" for a in self.text.words[verb].readings):
            return []
        if reading is None:
            purpose = planning or link == "ل"
            return self._subject(verb, at, clause) if purpose and not self._undergoes(verb) else []
        if reading.entry.stance in ("Asserts", "Denies", "Claims") and reading.entry.use == "Saying":
            told = link in _SAID and at == trigger.word and trigger.frame not in _BEFALLS
            return self._speaking(verb, at, clause) if told else []
        if link and self._complemented(verb, at):
            return []
        if link in ("علي", "مع") and reading.entry.use == "LightVerb":
            return []  # "قام برد على (الهجوم)"
        if reading.entry.controls == "object":
            return self._object(verb, at, trigger)
        if link == "في" and not self._stands_beside(verb, at, clause):
            return []
        return self._subject(verb, at, clause)

    def _complemented(self, verb: int, at: int) -> bool:
        """Whether the verb has another complement before the noun: "امتنعت عن التعليق لأسباب تتعلق بالعملية"."""
        words, phrases = self.text.words, self.syntax.phrases
        for i in range(verb + 1, self._start(at) - 1):
            word, after = words[i], words[i + 1]
            free = after.token.is_word and not (after.preposition or after.function) and i + 1 < at
            named = any(p.first <= i + 1 < p.last for p in phrases) or i + 1 in self.triggers
            if (
                word.bare in _OTHERS
                and not word.definite
                and free
                and not named
                and not self._controls(i + 1)
            ):
                return True
        return False

    def _may_be_noun(self, verb: int) -> bool:
        """Whether what is taken for a verb may be a noun: "خطط"."""
        return any(not a.entry.verb for a in self.text.words[verb].readings)

    def _undergoes(self, verb: int) -> bool:
        word = self.text.words[verb]
        light = word.use("LightVerb", "Saying")
        return light is not None or all(not a.form.active for a in word.readings if a.form.finite)

    def _stands_beside(self, verb: int, at: int, clause: Clause) -> bool:
        """Whether only its subject stands between a verb and "في": "شاركت القوات في قصف", no circumstance."""
        subject = self.syntax.arguments[clause.number].subject
        inside = {i for p in subject for i in range(p.first, p.last)}
        between = (w for w in self.text.words[verb + 1 : at] if w.i not in inside)
        return sum(w.token.is_word for w in between) <= _OWN_SUBJECT

    def _subject(self, verb: int, at: int, clause: Clause) -> list[Phrase]:
        """The subject of a verb, unless the noun is itself the subject: "استمر القصف"."""
        if verb in self.triggers and verb in self.read_before:
            return list(self.read_before[verb].agents)
        arguments = self.syntax.arguments[clause.number]
        singular = any(a.form.number == 1 for a in self.text.words[verb].readings if a.form.finite)
        free = not self._link(self._start(at)) and at - verb <= _OWN_SUBJECT
        alone = arguments.inherited or not arguments.subject
        if free and singular and alone and not self._of_other_gender(verb, at):
            return []
        return self._acting(arguments.subject)

    def _of_other_gender(self, verb: int, at: int) -> bool:
        """Whether a feminine verb cannot have the masculine noun for its subject: "كما أعلنت الدخول إلى"."""
        forms = [a.form for a in self.text.words[verb].readings if a.form.finite]
        bare = self.text.words[at].bare
        return all(f.feminine for f in forms) and not bare.endswith(("ه", "ات", "ي", "ا"))

    def _speaking(self, verb: int, at: int, clause: Clause) -> list[Phrase]:
        """Who announces what he has done himself: a side or an authority, by its spokesman too."""
        return [p for q in self._subject(verb, at, clause) if self._does(p := q.represented)]

    def _does(self, p: Phrase) -> bool:
        attacks = p.kind is PhraseKind.GROUP and p.victim_kind == "Attacker"
        return p.armed or attacks or p.kind is PhraseKind.PLACE

    def _object(self, verb: int, at: int, trigger: Trigger) -> list[Phrase]:
        """Whom the verb makes or asks to act; those who call for a protest, or order something, where it is nobody."""
        objects = self.syntax.arguments[trigger.clause.number].objects
        asked = [c for c in objects if verb < c[0].first < at]
        asked += [c for c in self.syntax.inside(verb + 1, at) if c[0].preposition in ("ل", "الي", "علي")]
        for chain in asked:
            if found := self._acting(chain):
                return found
        calls = verb in self.triggers and trigger.frame != "protest"
        return [] if calls else self._subject(verb, at, trigger.clause)

    def _acting(self, chain: Chain) -> list[Phrase]:
        """The chain if its first phrase names one who can act."""
        if not chain:
            return []
        first = chain[0]
        rules = first.kind is PhraseKind.PLACE and self._rules(first) and not first.part
        acts = (
            (first.human and first.kind is not PhraseKind.SOURCE) or first.kind is PhraseKind.METHOD or rules
        )
        return list(chain) if acts else []


def _agrees(pronoun: str, chain: list[Phrase]) -> bool:
    """Whether a possessive may mean those of a chain, by number: "هما" two, "هم" several, or an organization."""
    first = chain[0]
    count = first.minimum if len(chain) == 1 else len(chain)
    if pronoun == "هما":
        return count == 2
    if pronoun == "هم":
        return first.kind is not PhraseKind.PERSON and (first.plural or count != 1)
    return count in (None, 1) and not (first.kind is PhraseKind.GROUP and first.plural)
