"""Which line of one flow is which of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ivr.flow import Flow


class Lines(NamedTuple):
    """The lines of two flows: those of `both`, each with what it was called and is called now; those gone, those come.

    `renumbered` are those of both that are dialled by another number now.
    """

    both: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]
    renumbered: tuple[tuple[str, str], ...]


def lines_of(old: Flow, new: Flow, only: str | None = None) -> Lines:
    """Pair the lines of two flows by their numbers, else by their names, else as the only ones left.

    `only` is a line of either.
    """
    by_number = {_digits(line): line for line in new.lines if line not in old.lines}
    same = {line: line for line in old.lines if line in new.lines}
    for line in old.lines:
        if line not in same and _digits(line) in by_number:
            same[line] = by_number.pop(_digits(line))
    both = [(line, same[line]) for line in old.lines if line in same]
    gone = [line for line in old.lines if line not in same]
    come = [line for line in new.lines if line not in same.values()]
    renumbered = list(_renumbered(old, new, gone, come))
    lines = Lines(
        (*both, *renumbered),
        tuple(line for line in gone if line not in {one for one, _ in renumbered}),
        tuple(line for line in come if line not in {other for _, other in renumbered}),
        tuple(renumbered),
    )
    return lines if only is None else _only(lines, only)


def _only(lines: Lines, only: str) -> Lines:
    wanted = _digits(only)
    return Lines(
        tuple(pair for pair in lines.both if wanted in {_digits(line) for line in pair}),
        tuple(line for line in lines.gone if _digits(line) == wanted),
        tuple(line for line in lines.come if _digits(line) == wanted),
        tuple(pair for pair in lines.renumbered if wanted in {_digits(line) for line in pair}),
    )


def _renumbered(old: Flow, new: Flow, gone: list[str], come: list[str]) -> list[tuple[str, str]]:
    names = {new.lines[line].name: line for line in come if new.lines[line].name}
    found = [(line, names.pop(old.lines[line].name)) for line in gone if old.lines[line].name in names]
    left = [line for line in gone if line not in {one for one, _ in found}]
    free = [line for line in come if line not in {other for _, other in found}]
    return [*found, (left[0], free[0])] if len(left) == len(free) == 1 else found


def _digits(line: str) -> str:
    digits = "".join(sign for sign in line if sign.isdigit()).removeprefix("1")
    return digits or line
