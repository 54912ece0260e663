"""The settings that hold, written as a settings file would say them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ivr.checking.settings import Settings


def shown(settings: Settings, fail_level: str) -> str:
    """Write settings as TOML, each that is set; `fail_level` is the one that holds in the end."""
    return "\n".join(_lines(settings, fail_level)) + "\n"


def _lines(settings: Settings, fail_level: str) -> Iterator[str]:
    yield f"# {settings.file or 'no settings file'}"
    if settings.profile:
        yield f"profile = {_value(settings.profile)}"
    for key in ("select", "extend-select", "ignore"):
        words = getattr(settings, key.replace("-", "_"))
        if words:
            yield f"{key} = {_value(words)}"
    yield f"fail-level = {_value(fail_level)}"
    tables = {"per-file": settings.per_file, "severity": settings.severity}
    for name, entries in tables.items():
        if entries:
            yield f"\n[{name}]"
            yield from (f"{_key(key)} = {_value(value)}" for key, value in dict(entries).items())
    if settings.limits:
        yield "\n[limits]"
        for rule, values in settings.limits:
            yield f"{_key(rule)} = {{{', '.join(f'{_key(name)} = {_value(value)}' for name, value in values)}}}"


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("-", "").replace("_", "").isalnum() else _value(key)


def _value(value: object) -> str:
    """Write a value: JSON's text, numbers, lists and words for yes and no are TOML's too."""
    return json.dumps(value, ensure_ascii=False, default=str)
