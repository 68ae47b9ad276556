"""One label a node, whatever the spelling in the articles that name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from waqia.graph.namespaces import ALT_LABEL, LABEL
from waqia.graph.terms import Subject, Triple


def one_label(triples: Iterable[Triple]) -> frozenset[Triple]:
    """Return `triples` with the least label of each node as its label, the others as further names.

    A publisher and a place in a town have one node in all articles, and each article labels it as it spells it.
    """
    kept = set(triples)
    labels: defaultdict[Subject, list[Triple]] = defaultdict(list)
    for triple in kept:
        if triple.predicate == LABEL:
            labels[triple.subject].append(triple)
    for several in labels.values():
        for other in sorted(several, key=str)[1:]:
            kept.remove(other)
            kept.add(Triple(other.subject, ALT_LABEL, other.object))
    return frozenset(kept)
