"""DC012: a suppression without a reason, or without rules."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.suppressed import suppressions_of
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC012", "suppression-no-reason", Severity.INFO)
def suppression_no_reason(flow: Flow) -> Iterator[Fault]:
    """Nobody who reads the file later can tell whether callers still have to live with what is suppressed here.

    Write the reason behind two dashes, best with a date or a ticket. A comment that names no rules is reported too,
    as it hides every fault in its line, also those that nobody knew of.

    Bad:
        keys:
          9: {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              0: {say: jobs, go: jobs}  # ivr: ignore[HU]
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          jobs: {hangup: Please write to us. Goodbye.}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        keys:
          9: {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              0: {say: jobs, go: jobs}  # ivr: ignore[HU] -- printed on 10,000 cards; until June
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          jobs: {hangup: Please write to us. Goodbye.}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: ESLint, whose comments take a description behind two dashes, and lint rules for it that demand one.
    """
    for one in suppressions_of(flow):
        if one.valid and not one.words:
            message = "this comment suppresses every finding here, also those that nobody knew of; name the rules"
            yield Fault(one.place, message, "Write them in brackets, as in `# ivr: ignore[KY006] -- why`.")
        elif one.valid and not one.reason:
            words = ", ".join(f"'{word}'" for word, _ in one.words)
            message = f"{words} {'is' if len(one.words) == 1 else 'are'} suppressed here, and nobody says why"
            yield Fault(one.place, message, "Write the reason behind two dashes: `-- why, and until when`.")
