"""Words in their sentences: the tokens of an article with their readings, and which of them are verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from waqia.arabic import numerals, particles
from waqia.arabic.tokens import Token, Tokenizer

from .lexicon import Analysis, Lexicon

_ENDS = frozenset(".!?؟؛")
_TANWIN = "\u064b"
_QUOTES = frozenset("\"'«»“”‘’„")
_NAMING = frozenset(
    {"Title", "PlaceHead", "OrganizationHead"}
)  # nouns that are written as participles: "مدير"
_ADJECTIVE = re.compile(r"..(?:ي|يه|يين|يون|يان|يتان|يتين|يات)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its readings. `verb` tells whether it is a finite verb where it stands.

    What follows from the token is looked at many times a word, so it is worked out once: `bare` is the folded word
    without proclitics, `definite` tells whether it has the article, `conjunction` and `preposition` (not the future
    particle) are written into it, `sign` tells punctuation, `function` a word of the closed classes.
    """

    i: int
    token: Token
    readings: tuple[Analysis, ...]
    verb: bool = False
    bare: str = field(init=False, repr=False, compare=False)
    definite: bool = field(init=False, repr=False, compare=False)
    conjunction: str = field(init=False, repr=False, compare=False)
    preposition: str = field(init=False, repr=False, compare=False)
    sign: bool = field(init=False, repr=False, compare=False)
    function: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        token, put = self.token, object.__setattr__
        put(self, "bare", token.bare)
        put(self, "definite", token.definite)
        put(self, "conjunction", token.conjunction)
        put(self, "preposition", "" if token.preposition == "س" else token.preposition)
        put(self, "sign", not token.is_word and not token.is_number)
        put(self, "function", not token.definite and token.bare in particles.FUNCTION_WORDS)

    @property
    def quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.bare in _QUOTES

    @property
    def adjectival(self) -> bool:
        """Whether it looks like an adjective: a relative adjective in -i, a participle, a word of quality."""
        if bool(_ADJECTIVE.search(self.bare)) or any(a.entry.use == "Quality" for a in self.readings):
            return True
        participle = any(a.form.kind == "participle" for a in self.readings)
        return participle and not any(a.entry.use in _NAMING for a in self.readings)

    def use(self, *uses: str) -> Analysis | None:
        """Its first reading with one of the uses; nominal readings only for a noun, finite ones only for a verb."""
        for a in self.readings:
            if self.token.definite and (a.form.construct or a.pronoun):
                continue
            if a.entry.use in uses and (not a.entry.verb or a.form.finite == self.verb):
                return a
        return None

    def noun(self, *uses: str) -> Analysis | None:
        """Its first nominal reading with one of the uses, where it is no verb."""
        return None if self.verb or not self.readings else self.use(*uses)

    def act(self, *uses: str) -> bool:
        """Whether it is a noun that names an act, with one of the uses, and not a participle ("(عبوة) ناسفة")."""
        found = self.noun(*uses)
        named = (a.nominal for a in self.readings if a.entry.use in uses and a.form.kind != "participle")
        return found is not None and any(named)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` to `last` (exclusive). `paragraph` counts the lines of the article; `headline` is its title."""

    number: int
    first: int
    last: int
    paragraph: int
    headline: bool = False


@dataclass(frozen=True)
class Text:
    """An article as words and sentences."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of words `first` to `last` (exclusive), without the proclitics of the first."""
        return self.words[first].token.core_start, self.words[last - 1].token.end

    def string(self, first: int, last: int) -> str:
        """The text of words `first` to `last` without the first one's proclitics; "للجيش" gives "الجيش"."""
        start, end = self.span(first, last)
        written = self.text[start:end]
        token = self.words[first].token
        if (
            token.definite
            and token.preposition == "ل"
            and not token.folded[len(token.conjunction) :].startswith("لال")
        ):
            return "ال" + written.removeprefix("ل")
        return written


def read(
    text: str,
    zones: list[tuple[int, int, bool]],
    lexicon: Lexicon,
    tokenizer: Tokenizer,
) -> Text:
    """Cut the zones (start, end, headline) of an article into words and sentences."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    paragraph = 0
    for start, end, headline in zones:
        for line_start, line_end in _lines(text, start, end):
            paragraph += 1
            line = tokenizer.tokens(text, line_start, line_end)
            for first, last in _sentences(line):
                base = len(tokens)
                tokens += line[first:last]
                sentences.append(Sentence(len(sentences), base, len(tokens), paragraph, headline))
    words = tuple(Word(i, t, _readings(t, lexicon)) for i, t in enumerate(tokens))
    return Text(text, _tag(words, sentences), tuple(sentences))


def _readings(token: Token, lexicon: Lexicon) -> tuple[Analysis, ...]:
    """The readings of a token; "حياة" is not "حيا" with a pronoun."""
    if not token.is_word:
        return ()
    found = lexicon.read(token.bare)
    return tuple(a for a in found if not a.pronoun) if found and token.text.endswith("ة") else found


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text[start:end]):
        if match.group().strip():
            yield start + match.start(), start + match.end()


def _sentences(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Index ranges of the sentences of a line; the dots of abbreviations ("سي. إن. إن.") do not end one."""
    first = 0
    for i, token in enumerate(tokens):
        if token.bare not in _ENDS:
            continue
        if token.bare == "." and i and len(tokens[i - 1].bare) <= 2 and tokens[i - 1].is_word:
            continue
        if i + 1 > first:
            yield first, i + 1
        first = i + 1
    if first < len(tokens):
        yield first, len(tokens)


def _tag(words: tuple[Word, ...], sentences: list[Sentence]) -> tuple[Word, ...]:
    tagged = list(words)
    for sentence in sentences:
        for i in range(sentence.first, sentence.last):
            if _is_verb(tagged, i, sentence):
                w = tagged[i]
                tagged[i] = Word(w.i, w.token, w.readings, True)
    return tuple(tagged)


_HEADS = frozenset(
    {"Trigger", "LightVerb", "TollNoun", "Cause", "OrganizationHead", "PlaceHead", "Human", "Title", "Thing"}
    | {"SourceNoun", "Method"}
)
_BEFORE_VERBS = frozenset(
    {
        "قد",
        "فقد",
        "لقد",
        "لم",
        "لن",
        "سوف",
        "لا",
        "ان",
        "حيث",
        "عندما",
        "حين",
        "حينما",
        "فيما",
        "بينما",
        "كما",
        "مما",
    }
    | {"ما", "اذا", "لو", "بعدما", "حتي", "هل", "اذ", "ريثما", "كان", "كانت", "كانوا"}
)
_COMPASS = frozenset("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split())  # a name follows: "جنوب تعز"
_HANDS = frozenset("يد يدي ايدي قبضه".split())  # whose they are follows: "في أيدي مسلحين"
_SUBJECT_REACH = 5
_AUXILIARIES = frozenset({"كان", "بات", "اصبح", "صار", "ظل", "زال", "عاد"})
_GOVERNING_REACH = 5  # words
_BEFORE_NOUNS = particles.PREPOSITIONS - {"بعد", "منذ", "حتي"}


def _is_verb(words: list[Word], i: int, sentence: Sentence) -> bool:
    """Whether word `i` is a finite verb: its letters allow it, and so does the word before.

    A noun's place is after a preposition, in a construct, or under an article.
    """
    w = words[i]
    if w.definite or w.preposition or not any(a.form.finite for a in w.readings):
        return False
    if _TANWIN in w.token.text:
        return False
    if w.bare in numerals.WORDS:
        return False
    if w.function and not (_lost(words, i, sentence) or _crossed(words, i, sentence)):
        return False
    before = words[i - 1] if i > sentence.first else None
    if w.token.preposition == "س" or (before is not None and _announces(before)):
        return True
    if _doing(words, i, sentence):
        return False
    if _who(words, i, sentence):
        return True
    if before is not None and _counted(before, w):
        return False
    if all(a.form.finite for a in w.readings):
        return before is None or before.definite or before.bare not in _BEFORE_NOUNS | _COMPASS | _HANDS
    if before is not None and not w.conjunction and _takes_up(before, w):
        return True
    if before is not None and not w.conjunction and (told := _by_word_before(before)) is not None:
        return told
    return not (_has_adjective(words, i, sentence) or _governed(words, i, sentence))


def _counted(before: Word, w: Word) -> bool:
    """Whether a numeral before a word makes it a noun: "ثلاثة أشهر", not "drew"."""
    few = before.bare in numerals.WORDS and before.bare.endswith("ه") and not before.definite
    return few and not w.conjunction and all(a.form.number == 1 for a in w.readings if a.form.finite)


def _who(words: list[Word], i: int, sentence: Sentence) -> bool:
    """Whether "من" before a word is "who": "الجيش هو من قصف البلدة"."""
    if i - 2 < sentence.first or words[i - 1].bare != "من" or words[i - 1].conjunction:
        return False
    return words[i - 2].bare in particles.PRONOUNS


def _governed(words: list[Word], i: int, sentence: Sentence) -> bool:
    """Whether a word before it has it for the act that it tells of: "عاودت القوات قصف", "تحقيق القوات تقدما"."""
    word = words[i]
    acts = {a.entry.id for a in word.readings if a.form.finite}
    if word.conjunction or not any(a.nominal and a.entry.id in acts for a in word.readings):
        return False
    for w in reversed(words[max(sentence.first, i - _GOVERNING_REACH) : i]):
        told = any(a.entry.controls and (a.form.finite if w.verb else a.nominal) for a in w.readings)
        if w.verb or (told and not w.definite):
            return told
        if w.sign or w.conjunction or w.function:
            return False
    return False


def _doing(words: list[Word], i: int, sentence: Sentence) -> bool:
    """Whether a word that may be a noun follows a verb and its subject: "أعلنت فرنسا سحب قواتها"."""
    w, before = words[i], words[i - 1]
    if w.conjunction or i == sentence.first:
        return False
    if before.verb:  # "نشرت تشاد": a passive right after a verb
        return not any(a.form.active for a in w.readings if a.form.finite) and not _auxiliary(before)
    named = before.definite or not before.readings
    if not named or not any(a.nominal for a in w.readings):
        return False
    verb = i - 1
    while verb > sentence.first and i - verb <= _SUBJECT_REACH and _in_subject(words[verb]):
        verb -= 1
    past = all(a.form.kind == "past" for a in w.readings if a.form.finite)
    governs = past or words[verb].use("LightVerb") is not None  # "واصلت القوات تقدمها"
    return words[verb].verb and governs and not _auxiliary(words[verb])


def _in_subject(word: Word) -> bool:
    plain = word.token.is_word and not (word.verb or word.function)
    return plain and not (word.conjunction or word.preposition)


def _auxiliary(word: Word) -> bool:
    return any(a.entry.lemma in _AUXILIARIES for a in word.readings)


def _announces(before: Word) -> bool:
    return not before.definite and before.bare in _BEFORE_VERBS and not before.preposition


def _by_word_before(before: Word) -> bool | None:
    """Whether the word before makes a word that may be both a verb or a noun; None where it does not tell."""
    if before.bare in particles.PREPOSITIONS | _HANDS and not before.definite:
        return False
    if before.bare in particles.QUANTIFIERS or before.verb or before.token.is_number:
        return False
    if before.bare in particles.RELATIVES:
        return True
    plain = before.token.is_word and not before.definite and not before.function
    return False if plain and _construct_like(before) else None


_TAKEN_UP = ("Trigger", "Method", "Thing", "PlaceHead", "OrganizationHead")


def _takes_up(before: Word, w: Word) -> bool:
    """Whether a verb takes the indefinite noun before it up by a pronoun: "غارات شنها", "ألغام زرعها"."""
    if before.definite or before.function or not any(a.form.finite and a.pronoun for a in w.readings):
        return False
    head = before.use(*_TAKEN_UP)
    return head is not None and not head.form.finite and head.entry.frame != "operation"


def _has_adjective(words: list[Word], i: int, sentence: Sentence) -> bool:
    """Whether an adjective of method follows, as it does a noun: "قصف جوي"."""
    after = words[i + 1] if i + 1 < sentence.last else None
    if after is None or after.definite or after.preposition:
        return False
    return after.use("Method") is not None and after.adjectival


def _lost(words: list[Word], i: int, sentence: Sentence) -> bool:
    """Whether "فقد" is "lost" and not "has": a noun or a number follows it, and not a verb."""
    after = words[i + 1] if i + 1 < sentence.last else None
    if words[i].bare != "فقد" or after is None:
        return False
    noun = bool(after.readings) and not any(a.form.finite for a in after.readings)
    return noun or after.definite or after.token.is_number


def _crossed(words: list[Word], i: int, sentence: Sentence) -> bool:
    """Whether "عبر" is "crossed" and not "through": people or a number of them follow it."""
    after = words[i + 1] if i + 1 < sentence.last else None
    if words[i].bare != "عبر" or after is None or (i > sentence.first and not words[i].conjunction):
        return False
    return after.token.is_number or after.bare in numerals.WORDS or after.use("Human") is not None


def _construct_like(word: Word) -> bool:
    """Whether a word without article may be the head of a construct: a noun of the lexicon in such a form.

    The endings of "مسلحا", "مسلحين" are those that the head of a construct loses.
    """
    if any(_absolute(a.entry.lemma, word.bare) for a in word.readings):
        return False
    return any((a.nominal and a.entry.use in _HEADS) or a.form.construct for a in word.readings)


def _absolute(lemma: str, bare: str) -> bool:
    """Whether a word has an ending that it loses before a genitive: tanwin, or the nun of dual and plural."""
    stems = (lemma, lemma[:-1] + "ت") if lemma.endswith("ه") else (lemma,)
    return bare == lemma + "ا" or (bare.endswith(("ون", "ين", "ان")) and bare[:-2] in stems)
