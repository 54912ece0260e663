"""DC011: a suppression that nothing needs."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.suppressed import Unneeded
from ivr.check import check
from ivr.edit import Edit, Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.suppression import HOW


@check("DC011", "unused-suppression", Severity.WARNING)
def unused_suppression(flow: Flow, *, unneeded: tuple[Unneeded, ...] = ()) -> Iterator[Fault]:
    """A comment suppresses findings that are not there: it hides nothing today, and the next such fault tomorrow.

    Also found are comments that name no rule there is, and those that are not written as suppressions are, which
    suppress nothing. A rule that did not run (`--select`, or switched off) says nothing of comments about it.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}  # ivr: ignore[KY006] -- callers know it so
              2: {say: billing, go: office}
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

    Source: the same rule of other checkers (RUF100 of ruff, and ESLint's report of unused directives).
    """
    del flow  # what is not needed only shows when all other rules have run
    for one in unneeded:
        yield Fault(one.suppression.place, _said(one), fix=Fix(tuple(_edits(one)), "Take the suppression out."))


def _said(one: Unneeded) -> str:
    if not one.suppression.valid:
        return f"this comment suppresses nothing, as nobody understands it; write {HOW}"
    if not one.words:
        return "this comment suppresses every finding here, and there is none; take it out"
    unknown = dict(one.unknown)
    if unknown:
        word, near = next(iter(unknown.items()))
        return f"'{word}' is no rule" + (f"; did you mean '{near}'?" if near else "; `ivr explain` lists them all")
    where = "in this file" if one.suppression.line == 0 else "here"
    words = ", ".join(f"'{word}'" for word in one.words)
    return f"nothing that {words} would report is found {where}, so the comment only hides what may come; take it out"


def _edits(one: Unneeded) -> Iterator[Edit]:
    """Take out the words that nothing needs, or the whole comment where no word is left."""
    suppression = one.suppression
    kept = [word for word, _ in suppression.words if word not in one.words]
    if kept:
        first, last = suppression.words[0][1], suppression.words[-1][1]
        yield Edit(first._replace(end_line=last.end_line, end_column=last.end_column), ", ".join(kept))
    else:
        yield Edit(suppression.room, "")
