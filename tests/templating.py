"""Templates written as JSON, in which a passage stands as its own words: where it stands in the text is looked up.

    {"article": {"id": "a1", "text": "قتل 12 شخصا في حمص"},
     "events": [{"type": "Bombing", "claims": [{"type": "Bombing", "evidence": ["قتل 12 شخصا"], …}]}]}

Everything that the dataclasses have a default for may be left out; a mention may be given by its text alone.
"""

from __future__ import annotations

import json
import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from waqia.articles.article import Article
from waqia.extraction.templates import ArticleTemplates, Certainty, Realization, Span, Stance

Json: TypeAlias = Any
Type: TypeAlias = Any
Made: TypeAlias = Any

_UNSAID = {Stance: Stance.ASSERTS, Certainty: Certainty.STATED, Realization: Realization.EVENT}


def read_case(file: Path) -> tuple[list[Article], list[ArticleTemplates]]:
    """Return the articles of a JSON file, and their templates."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    articles = [_article(row["article"]) for row in rows]
    return articles, [
        _Reader(article.text).templates(article.id, row) for article, row in zip(articles, rows, strict=True)
    ]


def _article(row: dict[str, Json]) -> Article:
    published = row.get("published")
    return Article(**row | {"published": None if published is None else date.fromisoformat(published)})


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text

    def templates(self, article: str, row: dict[str, Json]) -> ArticleTemplates:
        events = [{"ordinal": n} | event for n, event in enumerate(row.get("events", []))]
        made = {"article": article, "events": events, "relations": row.get("relations", [])}
        found = self._read(made, ArticleTemplates)
        assert isinstance(found, ArticleTemplates)
        return found

    def _read(self, value: Json, wanted: Type) -> Made:
        origin: object = get_origin(wanted)
        if origin in (Union, types.UnionType):
            inner = next(choice for choice in get_args(wanted) if choice is not types.NoneType)
            return None if value is None else self._read(value, inner)
        if origin is tuple:
            return tuple(self._read(item, get_args(wanted)[0]) for item in value)
        if wanted is Span:
            return self._span(value)
        if isinstance(wanted, type) and issubclass(wanted, Enum):
            return wanted(value)
        if is_dataclass(wanted):
            return self._record({"text": value, "kind": "Actor"} if isinstance(value, str) else value, wanted)
        return value

    def _record(self, row: dict[str, Json], wanted: Type) -> Made:
        types_of = get_type_hints(wanted)
        made = {}
        for field in fields(wanted):
            if field.name in row:
                made[field.name] = self._read(row[field.name], types_of[field.name])
            elif field.default is MISSING:
                made[field.name] = self._unsaid(field.name, types_of[field.name], row)
        return wanted(**made)

    def _unsaid(self, name: str, wanted: Type, row: dict[str, Json]) -> Made:
        if wanted is Span:
            return self._span(row.get("text") or row["words"])
        if wanted in _UNSAID:
            return _UNSAID[wanted]
        raise KeyError(f"{name} is missing in {row}")

    def _span(self, quote: str) -> Span:
        start = self._text.index(quote)
        return Span(start, start + len(quote))
