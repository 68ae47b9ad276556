"""What is told beside a figure: part of it ("بينهم خمسة أطفال"), more than it ("بالإضافة إلى 42 شخصا").

Both look back to the last figure, past words of place and cause but not past another act or another plural of people.
Members of a whole told before ("أحد القتلى هو", "من بين الجرحى", "ثلاثة من المعتقلين") are figures of its outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .figures import AMONG, PEOPLE, Counter, SentenceView
from .outcomes import BY_NAME
from .phrases import Phrase, PhraseKind
from .syntax import Chain
from .templates import Figure, Outcome

_AMONG_THINGS = frozenset("بينها منها".split())
_WITH = frozenset("فيهم فيها".split())
_ADDED = frozenset("اضافه فضلا علاوه".split())
_REACH = 16


class Besides:
    """Reads what is told beside the figures of one sentence."""

    def __init__(self, view: SentenceView, counter: Counter) -> None:
        self.view = view
        self.counter = counter

    def parts(self, outcome: Outcome, end: int, limit: int) -> Iterator[tuple[Phrase, Figure]]:
        """The parts of a figure that ends at word `end`, told before word `limit`."""
        who = self.counter.last
        for i in self.view.range(end, min(limit, end + _REACH)):
            if self.view.words[i].verb or self._other_people(i, end):
                return
            chain = self._among(i) or self._counted_of_them(i)
            for p, figure in self._remembering(outcome, chain):
                nameless = p.kind is PhraseKind.NUMBER and self.view.of_them(p)
                yield p, replace(figure, victims=who) if nameless else figure
            if chain:
                return

    def more(self, outcome: Outcome, end: int, limit: int) -> Iterator[tuple[Phrase, Figure]]:
        """People beyond a figure that ends at word `end`, of the same outcome."""
        words = self.view.words
        for i in self.view.range(end, min(limit, end + _REACH)):
            if words[i].verb:
                return
            beside = words[i].bare == "جانب" and words[i - 1].bare == "الي" and not words[i].preposition
            along = words[i].bare == "مع" and i == end
            if words[i].bare in _ADDED or beside or along:
                chain = self._first_chain(i + 1, i + 3)
                people = bool(chain) and not chain[0].entry.startswith(
                    "t-"
                )  # nouns of outcome stand for themselves
                if people and (chain[0].quantity is not None or chain[0].maximum is not None):
                    yield from self.counter.count(outcome, chain, self.view)
                return

    def on_top(self, word: int) -> bool:
        """Whether a word of outcome is told as coming on top of what was told before: "إضافة إلى مقتل"."""
        before = [w.bare for w in self.view.words[max(word - 2, self.view.sentence.first) : word]]
        return len(before) == 2 and (before[0] in _ADDED or before == ["الي", "جانب"])

    def _remembering(self, outcome: Outcome, chain: Chain) -> Iterator[tuple[Phrase, Figure]]:
        """The figures of a part; "آخرين" after it takes the noun of the whole."""
        keep = self.counter.last
        yield from self.counter.count(outcome, chain, self.view)
        self.counter.last = keep

    def _among(self, i: int) -> Chain:
        """The people after "بينهم", "من بينها", "بمن فيهم"."""
        words = self.view.words
        bare, before = words[i].bare, words[i - 1].bare if i else ""
        among = bare in AMONG or (
            bare in _AMONG_THINGS and (before == "من" or words[i - 1].bare in ("،", ",", "-"))
        )
        including = bare in _WITH or (bare == "ذلك" and before == "في" and words[i - 2].bare in ("ما", "بما"))
        if among or (
            including and words[i - 1 if bare in _WITH else i - 2].bare in ("بمن", "بما", "من", "ما")
        ):
            return self._first_chain(i + 1, i + 4)
        return ()

    def _counted_of_them(self, i: int) -> Chain:
        """A number of those told before ("خمسة منهم من عائلة واحدة")."""
        phrase = next(
            (p for p in self.view.syntax.phrases if p.first == i and p.kind is PhraseKind.NUMBER), None
        )
        if phrase is None or not self.view.of_them(phrase):
            return ()
        after = next((p for p in self.view.syntax.phrases if p.first >= phrase.last), None)
        near = after is not None and after.first <= phrase.last + 2 and after.kind is PhraseKind.GROUP
        if after is None or not near or after.quantity is not None or after.preposition not in ("", "من"):
            return (phrase,)
        numbered = replace(after, quantity=phrase.quantity, minimum=phrase.minimum, maximum=phrase.maximum)
        return (replace(numbered, first=phrase.first),)

    def _first_chain(self, first: int, last: int) -> Chain:
        chain = next(iter(self.view.syntax.inside(first, last)), ())
        if (
            not chain
            and (counted := self.view.syntax.inside(first, last + 3))
            and self.view.opening(counted[0][0]) < last
        ):
            chain = counted[0]
        return self.view.whole(chain) if chain and chain[0].kind in PEOPLE else ()

    def _other_people(self, i: int, end: int) -> bool:
        """Whether other people, whom a part could be of, end at word `i`."""
        return any(
            p.last == i
            and p.first >= end
            and p.kind is PhraseKind.GROUP
            and p.plural
            and p.preposition != "من"
            for p in self.view.syntax.phrases
        )

    # --- members of a whole told before --------------------------------------------------------------------------

    def members(self, i: int) -> list[tuple[Phrase, Figure]]:
        """The members that the definite plural of a noun of outcome at word `i` introduces ("من بين القتلى X")."""
        word = self.view.words[i]
        reading = word.noun("TollNoun")
        if reading is None or not word.definite or reading.form.number == 1:
            return []
        outcome = BY_NAME.get(reading.entry.denotation)
        chain = self._members_of(i)
        if outcome is None or not chain:
            return []
        return list(self._remembering(outcome, chain))

    def _members_of(self, i: int) -> Chain:
        before = self.view.words[i - 1]
        if before.bare in ("بين", "ضمن"):
            return self._first_chain(i + 1, i + 4)
        if before.bare in ("احد", "احدي"):
            return self._first_chain(i + 1, i + 4)
        if before.bare == "من":
            return next(
                (
                    c
                    for c in self.view.syntax.chains
                    if c[0].quantity is not None and c[0].first < i < c[0].last
                ),
                (),
            )
        return ()
