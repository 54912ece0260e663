"""How flows are checked in one project: `ivr.toml`, or `[tool.ivr]` in pyproject.toml, the nearest above a flow.

Only the shape is looked at here, without the catalogue of rules: what was checked before with the very same settings
is known to be right. `ivr.checking.choice` holds them against the rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

OWN_FILE = "ivr.toml"
SHARED_FILE = "pyproject.toml"
LEVELS = ("error", "warning", "info", "off")
FAIL_LEVELS = ("error", "warning", "info", "never")


class SettingsError(Exception):
    """Settings cannot be used; the text says in one sentence where and why."""


class Settings(NamedTuple):
    """What a project asks of `ivr check`; the fields are the keys of its file, with `_` for `-`.

    `file` is where they were written, and `root` the folder from which the globs of `per_file` are meant.
    """

    profile: str = ""
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    limits: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    fail_level: str = ""
    file: str = ""
    root: str = ""

    def given_besides(  # noqa: PLR0913 -- one for each that the command line can give
        self,
        *,
        profile: str = "",
        select: tuple[str, ...] = (),
        extend_select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        severity: tuple[tuple[str, str], ...] = (),
        fail_level: str = "",
    ) -> Settings:
        """Give the settings with what the command line says, which wins.

        What it selects stands in the place of what the file selects and ignores; what it ignores is ignored besides.
        """
        return self._replace(
            profile=profile or self.profile,
            select=select or self.select,
            extend_select=(() if select else self.extend_select) + extend_select,
            ignore=(() if select else self.ignore) + ignore,
            severity=(*self.severity, *severity),
            fail_level=fail_level or self.fail_level,
        )


def nearest(folder: Path) -> Settings:
    """Give the settings that hold for flows in a folder: those of the next file above; raises SettingsError."""
    here = Path(folder).absolute()
    for above in (here, *here.parents):
        for name in (OWN_FILE, SHARED_FILE):
            if _is_file(above / name):
                found = read_settings(shown(above / name))
                if found is not None:
                    return found
    return Settings()


def _is_file(path: Path) -> bool:
    """Tell whether a file is there; where nobody may look, there is none, and what is said of the flow says why."""
    try:
        return path.is_file()
    except OSError:
        return False


def shown(path: Path) -> Path:
    """Give a path as people know it: from the folder in which they are, where it lies there."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def read_settings(path: Path) -> Settings | None:
    """Read one file; None for a pyproject.toml that says nothing of ivr. Raises SettingsError."""
    import tomllib  # noqa: PLC0415 -- most folders have no settings

    try:
        text = path.read_text(encoding="utf-8-sig")
        table: Any = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or "it is not UTF-8 text"
        message = f"the settings in '{path.as_posix()}' cannot be read: {reason}"
        raise SettingsError(message) from error
    except tomllib.TOMLDecodeError as error:
        if path.name == SHARED_FILE and "tool.ivr" not in text:
            return None
        line = re.search(r"line (\d+)", str(error))
        message = f"{path.as_posix()}:{line[1] if line else 1}: this is not TOML: {error}"
        raise SettingsError(message) from error
    above: tuple[str, ...] = ("tool", "ivr") if path.name == SHARED_FILE else ()
    for key in above:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    return None if above and not table else _Reader(path, text, above).read(table)


