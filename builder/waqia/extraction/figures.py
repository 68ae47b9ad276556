"""Figures: how many people a phrase counts, and the noun that says who they are.

"آخرين" takes the noun of the figure before it, "منهم" the group told before; a bare number that counts something else
("عشرات التهم") counts nobody. Of a definite plural the number is not said ("المدنيين"), of a dual it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from waqia.arabic import measures
from waqia.arabic.measures import Hedge

from .phrases import Phrase, PhraseKind
from .syntax import Chain, Syntax
from .templates import Figure, Mention, Outcome, Span
from .words import Sentence, Text, Word

PEOPLE = frozenset({PhraseKind.GROUP, PhraseKind.NUMBER, PhraseKind.PERSON, PhraseKind.SOURCE})
_OTHERS = ("آخر", "اخر", "أخر", "غيره")
_THEM = frozenset("بهم بهن فيهم".split())  # "المشتبه بهم" are many
# What follows a number is a verb that the lexicon does not know ("الآلاف بدأوا", "100 يعالجون"), or says when.
_NO_NOUN = re.compile(r"وا$|^[يت].*(?<!ي)ون$|^(?:شهر|يوم|سنو|اسبوع)يا$")
AMONG = frozenset("بينهم بينهن بينهما ضمنهم منهم منهن منهما".split())
_OF_THEM = frozenset("منهم منها منهن منهما".split())


def nounless(text: Text, p: Phrase) -> bool:
    """Whether a number counts nothing that is said, and a verb or adverb follows it: "الآلاف بدأوا"."""
    return p.part == "unknown" and _NO_NOUN.search(text.words[p.head].bare) is not None


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence as the readers of tolls see it."""

    text: Text
    sentence: Sentence
    syntax: Syntax

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the article."""
        return self.text.words

    def range(self, first: int, last: int) -> Iterator[int]:
        """The words `first` to `last` that are in the sentence."""
        return iter(range(max(first, self.sentence.first), min(last, self.sentence.last)))

    def opening(self, phrase: Phrase) -> int:
        """Where a phrase starts with the words that only bound its number ("أكثر من 40", "ما لا يقل عن 12")."""
        at = phrase.first
        if phrase.quantity is None:
            return at
        while at > self.sentence.first:
            before = self._bound(at)
            if before == at:
                break
            at = before
        return at

    def _bound(self, at: int) -> int:
        last = self.words[at - 1]
        if last.quote or last.bare in ("(", "["):
            return at - 1
        found = [len(p) for p, _ in measures.HEDGES_BEFORE.get(last.bare, ()) if self._stands(at - len(p), p)]
        return at - max(found, default=0)

    def _stands(self, first: int, phrase: tuple[str, ...]) -> bool:
        return (
            first >= self.sentence.first
            and tuple(w.bare for w in self.words[first : first + len(phrase)]) == phrase
        )

    def at_least(self, p: Phrase) -> bool:
        """Whether a bound that makes a number the least follows a phrase ("جنديين على الأقل")."""
        hedges = measures.HEDGES_AFTER.get(self.words[p.last].bare, ()) if p.last < self.sentence.last else ()
        return any(h is Hedge.AT_LEAST and self._stands(p.last, phrase) for phrase, h in hedges)

    def following(self, word: int) -> Chain:
        """The chain of people right after a word, bounds of its number passed over."""
        for chain in self.syntax.inside(word + 1, min(word + 8, self.sentence.last)):
            return self.whole(chain) if chain[0].kind in PEOPLE and self.opening(chain[0]) == word + 1 else ()
        return ()

    def attribute(self, p: Phrase) -> bool:
        """Whether a noun of people is the adjective of the word before it ("اليسار المتطرف")."""
        before = self.words[p.first - 1] if p.first > self.sentence.first else None
        alone = p.last == p.first + 1 and p.definite and not p.preposition and not p.conjoined
        return alone and before is not None and before.definite and before.token.is_word

    def among(self, p: Phrase) -> bool:
        """Whether a phrase is introduced as part of others ("بينهم ضابطان")."""
        return p.first > self.sentence.first and self.words[self.opening(p) - 1].bare in AMONG

    def of_them(self, p: Phrase) -> bool:
        """Whether a phrase is a number of those told before ("خمسة منهم")."""
        return p.last < self.sentence.last and self.words[p.last].bare in _OF_THEM

    def whole(self, chain: Chain) -> Chain:
        """The chain with the person's name that a place parts from the post ("رئيس الفرع بحمص اللواء حسن وآخر")."""
        post = chain[-1]
        if post.kind is not PhraseKind.PERSON or not post.mention.described:
            return chain
        phrases = [p for p in self.syntax.phrases if p.first >= post.last][:2]
        if len(phrases) < 2 or not phrases[0].located or phrases[0].first > post.last + 1:
            return chain
        name = phrases[1]
        if (
            name.kind is not PhraseKind.PERSON
            or name.first != phrases[0].last
            or name.conjoined
            or name.preposition
        ):
            return chain
        return (*chain, *self.syntax.chain_at(name))


