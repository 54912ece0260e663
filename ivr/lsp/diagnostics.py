"""Findings as an editor shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location

from ivr.finding import Finding, Severity
from ivr.lsp.positions import Lines

SOURCE = "ivr"
_SEVERITY: Mapping[Severity, DiagnosticSeverity] = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostic(
    finding: Finding, lines: Lines, uri_of: Callable[[str], str], lines_of: Callable[[str], Lines]
) -> Diagnostic:
    """Give a finding as a diagnostic of the file in which it stands, the text of which is `lines`."""
    hint = f"\n{finding.fault.hint}" if finding.fault.hint else ""
    call = f"\nThe call that shows it: {finding.witness.words()}" if finding.witness else ""
    related = [
        DiagnosticRelatedInformation(Location(uri_of(place.file), lines_of(place.file).range(place)), words)
        for place, words in finding.fault.related
    ]
    return Diagnostic(
        range=lines.range(finding.place),
        message=f"{finding.message}{hint}{call}",
        severity=_SEVERITY[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=related or None,
    )
