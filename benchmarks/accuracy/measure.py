"""The system with none, one or both of its first stages replaced by the annotation, and how each of these scores."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from waqia.extraction import read_article
from waqia.extraction.assemble import templates
from waqia.extraction.events import Clusterer, Happening
from waqia.extraction.export import events
from waqia.extraction.layers import Layers
from waqia.extraction.templates import ArticleTemplates

from .annotation import Annotated, Event
from .clusters import annotated_happenings
from .triggers import with_annotated_triggers

Counts = dict[str, list[int]]
"""Of each metric: how many are right, how many the annotation has, how many were extracted."""


@dataclass
class Score:
    """What the scorer counts over articles: end to end, in the paired events alone, and events by type.

    `found`, `missed` and `retyped` are by the annotated type, `spurious` by the extracted one.
    """

    whole: Counts = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    paired: Counts = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)
    retyped: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, annotated: Annotated, extracted: Sequence[Event]) -> None:
        """Count the events of one article."""
        scorer, gold = annotated.scorer, annotated.events
        whole, paired, pairs = scorer.count(gold, extracted, annotated.article.text)
        for total, part in ((self.whole, whole), (self.paired, paired)):
            for metric, counts in part.items():
                total[metric] = [a + b for a, b in zip(total[metric], counts, strict=True)]
        of_gold, of_extracted = dict(pairs), {j for _, j in pairs}
        for i, event in enumerate(gold):
            (self.found if i in of_gold else self.missed)[event["type"]] += 1
        self.spurious.update(e["type"] for j, e in enumerate(extracted) if j not in of_extracted)
        self.retyped.update(
            (gold[i]["type"], extracted[j]["type"])
            for i, j in pairs
            if not scorer.same_type(gold[i], extracted[j])
        )


System = Callable[[Annotated], list[Event]]


def as_it_is(annotated: Annotated) -> list[Event]:
    """The system, stage by stage."""
    layers = read_layers(annotated)
    return events_of(annotated, layers, Clusterer(layers.reading, annotated.knowledge).run())


def perfect_triggers(annotated: Annotated) -> list[Event]:
    """The annotated triggers and types."""
    layers = with_annotated_triggers(read_layers(annotated), annotated)
    return events_of(annotated, layers, Clusterer(layers.reading, annotated.knowledge).run())


def perfect_clusters(annotated: Annotated) -> list[Event]:
    """The system's mentions, put together as annotated."""
    layers = read_layers(annotated)
    return events_of(annotated, layers, annotated_happenings(layers, annotated))


def perfect_both(annotated: Annotated) -> list[Event]:
    """The annotated triggers and types, put together as annotated."""
    layers = with_annotated_triggers(read_layers(annotated), annotated)
    return events_of(annotated, layers, annotated_happenings(layers, annotated))


SYSTEMS: dict[str, System] = {
    "as it is": as_it_is,
    "perfect triggers": perfect_triggers,
    "perfect clusters": perfect_clusters,
    "both perfect": perfect_both,
}


def measure(articles: Iterable[Annotated]) -> dict[str, Score]:
    """Return the score of each system over the articles."""
    scores = {name: Score() for name in SYSTEMS}
    for annotated in articles:
        for name, system in SYSTEMS.items():
            scores[name].add(annotated, system(annotated))
    return scores


def read_layers(annotated: Annotated) -> Layers:
    """Read an article up to its templates."""
    layers: Layers = read_article(annotated.article, annotated.knowledge)._.waqia
    return layers


def events_of(annotated: Annotated, layers: Layers, happenings: Sequence[Happening]) -> list[Event]:
    """The events of an article whose mentions are put together as given, in the shape of the guidelines."""
    article, knowledge = annotated.article, annotated.knowledge
    told = ArticleTemplates(article.id, templates(happenings, layers.reading, knowledge), ())
    rows: list[Event] = events(told, article, knowledge)["events"]
    return rows
