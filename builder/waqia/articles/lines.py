"""The lines of an article's text, with their places in it and their letters folded for comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from waqia.arabic.folding import fold

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
# What a line is stripped of before it is looked at: spaces of all kinds, marks of direction, joiners.
_MARGIN = " \t\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f\u2060-\u2069\u3000\ufeff\x1a"
_CONTENT = re.compile(rf"[^{_MARGIN}](?:.*[^{_MARGIN}])?", re.DOTALL)
_CLOSING = "\"'”’»)]}\u00a0 "
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Line:
    """A line that is not blank: `text` is what stands from `start` to `end` (exclusive), without its margins.

    `number` is the one that editors give the line.
    """

    start: int
    end: int
    text: str
    folded: str
    number: int

    @cached_property
    def words(self) -> int:
        """How many words the line has."""
        return len(_WORD.findall(self.folded))

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether the line closes with a full stop, question or exclamation mark; dots that trail off do not."""
        bare = self.text.rstrip(_CLOSING)
        return bare.endswith((".", "!", "؟", "?", "۔")) and not bare.endswith("..")

    @property
    def is_paragraph(self) -> bool:
        """Whether the line is running text: a whole sentence, or longer than titles are."""
        return len(self.text) >= 80 or (self.ends_sentence and self.words > 4)

    def is_title(self, *, words: int, characters: int) -> bool:
        """Whether the line may be a title or a label: short, and neither a sentence nor the lead to one."""
        short = len(self.text) <= characters and self.words <= words
        return short and not self.ends_sentence and not self.text.endswith((":", "،", ",", "؛"))


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that have something on them."""
    lines = []
    number, counted = 1, 0
    for match in _LINE.finditer(text):
        content = _CONTENT.search(text, match.start(), match.end())
        if content:
            number, counted = number + text.count("\n", counted, content.start()), content.start()
            lines.append(Line(content.start(), content.end(), content[0], fold(content[0]), number))
    return tuple(lines)
