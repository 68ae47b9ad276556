"""An incident for terminals: what is said with who says it, each claim with its passage, and what disagrees.

Arabic stands in cells of its own, without marks of direction: terminals that show it order it themselves.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from rdflib import URIRef
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from waqia.incident.model import Figure, Incident, Version
from waqia.incident.reading import in_order
from waqia.labels import labels
from waqia.sparql.results import shown

_OUTCOMES = ("Killed", "Injured", "KilledOrInjured", "Captured", "Missing", "Displaced")
_FEW = 3
_ANSWERABLE = ("perpetrator", "accused", "claimedBy")
_ORDERING = dict.fromkeys((8206, 8207, *range(8234, 8239), *range(8294, 8298)), "")
"""Marks of direction, which would reorder what stands beside the cell that they come in."""


def renderables(incident: Incident, *, language: str, iris: bool) -> Iterator[RenderableType]:
    """Yield what to print, in order: with the IRIs of tellings and claims if `iris`."""
    view = _View(incident, language)
    yield Text(view.title(), "bold")
    yield Text(short(incident.iri))
    yield Text(view.counted())
    yield ""
    yield view.said()
    yield ""
    yield view.claims()
    if incident.disagreements:
        yield ""
        yield view.disagreements()
    if iris:
        yield ""
        yield view.iris()


def overview(incidents: Iterable[Incident], *, language: str) -> Table:
    """Return the table of several incidents, from which one is chosen by its IRI."""
    table = _table("", "what", "when", "where", "articles", "claims", "disagreements", "happening")
    for incident in incidents:
        view = _View(incident, language)
        counts = (view.articles, len(incident.versions), len(incident.disagreements) or "")
        table.add_row(
            *_cells(view.kind(), incident.days, view.where(), *map(str, counts), short(incident.iri))
        )
    return table


def line(incident: Incident, language: str) -> str:
    """Return an incident in a line: what, when, where, and its IRI."""
    return f"{_View(incident, language).title()} · {short(incident.iri)}"


def short(iri: str) -> str:
    """Return an IRI as the tables of queries show it."""
    return shown(URIRef(iri))


class _View:
    """Makes the tables of one incident, with terms in one language."""

    def __init__(self, incident: Incident, language: str) -> None:
        self._incident = incident
        self._labels = labels(language)
        self._by_number = {version.number: version for version in incident.versions}

    @property
    def articles(self) -> int:
        """How many articles tell of it."""
        return len({version.article.iri for version in self._incident.versions})

    def term(self, name: str) -> str:
        """Return the label of a term of the ontology, or its name."""
        return self._labels.get(name, name)

    def kind(self) -> str:
        """Return what it is; of what is no event, in which sense it is none."""
        incident = self._incident
        kinds = ", ".join(map(self.term, incident.kinds))
        told = [kinds] if incident.realization == "Event" else [kinds, self.term(incident.realization)]
        if incident.contested:
            told.append(self.term("ContestedEvent"))
        return " · ".join(told)

    def title(self) -> str:
        """Return what, when and where."""
        return " · ".join(filter(None, (self.kind(), self._incident.days or "?", self.where())))

    def where(self) -> str:
        """Return the places that most claims give, each name once."""
        names = tuple(dict.fromkeys(place.name for place in self._incident.places))
        more = ("…",) if len(names) > _FEW else ()
        return "، ".join((*names[:_FEW], *more))

    def counted(self) -> str:
        """Return how much is told of it."""
        versions = self._incident.versions
        sources = len({version.source.iri for version in versions})
        return f"{_count(len(versions), 'claim')} of {_count(sources, 'source')} in {_count(self.articles, 'article')}"

    # --- what is said, version by version -----------------------------------------------------------------

    def said(self) -> Table:
        """Return every value once, with the claims that give it."""
        table = _table("What is said", "what", "as told", "claim", "according to")
        told: dict[str, dict[str, list[Version]]] = {}
        for what in _whats(self._incident):
            told[what] = {}
            for version in self._incident.versions:
                for value in self._values(version, what):
                    told[what].setdefault(value, []).append(version)
        for what, values in told.items():
            table.add_section()
            for n, (value, versions) in enumerate(values.items()):
                numbers = ", ".join(str(version.number) for version in versions)
                who = "; ".join(dict.fromkeys(map(self._who, versions)))
                table.add_row(*_cells("" if n else self.term(what), value, numbers, who))
        return table

    def _values(self, version: Version, what: str) -> Iterator[str]:
        """Yield what a claim says under a heading, a local name."""
        if what == "kind":
            yield from map(self.term, version.kinds)
        elif what == "statedDate":
            yield from version.dates
        for slot in version.slots:
            if slot.property == what:
                yield from map(str, slot.things)
        for figure in version.figures:
            if figure.counted == what:
                yield self._figure(figure)

    def _figure(self, figure: Figure) -> str:
        """Return a figure in its words, with the numbers that they come to."""
        number = (
            str(figure.minimum) if figure.minimum == figure.maximum else f"{figure.minimum}-{figure.maximum}"
        )
        if figure.maximum is None:
            number = f"≥ {figure.minimum}"
        parts = [f"{figure.words} = {'~' if figure.approximate else ''}{number}"]
        if figure.victims is not None and (figure.victims.rank or figure.victims.post):
            parts.append(str(figure.victims))
        if figure.part_of is not None:
            parts.append(f"{self.term('includedIn')}: {figure.part_of}")
        if figure.besides is not None:
            parts.append(f"{self.term('inAdditionTo')}: {figure.besides}")
        return " · ".join(parts)

    def _who(self, version: Version) -> str:
        return (
            version.source.name if version.asserts else f"{version.source.name} ({self.term(version.stance)})"
        )

    # --- claim by claim -----------------------------------------------------------------------------------

    def claims(self) -> Table:
        """Return each claim with who says it, where, and in which words."""
        table = _table("Who says it", "claim", "source", "stance", "article", "characters", "quote")
        for version in self._incident.versions:
            table.add_section()
            first, *others = version.passages
            article = version.article
            where = " · ".join(filter(None, (article.id, article.publisher, article.published)))
            stance = ", ".join(map(self.term, (version.stance, version.certainty, *version.review)))
            characters = f"{first.start}-{first.end}"
            who = self._source(version)
            table.add_row(*_cells(str(version.number), who, stance, where, characters, first.quote))
            for passage in others:
                table.add_row(*_cells("", "", "", "", f"{passage.start}-{passage.end}", passage.quote))
        return table

    def _source(self, version: Version) -> str:
        said = [version.source.name]
        if version.relay is not None:
            said.append(f"{self.term('relayedBy')}: {version.relay.name}")
        if version.channel is not None:
            said.append(f"{self.term('saidVia')}: {version.channel.name}")
        return " · ".join(said)

    # --- disagreements ------------------------------------------------------------------------------------

    def disagreements(self) -> Table:
        """Return which claims disagree on what, with what each says of it."""
        table = _table("What does not agree", "on", "claim", "says", "claim", "says")
        for on, group in groupby(self._incident.disagreements, key=lambda each: each.on):
            table.add_section()
            for n, each in enumerate(group):
                one, other = self._by_number[each.one], self._by_number[each.other]
                table.add_row(
                    *_cells(
                        "" if n else self.term(on),
                        str(one.number),
                        self._gist(one, on),
                        str(other.number),
                        self._gist(other, on),
                    )
                )
        return table

    def _gist(self, version: Version, on: str) -> str:
        """Return who says what on the matter."""
        if on == "disagreesOnDate":
            told = list(version.dates)
        elif on == "disagreesOnName":
            told = [str(person) for person in version.persons if person.post is not None]
        elif on == "disagreesOnRank":
            told = [str(person) for person in version.persons if person.rank is not None]
        elif on in ("disagreesOnToll", "disagreesOnPerpetrator"):
            told = list(self._told(version, _OUTCOMES if on == "disagreesOnToll" else _ANSWERABLE))
        else:
            told = []
        stance = "" if version.asserts else self.term(version.stance)
        return ": ".join(filter(None, (version.source.name, stance, "; ".join(told))))

    def _told(self, version: Version, names: tuple[str, ...]) -> Iterator[str]:
        for slot in version.slots:
            if slot.property in names:
                things = "، ".join(map(str, slot.things))
                yield f"{things} ({self.term(slot.property)})"
        for figure in version.figures:
            if figure.counted in names and figure.part_of is None and figure.maximum != 1:
                yield f"{figure.words} ({self.term(figure.counted)})"

    # --- for curation -------------------------------------------------------------------------------------

    def iris(self) -> Table:
        """Return the IRIs by which claims and tellings are named, as in a file of rulings."""
        table = _table("IRIs", "claim", "IRI of the claim", "IRI of the telling", "IRI of the article")
        for version in self._incident.versions:
            table.add_row(*_cells(str(version.number), version.iri, version.telling, version.article.iri))
        return table


def _whats(incident: Incident) -> list[str]:
    """Return the headings under which anything is said: type and date, then slots, then figures."""
    versions = incident.versions
    first = [name for name, given in (("kind", "kinds"), ("statedDate", "dates")) if _any(versions, given)]
    slots = {slot.property for version in versions for slot in version.slots}
    counted = {figure.counted for version in versions for figure in version.figures} - slots
    return [*first, *sorted(slots, key=in_order), *sorted(counted, key=_by_outcome)]


def _any(versions: Iterable[Version], field: str) -> bool:
    return any(getattr(version, field) for version in versions)


def _by_outcome(counted: str) -> tuple[int, str]:
    return _OUTCOMES.index(counted) if counted in _OUTCOMES else len(_OUTCOMES), counted


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title or None, title_justify="left")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _cells(*texts: str) -> Iterator[Text]:
    """Yield cells in one line each, in which no character commands the terminal."""
    for text in texts:
        words = " ".join(text.translate(_ORDERING).split())
        yield Text("".join("\ufffd" if unicodedata.category(char) == "Cc" else char for char in words))
