"""SE007: a PIN may be tried again and again."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.guesses import endless_guesses
from ivr.analysis.sensitive import PIN, secrets
from ivr.analysis.ways import met
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.witness import Shows


@check("SE007", "pin-unlimited", Severity.ERROR)
def pin_unlimited(flow: Flow, *, most: int = 3) -> Iterator[Fault]:
    """Somebody with time can guess another caller's PIN: a wrong one is asked for again, as often as they like.

    An ask for a PIN or password is followed by a lookup that has it, or by a branch on it or on what the lookup gave;
    from where that refuses it, a call must not come to the ask again, be it through a menu, unless a branch on a
    variable that is set on the way round counts. A lookup with an answer such as `locked` counts by itself. Where the
    ask knows the PIN (`check: {one-of: [...]}`), its `tries` count, and must not be more than the limit.

    Bad:
        nodes:
          main: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: look}
          look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: wrong, failed: desk}}
          wrong: {say: That was not right., next: main}

    Good:
        nodes:
          main: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: look}
          look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: wrong, failed: desk}}
          wrong: {branch: [{when: second == 1, go: desk}], else: once-more}
          once-more: {set: {second: 1}, next: main}

    Parameter: 3 tries (a choice of this project).
    Source: a rule of this project; no tool that was looked at has it.
    """
    for guess in endless_guesses(flow):
        if guess.ask in met(flow):
            message = f"whoever enters a wrong PIN at '{guess.ask}' is asked again, and may try every PIN there is"
            hint = f"Count the rounds behind '{guess.at}', and lead on elsewhere after {most}."
            related = ((flow.place("nodes", guess.at, key=True), "a wrong one is refused here"),)
            shows = Shows(guess.ask, through=(guess.ask, guess.at))
            yield Fault(flow.place("nodes", guess.ask, key=True), message, hint, related, shows)
    for name, node, kind in secrets(flow):
        if kind == PIN and name in met(flow) and node.check and node.check.entries:
            yield from _tried(flow, name, node, most)


def _tried(flow: Flow, name: str, node: Ask, most: int) -> Iterator[Fault]:
    tries = node.tries_in(flow)
    if tries > most:
        message = f"'{name}' lets callers try {tries} PINs in one go, and {most} are enough for whoever knows theirs"
        place = flow.place("nodes", name, "tries") if node.tries else flow.place("nodes", name, key=True)
        yield Fault(place, message, f"Write `tries: {most}`.", call=Shows(name))
