"""Graphviz, wherever it is: the libraries that come with pip, or else the `dot` program of the machine.

The libraries come first, because another version of `dot` sets boxes a little differently, and then the same flow
would not give the same bytes on another machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

PATIENCE = 300.0
"""Seconds until a layout is given up."""


class DrawingError(Exception):
    """A drawing could not be made; the text is one sentence that says why."""


def run_graphviz(dot: str, engine: str, form: str, patience: float = PATIENCE, fonts: str = "") -> bytes:
    """Give DOT to Graphviz and take its answer in a format; `engine` is `dot`, or `nop` where all is placed already.

    `fonts` are settings of fontconfig, instead of the machine's own. Raises DrawingError where there is no Graphviz,
    or where it fails or takes longer than `patience` seconds.
    """
    if find_spec("pygraphviz") is None:
        return _run_program(dot, engine, form)
    if not fonts:
        return _run_embedded(dot, engine, form, patience, None)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fonts.conf"
        path.write_text(fonts, encoding="utf-8")
        return _run_embedded(dot, engine, form, patience, path)


def run_graphviz_on(dots: Sequence[str], engine: str, form: str) -> list[bytes]:
    """Give several graphs to Graphviz, in a format of text; a process for each would take longer than they do.

    Raises DrawingError as `run_graphviz` does.
    """
    if not dots:
        return []
    if find_spec("pygraphviz") is None:
        return [_run_program(dot, engine, form) for dot in dots]
    return _run_embedded("\0".join(dots), engine, form, PATIENCE, None).split(b"\0")


def _run_embedded(dot: str, engine: str, form: str, patience: float, fonts: Path | None) -> bytes:
    # -P keeps the modules of this folder, and of the caller's, from standing in for those of the language.
    command = [sys.executable, "-P", str(Path(__file__).with_name("embedded.py")), engine, form]
    place = {**os.environ, "FONTCONFIG_FILE": str(fonts)} if fonts else None
    try:
        done = subprocess.run(  # noqa: S603 -- our own file
            command, input=dot.encode(), capture_output=True, timeout=patience, check=False, env=place
        )
    except subprocess.TimeoutExpired as late:
        message = f"the drawing was given up after {patience:.0f} seconds; draw a part with --from, or use --split"
        raise DrawingError(message) from late
    except OSError as fault:
        message = f"Graphviz could not be started: {fault.strerror}"
        raise DrawingError(message) from fault
    if done.returncode or not done.stdout:
        raise DrawingError(_complaint(done.stderr))
    return done.stdout


def _complaint(said: bytes) -> str:
    lines = [line for line in said.decode(errors="replace").splitlines() if line.strip()]
    lines = [line for line in lines if line.startswith("Error:")][:1] or lines
    return f"Graphviz could not draw this: {lines[-1].strip() if lines else 'it stopped without a word'}"


def _run_program(dot: str, engine: str, form: str) -> bytes:
    import graphviz  # noqa: PLC0415 - slow to import, and seldom needed

    # The program has no engine that places nothing; neato told not to move anything is the same.
    still = {"engine": "neato", "neato_no_op": 2} if engine == "nop" else {"engine": engine}
    try:
        source = graphviz.Source(dot, engine=str(still["engine"]))
        return bytes(source.pipe(format=form, neato_no_op=still.get("neato_no_op"), quiet=True))
    except graphviz.ExecutableNotFound as fault:
        message = "there is no Graphviz here; install `pygraphviz` with pip, or the program `dot`"
        raise DrawingError(message) from fault
    except graphviz.CalledProcessError as fault:
        raise DrawingError(_complaint(bytes(fault.stderr or b""))) from fault