@dataclass
class Counter:
    """Makes figures of phrases, remembering who was counted last."""

    text: Text
    last: Mention | None = None

    def count(
        self, outcome: Outcome, chain: Sequence[Phrase], view: SentenceView
    ) -> list[tuple[Phrase, Figure]]:
        """The figures of coordinated phrases, each with its phrase."""
        out: list[tuple[Phrase, Figure]] = []
        for n, p in enumerate(persons_joined(chain, self.text)):
            if n and (view.of_them(p) or _owns(chain[0], p) or self._participle(p)):
                continue
            figure = self.figure(outcome, p, view)
            if figure is not None:
                out.append((p, figure))
        return out

    def figure(self, outcome: Outcome, p: Phrase, view: SentenceView) -> Figure | None:
        """The figure of one phrase, None where it says no number of people."""
        if p.minimum is None or p.kind not in PEOPLE or not self._counts(p, view):
            return None
        start, end = self.text.span(p.first, p.last)
        approximate = p.quantity.approximate if p.quantity else False
        victims = self._victims(p, view)
        maximum = None if p.quantity is None and view.at_least(p) else p.maximum
        return Figure(
            outcome,
            p.minimum,
            maximum,
            self.text.text[start:end],
            Span(start, end),
            approximate,
            victims,
            p.victim_kind,
        )

    def _participle(self, p: Phrase) -> bool:
        """Whether a rank is no rank but says how somebody spoke ("وإصابة سبعة، مشيرا إلى")."""
        following = self.text.words[p.last] if p.last < len(self.text.words) else None
        speaks = following is not None and following.bare in ("الي", "ان")
        return p.kind is PhraseKind.PERSON and self.text.words[p.head].bare.endswith("ا") and speaks

    def _counts(self, p: Phrase, view: SentenceView) -> bool:
        if p.quantity is not None:
            return p.kind is not PhraseKind.NUMBER or p.entry != "" or self._alone(p, view)
        following = self.text.words[p.last] if p.last < view.sentence.last else None
        people = self.text.words[p.head].noun("Human")
        collective = people is not None and people.entry.part == "collective"
        if collective or (following is not None and following.bare in _THEM):
            return False
        return not (p.definite and p.kind is PhraseKind.GROUP and p.maximum is None)

    def _alone(self, p: Phrase, view: SentenceView) -> bool:
        """Whether a number without a noun stands for people: no noun that it could count follows."""
        if (
            self.text.words[p.first].definite
            and p.quantity is not None
            and self.text.words[p.first].token.is_number
        ):
            return False  # "القتل ال12"
        if p.last >= view.sentence.last:
            return True
        after = self.text.words[p.last]
        if after.sign or after.conjunction or after.preposition or after.verb or after.function:
            return True
        return after.adjectival and not after.definite

    def _of_number(self, p: Phrase, view: SentenceView) -> Mention | None:
        """Who a number without a noun counts: "8 منهم", "21 من الضيوف", or as before ("وإصابة 8")."""
        if view.of_them(p):
            return group_before(p.first, view)
        if (of := people_of(p.last, view)) is not None:
            self.last = of
            return of
        start = view.opening(p) - 1
        goes_on = start > view.sentence.first and self.text.words[start].conjunction == "و"
        return self._as_before() if goes_on and p.maximum is not None else None

    def _as_before(self) -> Mention | None:
        """The noun of the last figure, which a person's name is none of."""
        named = self.last is not None and self.last.kind == "Person" and not self.last.described
        return None if named else self.last

    def _victims(self, p: Phrase, view: SentenceView) -> Mention | None:
        if p.kind is PhraseKind.NUMBER:
            return self._of_number(p, view)
        if nounless(self.text, p):
            return None
        if p.mention.text.startswith(_OTHERS):
            return self._as_before()
        mention = p.mention
        if p.kind is PhraseKind.PERSON and mention.described:
            start, end = self.text.span(p.first, p.last)
            mention = replace(mention, text=self.text.string(p.first, p.last), span=Span(start, end))
        self.last = mention
        return mention


def people_of(word: int, view: SentenceView) -> Mention | None:
    """The people after "من" at a word that no phrase is cut for ("21 من الضيوف", "من الطرفين والمدنيين")."""
    words, last = view.words, view.sentence.last
    if word + 1 >= last or words[word].bare != "من" or not words[word + 1].definite:
        return None
    end = word + 2
    while end < last and words[end].definite and words[end].conjunction == "و":
        end += 1
    start, stop = view.text.span(word + 1, end)
    return Mention(view.text.string(word + 1, end), Span(start, stop), "Group", described=True)


def group_before(word: int, view: SentenceView) -> Mention | None:
    """The people that "منهم" at a word refers to: the last plural or group before it, or those who own a thing."""
    for p in reversed([p for p in view.syntax.phrases if p.last <= word]):
        if p.organization is not None and p.kind is not PhraseKind.METHOD:
            return p.organization if p.kind is PhraseKind.THING else p.mention
        if p.human and p.kind is not PhraseKind.SOURCE and (p.plural or p.minimum is None):
            return p.mention
    return None


def persons_joined(chain: Sequence[Phrase], text: Text) -> list[Phrase]:
    """The phrases of a chain, a person's post and name in apposition as one ("رئيس فرع الأمن، العميد حسن")."""
    out: list[Phrase] = []
    for p in chain:
        before = out[-1] if out else None
        if before is not None and p.kind is before.kind is PhraseKind.PERSON and _apposed(before, p, text):
            out[-1] = _one_person(before, p)
        else:
            out.append(p)
    return out


def _owns(counted: Phrase, p: Phrase) -> bool:
    """Whether a name after a counted group only says, with others, whose people they are ("من قوات X وY")."""
    return (
        counted.organization is not None
        and p.kind is PhraseKind.PERSON
        and not (p.mention.post or p.mention.rank)
    )


def _apposed(post: Phrase, name: Phrase, text: Text) -> bool:
    joined = text.words[name.first].conjunction or any(
        w.bare == "و" for w in text.words[post.last : name.first]
    )
    return not joined and (post.mention.described or name.mention.described)


def _one_person(first: Phrase, second: Phrase) -> Phrase:
    """A post and a name, in whichever order, as one person."""
    post, name = (first, second) if first.mention.described else (second, first)
    mention = replace(name.mention, post=name.mention.post or post.mention.post or post.mention.text)
    return replace(first, last=second.last, mention=mention)
