"""`text`: results as a person reads them: of each call that failed the place, one sentence, and the call so far.

flows/clinic.yaml:99:15: call 'A refill' failed: 'refils' is not heard
99 |       - hear: refils
|               ^^^^^^
= expected: hear: refils
= heard: "Harbour clinic." "For refills, press 1."
= nearest: refills,
= the call so far:
Tue 2026-03-03 10:30 CST: 1-312-555-0100, in en
[main]
"Harbour clinic."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ivr.calls.coverage import Coverage, Share
from ivr.excerpt import BOLD, GREEN, RED, Pen, advice, pen_for, shortened, snippet
from ivr.printable import printable
from ivr.result import Results, ResultWriter, Tested, told, too_low, transcript

if TYPE_CHECKING:
    from ivr.calls import Performance

MOST_MISSING = 40
"""Exits that no call takes and that are listed one by one; the format `json` has all."""


def _write(results: Results, colour: bool) -> str:  # noqa: FBT001 -- the one switch that a format has
    pen = pen_for(results.texts, colour=colour)
    blocks = ["\n".join(_block(one, pen)) for one in results.performances if not one.passed or results.verbose]
    covered = ["\n".join(_coverage(tested, pen)) for tested in results.flows if tested.coverage is not None]
    low = [pen.paint(printable(too_low(tested, results.fail_under or 0.0)), RED) for tested in results.too_low]
    return "\n\n".join([*_apart(blocks), *covered, "\n".join([_summary(results, pen), *low])]) + "\n"


def failure_text(one: Performance, texts: Mapping[str, str]) -> str:
    """Tell of one call that failed."""
    return "\n".join(_block(one, pen_for(texts, colour=False)))


def _apart(blocks: list[str]) -> Iterator[str]:
    """Keep calls that passed together, line by line, and others apart."""
    together: list[str] = []
    for block in blocks:
        if "\n" not in block:
            together.append(block)
            continue
        if together:
            yield "\n".join(together)
            together = []
        yield block
    if together:
        yield "\n".join(together)


def _block(one: Performance, pen: Pen) -> Iterator[str]:
    failure = one.failure
    if failure is None:
        yield f"{pen.paint('passed', GREEN)}  {shortened(one.script.call)}"
        return
    place = pen.paint(printable(str(failure.place)), BOLD)
    failed = pen.paint("failed", RED)
    yield f"{place}: call '{shortened(one.script.call)}' {failed}: {shortened(failure.message)}"
    yield from snippet(failure.place, len(str(failure.place.line)), RED, pen)
    for kind, text in told(one):
        yield from advice(kind, text)
    lines = list(transcript(one))
    if lines:
        yield "  = the call so far:"
        yield from (f"    {line}".rstrip() for line in lines)


def _summary(results: Results, pen: Pen) -> str:
    failed, every = len(results.failed), len(results.performances)
    where = printable(results.flows[0].file) if len(results.flows) == 1 else f"{len(results.flows)} flows"
    passed = pen.paint(f"{_calls(every - failed)} passed", GREEN)
    if not failed:
        return f"{passed} in {where}."
    return f"{passed}, {pen.paint(f'{failed} failed', RED)} in {where}."


def _calls(count: int) -> str:
    return "1 call" if count == 1 else f"{count} calls"


def _coverage(tested: Tested, pen: Pen) -> Iterator[str]:
    covered = tested.coverage
    if covered is None:
        return
    yield pen.paint(f"What the calls cover of {printable(tested.file)}", BOLD)
    yield from _table([*_rows(covered), ("in all", "", covered.exit_share, covered.node_share)])
    if covered.unexplored:
        yield f"There may be more: {covered.unexplored}."
    if tested.uncovered:
        yield ""
        yield f"Not covered, each with a call that would cover it ({len(covered.missing)}):"
        yield from _missing(tested)


def _rows(covered: Coverage) -> Iterator[tuple[str, str, Share, Share]]:
    for row in covered.rows():
        yield printable(row.line), row.language, row.exits, row.nodes


def _table(rows: Iterable[tuple[str, str, Share, Share]]) -> Iterator[str]:
    cells = [("line", "language", "exits", "nodes")]
    cells += [(line, language, _share(exits), _share(nodes)) for line, language, exits, nodes in rows]
    widths = [max(len(row[number]) for row in cells) for number in range(4)]
    for row in cells:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _share(share: Share) -> str:
    return f"{share.covered} of {share.of}, {share.percent} %"


def _missing(tested: Tested) -> Iterator[str]:
    shown = tested.uncovered[:MOST_MISSING]
    names = [printable(f"{one.node}: {one.on}") for one, _ in shown]
    width = min(max(map(len, names), default=0), MOST_MISSING)
    last = ("", "")
    for (one, call), name in zip(shown, names, strict=True):
        if (one.line, one.language) != last:
            last = (one.line, one.language)
            yield printable(f"  on {one.line}, in {one.language}")
        said = printable(", ".join(call.told())) if call else "no call was found"
        yield f"    {name.ljust(width)}  {said}"
    left = len(tested.coverage.missing) - len(shown) if tested.coverage else 0
    if left:
        yield f"    and {left} more, which `--format json` lists"


text = ResultWriter("text", _write)
