"""The answers to an editor's questions about one file: each in a thread, from the texts as they are at that moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lsprotocol import types

from ivr.finding import Finding
from ivr.formatting import UnformattableError
from ivr.lsp.board import Board
from ivr.lsp.changes import actions_for, laid_out, plain_edit, touches, workspace_edit
from ivr.lsp.completion import completions, resolved
from ivr.lsp.hover import hovered
from ivr.lsp.outline import outline
from ivr.lsp.pointing import definitions, known_uses, pointed, same_thing
from ivr.lsp.positions import Encoding, Lines
from ivr.lsp.project import Project, View
from ivr.lsp.rename import RenameError, renameable, renamed
from ivr.lsp.uses import Use
from ivr.source import Place


class Answers:
    """What is asked of a project; positions are in `encoding`, `versioned` is an editor that knows texts' versions."""

    def __init__(self, project: Project, board: Board, encoding: Encoding, *, versioned: bool = True) -> None:
        """Take the project, and what was found in it."""
        self.project = project
        self.board = board
        self.encoding = encoding
        self.versioned = versioned

    def lines(self, file: str) -> Lines:
        """Give the lines of a file as it is now."""
        return Lines(self.project.text(file) or "", self.encoding)

    def completion(self, uri: str, at: types.Position) -> list[types.CompletionItem]:
        """Give what may be written at a position; names from the flow as it was read last, as somebody waits."""
        for view in self.project.views(uri, fresh=False):
            lines = Lines(view.text, self.encoding)
            items = completions(lines, *lines.point(at), view.flow)
            for item in items:
                item.data = item.data and {**item.data, "uri": uri}
            return items
        return []

    def resolve(self, item: types.CompletionItem) -> types.CompletionItem:
        """Tell of what was offered."""
        uri = item.data.get("uri", "") if isinstance(item.data, dict) else ""
        flow = next((view.flow for view in self.project.views(uri, fresh=False) if view.flow), None)
        return resolved(item, flow) if flow else item

    def hover(self, uri: str, at: types.Position) -> types.Hover | None:
        """Tell of what stands at a position."""
        for view, lines, (line, column) in self._points(uri, at):
            here = pointed(view, lines, line, column)
            place = Place(view.file, line, column, line, column)
            words = hovered(lines, place, view.flow, [here] if here else [], self._fresh(view.file))
            if words:
                return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words))
        return None

    def _fresh(self, file: str) -> list[Finding]:
        """Give the findings in a file, if they are those of its present text."""
        return self.board.findings_in(file) if self.board.text(file) == self.project.text(file) else []

    def definition(self, uri: str, at: types.Position) -> list[types.Location]:
        """Give where the thing at a position is defined."""
        return self._locations(uri, at, definitions)

    def references(self, uri: str, at: types.Position, *, declared: bool) -> list[types.Location]:
        """Give where the thing at a position is used, and, if `declared`, where it is defined."""

        def every(uses: tuple[Use, ...], here: Use) -> list[Use]:
            return [use for use in same_thing(uses, here) if declared or not use.defined]

        return self._locations(uri, at, every)

    def _locations(
        self, uri: str, at: types.Position, find: Callable[[tuple[Use, ...], Use], list[Use]]
    ) -> list[types.Location]:
        found: dict[Place, None] = {}
        for view, lines, point in self._points(uri, at):
            here = pointed(view, lines, *point)
            found |= {use.place: None for use in (find(known_uses(view), here) if here else ())}
        return [types.Location(self.project.uri_of(one.file), self.lines(one.file).range(one)) for one in found]

    def symbols(self, uri: str) -> list[types.DocumentSymbol]:
        """Give the outline of a file."""
        for view in self.project.views(uri):
            return outline(view, Lines(view.text, self.encoding))
        return []

    def prepare_rename(self, uri: str, at: types.Position) -> types.PrepareRenamePlaceholder:
        """Give the name at a position, if it may be changed; raises RenameError."""
        for view, lines, point in self._points(uri, at):
            here = renameable(_readable(view), pointed(view, lines, *point))
            return types.PrepareRenamePlaceholder(lines.range(here.place), here.name)
        message = "There is no flow here."
        raise RenameError(message)

    def rename(self, uri: str, at: types.Position, new: str) -> types.WorkspaceEdit:
        """Give the edits that rename the node at a position in every flow that has it; raises RenameError."""
        edits = []
        for view, lines, point in self._points(uri, at):
            uses, here = _readable(view), pointed(view, lines, *point)
            if view.now.flow:
                edits += renamed(view.now.flow, uses, here, new)
        return self._edit(workspace_edit(edits, self.project, self.lines))

    def actions(self, uri: str, span: types.Range) -> list[types.CodeAction]:
        """Give what can be done about the findings that a range touches."""
        file = self.project.file_of(uri)
        lines, text = self.lines(file), self.project.text(file) or ""
        here = [one for one in self._fresh(file) if touches(one.place, lines, span) and self._fixable(one)]
        actions = list(actions_for(here, file, text, self.project, self.lines))
        for action in actions:
            action.edit = action.edit and self._edit(action.edit)
        return actions

    def _fixable(self, finding: Finding) -> bool:
        """Whether all texts that a fix changes are still those in which the fault was found."""
        files = {edit.place.file for edit in finding.fault.fix.edits} if finding.fault.fix else set()
        return all(self.board.text(file) == self.project.text(file) for file in files)

    def formatting(self, uri: str) -> list[types.TextEdit]:
        """Give the edit that lays a file out in its normal form; none for a file that is broken."""
        file = self.project.file_of(uri)
        text = self.project.text(file)
        lines = self.lines(file)
        try:
            return [types.TextEdit(lines.range(one.place), one.text) for one in laid_out(text or "", file)]
        except UnformattableError:
            return []

    def _edit(self, edit: types.WorkspaceEdit) -> types.WorkspaceEdit:
        return edit if self.versioned else plain_edit(edit)

    def _points(self, uri: str, at: types.Position) -> Iterator[tuple[View, Lines, tuple[int, int]]]:
        """Give a file as it is in each of its flows, with the point at a position."""
        for view in self.project.views(uri):
            lines = Lines(view.text, self.encoding)
            yield view, lines, lines.point(at)


def _readable(view: View) -> tuple[Use, ...]:
    if view.now.flow is None:
        fault = view.now.faults[0].fault if view.now.faults else None
        why = f" at {fault.place}: {fault.message}" if fault else ""
        message = f"Nothing can be renamed while the flow cannot be read{why}."
        raise RenameError(message)
    return view.uses()
