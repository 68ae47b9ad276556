"""The type of a mention: what the trigger denotes, made finer by means, manner and those who act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .phrases import Phrase, PhraseKind
from .roles import Slots
from .triggers import Trigger
from .words import Sentence, Text, Word

_FINER = {
    "Attack": (
        "SuicideBombing",
        "Airstrike",
        "DroneStrike",
        "Shelling",
        "CarBombing",
        "LandmineExplosion",
        "Bombing",
        "Shooting",
        "ChemicalAttack",
        "Offensive",
    ),
    "Bombing": ("SuicideBombing", "CarBombing", "LandmineExplosion"),
    "Shelling": ("Airstrike", "DroneStrike", "ChemicalAttack"),
    "Airstrike": ("DroneStrike",),
    "Destruction": ("Airstrike", "DroneStrike", "Shelling"),
    "Killing": (
        "SuicideBombing",
        "Airstrike",
        "Shelling",
        "CarBombing",
        "LandmineExplosion",
        "Bombing",
        "Shooting",
    ),
    "Offensive": ("SuicideBombing", "Airstrike", "Raid"),
}
_HIMSELF = frozenset("نفسه نفسها انفسهم نفسيهما انفسهما".split())
_SEARCHES = frozenset("ملاحقه تمشيط دهم تفتيش قبض عثور اعتقال ضبط بحث".split())
_ORDERS = frozenset("امر اوامر مذكره مذكرات".split())
_LIES = frozenset("تقع يقع".split())
_SUBJECT_TO = frozenset("يخضع تخضع".split())
_BEFORE_SUBJUNCTIVE = frozenset("ان قد لم لن كي حتي".split())
_POLICE = frozenset({"Police", "SecurityForce", "IntelligenceService"})
_FLIGHT = frozenset("فر هرب غادر خرج لاذ".split())
_CROWDS = frozenset("الاف مييات عشرات اهالي سكان مدنيين عايلات اسر".split())
_ARMS = frozenset({"arms", "munition", "aircraft", "vehicle"})


def refine(text: Text, sentence: Sentence, trigger: Trigger, slots: Slots) -> str | None:
    """The most specific type that the words around the trigger support; None where the word means nothing here."""
    base, words = trigger.type, text.words
    cues = set(_cues(text, trigger, slots))
    if trigger.frame == "blast" and trigger.verb and _himself(words, trigger):
        return "SuicideBombing"
    if base == "Bombing" and _bomber(slots):
        return "SuicideBombing"
    if "DroneStrike" in cues:
        cues.discard("SuicideBombing")  # "مسيرة انتحارية"
    if trigger.entry.lemma != "هجوم":
        cues.discard("Offensive" if base == "Attack" else "")
    for finer in _FINER.get(base, ()):
        if finer in cues:
            return finer
    if base == "Capture" and trigger.frame in ("take", "fall") and _held(text, trigger, sentence):
        return "Control"
    if base == "Trial" and _carried_out(words, trigger):
        return "Execution"
    if (
        base == "Abduction"
        and trigger.entry.lemma == "احتجز"
        and any(p.mention.kind in _POLICE for p in slots.agents)
    ):
        return "Arrest"
    if base == "Offensive":
        return _operation(text, trigger, slots, cues)
    captives = any(p.victim_kind == "Detainee" for p in (*slots.objects, *slots.victims))
    if base == "Capture" and trigger.frame == "liberate" and captives:
        return "Rescue"
    if base == "Withdrawal" and trigger.entry.lemma in _FLIGHT:
        return _flight(words[max(sentence.first, trigger.word - 4) : trigger.word], slots)
    if base == "Arrest" and words[trigger.word - 1].bare in _ORDERS and trigger.word > sentence.first:
        return "ArrestWarrant"
    if base == "Deployment" and trigger.entry.lemma == "ارسل" and _only_arms(words, slots):
        return "ArmsTransfer"
    return base


# --- means and manner ----------------------------------------------------------------------------------------------


def _cues(text: Text, trigger: Trigger, slots: Slots) -> Iterator[str]:
    """The types that adjectives, means and the one who acts hint at."""
    at = max(trigger.word, trigger.collocate or 0)
    if trigger.frame not in ("kill", "perish", "toll") or trigger.collocate is not None:
        yield from _manners(text.words[at + 1 : at + 5])
    for phrase in slots.weapons:
        if (
            trigger.type != "Destruction" or phrase.preposition
        ):  # "تدمير دبابة": what is destroyed is no means
            yield from _means(text.words[phrase.first : phrase.last])
    for phrase in slots.agents:
        yield from _by_agent(text, phrase)


def _manners(after: tuple[Word, ...]) -> Iterator[str]:
    """The types of the adjectives that follow, as far as they go on."""
    for word in after:
        reading = word.use("Method")
        manner = reading is not None and reading.entry.part in ("manner", "operation")
        if reading is not None and manner:
            if not word.preposition:
                yield reading.entry.denotation
        elif word.sign or word.verb or word.conjunction or not word.adjectival:
            return


def _means(words: tuple[Word, ...]) -> Iterator[str]:
    """What bombs, shells and bullets hint at; "مفخخة" is a car bomb as a noun."""
    yield from (
        a.entry.denotation for w in words if not w.verb for a in w.readings if a.entry.use == "Method"
    )


def _by_agent(text: Text, phrase: Phrase) -> Iterator[str]:
    """Aircraft and air forces strike from the air, bombers blow themselves up."""
    head = text.words[phrase.head].use("Method")
    if head is not None and head.entry.part == "aircraft" and phrase.kind is not PhraseKind.PERSON:
        yield head.entry.denotation
    if phrase.kind is PhraseKind.ORGANIZATION and phrase.mention.kind == "AirForce":
        yield "Airstrike"
    for word in text.words[phrase.first : phrase.last]:
        reading = word.use("Method")
        if reading is not None and (
            phrase.kind in (PhraseKind.METHOD, PhraseKind.THING) or reading.entry.part == "bomber"
        ):
            yield reading.entry.denotation


def _himself(words: tuple[Word, ...], trigger: Trigger) -> bool:
    return any(w.bare in _HIMSELF for w in words[trigger.word + 1 : trigger.word + 4])


def _bomber(slots: Slots) -> bool:
    return any(p.victim_kind == "Attacker" and "نتحار" in p.mention.text for p in slots.agents)


# --- by what it is about -------------------------------------------------------------------------------------------


def _held(text: Text, trigger: Trigger, sentence: Sentence) -> bool:
    """A main clause that says that a side holds a place: "تسيطر ... على", "تقع تحت سيطرة", "باتت ... تسيطر"."""
    words, at = text.words, trigger.word
    before = words[max(trigger.clause.first, at - 8) : at]
    if not trigger.verb:
        subject_to = words[at].preposition == "ل" and any(w.bare in _SUBJECT_TO for w in before)
        return subject_to or (words[at - 1].bare == "تحت" and any(w.bare in _LIES for w in before))
    if trigger.frame == "fall":  # "تقع تحت سيطرة"
        return words[at].bare in _LIES and words[at].token.preposition != "س"
    if trigger.analysis.form.kind != "present" or sentence.headline or words[at].token.preposition == "س":
        return False
    return words[at - 1].bare not in _BEFORE_SUBJUNCTIVE


def _carried_out(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a sentence of death was carried out: "نفذت السلطات حكم الإعدام"."""
    light = words[trigger.carrier].use("LightVerb") if trigger.carrier is not None else None
    death = trigger.collocate is not None and words[trigger.collocate].bare == "اعدام"
    return death and light is not None and light.entry.lemma == "نفذ"


