"""TM021: who presses nothing waits long for help."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.recovery import asked_again, questions_repeated
from ivr.analysis.silent_seconds import Wait, hearing_seconds, silent_waits
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.witness import Shows


@check("TM021", "passive-budget", Severity.WARNING)
def passive_budget(flow: Flow, *, most: float = 80.0) -> Iterator[Fault]:
    """Callers who cannot press keys wait long before anybody helps them: all tries of the menus on their way add up.

    Counted are prompts, waits and re-prompts up to the first person, mailbox, or message marked `done: yes`. So call
    people with an old telephone, those who hold the receiver in their only free hand, and those who are lost. Where
    they never get any help, HU008, ST009 and TM010 tell of it; where it comes of too many tries, of a long wait or
    announcement, or of one question after another, TM004, TM006, PR007, PR009, TM009, TM011 and TM013 do.

    Bad:
        nodes:
          main:
            menu: Thank you for calling the harbour clinic, where we have looked after you for forty years.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
              3: {say: the laboratory, go: laboratory}
            wait: 10 s
          office: {say: This is billing., next: desk}
          laboratory: {say: This is the laboratory., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling the harbour clinic, where we have looked after you for forty years.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
              3: {say: the laboratory, go: laboratory}
          office: {say: This is billing., next: desk}
          laboratory: {say: This is the laboratory., next: desk}

    Parameter: 80 seconds (a choice of this project), so that one menu may take its twenty seconds (PR007, PR009) three
    times, with the usual waits; New Mexico asks of large carriers an average of 40 s to a person.
    Source: NMAC 17.11.24.17.
    """
    excused = _told_elsewhere(flow)
    slow: dict[str, tuple[str, Wait]] = {}
    for number, line in flow.lines.items():
        wait = silent_waits(flow, line.language or flow.first_language).get(line.start)
        if wait and wait.seconds > most and wait.longest not in slow and wait.longest not in excused:
            slow[wait.longest] = number, wait
    for name, (number, wait) in slow.items():
        message = (
            f"who dials {number} and presses nothing waits {wait.seconds:.0f} s for help, {wait.of_it:.0f} s of it at"
            f" '{name}'"
        )
        hint = "Allow fewer tries there, shorten what is said, or lead silent callers to help sooner."
        call = Shows(name, then="silent", line=number)
        yield Fault(flow.place("nodes", name, key=True), message, hint, call=call)


_MOST_TRIES = 3
_LONGEST_WAIT = 10.0
_LONGEST_SPEECH = 20.0


def _told_elsewhere(flow: Flow) -> frozenset[str]:
    """Name the nodes of which another rule tells what makes the wait so long."""
    pairs = [*questions_repeated(flow), *((again.name, again.other) for again in asked_again(flow))]
    unusual = (
        name for name, node in flow.nodes.items() if isinstance(node, Listening) and _is_unusual(flow, name, node)
    )
    return frozenset((*unusual, *(name for pair in pairs for name in pair)))


def _is_unusual(flow: Flow, name: str, node: Listening) -> bool:
    if node.tries_in(flow) > _MOST_TRIES or node.wait_in(flow) > _LONGEST_WAIT:
        return True
    return hearing_seconds(flow, name, flow.first_language) > _LONGEST_SPEECH
