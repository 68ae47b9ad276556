"""What tests of inspection may use: sentences, read and explained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from waqia import knowledge
from waqia.articles import Article
from waqia.inspection import Inspection, inspect

Explain = Callable[[str], Inspection]


@pytest.fixture(scope="session")
def explain() -> Explain:
    """How a text is read that was published on 9 August 2015."""
    known = knowledge.load()
    return lambda text: inspect(Article(id="test", text=text, published=date(2015, 8, 9)), known)
