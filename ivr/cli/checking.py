"""One run of `ivr check`: the files that are meant, the settings of each, and what is found in them."""

from __future__ import annotations

import os
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ivr.checking.outcome import Outcome
from ivr.checking.run import Run
from ivr.checking.settings import Settings, nearest, read_settings
from ivr.cli.check_options import Wanted
from ivr.cli.clock import day_of
from ivr.cli.reading import STDIN, STDIN_NAME, files_in, flow_for, is_folder, read, stop
from ivr.printable import printable

if TYPE_CHECKING:
    from ivr.finding import Finding
    from ivr.loader import Loaded


class Checking:
    """What the command line wants, and what follows from it; `seen` are the files that were read."""

    def __init__(self, wanted: Wanted) -> None:
        """Raise click.UsageError where options do not go together, SettingsError where settings cannot be used."""
        if wanted.config and wanted.isolated:
            message = "--config names settings, and --isolated wants none; give one of them."
            raise click.UsageError(message)
        self.wanted = wanted
        self.today: date = day_of(wanted.today)
        self.by_folder: dict[str, Settings] = {}
        self.seen: set[str] = set()

    def renew(self) -> None:
        """Forget which files there are, and their settings."""
        self.__dict__.pop("files", None)
        self.by_folder.clear()

    @cached_property
    def files(self) -> list[str]:
        """The files of the flows; stops the program where there is none."""
        files = list(dict.fromkeys(map(flow_for, files_in(self.wanted.flows))))
        if not files:
            stop(f"There is no flow in {', '.join(self.wanted.flows)}: no YAML file there begins with `ivr: 1`.")
        return files

    def settings_for(self, file: str) -> Settings:
        """Give the settings for a flow, or for a folder: those of a file with what the command line says."""
        folder = file if file == STDIN or is_folder(file) else os.path.dirname(file)  # noqa: PTH120 -- often called
        if folder not in self.by_folder:
            self.by_folder[folder] = self._settings(Path("" if folder == STDIN else folder))
        return self.by_folder[folder]

    def _settings(self, folder: Path) -> Settings:
        wanted, found = self.wanted, Settings()
        if wanted.config:
            found = read_settings(Path(wanted.config)) or found
        elif not wanted.isolated:
            found = nearest(folder)
        return found.given_besides(
            profile=wanted.profile or "",
            select=wanted.select,
            extend_select=wanted.extend_select,
            ignore=wanted.ignore,
            severity=wanted.severity,
            fail_level=wanted.fail_level or "",
        )

    def outcomes(self) -> list[Outcome]:
        """Give what is found in each flow, in the order of the files."""
        folder = None if self.wanted.no_cache else self.wanted.cache_dir or ""
        run = Run(self.settings_for, self.today, folder, self.prepare)
        done = {one.file: one for one in run.check([file for file in self.files if file != STDIN])}
        if STDIN in self.files:
            self.prepare()
            loaded = read(STDIN)
            done[STDIN] = Outcome(STDIN, self.found_in(loaded), loaded.texts, loaded.flow is not None)
        self.seen.update(file for one in done.values() for file in (*one.texts, one.file))
        return [done[file] for file in self.files]

    def found_in(self, loaded: Loaded) -> tuple[Finding, ...]:
        """Give the findings on a flow that was read, by the settings that hold for it."""
        from ivr.checking.choice import choice_of  # noqa: PLC0415 -- imports the checks, which takes longest of all

        file = next(iter(loaded.texts), "")
        settings = self.settings_for(STDIN if file in {"", STDIN_NAME} else file)
        return choice_of(settings).findings_on(loaded, today=self.today)

    def prepare(self) -> None:
        """Hold the rules that are named here, and all settings, against the catalogue."""
        from ivr.checking.choice import choice_of, unknown_rule  # noqa: PLC0415 -- as above

        wanted = self.wanted
        rules = [rule for rule, _ in wanted.severity]
        for word in (*wanted.select, *wanted.extend_select, *wanted.ignore, *rules):
            if unknown := unknown_rule(word):
                whole = unknown[0].upper() + unknown[1:] + ("" if unknown.endswith("?") else ".")
                raise click.UsageError(printable(whole))
        for settings in {self.settings_for(file): None for file in self.files}:
            choice_of(settings)

    def fail_level(self, file: str) -> str:
        """Say how bad a finding in a flow must be to fail the check."""
        settings = self.settings_for(file)
        if settings.fail_level or not settings.profile:
            return settings.fail_level or "warning"
        from ivr.profiles import profile  # noqa: PLC0415 -- most projects have none

        return profile(settings.profile).fail_level

    def shown_settings(self) -> str:
        """Write the settings for the first flow that is named, or for the present folder, as TOML."""
        from ivr.checking.showing import shown  # noqa: PLC0415 -- seldom asked for

        first = self.wanted.flows[0] if self.wanted.flows else "."
        return shown(self.settings_for(first), self.fail_level(first))
