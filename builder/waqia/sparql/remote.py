"""A SPARQL endpoint as an engine: the same questions, asked of a triplestore.

A query travels as text, so its parameters are written into their block, as terms of SPARQL: whatever a user gave
is an IRI or a literal in there and nothing else. The endpoint's default graph is asked, as everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.error import URLError

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Identifier
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from waqia.errors import BadQuery, EndpointFailed
from waqia.sparql import block
from waqia.sparql.engines import TRIPLE, as_row, prepare
from waqia.sparql.results import Result

TIMEOUT: Final = 300
"""Seconds that an answer may take."""
_OF_TRIPLES = ("ConstructQuery", "DescribeQuery")


class Remote:
    """A SPARQL 1.1 endpoint."""

    def __init__(self, url: str, *, timeout: int = TIMEOUT) -> None:
        self._url = url
        self._timeout = timeout

    def run(self, text: str, bindings: Mapping[str, Identifier]) -> Result:
        """Return the answer to a query whose variables `bindings` are bound.

        Raises:
            BadQuery: the text is no SPARQL query.
            EndpointFailed: the endpoint cannot be reached, or does not answer as endpoints do.
        """
        triples = prepare(text).algebra.name in _OF_TRIPLES
        answer = self._answer(block.with_terms(text, bindings), TURTLE if triples else JSON)
        if triples:
            found = Graph().parse(data=answer, format="turtle")
            return Result(TRIPLE, tuple(sorted(map(as_row, found))))
        if "boolean" in answer:
            return Result(("answer",), ((Literal(answer["boolean"]),),))
        variables = tuple(answer["head"]["vars"])
        solutions = answer["results"]["bindings"]
        rows = (tuple(_term(row[name]) if name in row else None for name in variables) for row in solutions)
        return Result(variables, tuple(rows))

    def _answer(self, text: str, form: str) -> Any:  # noqa: ANN401 (what JSON holds)
        wrapper = SPARQLWrapper(self._url)
        wrapper.setTimeout(self._timeout)
        wrapper.setMethod(POST)
        wrapper.setReturnFormat(form)
        wrapper.setQuery(text)
        try:
            return wrapper.query().convert()
        except QueryBadFormed as error:
            raise BadQuery(f"the endpoint refuses it: {error}") from error
        except (SPARQLWrapperException, URLError, OSError, ValueError) as error:
            reason = str(getattr(error, "reason", None) or error).splitlines()
            raise EndpointFailed(f"gives no answer: {' '.join(reason[:1])}", file=self._url) from error


def _term(found: Mapping[str, str]) -> Identifier:
    """Return a term of the JSON format of results."""
    if found["type"] == "uri":
        return URIRef(found["value"])
    if found["type"] == "bnode":
        return BNode(found["value"])
    datatype = found.get("datatype")
    return Literal(
        found["value"],
        lang=found.get("xml:lang"),
        datatype=None if datatype is None else URIRef(datatype),
        normalize=False,
    )
