"""Telling documents with a phone menu, and lists of keys, from others, by the weights of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learned_keys import weights_of_keys
from learned_kinds import weights_of_kinds
from learned_lists import weights_of_lists

if TYPE_CHECKING:
    from golden import Golden


def test_the_weights_of_documents_are_those_learned(golden: Golden) -> None:
    golden("../ivr/prose/kinds.txt", weights_of_kinds())


def test_the_weights_of_lists_are_those_learned(golden: Golden) -> None:
    golden("../ivr/prose/list_words.txt", weights_of_lists())


def test_the_weights_of_keys_are_those_learned(golden: Golden) -> None:
    golden("../ivr/prose/key_words.txt", weights_of_keys())
