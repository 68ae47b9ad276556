"""What stands where in one sentence, and what a verb of saying governs there: its subject and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waqia.arabic import particles

from .clauses import Clause, ClauseKind
from .lexicon import Analysis
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
_NO_NAME = ("ا", "ه", "ها", "هم")
_METONYMS = frozenset({"Country", "City", "Governorate"})
_HOLDS_LITTLE = 4
_REACH = 26
_FEW = 10


@dataclass(frozen=True)
class Scene:
    """A sentence with its clauses and phrases."""

    text: Text
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
        last = self.sentence.last
        close = next((k for k in range(i + 1, last) if self.words[k].quote), last)
        name = self.phrase(i + 1) if i + 1 < last else None
        if name is not None and name.last >= close:
            return None
        return close if close - i > _HOLDS_LITTLE or close == last else None

    def opener(self, i: int, *, that_only: bool = False) -> int | None:
        """Where the words begin that the verb at `i` says: "أن", a colon, a quotation; past relative clauses."""
        for j in range(i + 1, min(i + _REACH, self.sentence.last)):
            word = self.words[j]
            if self.that(j):
                return j
            if not that_only and (word.bare == ":" or self.quotes(j) is not None):
                return j
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
        if before is None or before.i <= i or not before.token.is_word or before.function:
            return False
        owned = any(a.pronoun for a in word.readings if a.form.finite)
        return owned or before.bare == "وقت"  # "بيان نشرته الوكالة", "في وقت لاحق"

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
                return self._unknown_name(j, end)
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
                name = self._unknown_name(j, end) if j == i + 1 else None
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
            if self.that(j) or word.bare == ":" or self.quotes(j) is not None or word.verb:
                return j
        return min(i + _REACH, self.sentence.last)

    def _passed(self, j: int) -> bool:
        word = self.words[j]
        if word.sign:
            return True
        adverb = word.bare in _ADVERBS or word.token.core in _ADVERBS
        return adverb or (word.function and word.bare not in particles.PREPOSITIONS)

    def _governs(self, j: int) -> bool:
        word = self.words[j]
        return bool(word.preposition) or (not word.definite and word.bare in particles.PREPOSITIONS)

    def _past_complement(self, j: int, end: int) -> int:
        """The word after what the preposition at (or in) word `j` governs."""
        k = j + 1 if self.words[j].preposition else j + 2
        while k < end and self.phrase(k) is None and (self.words[k].definite or self.words[k].adjectival):
            k += 1
        return k

    def _unknown_name(self, j: int, end: int) -> Phrase | None:
        """A name that nobody knows, between the verb and what it says: "وذكر لصور أن"."""
        word = self.words[j]
        stops = end < self.sentence.last and (self.that(end) or self.words[end].bare == ":")
        common = word.noun("Trigger", "TollNoun", "Thing", "PlaceHead", "LightVerb", "Cause") is not None
        medium = word.noun("Medium") is not None
        if not stops or end - j > (6 if medium else 3) or not all(w.token.is_word for w in self.words[j:end]):
            return None
        if not medium and (common or word.bare.endswith(_NO_NAME)):
            return None
        last = next(
            (k for k in range(j + 1, end) if self.words[k].preposition or self.words[k].function), end
        )
        start, stop = self.text.span(j, last)
        kind, cut = (
            ("MediaOrganization", PhraseKind.ORGANIZATION) if medium else ("Person", PhraseKind.PERSON)
        )
        mention = Mention(self.text.string(j, last), Span(start, stop), kind, described=True)
        return Phrase(j, last, j, cut, mention, definite=True)

    def _antecedent(self, i: int, reading: Analysis) -> Phrase | None:
        clause = self.clause(i)
        if clause.kind is not ClauseKind.RELATIVE or reading.pronoun or clause.predicate != i:
            return None
        before = [p for p in self.phrases if p.last <= clause.first and self.speaks(p)]
        return before[-1] if before and self.agrees(reading, before[-1]) else None

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
            organized = phrase.kind is PhraseKind.ORGANIZATION and head.noun("OrganizationHead") is not None
            return not (organized and feminine and reading.form.number == 1)
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
