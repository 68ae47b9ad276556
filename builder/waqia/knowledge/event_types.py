"""Read the hierarchy of event types from ontology/waqia.ttl."""

from __future__ import annotations

from collections.abc import Mapping

from waqia.errors import BadOntology
from waqia.knowledge.model import EventType
from waqia.knowledge.turtle import RDFS, WAQIA, Record

HAPPENING = "Happening"
FAMILIES = ("Violence", "TerritorialControl", "LawEnforcement", "Movement", "Politics")


def read_event_types(records: Mapping[str, Record]) -> dict[str, EventType]:
    """The families and every class below one that articles may name, by local name.

    Classes that only the reasoner fills (``waqia:inferredView``) are left out.

    Raises:
        BadOntology: if a family is missing, or the hierarchy runs in a circle.
    """
    parents = {
        iri.removeprefix(WAQIA): tuple(
            sorted(
                above.removeprefix(WAQIA)
                for above in record.all(RDFS + "subClassOf")
                if above.startswith(WAQIA)
            )
        )
        for iri, record in records.items()
        if iri.startswith(WAQIA) and not _is_true(record, "inferredView")
    }
    for family in FAMILIES:
        if family not in parents:
            file = next((record.file for record in records.values()), None)
            raise BadOntology(f"the family {family} of event types is missing", file=file)
    found = {}
    for name, above in parents.items():
        ancestors = _ancestors(name, parents, records)
        of = next((f for f in FAMILIES if f == name or f in ancestors), None)
        if of is not None:
            found[name] = EventType(
                name, WAQIA + name, of, _reporting(name, parents, records), above, ancestors
            )
    return found


def _ancestors(
    name: str, parents: Mapping[str, tuple[str, ...]], records: Mapping[str, Record]
) -> frozenset[str]:
    seen: set[str] = set()
    waiting = list(parents[name])
    while waiting:
        above = waiting.pop()
        if above == name:
            raise records[WAQIA + name].error("is a subclass of itself")
        if above not in seen:
            seen.add(above)
            waiting.extend(parents.get(above, ()))
    return frozenset(seen)


def _reporting(
    name: str, parents: Mapping[str, tuple[str, ...]], records: Mapping[str, Record]
) -> str | None:
    """The nearest class from `name` upwards that is marked as a reporting type."""
    level = [name]
    while level:
        marked = sorted(n for n in level if _is_marked(n, records))
        if marked:
            return marked[0]
        level = [above for n in level for above in parents.get(n, ())]
    return None


def _is_marked(name: str, records: Mapping[str, Record]) -> bool:
    record = records.get(WAQIA + name)
    return record is not None and _is_true(record, "reportingType")


def _is_true(record: Record, name: str) -> bool:
    return record.one(WAQIA + name) in ("true", "1")
