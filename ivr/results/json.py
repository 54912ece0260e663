"""`json`: results for programs; one object, with the calls in the order in which they were run.

- `version`: 1; it grows when a field changes its meaning or goes, not when one is added.
- `flows`: of each its `file`, its `calls`, and its `coverage`, null unless that was asked for.
- a call: its name (`call`), whether it `passed`, where it is written (`file`, `line`, `column`, `end_line`,
  `end_column`, counted from 1), the line that was `dialled`, `at` which time, the `seconds` that it took and the
  `presses`, its `transcript` line by line; and, where it failed, the `failure`: its `place`, a `message` of one
  sentence, a `hint`, the `nearest` thing that would have fitted, the step `expected`, and what was `heard`.
- `coverage`: the `lines`, each with `line`, `language`, and its `exits` and `nodes` as `{covered, of}`; the same of
  `exits` and `nodes` in all; `missing`, the exits that no call took, each with `line`, `language`, `node`, `on`, and a
  `call` that would take it, as an entry of a flow's `calls:`; `unexplored`, why there may be more; and `enough`,
  whether it is as much as `--fail-under` asks for.
- `counts`: how many calls `passed` and `failed`.
"""

from __future__ import annotations

from typing import Any

from ivr.reporter import json_text
from ivr.result import Results, ResultWriter, Tested, entry


def _write(results: Results, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    failed = len(results.failed)
    flows = [
        {
            "file": tested.file,
            "calls": [entry(one) for one in tested.performances],
            "coverage": _coverage(tested, too_low=tested in results.too_low),
        }
        for tested in results.flows
    ]
    return json_text(
        {
            "version": 1,
            "flows": flows,
            "counts": {"passed": len(results.performances) - failed, "failed": failed},
        }
    )


def _coverage(tested: Tested, *, too_low: bool) -> dict[str, Any] | None:
    covered = tested.coverage
    if covered is None:
        return None
    return {
        "lines": [
            {
                "line": row.line,
                "language": row.language,
                "exits": row.exits._asdict(),
                "nodes": row.nodes._asdict(),
            }
            for row in covered.rows()
        ],
        "exits": covered.exit_share._asdict(),
        "nodes": covered.node_share._asdict(),
        "missing": [{**one._asdict(), "call": call.entry() if call else None} for one, call in tested.uncovered],
        "unexplored": covered.unexplored,
        "enough": not too_low,
    }


json = ResultWriter("json", _write)
