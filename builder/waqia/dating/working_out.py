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
from waqia.dating.copies import Wording, copies
from waqia.dating.dayset import ALL, DaySet, between
from waqia.dating.holders import offices
from waqia.dating.incidents import shared, told
from waqia.dating.landmarks import known_events, load_landmarks
from waqia.dating.model import Dating, Ground, Passage, Reason
from waqia.extraction.layers import Layers
from waqia.extraction.pipeline import load_resources, read_names
from waqia.extraction.templates import ArticleTemplates
from waqia.knowledge import Knowledge

_REPRINTED: Final = timedelta(1)
"""How much later than the day that its words count from a paper may print an article: of 404 articles of the press with
"أمس السبت" or the like 85 % were printed on that day, 13 % on the next (SaudiNewsNet, July 2015)."""
_COPIED: Final = Days
_BEFORE, _AFTER = timedelta(3), timedelta(2)
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
    return Days(None if day is None else day - _REPRINTED, day)


def _by_copies(
    undated: Sequence[_Undated], articles: Sequence[Article], written: Mapping[str, DaySet]
) -> Iterator[tuple[str, Reason]]:
    ours = [Wording(each.article) for each in undated]
    theirs = [Wording(article) for article in articles if article.id in written]
    for copy in copies(ours, theirs):
        one, other = ours[copy.one].article.id, theirs[copy.other].article.id
        span = written[other].hull
        if span.earliest is not None and span.latest is not None:
            days = between(Days(span.earliest - _AFTER, span.latest + _AFTER))
            passages = (Passage(one, copy.here), Passage(other, copy.there))
            yield one, Reason(Ground.SHARED_TEXT, days, passages)


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
        time = one.time
        passages = [Passage(one.article, one.span)]
        if time is not None:
            passages.append(Passage(one.article, type(one.span)(time.start, time.end)))
        yield one.article, Reason(Ground.SHARED_INCIDENT, days, (*passages, Passage(other.article, other.span)))


# --- together ----------------------------------------------------------------------------------------------------


def _dating(undated: _Undated, others: Sequence[Reason]) -> Dating:
    """Return what all reasons leave; without those of other articles where they contradict, nothing where its own do."""
    reasons = [*undated.reasons, *others]
    if not _common(reasons):
        reasons = list(undated.reasons)
    left = _common(reasons)
    if not left or left == ALL:
        return Dating(undated.article.id)
    days = left.hull
    latest = None if days.latest is None else days.latest + _REPRINTED
    return Dating(undated.article.id, days.earliest, latest, left.only, tuple(_deciding(reasons)))


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
