"""An inspection for terminals: the text with its spans in colour, then tables of what was read and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from waqia.extraction.gate import THRESHOLD
from waqia.inspection.model import Inspection, Line, Mark, MarkKind, Telling

_STYLES = {
    MarkKind.TRIGGER: "bold white on red",
    MarkKind.DROPPED: "strike",
    MarkKind.TIME: "black on cyan",
    MarkKind.FIGURE: "black on yellow",
    MarkKind.SOURCE: "white on magenta",
    MarkKind.PLACE: "black on green",
    MarkKind.ACTOR: "white on blue",
    MarkKind.ASIDE: "dim",
}
_CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"} | {
    13: " "
}
DROPPED = "words that could tell an event and do not"


def renderables(inspection: Inspection, *, coloured: bool) -> Iterator[RenderableType]:
    """What to print, in order; without colours the marks are written into the text."""
    yield _heading(inspection)
    yield _legend(coloured=coloured)
    yield ""
    yield _coloured(inspection) if coloured else _bracketed(inspection)
    if not inspection.tellings:
        yield ""
        yield Text(gate(inspection))
    for telling in inspection.tellings:
        yield ""
        yield _table(_title(telling), [(section.head, *section.lines) for section in telling.sections])
    if inspection.dropped:
        yield ""
        yield _table(Text(DROPPED, "bold"), [inspection.dropped])


def gate(inspection: Inspection) -> str:
    """What the gate made of the article, in a sentence."""
    weighed = inspection.gate
    counted = ", ".join(f"{word} ({name})" for word, name, _ in weighed.words) or "none"
    shut = (
        "it tells no event"
        if weighed.opens
        else "the gate stayed shut: it is not read as telling of conflict"
    )
    return (
        f"{shut}; weight {weighed.weight:.1f}, more than {THRESHOLD:g} opens; words that counted: {counted}"
    )


def _heading(inspection: Inspection) -> Text:
    article = inspection.article
    facts = (str(article.published or "no date"), article.publisher, article.title)
    return Text(_plain(" · ".join((article.id, *filter(None, facts)))), "bold")


def _title(telling: Telling) -> Text:
    facts = (telling.id, telling.type, telling.label, telling.realization, telling.date or "no date")
    return Text(" · ".join(filter(None, facts)), "bold")


# --- the text ------------------------------------------------------------------------------------------------------


def _legend(*, coloured: bool) -> Text:
    if not coloured:
        return Text(f"marked in the text: {', '.join(MarkKind)}")
    return Text(" ").join(Text(f" {kind} ", style) for kind, style in _STYLES.items())


def _coloured(inspection: Inspection) -> Text:
    text = Text(_plain(inspection.article.text))
    for mark in inspection.marks:
        text.stylize(_STYLES[mark.kind], mark.span.start, mark.span.end)
    return text


def _bracketed(inspection: Inspection) -> Text:
    """The text with marks in brackets: "[trigger قصفت] [actor الطائرات]"."""
    text, parts, at = _plain(inspection.article.text), [], 0
    for mark in inspection.marks:
        parts += [text[at : mark.span.start], f"[{_kind(mark)} {text[mark.span.start : mark.span.end]}]"]
        at = mark.span.end
    return Text("".join([*parts, text[at:]]))


def _kind(mark: Mark) -> str:
    return mark.kind if mark.telling is None else f"{mark.kind} e{mark.telling}"


# --- tables --------------------------------------------------------------------------------------------------------


def _table(title: Text, groups: Iterable[Iterable[Line]]) -> Table:
    """The lines in a table, groups of them set apart."""
    table = Table(title=title, title_justify="left")
    for heading in ("what", "read", "characters", "why"):
        table.add_column(heading, overflow="fold")
    for group in groups:
        table.add_section()
        for line in group:
            where = f"{line.span.start}-{line.span.end}" if line.span else ""
            table.add_row(*(Text(_flat(cell)) for cell in (line.what, line.read, where, line.why)))
    return table


def _flat(cell: str) -> str:
    """A cell in one line, as quotes that go over several are."""
    return " ".join(_plain(cell).split())


def _plain(text: str) -> str:
    """Text whose every character is shown as one, so that none commands the terminal and all offsets hold."""
    return text.translate(_CONTROLS)
