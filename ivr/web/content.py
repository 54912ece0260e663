"""What a page of one flow holds: its table, its drawing, its words, and what the commands say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from ivr.explore import times_of
from ivr.graph import CONTACT, LINE
from ivr.nodes.menu import split
from ivr.open_at import closed_at
from ivr.printable import printable
from ivr.table import write_table
from ivr.table.hours import written_hours
from ivr.web.diagram import diagram_of
from ivr.web.mask import Mask
from ivr.web.recordings import recordings_of
from ivr.web.said import near, said_of

if TYPE_CHECKING:
    from ivr.finding import Finding
    from ivr.flow import Flow

Content = dict[str, Any]


def content_of(flow: Flow, findings: Callable[[], Iterable[Finding]], today: date) -> Content:
    """Give everything that a page of a flow shows.

    The findings are asked for last, as a flow that is too large is refused sooner. Raises TooLargeError where the flow
    is too large for a table, DrawingError where it cannot be drawn.
    """
    presets = presets_of(flow)
    table = write_table(flow, [dict(given) for _, given in presets])
    times = times_of(flow, today)
    table["hours"] |= {name: written_hours(flow.hours[name]) for name in times.open if name not in table["hours"]}
    diagram = diagram_of(flow)
    return {
        "name": printable(flow.name or near(flow, flow.file)),
        "today": today.isoformat(),
        "languages": list(flow.languages),
        "timezone": flow.timezone.key,
        "lines": [
            {"number": number, "name": printable(line.name), "language": line.language or flow.first_language}
            for number, line in flow.lines.items()
        ],
        "unmeant": unmeant(table),
        "presets": [[words, dict(given)] for words, given in presets],
        "contacts": {name: printable(contact.name or name) for name, contact in flow.contacts.items()},
        "nodes": {name: printable(node.name) for name, node in flow.nodes.items()},
        "places": dict(_places(flow)),
        "table": table,
        "boxes": diagram.boxes,
        "ways": diagram.ways,
        "closed": _closed(flow, today),
        "texts": {near(flow, file): text for file, text in flow.texts.items()},
        "recordings": recordings_of(flow),
        "svg": diagram.svg,
        **said_of(flow, findings(), today),
    }


def masked(content: Content, flow: Flow) -> Content:
    """Mask every telephone number of a page."""
    mask = Mask(flow)
    rest = {name: value for name, value in content.items() if name not in {"svg", "recordings"}}
    return {**mask.of(rest), "svg": mask.svg(content["svg"]), "recordings": content["recordings"]}


def presets_of(flow: Flow) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Give what may be known of callers beforehand, each with words: nothing, and what the flow's calls are given."""
    known: dict[tuple[tuple[str, str], ...], str] = {(): "nothing is known"}
    for script in flow.calls:
        given = tuple(sorted(script.given.items()))
        known.setdefault(given, ", ".join(f"{name} = {value}" for name, value in given))
    return [(words, given) for given, words in known.items()]


def unmeant(table: Content) -> str:
    """Give words that no menu of a table understands."""
    known = {word for state in table["states"] for phrase, _ in state.get("words", ()) for word in split(phrase)}
    tried = chain(("something else",), (f"h{'m' * number}" for number in count(1)))
    return next(words for words in tried if known.isdisjoint(split(words)))


def _places(flow: Flow) -> Iterator[tuple[str, list[Any]]]:
    """Give where every box of the drawing is written: its file, its first line and its last."""
    for section, prefix, names in (
        ("nodes", "", flow.nodes),
        ("lines", LINE, flow.lines),
        ("contacts", CONTACT, flow.contacts),
    ):
        for name in names:
            key, whole = flow.place(section, name, key=True), flow.place(section, name)
            yield prefix + name, [near(flow, key.file), key.line, max(key.line, whole.end_line)]


def _closed(flow: Flow, today: date) -> Content:
    """Give, for every mixture of open schedules, what nobody gets through then, as `ivr draw --at` has it."""
    times = times_of(flow, today)
    return {
        "schedules": sorted(times.open),
        "shut": {
            "".join(str(int(name in time.open)) for name in sorted(times.open)): sorted(
                [shut.node, shut.on, int(shut.closed)] for shut in closed_at(flow, time.at)
            )
            for time in times.times
        },
    }
