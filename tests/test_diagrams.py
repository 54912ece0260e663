"""The drawings in diagrams/ and the page that shows them: `pytest tests/test_diagrams.py --update` makes them anew."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from golden import Golden

from ivr.cli import ivr


class Diagram(NamedTuple):
    """A drawing that is kept: its file, the flow, the options of `ivr draw`, and what it shows."""

    name: str
    flow: str
    options: tuple[str, ...]
    shows: str


DIAGRAMS = (
    Diagram("clinic", "clinic", (), "The clinic of the tutorial."),
    Diagram(
        "clinic-sunday",
        "clinic",
        ("--at", "2026-03-08 11:00", "--call", "1,1"),
        "The same on a Sunday morning: what is closed is grey, and the way of a call that presses 1 and 1 stands out.",
    ),
    Diagram("broken-clinic", "broken-clinic", ("--findings",), "The same menu with the classic faults, marked."),
    Diagram("caremark-austin", "caremark-austin", (), "The documented customer-support menu. Do not dial from it."),
    Diagram(
        "caremark-austin-night",
        "caremark-austin",
        ("--at", "2026-03-08 03:00", "--findings"),
        "The same at three on a Sunday morning, with what the checks find.",
    ),
)


def drawn(root: Path, folder: Path, diagram: Diagram) -> str:
    made = folder / f"{diagram.name}.svg"
    flow = (root / "flows" / f"{diagram.flow}.yaml").as_posix()
    ivr.main(["draw", flow, "-o", made.as_posix(), *diagram.options], standalone_mode=False)
    return made.read_text(encoding="utf-8")


def page() -> str:
    parts = ["# Drawings\n\nMade from the flows by `pytest tests/test_diagrams.py --update`; not drawn by hand.\n"]
    for diagram in DIAGRAMS:
        options = "".join(f' "{one}"' if " " in one else f" {one}" for one in diagram.options)
        command = f"ivr draw flows/{diagram.flow}.yaml -o diagrams/{diagram.name}.svg{options}"
        picture = f"![{diagram.shows}]({diagram.name}.svg)"
        parts.append(f"## {diagram.name}\n\n{diagram.shows}\n\n    {command}\n\n{picture}\n")
    return "\n".join(parts)


@pytest.mark.parametrize("diagram", DIAGRAMS, ids=lambda diagram: diagram.name)
def test_a_drawing_is_what_the_flow_says_today(root: Path, tmp_path: Path, golden: Golden, diagram: Diagram) -> None:
    golden(f"../diagrams/{diagram.name}.svg", drawn(root, tmp_path, diagram))


def test_the_page_shows_every_drawing(root: Path, golden: Golden) -> None:
    golden("../diagrams/README.md", page())
    assert {path.stem for path in (root / "diagrams").glob("*.svg")} == {diagram.name for diagram in DIAGRAMS}
