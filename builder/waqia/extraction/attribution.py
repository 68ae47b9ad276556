"""Attribution: who says which words of the article.

Verbs of saying open a scope that runs on from them; "بحسب", "وفق ما أعلن" close one that lies before them. The scope of
a speaker lasts until another speaks, a new paragraph begins without "وأضاف", or the article's own voice returns
(annotation guidelines, "Attribution lasts").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..arabic.folding import fold
from .clauses import Clause, ClauseKind
from .phrases import Phrase, PhraseKind
from .templates import Mention
from .words import Sentence, Text, Word

_ACCORDING = frozenset("حسب بحسب وفق وفقا طبقا حسبما بحسبما استنادا".split())
_SUBJECT_WINDOW = 9
_OWN_VOICE = frozenset("كان كانت كانوا".split())
_TURNS = (("من", "جهه", "اخري"), ("من", "ناحيه", "اخري"), ("في", "المقابل"), ("الي", "ذلك"), ("في", "غضون", "ذلك"), ("في", "سياق"), ("من", "جهته"), ("من", "جهتها"), ("بالمقابل",), ("في", "السياق"), ("في", "موازاه"), ("بدورها",), ("بدوره",), ("تجدر", "الاشاره"), ("يشار",), ("يذكر",))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the most original source, who relayed it, through what."""

    source: Mention
    relay: Mention | None = None
    channel: Mention | None = None


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that puts a stance on the words of its scope, `first` to `last` (exclusive).

    `stance` is that of the lexicon: Asserts, Denies, Plans, Fears, Alleges, Accuses, Suspects, Claims.
    """

    word: int
    stance: str
    subject: Phrase | None
    first: int
    last: int
    postposed: bool = False
    continues: bool = False
    entry: str = ""
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Attribution:
    """The speaker of every word of a sentence (None: the article itself) and the operators over it."""

    speakers: dict[int, Speaker]
    operators: tuple[Operator, ...]


@dataclass
class Attributor:
    """Goes through the sentences of an article in order, with the last speaker in mind."""

    text: Text
    current: Speaker | None = None
    paragraph: int = -1
    named: list[Speaker] = field(default_factory=list)

    def sentence(self, sentence: Sentence, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> Attribution:
        """Attribute the words of the next sentence."""
        ops = self._operators(sentence, clauses, phrases)
        speakers: dict[int, Speaker] = {}
        carried = self._carried(sentence, ops)
        if carried is not None:
            speakers.update(dict.fromkeys(range(sentence.first, sentence.last), carried))
        for op in ops:
            if op.stance in ("Accuses", "Suspects", "Claims"):
                continue
            speaker = self._speaker(op, sentence, phrases)
            if speaker is None:
                continue
            for i in range(op.first, op.last):
                if not op.postposed or i not in speakers or speakers[i] is carried:
                    speakers[i] = speaker
            self.current = speaker
            self.named.append(speaker)
        if not ops and carried is None:
            self.current = None
        self.paragraph = sentence.paragraph
        return Attribution(speakers, tuple(ops))

    # --- who goes on speaking ---------------------------------------------------------------------------------------

    def _carried(self, sentence: Sentence, ops: Sequence[Operator]) -> Speaker | None:
        if self.current is None or sentence.headline:
            return None
        first_saying = next((op for op in ops if not op.postposed), None)
        opens = first_saying is not None and first_saying.word <= sentence.first + 2
        if sentence.paragraph != self.paragraph:
            return self.current if opens and first_saying is not None and first_saying.continues else None
        words = self.text.words[sentence.first : sentence.first + 3]
        bare = tuple(w.bare if not w.definite else w.token.core for w in words)
        if bare and bare[0] in _OWN_VOICE and words[0].conjunction:
            return None
        if any(self._begins(sentence, turn) for turn in _TURNS):
            return None
        return self.current

    def _begins(self, sentence: Sentence, turn: tuple[str, ...]) -> bool:
        words = self.text.words[sentence.first : sentence.first + len(turn)]
        return len(words) == len(turn) and all(w.token.core == t or w.token.folded == t or w.token.folded == "و" + t for w, t in zip(words, turn, strict=True))

    # --- operators --------------------------------------------------------------------------------------------------

    def _operators(self, sentence: Sentence, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Operator]:
        found: list[Operator] = []
        words = self.text.words
        for i in range(sentence.first, sentence.last):
            w = words[i]
            if w.bare in _ACCORDING and not w.definite and not (w.bare == "وفق" and w.verb):
                op = self._according(i, sentence, phrases, found)
            elif (reading := w.use("Saying")) is not None and self._speaks(i, w, sentence) and not self._skipped(i, w, sentence):
                op = self._saying(i, reading.entry.stance, reading.entry.needs, sentence, clauses, phrases)
                op = replace(op, entry=reading.entry.lemma) if op else None
            else:
                op = None
            if op is not None:
                found.append(op)
        return _closed(found, sentence)

    def _speaks(self, i: int, word: Word, sentence: Sentence) -> bool:
        """Whether a word of saying says something here: a verb, "مؤكدا أن", "نقلا عن", or a noun with a pronoun."""
        if word.verb:
            return not (i > sentence.first and self.text.words[i - 1].bare in ("لم", "لن") and word.use("Saying") and word.use("Saying").entry.stance == "Claims")  # type: ignore[union-attr]
        reading = word.use("Saying")
        if reading is None or reading.entry.stance != "Asserts":
            return True
        if reading.form.kind == "participle":
            after = self.text.words[i + 1 : i + 3]
            return any(w.bare in ("ان", "انه", "انها", "انهم", "بان", "علي", "الي") for w in after) and not word.definite
        return word.bare == "نقلا" or bool(reading.pronoun)
    def _skipped(self, i: int, word: Word, sentence: Sentence) -> bool:
        before = self.text.words[i - 1] if i > sentence.first else None
        after_marker = before is not None and (before.bare in ("ما", "كما") or before.bare in _ACCORDING)
        return after_marker and any(self.text.words[j].bare in _ACCORDING for j in range(max(sentence.first, i - 3), i))

    def _according(self, i: int, sentence: Sentence, phrases: Sequence[Phrase], found: Sequence[Operator]) -> Operator | None:
        """ "بحسب X", "وفق ما أعلن X": the words before it back to the last such word; at the start, those after it."""
        subject = next((p for p in phrases if i < p.first <= i + 7 and (p.human or self._metonym(p)) and p.preposition in ("", "ل", "ب", *_ACCORDING)), None)
        if subject is None and not (i + 1 < sentence.last and self.text.words[i + 1].sign):
            nxt = next((p for p in phrases if p.first == i + 1), None)
            if nxt is None:
                return None
        if i <= sentence.first + 2:
            return Operator(i, "Asserts", subject, i, sentence.last)
        start = max([op.word for op in found if op.postposed] + [sentence.first])
        preposed = [op.first for op in found if not op.postposed and op.stance == "Asserts"]
        if preposed and subject is not None and start == sentence.first:
            start = max(preposed)
        return Operator(i, "Asserts", subject, start, i, postposed=True)

    def _metonym(self, phrase: Phrase) -> bool:
        return phrase.kind is PhraseKind.PLACE and phrase.mention.kind in ("Country", "City") and phrase.mention.iri is not None

    def _saying(self, i: int, stance: str, needs: frozenset[str], sentence: Sentence, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> Operator | None:
        word = self.text.words[i]
        subject = self.subject_of(i, sentence, clauses, phrases)
        if not word.verb:
            return self._nominal_saying(i, stance, needs, subject, sentence, phrases)
        opens = self._opens_content(i, sentence)
        if "weak" in needs and not opens:
            return None
        if subject is None and stance == "Asserts" and not opens and "continues" not in needs:
            return None
        postposed = self._postposed(i, sentence)
        if postposed and stance == "Asserts":
            return Operator(i, stance, subject, sentence.first, i, postposed=True, flags=needs)
        return Operator(i, stance, subject, i, sentence.last, continues="continues" in needs, flags=needs)

    def _nominal_saying(self, i: int, stance: str, needs: frozenset[str], subject: Phrase | None, sentence: Sentence, phrases: Sequence[Phrase]) -> Operator | None:
        """ "نقلا عن X", "محاولة", "مخطط ل", "معتبرا أن", "نية", "تحذير من": what follows is under the stance."""
        word = self.text.words[i]
        if "relays" in needs and word.bare in ("نقلا",):
            source = next((p for p in phrases if p.first <= i + 2 and p.first > i and p.preposition == "عن"), None)
            return Operator(i, "Asserts", source, sentence.first, i, postposed=True, flags=needs) if source else None
        if stance == "Asserts":
            if not self._opens_content(i, sentence):
                return None
            return Operator(i, stance, subject, i, sentence.last, continues=subject is None, flags=needs)
        return Operator(i, stance, subject, i, sentence.last, flags=needs)

    def _opens_content(self, i: int, sentence: Sentence) -> bool:
        """Whether "أن", a colon or a quotation mark follows within reach, before another verb."""
        for j in range(i + 1, min(i + 14, sentence.last)):
            w = self.text.words[j]
            if w.bare in ("ان", "انه", "انها", "انهم", "انهما", "اننا", "ان", ":") or (w.quote and j > i + 1):
                return True
            if w.bare == "بان" or (w.bare in ("انه", "انها", "ان") and w.preposition == "ب"):
                return True
            if w.verb and j > i + 1 and not w.bare.startswith("طلب"):
                return False
        return False

    def _postposed(self, i: int, sentence: Sentence) -> bool:
        """ "كما أعلنت الحكومة", "على ما أفاد": a saying verb behind what is said."""
        before = self.text.words[i - 1] if i > sentence.first + 3 else None
        if before is None:
            return False
        if before.bare in ("كما", "ما", "حسبما") and not self._opens_content(i, sentence):
            return True
        return before.bare in ("،", ",", "»", '"', "”") and i > sentence.first + 4 and not self._opens_content(i, sentence) and not self.text.words[i].conjunction

    def subject_of(self, i: int, sentence: Sentence, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> Phrase | None:
        """Who a verb of saying has as its subject: the first free phrase after it, else the one before it."""
        word = self.text.words[i]
        limit = min(i + _SUBJECT_WINDOW, sentence.last)
        for j in range(i + 1, limit):
            if self.text.words[j].bare in ("ان", "انه", "انها", "انهم", "بان", ":") or (self.text.words[j].verb and j > i + 1):
                limit = j
                break
        for p in phrases:
            if i < p.first < limit and p.preposition == "" and (p.human or self._metonym(p)) and not (p.conjoined and p.first > i + 2):
                return p
        clause = next((c for c in clauses if c.first <= i < c.last), None)
        if clause is None or not word.verb:
            return None
        if clause.kind is ClauseKind.RELATIVE:
            before = [p for p in phrases if p.last <= clause.first and p.human]
            return before[-1] if before else None
        before = [p for p in phrases if clause.first <= p.first and p.last <= i and p.preposition == "" and p.human]
        return before[-1] if before else None

    # --- speakers ----------------------------------------------------------------------------------------------------

    def _speaker(self, op: Operator, sentence: Sentence, phrases: Sequence[Phrase]) -> Speaker | None:
        if op.subject is None:
            return self.current if op.continues or op.stance != "Asserts" or op.postposed else self.current if self.paragraph == sentence.paragraph else None
        if "relays" in op.flags and self.text.words[op.word].verb:
            source = next((p for p in phrases if p.first > op.word and p.preposition == "عن" and p.human and p.first < op.word + 12), None)
            if source is not None:
                return Speaker(self._resolved(source), relay=op.subject.mention)
        relay = next((p.mention for p in phrases if op.subject.last <= p.first <= op.subject.last + 3 and p.preposition == "ل" and p.mention.kind == "MediaOrganization"), None)
        return Speaker(self._resolved(op.subject), relay=relay)

    def _resolved(self, phrase: Phrase) -> Mention:
        """The source itself; "المصدر", "اللجنة", "البيان" stand for the speaker so called before."""
        mention = phrase.mention
        short = len(mention.text.split()) == 1 and phrase.definite and mention.iri is None
        if not short:
            return mention
        stem = fold(mention.text).removeprefix("ال")[:4]
        for speaker in reversed(self.named):
            first = fold(speaker.source.text).removeprefix("ال")
            if first.startswith(stem) and speaker.source.text != mention.text:
                return speaker.source
        if fold(mention.text) in ("البيان", "التقرير") and self.named:
            return self.named[-1].source
        return mention


def _closed(ops: list[Operator], sentence: Sentence) -> list[Operator]:
    """End each preposed scope where the next operator of saying begins in a coordinate position."""
    return ops


__all__ = ["Attribution", "Attributor", "Operator", "Speaker"]
_ = Word
