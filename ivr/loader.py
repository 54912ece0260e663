"""From the text of a flow file to a flow, and all that is wrong with the text, in one run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import Field

from ivr.collector import collector_paused
from ivr.contact import Contact
from ivr.documents import Opening, Promise, Script
from ivr.fields import Fields, Text, shortened
from ivr.finding import Fault
from ivr.flow import BUILT_IN_SCHEDULES, Flow
from ivr.loading.beside import take_calls
from ivr.loading.compose import compose
from ivr.loading.include import Gathered, Read
from ivr.loading.sections import MISSING_FIELD, WRONG_SHAPE, WRONG_VALUE, Reader
from ivr.loading.text import read_text
from ivr.schedule import (
    Schedule,
    ScheduleError,
    always,
    make_schedule,
    parse_dates,
    parse_extra,
    parse_hours,
    parse_timezone,
)
from ivr.settings import Defaults, GlobalKey, Line, Source
from ivr.tree import Mapping as TreeMapping
from ivr.tree import Reported, locate

if TYPE_CHECKING:
    from collections.abc import Callable

VERSION = "1"
"""The version of the language that is read here: `ivr: 1`."""
TIMEZONE_MISSING = "HR003"
SECTIONS = (
    "ivr", "name", "note", "owner", "reviewed", "timezone", "languages", "include", "lines", "hours", "contacts",
    "keys", "defaults", "nodes", "wording", "sources", "promises", "calls",
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


class Loaded(NamedTuple):
    """What came of reading: the flow, or None where nothing could be made of the file; and every fault.

    `texts` are the texts of the files that were read, by name.
    """

    flow: Flow | None
    faults: tuple[Reported, ...]
    texts: Mapping[str, str]


class WordingChanges(Fields):
    """How a flow changes the announcements of one language."""

    noun: Text | None = Field(default=None, description="The sentence, with `{say}` and `{key}`, for a noun.")
    verb: Text | None = Field(default=None, description="The same for a `say` that begins with a verb.")
    keys: dict[str, Text] = Field(default={}, description="What keys are called, as in `#: hash`.")


def load(path: str | Path, calls: Iterable[Path] = ()) -> Loaded:
    """Read the flow file at `path`, with all that it includes. Never raises for what a file holds.

    `calls` are files of calls that are read with it; `ivr.loading.beside.calls_beside` gives those that belong to it.
    """
    file = Path(path)
    text, faults = read_text(file)
    if text is None:
        return Loaded(None, faults, {})
    return load_text(text, file.as_posix(), calls=calls)


def load_text(text: str, file: str = "flow.yaml", read: Read = read_text, calls: Iterable[Path] = ()) -> Loaded:
    """Read a flow from its text; `file` is its name in findings, and where its includes are looked for.

    `read` gives the text of an included file, for who has a newer one than the disk; `calls` are as for `load`.
    """
    with collector_paused():
        tree, faults = compose(text, file)
        if not isinstance(tree, TreeMapping):
            if tree is not None and not faults:
                message = f"'{file}' is not a call flow: it must be a map of sections such as `lines` and `nodes`"
                faults = (Reported(WRONG_SHAPE, Fault(locate(tree, ()), message)),)
            return Loaded(None, tuple(faults), {file: text})
        gathered = Gathered(tree, file, read)
        gathered.take_in_all(tree, file, ())
        take_calls(gathered, calls)
        flow = _flow(gathered, file, tuple(faults))
        return Loaded(flow, flow.faults, gathered.texts)


def _flow(gathered: Gathered, file: str, faults: tuple[Reported, ...]) -> Flow:
    reader = Reader(gathered.top)
    reader.unread.update(gathered.unread if gathered.complete else SECTIONS)
    reader.take_sections(SECTIONS)
    _check_version(reader, file)
    reader.needed("timezone", "a time zone, such as `America/Chicago`")
    reader.needed("languages", "language tags, such as `[en, es]`")
    zone = _zone(reader, ("timezone",), reader.text("timezone"), ZoneInfo("UTC"))
    languages = _languages(reader)
    parts: dict[str, Any] = {
        "lines": reader.parts("lines", Line, "a line", _line),
        "hours": _hours(reader, zone),
        "contacts": reader.parts("contacts", Contact, "a contact"),
        "keys": reader.parts("keys", GlobalKey, "a key of the whole flow", _key),
        "defaults": reader.part(Defaults, ("defaults",), reader.entries("defaults"), "`defaults`") or Defaults(),
        "nodes": reader.nodes(),
        "wordings": _wordings(reader),
        "sources": reader.parts("sources", Source, "a source", _source),
    }
    promises = _listed(reader, "promises", Promise, "a promise")
    calls = _listed(reader, "calls", Script, "a call")
    return Flow(
        file=file,
        tree=gathered.top,
        name=reader.text("name"),
        owner=reader.text("owner"),
        reviewed=_reviewed(reader),
        timezone=zone,
        languages=languages,
        broken=frozenset(reader.broken),
        unread=frozenset(reader.unread),
        faults=(*faults, *gathered.faults, *reader.faults),
        texts=gathered.texts,
        promises=tuple(promises.values()),
        calls=tuple(calls.values()),
        listed={"promises": tuple(promises), "calls": tuple(calls)},
        **parts,
    )


def _check_version(reader: Reader, file: str) -> None:
    tree = reader.tree
    if "ivr" not in tree:
        message = (
            f"'{file}' does not say which version of the language it is written in; begin it with `ivr: {VERSION}`"
        )
        reader.report(MISSING_FIELD, locate(tree, ()), message)
    elif tree["ivr"] != VERSION:
        message = f"version '{tree['ivr']}' of the language is not known here; write `ivr: {VERSION}`"
        reader.report(WRONG_VALUE, tree.value_place("ivr"), message)


def _zone(reader: Reader, path: tuple[str | int, ...], name: str, default: ZoneInfo) -> ZoneInfo:
    try:
        return parse_timezone(name) if name else default
    except ScheduleError as error:
        reader.report(TIMEZONE_MISSING, locate(reader.tree, path), str(error))
        return default


def _reviewed(reader: Reader) -> date | None:
    written = reader.text("reviewed").strip()
    try:
        return date.fromisoformat(written if _DAY.match(written) else "") if written else None
    except ValueError:
        message = f"'{shortened(written)}' is not a day; write it as in `2026-05-01`"
        reader.report(WRONG_VALUE, locate(reader.tree, ("reviewed",)), message)
        return None


def _languages(reader: Reader) -> tuple[str, ...]:
    languages = reader.texts("languages")
    good = tuple(dict.fromkeys(tag for tag in languages if _LANGUAGE.match(tag)))
    for number, tag in enumerate(languages):
        if tag not in good:
            message = f"'{tag}' is not a language tag; write one such as `en`, `es` or `fr-CA`"
            reader.report(WRONG_VALUE, locate(reader.tree, ("languages", number)), message)
    return good or ("en",)


def _line(value: object) -> object:
    return {"start": value} if isinstance(value, str) else value


def _key(value: object) -> object:
    return {"go": value} if isinstance(value, str) else value


def _source(value: object) -> object:
    return {"title": value} if isinstance(value, str) else value


def _hours(reader: Reader, zone: ZoneInfo) -> dict[str, Schedule]:
    schedules = {}
    for name, value in reader.entries("hours").items():
        path = ("hours", name)
        if name in BUILT_IN_SCHEDULES:
            message = f"'{name}' is built in; give this schedule another name"
            reader.report(WRONG_VALUE, locate(reader.tree, path, key=True), message)
            continue
        long_form = {"open": value} if isinstance(value, str | list) else value
        opening = reader.part(Opening, path, long_form, "a schedule")
        schedules[name] = _schedule(reader, path, opening, zone) if opening else always(zone)
    return schedules


def _schedule(reader: Reader, path: tuple[str | int, ...], opening: Opening, zone: ZoneInfo) -> Schedule:
    """Make a schedule of all that can be understood of it."""
    zone = _zone(reader, (*path, "timezone"), opening.timezone or "", zone)
    readable = {
        "open": _understood(reader, path, "open", opening.open, parse_hours),
        "closed": _understood(reader, path, "closed", opening.closed, parse_dates),
        "extra": _understood(reader, path, "extra", opening.extra, parse_extra),
    }
    if opening.open and not readable["open"]:
        return always(zone)
    return make_schedule(readable["open"], readable["closed"], readable["extra"], zone)


def _understood(
    reader: Reader, path: tuple[str | int, ...], field: str, texts: tuple[str, ...], parse: Callable[[str], object]
) -> list[str]:
    good = []
    for number, text in enumerate(texts):
        try:
            parse(text)
        except ScheduleError as error:
            reader.report(WRONG_VALUE, locate(reader.tree, (*path, field, number)), str(error))
        else:
            good.append(text)
    return good


def _wordings(reader: Reader) -> dict[str, dict[str, Any]]:
    changes = reader.parts("wording", WordingChanges, "a wording")
    return {tag: change.model_dump(exclude_none=True, exclude_unset=True) for tag, change in changes.items()}


def _listed(reader: Reader, section: str, model: type[Any], what: str) -> dict[int, Any]:
    """Read a section that is a list; gives what could be read, by where it stands in the list."""
    read = ((at, reader.part(model, (section, at), value, what)) for at, value in enumerate(reader.items(section)))
    return {at: part for at, part in read if part is not None}
