"""Changes that an editor is asked to make: fixes of findings, suppressions, the normal form, in its own positions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from ivr.checking.silence import silenced
from ivr.edit import Edit
from ivr.finding import Finding
from ivr.formatting import formatted
from ivr.lsp.diagnostics import diagnostic
from ivr.lsp.positions import LINE_END, Lines
from ivr.lsp.project import Project
from ivr.source import Place

Spread = Callable[[str], Lines]


def workspace_edit(edits: Iterable[Edit], project: Project, lines_of: Spread) -> WorkspaceEdit:
    """Give edits as the editor takes them, file by file, for the texts as they are now."""
    by_file: dict[str, list[Edit]] = {}
    for edit in dict.fromkeys(edits):
        by_file.setdefault(edit.place.file, []).append(edit)
    changes = [_of_file(file, some, project, lines_of(file)) for file, some in by_file.items()]
    return WorkspaceEdit(document_changes=changes)


def plain_edit(edit: WorkspaceEdit) -> WorkspaceEdit:
    """Give the same for an editor that knows no versions of texts."""
    changes = {
        change.text_document.uri: [one for one in change.edits if isinstance(one, TextEdit)]
        for change in edit.document_changes or ()
        if isinstance(change, TextDocumentEdit)
    }
    return WorkspaceEdit(changes=changes)


def _of_file(file: str, edits: list[Edit], project: Project, lines: Lines) -> TextDocumentEdit:
    identifier = OptionalVersionedTextDocumentIdentifier(project.uri_of(file), version=project.versions.get(file))
    texts = [(edit.place, LINE_END.sub(lines.newline, edit.text)) for edit in sorted(edits)]
    return TextDocumentEdit(identifier, [TextEdit(lines.range(place), text) for place, text in texts])


def actions_for(
    findings: Iterable[Finding], file: str, text: str, project: Project, lines_of: Spread
) -> Iterator[CodeAction]:
    """Give what can be done about findings in a file: their fixes, then a comment that suppresses each."""
    found = list(findings)
    for finding in found:
        fix = finding.fault.fix
        if fix:
            yield CodeAction(
                title=fix.title.rstrip(".") + ("" if fix.safe else " (look at it: this may change what was meant)"),
                kind=CodeActionKind.QuickFix,
                diagnostics=[diagnostic(finding, lines_of(file), project.uri_of, lines_of)],
                is_preferred=fix.safe,
                edit=workspace_edit(fix.edits, project, lines_of),
            )
    for finding in found:
        edits = list(suppressing(text, file, finding))
        if edits:
            yield CodeAction(
                title=f"Ignore {finding.code} {finding.name} here",
                kind=CodeActionKind.QuickFix,
                diagnostics=[diagnostic(finding, lines_of(file), project.uri_of, lines_of)],
                edit=workspace_edit(edits, project, lines_of),
            )


def suppressing(text: str, file: str, finding: Finding) -> Iterator[Edit]:
    """Give the edit that suppresses a finding by a comment, where that can be done."""
    new = silenced(text, file, [finding])
    if new.done:
        yield from difference(text, new.text, file)


def laid_out(text: str, file: str) -> list[Edit]:
    """Give the edit that brings a text into its normal form; raises UnformattableError."""
    return list(difference(text, formatted(text, file), file))


def difference(old: str, new: str, file: str) -> Iterator[Edit]:
    """Give the one edit that makes a text another one: what is between their common beginning and end."""
    if old == new:
        return
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    if first and old[first - 1] == "\r":  # a line end of two characters is not to be cut in two
        first -= 1
    if last and old[len(old) - last] == "\n":
        last -= 1
    lines = Lines(old[:first]), Lines(old[: len(old) - last])
    begin, end = ((len(one.lines), len(one.lines[-1]) + 1) for one in lines)
    yield Edit(Place(file, *begin, *end), new[first : len(new) - last])


def _alike(one: str, other: str) -> int:
    """Count the characters at the beginning that two texts share."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if one[:middle] == other[:middle] else (least, middle - 1)
    return least


def touches(place: Place, lines: Lines, span: Range) -> bool:
    """Whether a place and a range of the editor meet."""
    here = lines.range(place)
    begin, end = (here.start.line, here.start.character), (here.end.line, here.end.character)
    first, last = (span.start.line, span.start.character), (span.end.line, span.end.character)
    return begin <= last and first <= end
