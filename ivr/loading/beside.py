"""Files of calls that stand beside a flow: `clinic.calls.yaml` has calls of `clinic.yaml`, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ivr.finding import Fault
from ivr.loading.compose import compose
from ivr.loading.misfit import UNKNOWN_FIELD
from ivr.loading.text import is_flow, read_text
from ivr.source import Place
from ivr.tree import Mapping, Reported, Sequence, locate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ivr.loading.include import Gathered

ENDINGS = (".calls.yaml", ".calls.yml")
"""How the name of a file of calls ends."""
_FLOW_ENDINGS = (".yaml", ".yml")
CALLS, FLOW = "calls", "flow"
_WRONG_SHAPE = "RD004"


def is_file_of_calls(path: Path) -> bool:
    """Whether a file is one of calls, by its name."""
    return path.name.endswith(ENDINGS)


def flow_of(path: Path) -> Path | None:
    """Give the flow whose calls a file has: the one it names, the one it is named after, or the only one beside it."""
    named = _named_in(path)
    if named:
        return path.parent / named
    flows = [one for one in _with_ending(path.parent, _FLOW_ENDINGS) if not is_file_of_calls(one)]
    after = [one for one in flows if path.name.startswith(f"{one.stem}.")]
    if after:
        return max(after, key=lambda one: len(one.stem))
    real = [one for one in flows if is_flow(read_text(one)[0] or "")]
    return real[0] if len(real) == 1 else None


def calls_beside(flow: Path) -> tuple[Path, ...]:
    """Give the files of calls that belong to a flow, in the order of their names."""
    files = [one for one in _with_ending(flow.parent, ENDINGS) if one != flow]
    return tuple(one for one in files if _is_same(flow_of(one), flow))


def _is_same(one: Path | None, other: Path) -> bool:
    try:
        return one is not None and one.resolve() == other.resolve()
    except (OSError, ValueError, RuntimeError):
        return False


def _with_ending(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if one.name.endswith(endings) and not one.name.startswith("."))
    except OSError:
        return []


def _named_in(path: Path) -> str:
    """Give the flow that a file of calls names."""
    text, _ = read_text(path)
    if text is None or f"{FLOW}:" not in text:
        return ""
    tree, _ = compose(text, path.as_posix())
    named = tree.get(FLOW, "") if isinstance(tree, Mapping) else ""
    return named if isinstance(named, str) else ""


def take_calls(gathered: Gathered, files: Iterable[Path]) -> None:
    """Add the calls of other files to a flow that is being read; what else stands in them is reported."""
    for path in files:
        name = path.as_posix()
        text, faults = gathered.read(path)
        gathered.faults.extend(faults)
        if text is None:
            continue
        gathered.texts[name] = text
        if not text.strip():
            message = f"'{name}' is empty: a file of calls has `{CALLS}:`, and a list behind it"
            gathered.faults.append(Reported(_WRONG_SHAPE, Fault(Place(name, 1, 1, 1, 1), message)))
            continue
        part, faults = compose(text, name)
        gathered.faults.extend(faults)
        if isinstance(part, Mapping):
            _take(gathered, part)
        elif part is not None and not faults:
            message = f"'{name}' holds no calls: it must have `{CALLS}:`, and a list behind it"
            gathered.faults.append(Reported(_WRONG_SHAPE, Fault(locate(part, ()), message)))


def _take(gathered: Gathered, part: Mapping) -> None:
    for section in part:
        if section not in {CALLS, FLOW}:
            message = f"a file of calls holds `{CALLS}:` and `{FLOW}:` alone, and no '{section}'"
            gathered.faults.append(Reported(UNKNOWN_FIELD, Fault(part.key_place(section), message)))
    calls = part.get(CALLS, "")
    if isinstance(calls, Sequence):
        mine = gathered.top.get(CALLS)
        if isinstance(mine, Sequence):
            mine.extend_from(calls)
        elif not mine:
            gathered.top.adopt(CALLS, part)
            gathered.top[CALLS] = calls.copy()
    elif calls:
        message = f"`{CALLS}:` needs a list of calls, each with a `-` before it"
        gathered.faults.append(Reported(_WRONG_SHAPE, Fault(part.value_place(CALLS), message)))
