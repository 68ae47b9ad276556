"""Whom a claim of responsibility, an accusation or a suspicion names."""

from __future__ import annotations

from dataclasses import replace

from .operators import Operator
from .phrases import Phrase
from .scene import Scene

_RESPONSIBILITY = "مسووليه"
_BELONGING = ("انتما", "ارتباط", "صل", "علاق", "ولا")
_REACH = 9


def claim(scene: Scene, op: Operator) -> Operator:
    """The operator with who claims: "تبنى الهجوم تنظيم", "أعلن المتحدث مسؤولية الحركة عن" (on her behalf)."""
    if op.subject is None and op.reading is not None and op.reading.form.number == 1:
        subject = next((p for p in scene.people(op.word + 1, op.word + _REACH) if not p.preposition), None)
        op = replace(op, subject=subject)
    end = min(op.word + 2 * _REACH, scene.sentence.last - 1)
    at = next((k for k in range(op.word, end) if scene.words[k].bare == _RESPONSIBILITY), None)
    owner = scene.phrase(at + 1) if at is not None else None
    return replace(op, target=owner if owner is not None and owner.human else None)


def accusation(scene: Scene, op: Operator) -> Operator:
    """The operator with who is accused ("اتهم X Y ب", "اتهم Y ب") or suspected."""
    if op.stance == "Suspects":
        return replace(op, target=_suspect(scene, op))
    start = op.subject.last if op.subject is not None and op.subject.first > op.word else op.word + 1
    accused = next((p for p in scene.people(start, start + _REACH) if not p.preposition), None)
    if accused is None or any(w.preposition == "ب" or w.verb for w in scene.words[start : accused.first]):
        return replace(op, subject=None, target=op.subject)
    return replace(op, target=accused)


def _suspect(scene: Scene, op: Operator) -> Phrase | None:
    """Who is suspected.

    That is whom they belong to ("يشتبه في انتمائهم إلى"), to whom it is put down ("نسب إلى"), else who stands before
    ("رجلين يشتبه في مشاركتهما").
    """
    words = scene.words
    near = [w.token.folded for w in words[op.word + 1 : op.word + 4]]
    belonging = any(w.removeprefix("ب").startswith(_BELONGING) for w in near)
    if belonging or "imputes" in op.flags:
        after = scene.people(op.word + 1, op.word + _REACH)
        return next((p for p in after if p.preposition in ("ل", "الي", "ب", "مع")), None)
    before = [p for p in scene.phrases if p.last <= op.word and op.word - p.last <= 1 and p.human]
    return before[-1] if before else None
