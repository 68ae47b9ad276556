"""Relations between actors that the article states: posts, composition, membership, support, alliance.

Posts come with persons ("المتحدث باسم قوات سوريا الديمقراطية طلال سلو"), the others by a participle after an
organization ("المؤلفة من", "المنضوي في إطار", "المدعومة من") or by a relative clause ("التي تشكل القوات عامودها").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqia.arabic import particles

from .clauses import Clause, ClauseKind
from .names import Names
from .phrases import Phrase, PhraseKind
from .reading import ArticleReading
from .sentences import SentenceReading
from .templates import Mention, Relation, Span
from .tenures import tenures
from .words import Text

_PROPERTIES = {
    "Leadership": "leaderOf",
    "Spokesperson": "spokespersonFor",
    "Composition": "hasPart",
    "Membership": "memberOf",
    "Support": "supportedBy",
    "Alliance": "alliedWith",
}
_REACH = 12  # words
_NEAR = 3  # words


def relations(reading: ArticleReading) -> tuple[Relation, ...]:
    """The relations of an article, each once."""
    found: dict[tuple[str, ...], Relation] = {}
    for sentence in reading.sentences:
        for relation in (*_Sentence(reading, sentence).relations(), *tenures(reading, sentence)):
            key = (relation.property, _key(relation.subject), _key(relation.object), *_dated(relation))
            found.setdefault(key, relation)
    return tuple(found.values())


def _dated(relation: Relation) -> Iterator[str]:
    """What tells one joining from another, and from the leaving."""
    yield from (f"{at} {day}" for at, day in (("since", relation.since), ("until", relation.until)) if day)


def _key(mention: Mention) -> str:
    return mention.iri or mention.text


class _Sentence:
    def __init__(self, reading: ArticleReading, sentence: SentenceReading) -> None:
        self.text: Text = reading.text
        self.names: Names = reading.names
        self.sentence = sentence

    def relations(self) -> Iterator[Relation]:
        """The relations of the sentence: of its persons, then of its participles and relative clauses."""
        for phrase in self.sentence.phrases:
            if phrase.kind is PhraseKind.PERSON and phrase.mention.post:
                yield from self._post(phrase)
        for i in range(self.sentence.sentence.first, self.sentence.sentence.last):
            yield from self._participle(i)
        for clause in self.sentence.clauses:
            if clause.kind is ClauseKind.RELATIVE and clause.predicate is not None:
                yield from self._relative(clause)

    def _post(self, person: Phrase) -> Iterator[Relation]:
        """A named person's post in an organization that the post names."""
        organization = person.mention.organization or self._organization(person)
        if organization is None or person.mention.described:
            return
        title = self.text.words[person.first].noun("Title")
        property_ = _PROPERTIES.get(title.entry.denotation, "holdsPost") if title is not None else "holdsPost"
        yield self._relation(
            property_, person.mention, organization, person.first, person.last, post=person.mention.post
        )

    def _organization(self, person: Phrase) -> Mention | None:
        for i in range(person.first + 1, person.last):
            known = self.names.known(i, person.last)
            if known is not None and known.actors and known.certain and known.actors[0].kind != "Person":
                actor = known.actors[0]
                start, end = self.text.span(i, known.last)
                return Mention(self.text.string(i, known.last), Span(start, end), actor.kind, actor.iri)
        return None

    def _participle(self, i: int) -> Iterator[Relation]:
        """By a participle: "الهيئة المؤلفة من الجبهة وفصائل أخرى", "الفصيل المنضوي في إطار التحالف"."""
        reading = self.text.words[i].noun("Relation")
        subject = self._before(i) if reading is not None else None
        if reading is None or subject is None:
            return
        whole = self._cut(subject, i)
        property_, prepositions = _PROPERTIES[reading.entry.denotation], reading.entry.prepositions
        if subject.last > i + 1:
            other = self._inside(i + 1, subject.last, prepositions)
            if other is not None:
                yield self._relation(property_, whole, other, subject.first, subject.last)
            return
        for p in self._governed(i, prepositions):
            yield self._relation(property_, whole, p.actor, subject.first, p.last)

    def _before(self, i: int) -> Phrase | None:
        """The organization that a participle is said of."""
        named = (p for p in reversed(self.sentence.phrases) if p.kind is PhraseKind.ORGANIZATION)
        return next((p for p in named if p.head < i <= p.last + 1), None)

    def _cut(self, subject: Phrase, i: int) -> Mention:
        """The organization without the participle that the phrase may reach over."""
        if subject.last <= i:
            return subject.mention
        start, end = self.text.span(subject.first, i)
        return replace(subject.mention, text=self.text.string(subject.first, i), span=Span(start, end))

    def _inside(self, i: int, last: int, prepositions: tuple[str, ...]) -> Mention | None:
        """The name after a participle that its phrase reaches over: "فصائل مدعومة من تركيا"."""
        if self.text.words[i].bare not in prepositions or i + 1 >= last:
            return None
        start, end = self.text.span(i + 1, last)
        name = self.text.string(i + 1, last)
        known = self.names.known(i + 1, last)
        actor = known.actors[0] if known is not None and known.actors else self.names.metonym(name)
        return Mention(name, Span(start, end), actor.kind, actor.iri) if actor is not None else None

    def _governed(self, i: int, prepositions: tuple[str, ...]) -> list[Phrase]:
        """The organizations after a participle, the first governed by its preposition, the others joined to it."""
        out: list[Phrase] = []
        for p in self.sentence.phrases:
            if not i < p.first <= i + _REACH or not (p.human or p.mention.kind == "Country"):
                continue
            if self._joined(out[-1], p) if out else self._has(i, p, prepositions):
                out.append(p)
            elif out:
                break
        return out

    def _joined(self, before: Phrase, p: Phrase) -> bool:
        between = self.text.words[before.last : p.first]
        return p.conjoined and not p.preposition and not any(w.verb for w in between)

    def _has(self, i: int, phrase: Phrase, prepositions: tuple[str, ...]) -> bool:
        """Whether the preposition of a participle governs a phrase, alone or with a noun ("في إطار التحالف")."""
        if phrase.preposition.split(" ")[0] in prepositions:
            return True
        between = [w for w in self.text.words[i : phrase.first] if not w.quote]
        return self.text.words[i + 1].bare in prepositions and len(between) <= _NEAR

    def _relative(self, clause: Clause) -> Iterator[Relation]:
        """By a verb: "التحالف الذي تشكل الوحدات عموده", "تحالف تدعمه الولايات المتحدة"."""
        verb = self.text.words[clause.predicate] if clause.predicate is not None else None
        reading = verb.use("RelationVerb") if verb is not None else None
        whole = self._antecedent(clause)
        if verb is None or reading is None or whole is None:
            return
        if reading.entry.part == "ofAntecedent" and not self._resumed(clause):
            return
        after = (p for p in self.sentence.phrases if verb.i < p.first < clause.last and not p.preposition)
        other = next((p for p in after if p.human or p.mention.kind == "Country"), None)
        if other is None:
            return
        property_ = _PROPERTIES[reading.entry.denotation]
        pair = (other.actor, whole.mention) if property_ == "leaderOf" else (whole.mention, other.actor)
        yield self._relation(property_, *pair, whole.first, other.last)

    def _antecedent(self, clause: Clause) -> Phrase | None:
        """The organization right before a relative clause."""
        before = next((p for p in reversed(self.sentence.phrases) if p.last <= clause.first), None)
        if before is None or before.kind is not PhraseKind.ORGANIZATION:
            return None
        return before if clause.first - before.last <= 2 else None

    def _resumed(self, clause: Clause) -> bool:
        words = self.text.words[clause.first : clause.last]
        return any(
            w.bare.endswith(("ها", "ه"))
            and (w.readings or w.bare in particles.FUNCTION_WORDS or not w.definite)
            for w in words
            if w.token.is_word
        )

    def _relation(
        self,
        property_: str,
        subject: Mention,
        object_: Mention,
        first: int,
        last: int,
        post: str | None = None,
    ) -> Relation:
        speaker = self.sentence.attribution.speakers.get(first)
        source = speaker.source if speaker is not None and speaker.source != subject else None
        start, end = self.text.words[first].token.start, self.text.words[last - 1].token.end
        return Relation(property_, self._actor(subject), self._actor(object_), Span(start, end), source, post)

    def _actor(self, named: Mention) -> Mention:
        """A country as an actor: its government ("فصائل مدعومة من تركيا")."""
        if named.kind != "Country":
            return named
        government = self.names.metonym(named.text)
        return replace(named, kind="Government", iri=government.iri if government is not None else None)
