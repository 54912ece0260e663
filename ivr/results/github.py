"""`github`: commands that GitHub Actions turns into notes beside the lines of a pull request, one a failed call."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.printable import printable
from ivr.result import Results, ResultWriter, told, transcript
from ivr.workflow_command import command


def _write(results: Results, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    return "".join(f"{line}\n" for line in _commands(results))


def _commands(results: Results) -> Iterator[str]:
    for one in results.failed:
        if one.failure is not None:
            said = [f"{kind}: {printable(text)}" for kind, text in told(one)]
            message = "\n".join([printable(one.failure.message), *said, *transcript(one)])
            yield command("error", one.failure.place, f"call '{printable(one.script.call)}'", message)
    for tested in results.too_low:
        share = tested.coverage.exit_share if tested.coverage else None
        if share is not None:
            yield f"::error title=coverage::{share.covered} of {share.of} exits are covered ({share.percent} %)"


github = ResultWriter("github", _write)
