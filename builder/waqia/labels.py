"""What the terms of waqia's ontology are called."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

from waqia.graph import load_ontology
from waqia.graph.namespaces import LABEL, waqia


@functools.cache
def labels(language: str) -> Mapping[str, str]:
    """Return the labels of the ontology's terms in a language ("ar", "en"), by local name."""
    namespace = waqia("").value
    return MappingProxyType(
        {
            str(triple.subject.value).removeprefix(namespace): triple.object.value
            for triple in load_ontology()
            if triple.predicate == LABEL and getattr(triple.object, "language", None) == language
        }
    )
