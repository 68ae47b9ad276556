"""Persons: names under ranks, titles and posts, posts without a name, names alone."""

from __future__ import annotations

from dataclasses import replace

from waqia.arabic import particles
from waqia.arabic.folding import fold

from .cutter import TRIGGERS, Cutter
from .lexicon import Analysis
from .phrases import Phrase, PhraseKind
from .templates import Mention
from .words import Word

_CREDITING = frozenset({"حسب", "بحسب", "وفق", "قال"})
_LONGEST_POST = 9
_NOWHERE = (0, 0)


class PersonPhrases(Cutter):
    """Reads the persons of one article."""

    def by_title(self, i: int, end: int) -> Phrase | None:
        """The person that word `i` is the rank, title or post of, by whichever reading fits: "أمين شرطة"."""
        word = self.words[i]
        if word.verb:
            return None
        for reading in word.readings:
            if reading.entry.use == "Title" and reading.form.number not in (0, 3) and not reading.form.finite:
                person = self.titled(i, end, reading)
                if person is not None:
                    return person
        return None

    def titled(self, i: int, end: int, title: Analysis) -> Phrase | None:
        """A person under a rank, title or post: "العميد حسن دعبول", "رئيس فرع الأمن العسكري", "مدير المرصد رامي"."""
        rank, post, j = self._titles(i, end, title)
        start = j + 1 if j < end and self.words[j].bare in "،,(" and post[1] > post[0] else j
        while start < end and self.words[start].quote:
            start += 1
        name_end = self._name_end(start, end)
        if name_end > start and (start == j or self._strong_name(start, name_end)):
            return self._person(i, start, name_end, rank, post)
        return self._held_by(i, post, end) or self._unnamed(i, title, rank, post)

    def _held_by(self, i: int, post: tuple[int, int], end: int) -> Phrase | None:
        """The person whose name "و" joins to a post that the article elsewhere says is theirs, who is no second one.

        It says so with the name after the post, or after the place of the post ("مدير المشفى بحلب الدكتور سامي").
        """
        after = post[1]
        if after <= post[0] + 1 or after >= end:
            return None
        place = self.names.place(after, end) if self.words[after].preposition == "ب" else None
        name = self._named_by_title(place.last if place is not None else after, end)
        if name is None:
            return None
        held = (fold(self.text.string(*post)), fold(name.mention.text))
        if place is not None:
            self.names.posts.add(held)
        joined = self.words[after].conjunction == "و" and held in self.names.posts
        return (
            replace(name, first=i, head=i, mention=replace(name.mention, post=self.text.string(*post)))
            if joined
            else None
        )

    def _named_by_title(self, i: int, end: int) -> Phrase | None:
        """The person under the rank or title at word `i`, None for one without a name."""
        title = self.words[i].noun("Title") if i < end else None
        if title is None or title.entry.part == "post":
            return None
        person = self.titled(i, end, title)
        return None if person is None or person.mention.described else person

    def _titles(self, i: int, end: int, title: Analysis) -> tuple[tuple[int, int], tuple[int, int], int]:
        """The words of the rank and of the post that start at word `i`, and where they end."""
        j, post = i + 1, (i, i)
        if title.entry.part == "post":
            j = self.complement(i + 1, end)
            post = (i, j)
        rank = (i, i + 1) if title.entry.part == "rank" else _NOWHERE
        while (
            j < end and not self.names.stops(self.words[j]) and (t := self.words[j].noun("Title")) is not None
        ):
            if t.pronoun:
                break  # "(هاتف) الرئيس المصري (نظيره)"
            if t.entry.part == "post" and j > i + 1:
                k = self.complement(j + 1, end)
                post, j = (post[0], k), k
            else:
                rank, j = (j, j + 1) if t.entry.part == "rank" else rank, j + 1
        return rank, post, j

    def _unnamed(
        self, i: int, title: Analysis, rank: tuple[int, int], post: tuple[int, int]
    ) -> Phrase | None:
        """Somebody by post or rank alone: "محافظ حمص", "مديرا الأمن والسجون", "عقيد"."""
        if post[1] > post[0] + 1 and title.form.number == 2:
            mention = self.mention(i, post[1], "Officials", described=True)
            return Phrase(
                i, post[1], i, PhraseKind.GROUP, mention, minimum=2, maximum=2, victim_kind="Official"
            )
        if post[1] > post[0] + 1 or (post[1] > post[0] and self.words[i].definite):
            mention = self.mention(i, post[1], "Person", described=True)
            mention = replace(mention, post=self.text.string(*post), organization=self._organization(*post))
            return Phrase(i, post[1], i, PhraseKind.PERSON, mention, minimum=1, maximum=1, definite=True)
        after = self.words[rank[1]].bare if rank[1] < len(self.words) else ""
        saying = self.words[i].bare.endswith("ا") and after == "الي"  # "مشيرا إلى"
        if rank[1] > rank[0] and not saying and not self.words[i].noun("OrganizationHead"):
            mention = self.mention(i, i + 1, "Person", described=True)
            definite = self.words[i].definite
            return Phrase(i, i + 1, i, PhraseKind.PERSON, mention, minimum=1, maximum=1, definite=definite)
        return None

    def _organization(self, first: int, last: int) -> Mention | None:
        """The known organization that the words of a post name."""
        for i in range(first + 1, last):
            known = self.known(i, last)
            actor = known.actors[0] if known is not None and known.certain and known.actors else None
            if known is not None and actor is not None and actor.kind != "Person":
                return self.mention(i, known.last, actor.kind, actor.iri)
        return None

    def _name_end(self, i: int, end: int) -> int:
        if i >= end or self.words[i].sign or self.words[i].conjunction:
            return i
        known = self.known(i, end)
        if known is not None and any(a.kind == "Person" for a in known.actors):
            return known.last
        return self.names.person(i, end) if not self.words[i].preposition else i

    def _strong_name(self, first: int, last: int) -> bool:
        return last > first + 1 and self.words[first].token.core in self.names.lexicon.given_names

    def _person(self, i: int, first: int, last: int, rank: tuple[int, int], post: tuple[int, int]) -> Phrase:
        name = self.text.string(first, last)
        known = self.known(first, last)
        iri = (
            next((a.iri for a in known.actors if a.kind == "Person"), None)
            if known and known.last == last
            else None
        )
        self.names.surnames[self.words[last - 1].token.folded] = (name, iri)
        if post[1] > post[0]:
            self.names.posts.add((fold(self.text.string(*post)), fold(name)))
        mention = replace(
            self.mention(first, last, "Person", iri),
            rank=self.text.string(*rank) if rank[1] > rank[0] else None,
            post=self.text.string(*post) if post[1] > post[0] else None,
            organization=self._organization(*post),
        )
        return Phrase(i, last, i, PhraseKind.PERSON, mention, minimum=1, maximum=1, definite=True)

    def untitled(self, i: int, end: int) -> Phrase | None:
        """A person by name alone: two name words the first of which is a given name, or a family name named before."""
        word = self.words[i]
        if word.function or word.verb or word.token.is_number:
            return None
        core = word.token.core
        if core in self.names.lexicon.given_names:
            last = self.names.person(i, end)
            credited = i > 0 and self.words[i - 1].bare in _CREDITING and last == i + 1
            if credited or (last > i + 1 and not word.noun(*TRIGGERS)):
                return self._person(i, i, last, _NOWHERE, _NOWHERE)
        full = self.names.surnames.get(core)
        if full is not None:
            mention = self.mention(i, i + 1, "Person", full[1])
            return Phrase(i, i + 1, i, PhraseKind.PERSON, mention, minimum=1, maximum=1, definite=True)
        return None

    # --- what completes a post -----------------------------------------------------------------------------------

    def complement(self, i: int, end: int) -> int:
        """The end of what completes a post: genitives and adjectives, up to a name, rank, verb or clause."""
        j = i
        while j < end and j - i < _LONGEST_POST:
            following = self._completing(i, j, end)
            if following == j:
                break
            j = following
        while j > i and self.words[j - 1].quote:
            j -= 1
        return j

    def _genitive_of_definite(self, i: int) -> bool:
        """Whether word `i` would be the genitive of a post with the article: such has none ("حمل المسؤول حزب ...")."""
        w = self.words[i]
        return self.words[i - 1].definite and not (w.definite or w.preposition or w.function or w.sign)

    def _completing(self, i: int, j: int, end: int) -> int:
        """The word after what word `j` adds to the complement that starts at word `i`; `j` where it adds nothing."""
        w = self.words[j]
        if w.bare == "باسم" or (w.bare == "اسم" and w.preposition == "ب") or (w.quote and j + 1 < end):
            return j + 1
        if (
            w.bare in particles.DEMONSTRATIVES
            and j + 1 < end
            and self.words[j + 1].definite
            and not w.preposition
        ):
            return j + 2
        if (j == i and self._genitive_of_definite(i)) or self.goes_with_verb(j):
            return j
        known = self.known(j, end) if w.token.is_word and not w.conjunction else None
        if known is not None and known.actors and known.actors[0].kind == "Person":
            return j
        if known is not None and known.certain and self._belongs(i, j):
            return known.last
        if w.preposition in ("ل", "ب") and j == i and w.noun("OrganizationHead", "PlaceHead"):
            return j + 1
        if w.preposition == "ل" and j > i and w.noun("Trigger") and self._org_or_place(j + 1, end):
            return j + 1  # "رئيس وفد المعارضة لمحادثات جنيف"
        of_place = w.bare in ("في", "ل", "لدي") and not w.definite and j <= i + 2
        if of_place and j + 1 < end and self._org_or_place(j + 1, end):
            return j if self._only_there(i, j, end) else j + 1
        return j if self._ends_post(i, j, w, end) else j + 1

    def _only_there(self, i: int, j: int, end: int) -> bool:
        """Whether "في" at word `j` tells where a known official is, not of what: "الرئيس الروسي في موسكو (إن)"."""
        told = j > i and self.words[i - 1].definite and not self.words[j + 1].noun("OrganizationHead")
        known = self.known(j + 1, end) if told else None
        return known is not None and self._name_end(known.last, end) == known.last

    def _belongs(self, i: int, j: int) -> bool:
        """Whether the name at word `j` completes the post: "أمين حزب س", "محافظ لحلب", "الأمين العام للأمم المتحدة"."""
        preposition, before = self.words[j].preposition, self.words[j - 1]
        described = j == i + 1 and before.definite
        return not preposition or (preposition in "لب" and j == i) or (preposition == "ل" and described)

    def _ends_post(self, i: int, j: int, w: Word, end: int) -> bool:
        if self.names.stops(w) or (w.noun("Title") and j > i and not w.noun("OrganizationHead")):
            return True
        if w.token.core in self.names.lexicon.given_names:
            return True
        if not w.definite and not w.readings and not self.names.lexicon.known(w.bare) and j > i:
            return True
        if w.noun(*TRIGGERS) and not w.definite and not w.noun("OrganizationHead"):
            return not (j == i and j + 1 < end and self.words[j + 1].definite)
        return False

    def _org_or_place(self, i: int, end: int) -> bool:
        return bool(self.words[i].noun("OrganizationHead", "PlaceHead")) or self.known(i, end) is not None
