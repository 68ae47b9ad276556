"""The block of a query in which its parameters stand.

A query with parameters opens with ``VALUES (?place ?from) { (UNDEF UNDEF) }``: standard SPARQL, so the file
runs in any store as it is, with everything unbound, or with terms written over the UNDEFs, as is done for endpoints.
In the engines within they get there without being written: rdflib takes terms as initial bindings; for Oxigraph
(whose substitutions do not reach into filters) the block becomes calls of functions that return the terms. The text
that is parsed holds the names of parameters and none of their values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from pyoxigraph import NamedNode
from rdflib.term import Identifier

from waqia.errors import BadQuery
from waqia.terms import OxTerm

_BLOCK = re.compile(
    r"VALUES\s*(?:\((?P<many>(?:\s*\?\w+)+)\s*\)\s*\{\s*\((?:\s*UNDEF)+\s*\)\s*\}|(?P<one>\?\w+)\s*\{\s*UNDEF\s*\})"
)
_FUNCTION = "urn:waqia:parameter:"


def variables(text: str) -> list[str]:
    """Return the names in the block of parameters, none where there is no block.

    Raises:
        BadQuery: there are several blocks.
    """
    found = list(_BLOCK.finditer(text))
    if len(found) > 1:
        line = text.count("\n", 0, found[1].start()) + 1
        raise BadQuery("a second block of UNDEF values: the parameters stand in one", line=line)
    return [name.removeprefix("?") for match in found for name in (match["many"] or match["one"]).split()]


def with_functions(text: str, bound: Iterable[str]) -> str:
    """Return a query in which the parameters `bound` are what functions return, and the others unbound."""
    calls = " ".join(f"BIND(<{_FUNCTION}{name}>() AS ?{name})" for name in bound)
    return _BLOCK.sub(lambda _: calls, text)


def with_terms(text: str, terms: Mapping[str, Identifier]) -> str:
    """Return a query whose block holds `terms`, written as SPARQL, and UNDEF for the other parameters."""
    names = variables(text)
    values = " ".join(terms[name].n3() if name in terms else "UNDEF" for name in names)
    return _BLOCK.sub(lambda _: f"VALUES ({' '.join('?' + name for name in names)}) {{ ({values}) }}", text)


def functions(terms: Mapping[str, OxTerm]) -> dict[NamedNode, Callable[..., OxTerm | None]]:
    """Return the functions that `with_functions` calls."""
    return {NamedNode(_FUNCTION + name): partial(_itself, term) for name, term in terms.items()}


def _itself(term: OxTerm) -> OxTerm:
    return term
