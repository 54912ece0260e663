"""Telling documents with a phone menu from those of other things, by the weights of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learned_kinds import labelled, learned, written

if TYPE_CHECKING:
    from golden import Golden


def test_the_weights_are_those_learned_from_the_documents(golden: Golden) -> None:
    golden("../ivr/prose/kinds.txt", written(learned(labelled())))
