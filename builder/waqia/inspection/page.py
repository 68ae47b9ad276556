"""An inspection as a web page of its own: no scripts, nothing from elsewhere, everything that was read escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from spacy import displacy

from waqia.inspection.model import Inspection, Line, Mark, MarkKind, Section, Telling
from waqia.inspection.terminal import DROPPED, gate

_PAGE = Path(__file__).with_name("page.html")
_MARK = '<mark class="{css}">{text}<span lang="en">{name}</span></mark>'


def page(inspection: Inspection) -> str:
    """Return the page."""
    article = inspection.article
    facts = (str(article.published or "no date"), article.publisher, article.title)
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        title=escape(article.id),
        facts=escape(" · ".join(filter(None, facts))),
        legend=" ".join(f'<mark class="{_css(kind)}">{kind}</mark>' for kind in MarkKind),
        text=_text(inspection),
        gate="" if inspection.tellings else f'<p dir="auto">{escape(gate(inspection))}</p>',
        contents=" ".join(f'<a href="#{t.id}">{t.id} {escape(t.type)}</a>' for t in inspection.tellings),
        tellings="\n".join(map(_telling, inspection.tellings)),
        dropped=_dropped(inspection.dropped),
    )


def _text(inspection: Inspection) -> str:
    """Return the article with its spans marked by displaCy, which escapes the text."""
    marked = {
        "text": inspection.article.text,
        "ents": [_entity(mark) for mark in inspection.marks],
        "settings": {"direction": "rtl", "lang": "ar"},
    }
    return displacy.render(marked, style="ent", manual=True, jupyter=False, options={"template": _MARK})


def _entity(mark: Mark) -> dict[str, Any]:
    id_ = f"e{mark.telling}"
    name = mark.kind.value if mark.telling is None else f'<a href="#{id_}">{mark.kind} {id_}</a>'
    shown = {"css": _css(mark.kind), "name": name}
    return {"start": mark.span.start, "end": mark.span.end, "label": mark.kind.value, "params": shown}


def _css(kind: MarkKind) -> str:
    return kind.name.lower()


def _telling(telling: Telling) -> str:
    facts = escape(" · ".join((telling.realization, telling.date or "no date")))
    return (
        f'<section id="{telling.id}" aria-labelledby="{telling.id}-title">\n'
        f'<h2 id="{telling.id}-title">{telling.id} <span>{escape(telling.type)}</span> '
        f'<span lang="ar">{escape(telling.label)}</span> <small>{facts}</small></h2>\n'
        f"{_table(map(_section, telling.sections))}\n</section>"
    )


def _dropped(lines: Sequence[Line]) -> str:
    if not lines:
        return ""
    rows = "".join(map(_row, lines))
    return f'<section id="dropped">\n<h2>{DROPPED}</h2>\n{_table([rows])}\n</section>'


def _table(bodies: Iterable[str]) -> str:
    headings = "".join(f'<th scope="col">{name}</th>' for name in ("what", "read", "characters", "why"))
    rows = "\n".join(f"<tbody>{body}</tbody>" for body in bodies)
    return f"<table>\n<thead><tr>{headings}</tr></thead>\n{rows}\n</table>"


def _section(section: Section) -> str:
    return _row(section.head, "head") + "".join(map(_row, section.lines))


def _row(line: Line, css: str = "line") -> str:
    where = f"{line.span.start}–{line.span.end}" if line.span else ""
    read = f"<q>{escape(line.read)}</q>" if line.what == "evidence" else escape(line.read)
    return (
        f'<tr class="{css}"><th scope="row">{escape(line.what)}</th><td dir="auto">{read}</td>'
        f"<td>{where}</td><td>{escape(line.why)}</td></tr>\n"
    )
