"""From the text of one article to the templates of the events it tells."""

from .pipeline import STAGES, extract, language, read_article, weigh

__all__ = ["STAGES", "extract", "language", "read_article", "weigh"]