class _Reader(NamedTuple):
    """A settings file while it is read: where it is, its text, and the tables above its settings."""

    path: Path
    text: str
    above: tuple[str, ...]

    def read(self, table: object) -> Settings:
        if not isinstance(table, dict):  # only below a heading; a whole file is always a table
            self.refuse((), "'ivr' has to be a table, headed by `[tool.ivr]`")
        entries = self.table(table, ("ivr",))
        unknown = [key for key in entries if key not in _KEYS]
        if unknown:
            more = _ALREADY if unknown[0] in {"tool", "ivr"} else nearly(unknown[0], _KEYS)
            self.refuse((unknown[0],), f"'{unknown[0]}' is no setting{more}")
        values = {key.replace("-", "_"): _KEYS[key](self, (key,), value) for key, value in entries.items()}
        return Settings(**values, file=self.path.as_posix(), root=self.path.absolute().parent.as_posix())

    def refuse(self, path: tuple[str, ...], message: str) -> None:
        line = line_of(self.text, (*self.above, *path))
        whole = f"{self.path.as_posix()}:{line}: {message}"
        raise SettingsError(whole)

    def table(self, value: object, path: tuple[str, ...]) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.refuse(path, f"'{path[-1]}' has to be a table, as in `{_EXAMPLES.get(path[0], '')}`")
            return {}
        return value

    def text_at(self, path: tuple[str, ...], value: object) -> str:
        if not isinstance(value, str):
            self.refuse(path, f"'{path[-1]}' has to be text in quotes, as in `{_EXAMPLES.get(path[0], '')}`")
        return str(value)

    def words(self, path: tuple[str, ...], value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            value = [word.strip() for word in value.split(",")]
        if not (isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)):
            self.refuse(path, f"'{path[-1]}' has to be a list of rules, as in `{_EXAMPLES.get(path[0], '')}`")
            return ()
        return tuple(word.strip() for word in value)

    def per_file(self, path: tuple[str, ...], value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple((glob, self.words((*path, glob), words)) for glob, words in self.table(value, path).items())

    def levels(self, path: tuple[str, ...], value: object) -> tuple[tuple[str, str], ...]:
        table = self.table(value, path)
        return tuple((rule, self.one_of(LEVELS)(self, (*path, rule), level)) for rule, level in table.items())

    def limits(self, path: tuple[str, ...], value: object) -> tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]:
        table = self.table(value, path)
        return tuple((rule, tuple(self.table(given, (*path, rule)).items())) for rule, given in table.items())

    @staticmethod
    def one_of(words: tuple[str, ...]) -> Callable[[_Reader, tuple[str, ...], object], str]:
        def read(self: _Reader, path: tuple[str, ...], value: object) -> str:
            if not isinstance(value, str):
                self.refuse(path, f"'{path[-1]}' has to be one of {', '.join(words)}, in quotes")
            if value not in words:
                self.refuse(path, f"'{value}' is none of {', '.join(words)}{nearly(str(value), words, '')}")
            return str(value)

        return read


_KEYS: Mapping[str, Callable[[_Reader, tuple[str, ...], Any], Any]] = {
    "profile": _Reader.text_at,
    "select": _Reader.words,
    "extend-select": _Reader.words,
    "ignore": _Reader.words,
    "per-file": _Reader.per_file,
    "severity": _Reader.levels,
    "limits": _Reader.limits,
    "fail-level": _Reader.one_of(FAIL_LEVELS),
}
_EXAMPLES = {
    "profile": 'profile = "coga"',
    "select": 'select = ["KY", "missing-prompt"]',
    "extend-select": 'extend-select = ["HU017"]',
    "ignore": 'ignore = ["PR006"]',
    "per-file": 'per-file = {"old/*.yaml" = ["KY006"]}',
    "severity": 'severity = {KY014 = "off", TM006 = "warning"}',
    "limits": "limits = {TM005 = {least = 5}}",
    "fail-level": 'fail-level = "error"',
}

_ALREADY = f"; outside {SHARED_FILE}, settings stand without such a heading"


def nearly(word: str, known: Mapping[str, Any] | tuple[str, ...], otherwise: str = "they are") -> str:
    """Say which of the known words was probably meant, as the end of a sentence; `otherwise` begins a list of them."""
    import difflib  # noqa: PLC0415 -- only for a message

    near = difflib.get_close_matches(word, list(known), 1)
    if near:
        return f"; did you mean '{near[0]}'?"
    return f"; {otherwise} {', '.join(known)}" if otherwise else ""


def line_of(text: str, path: tuple[str, ...]) -> int:
    """Find the line, from 1, in which the value at a path of a TOML file is written; as near as it can be told.

    TOML's reader keeps no places, so keys are looked for one below the other: a heading that names some of them, then
    the first line that has the next one.
    """
    lines = text.splitlines()
    at, left = 0, list(path)
    for number, names in _headings(lines):
        if list(path[: len(names)]) == names and len(names) > len(path) - len(left):
            at, left = number, list(path[len(names) :])
    for key in left:
        pattern = re.compile(rf"""(?<![\w-]){re.escape(key)}(?![\w-])""")
        at = next((number for number in range(at, len(lines)) if pattern.search(lines[number])), at)
    return min(at, max(len(lines) - 1, 0)) + 1


def _headings(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines):
        found = re.match(r"\s*\[\[?([^\[\]]+)\]", line)
        if found:
            yield number, [part.strip(" \t\"'") for part in found[1].split(".")]
