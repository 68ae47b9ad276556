"""What is said of the articles without a date: what was worked out, and why, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from waqia.articles import Article
from waqia.dates import Days
from waqia.dating import Dating, Ground, Passage, Reason

_BECAUSE = {
    Ground.DAY_NAMED: "names its day",
    Ground.WEEKDAY_NAMED: "names its weekday",
    Ground.MONTH_NAMED: "names its month",
    Ground.YEAR_NAMED: "names its year",
    Ground.DATED_PAST: "tells of the past",
    Ground.IN_OFFICE: "shows in office",
    Ground.BEGUN: "names what had begun",
    Ground.KNOWN_EVENT: "mentions a known event",
    Ground.SHARED_INCIDENT: "tells of the same incident",
    Ground.SHARED_TEXT: "shares its wording",
}
_LONGEST = 60


def date_lines(datings: Iterable[Dating], articles: Iterable[Article]) -> Iterator[str]:
    """Give a line for each of `datings`."""
    texts = {article.id: article.text for article in articles}
    for dating in datings:
        if not dating.reasons:
            yield f"no date: {dating.article}: its text does not tell when it was published"
        else:
            why = "; ".join(_because(reason, dating.article, texts) for reason in dating.reasons)
            yield f"dated: {dating.article}: {_when(dating)}: {why}"


def _when(dating: Dating) -> str:
    if dating.day is not None:
        return f"{dating.day}, or the day after"
    return _period(dating.published)


def _period(days: Days) -> str:
    if days.earliest is None and days.latest is None:
        return "on a day that is not known"
    if days.earliest is None:
        return f"until {days.latest}"
    return f"from {days.earliest} on" if days.latest is None else f"{days.earliest} to {days.latest}"


def _because(reason: Reason, article: str, texts: Mapping[str, str]) -> str:
    others = sorted({passage.article for passage in reason.passages} - {article})
    quotes = " … ".join(_quote(passage, texts) for passage in reason.passages if passage.article == article)
    return f"{_BECAUSE[reason.ground]}{''.join(f' as {other}' for other in others)} ({quotes})"


def _quote(passage: Passage, texts: Mapping[str, str]) -> str:
    words = " ".join(texts[passage.article][passage.span.start : passage.span.end].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
