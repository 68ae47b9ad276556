"""Typed parameters: what a user writes becomes RDF terms, or an error; it never becomes SPARQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

from rdflib import Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Identifier

from waqia.errors import BadParameter
from waqia.sparql.results import meant

ONTOLOGY = "https://w3id.org/waqia/ontology#"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9]*")


class Type(StrEnum):
    """What a parameter takes."""

    PLACE = "place"
    ACTOR = "actor"
    DATE = "date"
    INTEGER = "integer"
    STRING = "string"
    TERM = "term"
    IRI = "iri"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query: bound to what the user gives, else to its default, else left unbound."""

    name: str
    type: Type
    required: bool = False
    default: str | None = None
    meaning: str = ""


_OF_IRIS = (Type.IRI, Type.PLACE, Type.ACTOR)
Lookup = Callable[[Type, str], Sequence[URIRef]]
"""Finds the places or the actors of a name, best matches only; none where nothing has the name."""
Binding = dict[str, Identifier]


def nobody(_type: Type, _name: str) -> Sequence[URIRef]:
    """Find nothing: the lookup where there is no graph to look names up in."""
    return ()


def bind(parameters: Sequence[Parameter], given: Mapping[str, str], lookup: Lookup = nobody) -> list[Binding]:
    """Return the bindings that a query is to be run with: several where a name has several bearers.

    Raises:
        BadParameter: a parameter is unknown, missing, or its value is not of its type.
    """
    known = {parameter.name for parameter in parameters}
    for name in given:
        if name not in known:
            there = f"there are: {', '.join(sorted(known))}" if known else "it has none"
            raise BadParameter(f"the query has no parameter {name!r}; {there}")
    choices: list[list[tuple[str, Identifier]]] = []
    for parameter in parameters:
        value = given.get(parameter.name, parameter.default)
        if value is not None and parameter.type in _OF_IRIS:
            value = meant(value)
        if value is not None:
            choices.append([(parameter.name, term) for term in _terms(parameter, value, lookup)])
        elif parameter.required:
            raise BadParameter(
                f"the parameter {parameter.name!r} ({parameter.type}) is required: {parameter.meaning}"
            )
    return [dict(choice) for choice in product(*choices)]


def check(parameter: Parameter) -> None:
    """Make sure that the default of a parameter is of its type.

    Raises:
        BadParameter: it is not.
    """
    if parameter.default is not None and not _is_named(parameter, parameter.default):
        _terms(parameter, parameter.default, nobody)


def _is_named(parameter: Parameter, value: str) -> bool:
    return parameter.type in (Type.PLACE, Type.ACTOR) and not _SCHEME.match(value)


def _terms(parameter: Parameter, value: str, lookup: Lookup) -> Sequence[Identifier]:
    if _is_named(parameter, value):
        found = lookup(parameter.type, value)
        if not found:
            raise BadParameter(f"no {parameter.type} is called {value!r} (parameter {parameter.name!r})")
        return found
    return [_READERS[parameter.type](parameter, value)]


def _iri(parameter: Parameter, value: str) -> Identifier:
    if not _SCHEME.match(value) or _FORBIDDEN.search(value):
        raise _not(parameter, value, "an absolute IRI")
    return URIRef(value)


def _date(parameter: Parameter, value: str) -> Identifier:
    try:
        parsed = date.fromisoformat(value)
    except ValueError:
        raise _not(parameter, value, "a date that exists, as YYYY-MM-DD") from None
    if parsed.isoformat() != value:
        raise _not(parameter, value, "a date, as YYYY-MM-DD")
    return Literal(value, datatype=XSD.date)


def _integer(parameter: Parameter, value: str) -> Identifier:
    if not re.fullmatch(r"-?[0-9]+", value):
        raise _not(parameter, value, "a whole number")
    return Literal(int(value))


def _string(_parameter: Parameter, value: str) -> Identifier:
    return Literal(value)


def _term(parameter: Parameter, value: str) -> Identifier:
    if _LOCAL.fullmatch(value):
        return URIRef(ONTOLOGY + value)
    if value.startswith(ONTOLOGY):
        return _iri(parameter, value)
    raise _not(parameter, value, "the name of a term of the ontology, as Airstrike or Killed")


def _not(parameter: Parameter, value: str, wanted: str) -> BadParameter:
    return BadParameter(f"the parameter {parameter.name!r} takes {wanted}, not {value!r}")


_READERS: dict[Type, Callable[[Parameter, str], Identifier]] = {
    Type.PLACE: _iri,
    Type.ACTOR: _iri,
    Type.IRI: _iri,
    Type.DATE: _date,
    Type.INTEGER: _integer,
    Type.STRING: _string,
    Type.TERM: _term,
}
