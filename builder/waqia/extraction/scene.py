"""What stands where in one sentence, and what a verb of saying governs there: its subject and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waqia.arabic import particles

from .clauses import Clause, ClauseKind
from .lexicon import Analysis, Lexicon
from .phrases import Phrase, PhraseKind
from .templates import Mention, Span
from .words import Sentence, Text, Word

_THAT = frozenset({"ان", "انه", "انها", "انهم", "انهما", "انهن", "اننا", "انني"})
_BY_THAT = frozenset({"ب" + that for that in _THAT} | {"لان"})
# "منذ أن", "بعد أن": a clause of time or condition, nothing that is said.
_NOT_SAID = frozenset({"منذ", "بعد", "قبل", "حتي", "دون", "رغم", "مع", "غير", "الا", "كما", "لولا", "سوي"})
# What a source asks for between its name and its words: "قال مسؤول، طلب عدم ذكر اسمه، إن".
_ANONYMITY = frozenset(
    {"طلب", "طلبت", "طلبا", "طلبوا", "رفض", "رفضت", "رفضوا", "فضل", "فضلت", "اشترط", "يدعي", "تدعي"}
)
_ADVERBS = frozenset(
    """اليوم امس غدا مساء صباح صباحا فجر فجرا ليل ليلا ليله يوم ظهر ظهرا عصر ايضا لاحقا سابقا قبيل بعيد رسميا الاحد
    الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت حينها انذاك وقتها كذلك بدوره بدورها مجددا حديثا موخرا اخيرا""".split()
)
_TOPICS = _THAT | _BY_THAT | {"لكن", "الا", "فيما", "بينما", "غير"}
# What may govern a source that goes on to speak: "بحسب ضابط أكد".
_CREDITING = frozenset({"", "ل", "عن", "علي", "حسب", "بحسب", "وفق", "وفقا"})
_OWNED = ("ه", "ها", "هم", "ً", "اً")  # "هويته", "لاحقاً": no names
_ADVERBIAL = ("يا",)
_LONGEST_NAME = 3
_NO_VERB_AFTER = frozenset({"وقت", "عدم"})
_METONYMS = frozenset({"Country", "City", "Governorate"})
_HOLDS_LITTLE = 4
_REACH = 26
_FEW = 10
_AMONG = frozenset({"منها", "منهم", "بينها", "بينهم", "ابرزها"})
_AMONG_REACH = 8  # words


@dataclass(frozen=True)
class Scene:
    """A sentence with its clauses and phrases."""

    text: Text
    lexicon: Lexicon
    sentence: Sentence
    clauses: Sequence[Clause]
    phrases: Sequence[Phrase]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the article."""
        return self.text.words

    def before(self, i: int) -> Word | None:
        """The word before word `i` in the sentence."""
        return self.words[i - 1] if i > self.sentence.first else None

    def clause(self, i: int) -> Clause:
        """The clause of word `i`."""
        return next((c for c in reversed(self.clauses) if c.first <= i < c.last), self.clauses[0])

    def one_of(self, source: Phrase) -> Phrase | None:
        """The one that is named of a vague source: "وسائل إعلام مقربة من الحكومة، منها قناة س، أن"."""
        near = (w for w in self.words[source.last : source.last + _AMONG_REACH] if w.token.core in _AMONG)
        at = next((w.i for w in near), None)
        named = self.phrase(at + 1) if at is not None and at + 1 < self.sentence.last else None
        return named if named is not None and named.kind is PhraseKind.ORGANIZATION else None

    def phrase(self, i: int) -> Phrase | None:
        """The phrase that word `i` belongs to."""
        return next((p for p in self.phrases if p.first <= i < p.last), None)

    def that(self, i: int) -> bool:
        """Whether word `i` is an "أن" that opens what is said."""
        word = self.words[i]
        if word.definite or (word.bare not in _THAT and word.bare not in _BY_THAT):
            return False
        before = self.before(i)
        return before is None or before.definite or before.bare not in _NOT_SAID

    def quotes(self, i: int) -> int | None:
        """The end of a quotation of more than a few words that opens at word `i`."""
        if not self.words[i].quote:
            return None
        last, close = self.sentence.last, self._closing(i)
        name = self.phrase(i + 1) if i + 1 < last else None
        if name is not None and name.last >= close:
            return None
        return close if close - i > _HOLDS_LITTLE or close == last else None

    def _closing(self, i: int) -> int:
        """The quotation mark after the one at word `i`, else the end of the sentence."""
        marks = (k for k in range(i + 1, self.sentence.last) if self.words[k].quote)
        return next(marks, self.sentence.last)

    def opener(self, i: int, *, that_only: bool = False) -> int | None:
        """Where the words begin that the verb at `i` says: "أن", a colon, a quotation; past relative clauses."""
        closing = -1
        for j in range(i + 1, min(i + _REACH, self.sentence.last)):
            word = self.words[j]
            if self.that(j):
                return j
            if not that_only and (word.bare == ":" or (j != closing and self.quotes(j) is not None)):
                return j
            if word.quote and j != closing:  # it opens a name
                closing = self._closing(j)
            if word.verb and not self._parenthetic(i, j):
                return None
            participle = word.use("Saying")
            if participle is not None and participle.form.kind == "participle" and word.bare.endswith("ا"):
                return None
        return None

    def _parenthetic(self, i: int, j: int) -> bool:
        """Whether the verb at `j` only describes what stands between the verb at `i` and its words."""
        word = self.words[j]
        if word.conjunction:
            return False
        if word.bare in _ANONYMITY or self.clause(j).kind is ClauseKind.RELATIVE:
            return True
        before = self.before(j)
        if before is None or before.i <= i or not before.token.is_word:
            return False
        if before.bare in _NO_VERB_AFTER:
            return True  # "في وقت لاحق", "عدم كشف اسمه"
        if before.function:
            return False
        return any(a.pronoun for a in word.readings if a.form.finite)  # "بيان نشرته الوكالة"

    # --- subjects ----------------------------------------------------------------------------------------------------

    def subject(self, i: int, reading: Analysis) -> Phrase | None:
        """Who is the subject of the verb at `i`: who stands right after it, right before it, or heads its relative."""
        topic = self._preposed(i, reading)
        if topic is not None and self._led(topic):
            return topic
        return self._following(i, reading) or topic or self._antecedent(i, reading)

    def _preposed(self, i: int, reading: Analysis) -> Phrase | None:
        """Who stands right before the verb: "محافظ مأرب نفى", "ضابط كبير أكد", "الحوثيين يقولون"."""
        word, at = self.words[i], i
        if word.conjunction:
            return None
        while at > self.sentence.first and self.words[at - 1].bare in particles.PARTICLES | particles.BEING:
            at -= 1
        found = next((p for p in self.phrases if p.last == at), None)
        if found is None or found.part == "direction" or not self.agrees(reading, found):
            return None
        if found.kind is PhraseKind.PLACE and not self._led(found):
            return None
        if reading.pronoun and not self._led(found):
            return None
        plural = reading.form.number == 3 and found.human
        if not plural and (found.construct or not self.speaks(found)):
            return None
        return found if found.preposition in _CREDITING else None

    def _led(self, phrase: Phrase) -> bool:
        """Whether a phrase is the topic of its clause: it stands at its start, or after "أن", "لكن", "كانت"."""
        before = self.before(phrase.first)
        if before is None:
            return True
        return before.bare in _TOPICS | particles.BEING and not before.definite

    def _following(self, i: int, reading: Analysis) -> Phrase | None:
        """The first noun after the verb, past adverbs and what prepositions govern."""
        if reading.form.number in (2, 3):
            return None  # a verb that stands before its subject is singular
        j, end = i + 1, self._limit(i)
        said = end < self.sentence.last and self.that(end)  # between a verb and its "أن" stands its subject
        while j < end:
            phrase, word = self.phrase(j), self.words[j]
            if j == i + 1 and word.noun("Medium") and not word.preposition:
                return self._unknown_name(i, end)
            going_on = word.use("Saying")
            if going_on is not None and going_on.form.kind == "participle" and word.bare.endswith("ا"):
                return None
            if phrase is not None:
                if phrase.preposition or word.preposition or phrase.construct:
                    j = phrase.last
                    continue
                return (
                    phrase if self.speaks(phrase, near=j <= i + 2) and self.agrees(reading, phrase) else None
                )
            if self._passed(j) or (said and j > i + 1 and not self._told(word)):
                j += 1
            elif self._governs(j):
                j = self._past_complement(j, end)
            else:
                name = self._unknown_name(i, end) if j <= i + 2 else None
                if name is not None and name.mention.described:
                    name = self._named_after(name, end, reading) or name
                if name is not None or not said or self._told(word):
                    return name
                j += 1
        return None

    def _told(self, word: Word) -> bool:
        """Whether a word names something that is told, not who tells it."""
        return word.noun("Trigger", "TollNoun", "Cause", "LightVerb") is not None

    def _limit(self, i: int) -> int:
        """Where the search for a subject ends: at what is said, or at the next verb."""
        for j in range(i + 1, min(i + _REACH, self.sentence.last)):
            word = self.words[j]
            ends = self.that(j) or word.bare == ":" or self.quotes(j) is not None
            if ends or (word.verb and self.words[j - 1].bare not in _NO_VERB_AFTER):
                return j
        return min(i + _REACH, self.sentence.last)

    def _passed(self, j: int) -> bool:
        word = self.words[j]
        if word.sign:
            return True
        return self._adverb(word) or (word.function and word.bare not in particles.PREPOSITIONS)

    def _governs(self, j: int) -> bool:
        word = self.words[j]
        return bool(word.preposition) or (not word.definite and word.bare in particles.PREPOSITIONS)

    def _past_complement(self, j: int, end: int) -> int:
        """The word after what the preposition at (or in) word `j` governs."""
        k = j + 1 if self.words[j].preposition else j + 2
        while k < end and self.phrase(k) is None and (self.words[k].definite or self.words[k].adjectival):
            k += 1
        return k

    def _unknown_name(self, i: int, end: int) -> Phrase | None:
        """A name that nobody knows where the subject of a verb stands: "وذكر لصور أن", "قال «المعلم» في مؤتمر"."""
        opener = self.opener(i)
        if opener is None:
            return None
        j = i + 2 if self.words[i + 1].quote and i + 2 < end else i + 1
        last = j
        while last < min(end, j + _LONGEST_NAME) and self._names(last, started=last > j):
            last += 1
        if last == j:
            return None
        return self._newcomer(j, last)

    def _named_after(self, phrase: Phrase, end: int, reading: Analysis) -> Phrase | None:
        """The name after a description that nobody knows: "وكيل المحافظة ناصر القميشي"."""
        after = (p for p in self.people(phrase.last, end) if not p.preposition and not p.construct)
        return next((p for p in after if self.agrees(reading, p) and p.kind is not PhraseKind.PLACE), None)

    def _newcomer(self, first: int, last: int) -> Phrase:
        """The phrase of a speaker whom nobody knows: a person if the word is none of the language."""
        start, stop = self.text.span(first, last)
        word = self.words[first]
        medium = word.noun("Medium") is not None
        person = word.token.core in self.lexicon.given_names or not self.lexicon.known(word.bare)
        kind = "MediaOrganization" if medium else "Person" if person else "UnnamedSource"
        cut = PhraseKind.ORGANIZATION if medium else PhraseKind.PERSON if person else PhraseKind.SOURCE
        mention = Mention(
            self.text.string(first, last), Span(start, stop), kind, described=medium or not person
        )
        return Phrase(first, last, first, cut, mention, definite=person or word.definite)

    def _names(self, j: int, *, started: bool) -> bool:
        """Whether word `j` may be (part of) a subject that nobody knows.

        After a verb that has its words the next noun is the subject, but for adverbs in the accusative ("ردا على").
        """
        word = self.words[j]
        if not word.token.is_word or word.preposition or word.conjunction or word.function or word.verb:
            return False
        if word.noun("Trigger", "TollNoun", "Cause", "LightVerb", "Saying") or self._adverb(word):
            return False
        if started:
            return word.noun("Title") is None
        owned = word.token.text.endswith(_OWNED) or word.token.folded.endswith(_ADVERBIAL)
        return not owned and not (
            word.bare.endswith("ا") and not word.definite and self.lexicon.known(word.bare)
        )

    def _adverb(self, word: Word) -> bool:
        return word.bare in _ADVERBS or word.token.core in _ADVERBS

    def impersonal(self, i: int) -> bool:
        """Whether the subject of the verb at `i` is a thing: "تفيد الأنباء بأن", "كانت التحقيقات كشفت أن"."""
        after = self.words[i + 1 : min(i + 2, self.sentence.last)]
        topic = self.words[max(self.sentence.first, i - 1) : i] if not self.words[i].conjunction else ()
        led = i - 1 == self.sentence.first or (i > 1 and self.words[i - 2].bare in _TOPICS | particles.BEING)
        return any(self._thing(w) for w in after) or (led and any(self._thing(w) for w in topic))

    def _thing(self, word: Word) -> bool:
        phrase = self.phrase(word.i)
        named = phrase is not None and phrase.part != "rumour"
        other = word.verb or word.preposition or self._adverb(word) or self._told(word)
        return word.definite and not named and not other

    def _antecedent(self, i: int, reading: Analysis) -> Phrase | None:
        clause = self.clause(i)
        if clause.kind is not ClauseKind.RELATIVE or reading.pronoun or clause.predicate != i:
            return None
        at = clause.first
        while at > self.sentence.first and self.words[at - 1].sign:
            at -= 1
        near = (p for p in self.phrases if p.human and at <= p.last <= clause.first)
        return next((p for p in near if self.speaks(p) and self.agrees(reading, p)), None)

    def people(self, first: int, last: int) -> Iterator[Phrase]:
        """The phrases between two words that name who may speak."""
        return (p for p in self.phrases if first <= p.first < last and self.speaks(p))

    def speaks(self, phrase: Phrase, *, near: bool = True) -> bool:
        """Whether a phrase names one who may be credited with words."""
        if phrase.kind is PhraseKind.PLACE:
            return phrase.mention.kind in _METONYMS and phrase.mention.iri is not None
        if phrase.kind is not PhraseKind.GROUP:
            return phrase.human
        if phrase.quantity is not None and (phrase.quantity.minimum > _FEW or not near):
            return False
        return not phrase.accusative and phrase.part != "unknown"

    def agrees(self, reading: Analysis, phrase: Phrase) -> bool:
        """Whether a verb or participle may have the phrase as its subject, by gender."""
        if phrase.kind is PhraseKind.PLACE:
            return True
        head = self.words[phrase.head]
        feminine = head.bare.endswith("ه")
        if not reading.form.feminine:
            noun = head.noun("OrganizationHead") if phrase.kind is PhraseKind.ORGANIZATION else None
            return noun is None or reading.form.number != 1 or not (feminine or noun.form.number == 3)
        if phrase.kind is PhraseKind.GROUP:
            return (
                feminine
                or head.bare.endswith("ات")
                or not (phrase.quantity or head.bare.endswith(("ون", "ين")))
            )
        if phrase.kind in (PhraseKind.SOURCE, PhraseKind.ORGANIZATION):
            noun = head.noun("SourceNoun", "OrganizationHead")
            return feminine or noun is None or noun.form.number != 1
        return True
