"""`ivr extract`: one menu written in a thousand ways, and pages of all kinds that tell of none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scoring
import yaml

from ivr.prose.extracted import extract
from ivr.prose.opened import read_document

WAYS: list[dict[str, Any]] = yaml.load(
    (scoring.DOCUMENTS / "layouts.yaml").read_bytes(),
    Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),  # noqa: S506 -- a safe loader, the faster one where there is it
)
"""Menus as lists, tables, trees, steps, letters and sentences tell them, each with its keys.

Those marked `whole: false` are not read rightly yet; whoever makes one right takes the mark away.
"""
NUMBER = "+18005550142"
NOTHING = sorted((scoring.DOCUMENTS / "nothing").iterdir())
"""Pages without a phone menu, half of them made to be mistaken for one: fiction, exams, patents, games, phones."""
FOOLED = frozenset(
    (
        "court-reporter-testimony.txt",
        "home-router-wizard.txt",
        "sports-drill.html",
    )
)
"""Those of them that give keys all the same; whoever mends one takes it from this list."""


@pytest.mark.parametrize("way", WAYS, ids=[way["name"] for way in WAYS])
def test_a_menu_is_read_however_it_is_written(way: dict[str, Any]) -> None:
    there = [scoring.labelled(f"{way.get('number', NUMBER)} {key}") for key in way["keys"]]
    found = scoring.options_of(extract([read_document(way["text"].encode(), way["page"])]))
    extra, missing = scoring.matched(found, there)
    assert (not extra and not missing) is way.get("whole", True), f"too much: {extra}, missing: {missing}"


def test_nearly_all_ways_of_writing_are_read() -> None:
    whole = sum(way.get("whole", True) for way in WAYS)
    print(f"{whole} of {len(WAYS)} ways are read rightly")  # noqa: T201 -- the figure of the evaluation
    assert whole >= 0.85 * len(WAYS)


@pytest.mark.parametrize("path", NOTHING, ids=lambda path: path.name)
def test_no_key_is_found_in_a_page_without_a_menu(path: Path) -> None:
    found = scoring.options_of(scoring.read(path))
    assert bool(found) is (path.name in FOOLED), found