def _operation(text: Text, trigger: Trigger, slots: Slots, cues: set[str]) -> str | None:
    """An operation or campaign counts where it is a military one, somebody armed runs it, or it bears a name."""
    near = text.words[trigger.word + 1 : trigger.word + 4]
    taking = near[0].noun("Trigger") if near else None
    if trigger.collocate is not None or (taking is not None and taking.entry.frame == "liberate"):
        return "Offensive"
    if near and _plain(near[0]) and not _named(near):
        return None
    police = any(p.mention.kind in _POLICE or p.victim_kind == "PoliceOfficer" for p in slots.agents)
    if police or any(w.bare in _SEARCHES and w.preposition for w in near):
        told = trigger.carrier is not None or trigger.relative is not None or slots.places
        return "Raid" if told or cues else None
    if _named(near) and slots.agents:
        return "Offensive"
    if near and _plain(near[0]):
        return None
    military = any(w.bare.startswith(("عسكري", "هجومي", "بري", "قتالي")) for w in near)
    against = any(p.preposition in ("ضد", "علي") for p in slots.objects)
    if military or (slots.agents and (against or trigger.carrier is not None)):
        return "Offensive"
    qualified = near and (near[0].definite or near[0].adjectival) and not near[0].preposition
    return "Offensive" if text.words[trigger.word].definite and not qualified else None


def _named(near: tuple[Word, ...]) -> bool:
    if not near:
        return False
    construct = len(near) > 1 and not near[0].definite and near[1].definite and not near[1].preposition
    return near[0].quote or construct


def _plain(word: Word) -> bool:
    """Whether it is an ordinary noun: "عملية شراء", "حملة تبرعات"."""
    qualified = word.definite or word.adjectival or word.function or word.preposition
    return word.token.is_word and not qualified


def _flight(before: tuple[Word, ...], slots: Slots) -> str | None:
    """Who flees: prisoners break out, people are displaced, fighters withdraw; that attackers got away is no event."""
    subject = next(iter((*slots.agents, *slots.victims, *slots.objects)), None)
    if subject is None and any(w.bare in _CROWDS for w in before):
        return "Displacement"
    if subject is None or subject.kind is not PhraseKind.GROUP:
        return "Withdrawal"
    if subject.victim_kind == "Detainee":
        return "PrisonBreak"
    if subject.mention.kind == "Protesters":
        return "Protest"
    if subject.victim_kind == "Attacker":
        return None
    armed = subject.organization is not None or subject.victim_kind in (
        "Combatant",
        "Soldier",
        "PoliceOfficer",
        "Officer",
    )
    return "Withdrawal" if armed else "Displacement"


def _only_arms(words: Sequence[Word], slots: Slots) -> bool:
    """Whether what is sent is arms and no men; aeroplanes are sent to fight, drones may be a delivery."""
    sent = [p for p in (*slots.forces, *slots.weapons, *slots.arms) if not p.located]
    arms = all(p.kind in (PhraseKind.THING, PhraseKind.METHOD) and p.part in _ARMS for p in sent)
    return bool(sent) and arms and not all(_manned(words, p) for p in sent)


def _manned(words: Sequence[Word], phrase: Phrase) -> bool:
    drone = any(
        a.entry.denotation == "DroneStrike" for w in words[phrase.first : phrase.last] for a in w.readings
    )
    return phrase.part == "aircraft" and not drone
