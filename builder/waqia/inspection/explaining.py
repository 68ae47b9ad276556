"""From the layers of an article to what an inspection shows.

Every reason is one that a stage noted where it decided, or stands on what it passed on; nothing is decided again here.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqia.articles import Article
from waqia.extraction import read_article, weigh
from waqia.extraction.events import Happening
from waqia.extraction.layers import Layers
from waqia.extraction.templates import Claim, Decision, EventTemplate, Figure, Mention, Span
from waqia.inspection.marking import marks
from waqia.inspection.mentions import Mentions
from waqia.inspection.model import Inspection, Line, Section, Telling
from waqia.inspection.reasons import reason
from waqia.knowledge import Knowledge
from waqia.labels import labels


def inspect(article: Article, knowledge: Knowledge) -> Inspection:
    """How an article is read, and why so."""
    layers: Layers = read_article(article, knowledge)._.waqia
    return Inspection(
        article=article,
        gate=weigh(article, knowledge),
        marks=marks(layers),
        tellings=tuple(_Explaining(layers, knowledge).tellings()),
        dropped=tuple(_dropped(layers)),
    )


def _dropped(layers: Layers) -> Iterator[Line]:
    text = layers.article.text
    for dropped in (d for s in layers.sentences for d in s.dropped):
        start, end = dropped.span.start, dropped.span.end
        yield Line(
            dropped.type, text[start:end], dropped.span, f"{reason(dropped.rule)} (lex:{dropped.entry})"
        )


class _Explaining:
    """Explains the tellings of one article."""

    def __init__(self, layers: Layers, knowledge: Knowledge) -> None:
        self.layers = layers
        self.text = layers.article.text
        self.knowledge = knowledge
        self.mentions = Mentions(layers)
        self.labels = labels("ar")

    def tellings(self) -> Iterator[Telling]:
        """The tellings with their explanations, in order."""
        told = self.layers.templates
        for happening, event in zip(self.layers.happenings, told.events if told else (), strict=True):
            yield Telling(
                event.ordinal,
                event.type,
                self.labels.get(event.type, ""),
                event.realization.value,
                event.date,
                tuple(self._sections(happening, event)),
            )

    def _sections(self, happening: Happening, event: EventTemplate) -> Iterator[Section]:
        told = len(happening.mentions)
        many = f"{told} mention{'s' if told > 1 else ''}"
        yield Section(Line("told by", many, None, ""), tuple(self.mentions.lines(happening)))
        if event.date is not None and event.dated is not None and event.dated.span is not None:
            yield Section(self._date("dated", event.date, event.dated.span, event.dated.rule))
        for claim in event.claims:
            yield Section(self._head(claim), tuple(self._claim(claim, happening)))

    def _date(self, what: str, date: str, span: Span, rule: str) -> Line:
        days = zip(self.layers.times, self.layers.anchors, strict=True)
        anchor = next((day for time, day in days if time.start == span.start), None)
        counted = f"{date} counted from {anchor}" if anchor else date
        return Line(what, self.text[span.start : span.end], span, f"{rule}: {counted}")

    # --- claims ------------------------------------------------------------------------------------------------------

    def _head(self, claim: Claim) -> Line:
        through = [f"relayed by {claim.relay.text}"] if claim.relay else []
        through += [f"through {claim.channel.text}"] if claim.channel else []
        manner = ", ".join((claim.stance.value, claim.certainty.value, *through))
        if claim.source is None:
            return Line("according to", "the article itself", None, manner)
        known = self._known(claim.source)
        return Line(
            "according to", claim.source.text, claim.source.span, f"{manner}; {known}" if known else manner
        )

    def _claim(self, claim: Claim, happening: Happening) -> Iterator[Line]:
        for participant in claim.participants:
            yield self._line(participant.role.value, participant.mention, participant.why)
        for place in claim.places:
            yield self._line(place.relation.value, place.mention, place.why)
        for date in claim.dates:
            yield self._date("date", date.edtf, date.span, "time in reach of the trigger")
        for figure in claim.figures:
            yield self._figure(figure)
        for count in claim.counts:
            yield Line("how many", count.words, count.span, f"number of the {count.role.value}")
        if claim.operation_name:
            yield Line("operation", claim.operation_name, None, "name right after the noun")
        for weapon in self.mentions.weapons(happening):
            if any(weapon.span == w.span for w in claim.weapons):
                yield weapon
        for span in claim.evidence:
            yield Line("evidence", self.text[span.start : span.end], span, "quoted as evidence")

    def _line(self, what: str, mention: Mention, why: Decision | None) -> Line:
        rule = why.rule if why else ""
        span = why.span if why and why.span else mention.span
        return Line(what, mention.text, span, "; ".join(filter(None, (rule, self._known(mention)))))

    def _known(self, mention: Mention) -> str:
        """What the knowledge knows a mention as."""
        if mention.iri is None:
            return ""
        known = self.knowledge.actors.get(mention.iri) or self.knowledge.places.get(mention.iri)
        name = "/".join(mention.iri.split("/")[-2:])
        return f"known as {name} '{known.label}'" if known else f"known as {name}"

    def _figure(self, figure: Figure) -> Line:
        rules = [figure.why.rule] if figure.why else []
        if figure.why and figure.why.span:
            rules.insert(0, f"counted by '{self.text[figure.why.span.start : figure.why.span.end]}'")
        rules += ["part of another figure"] if figure.included_in is not None else []
        rules += ["besides another figure"] if figure.in_addition_to is not None else []
        return Line(f"{figure.outcome.value} {_number(figure)}", figure.words, figure.span, "; ".join(rules))


def _number(figure: Figure) -> str:
    if figure.maximum is None:
        return f"≥ {figure.minimum}"
    return f"{figure.minimum}" if figure.minimum == figure.maximum else f"{figure.minimum}-{figure.maximum}"
