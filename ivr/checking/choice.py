"""From settings to the rules that run: held against the catalogue, with what their profile changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ivr.check import Check, Selection, named, run_checks
from ivr.checking.settings import Settings, SettingsError, line_of, nearly
from ivr.checks import catalogue
from ivr.finding import Finding, Severity
from ivr.loader import Loaded
from ivr.profile import Profile
from ivr.profiles import names, profile

_LEVELS: Mapping[str, Severity | None] = {"off": None, **{str(level): level for level in Severity}}
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "yes or no, written `true` or `false`"),
    (int, "a whole number"),
    (float, "a number"),
    (str, "text in quotes"),
    (tuple, "a list"),
    (frozenset, "a list"),
)


class Choice(NamedTuple):
    """What runs over a flow, and what is left out of the findings in some files."""

    selection: Selection
    spared: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = ()
    root: str = ""

    def findings_on(
        self, loaded: Loaded, *, today: date, pausing: Callable[[], None] = lambda: None
    ) -> tuple[Finding, ...]:
        """Give the findings on what was read; where no flow could be made of it, what the reader saw.

        `pausing` is called before each check; what it raises ends the run.
        """
        if loaded.flow is not None:
            found = run_checks(loaded.flow, catalogue(), self.selection, today=today, pausing=pausing)
            return tuple(finding for finding in found if not self.spares(finding)) if self.spared else found
        rules = {rule.code: rule.name for rule in catalogue()}
        return tuple(Finding(code, rules[code], Severity.ERROR, fault) for code, fault in loaded.faults)

    def spares(self, finding: Finding) -> bool:
        """Whether the settings leave this rule out in the file in which the finding stands."""
        path = Path(finding.place.file).absolute()
        shown = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()
        return any(glob.fullmatch(shown) and any(named(finding, word) for word in words) for glob, words in self.spared)


@cache
def choice_of(settings: Settings) -> Choice:
    """Hold settings against the catalogue; raises SettingsError, with the line of the file where there is one."""
    chosen = profile_of(settings)
    for key in ("select", "extend-select", "ignore"):
        for word in getattr(settings, key.replace("-", "_")):
            _refuse(settings, (key, word), unknown_rule(word))
    for glob, words in settings.per_file:
        for word in words:
            _refuse(settings, ("per-file", glob, word), unknown_rule(word))
    levels, limits = _of_profile(chosen)
    for word, level in settings.severity:
        levels[_rule(settings, "severity", word).code] = _LEVELS[level]
    for word, given in settings.limits:
        rule = _rule(settings, "limits", word)
        for name, value in given:
            limits.setdefault(rule.code, {})[name] = _limit(settings, rule, (word, name), value)
    selection = Selection(settings.select, settings.ignore, limits, levels, settings.extend_select)
    spared = tuple((re.compile(_pattern(glob)), words) for glob, words in settings.per_file)
    return Choice(selection, spared, settings.root)


def profile_of(settings: Settings) -> Profile | None:
    """Give the profile that settings name, or none; raises SettingsError."""
    if not settings.profile:
        return None
    try:
        return profile(settings.profile)
    except KeyError:
        known = names()
        message = f"there is no profile '{settings.profile}'{nearly(settings.profile, known)}"
        _refuse(settings, ("profile",), message)
        return None


def unknown_rule(word: str) -> str:
    """Say that a word (a code, the beginning of one, or a name) means no rule, or nothing."""
    if any(named(rule, word) for rule in catalogue()) or any(named(rule, word) for rule in _audits()):
        return ""
    import difflib  # noqa: PLC0415 -- only for a message

    rules = (*catalogue(), *_audits())
    codes, known = [rule.code for rule in rules], [rule.name for rule in rules]
    near = difflib.get_close_matches(word.upper(), codes, 1) or difflib.get_close_matches(word.lower(), known, 1)
    return f"there is no rule '{word}'" + (f"; did you mean '{near[0]}'?" if near else "; `ivr explain` lists them all")


def _audits() -> tuple[Check, ...]:
    """Give the rules of audits, which settings may name too."""
    from ivr.audits import audits  # noqa: PLC0415 -- slow to import, and seldom named

    return audits()


def _of_profile(chosen: Profile | None) -> tuple[dict[str, Severity | None], dict[str, dict[str, Any]]]:
    """Give the severities and limits of a profile; rules and limits that it names in vain are a matter of its test."""
    rules = {rule.code: rule for rule in catalogue()}
    changes = [change for change in (chosen.changes if chosen else ()) if change.rule in rules]
    levels = {one.rule: None if one.off else one.severity or rules[one.rule].severity for one in changes}
    limits = {
        one.rule: {name: value for name, value in one.limits.items() if name in rules[one.rule].limits}
        for one in changes
    }
    return levels, limits


def _rule(settings: Settings, key: str, word: str) -> Check:
    """Give the one rule that a word means."""
    found = [rule for rule in catalogue() if word.upper() == rule.code or word.lower() == rule.name]
    found = found or [rule for rule in _audits() if word.upper() == rule.code or word.lower() == rule.name]
    if not found:
        more = unknown_rule(word) or f"'{word}' means several rules; write the code or the name of one"
        _refuse(settings, (key, word), more)
    return found[0]


def _limit(settings: Settings, rule: Check, path: tuple[str, str], value: object) -> object:
    """Give the value of a limit as the rule takes it."""
    word, name = path
    if name not in rule.limits:
        known = tuple(rule.limits)
        more = nearly(name, known, "its limits are") if known else "; it has none"
        _refuse(settings, ("limits", word, name), f"'{name}' is no limit of {rule.code} ({rule.name}){more}")
    usual = rule.limits[name]
    kind, said = next(((kind, said) for kind, said in _KINDS if isinstance(usual, kind)), (object, ""))
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if kind in {tuple, frozenset} and isinstance(value, list):
        value = kind(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        _refuse(settings, ("limits", word, name), f"'{name}' of {rule.code} has to be {said}; usually it is {usual!r}")
    if isinstance(value, (int, float)) and not value >= 0:  # nor "not a number", which TOML has
        _refuse(settings, ("limits", word, name), f"'{name}' of {rule.code} has to be 0 or more")
    return value


def _refuse(settings: Settings, path: tuple[str, ...], message: str) -> None:
    """Raise what is wrong with settings, if anything is; with the place where it is written in their file."""
    if not message:
        return
    if settings.file:
        file = Path(settings.file)
        above = ("tool", "ivr") if file.name == "pyproject.toml" else ()
        line = line_of(file.read_text(encoding="utf-8-sig"), (*above, *path))
        message = f"{settings.file}:{line}: {message}"
    raise SettingsError(message)


def _pattern(glob: str) -> str:
    """Make a regular expression of a glob: `*` stays in a folder, `**` goes through all; a mere name is in any."""
    whole = glob if "/" in glob else f"**/{glob}"
    return "".join(_pieces(whole.removeprefix("./").removeprefix("/")))


def _pieces(glob: str) -> Iterator[str]:
    for found in re.finditer(r"\*\*/|\*\*|\*|\?|[^*?]+", glob):
        stands_for = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
        yield stands_for.get(found[0]) or re.escape(found[0])
