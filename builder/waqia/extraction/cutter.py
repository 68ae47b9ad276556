"""What every reader of phrases works on: the words of an article, its names, and how a mention is made of them."""

from __future__ import annotations

from .lexicon import Analysis
from .names import KnownName, Names
from .templates import Mention, Span
from .words import Text

_VERB_REACH = 7
TRIGGERS = ("Trigger", "LightVerb")
NAME_STARTS = frozenset(
    {
        "تل",
        "دير",
        "عين",
        "بيت",
        "كفر",
        "ابو",
        "ام",
        "راس",
        "جسر",
        "خان",
        "برج",
        "حزم",
        "بئر",
        "بير",
        "ذي",
        "ذو",
    }
    | {"بني", "وادي", "واد", "باب", "جب", "خربه", "شيخ", "سيدي", "عرب", "حوش"}
)


class Cutter:
    """The words and names of one article."""

    def __init__(self, text: Text, names: Names) -> None:
        self.text = text
        self.names = names
        self.words = text.words

    def known(self, i: int, end: int) -> KnownName | None:
        """The longest known name that starts at word `i`."""
        return self.names.known(i, end)

    def mention(
        self, first: int, last: int, kind: str, iri: str | None = None, *, described: bool = False
    ) -> Mention:
        """A mention of words `first` to `last` (exclusive)."""
        start, end = self.text.span(first, last)
        return Mention(self.text.string(first, last), Span(start, end), kind, iri, described)

    def number(self, head: Analysis) -> tuple[int | None, int | None]:
        """How many a noun means by its form alone: least and most, None where it does not tell."""
        if head.form.number == 1:
            return 1, 1
        if head.form.number == 2:
            sound = any(
                a.form.number == 0
                for a in self.names.lexicon.read(head.form.written)
                if a.entry is head.entry
            )
            return (2, None) if sound else (2, 2)
        return (2, None) if head.form.number == 0 else (None, None)

    def common(self, i: int) -> bool:
        """Whether a word is an indefinite common noun: "(نقطة) تفتيش", "(مركز) شرطة"."""
        w = self.words[i]
        if w.definite or self.names.stops(w) or w.bare in NAME_STARTS:
            return False
        return (self.names.lexicon.known(w.bare) or bool(w.readings)) and self.known(i, i + 1) is None

    def goes_with_verb(self, j: int) -> bool:
        """Whether word `j` belongs to a verb before it: "ألقت قوات الأمن (القبض)", "أطلق جنود (النار)"."""
        verbs = self.names.lexicon.collocates.get(self.words[j].bare)
        before = self.words[max(0, j - _VERB_REACH) : j] if verbs else ()
        return verbs is not None and any(a.entry.lemma in verbs for w in before for a in w.readings)
