"""`ivr metrics`: what a person costs, by line and hour, and when menus tell of their options."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from frame import framed
from generated import generated_flow

from ivr.cli import ivr
from ivr.drawing.heat import LEVELS, Block, heat_map, level_of
from ivr.drawing.scene import Words
from ivr.drawing.svg import to_svg

FLOWS = Path(__file__).resolve().parent.parent / "flows"
CLINIC = str(FLOWS / "clinic.yaml")
DAY = ("--today", "2026-03-02")
TEXT = """
hours: {desk: "Mon-Fri 08:30-18:00"}
contacts:
  representative: {name: Representative, hours: desk}
keys: {}
nodes:
  main:
    menu: one two three four five six seven eight
    options:
      1: {say: a, go: second}
      5: {say: c, go: desk, announced: no}
  second: {menu: one two three four, options: {1: {say: d, go: desk}}}
"""
"""Two menus, and a desk that opens in the middle of an hour."""


def run(*words: str) -> Result:
    return CliRunner().invoke(ivr, ["metrics", *words])


@pytest.fixture
def flow(tmp_path: Path) -> str:
    path = tmp_path / "flow.yaml"
    path.write_text(framed(TEXT), encoding="utf-8")
    return str(path)


def measured(flow: str) -> dict[str, Any]:
    done = run(flow, "--format", "json", *DAY)
    assert done.exit_code == 0
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_json_tells_every_hour_of_the_week(flow: str) -> None:
    (line,) = measured(flow)["lines"]
    hours = {(one["day"], one["hour"]): one for one in line["hours"]}
    assert len(line["hours"]) == len(hours) == 168
    # 8 words, "For a, press 1." and then the key that nobody tells of, at 160 words a minute
    assert hours["Mon", 9]["best"] == {"seconds": (8 + 4) * 60 / 160, "keys": 1}
    assert hours["Fri", 17]["best"] is not None
    assert hours["Fri", 18]["best"] is None
    assert hours["Sun", 9]["best"] is None


def test_an_hour_in_which_the_desk_opens_counts_as_its_worse_part(flow: str) -> None:
    (line,) = measured(flow)["lines"]
    hours = {(one["day"], one["hour"]): one["best"] for one in line["hours"]}
    assert hours["Mon", 8] is None
    assert hours["Mon", 9] is not None


def test_silent_callers_and_the_worst_place_are_told_apart_from_the_best(flow: str) -> None:
    (line,) = measured(flow)["lines"]
    (there,) = [one for one in line["times"] if one["best"]]
    assert there["when"] == "on Mon-Fri 08:30-18:00"
    assert there["silent"]["keys"] == 0
    assert there["silent"]["seconds"] > there["worst"]["seconds"] >= there["best"]["seconds"]
    assert there["place"] in {"main", "second"}


def test_menus_have_their_depth_and_the_second_at_which_each_option_is_told(flow: str) -> None:
    found = measured(flow)
    assert [(menu["menu"], menu["depth"]) for menu in found["menus"]] == [("main", 1), ("second", 2)]
    assert [(one["key"], one["seconds"]) for one in found["menus"][0]["options"]] == [("1", 4.5), ("5", None)]
    assert (found["lines"][0]["menus"], found["lines"][0]["depth"]) == (2, 2)
    assert found["version"] == 1


def test_the_table_fits_into_80_columns_and_tells_who_is_reached(flow: str) -> None:
    done = run(flow, *DAY)
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "on Mon-Fri 08:30-18:00    4 s, 1 key" in done.stdout
    assert re.search(r"outside Mon-Fri +nobody +nobody +nobody\n +08:30-18:00", done.stdout)
    assert "main: depth 1, 2 options, 1 untold\n  1 4, 5 untold\n" in done.stdout


def test_of_many_menus_the_table_tells_the_slowest(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_text(generated_flow(300), encoding="utf-8")
    table = run(str(path), *DAY).stdout
    assert table.count(": depth ") == 30
    assert "and 30 more menus, which are quicker; `--format json` has them all" in table


def test_a_flow_that_nobody_can_call_or_read_and_a_wrong_day_are_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "flow.yaml"
    path.write_text("ivr: 1\nnodes: {}\n", encoding="utf-8")
    for words in ((str(path),), (str(tmp_path / "none.yaml"),), (CLINIC, "--today", "soon")):
        done = run(*words)
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1
        assert done.stdout == ""


def test_the_heat_map_is_a_picture_with_words_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    path = tmp_path / "week.svg"
    assert run(CLINIC, "-o", str(path), *DAY).exit_code == 0
    first = path.read_bytes()
    assert run(CLINIC, "--svg", str(path), *DAY).exit_code == 0
    assert path.read_bytes() == first
    drawn = ET.fromstring(first)  # noqa: S314 -- a drawing that was made here
    words = [one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Mon", "Sun", "00", "24", "1-312-555-0100", "nobody is reached", "up to 15 s"} <= set(words)
    assert drawn.find("{http://www.w3.org/2000/svg}desc") is not None


def test_the_heat_map_shows_silent_callers_where_it_is_asked_for(tmp_path: Path) -> None:
    best, silent = tmp_path / "best.svg", tmp_path / "silent.svg"
    run(CLINIC, "-o", str(best), *DAY)
    run(CLINIC, "-o", str(silent), "--show", "silent", *DAY)
    assert best.read_bytes() != silent.read_bytes()
    assert b"who press nothing" in silent.read_bytes()


@pytest.mark.parametrize("name", ["week.gif", "week", "no-folder/week.svg"])
def test_what_cannot_be_drawn_is_told_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    done = run(CLINIC, "-o", str(tmp_path / name))
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_flow_itself_is_never_written_over(flow: str) -> None:
    before = Path(flow).read_bytes()
    svg = Path(flow).rename(Path(flow).with_suffix(".svg"))
    assert run(str(svg), "-o", str(svg)).exit_code == 2
    assert svg.read_bytes() == before


def test_each_hour_has_its_number_so_that_nothing_is_told_by_colour_alone() -> None:
    hours = (5.0, None, 1000.0, *[40.0] * 165)
    svg = to_svg(heat_map("Week", "seconds", "", (Block("1", "", hours),))).decode()
    assert svg.count(">40<") == 165
    assert ">5<" in svg
    assert ">17 m<" in svg
    assert "<title>Mon 01:00 to 02:00: nobody</title>" in svg
    legend = [one.text for one in heat_map("Week", "", "", ()).shapes if isinstance(one, Words)]
    assert "over 120 s" in legend


@pytest.mark.parametrize("level", LEVELS)
def test_numbers_can_be_read_on_their_ground(level: Any) -> None:  # noqa: ANN401 -- one of the levels
    assert contrast(level.ground, level.ink) >= 4.5


def test_more_seconds_never_have_a_lighter_ground() -> None:
    grounds = [luminance(level_of(seconds).ground) for seconds in (0.0, 15.0, 15.1, 60.0, 119.0, 5000.0)]
    assert grounds == sorted(grounds, reverse=True)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, as WCAG 2 has it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
