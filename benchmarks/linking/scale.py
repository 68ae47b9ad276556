"""What linking costs as articles grow: 1, 10 and 100 thousand templates of a made-up war.

    python -m benchmarks.linking.scale [--sizes 1000 10000 100000] [--markdown FILE]

Each happening is told by one to four articles, a few hundred tellings a day, at places and by sides of the knowledge;
few places and few sides have most of them, as in a war. Time is processor time of one process.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.page import machine, put_section

from waqia.extraction.templates import (
    Certainty,
    Claim,
    EventTemplate,
    Figure,
    Mention,
    Outcome,
    Participant,
    PlaceLink,
    PlaceRelation,
    Realization,
    Role,
    Span,
    Stance,
)
from waqia.knowledge import Knowledge, load
from waqia.linking.incidents import Telling, incidents
from waqia.linking.traits import story_of, traits_of

_SECTION = """## Linking

`benchmarks/linking/scale.py`: the tellings of a made-up war put together to happenings, in one process."""
SIZES = (1_000, 10_000, 100_000)
_A_DAY, _UNDATED = 300, 0.3
_TYPES = "Airstrike Shelling Bombing Killing Arrest Capture ArmedClash Talks Abduction".split()
_FIRST = date(2015, 1, 1)


@dataclass(frozen=True, slots=True)
class Cost:
    """What linking so many templates took: seconds, and how many happenings they are of."""

    templates: int
    seconds: float
    happenings: int


def main(argv: Sequence[str] | None = None) -> None:
    """Print the table, or put it on a page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="N")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="put the table on this page")
    options = parser.parse_args(argv)
    table = _table([measure(size) for size in options.sizes])
    if options.markdown is None:
        print(table)
    else:
        put_section(options.markdown, f"{_SECTION}\n\n{machine()}.\n\n{table}\n")


def measure(size: int) -> Cost:
    """Link `size` made-up tellings."""
    told = list(_tellings(size, load()))
    started = time.process_time()
    found = incidents(told)
    return Cost(len(told), time.process_time() - started, len(set(found.values())))


def _table(costs: Sequence[Cost]) -> str:
    rows = ["| templates | happenings | seconds | µs a template |", "|---:|---:|---:|---:|"]
    for cost in costs:
        each = cost.seconds / cost.templates * 1e6
        rows.append(f"| {cost.templates:,} | {cost.happenings:,} | {cost.seconds:.2f} | {each:,.0f} |")
    return "\n".join(rows)


def _tellings(size: int, knowledge: Knowledge) -> Iterator[Telling]:
    chance = random.Random(0)  # noqa: S311 (the same war each time)
    towns = sorted(
        iri for iri, place in knowledge.places.items() if place.kind in ("City", "Town", "Village")
    )[:2000]
    sides = sorted(iri for iri, actor in knowledge.actors.items() if actor.kind in ("ArmedGroup", "Army"))[
        :60
    ]
    vocabulary = [knowledge.places[iri].label for iri in towns]
    number = 0
    while number < size:
        day = _FIRST + timedelta(days=number // _A_DAY)
        town, (by, on) = _often(chance, towns, 20), (_often(chance, sides, 8), _often(chance, sides, 8))
        words = chance.sample(vocabulary, 15)
        dead, type_ = chance.randint(1, 40), chance.choice(_TYPES)
        for _ in range(chance.randint(1, 4)):
            text = " ".join(chance.sample(words, 9))
            template = _template(
                knowledge, type_, day if chance.random() > 0.3 else None, (town, by, on), dead, len(text)
            )
            traits = traits_of(
                template, text, knowledge, published=day + timedelta(days=1), story=story_of(text)
            )
            # Five tellings an article, of which no two are of one happening.
            yield Telling(f"t/{number:07}", f"a/{number % 5}.{number // 25}", f"{number}", template, traits)
            number += 1


def _often(chance: random.Random, of: Sequence[str], head: int) -> str:
    """Return one of a list, of which the first `head` come as often as all others together."""
    return of[min(int(head * (chance.paretovariate(1) - 1)), len(of) - 1)]


def _template(
    knowledge: Knowledge, type_: str, day: date | None, who: tuple[str, str, str], dead: int, length: int
) -> EventTemplate:
    town, by, on = who
    whole = Span(0, length)
    place, sides = knowledge.places[town], [knowledge.actors[iri] for iri in (by, on)]
    agent, target = (Mention(side.label, whole, side.kind, side.iri) for side in sides)
    claim = Claim(
        *(Stance.ASSERTS, Certainty.STATED, type_, (whole,)),
        places=(PlaceLink(PlaceRelation.OCCURRED_AT, Mention(place.label, whole, place.kind, town)),),
        participants=(Participant(Role.AGENT, agent), Participant(Role.OBJECT, target)),
        figures=(Figure(Outcome.KILLED, dead, dead, str(dead), whole),),
    )
    return EventTemplate(0, type_, Realization.EVENT, (claim,), None if day is None else day.isoformat())


if __name__ == "__main__":
    main()
