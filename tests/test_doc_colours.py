"""The colours of a specification on a dark screen: none is forgotten, and words can be read on every ground."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import ivr.specification
from ivr.drawing.palette import ALARM, ALARM_PAPER, FRAME, INK, MUTED, PAPER, colours
from ivr.loader import load
from ivr.nodes import kinds
from ivr.specification import html_of, printed, specification

FOLDER = Path(ivr.specification.__file__).parent
ROOT = Path(__file__).resolve().parent.parent
READABLE = 4.5
"""What WCAG AA asks of words."""
GROUNDS = {PAPER, FRAME, *(colours(kind.shape).ground for kind in kinds().values()), colours("contact").ground}


@cache
def dark() -> dict[str, str]:
    """Give the counterpart of every colour."""
    rules = re.findall(
        r'\.sheet \[(fill|stroke)="(#\w+)"\] \{ \1: (#\w+); \}', (FOLDER / "dark.css").read_text("utf-8")
    )
    found = {old: new for _, old, new in rules}
    assert len(rules) == 2 * len(found)
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("name", ["clinic", "broken-clinic", "caremark-austin"])
def test_every_colour_of_a_drawing_has_a_counterpart(name: str) -> None:
    flow = load(ROOT / "flows" / f"{name}.yaml").flow
    assert flow is not None
    text = html_of(printed(specification(flow, date(2026, 3, 2), ())))
    used = set(re.findall(r'<(?:path|text|rect)[^>]*? (?:fill|stroke)="(#\w+)"', text))
    assert used <= dark().keys()


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_the_colours_of_every_kind_have_counterparts(kind: str) -> None:
    assert set(colours(kinds()[kind].shape)) <= dark().keys()


@pytest.mark.parametrize("ground", sorted(GROUNDS))
def test_words_of_drawings_can_be_read_on_a_dark_screen(ground: str) -> None:
    assert contrast(dark()[INK], dark()[ground]) >= READABLE
    assert contrast(dark()[MUTED], dark()[ground]) >= READABLE


def test_what_is_missing_and_what_is_a_line_can_be_read_on_a_dark_screen() -> None:
    assert contrast(dark()[ALARM], dark()[ALARM_PAPER]) >= READABLE
    assert contrast(dark()[PAPER], dark()[INK]) >= READABLE


def test_words_of_the_page_can_be_read_on_light_and_dark_screens_and_on_paper() -> None:
    style = (FOLDER / "style.css").read_text("utf-8")
    sets = [
        dict(re.findall(r"--(\w+): (#\w{6});", block)) for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    assert len(sets) == 3
    for each in sets:
        for ink in ("ink", "muted", "link", "alarm"):
            assert contrast(each[ink], each["paper"]) >= READABLE
            assert contrast(each[ink], each["tint"]) >= READABLE
