"""DA007: a contact, a schedule, a language or a source is named that the flow does not declare."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from ivr.analysis.amend import fix, said_otherwise
from ivr.analysis.caller_numbers import is_filled_in
from ivr.analysis.pressed import first_met
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import BUILT_IN_SCHEDULES, Flow
from ivr.node import Path
from ivr.nodes.hours import Hours
from ivr.nodes.menu import Menu
from ivr.nodes.record import Record
from ivr.nodes.transfer import NUMBER, Transfer
from ivr.tree import Mapping, Sequence, Tree
from ivr.witness import Shows


@check("DA007", "undeclared-resource", Severity.ERROR)
def undeclared_resource(flow: Flow) -> Iterator[Fault]:
    """The flow sends callers to a contact that it does not know, or goes by hours or words that are not there.

    Looked at are the contacts of transfers and recordings, the schedules of nodes, contacts and promises, the languages
    that lines, options, keys and nodes switch to, and the sources behind `documented`, where the flow has `sources`.
    Each name is reported once, at its first use.

    Bad:
        nodes:
          main: {transfer: pharmacsit, busy: sorry, no-answer: sorry}
        contacts:
          pharmacist: {name: Pharmacist}

    Good:
        nodes:
          main: {transfer: pharmacist, busy: sorry, no-answer: sorry}
        contacts:
          pharmacist: {name: Pharmacist}

    Source: Switchboard and the linter of Google's conversational agents check what flows refer to.
    """
    found: dict[tuple[str, str], list[Path]] = {}
    kinds = _kinds(flow)
    for kind in kinds:
        for name, path in kind.uses(flow):
            if not kind.knows(name):
                shown = name.split()[0] if kind.called == "source" else name
                found.setdefault((kind.called, shown), []).append(path)
    declared = {kind.called: kind for kind in kinds}
    for (called, name), paths in found.items():
        near = difflib.get_close_matches(name, declared[called].names, 1)
        message = f"'{name}' is no {called} of this flow, {declared[called].so}"
        message += f"; did you mean '{near[0]}'?" if near else ""
        hint = "" if near else declared[called].hint
        related = tuple((flow.place(*path), "named here, too") for path in paths[1:4])
        yield Fault(
            flow.place(*paths[0]), message, hint, related, _call(flow, called, paths), _mend(flow, name, near, paths)
        )


def _call(flow: Flow, called: str, paths: list[Path]) -> Shows | None:
    """Ask for a call that comes to where a thing is named; a source makes no difference to any call."""
    names = (str(path[1]) for path in paths if path[0] == "nodes" and called != "source")
    name = first_met(flow, names)
    return Shows(name) if name else None


def _mend(flow: Flow, name: str, near: list[str], paths: list[Path]) -> Fix | None:
    """Write the name that was meant, wherever the wrong one stands; of a source, the words behind it stay."""
    if not near:
        return None
    return fix(f"Write '{near[0]}'.", *(said_otherwise(flow, path, {name: near[0]}) for path in paths), safe=False)


_SECTIONS: Final = MappingProxyType(
    {"contact": "contacts", "schedule": "hours", "language": "languages", "source": "sources"}
)


class _Kind(NamedTuple):
    """One kind of thing that a flow declares: its names, its uses, and what to say of an unknown one."""

    called: str
    names: tuple[str, ...]
    uses: Callable[[Flow], Iterator[tuple[str, Path]]]
    so: str
    hint: str

    def knows(self, name: str) -> bool:
        """Whether a name is declared; of a source, other words may follow it."""
        if self.called == "source":
            return any(name == known or name.startswith(f"{known} ") for known in self.names)
        return name in self.names


def _kinds(flow: Flow) -> tuple[_Kind, ...]:
    kinds = (
        _Kind("contact", _declared(flow, "contacts", flow.contacts), _contacts, "so callers reach nobody",
              "Add it to `contacts`, or write a telephone number."),
        _Kind("schedule", _declared(flow, "hours", {*flow.hours, *BUILT_IN_SCHEDULES}), _schedules,
              "so callers always find it open", "Add it to `hours`."),
        _Kind("language", _declared(flow, "languages", flow.languages), _languages, "so callers hear no words in it",
              "Add it to `languages`."),
        _Kind("source", _declared(flow, "sources", flow.sources), _sources, "so nobody can look it up",
              "Add it to `sources`; the first word behind `documented` names the source."),
    )  # fmt: skip
    return tuple(kind for kind in kinds if _is_judged(flow, _SECTIONS[kind.called]))


def _is_judged(flow: Flow, section: str) -> bool:
    """Whether all that a section declares is known; a flow without sources may name any."""
    return section not in flow.unread and (section != "sources" or section in flow.tree)


def _declared(flow: Flow, section: str, names: Iterable[str]) -> tuple[str, ...]:
    """Give the names that a section declares, those included that could not be read."""
    written = flow.tree.get(section, "")
    listed = (written,) if isinstance(written, str) else (name for name in written if isinstance(name, str))
    return tuple(sorted({*names, *listed} - {""}))


def _contacts(flow: Flow) -> Iterator[tuple[str, Path]]:
    for name, node in flow.nodes.items():
        if name in flow.broken:
            continue
        if isinstance(node, Transfer) and not NUMBER.match(node.transfer) and not is_filled_in(flow, name):
            yield node.transfer, ("nodes", name, "transfer")
        if isinstance(node, Record) and node.to and not NUMBER.match(node.to) and "@" not in node.to:
            yield node.to, ("nodes", name, "to")


def _schedules(flow: Flow) -> Iterator[tuple[str, Path]]:
    for name, node in flow.nodes.items():
        if isinstance(node, Hours) and name not in flow.broken:
            yield node.hours, ("nodes", name, "hours")
    for name, contact in flow.contacts.items():
        yield contact.hours, ("contacts", name, "hours")
    for path, promise in _entries(flow, "promises"):
        during = promise.get("during", "")
        if isinstance(during, str) and during:
            yield during, (*path, "during")


def _languages(flow: Flow) -> Iterator[tuple[str, Path]]:
    for number, line in flow.lines.items():
        if line.language:
            yield line.language, ("lines", number, "language")
    for key, everywhere in flow.keys.items():
        if everywhere.language:
            yield everywhere.language, ("keys", key, "language")
    for name, node in flow.nodes.items():
        if name in flow.broken:
            continue
        if node.language:
            yield node.language, ("nodes", name, "language")
        for key, option in node.options.items() if isinstance(node, Menu) else ():
            if option.language:
                yield option.language, ("nodes", name, "options", key, "language")


def _sources(flow: Flow) -> Iterator[tuple[str, Path]]:
    for section in ("lines", "hours", "contacts", "keys", "nodes", "promises", "calls"):
        for path, entry in _entries(flow, section):
            yield from _cited(path, entry)
            options = entry.get("options", "") if section == "nodes" else ""
            if isinstance(options, Mapping):
                for key, option in options.items():
                    if isinstance(option, Mapping):
                        yield from _cited((*path, "options", key), option)


def _entries(flow: Flow, section: str) -> Iterator[tuple[Path, Mapping]]:
    """Give the entries of a section that are maps, with their places."""
    value: Tree = flow.tree.get(section, "")
    if isinstance(value, Mapping):
        parts: Iterable[tuple[str | int, Tree]] = value.items()
    else:
        parts = enumerate(value) if isinstance(value, Sequence) else ()
    for step, entry in parts:
        if isinstance(entry, Mapping):
            yield (section, step), entry


def _cited(path: Path, entry: Mapping) -> Iterator[tuple[str, Path]]:
    """Give what an entry cites: a source, and the place in it."""
    cited = entry.get("documented", "")
    several = cited if isinstance(cited, Sequence) else (cited,)
    for number, text in enumerate(several):
        if isinstance(text, str) and text.strip():
            yield text.strip(), (*path, "documented", *((number,) if several is cited else ()))
