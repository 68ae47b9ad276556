"""Attribution: who says which words of the article.

Verbs of saying open a scope that runs on from them; "بحسب", "وفق ما أعلن" close one that lies before them. The scope of
a speaker lasts until another speaks, a new paragraph begins without "وأضاف", or the article's own voice returns
(annotation guidelines, "Attribution lasts").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from waqia.arabic import particles

from .clauses import Clause, ClauseKind
from .lexicon import Lexicon
from .operators import Operator
from .phrases import Phrase
from .sayings import Sayings
from .scene import Scene
from .speakers import Speaker, Speakers
from .templates import Certainty
from .voices import Quotations, own, turns
from .words import Sentence, Text, Word

_MEANWHILE = frozenset({"فيما", "بينما"})
_PRESENT = ("ي", "ت")
_UNVERIFIED = frozenset({"يتسن", "يتسني", "يتمكن", "تتمكن", "يمكن", "تعذر"})
_VERIFYING = frozenset({"تحقق", "تاكد", "تثبت"})
_RELATIVE_ADJECTIVE = frozenset({"واقع", "واقعه", "واقعين", "خاضع", "خاضعه"})


@dataclass(frozen=True)
class Attribution:
    """The speaker of every word of a sentence (none: the article itself) and the operators over it.

    `certainty` tells how sure the words are that are not simply stated, `spoken` who was found to speak by the operator
    at a word.
    """

    speakers: dict[int, Speaker]
    operators: tuple[Operator, ...]
    certainty: dict[int, Certainty]
    spoken: dict[int, Speaker] = field(default_factory=dict, compare=False)


class Attributor:
    """Goes through the sentences of an article in order, with who spoke last in mind."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.speakers = Speakers(text)
        self.running: Speaker | None = None  # whose words go on into the next sentence
        self.quoted = False  # whether they were given as a direct quotation
        self.quotations = Quotations(text)
        self.paragraph = -1

    def sentence(
        self, sentence: Sentence, clauses: Sequence[Clause], phrases: Sequence[Phrase]
    ) -> Attribution:
        """Attribute the words of the next sentence."""
        scene = Scene(self.text, self.lexicon, sentence, clauses, phrases)
        operators = Sayings(scene).read()
        carried = self._carried(sentence)
        speakers = dict.fromkeys(range(sentence.first, sentence.last), carried) if carried is not None else {}
        spoken: dict[int, Speaker] = {}
        for n, op in enumerate(operators):
            speaker = self._speaker(op, scene, operators, spoken)
            if op.stance == "Claims":
                operators[n] = self.speakers.claimer(op, scene)
            if speaker is None:
                if op.speech and scene.impersonal(op.word):
                    carried = None  # "تفيد الأنباء بأن": not who spoke before
                    for i in range(op.word, op.last):
                        speakers.pop(i, None)
                continue
            spoken[op.word] = speaker
            self._spread(speaker, op, scene, speakers, carried)
        self._note_running(sentence, operators, spoken, carried)
        self.speakers.remember(phrases)
        self.quotations.note(sentence)
        self.paragraph = sentence.paragraph
        return Attribution(speakers, tuple(operators), self._certainty(scene, operators), spoken)

    # --- who goes on speaking ----------------------------------------------------------------------------------------

    def _carried(self, sentence: Sentence) -> Speaker | None:
        """Whose words go on from the sentence before."""
        if self.running is None or sentence.headline or sentence.paragraph != self.paragraph:
            return None
        if self.quotations.goes_on(sentence):
            return self.running
        return None if self.quoted or own(self.text, sentence) else self.running

    def _note_running(
        self,
        sentence: Sentence,
        operators: Sequence[Operator],
        spoken: dict[int, Speaker],
        carried: Speaker | None,
    ) -> None:
        """Keep whose words go on: the last who spoke for himself, not inside another's words."""
        if sentence.headline:
            return
        outer = [op for op in operators if op.word in spoken and not op.nested]
        claimed = any(op.stance == "Claims" for op in operators)
        self.running = spoken[outer[-1].word] if outer and not claimed else None if claimed else carried
        self.quoted = self.quotations.direct(outer[-1]) if outer else self.quoted and carried is not None

    # --- scopes ------------------------------------------------------------------------------------------------------

    def _speaker(
        self, op: Operator, scene: Scene, operators: Sequence[Operator], spoken: dict[int, Speaker]
    ) -> Speaker | None:
        """Who is credited with the scope of an operator; None where nobody is."""
        if not op.speech and op.stance != "Claims":
            return None
        if op.subject is None and "relays" not in op.flags:
            return self._going_on(op, scene, operators, spoken)
        found = self.speakers.of(op, scene)
        if found is None:
            return self._going_on(op, scene, operators, spoken)
        speaker, phrase = found
        if "inner" in op.flags and spoken:
            speaker = replace(speaker, relay=list(spoken.values())[-1].source)
        speaker = self._with_relay(op, speaker, operators, spoken)
        if not scene.sentence.headline:
            self.speakers.spoken.append((speaker, phrase))
        return None if op.stance == "Claims" else speaker

    def _going_on(
        self, op: Operator, scene: Scene, operators: Sequence[Operator], spoken: dict[int, Speaker]
    ) -> Speaker | None:
        """The speaker of a verb or participle without a subject: who spoke last."""
        if op.postposed or op.stance == "Claims" or scene.impersonal(op.word):
            return None
        if op.stance == "Fears" and op.reading is not None and op.reading.form.passive:
            return None  # "يخشى أن"
        participle = op.reading is not None and op.reading.form.kind == "participle"
        outer = [spoken[o.word] for o in operators if o.word in spoken and not o.nested and not o.postposed]
        if (participle or "appeal" in op.flags) and outer:
            return outer[-1]
        if "appeal" in op.flags and scene.sentence.paragraph != self.paragraph:
            return None
        last = self.speakers.agreeing(op, scene)
        return last[0] if last is not None else None

    def _with_relay(
        self, op: Operator, speaker: Speaker, operators: Sequence[Operator], spoken: dict[int, Speaker]
    ) -> Speaker:
        """The medium that is named first only relays: "ووفقا للأناضول فقد أوضحت مصادر"."""
        first = operators[0]
        medium = (
            first.entry == "according" and not first.postposed and first.word in spoken and first is not op
        )
        if (
            medium
            and speaker.relay is None
            and spoken[first.word].source.kind == "MediaOrganization"
            and not op.postposed
        ):
            return replace(speaker, relay=spoken[first.word].source)
        return speaker

    def _spread(
        self,
        speaker: Speaker,
        op: Operator,
        scene: Scene,
        speakers: dict[int, Speaker],
        carried: Speaker | None,
    ) -> None:
        """Credit the speaker with the scope of the operator."""
        if carried is not None and speaker is not carried:
            for i in self._freed(op, scene):
                speakers.pop(i, None)
        for i in range(op.first if op.objective or op.opener is None else op.opener, op.last):
            speakers[i] = speaker
        for i in self._glosses(op, scene):
            speakers.pop(i, None)
        if op.opener is not None and not op.postposed:
            for i in range(self._quotation_end(op.opener, scene), op.last):
                speakers.pop(i, None)

    def _freed(self, op: Operator, scene: Scene) -> Iterator[int]:
        """The words around a new speaker's that the last one did not say: after "بحسب", before the new one's words."""
        if op.postposed:
            yield from range(op.last, scene.sentence.last)
        elif not op.nested:
            turned = any(turns(scene.words[k : op.word]) for k in range(op.word - 3, op.word))
            yield from range(scene.sentence.first if turned else op.word, op.opener or op.word)

    def _glosses(self, op: Operator, scene: Scene) -> Iterator[int]:
        """The words in which the article explains what is said.

        They are relative clauses set off by a comma or "و" ("، الذي", "والتي") or about the speaker, and "فيما" with
        what goes on.
        """
        if op.postposed:
            return
        for clause in scene.clauses:
            if not op.word < clause.first < op.last:
                continue
            first, before = scene.words[clause.first], scene.words[clause.first - 1]
            apart = bool(first.conjunction) or before.bare in ("،", ",")
            if (
                clause.kind is ClauseKind.RELATIVE
                and op.subject is not None
                and op.subject.last == clause.first
            ):
                yield from range(clause.first, self._told_of_speaker(op, clause, scene))
            elif clause.kind is ClauseKind.RELATIVE and apart:
                yield from range(clause.first, clause.last)
            elif first.bare in _MEANWHILE and self._goes_on(scene.words[clause.first + 1 : clause.first + 2]):
                yield from range(clause.first, op.last)

    def _told_of_speaker(self, op: Operator, clause: Clause, scene: Scene) -> int:
        """The end of a relative clause about the speaker: at his words, else after the first phrase of the clause."""
        if op.opener is not None:
            return min(clause.last, op.opener)
        return next((p.last for p in scene.phrases if clause.first < p.first < clause.last), clause.last)

    def _goes_on(self, words: Sequence[Word]) -> bool:
        return any(
            w.verb
            and w.use("Saying") is None
            and w.bare.startswith(_PRESENT)
            and any(a.form.kind == "present" for a in w.readings)
            for w in words
        )

    def _quotation_end(self, opener: int, scene: Scene) -> int:
        """Where a direct quotation ends that only a relative clause of the article's own follows."""
        last, words = scene.sentence.last, scene.words
        opens = opener + 1 if words[opener].bare == ":" else opener
        close = scene.quotes(opens) if opens < last else None
        if close is None or close >= last:
            return last
        after = next((w for w in words[close + 1 : last] if not w.sign), None)
        if after is None:
            return last
        relative = after.token.core in particles.RELATIVES or after.bare in _RELATIVE_ADJECTIVE
        return close + 1 if relative or after.bare in particles.RELATIVES else last

    # --- certainty ---------------------------------------------------------------------------------------------------

    def _certainty(self, scene: Scene, operators: Sequence[Operator]) -> dict[int, Certainty]:
        """How sure the words are that are not simply stated."""
        sentence = scene.sentence
        everything = range(sentence.first, sentence.last)
        found: dict[int, Certainty] = {}
        for op in operators:
            if op.stance in ("Alleges", "Accuses", "Suspects"):
                found |= dict.fromkeys(range(op.first, op.last), Certainty.ALLEGED)
        rumour = next((p for p in scene.phrases if p.part == "rumour"), None)
        if rumour is not None:
            found |= dict.fromkeys(range(rumour.first, sentence.last), Certainty.UNCONFIRMED)
        if self._unverified(sentence) or self._unverified_after(sentence):
            found |= dict.fromkeys(everything, Certainty.UNCONFIRMED)
        return found

    def _unverified_after(self, sentence: Sentence) -> bool:
        following = self.text.sentences[sentence.number + 1 : sentence.number + 2]
        return any(self._unverified(s) and s.last - s.first < 16 for s in following)

    def _unverified(self, sentence: Sentence) -> bool:
        """Whether a sentence says that what is told could not be verified: "لم يتسن التحقق من"."""
        words = self.text.words[sentence.first : sentence.last]
        for n, word in enumerate(words):
            if word.bare in _UNVERIFIED and any(w.bare in _VERIFYING for w in words[n + 1 : n + 6]):
                return True
        return False


__all__ = ["Attribution", "Attributor", "Operator", "Speaker"]
