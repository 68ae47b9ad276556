"""Who answers for a happening: who claims it, who is accused or suspected of it and is therefore no perpetrator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .operators import Operator
from .phrases import Phrase
from .templates import Role
from .trace import Rule
from .triggers import Trigger

_OF_SUSPECTS = frozenset({"Arrest", "Raid", "Trial", "Release"})
Roles = tuple[tuple[Role, Phrase], ...]
_FOLLOWED = frozenset({"Killing"})  # deaths are claimed with what caused them


def answering(
    trigger: Trigger, roles: Roles, operators: Sequence[Operator], found: Sequence[Trigger]
) -> Roles:
    """The roles of a trigger with its claimers and the accused; these do not stay agents."""
    out = roles
    for op in operators:
        if op.stance == "Claims":
            out += _claimer(trigger, op, found)
        elif op.target is not None and _charged(trigger, op, op.target, roles, found):
            out = (*_without(out, op), (Role.ACCUSED, replace(op.target, rule=Rule.CHARGED)))
    return out


def _claimer(trigger: Trigger, op: Operator, found: Sequence[Trigger]) -> Roles:
    who = op.target or op.subject
    if who is None or not who.human or trigger is not _claimed(op, found):
        return ()
    who = replace(who.represented, rule=Rule.CLAIMED)
    return (Role.CLAIMED_BY, who), (Role.AGENT, who)


def _claimed(op: Operator, found: Sequence[Trigger]) -> Trigger | None:
    """What is claimed: the next happening, or the one before where the verb only points back ("هجوم تبنته الحركة")."""
    pointing = op.reading is not None and bool(op.reading.pronoun)
    if pointing:
        return next((t for t in reversed(found) if t.word < op.word), None)
    named = [t for t in found if t.word > op.word and not t.verb]
    return next((t for t in named if t.type not in _FOLLOWED), named[0] if named else None)


def _charged(trigger: Trigger, op: Operator, target: Phrase, roles: Roles, found: Sequence[Trigger]) -> bool:
    """Whether the trigger is what an accusation or suspicion is about."""
    if op.stance == "Accuses" or target.last <= op.word:
        start = max(op.word, target.first) if op.stance == "Accuses" else op.word
        return trigger is next((t for t in found if t.word > start), None)
    if "imputes" in op.flags:
        between = [t for t in found if op.word < t.word < target.first]
        return trigger is (
            between[0] if between else next((t for t in reversed(found) if t.word < op.word), None)
        )
    if any(p.last == op.word for _, p in roles):
        return any(r is Role.AGENT and p.last == op.word for r, p in roles)
    before = next((t for t in reversed(found) if t.word < op.word and t.type not in _OF_SUSPECTS), None)
    return trigger is before and not any(r is Role.AGENT for r, _ in roles)


def _without(roles: Roles, op: Operator) -> Roles:
    """The roles without the accuser and the accused as agents."""
    accuser = op.subject if op.stance == "Accuses" else None
    barred = {p.first for p in (op.target, accuser) if p is not None}
    return tuple((r, p) for r, p in roles if not (r is Role.AGENT and p.first in barred))
