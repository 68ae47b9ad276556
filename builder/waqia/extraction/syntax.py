"""Who does what in a clause: coordination of phrases, subjects and objects, with subjects carried over.

Arabic news is verb first ("شنت المقاتلات غارات"), noun first after "أن" and in headlines; a verb that agrees in number
has its subject before it or in the clause before. A relative clause takes its antecedent for the argument that it
lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from waqia.arabic import particles

from .clauses import Clause, ClauseKind
from .phrases import Phrase, PhraseKind
from .words import Sentence, Text, Word

Chain = tuple[Phrase, ...]
_WOMEN = frozenset("امراه نساء نسوه".split())
_STOPS = frozenset({".", "..", "...", "…", ":", "؛", "!", "؟"})
_OTHER = ("اخر", "اخري")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a clause's predicate: chains of coordinated phrases.

    `free` is the first without preposition after the verb, whatever it is.
    """

    subject: Chain = ()
    objects: tuple[Chain, ...] = ()
    inherited: bool = False
    antecedent: Phrase | None = None
    antecedent_trigger: int | None = None
    free: Chain = ()


def chains(text: Text, phrases: Sequence[Phrase]) -> list[Chain]:
    """Phrases joined by "و" and commas into one argument; a chain is governed as its first phrase is."""
    out: list[list[Phrase]] = []
    for phrase in phrases:
        if out and _coordinates(text, out[-1][-1], phrase):
            out[-1].append(phrase)
        else:
            out.append([phrase])
    return [_shared_owner(c) for c in out]


def _shared_owner(chain: list[Phrase]) -> Chain:
    """Whose the last thing is, the ones before it are: "مواقع وتجمعات للحوثيين"."""
    owner = chain[-1].organization
    if owner is None or len(chain) == 1:
        return tuple(chain)
    return tuple(
        replace(p, organization=owner) if p.kind is PhraseKind.THING and p.organization is None else p
        for p in chain
    )


def _coordinates(text: Text, left: Phrase, right: Phrase) -> bool:
    gap = text.words[left.last : right.first]
    if right.preposition or not right.conjoined or len(gap) > 2:
        return False
    if any(w.bare in _STOPS or (w.token.is_word and w.bare != "و") for w in gap):
        return False
    if (left.kind is PhraseKind.NUMBER) != (
        right.kind is PhraseKind.NUMBER
    ) and right.kind is PhraseKind.NUMBER:
        return True
    if left.preposition == "بين" and right.human:
        return True
    return left.located == right.located or (
        left.human and right.kind is PhraseKind.PLACE and right.mention.kind == "Country"
    )


