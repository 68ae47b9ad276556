"""The lexicon as extraction uses it: every written form of every entry of ontology/lexicon.ttl.

Forms come from the paradigm (`arabic.forms`), never from a list of strings; a form may belong to several entries and
the ambiguity is kept for the stages that see the context.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from waqia import collector
from waqia.arabic.folding import fold
from waqia.arabic.forms import Form, Kind, noun_forms, verb_forms, without_pronoun
from waqia.errors import BadOntology
from waqia.resources import ONTOLOGY

LEX = "https://w3id.org/waqia/lexicon#"
_ONTOLEX = "http://www.w3.org/ns/lemon/ontolex#"
_READINGS_KEPT = 1 << 14

Row = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the arguments of a trigger are: role names of subject, object and genitive, and of its prepositions."""

    name: str
    subject: str = ""
    object: str = ""
    genitive: str = ""
    prepositions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One lexicon entry. `use` says what extraction does with the word, `denotes` the local names of its classes.

    `controls` tells which argument of the verb is understood as the subject of a verbal noun under it: its own
    "subject" ("بدأ س القصف") or its "object" ("طالب س ص بالقصف").
    """

    id: str
    lemma: str
    use: str
    verb: bool = False
    denotes: tuple[str, ...] = ()
    frame: str = ""
    part: str = ""
    stance: str = ""
    needs: frozenset[str] = frozenset()
    victim_kind: str | None = None
    collocates: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    controls: str = ""

    @property
    def denotation(self) -> str:
        """The class that the word stands for, "" where it has none."""
        return self.denotes[0] if self.denotes else ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A reading of a written word: an entry in one of its forms, with an attached pronoun or none."""

    entry: Entry
    form: Form
    pronoun: str = ""
    nominal: bool = False


class Lexicon:
    """All entries by folded form."""

    def __init__(
        self,
        entries: dict[str, Entry],
        forms: Mapping[str, Iterable[Analysis]],
        frames: dict[str, Frame],
        words: frozenset[str],
        given_names: frozenset[str],
        fields: dict[str, str],
    ) -> None:
        self.given_names = given_names
        self.fields = fields
        self.entries = entries
        self.frames = frames
        self.words = words
        self._forms = {form: tuple(readings) for form, readings in forms.items()}
        self._objectless = frozenset(f.name for f in frames.values() if not f.object)
        self.read = lru_cache(maxsize=_READINGS_KEPT)(self._read)
        self.collocations = [e for e in entries.values() if e.use == "Collocation"]
        self.collocates: dict[str, set[str]] = defaultdict(set)  # the verbs that an object goes with
        for entry in self.collocations:
            for noun in entry.collocates:
                self.collocates[noun].add(entry.lemma)
        self.collocating = frozenset(e.lemma for e in self.collocations)

    def __reduce__(self) -> tuple[object, ...]:
        return Lexicon, (
            self.entries,
            self._forms,
            self.frames,
            self.words,
            self.given_names,
            self.fields,
        )

    def _read(self, bare: str) -> tuple[Analysis, ...]:
        """The readings of a folded word without proclitics; without any, those left when a pronoun is taken off.

        Verbs that take no object take no pronoun: "سيطرته" is "his control".
        """
        readings = self._forms.get(bare, ())
        if readings:
            return readings
        return tuple(
            Analysis(a.entry, a.form, pronoun, a.nominal)
            for rest, pronoun in without_pronoun(bare)
            for a in self._forms.get(rest, ())
            if not (a.form.finite and a.entry.frame in self._objectless)
        )

    def known(self, bare: str) -> bool:
        """Whether a folded word without proclitics is one that the lexicon or the word list has."""
        return bare in self._forms or bare in self.words or bare in self.given_names or bool(self.read(bare))


def _entry_forms(entry: Entry, row: Row, lemma: str) -> list[tuple[Form, bool]]:
    """(form, nominal) of an entry from its root and pattern, verbal nouns, plurals."""
    if "root" in row:
        verbs = verb_forms(row["root"][0], row["pattern"][0])
        # What occurs is done to nobody: no passive of "دارت (اشتباكات)".
        out = [(f, False) for f in verbs if f.active or "occur" not in entry.needs]
        for noun in row.get("verbalNoun", ()):
            out += [(f, True) for f in noun_forms(noun, ("ات",), act=True)]
        return out
    human = entry.use == "TollNoun" and "masculine" not in entry.needs
    adjective = entry.part in ("manner", "operation") or entry.use in ("Relation", "Quality")
    regular = ("ون", "ات") if adjective else ("ات",) if lemma.endswith("ة") else ()
    plurals = tuple(row.get("plural", ())) or regular
    act = entry.use == "Trigger" or "masculine" in entry.needs
    forms = noun_forms(lemma, plurals, feminine=human or adjective, act=act)
    # "آخر" has no construct: "أخرى" is its feminine.
    return [(f, True) for f in forms if not (f.construct and "masculine" in entry.needs)]


