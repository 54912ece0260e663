"""Checking files, each as its project asks for it; what is known from last time is not checked again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ivr.checking.cache import FOLDER, Cache, digest_of
from ivr.checking.outcome import Outcome
from ivr.checking.settings import Settings
from ivr.checking.version import stamp

SettingsFor = Callable[[str], Settings]


class Run(NamedTuple):
    """How files are checked: with which settings each, as on which day, and where the cache is (None: there is none).

    An empty `folder` means beside the settings; one that is not there yet is not made for a single flow, which is soon
    checked anew. `prepare` is called once before anything is checked that is not known,
    to hold against the catalogue what nothing but the catalogue can tell.
    """

    settings_for: SettingsFor
    today: date
    folder: str | None
    prepare: Callable[[], None]

    def check(self, files: Sequence[str]) -> list[Outcome]:
        """Check files, in their order."""
        caches = {file: self._cache(file, alone=len(files) == 1) for file in files}
        known = {file: found[0].known(file, found[1]) if found else None for file, found in caches.items()}
        left = {file: caches[file] for file, outcome in known.items() if outcome is None}
        done = self._checked(left) if left else {}
        return [known[file] or done[file] for file in files]

    def _cache(self, file: str, *, alone: bool) -> tuple[Cache, str] | None:
        """Give the cache for a file, and the way in which it is checked."""
        if self.folder is None:
            return None
        settings = self.settings_for(file)
        folder = Path(self.folder) if self.folder else Path(settings.root) / FOLDER
        if alone and not self.folder and not folder.is_dir():
            return None
        return Cache(folder, f"{stamp()} {self.today}"), way_of(settings)

    def _checked(self, files: Mapping[str, tuple[Cache, str] | None]) -> dict[str, Outcome]:
        from ivr.checking.work import Job, outcomes  # noqa: PLC0415 -- imports the checks, which takes longest of all

        self.prepare()
        jobs = [Job(file, self.settings_for(file), self.today, *(found or (None, ""))) for file, found in files.items()]
        done = {outcome.file: outcome for outcome in outcomes(jobs)}
        for one in {job.cache for job in jobs if job.cache}:
            one.tidy()
        return done


@cache
def way_of(settings: Settings) -> str:
    """Give a word for settings: what was found with others does not count."""
    return digest_of(json.dumps(settings, default=repr).encode())
