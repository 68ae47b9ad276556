"""The extraction of many articles, alone or together with other processes.

The others are spawned on every system, since what forked processes inherit differs between them. They are given what is
loaded here, which is faster than loading it, and they import this module and no graph.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from waqia import collector
from waqia.articles import Article
from waqia.knowledge import Knowledge

from .pipeline import adopt, adopted, extract, load_resources
from .templates import ArticleTemplates

_CHUNK, _ROUNDS = 8, 8
"""How many articles a process takes at once: eight, or fewer where it would not come back for more so many times."""


def extract_each(
    articles: Sequence[Article], knowledge: Knowledge, *, workers: int = 1
) -> Generator[ArticleTemplates, None, None]:
    """Give the templates of `articles` in their order; this process is one of the workers."""
    workers = min(workers, len(articles))
    if workers <= 1:
        yield from (_extract(article, knowledge) for article in articles)
        return
    size = max(1, min(_CHUNK, len(articles) // (_ROUNDS * workers)))
    chunks = [articles[first : first + size] for first in range(0, len(articles), size)]
    with collector.paused():
        loaded = pickle.dumps(load_resources(knowledge))
    with ProcessPoolExecutor(workers - 1, multiprocessing.get_context("spawn"), _begin, (loaded,)) as pool:
        try:
            yield from _shared(chunks, knowledge, pool)
        finally:
            pool.shutdown(cancel_futures=True)


def _shared(
    chunks: Sequence[Sequence[Article]], knowledge: Knowledge, pool: ProcessPoolExecutor
) -> Iterator[ArticleTemplates]:
    """Extract with the processes of `pool`: rather than wait for one, take the next chunk that none has begun."""
    futures = [pool.submit(_extract_there, chunk, knowledge.digest) for chunk in chunks]
    untaken = (n for n, future in enumerate(futures) if future.cancel())
    here: dict[int, list[ArticleTemplates]] = {}
    for n, future in enumerate(futures):
        while not future.done() and (own := next(untaken, None)) is not None:
            here[own] = [_extract(article, knowledge) for article in chunks[own]]
        yield from here.pop(n) if future.cancelled() else future.result()


def _begin(loaded: bytes) -> None:
    """Begin the work of another process, with what stays in it to the end out of the collector's way."""
    with collector.paused():
        adopt(pickle.loads(loaded))  # noqa: S301 (it comes from the process that began this one)
    gc.freeze()


def _extract_there(articles: Sequence[Article], digest: str) -> list[ArticleTemplates]:
    return [_extract(article, adopted(digest)) for article in articles]


def _extract(article: Article, knowledge: Knowledge) -> ArticleTemplates:
    try:
        return extract(article, knowledge)
    except Exception as error:
        error.add_note(f"while extracting from article {article.id}")
        raise
