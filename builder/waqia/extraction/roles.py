"""Roles: which phrases are agent, object, victims and places of a trigger, by its frame.

A phrase has one role in a clause. What decides: its place (subject, object, genitive), its preposition as the frame
of the trigger reads it, and its kind, since "قصف الطيران" names who strikes and "قصف البلدة" what is struck.
"""

from __future__ import annotations

from .noun_roles import NounRoles
from .slots import Slots
from .triggers import Trigger
from .verb_roles import VerbRoles


class RoleReader(VerbRoles, NounRoles):
    """Fills the slots of the triggers of one sentence."""

    def read(self, trigger: Trigger) -> Slots:
        """The slots of a trigger."""
        slots = Slots()
        frame = self.lexicon.frames[trigger.frame]
        if trigger.verb:
            self._verbal(trigger, frame, slots)
        else:
            self._nominal(trigger, frame, slots)
        return slots


__all__ = ["RoleReader", "Slots"]
