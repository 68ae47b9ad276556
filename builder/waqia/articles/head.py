"""What stands before the article begins: section and date lines, headlines, the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from waqia.arabic.folding import fold
from waqia.articles import cues
from waqia.articles.dates import DateLine, find_date
from waqia.articles.lines import Line
from waqia.articles.zone import ZoneKind
from waqia.errors import BadDate

_HEADLINES = 3  # a kicker, the headline and a sub-headline
_HEADLINE_LENGTH = 120
_LABEL_WORDS = 4
_DATELINE_WORDS = 15
_DASH = re.compile(r"\s[-–—]\s?|\s?[-–—]\s")


@dataclass(frozen=True, slots=True)
class Head:
    """The kinds of the first lines, and the day that a date line among them gives."""

    kinds: tuple[ZoneKind, ...]
    day: date | None


def read_head(lines: Sequence[Line], title: str | None = None) -> Head:
    """Return the kinds of the lines of `lines` that come before the first of the article's own text.

    Raises:
        BadDate: a date line names a day that does not exist.
    """
    steps = tuple(_steps(lines, fold(title).strip() if title else None))
    day = next((step.day for step in steps if step.day is not None), None)
    return Head(tuple(step.kind for step in steps), day)


def date_line(line: Line) -> DateLine | None:
    """Return the date in `line` where the line says nothing else; a day that does not exist is no date line."""
    try:
        found = find_date(line.text)
    except BadDate:
        return None
    return found if found is not None and not found.others else None


@dataclass(frozen=True, slots=True)
class _Step:
    kind: ZoneKind
    day: date | None = None


def _steps(lines: Sequence[Line], title: str | None) -> Iterator[_Step]:
    headlines = 0
    for position, line in enumerate(lines):
        following = lines[position + 1] if position + 1 < len(lines) else None
        step = _step(line, following, first=headlines == 0)
        is_title = title is not None and line.folded == title
        if step is None and (is_title or _is_headline(lines, position, headlines)):
            headlines += 1
            step = _Step(ZoneKind.HEADLINE)
        if step is None:
            return
        yield step


def _step(line: Line, following: Line | None, *, first: bool) -> _Step | None:
    """Tell what `line` is, if it is neither a headline nor running text."""
    if cues.is_notice(line):
        return _Step(ZoneKind.TEASER)
    found = _dated(line) if not line.ends_sentence and line.words <= _DATELINE_WORDS else None
    if found is not None and _stands_alone(found, line, first=first):
        return _Step(ZoneKind.DATELINE, found.day)
    if is_section_label(line, following) or _is_byline(line, following, first=first):
        return _Step(ZoneKind.DATELINE)
    return None


def _dated(line: Line) -> DateLine | None:
    try:
        return find_date(line.text)
    except BadDate as error:
        raise BadDate(error.message, line=line.number) from error


def is_section_label(line: Line, following: Line | None) -> bool:
    """Whether `line` names the section that the date line after it belongs to."""
    is_label = line.is_title(words=_LABEL_WORDS, characters=40)
    return is_label and following is not None and date_line(following) is not None


def _stands_alone(found: DateLine, line: Line, *, first: bool) -> bool:
    """Whether a dated line is no more than a dateline: nothing beside the date, or a place or agency."""
    if not found.others:
        return True
    if cues.has_agency(" ".join(found.others)):
        return len(found.others) <= 6
    return not first and len(found.others) <= 3 and _DASH.search(line.text) is not None


def _is_byline(line: Line, following: Line | None, *, first: bool) -> bool:
    """Whether `line` says only from where or whom the report comes ("عين اليوم – بنغازي (ليبيا)")."""
    if following is None or not line.is_title(words=8, characters=60) or any(map(str.isdigit, line.folded)):
        return False
    parts = [part for part in _DASH.split(line.text) if part.strip()]
    if cues.has_agency(line.text) and (len(parts) > 1 or "(" in line.text or line.words <= 2):
        return True
    return len(parts) > 1 and all(len(part.split()) <= 3 for part in parts) and (not first or line.words <= 5)


def _is_headline(lines: Sequence[Line], position: int, headlines: int) -> bool:
    """Whether the line at `position` is a headline: no full stop, not long, and running text comes later."""
    line = lines[position]
    longest = _HEADLINE_LENGTH if headlines == 0 else 100
    is_sentence = line.ends_sentence and line.text.rstrip("\"'”’»)] ").endswith(".")
    if headlines >= _HEADLINES or is_sentence or len(line.text) > longest or line.text.endswith((":", "،")):
        return False
    return any(later.is_paragraph for later in lines[position + 1 :])
