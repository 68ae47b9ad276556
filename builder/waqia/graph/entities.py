"""The actors, places and things that claims speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from waqia.arabic.folding import fold
from waqia.extraction.templates import Mention
from waqia.graph.iris import Names
from waqia.graph.namespaces import ALT_LABEL, HIDDEN_LABEL, LABEL, TYPE, waqia
from waqia.graph.roles import Roles
from waqia.graph.terms import Triple, arabic, digest
from waqia.knowledge.model import Knowledge
from waqia.linking.places import NO_SITES, Sites


class Entities:
    """Gives each mention of one article its node; remembers what to say of those that the knowledge lacks.

    A name that the knowledge lacks stands for one actor or place within its article and for none outside it, but for
    a place whose town is known: that is one in all articles (`waqia.linking.places`);
    a description ("مسلحون", "مصدر عسكري") does so within its telling only. A person's node is no person but the
    article's mention of one, since other articles may name the same (`waqia.graph.people`).
    """

    def __init__(
        self, names: Names, article: str, knowledge: Knowledge, roles: Roles, sites: Sites = NO_SITES
    ) -> None:
        self._names = names
        self._article = article
        self._knowledge = knowledge
        self._roles = roles
        self._sites = sites
        self._towns: dict[NamedNode, str] = {}
        self._mentioned: defaultdict[tuple[NamedNode, str], set[str]] = defaultdict(set)
        self.people: defaultdict[NamedNode, set[Mention]] = defaultdict(set)

    def node(self, mention: Mention, telling: str | None = None) -> NamedNode:
        """Return the node of `mention`, made in the telling of this name."""
        found = NamedNode(mention.iri) if mention.iri is not None else self._local(mention, telling)
        if mention.kind == "Person" and not mention.described:
            self.people[found].add(mention)
        return found

    def _local(self, mention: Mention, telling: str | None) -> NamedNode:
        scope = telling if mention.described and telling is not None else self._article
        mark = digest(mention.kind, fold(mention.text), length=8)
        found = self._names.iri("local", f"{scope}.{mention.kind}-{mark}")
        if (town := self._sites.town(mention)) is not None:
            found = self._names.iri("local", f"site-{digest(town, mark)}")
            self._towns[found] = town
        self._mentioned[found, mention.kind].add(mention.text)
        return found

    def actor(self, mention: Mention, telling: str | None = None) -> NamedNode:
        """Return the node of `mention` where only an actor can be meant: "بيروت" says what its government says.

        Of a place for whose government nobody knows the name is made an actor of the article: no place acts.
        """
        if not self._roles.is_a(mention.kind, "Place"):
            return self.node(mention, telling)
        meant = self._knowledge.actors_by_metonym.get(fold(mention.text), ())
        if len(meant) == 1:
            return NamedNode(meant[0].iri)
        return self.node(replace(mention, iri=None, kind="Actor"), telling)

    def said_of(self, mention: Mention, telling: str | None = None) -> Iterator[Triple]:
        """Yield what `mention` says of its bearer: rank, post, organization."""
        bearer = self.node(mention, telling)
        if mention.rank is not None:
            yield Triple(bearer, waqia("rank"), Literal(mention.rank))
        if mention.post is not None:
            yield Triple(bearer, waqia("post"), Literal(mention.post))
        if mention.organization is not None:
            yield Triple(bearer, waqia("memberOf"), self.actor(mention.organization, telling))
            yield from self.said_of(mention.organization, telling)

    def descriptions(self) -> Iterator[Triple]:
        """Yield class and names of every node made so far; of several spellings the least is the label."""
        for (node, kind), texts in self._mentioned.items():
            label, *others = sorted(texts)
            yield Triple(node, TYPE, waqia("Mention" if node in self.people else kind))
            yield Triple(node, LABEL, arabic(label))
            yield from (Triple(node, ALT_LABEL, arabic(other)) for other in others)
            yield Triple(node, HIDDEN_LABEL, arabic(fold(label)))
        yield from (Triple(node, waqia("partOf"), NamedNode(town)) for node, town in self._towns.items())
