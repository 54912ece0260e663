"""More of how keys are told on pages that people write, and what only looks like it: each way by itself."""

from __future__ import annotations

from typing import Any

import pytest
import scoring
import yaml
from heard import read

WAYS: list[dict[str, Any]] = [
    way
    for name in ("said.yaml", "said_languages.yaml", "said_own_words.yaml", "said_places.yaml")
    for way in yaml.safe_load((scoring.DOCUMENTS / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("way", WAYS, ids=[way["way"] for way in WAYS])
def test_a_way_of_telling_is_read(way: dict[str, Any]) -> None:
    found = read(way["text"], way.get("page", "page.txt")).options
    assert [f"{'>'.join((*one.path, one.key))}: {one.topic}" for one in found] == way["told"]
    if "numbers" in way:
        assert [one.number for one in found] == way["numbers"]
