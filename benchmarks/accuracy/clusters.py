"""Perfect clusters: which mentions tell of one happening, from the annotation; the rest by the system.

A mention tells of the annotated event whose quote holds its trigger or overlaps its evidence by half, if it is of the
event's family. What no quote points at stays with the mentions that the system put it with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from waqia.extraction.causes import Causes, TollLinker
from waqia.extraction.events import Clusterer, Happening
from waqia.extraction.layers import Layers
from waqia.extraction.mentions import EventMention
from waqia.extraction.templates import Stance
from waqia.extraction.units import Unit, by_towns

from .annotation import Annotated, Quote

Label = tuple[str, int]
"""An event of the annotation, or a happening that only the system tells of."""
_ANNOTATED, _EXTRACTED = "annotated", "extracted"


def annotated_happenings(layers: Layers, annotated: Annotated) -> list[Happening]:
    """Return the happenings of an article with its mentions put together as annotated."""
    labels = _labels(layers, annotated)
    together: defaultdict[Label, list[Unit]] = defaultdict(list)
    for unit, told in _units(layers, annotated, labels):
        # what neither the annotation nor the system tells of (a noun that only points to something) has no label
        for label, part in _divided(unit, told, annotated) if told else ():
            together[label].append(part)
    return [Happening(tuple(units)) for units in together.values()]


def _labels(layers: Layers, annotated: Annotated) -> dict[int, tuple[Label, ...]]:
    """What each mention tells of, by its trigger."""
    reading = layers.reading
    told = {m.trigger.word: _events(m, layers, annotated) for m in reading.mentions}
    labels = {word: tuple((_ANNOTATED, n) for n in numbers) for word, numbers in told.items()}
    for n, happening in enumerate(Clusterer(reading, annotated.knowledge).run()):
        words = [m.trigger.word for m in happening.mentions]
        known = Counter(label for word in words for label in labels.get(word, ()))
        rest = known.most_common(1)[0][0] if known else (_EXTRACTED, n)
        labels |= {word: (rest,) for word in words if not labels[word]}
    return labels


def _events(mention: EventMention, layers: Layers, annotated: Annotated) -> list[int]:
    """The events that a mention tells of: several where one quote stands for several of one type and stance."""
    token = layers.text.words[mention.trigger.word].token
    quotes = [q for q in annotated.quotes if annotated.fit(mention.type, q.number)]
    pointing = [q for q in quotes if q.holds(token)]
    near = pointing or [q for q in quotes if _half(q, mention)]
    ranks = {q.number: _rank(mention, q.number, annotated) for q in near}
    return sorted(n for n, rank in ranks.items() if rank == max(ranks.values()))


def _half(quote: Quote, mention: EventMention) -> bool:
    """Whether a quote and the evidence of a mention share half of the shorter of them."""
    start, end = mention.evidence.start, mention.evidence.end
    shared = min(end, quote.end) - max(start, quote.start)
    return 2 * shared >= min(end - start, quote.end - quote.start)


def _rank(mention: EventMention, number: int, annotated: Annotated) -> tuple[int, bool]:
    stance = {Stance.ASSERTS: "asserted", Stance.DENIES: "denied"}.get(mention.stance, "planned")
    event = annotated.events[number]
    return annotated.fit(mention.type, number), stance in (
        event["factuality"],
        *event.get("or_factuality", ()),
    )


def _units(
    layers: Layers, annotated: Annotated, labels: dict[int, tuple[Label, ...]]
) -> list[tuple[Unit, tuple[Label, ...]]]:
    """The mentions of each sentence that tell of the same, with all the tolls that the system links to them."""
    linker = TollLinker()
    told: list[tuple[Unit, tuple[Label, ...]]] = []
    for sentence in layers.sentences:
        units: dict[tuple[Label, ...], Unit] = {}
        for m in sentence.mentions:
            units.setdefault(labels[m.trigger.word], Unit([])).mentions.append(m)
        by_word = {m.trigger.word: unit for unit in units.values() for m in unit.mentions}
        linker.link(Causes(layers.text, sentence, annotated.knowledge), by_word)
        told += [(unit, label) for label, unit in units.items()]
    return told


def _divided(unit: Unit, labels: Sequence[Label], annotated: Annotated) -> Iterator[tuple[Label, Unit]]:
    """A unit for each event that it tells of: towns taken under one verb by their names, else copies without tolls."""
    parts = list(by_towns(unit))
    if len(parts) > 1:
        yield from ((_taken(part, labels, annotated), part) for part in parts)
        return
    yield labels[0], unit
    yield from ((label, Unit(unit.mentions, [], unit.places)) for label in labels[1:])


def _taken(part: Unit, labels: Sequence[Label], annotated: Annotated) -> Label:
    """The event whose places have the town of a part."""
    town, same = part.place_phrases()[0].mention.text, annotated.scorer.same_name
    events = {label: annotated.events[label[1]] for label in labels if label[0] == _ANNOTATED}
    of_town = (label for label, event in events.items() if any(same(p, town) for p in event["places"]))
    return next(of_town, labels[0])
