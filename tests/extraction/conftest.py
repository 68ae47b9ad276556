"""What tests of extraction may use: sentences read with the real knowledge and lexicon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from waqia import knowledge
from waqia.articles import Article
from waqia.extraction import read_article
from waqia.extraction.gate import Gate
from waqia.extraction.layers import Layers

Read = Callable[[str], Layers]


@pytest.fixture(scope="session")
def read() -> Read:
    """The layers of a text published on 9 August 2015, whatever the gate thinks of it."""
    known = knowledge.load()

    def layers(text: str) -> Layers:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Gate, "opens", lambda *_: True)
            article = Article(id="test", text=text, published=date(2015, 8, 9))
            found: Layers = read_article(article, known)._.waqia
        return found

    return layers
