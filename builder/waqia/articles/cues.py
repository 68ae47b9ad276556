"""Cue words for the parts of a page, from ontology/zones.ttl: one group of wordings for each behaviour."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

import pyoxigraph as ox

from waqia.arabic.folding import fold
from waqia.articles.lines import Line
from waqia.errors import BadOntology
from waqia.resources import ONTOLOGY

_FILE = ONTOLOGY / "zones.ttl"
_ZONE = "https://w3id.org/waqia/zone#"
_ALTERNATIVE = ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
_NOTICE_WORDS = 30  # a longer line is running text, whatever it holds
_LABEL_WORDS = 10
_MARK = r"[\s/\\*()\[\]{}|.…:_–—-]"


class Cue(StrEnum):
    """The groups of cue words; the values are their names in ontology/zones.ttl."""

    MOST_READ = "mostRead"
    RELATED = "related"
    NOTICE = "notice"
    CREDIT = "credit"
    TRAILER = "trailer"
    END = "end"
    AGENCY = "agency"


def is_most_read(line: Line) -> bool:
    """Whether `line` heads a list of other stories that runs to the end of the page."""
    return _whole(Cue.MOST_READ).fullmatch(line.folded) is not None


def is_related_heading(line: Line) -> bool:
    """Whether `line` heads a list of related stories."""
    return _whole(Cue.RELATED).fullmatch(line.folded) is not None


def is_related_line(line: Line) -> bool:
    """Whether `line` points to one related story ("اقرأ أيضا: ...")."""
    match = _start(Cue.RELATED).match(line.folded)
    return match is not None and line.folded[match.end() :].lstrip()[:1] in set(':|-–—.…«"')


def is_notice(line: Line) -> bool:
    """Whether `line` speaks to the reader of the page, not of the news."""
    return line.words <= _NOTICE_WORDS and _anywhere(Cue.NOTICE).search(line.folded) is not None


def is_credit(line: Line) -> bool:
    """Whether `line` begins as a signature, a list of tags or a link back does."""
    credit = line.words <= _LABEL_WORDS and _start(Cue.CREDIT).match(line.folded) is not None
    return credit or _start(Cue.TRAILER).match(line.folded) is not None or is_end(line)


def is_end(line: Line) -> bool:
    """Whether `line` is an agency's end mark."""
    return _whole(Cue.END).fullmatch(line.folded) is not None


def has_agency(text: str) -> bool:
    """Whether `text` names an agency or says where the report comes from ("متابعات")."""
    return _anywhere(Cue.AGENCY).search(fold(text)) is not None


def trailer_start(line: Line) -> int | None:
    """Return where, in the text of the article, tags, a link or an end mark follow the last sentence of `line`."""
    match = _trailer().search(line.text)
    return None if match is None else line.start + match.start(1)


def inline_dateline_end(line: Line) -> int | None:
    """Return where, in the text of the article, a dateline at the start of `line` ends and its news begins."""
    match = _inline_dateline().match(line.text)
    return None if match is None or match.end() == len(line.text) else line.start + match.end()


@cache
def wordings(cue: Cue) -> tuple[str, ...]:
    """Return the folded wordings of `cue`, longest first.

    Raises:
        BadOntology: ontology/zones.ttl cannot be read, or gives none.
    """
    labels = _graph().quads_for_pattern(ox.NamedNode(_ZONE + cue), _ALTERNATIVE, None)
    found = {fold(quad.object.value) for quad in labels if isinstance(quad.object, ox.Literal)}
    if not found:
        raise BadOntology(f"has no wording for the cue {cue}", file=_FILE)
    return tuple(sorted(found, key=lambda wording: (-len(wording), wording)))


@cache
def _graph() -> ox.Store:
    graph = ox.Store()
    try:
        graph.load(path=str(_FILE), format=ox.RdfFormat.TURTLE)
    except (OSError, SyntaxError) as error:
        raise BadOntology(str(error), file=_FILE) from error
    return graph


def _either(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


def _folded_wording(wording: str) -> str:
    """Make a pattern of a wording for folded text; spaces before its colon and between its words may differ."""
    return re.escape(wording).replace(r"\ ", r"\s+").replace(":", r"\s*:")


@cache
def _whole(cue: Cue) -> re.Pattern[str]:
    return re.compile(rf"{_MARK}*{_either(map(_folded_wording, wordings(cue)))}{_MARK}*")


@cache
def _start(cue: Cue) -> re.Pattern[str]:
    return re.compile(rf"{_MARK}*{_either(map(_folded_wording, wordings(cue)))}(?!\w)")


@cache
def _anywhere(cue: Cue) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_either(map(_folded_wording, wordings(cue)))}(?!\w)")


@cache
def _seats() -> dict[str, str]:
    """Return, for each folded letter, a pattern of all that is folded to it, with the signs that may follow."""
    seats: dict[str, set[str]] = {}
    for code in (*range(0x0621, 0x0670), *range(0x0671, 0x06D4)):
        seats.setdefault(fold(chr(code)), set()).add(chr(code))
    signs = "[" + "".join(sorted(seats.pop("", set()))) + "]*"
    return {letter: "[" + "".join(sorted(forms)) + "]" + signs for letter, forms in seats.items()}


def _raw_wording(wording: str) -> str:
    """Make a pattern of a folded wording for text as written, where offsets must hold."""
    return "".join(_seats().get(character, re.escape(character)) for character in wording).replace(
        r"\ ", r"\s+"
    )


@cache
def _trailer() -> re.Pattern[str]:
    tags = _either(map(_raw_wording, wordings(Cue.TRAILER)))
    end = _either(map(_raw_wording, wordings(Cue.END)))
    return re.compile(rf"(?<=[.!؟?»”\"])\s+({tags}(?:\s|:)[^.!؟]*\Z|[/(*]+\s*{end}\s*[/)*]+.*\Z)")


@cache
def _inline_dateline() -> re.Pattern[str]:
    agency = _either(map(_raw_wording, wordings(Cue.AGENCY)))
    dash, place = r"\s*[-–—]\s*", r"[^-–—:.(),،]{2,30}?"
    return re.compile(
        rf"(?:[^():.]{{2,40}}\(\s*{agency}\s*\)\s*[-–—:]|{agency}{dash}{place}\s*:|{place}{dash}{agency}\s*[:–—-]"
        rf"|{place}{dash}{agency}{dash}{place}\s*:)\s*"
    )
