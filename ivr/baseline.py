"""A baseline: the findings that an old project begins with, so that only what comes besides is reported.

A finding is known again by its file, its rule and its sentence, not by its line: what stands above it may change. Of
findings that have all three alike, as many are known as were written down.

    {"version": 1, "files": {"flows/clinic.yaml": {"KY006": {"'0' leads to ...": 1}}}}
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ivr.finding import Finding

VERSION = 1


class BaselineError(ValueError):
    """A baseline cannot be used; the text says in one sentence why."""


class Known(NamedTuple):
    """What a finding is known by: the path of its file from the baseline's folder, its code, its sentence."""

    file: str
    code: str
    message: str


class Sifted(NamedTuple):
    """The findings that a baseline does not know, and what it knows that was not found any more, with how often."""

    new: tuple[Finding, ...]
    gone: Mapping[Known, int]


class Baseline(NamedTuple):
    """How often each finding is known, and the folder from which files are named."""

    counts: Mapping[Known, int]
    folder: str

    def sift(self, findings: Iterable[Finding]) -> Sifted:
        """Leave out the findings that are known, the first ones in their order."""
        left = Counter(self.counts)
        new = []
        for finding in findings:
            known = known_by(finding, self.folder)
            if left[known] > 0:
                left[known] -= 1
            else:
                new.append(finding)
        return Sifted(tuple(new), {known: count for known, count in left.items() if count > 0})


def known_by(finding: Finding, folder: str) -> Known:
    """Give what a finding is known by in a baseline that stands in a folder."""
    return Known(path_from(finding.place.file, folder), finding.code, finding.message)


def path_from(file: str, folder: str) -> str:
    """Give the path of a file from a folder, with `/`."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # on another drive
        return Path(file).as_posix()


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; raises BaselineError."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["version"] != VERSION:
            message = f"the baseline '{path.as_posix()}' has version {content['version']}; {VERSION} is known here"
            raise BaselineError(message)
        counts = {
            Known(file, code, message): _count(number)
            for file, codes in content["files"].items()
            for code, messages in codes.items()
            for message, number in messages.items()
        }
    except OSError as error:
        message = f"the baseline '{path.as_posix()}' cannot be read: {error.strerror}; --write-baseline makes one"
        raise BaselineError(message) from error
    except (AttributeError, KeyError, TypeError, json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"'{path.as_posix()}' is no baseline; --write-baseline makes one"
        raise BaselineError(message) from error
    return Baseline(counts, str(path.parent))


def _count(number: object) -> int:
    if not isinstance(number, int):
        raise TypeError(type(number))
    return number


def baseline_text(findings: Iterable[Finding], folder: str) -> str:
    """Write findings down as a baseline that is to stand in a folder; sorted, so that changes of it can be read."""
    files: dict[str, Any] = {}
    for known, number in sorted(Counter(known_by(finding, folder) for finding in findings).items()):
        files.setdefault(known.file, {}).setdefault(known.code, {})[known.message] = number
    return json.dumps({"version": VERSION, "files": files}, indent=2, ensure_ascii=True) + "\n"
