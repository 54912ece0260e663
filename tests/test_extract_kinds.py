"""Telling documents with a phone menu, and lists of keys, from others, by the weights of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import scoring
from learned_keys import weights_of_keys
from learned_kinds import weights_of_kinds
from learned_lists import weights_of_lists
from scoring import options_of, read

from ivr.prose import key_words, list_words
from ivr.prose.opened import read_document
from ivr.prose.runs import run_of

if TYPE_CHECKING:
    from golden import Golden

pytestmark = pytest.mark.usefixtures("untraced")


def test_the_weights_of_documents_are_those_learned(golden: Golden) -> None:
    golden("../ivr/prose/kinds.txt", weights_of_kinds())


def test_the_weights_of_lists_are_those_learned(golden: Golden) -> None:
    golden("../ivr/prose/list_words.txt", weights_of_lists())


def test_the_weights_of_keys_are_those_learned(golden: Golden) -> None:
    golden("../ivr/prose/key_words.txt", weights_of_keys())


LISTS = {
    "please telephone (01) 555 0172 on weekdays and select from the following:": (
        ("To confirm your appointment", "To cancel or change it", "Medical secretaries", "Something else"),
        True,
    ),
    "How to descale the kettle:": (
        ("Fill it with water.", "Add the powder.", "Wait for an hour.", "Rinse it twice."),
        False,
    ),
}


@pytest.mark.parametrize("lead", LISTS)
def test_a_list_of_keys_is_told_from_one_of_steps_by_its_words(lead: str) -> None:
    lines, of_keys = LISTS[lead]
    page = f"{lead}\n\n" + "".join(f"{at}. {line}\n" for at, line in enumerate(lines, 1))
    blocks = read_document(page.encode(), "page.md").blocks
    run = run_of(blocks, 1, blocks[1], len(lines))
    assert (list_words.likeness(blocks, run) > 0) is of_keys


@pytest.mark.parametrize(
    ("text", "key", "likely"),
    [
        ("Call us. For repairs, press 3 and wait for an agent to answer.", "3", True),
        ("Bake the cake for 3 hours at 180 degrees and turn it once.", "3", False),
        ("Ward 4 is on floor 2, next to the lifts and the shop.", "2", False),
    ],
)
def test_a_key_is_told_from_other_digits_by_the_words_around_it(text: str, key: str, *, likely: bool) -> None:
    blocks = read_document(text.encode(), "page.txt").blocks
    (named,) = (one for one in key_words.words_of(blocks[0].words, blocks[0].marker).named if one.key == key)
    like = key_words.likeness(blocks, 0, named)
    assert like > 0 if likely else like < key_words.SURELY_NONE


def keys_in(name: str) -> int:
    return len(options_of(read(scoring.DOCUMENTS / "mended" / name)))


def test_a_list_that_its_words_show_to_be_a_menu_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    found = keys_in("dental_front_desk_binder.md")
    monkeypatch.setattr(list_words, "SURELY_KEYS", 10**6)
    assert keys_in("dental_front_desk_binder.md") == found - 4


def test_a_digit_that_the_words_around_it_show_to_be_none_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    found = keys_in("library_service_phone_sheet.txt")
    monkeypatch.setattr(key_words, "SURELY_NONE", -(10**6))
    assert keys_in("library_service_phone_sheet.txt") == found + 1