@dataclass
class Syntax:
    """The arguments of the clauses of one sentence."""

    text: Text
    sentence: Sentence
    clauses: Sequence[Clause]
    phrases: Sequence[Phrase]
    before: Chain = ()
    rules: Callable[[str], object] = bool  # whether a place's name stands for a government

    def __post_init__(self) -> None:
        self.phrases = [self._through_quantifier(p) for p in self.phrases]
        self.chains = chains(self.text, self.phrases)
        self.arguments: dict[int, Arguments] = {}
        for clause in self.clauses:
            self.arguments[clause.number] = self._read(clause)

    def _through_quantifier(self, phrase: Phrase) -> Phrase:
        """The phrase as governed by what governs its quantifier: "مع عدد من العناصر", "بين أفراد إحدى العشائر"."""
        words, at = self.text.words, phrase.first - 1
        if phrase.preposition == "من" and not words[phrase.first].preposition and words[at].bare == "من":
            at -= 1
        elif phrase.preposition:
            return phrase
        first = at
        while at >= self.sentence.first and _quantifies(words[at]):
            at -= 1
        if at == first:
            return phrase
        quantifier = words[at + 1]
        before = words[at] if at >= self.sentence.first else None
        if quantifier.preposition:
            return replace(phrase, preposition=quantifier.preposition, construct=False)
        if before is not None and before.bare in particles.PREPOSITIONS and not before.definite:
            return replace(phrase, preposition=before.bare, construct=False)
        return replace(
            phrase,
            preposition="",
            construct=False,
            conjoined=quantifier.conjunction == "و" or (phrase.conjoined and at == first),
        )

    def chain_at(self, phrase: Phrase) -> Chain:
        """The chain that `phrase` opens or belongs to; itself where it was cut out of another."""
        return next((c for c in self.chains if phrase in c), (phrase,))

    def inside(self, first: int, last: int) -> list[Chain]:
        """The chains that start between two words."""
        return [c for c in self.chains if first <= c[0].first < last]

    def _read(self, clause: Clause) -> Arguments:
        found = self._arguments(clause)
        at = clause.predicate
        free = (
            next((c for c in self.inside(at + 1, clause.last) if not c[0].preposition), ())
            if at is not None
            else ()
        )
        return replace(found, free=free)

    def _arguments(self, clause: Clause) -> Arguments:
        if clause.predicate is None:
            return Arguments(subject=self._topic(clause))
        words, at = self.text.words, clause.predicate
        after = [
            c
            for c in self.inside(at + 1, clause.last)
            if not c[0].preposition and not self._genitive_of_noun(c[0])
        ]
        before = [c for c in self.inside(clause.first, at) if self._topical(c, clause)]
        if not before and clause.first > self.sentence.first and words[clause.first - 1].bare == "-":
            before = self._interrupted(clause)
        finite = [a.form.number for a in words[at].readings if a.form.finite]
        plural = words[at].verb and bool(finite) and set(finite) <= {2, 3}
        pronoun = next((a.pronoun for a in words[at].readings if a.form.finite and a.pronoun), "")
        antecedent, trigger = self._antecedent(clause)
        actors = [c for c in after if self._can_act(c) and not self._other_gender(at, c[0])]
        topic = self._passive_topic(clause, at)
        if topic and not actors:
            return Arguments((), (topic, *after), False, antecedent, trigger)
        if before:
            return Arguments(before[-1], tuple(after), False, antecedent, trigger)
        if pronoun and actors:
            return Arguments(
                actors[0], tuple(c for c in after if c is not actors[0]), False, antecedent, trigger
            )
        if pronoun and not actors and antecedent is not None and self._taken_up(clause, antecedent):
            around = self.arguments[clause.parent].subject if clause.parent in self.arguments else ()
            return Arguments(around, ((antecedent,), *after), True, antecedent, trigger)
        if plural or (not actors and not after):
            subject, inherited = self._inherited(clause, antecedent)
            return Arguments(subject, tuple(after), inherited, antecedent, trigger)
        if self._other_gender(at, after[0][0]) and not actors:
            subject, inherited = self._inherited(clause, antecedent)
            return Arguments(subject, tuple(after), inherited, antecedent, trigger)
        first = after[0]
        if (
            clause.kind is ClauseKind.RELATIVE
            and antecedent is not None
            and len(after) == 1
            and not self._resumes(clause)
            and antecedent.human
        ):
            return Arguments((antecedent,), tuple(after), False, antecedent, trigger)
        if not self._can_act(first) and len(actors) == 0:
            subject, inherited = self._inherited(clause, antecedent)
            return Arguments(
                subject if inherited or antecedent is not None else (),
                tuple(after),
                inherited,
                antecedent,
                trigger,
            )
        return Arguments(first, tuple(after[1:]), False, antecedent, trigger)

    def _taken_up(self, clause: Clause, people: Phrase) -> bool:
        """Whether the pronoun of the verb means those right before it: "(أعدمت الحركة) مهندسا خطفته"."""
        return people.human and people.last >= clause.first - (clause.predicate != clause.first)

    def _other_gender(self, verb: int, p: Phrase) -> bool:
        """Whether a feminine verb cannot have counted men after it for its subject: "(الشرطة ...) وأوقفت خمسة رجال"."""
        finite = [a.form for a in self.text.words[verb].readings if a.form.finite]
        if p.kind is not PhraseKind.GROUP or not finite or not all(f.feminine for f in finite):
            return False
        head = self.text.words[p.head].bare
        counted = p.quantity is not None and p.first < p.head
        men = head.endswith(("ون", "ين")) or (
            counted and not head.endswith(("ه", "ات")) and head not in _WOMEN
        )
        return men and p.mention.iri is None

    def _interrupted(self, clause: Clause) -> list[Chain]:
        """What stood before the parenthesis that the clause goes on after ("القوات -التي ...- تقاتل")."""
        outer = self.clauses[clause.parent] if clause.parent is not None else None
        if outer is None or outer.predicate is not None:
            return []
        return [c for c in self.inside(outer.first, outer.last) if self._topical(c, outer)]

    def _passive_topic(self, clause: Clause, at: int) -> Chain:
        """What stands free right after "أن" and cannot act: the object of a passive ("أن المخيم استهدف")."""
        if clause.kind is not ClauseKind.THAT:
            return ()
        found = [
            c
            for c in self.inside(clause.first, at)
            if not c[0].preposition and c[0].first <= clause.first + 2
        ]
        return (
            found[0]
            if found
            and not self._can_act(found[0])
            and (found[0][0].located or found[0][0].kind is PhraseKind.THING)
            else ()
        )

    def _resumes(self, clause: Clause) -> bool:
        """Whether the clause takes up its antecedent by a pronoun ("التي يسيطر عليها", "شنها")."""
        words = self.text.words[clause.first : min(clause.last, clause.first + 7)]
        if any(a.pronoun for w in words if w.verb for a in w.readings if a.form.finite):
            return True
        return any(
            w.bare
            in (
                "عليها",
                "عليه",
                "عليهم",
                "فيها",
                "فيه",
                "لها",
                "له",
                "بها",
                "به",
                "منها",
                "منه",
                "اليها",
                "اليه",
            )
            for w in words
        )

    def _topic(self, clause: Clause) -> Chain:
        found = [c for c in self.inside(clause.first, clause.last) if not c[0].preposition]
        return found[0] if found else ()

    def _topical(self, chain: Chain, clause: Clause) -> bool:
        p = chain[0]
        return (
            not p.preposition
            and self.text.words[p.head].bare not in ("اخر", "اخري")
            and (
                p.human
                or p.kind in (PhraseKind.METHOD, PhraseKind.NUMBER)
                or (self._can_act(chain) and p.first <= clause.first + 2)
            )
            and not self._genitive_of_noun(p)
            and not self._owns(p)
        )

    def _owns(self, p: Phrase) -> bool:
        """Whether somebody is only named as whose a thing is: "منزل الأسير"."""
        before = self.text.words[p.first - 1] if p.construct else None
        return before is not None and p.definite and not before.definite and before.noun("Thing") is not None

    def _genitive_of_noun(self, phrase: Phrase) -> bool:
        """Whether the phrase is the genitive of a noun that names an act or a toll, not an argument of the verb."""
        if not phrase.construct:
            return False
        before = self.text.words[phrase.first - 1]
        if self.text.words[phrase.first - 2].verb and not phrase.definite and before.noun("Trigger"):
            return False  # "استهدف هجوم مركزا": the noun is the subject
        return (
            not before.definite and before.act("Trigger", "LightVerb", "TollVerb", "Saying", "Cause")
        ) or before.preposition != ""

    def _can_act(self, chain: Chain) -> bool:
        p = chain[0]
        if p.kind is PhraseKind.PLACE:
            if p.mention.kind == "Governorate" and self.rules(p.mention.text) is None:
                return False
            kinds = ("Country", "City", "Governorate")
            return p.mention.kind in kinds and p.mention.iri is not None and not p.part
        return (p.human and not p.accusative) or p.kind is PhraseKind.METHOD

    def _antecedent(self, clause: Clause) -> tuple[Phrase | None, int | None]:
        if clause.kind is not ClauseKind.RELATIVE and not (
            clause.number and clause.first == clause.predicate
        ):
            return None, None
        limit = clause.first
        phrase = next((p for p in reversed(self.phrases) if p.last <= limit and limit - p.last <= 3), None)
        trigger = self._act_before(limit, None if self._resumes(clause) else phrase)
        if clause.kind is not ClauseKind.RELATIVE:
            if self.text.words[clause.first].conjunction:
                return None, None
            return phrase, trigger
        return phrase, trigger

    def _act_before(self, limit: int, beside: Phrase | None) -> int | None:
        """The noun of an act that a relative clause is about, unless people stand right before ("مقتل مسلح هاجم")."""
        words, last = self.text.words, self.text.words[limit - 1]
        people = beside is not None and beside.kind in (PhraseKind.GROUP, PhraseKind.PERSON)
        told = people and last.bare not in _OTHER and last.noun("Method") is None  # not "هجوم انتحاري"
        if told and beside is not None and beside.last == limit and not last.preposition:
            return None
        before = range(limit - 1, max(self.sentence.first, limit - 6) - 1, -1)
        return next((i for i in before if words[i].act("Trigger")), None)

    def _described(self, clause: Clause, people: Phrase) -> bool:
        """Whether the plural verb that opens a clause tells of the people before it ("ثمانية مسلحين بايعوا س")."""
        return (
            people.last == clause.first
            and people.kind is PhraseKind.GROUP
            and people.plural
            and not people.definite
            and all(a.form.number in (2, 3) for a in self.text.words[clause.first].readings if a.form.finite)
        )

    def _resumed(self, clause: Clause) -> bool:
        """Whether "أن" takes the subject up again ("إنها", "أنهم"), or its verb does by its number."""
        opening = self.text.words[clause.first]
        if opening.bare != "ان" and opening.bare.removeprefix("ب") != "ان":
            return True
        verb = clause.predicate
        return verb is not None and all(
            a.form.number in (2, 3) for a in self.text.words[verb].readings if a.form.finite
        )

    def _after_comma(self, clause: Clause) -> bool:
        """Whether a comma sets the clause off from a relative one before it, so that it goes on with the main one."""
        before = self.clauses[clause.number - 1].kind if clause.number else None
        return before is ClauseKind.RELATIVE and self.text.words[clause.first - 1].bare in ("،", ",")

    def _inherited(self, clause: Clause, antecedent: Phrase | None) -> tuple[Chain, bool]:
        if clause.kind is ClauseKind.RELATIVE and antecedent is not None:
            return self.chain_at(antecedent)[-1:] if not antecedent.plural else (antecedent,), True
        if antecedent is not None and self._described(clause, antecedent):
            return self.chain_at(antecedent)[-1:], True
        if clause.kind is ClauseKind.THAT and not self._resumed(clause):
            return (), False
        parent = clause.parent
        previous = clause.number - 1
        beside = clause.kind is ClauseKind.COORDINATE and not self._after_comma(clause)
        order = [previous, parent] if beside else [parent, previous]
        for number in order:
            if number is None or number not in self.arguments:
                continue
            if number != parent and self.clauses[number].kind is ClauseKind.RELATIVE and not beside:
                continue
            subject = self.arguments[number].subject
            if clause.kind is ClauseKind.THAT and self.before and subject and _only_speaks(subject[0]):
                continue  # "وأضافت المصادر أنهم سيطروا": they are those told of before
            if any(p.human or p.kind is PhraseKind.METHOD for p in subject):
                return subject, True
        return self.before, True


def _quantifies(word: Word) -> bool:
    """Whether a word only counts the noun after it, in any case: "عددا (من)"."""
    return not word.verb and (
        word.bare in particles.QUANTIFIERS or word.bare.removesuffix("ا") in particles.QUANTIFIERS
    )


def _only_speaks(phrase: Phrase) -> bool:
    """Whether a phrase names a source, which reports what others did."""
    return phrase.kind is PhraseKind.SOURCE or phrase.mention.kind in (
        "MediaOrganization",
        "MonitoringOrganization",
    )


def governed(chain: Chain) -> str:
    """The preposition of a chain."""
    return chain[0].preposition


__all__ = ["Arguments", "Chain", "Syntax", "chains", "governed", "replace"]
