"""Which of several actors of one name is meant: the one of its day ("دمشق", "الجيش السوري" of 2017 or of 2025).

While an article is read a name leads to the first of its bearers, since its events are not dated yet. Here, once
they are, every mention gets the bearer of its day. Who takes part is of the event's day; who speaks, or is spoken of
beside events, of the day of the article. Where no day decides, the mention stays a name that only its article knows:
no actor is better than a wrong one. Running it again changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from waqia.arabic.folding import fold
from waqia.dates import ANY_DAY, Days, days_of, meet
from waqia.knowledge import Knowledge, KnownActor

from .templates import ArticleTemplates, Claim, EventTemplate, Figure, Mention, Participant, Relation


def of_their_time(
    templates: ArticleTemplates, knowledge: Knowledge, published: date | None
) -> ArticleTemplates:
    """Return the templates of an article published on this day with each known actor the one of its time."""
    told = _Article(knowledge, ANY_DAY if published is None else Days(published, published))
    return replace(
        templates,
        events=tuple(told.event(each) for each in templates.events),
        relations=tuple(told.relation(each) for each in templates.relations),
    )


def bearer(bearers: Sequence[KnownActor], days: Days) -> KnownActor | None:
    """Return the one of several actors of one name that existed in all of these days, None where none or any may.

    On the day of a change it is the one that was there before.
    """
    then = [actor for actor in bearers if actor.period.covers_all(days)]
    return min(then, key=lambda actor: (actor.period.latest or date.max, actor.iri), default=None)


@dataclass(frozen=True, slots=True)
class _Article:
    knowledge: Knowledge
    today: Days

    # --- what is told --------------------------------------------------------------------------------------------

    def event(self, event: EventTemplate) -> EventTemplate:
        days = self._days(event.date)
        return replace(event, claims=tuple(self._claim(each, days) for each in event.claims))

    def relation(self, relation: Relation) -> Relation:
        days = self._days(relation.since or relation.until)
        return replace(
            relation,
            subject=self._mention(relation.subject, days),
            object=self._mention(relation.object, days),
            source=self._speaker(relation.source, self.today),
        )

    def _days(self, edtf: str | None) -> Days:
        """The days that an event may have happened on: not after the article that tells it, unless it is to come."""
        if edtf is None:
            return self.today
        stated = days_of(edtf)
        past = meet([stated, Days(None, self.today.latest)])
        return stated if past.empty else past

    def _claim(self, claim: Claim, days: Days) -> Claim:
        today = days if self.today == ANY_DAY else self.today
        return replace(
            claim,
            source=self._speaker(claim.source, today),
            relay=self._speaker(claim.relay, today),
            participants=tuple(self._participant(each, days) for each in claim.participants),
            figures=tuple(self._figure(each, days) for each in claim.figures),
        )

    def _participant(self, participant: Participant, days: Days) -> Participant:
        return replace(participant, mention=self._mention(participant.mention, days))

    def _figure(self, figure: Figure, days: Days) -> Figure:
        return (
            figure if figure.victims is None else replace(figure, victims=self._mention(figure.victims, days))
        )

    # --- who is meant --------------------------------------------------------------------------------------------

    def _mention(self, mention: Mention, days: Days) -> Mention:
        if mention.organization is not None:
            mention = replace(mention, organization=self._mention(mention.organization, days))
        bearers = self._bearers(mention)
        return mention if len(bearers) < 2 else _known_as(mention, bearer(bearers, days))

    def _bearers(self, mention: Mention) -> list[KnownActor]:
        """The known actors that a known one's mention may mean: those with the longest of its names that is said."""
        text = f" {fold(mention.text)} "
        alike = self.knowledge.namesakes.get(mention.iri or "", ())
        said = {name for actor in alike if actor.iri == mention.iri for name in actor.folded_names}
        name = max((name for name in said if f" {name} " in text), key=len, default=None)
        return [actor for actor in alike if name is None or name in actor.folded_names]

    def _speaker(self, mention: Mention | None, days: Days) -> Mention | None:
        """The one who speaks; a place that does is whoever governs from there on that day."""
        if mention is None or mention.iri not in self.knowledge.places:
            return None if mention is None else self._mention(mention, days)
        country = self.knowledge.places[mention.iri].country
        governing = self.knowledge.actors_by_metonym.get(fold(mention.text), ())
        found = bearer([actor for actor in governing if actor.country == country], days)
        return mention if found is None else _known_as(mention, found)


def _known_as(mention: Mention, actor: KnownActor | None) -> Mention:
    if actor is None:
        return replace(mention, iri=None)
    return replace(mention, iri=actor.iri, kind=actor.kind)
