"""Who holds which office, and which groups there are: a president named as such bounds the day of an article.

Naming somebody by an office that he did not hold before a day shows that the article is not older. That he acts or
speaks in it shows that he held it still, unless the article tells of the past.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from waqia.arabic.dates import resolve
from waqia.arabic.folding import fold
from waqia.arabic.timespans import TimeKind
from waqia.dates import Days
from waqia.dating.dayset import between, since, union
from waqia.dating.landmarks import counted_from, nearest_time
from waqia.dating.model import Ground, Passage, Reason
from waqia.extraction.layers import Layers
from waqia.extraction.phrases import Phrase
from waqia.extraction.templates import Mention, Span
from waqia.extraction.words import Sentence
from waqia.knowledge import Knowledge, KnownActor, KnownTenure

_HOLDING: Final = frozenset({"Post", "Leadership"})
_FORMER: Final = frozenset(
    """سابق سابقه سابقا اسبق مخلوع معزول بايد راحل مقال مستقيل متوفي منتخب مرشح شهيد انذاك حينها وقتها حينذاك رحمه
    يرحمه""".split()
)
"""Words beside a name by which its bearer is in office no more, or not yet."""
_AGAINST: Final = frozenset(
    """عهد زمن ايام خلفا سلف خلع عزل اطاحه اسقاط سقوط اغتيال محاكمه مقتل رحيل وفاه جثمان نجل ابن عايله حرم""".split()
)
"""Words before a name that may be of one who is in office no more."""
_BESIDE: Final = 4
_RECENT: Final = frozenset({TimeKind.RELATIVE, TimeKind.WEEKDAY})
_TAKES_OFFICE: Final = frozenset("تولي تولت تسلم تنصيب يمين".split())
_COMES: Final = frozenset("وصول وصل دخول دخل".split())
_SEATS: Final = frozenset("بيت سلطه حكم رياسه قصر منصب".split())
"""Who comes to one of these takes office; who comes to a city does not."""
_BEFORE: Final = 5
_PRESIDENT: Final = frozenset({"جمهوريه", "ولايات"})
"""What a president presides over where his title does not say it."""


def offices(layers: Layers, knowledge: Knowledge) -> Iterator[Reason]:
    """Give what those named in an article by their offices, and groups by their names, say of its day."""
    held = [
        (sentence, phrase, tenures)
        for sentence, phrase in _phrases(layers)
        if (tenures := _by_title(phrase, knowledge))
    ]
    gone = {phrase.mention.iri for _, phrase, _ in held if _no_more(layers, phrase)}
    for sentence, phrase, tenures in held:
        yield from _not_before(layers, phrase, tenures)
        yield from _taking_office(layers, sentence, phrase, tenures)
        if phrase.mention.iri not in gone and _now(layers, sentence, phrase):
            days = union(between(Days(each.period.earliest, each.period.latest)) for each in tenures)
            yield Reason(Ground.IN_OFFICE, days, (_passage(layers, phrase),), phrase.mention.iri)
    for sentence, phrase in _phrases(layers):
        yield from _begun(layers, phrase.actor, knowledge)
        yield from _governing(layers, sentence, phrase, knowledge)


def _begun(layers: Layers, mention: Mention, knowledge: Knowledge) -> Iterator[Reason]:
    """Give that a group has begun that is named; groups keep acting under names that they have given up."""
    group = _by_its_name(mention, "ArmedGroup", knowledge)
    if group is not None and group.period.earliest is not None:
        passages = (Passage(layers.article.id, mention.span),)
        yield Reason(Ground.BEGUN, since(group.period.earliest), passages, group.iri)


def _governing(layers: Layers, sentence: Sentence, phrase: Phrase, knowledge: Knowledge) -> Iterator[Reason]:
    """Give that a government has not ended that acts; before it began others were called the same."""
    government = _by_its_name(phrase.mention, "Government", knowledge)
    if government is None or government.period.latest is None or _no_more(layers, phrase):
        return
    if _acts(layers, sentence, phrase):
        days = between(Days(None, government.period.latest))
        yield Reason(Ground.IN_OFFICE, days, (_passage(layers, phrase),), government.iri)


def _phrases(layers: Layers) -> Iterator[tuple[Sentence, Phrase]]:
    for sentence, phrases in zip(layers.text.sentences, layers.phrases, strict=True):
        yield from ((sentence, phrase) for phrase in phrases)


def _passage(layers: Layers, phrase: Phrase) -> Passage:
    return Passage(layers.article.id, phrase.mention.span)


def _by_title(phrase: Phrase, knowledge: Knowledge) -> list[KnownTenure]:
    """Return the offices of a person that the title before the name may mean."""
    person = knowledge.actors.get(phrase.mention.iri or "")
    if person is None or person.kind != "Person":
        return []
    title = [word.removeprefix("ال") for word in fold(phrase.mention.post or phrase.mention.text).split()]
    alone = fold(phrase.mention.post or phrase.mention.text).startswith("ال")
    return [
        tenure
        for tenure in knowledge.tenures_of.get(person.iri, ())
        if tenure.holder == person.iri and tenure.kind in _HOLDING and tenure.post is not None
        if _means(title, tenure.post, alone=alone)
    ]


def _means(title: list[str], post: str, *, alone: bool) -> bool:
    """Whether a title means a post: the same head, and the same complement where it has one."""
    words = [word.removeprefix("ال") for word in fold(post).split()]
    if title[0] != words[0]:
        return False
    if not alone:
        return len(title) > 1 and title[1] in words[1:]
    return title[0] != "رييس" or (len(words) > 1 and words[1] in _PRESIDENT)


def _no_more(layers: Layers, phrase: Phrase) -> bool:
    first, last, words = phrase.first, phrase.last, layers.text.words
    before = {word.bare for word in words[max(first - _BESIDE, 0) : first]}
    beside = {word.bare for word in words[first : last + _BESIDE]}
    return bool(before & (_AGAINST | _FORMER) or beside & _FORMER)


def _not_before(layers: Layers, phrase: Phrase, tenures: Iterable[KnownTenure]) -> Iterator[Reason]:
    starts = [tenure.period.earliest for tenure in tenures]
    known = [start for start in starts if start is not None]
    if known and len(known) == len(starts):
        passages = (_passage(layers, phrase),)
        yield Reason(Ground.BEGUN, since(min(known)), passages, phrase.mention.iri)


def _taking_office(
    layers: Layers, sentence: Sentence, phrase: Phrase, tenures: Iterable[KnownTenure]
) -> Iterator[Reason]:
    """Give the days that "وصول الرئيس ... في العشرين من الشهر الماضي" leaves, by the day on which he took office."""
    words = layers.text.words
    before = {word.bare for word in words[max(phrase.first - _BEFORE, sentence.first) : phrase.first]}
    after = {word.bare for word in words[phrase.last : min(phrase.last + _BEFORE, sentence.last)]}
    time = nearest_time(layers, sentence, phrase.first, phrase.last)
    if time is None or not (before & _TAKES_OFFICE or (before & _COMES and after & _SEATS)):
        return
    starts = (tenure.period.earliest for tenure in tenures)
    found = (counted_from(time, Days(start, start)) for start in starts if start is not None)
    days = union(each for each in found if each is not None)
    if days:
        passages = (_passage(layers, phrase), Passage(layers.article.id, Span(time.start, time.end)))
        yield Reason(Ground.KNOWN_EVENT, days, passages, phrase.mention.iri)


def _now(layers: Layers, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a sentence tells of its own days: the person speaks or acts, or it is told of these days."""
    times = [time for time in layers.times if sentence.first <= time.first < sentence.last]
    if any(resolve(time, published=None) for time in times):
        return False  # a year is named: it may tell of then
    return _acts(layers, sentence, phrase) or any(time.kind in _RECENT for time in times)


def _acts(layers: Layers, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a verb right before a name has it as its subject, in a sentence that names no year."""
    at = phrase.first - 1
    times = [time for time in layers.times if sentence.first <= time.first < sentence.last]
    dated = any(resolve(time, published=None) for time in times)
    return at >= sentence.first and layers.text.words[at].verb and not dated


def _by_its_name(mention: Mention, kind: str, knowledge: Knowledge) -> KnownActor | None:
    """Return the actor of a kind that has this name alone, which is neither short for it nor another's too."""
    actor, name = knowledge.actors.get(mention.iri or ""), fold(mention.text)
    if actor is None or actor.kind != kind or name not in map(fold, actor.names):
        return None
    return actor if len(knowledge.actors_by_name.get(name, ())) == 1 else None
