"""The two engines within, with one face: text and terms in, rows of rdflib terms out.

Parameters are bound by the engine itself (rdflib's initial bindings, functions for Oxigraph), below the parser, so
no value of a parameter is ever read as SPARQL. Both read the default graph alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

import pyoxigraph as ox
import rdflib
from pyparsing import ParseException
from rdflib import Dataset, Graph, Variable
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.algebra import traverse
from rdflib.plugins.sparql.sparql import Query as Prepared
from rdflib.term import Identifier

from waqia.errors import BadQuery
from waqia.sparql import block
from waqia.sparql.ordering import Known, reorder
from waqia.sparql.results import Result, Row
from waqia.terms import OxTerm, from_ox, to_ox

Source = Iterable[ox.Quad | ox.Triple] | Graph | ox.Store


class Engine(Protocol):
    """What runs a query."""

    def run(self, text: str, bindings: Mapping[str, Identifier]) -> Result:
        """Return the answer to a query whose variables `bindings` are bound.

        Raises:
            BadQuery: the text is no SPARQL query.
        """
        ...


class Oxigraph:
    """Oxigraph, embedded: the fast one."""

    def __init__(self, source: Source) -> None:
        if isinstance(source, ox.Store):
            self._store = source
            return
        self._store = ox.Store()
        self._store.bulk_extend(_quads(source))

    def run(self, text: str, bindings: Mapping[str, Identifier]) -> Result:
        """Return the answer to a query whose variables `bindings` are bound."""
        prepare(text)
        terms: dict[str, OxTerm] = {name: to_ox(term) for name, term in bindings.items()}
        bound = block.with_functions(text, terms)
        try:
            found = self._store.query(bound, custom_functions=block.functions(terms))
        except SyntaxError as error:
            raise _complaint(error) from error
        if isinstance(found, ox.QueryBoolean):
            return _yes_or_no(bool(found))
        if isinstance(found, ox.QueryTriples):
            return Result(TRIPLE, tuple(sorted(tuple(map(from_ox, triple)) for triple in found)))
        variables = tuple(variable.value for variable in found.variables)
        rows = (tuple(None if t is None else from_ox(t) for t in solution) for solution in found)
        return Result(variables, tuple(rows))


class Rdflib:
    """rdflib's own evaluator: slow, and an independent second opinion."""

    def __init__(self, source: Source) -> None:
        if isinstance(source, Dataset):
            self._graph: Graph = source.default_graph
        elif isinstance(source, Graph):
            self._graph = source
        else:
            self._graph = Graph()
            for quad in _quads(source):
                if isinstance(quad.graph_name, ox.DefaultGraph):
                    self._graph.add((from_ox(quad.subject), from_ox(quad.predicate), from_ox(quad.object)))

    def run(self, text: str, bindings: Mapping[str, Identifier]) -> Result:
        """Return the answer to a query whose variables `bindings` are bound."""
        query = prepare(text)
        reorder(query.algebra, Known(frozenset(map(Variable, bindings))))
        found = self._graph.query(query, initBindings=dict(bindings))
        if found.askAnswer is not None:
            return _yes_or_no(found.askAnswer)
        if found.vars is None:
            triples = [] if found.graph is None else [as_row(triple) for triple in found.graph]
            return Result(TRIPLE, tuple(sorted(triples)))
        return Result(tuple(str(variable) for variable in found.vars), tuple(_row(found)))


ENGINES: dict[str, type[Oxigraph | Rdflib]] = {"oxigraph": Oxigraph, "rdflib": Rdflib}
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
TRIPLE = ("subject", "predicate", "object")


def prepare(text: str) -> Prepared:
    """Return a query, parsed.

    Raises:
        BadQuery: it is no SPARQL query (the line and column say where), or it asks for data from elsewhere.
    """
    try:
        query = prepareQuery(text)
    except ParseException as error:
        _complain_as_oxigraph(text)
        raise BadQuery(error.msg, line=error.lineno, column=error.column) from error
    except Exception as error:  # rdflib has no class for a prefix, an aggregate or a scope that is wrong
        _complain_as_oxigraph(text)
        raise BadQuery(str(error)) from error
    _refuse_elsewhere(query)
    return query


def _complain_as_oxigraph(text: str) -> None:
    """Raise what Oxigraph has against the text of a query: it says more than rdflib."""
    try:
        ox.Store().query(text)
    except SyntaxError as error:
        raise _complaint(error) from error


def _complaint(error: SyntaxError) -> BadQuery:
    match = _PLACE.match(error.msg)
    if match is None:
        return BadQuery(error.msg)
    return BadQuery(match[3].splitlines()[0], line=int(match[1]), column=int(match[2]))


def _refuse_elsewhere(query: Prepared) -> None:
    """Refuse SERVICE and FROM: answers come from the graph that is asked, never from the network."""
    parts: list[str] = []
    traverse(query.algebra, visitPre=lambda part: parts.append(getattr(part, "name", "")))
    if "ServiceGraphPattern" in parts:
        raise BadQuery("SERVICE is not supported: a query is answered from the graph alone")
    if query.algebra.datasetClause:
        raise BadQuery("FROM is not supported: a query is answered from the default graph of what is asked")


def _quads(source: Iterable[ox.Quad | ox.Triple] | Graph | ox.Store) -> Iterable[ox.Quad]:
    if isinstance(source, Graph):
        triples = source.default_graph if isinstance(source, Dataset) else source
        return (ox.Quad(*(to_ox(term) for term in triple)) for triple in triples)  # type: ignore[arg-type]
    return (
        quad if isinstance(quad, ox.Quad) else ox.Quad(quad.subject, quad.predicate, quad.object)
        for quad in source
    )


def _yes_or_no(answer: bool) -> Result:
    return Result(("answer",), ((rdflib.Literal(answer),),))


def as_row(triple: Iterable[object]) -> Row:
    """Return a triple of rdflib as a row of an answer."""
    return tuple(term for term in triple if isinstance(term, Identifier))


def _row(found: rdflib.query.Result) -> Iterable[Row]:
    variables = [Variable(str(variable)) for variable in found.vars or ()]
    for binding in found.bindings:
        yield tuple(binding.get(variable) for variable in variables)
