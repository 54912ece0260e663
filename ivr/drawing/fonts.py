"""Which letters a PNG or PDF can be painted with: the machine's fonts, or else those of a package.

A machine without a screen often has no font at all, and then every letter is painted as an empty box. SVG needs none
of this, as its letters come from whoever looks at it.
"""

from __future__ import annotations

from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from ivr.drawing.measure import FACE
from ivr.drawing.render import run_graphviz

PACKAGE = "ttf_opensans"
"""The package whose fonts are taken where the machine has none: Open Sans, under the Apache licence."""
NO_FONT = (
    "No font was found on this machine, so the words of this drawing are empty boxes; "
    "install a font such as DejaVu Sans, or write SVG, which needs none."
)
_PROBE = f'digraph {{ node [shape=plain, fontname="{FACE}"]; a [label="iiiiiiii"]; b [label="MMMMMMMM"]; }}'
_WIDTH = 4
"""Which word of a node's line in Graphviz's plain format is its width."""


class Fonts(NamedTuple):
    """Whether letters can be painted, and the folder that they come from if it is not the machine's own."""

    found: bool
    folder: Path | None = None

    @property
    def settings(self) -> str:
        """Give the settings of fontconfig that make it take the folder; empty where nothing has to be said."""
        if self.folder is None:
            return ""
        folder = escape(str(self.folder))
        return f'<fontconfig><dir>{folder}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>'


def fonts() -> Fonts:
    """Find letters to paint with. Raises DrawingError where Graphviz fails."""
    lines = run_graphviz(_PROBE, "dot", "plain").decode(errors="replace").splitlines()
    widths = [float(line.split()[_WIDTH]) for line in lines if line.startswith("node ")]
    # Empty boxes are as wide for an i as for an M; letters are not.
    if len(set(widths)) > 1:
        return Fonts(found=True)
    folder = _packaged()
    return Fonts(folder is not None, folder)


def _packaged() -> Path | None:
    spec = find_spec(PACKAGE)
    folder = Path(spec.origin).parent / "ttf" if spec is not None and spec.origin else None
    return folder if folder is not None and folder.is_dir() else None
