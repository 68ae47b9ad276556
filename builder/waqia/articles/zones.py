"""Which part of the text is the article.

Pages come with section names, teasers of other stories, tags and credits. They are told from the article by their
form (short lines, date lines, what follows) and by the cue words of ontology/zones.ttl, never by a site's name.
In doubt a line is body: an event lost in silence is worse than a label read as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from waqia.articles import cues
from waqia.articles.article import Article
from waqia.articles.dates import is_clock_line
from waqia.articles.head import date_line, is_section_label, read_head
from waqia.articles.lines import Line, split_lines
from waqia.articles.zone import Zone, ZoneKind
from waqia.errors import BadDate

_SUBHEADING_WORDS, _SUBHEADING_LENGTH = 8, 60
_SIGNATURE_WORDS, _SIGNATURE_LENGTH = 6, 50
_SIGNATURE_LINES = 2


def body(article: Article) -> tuple[Zone, ...]:
    """Return the zones of `article`'s text in their order; together they hold all that is not space.

    Running text is one zone from its first line to its last, with the line breaks between; headlines, and headings
    inside the text, are zones of their own.
    """
    lines = split_lines(article.text)
    kinds = _line_kinds(lines, article.title)
    return tuple(_merged(_split_inline(lines, kinds)))


def _line_kinds(lines: Sequence[Line], title: str | None) -> list[ZoneKind]:
    try:
        head = read_head(lines, title).kinds
    except BadDate:
        head = ()  # reading has reported it; the line is short and harmless
    kinds = [*head, *[ZoneKind.BODY] * (len(lines) - len(head))]
    _mark_teasers(lines, kinds, len(head))
    _mark_credits(lines, kinds, len(head))
    _mark_unlabelled_signature(lines, kinds, len(head))
    _mark_subheadings(lines, kinds, len(head))
    return kinds


def _mark_teasers(lines: Sequence[Line], kinds: list[ZoneKind], begin: int) -> None:
    """Mark what leads to other stories: lists with a heading, lists with sections and dates, single lines."""
    listing = _dated_listing(lines, begin)
    position = begin
    while position < len(lines):
        line = lines[position]
        if position == listing or cues.is_most_read(line):
            kinds[position:] = [ZoneKind.TEASER] * (len(lines) - position)
            return
        if cues.is_related_heading(line):
            end = _list_end(lines, position + 1)
            kinds[position:end] = [ZoneKind.TEASER] * (end - position)
            position = end
            continue
        if cues.is_related_line(line) or cues.is_notice(line):
            kinds[position] = ZoneKind.TEASER
        position += 1


def _dated_listing(lines: Sequence[Line], begin: int) -> int | None:
    """Return where a list of at least two section labels with date lines starts, if there is one after the text."""
    labels = [
        begin + offset
        for offset, (line, following) in enumerate(pairwise(lines[begin:]))
        if is_section_label(line, following)
    ]
    return labels[0] if len(labels) >= 2 else None


def _list_end(lines: Sequence[Line], position: int) -> int:
    """Return the position after the titles that follow a heading of related stories."""
    while position < len(lines) and not lines[position].is_paragraph:
        position += 1
    return position


def _mark_credits(lines: Sequence[Line], kinds: list[ZoneKind], begin: int) -> None:
    """Mark credits, tags and end marks; what follows one is a signature too, unless running text comes again."""
    for position in range(begin, len(lines)):
        line = lines[position]
        if kinds[position] is not ZoneKind.BODY or not cues.is_credit(line):
            continue
        rest = range(position, len(lines))
        goes_on = any(lines[later].is_paragraph and kinds[later] is ZoneKind.BODY for later in rest[1:])
        for marked in rest[:1] if goes_on else rest:
            if kinds[marked] is ZoneKind.BODY:
                kinds[marked] = ZoneKind.SIGNATURE


def _mark_unlabelled_signature(lines: Sequence[Line], kinds: list[ZoneKind], begin: int) -> None:
    """Mark the names that close an article without a word before them ("المركز الصحفي السوري")."""
    texts = [position for position in range(begin, len(lines)) if kinds[position] is ZoneKind.BODY]
    for before, position in reversed(tuple(pairwise(texts))[-_SIGNATURE_LINES:]):
        if not _is_name(lines[position]):
            return
        if lines[before].ends_sentence:
            for marked in texts[texts.index(position) :]:
                kinds[marked] = ZoneKind.SIGNATURE
            return


def _is_name(line: Line) -> bool:
    if date_line(line) is not None or is_clock_line(line.text):
        return True
    continues = line.folded.startswith("و") and not cues.has_agency(line.text)
    short = line.is_title(words=_SIGNATURE_WORDS, characters=_SIGNATURE_LENGTH)
    return short and not continues and not any(map(str.isdigit, line.folded))


def _mark_subheadings(lines: Sequence[Line], kinds: list[ZoneKind], begin: int) -> None:
    """Mark headings inside the text: short lines between a sentence that has ended and a paragraph."""
    for position in range(max(begin, 1), len(lines) - 1):
        before, line, after = lines[position - 1 : position + 2]
        between = kinds[position - 1 : position + 2] == [ZoneKind.BODY] * 3
        short = line.is_title(words=_SUBHEADING_WORDS, characters=_SUBHEADING_LENGTH)
        if between and short and before.ends_sentence and after.is_paragraph:
            kinds[position] = ZoneKind.HEADLINE


def _split_inline(lines: Sequence[Line], kinds: Sequence[ZoneKind]) -> Iterator[Zone]:
    """Give a zone for each line, two where a dateline opens its first paragraph or tags follow its last sentence."""
    texts = [position for position, kind in enumerate(kinds) if kind is ZoneKind.BODY]
    for position, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        start, end = line.start, line.end
        dateline = cues.inline_dateline_end(line) if texts and position == texts[0] else None
        trailer = cues.trailer_start(line) if texts and position == texts[-1] else None
        if dateline is not None:
            yield _trimmed(ZoneKind.DATELINE, line, start, dateline)
            start = dateline
        if trailer is not None and trailer > start:
            yield _trimmed(kind, line, start, trailer)
            kind, start = ZoneKind.SIGNATURE, trailer
        yield Zone(kind, start, end)


def _trimmed(kind: ZoneKind, line: Line, start: int, end: int) -> Zone:
    inside = line.text[start - line.start : end - line.start]
    return Zone(kind, start, end - (len(inside) - len(inside.rstrip())))


def _merged(zones: Iterator[Zone]) -> Iterator[Zone]:
    """Join neighbouring zones of one kind, but for headlines, which stay apart."""
    current: Zone | None = None
    for zone in zones:
        if current is not None and zone.kind is current.kind and zone.kind is not ZoneKind.HEADLINE:
            current = Zone(zone.kind, current.start, zone.end)
            continue
        if current is not None:
            yield current
        current = zone
    if current is not None:
        yield current
