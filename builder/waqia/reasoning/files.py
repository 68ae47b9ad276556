"""The closure of RDF files: any of the RDF formats in, any of them out.

What is reasoned over is the default graphs of the files, taken together. Named graphs are quotations: a
format that has graphs keeps them as they are, another leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from waqia.errors import BadRdf, UnknownFormat
from waqia.files import write_whole
from waqia.reasoning.closure import Closure, close
from waqia.terms import to_ox

_EXTENSIONS = {"owl": ox.RdfFormat.RDF_XML, "json": ox.RdfFormat.JSON_LD, "jsonld": ox.RdfFormat.JSON_LD}
_CLOSURE_GRAPH = "https://w3id.org/waqia/id/graph/closure"


@dataclass(frozen=True, slots=True)
class ClosedFiles:
    """RDF files and what follows from them; `prefixes` are those that the files declare."""

    given: tuple[ox.Quad, ...]
    closure: Closure
    prefixes: dict[str, str] = field(default_factory=dict)

    @property
    def quoted(self) -> int:
        """How many of the given quads stand in named graphs, and were therefore not reasoned over."""
        return sum(not isinstance(quad.graph_name, ox.DefaultGraph) for quad in self.given)

    def write(self, out: Path, *, form: str | None = None) -> None:
        """Write what was given and what follows from it, sorted; the file appears complete or not at all.

        In a format with graphs, what is inferred stands in the closure's graph too.

        Args:
            out: the file to write.
            form: an extension of the format ("ttl", "nq", …); the extension of `out` if None.

        Raises:
            UnknownFormat: no RDF format has that extension.
            CannotWrite: the folder of `out` is not there, or cannot be written to.

        """
        rdf_format = _format(out if form is None else Path(f"x.{form}"))
        quads = set(self.given) | set(closure_quads(self.closure, _CLOSURE_GRAPH))
        if not rdf_format.supports_datasets:
            quads = {quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}
        ordered = sorted(quads, key=str)
        rows = ordered if rdf_format.supports_datasets else [quad.triple for quad in ordered]
        write_whole(out, [ox.serialize(rows, format=rdf_format, prefixes=self.prefixes) or b""])


def reason_files(paths: Iterable[Path], *, reasoner: str = "owlrl") -> ClosedFiles:
    """Read RDF files and return them with their OWL 2 RL closure.

    Raises:
        BadRdf: a file cannot be read or parsed.
        UnknownFormat: no RDF format has the extension of a file.

    """
    given, prefixes = read_rdf(paths)
    return ClosedFiles(given, close(given, reasoner=reasoner, anonymous=True), prefixes)


def read_rdf(paths: Iterable[Path]) -> tuple[tuple[ox.Quad, ...], dict[str, str]]:
    """Return the quads of RDF files and the prefixes that they declare; blank nodes of two files stay apart.

    Raises:
        BadRdf: a file cannot be read or parsed.
        UnknownFormat: no RDF format has the extension of a file.

    """
    quads: list[ox.Quad] = []
    prefixes: dict[str, str] = {}
    names: dict[tuple[int, str], ox.BlankNode] = {}
    for number, path in enumerate(paths):
        parser = _parser(path)
        try:
            quads.extend(_renamed(quad, number, names) for quad in parser)
        except SyntaxError as error:
            raise BadRdf(error.msg, file=path, line=error.lineno, column=error.offset) from error
        except OSError as error:
            raise BadRdf(f"cannot be read: {error}", file=path) from error
        prefixes = parser.prefixes | prefixes
    return tuple(quads), prefixes


def closure_quads(closure: Closure, graph: str) -> list[ox.Quad]:
    """Return what is inferred as quads, sorted: each triple in the default graph and in `graph`."""
    graphs = ox.DefaultGraph(), ox.NamedNode(graph)
    triples = [[to_ox(term) for term in triple] for triple in closure.inferred]
    quads = [ox.Quad(s, p, o, graph_name) for s, p, o in triples for graph_name in graphs]  # type: ignore[arg-type]
    return sorted(quads, key=str)


def _parser(path: Path) -> ox.QuadParser:
    rdf_format = _format(path)
    try:
        return ox.parse(path=path, format=rdf_format, base_iri=path.resolve().as_uri())
    except OSError as error:
        raise BadRdf(f"cannot be read: {error}", file=path) from error


def _format(path: Path) -> ox.RdfFormat:
    extension = path.suffix.removeprefix(".").lower()
    found = _EXTENSIONS.get(extension) or ox.RdfFormat.from_extension(extension)
    if found is None:
        known = "ttl, nt, nq, trig, rdf, owl, jsonld, n3"
        raise UnknownFormat(f"no RDF format has the extension {extension!r}; known are: {known}", file=path)
    return found


def _renamed(quad: ox.Quad, file: int, names: dict[tuple[int, str], ox.BlankNode]) -> ox.Quad:
    """Return `quad` with its blank nodes numbered as they come, so that two runs name them alike."""
    parts = [
        names.setdefault((file, part.value), ox.BlankNode(f"b{len(names)}"))
        if isinstance(part, ox.BlankNode)
        else part
        for part in (quad.subject, quad.predicate, quad.object, quad.graph_name)
    ]
    return ox.Quad(*parts)  # type: ignore[arg-type]
