"""Who is meant by the subject of a word of saying: the source itself, who relayed it, through what.

Posts lead to the name in apposition, documents to who issued them, "المصدر" and other definite nouns to whom the
article called so before, surnames to the full name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from waqia.arabic.folding import fold

from . import documents
from .operators import Operator
from .phrases import Phrase, PhraseKind
from .scene import Scene
from .templates import Mention, Span
from .words import Text

_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها", "انفسهم"})
_CALLED = frozenset({"يدعي", "تدعي", "اسمه", "اسمها", "ويدعي"})
_FROM_THEM = frozenset({"عنه", "عنها", "عنهم"})
_THROUGH = frozenset({"علي", "عبر", "في"})
_GENITIVES = frozenset({"اعلام", "عيان", "امن", "استخبارات", "شرطه"})
_ONE = frozenset({"احد", "احدي"})
_SOURCE = "مصدر"
_RECENT = 4


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the most original source, who relayed it, through what; `others` said it together with the source."""

    source: Mention
    relay: Mention | None = None
    channel: Mention | None = None
    others: tuple[Mention, ...] = ()


@dataclass
class Speakers:
    """Remembers whom an article named, and tells whom a phrase stands for."""

    text: Text
    named: list[Phrase] = field(default_factory=list)
    spoken: list[tuple[Speaker, Phrase]] = field(default_factory=list)

    def agreeing(self, op: Operator, scene: Scene) -> tuple[Speaker, Phrase] | None:
        """Who spoke last and may be the subject that a verb leaves out."""
        if not self.spoken:
            return None
        fitting = (
            s for s in reversed(self.spoken[-_RECENT:]) if op.reading and scene.agrees(op.reading, s[1])
        )
        return next(fitting, self.spoken[-1])

    def of(self, op: Operator, scene: Scene) -> tuple[Speaker, Phrase] | None:
        """The speaker that an operator's subject names, with the phrase that names him."""
        if "relays" in op.flags and op.entry != "naql":
            return self._relayed(op, scene)
        if op.subject is None:
            return None
        issuer = documents.issuer(op.subject, scene)
        subject = issuer or self._named_person(op, op.subject, scene)
        source = self._resolved(subject, scene)
        if (
            issuer is None
            and self.spoken
            and any(w.bare == "منسوب" for w in scene.words[subject.first : subject.last + 1])
        ):
            source = self.spoken[-1][0].source  # "تسجيل منسوب إليها"
        relay = self._addressed(op, scene) or _medium(op.subject)
        if relay is None and issuer is not None:
            relay = documents.publisher(op.subject, scene)
        others = tuple(self._whole(p).mention for p in self._joint(op.subject, scene))
        return Speaker(source, relay, self._channel(op, scene), others), subject

    def _relayed(self, op: Operator, scene: Scene) -> tuple[Speaker, Phrase] | None:
        """The source is whom it goes back to, the subject the relay: "نقلت رويترز عن مصدر"."""
        source = next((p for p in scene.people(op.word + 1, op.word + 14) if p.preposition == "عن"), None)
        relay = op.subject.mention if op.subject is not None else None
        if source is not None:
            if relay is None and op.reading is not None and op.reading.form.feminine and self.spoken:
                relay = self.spoken[-1][0].source
            return Speaker(self._resolved(source, scene), relay, self._channel(op, scene)), source
        if op.subject is None or relay is None:
            return None
        if self.spoken and any(w.bare in _FROM_THEM for w in scene.words[op.word + 1 : op.word + _RECENT]):
            speaker, phrase = self.spoken[-1]
            return Speaker(speaker.source, relay, self._channel(op, scene)), phrase
        return Speaker(self._resolved(op.subject, scene)), op.subject

    # --- who is named around the subject -----------------------------------------------------------------------------

    def _named_person(self, op: Operator, subject: Phrase, scene: Scene) -> Phrase:
        """The name in apposition to a post: "مسؤول الإعلام، علي الحسيني", "شاهد يدعى أحمد"."""
        subject = self._described(subject)
        if subject.kind is PhraseKind.SOURCE:
            called = scene.words[subject.last : subject.last + 2]
            if any(w.bare in _CALLED for w in called):
                return next(
                    (p for p in scene.phrases if subject.last < p.first <= subject.last + 3 and p.human),
                    subject,
                )
            return scene.one_of(subject) or self._trimmed(self._whole(subject))
        if subject.kind is PhraseKind.GROUP or (subject.mention.described and self._addresses(subject)):
            return self._trimmed(self._one(subject))
        if subject.kind is not PhraseKind.PERSON:
            return subject
        if not subject.mention.described:
            return self._with_surname(subject, scene)
        end = self._words_begin(op, scene)
        for p in scene.phrases:
            if (
                subject.last <= p.first < end
                and p.kind is PhraseKind.PERSON
                and not p.preposition
                and not p.mention.described
                and not self._told_between(subject, p, scene)
            ):
                return replace(p, mention=replace(p.mention, post=p.mention.post or subject.mention.post))
        return self._after_comma(subject, end, scene) or subject

    def _told_between(self, subject: Phrase, name: Phrase, scene: Scene) -> bool:
        """Whether a happening between a post and a name makes it another's: "الوزير خلال لقائه س"."""
        return any(w.verb or w.noun("Trigger") for w in scene.words[subject.last : name.first])

    def _with_surname(self, person: Phrase, scene: Scene) -> Phrase:
        """A person called by a given name with the family name that nobody knows: "عصام الريس"."""
        if " " in person.mention.text or person.last >= scene.sentence.last:
            return person
        word = scene.words[person.last]
        common = (
            word.noun("Title", "OrganizationHead", "PlaceHead", "Human", "SourceNoun", "Trigger") is not None
        )
        if not word.definite or word.preposition or word.conjunction or common:
            return person
        return self._cut(person, person.last + 1, post=person.mention.post)

    def _words_begin(self, op: Operator, scene: Scene) -> int:
        return (
            op.opener
            if op.opener is not None and op.opener > op.word
            else min(op.word + 12, scene.sentence.last)
        )

    def _after_comma(self, subject: Phrase, end: int, scene: Scene) -> Phrase | None:
        """A name that nobody knows between two signs, or between a sign and what the post says."""
        sign = next(
            (k for k in range(subject.last, end) if scene.words[k].bare in ("،", ",", "(", "-")), None
        )
        if sign is None:
            return None
        stop = next(
            (k for k in range(sign + 1, end) if self._ends_name(k, scene)),
            end,
        )
        apart = stop - sign - 1
        if not 2 <= apart <= 4 or any(
            w.verb or w.noun("Trigger", "Title") for w in scene.words[sign + 1 : stop]
        ):
            return None
        if (
            not all(w.token.is_word for w in scene.words[sign + 1 : stop])
            or scene.words[sign + 1].conjunction
        ):
            return None
        if scene.words[sign + 1].function and scene.words[sign + 1].bare != "علي":
            return None
        start, last = self.text.span(sign + 1, stop)
        mention = Mention(
            self.text.string(sign + 1, stop), Span(start, last), "Person", post=subject.mention.post
        )
        return Phrase(sign + 1, stop, sign + 1, PhraseKind.PERSON, mention, definite=True)

    def _ends_name(self, k: int, scene: Scene) -> bool:
        word = scene.words[k]
        return word.sign or bool(word.preposition) or word.bare == "ل" or scene.that(k)

    def _cut(self, phrase: Phrase, last: int, *, post: str | None = None) -> Phrase:
        """The phrase as far as word `last`."""
        first = phrase.first if phrase.mention.described else phrase.last - 1
        start, end = self.text.span(first, last)
        mention = replace(
            phrase.mention, text=self.text.string(first, last), span=Span(start, end), post=post
        )
        return replace(phrase, last=last, mention=mention)

    def _described(self, phrase: Phrase) -> Phrase:
        """A source without the object or day that its phrase took in: "البيان المواقع", "مسؤول عسكري الخميس"."""
        words = self.text.words
        if phrase.mention.iri is not None or not phrase.mention.described:
            return phrase
        definite = words[phrase.head].definite
        for k in range(phrase.head + 1, phrase.last):
            before = words[k - 1]
            after_adjective = (
                before.adjectival and not (before.definite or before.preposition) and k > phrase.head + 1
            )
            if words[k].definite and (not words[k].adjectival if definite else after_adjective):
                return (
                    self._cut(phrase, k) if phrase.kind is not PhraseKind.PERSON or not definite else phrase
                )
        return phrase

    def _whole(self, phrase: Phrase) -> Phrase:
        """A source with the genitive that its noun needs: "وسائل إعلام رسمية", "شهود عيان"."""
        words, last = self.text.words, phrase.last
        if phrase.last > phrase.head + 1 or phrase.definite or last >= len(words):
            return phrase
        genitive = words[last]
        if genitive.bare not in _GENITIVES or genitive.preposition or genitive.conjunction:
            return phrase
        last += 1
        while (
            last < len(words)
            and words[last].adjectival
            and not words[last].preposition
            and not words[last].verb
        ):
            last += 1
        return self._cut(phrase, last)

    def _one(self, people: Phrase) -> Phrase:
        """People with the word that makes one of them the source: "أحد السكان"."""
        if self.text.words[people.first].bare not in _ONE:
            return people
        return replace(self._cut(people, people.last), definite=False)

    def _addresses(self, phrase: Phrase) -> bool:
        """Whether the phrase of a post took in the medium that was told: "المسؤول لوكالة"."""
        heads = (
            w.noun("OrganizationHead")
            for w in self.text.words[phrase.head : phrase.last]
            if w.preposition == "ل"
        )
        return any(a is not None and a.entry.denotation == "MediaOrganization" for a in heads)

    def _trimmed(self, phrase: Phrase) -> Phrase:
        """A source without whom it told: "مصدر محلي لوكالة فرانس برس"."""
        words = self.text.words
        cut = next((k for k in range(phrase.head + 1, phrase.last) if words[k].preposition == "ل"), None)
        if cut is None or phrase.part == "document":
            return phrase
        return self._cut(phrase, cut)

    def _joint(self, phrase: Phrase, scene: Scene) -> list[Phrase]:
        """Who else speaks: "مسؤولون وشهود عيان"."""
        after = [p for p in scene.phrases if p.first >= phrase.last and p.first <= phrase.last + 1]
        return [
            p for p in after[:1] if p.conjoined and p.first == phrase.last and p.human and scene.speaks(p)
        ]

    # --- relay and channel -------------------------------------------------------------------------------------------

    def _addressed(self, op: Operator, scene: Scene) -> Mention | None:
        """The medium that the source told it to: "قال لوكالة فرانس برس"."""
        end = self._words_begin(op, scene)
        for p in scene.phrases:
            if (
                op.word < p.first < end
                and p.preposition in ("ل", "الي")
                and p.mention.kind == "MediaOrganization"
            ):
                return p.mention
        return None

    def _channel(self, op: Operator, scene: Scene) -> Mention | None:
        """Through what it was published: "على تطبيق تلغرام", "عبر تويتر"."""
        for k in range(op.word + 1, self._words_begin(op, scene)):
            word = scene.words[k]
            if word.noun("Medium") is None:
                continue
            before = [w.bare for w in scene.words[max(op.word, k - 3) : k]]
            if word.preposition == "ب" or any(b in _THROUGH for b in before):
                start, end = self.text.span(k, k + 1)
                return Mention(
                    self.text.string(k, k + 1), Span(start, end), "MediaOrganization", described=True
                )
        return None

    def claimer(self, op: Operator, scene: Scene) -> Operator:
        """The claim of responsibility with the claimer's own name ("وتبنت المجموعة"), also where it leaves him out."""
        if op.negated:
            return op
        target = op.target
        if target is not None:
            target = replace(target, mention=self._resolved(target, scene))
        if op.subject is not None:
            subject = replace(op.subject, mention=self._resolved(op.subject, scene))
            return replace(op, subject=subject, target=target)
        last = self.agreeing(op, scene)
        return (
            op
            if last is None
            else replace(op, subject=replace(last[1], mention=last[0].source), target=target)
        )

    # --- anaphors ----------------------------------------------------------------------------------------------------

    def remember(self, phrases: Sequence[Phrase]) -> None:
        """Note whom a sentence names."""
        self.named.extend(p for p in phrases if p.human)

    def _resolved(self, phrase: Phrase, scene: Scene) -> Mention:
        """Whom a phrase stands for that names nobody new."""
        mention = phrase.mention
        if phrase.kind is PhraseKind.PERSON and not mention.described:
            return self._full_name(mention)
        if mention.iri is not None:
            return self._longest_name(mention)
        if not phrase.definite:
            return mention
        after = scene.words[phrase.last : phrase.last + 1]
        same = any(w.bare in _SAME for w in after) or any(
            w.bare in _SAME for w in scene.words[phrase.head : phrase.last]
        )
        if self.spoken and (same or phrase.part == "document"):
            return self.spoken[-1][0].source
        if any(not (w.definite or w.quote) for w in scene.words[phrase.head : phrase.last]):
            return mention
        return self._called_so(phrase, scene) or mention

    def _longest_name(self, mention: Mention) -> Mention:
        """The fullest name that the article has given so far to an actor who is called by one word."""
        if " " in mention.text:
            return mention
        given = [p.mention for p in self.named if p.mention.iri == mention.iri]
        return max([mention, *given], key=lambda m: len(m.text.split()))

    def _called_so(self, phrase: Phrase, scene: Scene) -> Mention | None:
        """Who was called by the same noun before: a speaker first, then anybody."""
        modifiers = {w.bare for w in scene.words[phrase.head + 1 : phrase.last]}
        for speaker, spoke in reversed(self.spoken):
            if self._same_head(phrase, spoke) and modifiers <= self._bares(spoke):
                return speaker.source
        if _SOURCE in self._lemmas(phrase) and self.spoken:
            return self.spoken[-1][0].source
        for earlier in reversed(self.named):
            longer = earlier.last - earlier.head > phrase.last - phrase.head or not earlier.definite
            if longer and self._same_head(phrase, earlier) and modifiers <= self._bares(earlier):
                return earlier.mention
        return None

    def _bares(self, phrase: Phrase) -> set[str]:
        return {w.bare for w in self.text.words[phrase.head : phrase.last]}

    def _same_head(self, phrase: Phrase, other: Phrase) -> bool:
        if other.first == phrase.first:
            return False
        a, b = self.text.words[phrase.head], self.text.words[other.head]
        return a.bare == b.bare or bool(self._lemmas(phrase) & self._lemmas(other))

    def _lemmas(self, phrase: Phrase) -> set[str]:
        return {a.entry.lemma for a in self.text.words[phrase.head].readings if not a.form.finite}

    def _full_name(self, mention: Mention) -> Mention:
        """The full name of somebody who is called by his last name alone."""
        short = fold(mention.text)
        if " " in short:
            return mention
        for phrase in reversed(self.named):
            full = fold(phrase.mention.text)
            if phrase.kind is PhraseKind.PERSON and " " in full and full.split()[-1] == short:
                return phrase.mention
        for speaker, _ in reversed(self.spoken):
            if fold(speaker.source.text).split()[-1:] == [short]:
                return speaker.source
        return mention


def _medium(phrase: Phrase) -> Mention | None:
    """The medium that the phrase of a source took in: "مسؤولون لرويترز"."""
    within = phrase.organization
    return within if within is not None and within.kind == "MediaOrganization" else None


__all__ = ["Speaker", "Speakers"]
