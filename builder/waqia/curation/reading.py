"""Curation files to rulings: everything that is wrong in a file itself is an error here, with its line.

What a ruling names may be gone from the articles meanwhile, which is no fault of the file: `waqia.curation.naming`
looks for it at every build.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from waqia.curation.entries import Entries, Entry, short
from waqia.curation.model import Act, Attributed, Curation, Curator, Named, Passage, Ruling, Slot, Value
from waqia.errors import BadCuration
from waqia.extraction.templates import Certainty, Stance
from waqia.graph.known import load_ontology
from waqia.graph.namespaces import BASE, DCTERMS, LABEL, OA, ONTOLOGY, PROV, RDFS, TYPE, XSD, waqia
from waqia.graph.terms import Term, Triple, boolean, integer

WHO, WHEN, WHY = (
    NamedNode(PROV + "wasAttributedTo"),
    NamedNode(DCTERMS + "created"),
    NamedNode(RDFS + "comment"),
)
SLOT, VALUE, REPLACEMENT = waqia("slot"), waqia("value"), waqia("replacement")
STATUS, SAID_BY = waqia("reviewStatus"), waqia("saidBy")
STATUSES: Final = tuple(map(waqia, ("Unreviewed", "Reviewed", "Verified")))
_HAS_SOURCE, _EXACT, _PREFIX, _SUFFIX = (
    NamedNode(OA + name) for name in ("hasSource", "exact", "prefix", "suffix")
)
_ACTS: Final = {waqia(act.value): act for act in Act}
_OF_EVERY: Final = (TYPE, LABEL, WHO, WHEN, WHY, NamedNode(RDFS + "seeAlso"))
_OF_ACT: Final = {
    Act.REJECTS: (SLOT, VALUE),
    Act.AMENDS: (SLOT, VALUE, REPLACEMENT, SAID_BY),
    Act.REVIEWS: (STATUS,),
}
_TOLD: Final = ("telling",)
_SAID: Final = ("telling", "claim", "statement")
_PEOPLE: Final = ("local", "actor", "person")
_KINDS: Final = {
    Act.SAME_INCIDENT: _TOLD,
    Act.DIFFERENT_INCIDENT: _TOLD,
    Act.SAME_PERSON: _PEOPLE,
    Act.DIFFERENT_PERSON: _PEOPLE,
    Act.REJECTS: _SAID,
    Act.AMENDS: _SAID,
    Act.REVIEWS: ("telling", "claim"),
}
_PAIRS: Final = 2


def read_curation(paths: Iterable[Path], *, base: str = BASE) -> Curation:
    """Return the rulings of curation files, the same whatever the order of files and of what is in them.

    Args:
        paths: Turtle files.
        base: where the IRIs of the graph stand; names of rulings without a namespace are put under its `ruling/`.

    Raises:
        BadCuration: a file cannot be read, or a ruling in it lacks something or says what no ruling can.
    """
    found: dict[NamedNode, Ruling] = {}
    described: set[Triple] = set()
    for path in sorted(set(paths)):
        entries = Entries(path, f"{base}ruling/")
        rulings = [_Reader(entries, entry, base).ruling() for entry in _rulings(entries)]
        for ruling in rulings:
            other = found.setdefault(ruling.iri, ruling)
            if other != ruling:
                raise BadCuration(
                    f"{ruling.iri.value} is another ruling in {other.file}: give it a name of its own",
                    file=path,
                    line=ruling.line,
                )
        described.update(_own(entries, rulings))
    return Curation(tuple(sorted(found.values(), key=lambda ruling: ruling.iri.value)), frozenset(described))


def _rulings(entries: Entries) -> Iterator[Entry]:
    """Yield the rulings of a file.

    Raises:
        BadCuration: one has no name or no class.
    """
    for entry in entries:
        typed = waqia("Ruling") in entry.all(TYPE)
        acts = [predicate for predicate in entry.predicates() if predicate in _ACTS]
        if (typed or acts) and isinstance(entry.node, BlankNode):
            raise BadCuration("has a ruling without a name: write <name> a waqia:Ruling", file=entries.file)
        if acts and not typed:
            raise entry.error(f"has {short(acts[0])} and is no ruling: add 'a waqia:Ruling'")
        if typed:
            yield entry


def _own(entries: Entries, rulings: Iterable[Ruling]) -> Iterator[Triple]:
    """Yield what a file says of things that are neither rulings nor curators: those that it puts into slots."""
    told_apart = {node for ruling in rulings for node in (ruling.iri, ruling.curator.iri)}
    for entry in entries:
        if isinstance(entry.node, NamedNode) and entry.node not in told_apart:
            if not any(isinstance(name, Literal) and name.language == "ar" for name in entry.all(LABEL)):
                raise entry.error('has no Arabic name: give it one (rdfs:label "…"@ar), or take it out')
            if any(isinstance(triple.object, BlankNode) for triple in entry.triples):
                raise entry.error("is described with […]: name what it leads to")
            yield from entry.triples


class _Reader:
    """Reads one ruling."""

    def __init__(self, entries: Entries, entry: Entry, base: str) -> None:
        self._entries = entries
        self._entry = entry
        self._base = base

    def ruling(self) -> Ruling:
        """Return the ruling.

        Raises:
            BadCuration: it lacks something, or says what no ruling can.
        """
        entry = self._entry
        act = self._act()
        entry.only((*_OF_EVERY, waqia(act.value), *_OF_ACT.get(act, ())), f"a ruling with waqia:{act}")
        made = Ruling(
            iri=entry.node if isinstance(entry.node, NamedNode) else NamedNode(""),
            act=act,
            things=self._things(act),
            curator=self._curator(),
            day=self._day(),
            why=self._why(),
            slot=self._slot(),
            replacement=self._replacement(),
            source=entry.iri(SAID_BY),
            status=self._status(),
            file=entry.file,
            line=entry.line,
        )
        self._check(made)
        return made

    def _act(self) -> Act:
        found = [_ACTS[predicate] for predicate in self._entry.predicates() if predicate in _ACTS]
        if not found:
            raise self._entry.error(f"rules nothing: give it one of {', '.join(map(short, _ACTS))}")
        if len(found) > 1:
            names = " and ".join(f"waqia:{act}" for act in found)
            raise self._entry.error(f"has {names}: make a ruling of each")
        return found[0]

    def _things(self, act: Act) -> tuple[Named, ...]:
        found = tuple(self._named(node, act) for node in self._entry.all(waqia(act.value)))
        if _KINDS[act] in (_TOLD, _PEOPLE) and len(found) < _PAIRS:
            raise self._entry.error(f"has waqia:{act} with one thing: name two or more")
        return tuple(sorted(found, key=str))

    def _named(self, node: Term, act: Act) -> Named:
        if isinstance(node, BlankNode) and _KINDS[act] is not _PEOPLE:
            return self._passage(node)
        if not isinstance(node, NamedNode):
            raise self._entry.error(f"has waqia:{act} {node}: name it by its IRI")
        kind = node.value.removeprefix(self._base).partition("/")[0]
        if node.value.startswith(self._base) and kind not in _KINDS[act]:
            hint = ", which changes with its tellings: name a telling" if kind == "happening" else ""
            raise self._entry.error(
                f"has waqia:{act} with a {kind}{hint or ': it takes a ' + ', '.join(_KINDS[act])} "
                f"({node.value})"
            )
        return node

    def _passage(self, node: BlankNode) -> Passage:
        entry = self._entries.entry(node, self._entry)
        entry.only((TYPE, _HAS_SOURCE, _EXACT, _PREFIX, _SUFFIX, waqia("kind"), SAID_BY), "a passage")
        article = entry.one(_HAS_SOURCE)
        if not isinstance(article, NamedNode | Literal) or not entry.text(_EXACT):
            raise entry.error("names a passage without its article (oa:hasSource) or its words (oa:exact)")
        return Passage(
            article=article.value,
            exact=entry.text(_EXACT),
            before=entry.text(_PREFIX),
            after=entry.text(_SUFFIX),
            kind=self._term(entry.iri(waqia("kind"))),
            source=entry.iri(SAID_BY),
        )

    def _curator(self) -> Curator:
        node = self._entry.iri(WHO)
        if node is None:
            raise self._entry.error("does not say who rules: add prov:wasAttributedTo")
        names = tuple(name for name in self._entries.entry(node).all(LABEL) if isinstance(name, Literal))
        if not any(name.language == "ar" for name in names):
            raise self._entry.error(
                f'is by {short(node)}, who has no Arabic name: add {short(node)} rdfs:label "…"@ar'
            )
        return Curator(node, names)

    def _day(self) -> date:
        found = self._entry.one(WHEN)
        if found is None:
            raise self._entry.error("does not say when it was made: add dcterms:created")
        try:
            return date.fromisoformat(found.value if isinstance(found, Literal) else "")
        except ValueError as error:
            raise self._entry.error(f'has dcterms:created {found}: write "2026-03-31"^^xsd:date') from error

    def _why(self) -> tuple[Literal, ...]:
        found = tuple(
            text for text in self._entry.all(WHY) if isinstance(text, Literal) and text.value.strip()
        )
        if not found:
            raise self._entry.error("does not say why: add rdfs:comment")
        return found

    def _slot(self) -> Slot | None:
        found, value = self._term(self._entry.iri(SLOT)), self._entry.one(VALUE)
        if found is None and value is not None:
            raise self._entry.error("has waqia:value without waqia:slot: name the property whose value it is")
        return None if found is None else Slot(found, self._value(value))

    def _value(self, term: Term | None) -> Value | None:
        """Return a value in its canonical form."""
        if isinstance(term, BlankNode):
            raise self._entry.error("puts […] where a value must stand")
        if isinstance(term, Literal) and term.datatype.value == XSD + "integer":
            return integer(int(term.value))
        if isinstance(term, Literal) and term.datatype.value == XSD + "boolean":
            return boolean(term.value in ("true", "1"))
        return self._term(term) if isinstance(term, NamedNode) else term

    def _replacement(self) -> Value | Attributed | None:
        found = self._entry.one(REPLACEMENT)
        if not isinstance(found, BlankNode):
            return self._value(found)
        entry = self._entries.entry(found, self._entry)
        entry.only((SAID_BY, waqia("stance"), waqia("certainty")), "the replacement of a claim")
        stance, certainty = (self._local(entry.iri(waqia(name))) for name in ("stance", "certainty"))
        if stance not in (None, *Stance) or certainty not in (None, *Certainty):
            raise entry.error(
                f"gives a claim the stance {stance} and the certainty {certainty}, of which one is none"
            )
        return Attributed(entry.iri(SAID_BY), stance, certainty)

    def _status(self) -> NamedNode | None:
        found = self._entry.iri(STATUS)
        if found not in (None, *STATUSES):
            raise self._entry.error(
                f"has no status that there is: it is one of {', '.join(map(short, STATUSES))}"
            )
        return found

    def _term(self, node: NamedNode | None) -> NamedNode | None:
        """Return `node`, if it is no term that the ontology would have to have and has not."""
        if node is None or not node.value.startswith(ONTOLOGY) or node in _defined():
            return node
        raise self._entry.error(f"uses {short(node)}, which the ontology lacks")

    def _local(self, node: NamedNode | None) -> str | None:
        return None if node is None else node.value.removeprefix(ONTOLOGY)

    def _check(self, ruling: Ruling) -> None:
        statements = [
            each for each in ruling.things if isinstance(each, NamedNode) and "statement/" in each.value
        ]
        if ruling.act is Act.REVIEWS and ruling.status is None:
            raise self._entry.error("reviews without a status: add waqia:reviewStatus")
        if statements and ruling.slot is not None:
            raise self._entry.error("names a statement and a slot: a statement is a slot already")
        if ruling.act is not Act.AMENDS:
            return
        if ruling.replacement is None:
            raise self._entry.error("amends without saying to what: add waqia:replacement")
        of_claim = isinstance(ruling.replacement, Attributed)
        if of_claim == (ruling.slot is not None or bool(statements)):
            raise self._entry.error(
                "amends a slot to a value (waqia:slot, waqia:replacement), or a claim to another source, stance or "
                "certainty (waqia:replacement [ … ] alone)"
            )
        if of_claim and ruling.source is not None:
            raise self._entry.error("has waqia:saidBy beside waqia:replacement [ … ]: put it inside")


@functools.cache
def _defined() -> frozenset[Term]:
    return frozenset(triple.subject for triple in load_ontology())
