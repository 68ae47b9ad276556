"""The type of a mention: what the trigger denotes, made finer by means and manner, or refused for want of what it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..knowledge import Knowledge
from .lexicon import Lexicon
from .phrases import Phrase, PhraseKind
from .roles import Slots
from .triggers import Trigger
from .words import Sentence, Text

_FINER = {
    "Attack": ("SuicideBombing", "Airstrike", "DroneStrike", "Shelling", "CarBombing", "LandmineExplosion", "Bombing", "Shooting", "ChemicalAttack"),
    "Bombing": ("SuicideBombing", "CarBombing", "LandmineExplosion"),
    "Shelling": ("Airstrike", "DroneStrike", "ChemicalAttack"),
    "Airstrike": ("DroneStrike",),
    "Destruction": ("Airstrike", "DroneStrike", "Shelling"),
    "Killing": ("SuicideBombing", "Airstrike", "Shelling", "CarBombing", "LandmineExplosion", "Bombing", "Shooting"),
    "Offensive": ("SuicideBombing", "Airstrike", "Raid"),
}


def refine(text: Text, sentence: Sentence, phrases: Sequence[Phrase], trigger: Trigger, slots: Slots, lexicon: Lexicon, knowledge: Knowledge) -> str | None:
    """The most specific type that the words around the trigger support; None where the word means nothing here."""
    base = trigger.type
    cues = set(_cues(text, trigger, slots, lexicon))
    if trigger.frame == "blast" and trigger.verb and _blew_himself(text, trigger):
        return "SuicideBombing"
    if base == "Bombing" and _bomber(slots):
        cues.add("SuicideBombing")
    for finer in _FINER.get(base, ()):
        if finer in cues:
            return finer
    if base == "Capture" and trigger.frame == "take" and _held(text, trigger, sentence):
        return "Control"
    if base == "Offensive":
        return _operation(text, trigger, slots, cues)
    return base


def _held(text: Text, trigger: Trigger, sentence: Sentence) -> bool:
    """A main clause that says that a side holds a place: "تسيطر ... على", "تقع تحت سيطرة"."""
    words = text.words
    if trigger.verb:
        return trigger.analysis.form.kind == "present" and not sentence.headline and words[trigger.word].token.preposition != "س" and words[trigger.word - 1].bare not in ("ان", "قد", "لم")
    return words[trigger.word - 1].bare == "تحت" and any(w.bare in ("تقع", "يقع") for w in words[max(trigger.clause.first, trigger.word - 8) : trigger.word])


def _blew_himself(text: Text, trigger: Trigger) -> bool:
    return any(w.bare in ("نفسه", "نفسها", "انفسهم", "نفسيهما", "انفسهما") for w in text.words[trigger.word + 1 : trigger.word + 4])


def _bomber(slots: Slots) -> bool:
    return any(p.victim_kind == "Attacker" and "نتحار" in p.mention.text for p in slots.agents)


def _cues(text: Text, trigger: Trigger, slots: Slots, lexicon: Lexicon) -> Iterator[str]:
    """The types that adjectives, means and the one who acts hint at."""
    at = max(trigger.word, trigger.collocate or 0)
    genitive = trigger.frame in ("kill", "perish", "toll") and trigger.collocate is None
    for word in text.words[at + 1 : at + 5]:
        reading = word.use("Method")
        if reading is None or reading.entry.part not in ("manner", "operation"):
            if word.sign or word.verb or not word.adjectival or word.conjunction:
                if word.conjunction and reading is None:
                    break
                if not word.adjectival:
                    break
            continue
        if not word.preposition and not genitive:
            yield reading.entry.denotation
    for phrase in (*slots.weapons, *slots.agents):
        for word in text.words[phrase.first : phrase.last]:
            reading = word.use("Method")
            if reading is not None and (phrase.kind in (PhraseKind.METHOD, PhraseKind.THING) or reading.entry.part == "bomber"):
                yield reading.entry.denotation
        if phrase.kind is PhraseKind.ORGANIZATION and phrase.mention.kind == "AirForce":
            yield "Airstrike"
        if phrase.kind is PhraseKind.METHOD and phrase.part == "aircraft":
            yield "Airstrike"


def _operation(text: Text, trigger: Trigger, slots: Slots, cues: set[str]) -> str | None:
    """An operation or campaign counts where it is a military one, somebody armed runs it, or it bears a name."""
    near = text.words[trigger.word + 1 : trigger.word + 4]
    if any(_police(p) for p in slots.agents) or any(w.bare in ("ملاحقه", "تمشيط", "دهم", "تفتيش") and w.preposition for w in near):
        return "Raid" if trigger.carrier is not None or cues else None
    named = len(near) > 1 and not near[0].definite and near[1].definite and not near[1].preposition
    if near and (near[0].quote or named) and slots.agents:
        return "Offensive"
    if near and near[0].token.is_word and not near[0].definite and not near[0].adjectival and not near[0].function and not near[0].preposition:
        return None
    military = any(w.bare.startswith(("عسكري", "هجومي", "برى", "قتالي")) for w in near)
    against = any(p.preposition in ("ضد", "علي") for p in slots.objects)
    if military or (slots.agents and (against or trigger.carrier is not None)):
        return "Offensive"
    return "Offensive" if text.words[trigger.word].definite else None


def _police(p: Phrase) -> bool:
    return p.mention.kind in ("Police", "SecurityForce", "IntelligenceService") or p.victim_kind == "PoliceOfficer"


def _armed(phrase: Phrase) -> bool:
    if phrase.kind is PhraseKind.METHOD:
        return True
    if phrase.kind is PhraseKind.GROUP:
        return phrase.organization is not None or phrase.victim_kind in ("Combatant", "Attacker", "Soldier", "PoliceOfficer", "Officer")
    return phrase.kind is PhraseKind.ORGANIZATION and phrase.mention.kind not in ("MediaOrganization", "Organization", "MonitoringOrganization", "Court")


_MILITARY = frozenset("عسكري عسكريه مسلح مسلحه مقاتل امني امنيه".split())


def enough(text: Text, trigger: Trigger, type_: str, slots: Slots, phrases: Sequence[Phrase], sentence: Sentence) -> bool:
    """Whether what the lexicon entry needs is there."""
    if type_ == "Killing" and not slots.victims and not trigger.analysis.pronoun and trigger.collocate is None:
        return False
    if _mishap(text, trigger, sentence) and type_ in ("Killing", "Destruction"):
        return False
    if type_ in ("Attack", "Killing") and not trigger.verb and trigger.analysis.form.number == 3 and trigger.carrier is None and trigger.relative is None:
        if not text.words[trigger.word].definite and not slots.objects and not slots.agents:
            return False
    if trigger.frame in ("take", "liberate") and _holding(text, trigger):
        return False
    if type_ == "Talks" and any(w.bare in ("صحفي", "صحافي", "اعلامي", "تلفزيوني") for w in text.words[trigger.word + 1 : trigger.word + 3]):
        return False
    needs = trigger.entry.needs
    everyone = (*slots.agents, *slots.objects, *slots.supporters)
    checks = {
        "armed": lambda: any(_armed(p) for p in everyone),
        "object": lambda: bool(slots.objects or slots.victims or slots.places) or slots.subject_trigger is not None,
        "place": lambda: bool(slots.places) or any(p.located for p in slots.objects),
        "person": lambda: any(p.human for p in (*slots.objects, *slots.victims)),
        "victim": lambda: bool(slots.victims),
        "method": lambda: type_ != trigger.type,
        "plural": lambda: trigger.analysis.form.number == 3 and not text.words[trigger.word].preposition,
        "weak": lambda: any(_armed(p) for p in everyone) and bool(slots.places or slots.objects),
        "forces": lambda: any((p.kind is PhraseKind.ORGANIZATION and _armed(p)) or p.victim_kind in ("Combatant", "Soldier") or p.part in ("arms", "vehicle", "forces") for p in (*slots.forces, *slots.objects)),
        "arms": lambda: any(_is_arms(text, p) for p in (*slots.arms, *slots.objects, *slots.weapons, *slots.forces)),
        "control": lambda: any(w.bare == "سيطره" for w in text.words[trigger.word + 1 : trigger.word + 8]),
        "hands": lambda: any(p.preposition in ("ب", "في يد", "في ايدي", "في قبضه", "تحت سيطره") for p in slots.agents),
        "hostile": lambda: False,
        "carried": lambda: trigger.carrier is not None or trigger.relative is not None,
        "court": lambda: any(p.mention.kind == "Court" for p in phrases) or any(w.bare in ("محكمه", "قضاء", "نيابه", "تهمه", "محاكمه") for w in text.words[sentence.first : sentence.last]),
    }
    return all(checks[n]() for n in needs if n in checks)


def _mishap(text: Text, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether the deaths are those of an accident, a disaster or a disease."""
    for i in range(trigger.word + 1, min(trigger.word + 14, sentence.last)):
        w = text.words[i]
        if w.noun("Mishap"):
            before = text.words[i - 1]
            if w.preposition in ("ب", "ل") or before.bare in ("في", "جراء", "اثر", "بعد", "نتيجه", "بسبب", "عندما", "من", "خلال"):
                return not any(x.bare.startswith(("امني", "ارهابي", "قصف", "تفجير")) for x in text.words[i + 1 : i + 3])
        if w.verb and w.bare in ("تحطمت", "تحطم", "انهار", "غرق", "غرقت", "انقلبت"):
            return True
    return False


def _holding(text: Text, trigger: Trigger) -> bool:
    """A relative clause that only says who holds a place ("التي تسيطر عليها", "الخاضعة لسيطرة") tells no taking."""
    words = text.words
    if trigger.verb:
        relative = trigger.clause.kind == "relative" or (trigger.clause.number > 0 and not words[trigger.clause.first].conjunction and trigger.clause.first == trigger.word)
        present = trigger.analysis.form.kind == "present"
        later = any(w.bare in ("منذ", "عام", "مايو") for w in words[trigger.word : trigger.clause.last])
        return relative and present and not later
    before = words[trigger.word - 1] if trigger.word else None
    if before is not None and before.bare == "تحت":
        return not any(w.bare in ("باتت", "بات", "اصبحت", "اصبح", "تقع", "يقع", "بدورها") for w in words[max(trigger.clause.first, trigger.word - 8) : trigger.word])
    return words[trigger.word].preposition == "ل" and before is not None and before.bare.startswith("خاضع")


def _is_arms(text: Text, phrase: Phrase) -> bool:
    return any((r := w.use("Thing")) is not None and r.entry.part == "arms" or any(a.entry.use == "Thing" and a.entry.part == "arms" for a in w.readings) for w in text.words[phrase.first : phrase.last])
