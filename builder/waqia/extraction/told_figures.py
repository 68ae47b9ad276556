"""Which figures each source tells of a happening: every one once, repetitions and mere sums left out.

An unsourced figure that a source is named for elsewhere is one figure with it, unless it has parts that no source
tells; a headline's only counts where the body contradicts it, and a headline's sum of the body's figures belongs to
none of them (annotation guidelines).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from waqia.arabic.folding import fold

from .events import Happening
from .reading import ArticleReading
from .templates import Decision, Figure, Mention, Outcome, Span
from .tolls import Toll

_MOST_ADDENDS = 4
_DEADLY = frozenset({Outcome.KILLED, Outcome.KILLED_OR_INJURED})


def source_key(source: Mention | None) -> str:
    """What tells one source from another, "" for the article itself."""
    return "" if source is None else source.iri or fold(source.text)


class ToldFigures:
    """The figures of an article by happening and source."""

    def __init__(self, reading: ArticleReading) -> None:
        self.reading = reading
        self.headline = max((s.sentence.last for s in reading.sentences if s.sentence.headline), default=0)
        self.sums = set(self._sums())

    def of(self, happening: Happening, source: Mention | None) -> tuple[Figure, ...]:
        """The figures that one source gives for a happening."""
        told: list[Figure] = []
        for toll in happening.tolls:
            if source_key(self.reading.speaker_at(toll.word)) == source_key(source):
                self._tell(toll, happening, told, sourced=source is not None)
        return tuple(told)

    def _tell(self, toll: Toll, happening: Happening, told: list[Figure], *, sourced: bool) -> None:
        """Add the figures of a toll to those told, links between them by their new positions."""
        moved: dict[int, int] = {}
        for n, figure in enumerate(toll.figures):
            again = _position(figure, told)
            if again is not None:
                moved[n] = again
                told[again] = _in_digits(told[again], figure)
                continue
            parts = [f for f in toll.figures if f.included_in == n]
            if not sourced and all(self._idle(f, toll, happening) for f in (figure, *parts)):
                continue
            part = None if figure.included_in is None else moved.get(figure.included_in)
            whole = _whole(figure, told) if toll.member else part
            beside = None if figure.in_addition_to is None else moved.get(figure.in_addition_to)
            moved[n] = len(told)
            why = Decision(toll.link, self._word(toll))
            told.append(replace(figure, included_in=whole, in_addition_to=beside, why=why))

    def _word(self, toll: Toll) -> Span:
        """Where the word of outcome stands that gives a toll."""
        return Span(*self.reading.text.span(toll.word, toll.word + 1))

    def _idle(self, figure: Figure, toll: Toll, happening: Happening) -> bool:
        """Whether an unsourced figure says nothing of its own."""
        others = [(t, f) for t in happening.tolls if t is not toll for f in t.figures]
        sourced = [f for t, f in others if self.reading.speaker_at(t.word) is not None]
        if toll.word >= self.headline:
            same = [t.word for t, f in others if self.reading.speaker_at(t.word) and _repeats(figure, f)]
            # An exact number is the source's wherever it stands; "dozens" told after it are the article's as well.
            return bool(same) and (figure.maximum is not None or toll.word < min(same))
        if any((figure.outcome, figure.minimum) == (f.outcome, f.minimum) for f in sourced):
            return True
        body = [f for t, f in others if t.word >= self.headline]
        return any(_agrees(figure, f) for f in body) or (figure.outcome, figure.minimum) in self.sums

    def _sums(self) -> Iterator[tuple[Outcome, int]]:
        """The sums of the different figures of one outcome that the body gives."""
        tolls = [t for s in self.reading.sentences if not s.sentence.headline for t in s.tolls]
        for outcome in Outcome if tolls else ():
            numbers = sorted(
                {f.minimum for f in _wholes(tolls) if f.outcome is outcome and f.minimum == f.maximum}
            )
            for many in range(2, min(len(numbers), _MOST_ADDENDS) + 1):
                yield from ((outcome, sum(addends)) for addends in combinations(numbers, many))


def _wholes(tolls: Iterable[Toll]) -> Iterator[Figure]:
    return (f for t in tolls if not t.member for f in t.figures if f.included_in is None)


def _repeats(lead: Figure, sourced: Figure) -> bool:
    """Whether a sourced figure is the same number of the same people as one without a source."""
    same = (lead.outcome, lead.minimum, lead.maximum) == (sourced.outcome, sourced.minimum, sourced.maximum)
    return same and not _two_persons(lead, sourced)


def _agrees(headline: Figure, body: Figure) -> bool:
    """Whether a figure of the body is no other than a headline's: the same number, or one within its bounds."""
    if headline.outcome is body.outcome and headline.minimum == body.minimum:
        return True
    alike = headline.outcome is body.outcome or {headline.outcome, body.outcome} <= _DEADLY
    return alike and headline.maximum is None and body.minimum >= headline.minimum


def _position(figure: Figure, told: Iterable[Figure]) -> int | None:
    """Where the same figure has been told by the same source."""
    part = figure.included_in is not None
    for n, f in enumerate(told):
        same = (f.outcome, f.minimum, f.maximum) == (figure.outcome, figure.minimum, figure.maximum)
        if same and not part and f.included_in is None and not _two_persons(figure, f):
            return n
    return None


def _in_digits(told: Figure, again: Figure) -> Figure:
    """A figure told twice, quoted where it stands in digits."""
    digits = any(c.isdigit() for c in again.words) and not any(c.isdigit() for c in told.words)
    return replace(told, words=again.words, span=again.span) if digits else told


def _two_persons(one: Figure, other: Figure) -> bool:
    """Whether two figures of one count people of whom at least one is named by post or name, and not by the same."""
    if one.minimum != 1 or one.victims is None or other.victims is None:
        return False
    a, b = ({fold(w) for w in f.victims.text.split()} for f in (one, other) if f.victims is not None)
    return "Person" in (one.victims.kind, other.victims.kind) and not a & b


def _whole(figure: Figure, told: list[Figure]) -> int | None:
    """The last whole figure of the same outcome, of which a member is part."""
    found = [n for n, f in enumerate(told) if f.outcome is figure.outcome and f.included_in is None]
    return found[-1] if found else None