def _read_rows(path: Path) -> dict[str, Row]:
    rows: dict[str, Row] = defaultdict(lambda: defaultdict(list))
    nodes: dict[ox.NamedNode | ox.BlankNode, str] = {}
    try:
        triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise BadOntology(str(error), file=path, line=error.lineno) from error
    for t in triples:
        if t.predicate.value == _ONTOLEX + "writtenRep" and isinstance(t.subject, ox.BlankNode):
            nodes[t.subject] = t.object.value
    for t in triples:
        if not isinstance(t.subject, ox.NamedNode):
            continue
        subject = t.subject.value.removeprefix(LEX)
        name = t.predicate.value.rsplit("#")[-1].rsplit("/")[-1]
        value = nodes[t.object] if isinstance(t.object, ox.BlankNode) else t.object.value
        rows[subject][name].append(value.rsplit("#")[-1] if isinstance(t.object, ox.NamedNode) else value)
    return rows


_ROLE_OF = {
    "by": "agent",
    "against": "object",
    "from": "object",
    "with": "object",
    "among": "parties",
    "at": "place",
    "to": "destination",
    "content": "content",
}


def _one(row: Row, *names: str) -> str:
    """The first value of the first of the properties that is given, "" without any."""
    return next((row[name][0] for name in names if name in row), "")


def _frame(name: str, row: Row) -> Frame:
    prepositions = {fold(p): role for key, role in _ROLE_OF.items() for p in row.get(key, ())}
    return Frame(name, _one(row, "subject"), _one(row, "directObject"), _one(row, "genitive"), prepositions)


def _entry(id_: str, row: Row, lemma: str) -> Entry:
    return Entry(
        id=id_,
        lemma=fold(lemma),
        use=row["use"][0],
        verb="root" in row,
        denotes=tuple(row.get("denotes", ())),
        frame=_one(row, "frame"),
        part=_one(row, "part"),
        stance=_one(row, "stance"),
        needs=frozenset(row.get("needs", ())),
        victim_kind=_one(row, "victimKind") or None,
        collocates=tuple(fold(o) for o in row.get("object", ())),
        prepositions=tuple(fold(p) for p in row.get("with", ())),
        controls=_one(row, "controls"),
    )


def _lemma(row: Row) -> str:
    """The dictionary form without vowel signs."""
    written = _one(row, "writtenRep", "canonicalForm", "verb")
    return "".join(c for c in written if not 0x64B <= ord(c) <= 0x652)


def _analyses(entry: Entry, row: Row) -> Iterator[Analysis]:
    """The forms of an entry, each once."""
    seen: set[tuple[str, Kind, int, bool]] = set()
    for form, nominal in _entry_forms(entry, row, _lemma(row)):
        key = (form.written, form.kind, form.number, form.construct)
        if key not in seen:
            seen.add(key)
            yield Analysis(entry, form, "", nominal)


@lru_cache(maxsize=4)
@collector.paused()
def load(folder: Path = ONTOLOGY) -> Lexicon:
    """Read lexicon.ttl and words.txt of `folder`. Raises BadOntology with file and line."""
    entries: dict[str, Entry] = {}
    frames: dict[str, Frame] = {}
    forms: dict[str, list[Analysis]] = defaultdict(list)
    given_names: set[str] = set()
    fields: dict[str, str] = {}
    for id_, row in _read_rows(folder / "lexicon.ttl").items():
        match _one(row, "use"):
            case "":
                frames[id_] = _frame(id_, row)
            case "GivenName":
                given_names |= {fold(n) for n in row["writtenRep"]}
            case "Field":
                fields |= dict.fromkeys((fold(w) for w in row["writtenRep"]), row["part"][0])
            case use:
                entries[id_] = entry = _entry(id_, row, _lemma(row))
                for analysis in _analyses(entry, row) if use != "Collocation" else ():
                    forms[analysis.form.written].append(analysis)
    lines = (folder / "words.txt").read_text(encoding="utf-8").splitlines()
    words = frozenset(line for line in lines if not line.startswith("#"))
    return Lexicon(entries, forms, frames, words, frozenset(given_names), fields)
