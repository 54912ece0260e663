"""HR014: in one language people are there at hours at which in another language nobody is."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.languages import languages_at, same_language
from ivr.analysis.open_ways import staffed_times, times_at
from ivr.analysis.week import calendar
from ivr.check import check
from ivr.contact import Contact
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.transfer import Transfer
from ivr.witness import Shows


@check("HR014", "language-hours", Severity.INFO)
def language_hours(flow: Flow) -> Iterator[Fault]:
    """Callers who chose one language find nobody, at an hour at which callers of another language speak to people.

    A language in which nobody can be reached at any hour is left to AC003. Text telephones do not count: who comes to
    those has not chosen among languages.

    Bad:
        languages: [en, es]
        hours: {spanish: "Mon-Fri 09:00-17:00"}
        contacts:
          spanish: {name: Spanish desk, languages: [es], hours: spanish}
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              8: {say: Español, go: spanish, language: es}
              9: {say: hear this again, go: again}
              0: {say: a representative, go: desk}
          spanish: {transfer: spanish, failed: later}
          later: {hangup: {en: Please call again., es: Llame más tarde.}}

    Good:
        languages: [en, es]
        contacts:
          spanish: {name: Spanish desk, languages: [es]}
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              8: {say: Español, go: spanish, language: es}
              9: {say: hear this again, go: again}
              0: {say: a representative, go: desk}
          spanish: {transfer: spanish, failed: later}
          later: {hangup: {en: Please call again., es: Llame más tarde.}}

    Source: this project; no tool that was looked at asks it.
    """
    if len(flow.languages) == 1:
        return
    times, staffed = calendar(flow), _staffed(flow)
    everyone = 0
    for when in staffed.values():
        everyone |= when
    for number, language in enumerate(flow.languages):
        lost = everyone & ~staffed.get(language, 0)
        if staffed.get(language) and lost:
            other = next(one for one, when in staffed.items() if when & lost)
            lost &= staffed[other]
            message = f"callers in '{language}' find nobody {times.words(lost)}, while callers in '{other}' find people"
            hint = "Give the desk of that language the same hours, or tell its callers when it is open."
            yield Fault(flow.place("languages", number), message, hint, call=_shows(flow, language))


def _shows(flow: Flow, language: str) -> Shows | None:
    """Give the call of somebody who is led to the desk of that language while it is closed."""
    for name, _ in staffed_times(flow, calendar(flow), times_at(flow)):
        hours = _contact(flow, name).hours
        if hours in flow.hours and language in languages_at(flow).get(name, ()):
            return Shows(name, hours=((hours, False),), language=language)
    return None


def _contact(flow: Flow, name: str) -> Contact:
    node = flow.nodes[name]
    return flow.contacts[node.transfer] if isinstance(node, Transfer) else Contact()


def _staffed(flow: Flow) -> dict[str, int]:
    """Give for each language the times at which callers who have chosen it can be connected to people who speak it."""
    found: dict[str, int] = {}
    for name, when in staffed_times(flow, calendar(flow), times_at(flow)):
        if _contact(flow, name).channel == "tty":
            continue
        spoken = _contact(flow, name).languages
        for language in languages_at(flow).get(name, ()):
            if not spoken or any(same_language(language, one) for one in spoken):
                found[language] = found.get(language, 0) | when
    return found
