"""Reading articles: files, encodings, metadata, and which part of a page is the article."""

from waqia.articles.article import Article
from waqia.articles.reading import Problem, Reading, read
from waqia.articles.zone import Zone, ZoneKind
from waqia.articles.zones import body

__all__ = ["Article", "Problem", "Reading", "Zone", "ZoneKind", "body", "read"]
