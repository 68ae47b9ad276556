"""From reasons to datings: first each article by its own words, then, in one pass, by articles that tell the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from waqia.articles import Article
from waqia.dates import Days
from waqia.dating.clues import clues
from waqia.dating.copies import copies
from waqia.dating.dayset import ALL, DaySet, between
from waqia.dating.holders import offices
from waqia.dating.incidents import shared, told
from waqia.dating.landmarks import known_events, load_landmarks
from waqia.dating.model import REPRINTED, Dating, Ground, Passage, Reason, printed
from waqia.extraction.layers import Layers
from waqia.extraction.pipeline import load_resources, read_names
from waqia.extraction.templates import ArticleTemplates, Span
from waqia.knowledge import Knowledge

_COPIED: Final = timedelta(2)
"""How long before and after an article another with the same wording may have been written."""
_FEW: Final = 62


@dataclass(frozen=True, slots=True)
class _Undated:
    """An article without a date, with what its own words say."""

    article: Article
    templates: ArticleTemplates
    layers: Layers
    reasons: tuple[Reason, ...]

    @property
    def days(self) -> DaySet:
        return _common(self.reasons)


def date_articles(
    articles: Sequence[Article], templates: Iterable[ArticleTemplates], knowledge: Knowledge
) -> tuple[Dating, ...]:
    """Return the datings of those of `articles` that have no date, in their order.

    An article is dated by its own words, and by articles that tell the same and are dated by themselves: given a date,
    or few days by their own words. So the result does not depend on the order of the articles, and none dates another
    by what it has learnt from a third.

    Args:
        articles: all articles; those with a date may date the others.
        templates: what extraction found in each of `articles`, without a date where they have none.
        knowledge: actors, their offices and event types.
    """
    found = {each.article: each for each in templates}
    undated = [
        _read(article, found.get(article.id, ArticleTemplates(article.id)), knowledge)
        for article in articles
        if article.published is None
    ]
    if not undated:
        return ()
    from_others = _from_others(undated, articles, found, knowledge)
    return tuple(_dating(each, from_others.get(each.article.id, ())) for each in undated)


def _read(article: Article, templates: ArticleTemplates, knowledge: Knowledge) -> _Undated:
    layers = read_names(article, knowledge)
    landmarks = load_landmarks(load_resources(knowledge).tokenizer)
    reasons = (
        *clues(layers, templates, knowledge),
        *offices(layers, knowledge),
        *known_events(layers, landmarks),
    )
    return _Undated(article, templates, layers, reasons)


# --- by other articles -------------------------------------------------------------------------------------------


def _from_others(
    undated: Sequence[_Undated],
    articles: Sequence[Article],
    templates: Mapping[str, ArticleTemplates],
    knowledge: Knowledge,
) -> Mapping[str, Sequence[Reason]]:
    written = {article.id: between(_count_from(article)) for article in articles if article.published}
    written |= {each.article.id: each.days for each in undated if each.days and len(each.days) <= _FEW}
    found: defaultdict[str, list[Reason]] = defaultdict(list)
    for article, reason in (
        *_by_copies(undated, articles, written),
        *_by_incidents(undated, articles, templates, written, knowledge),
    ):
        found[article].append(reason)
    return found


def _count_from(article: Article) -> Days:
    """Return the days that an article with a date may count from."""
    day = article.published
    return Days(None if day is None else day - REPRINTED, day)


def _by_copies(
    undated: Sequence[_Undated], articles: Sequence[Article], written: Mapping[str, DaySet]
) -> Iterator[tuple[str, Reason]]:
    others = (article for article in articles if article.id in written)
    for copy in copies((each.article for each in undated), others):
        span = written[copy.other].hull
        if span.earliest is not None and span.latest is not None:
            days = between(Days(span.earliest - _COPIED, span.latest + _COPIED))
            passages = (Passage(copy.one, copy.here), Passage(copy.other, copy.there))
            yield copy.one, Reason(Ground.SHARED_TEXT, days, passages)


def _by_incidents(
    undated: Sequence[_Undated],
    articles: Sequence[Article],
    templates: Mapping[str, ArticleTemplates],
    written: Mapping[str, DaySet],
    knowledge: Knowledge,
) -> Iterator[tuple[str, Reason]]:
    ours = [
        incident
        for each in undated
        for incident in told(
            each.article.id,
            each.templates.events,
            knowledge,
            layers=each.layers,
            written=written.get(each.article.id),
        )
    ]
    theirs = [
        incident
        for article in articles
        if article.published is not None and article.id in templates
        for incident in told(article.id, templates[article.id].events, knowledge)
    ]
    for one, other, days in shared(ours, [*theirs, *ours]):
        time = () if one.time is None else (Passage(one.article, Span(one.time.start, one.time.end)),)
        passages = (Passage(one.article, one.span), *time, Passage(other.article, other.span))
        yield one.article, Reason(Ground.SHARED_INCIDENT, days, passages)


# --- together ----------------------------------------------------------------------------------------------------


def _dating(undated: _Undated, others: Sequence[Reason]) -> Dating:
    """Return what all reasons leave; where they contradict, its own alone, and nothing where those do too."""
    reasons = [*undated.reasons, *others]
    if not _common(reasons):
        reasons = list(undated.reasons)
    left = _common(reasons)
    if not left or left == ALL:
        return Dating(undated.article.id)
    return Dating(undated.article.id, printed(left), left.only, tuple(_deciding(reasons)))


def _common(reasons: Iterable[Reason]) -> DaySet:
    days = ALL
    for reason in reasons:
        days &= reason.days
    return days


def _deciding(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """Give the reasons that leave fewer days than those before them, the narrowest first."""
    days = ALL
    for reason in sorted(reasons, key=lambda reason: reason.key):
        if days & reason.days != days:
            days &= reason.days
            yield reason
