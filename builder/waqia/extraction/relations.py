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
from .words import Text

_PROPERTIES = {
    "Leadership": "leaderOf",
    "Spokesperson": "spokespersonFor",
    "Composition": "hasPart",
    "Membership": "memberOf",
    "Support": "supportedBy",
    "Alliance": "alliedWith",
}
_REACH = 12


def relations(reading: ArticleReading) -> tuple[Relation, ...]:
    """The relations of an article, each once."""
    found: dict[tuple[str, str, str], Relation] = {}
    for sentence in reading.sentences:
        for relation in _Sentence(reading, sentence).relations():
            key = (relation.property, _key(relation.subject), _key(relation.object))
            found.setdefault(key, relation)
    return tuple(found.values())


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
        word = self.text.words[i]
        reading = word.noun("Relation")
        if reading is None:
            return
        subject = next(
            (
                p
                for p in reversed(self.sentence.phrases)
                if p.kind is PhraseKind.ORGANIZATION and p.head < i <= p.last + 1
            ),
            None,
        )
        if subject is None:
            return
        for other in self._governed(i, reading.entry.prepositions):
            of = self._cut(subject, i)
            yield self._relation(
                _PROPERTIES[reading.entry.denotation], of, other.actor, subject.first, other.last
            )

    def _cut(self, subject: Phrase, i: int) -> Mention:
        """The organization without the participle that the phrase may reach over."""
        if subject.last <= i:
            return subject.mention
        start, end = self.text.span(subject.first, i)
        return Mention(
            self.text.string(subject.first, i),
            Span(start, end),
            subject.mention.kind,
            subject.mention.iri,
            subject.mention.described,
        )

    def _governed(self, i: int, prepositions: tuple[str, ...]) -> list[Phrase]:
        """The organizations after a participle, the first governed by its preposition, the others joined to it."""
        out: list[Phrase] = []
        for p in self.sentence.phrases:
            if not i < p.first <= i + _REACH or not (p.human or p.kind is PhraseKind.PLACE):
                continue
            if (not out and self._has(i, p, prepositions)) or (
                out
                and p.conjoined
                and not p.preposition
                and not any(w.verb for w in self.text.words[out[-1].last : p.first])
            ):
                out.append(p)
            elif out:
                break
        return out

    def _has(self, i: int, phrase: Phrase, prepositions: tuple[str, ...]) -> bool:
        between = [w.bare for w in self.text.words[i + 1 : phrase.first]]
        return phrase.preposition.split(" ")[0] in prepositions or any(b in prepositions for b in between[:1])

    def _relative(self, clause: Clause) -> Iterator[Relation]:
        """By a verb: "التحالف الذي تشكل الوحدات عموده", "تحالف تدعمه الولايات المتحدة"."""
        verb = self.text.words[clause.predicate] if clause.predicate is not None else None
        reading = verb.use("RelationVerb") if verb is not None else None
        if reading is None or clause.predicate is None:
            return
        antecedent = next(
            (
                p
                for p in reversed(self.sentence.phrases)
                if p.last <= clause.first and clause.first - p.last <= 2
            ),
            None,
        )
        after = [
            p
            for p in self.sentence.phrases
            if clause.predicate < p.first < clause.last and p.human and not p.preposition
        ]
        if antecedent is None or antecedent.kind is not PhraseKind.ORGANIZATION or not after:
            return
        of_antecedent = reading.entry.part == "ofAntecedent"
        if of_antecedent and not self._resumed(clause):
            return
        whole, other = antecedent, after[0]
        property_ = _PROPERTIES[reading.entry.denotation]
        if property_ == "leaderOf":
            yield self._relation(property_, other.actor, whole.mention, whole.first, other.last)
        else:
            yield self._relation(property_, whole.mention, other.actor, whole.first, other.last)

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
        return Relation(property_, subject, self._actor(object_), Span(start, end), source, post)

    def _actor(self, named: Mention) -> Mention:
        """A country as an actor: its government ("فصائل مدعومة من تركيا")."""
        if named.kind != "Country":
            return named
        government = self.names.metonym(named.text)
        return replace(named, kind="Government", iri=government.iri if government is not None else None)
