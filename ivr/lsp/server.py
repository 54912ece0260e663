"""The server itself: what the protocol asks for, handed on to what knows the answer. All of pygls is in here.

Texts are taken whole at each change: pygls splits them into lines at more signs than the protocol does, so what it
makes of parts may be wrong. Questions are answered in a thread, so that a large flow keeps nobody waiting.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, Final, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from ivr.finding import Finding
from ivr.loader import Loaded
from ivr.lsp.answers import Answers
from ivr.lsp.board import Board
from ivr.lsp.checker import Checker
from ivr.lsp.diagnostics import diagnostic
from ivr.lsp.positions import Encoding, Lines
from ivr.lsp.project import Project
from ivr.lsp.rename import RenameError

_Value = TypeVar("_Value")
_WATCHED: Final = ("**/*.yaml", "**/*.yml", "**/ivr.toml", "**/pyproject.toml")
_SIGNS: Final = (" ", ":", "{", "[", "-", ",")
"""After these, an editor asks what may follow."""


class FlowServer(LanguageServer):
    """A language server for call flows; `today` gives the day as on which flows are checked."""

    def __init__(self, version: str, today: Callable[[], date]) -> None:
        """Begin without an editor."""
        super().__init__("ivr", version, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.project = Project()
        self.board = Board()
        self.checker = Checker(self.project, today, self.publish, self.tell)
        self.questions = ThreadPoolExecutor(1, thread_name_prefix="questions")
        self.was_shut_down = False
        self._told: set[str] = set()

    @property
    def encoding(self) -> Encoding:
        """The units that were agreed upon for columns."""
        return self.workspace.position_encoding or types.PositionEncodingKind.Utf16

    def answers(self) -> Answers:
        """Give what answers the editor's questions."""
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        versioned = bool(edits and edits.document_changes)
        return Answers(self.project, self.board, self.encoding, versioned=versioned)

    async def ask(self, question: Callable[[Answers], _Value]) -> _Value:
        """Have a question answered in its thread."""
        return await asyncio.get_running_loop().run_in_executor(self.questions, question, self.answers())

    def publish(self, root: str, loaded: Loaded, found: tuple[Finding, ...]) -> None:
        """Show what was found in a flow."""
        self.show(self.board.put(root, loaded, found))

    def show(self, files: set[str]) -> None:
        """Show the findings in these files, or that there are none any more."""
        for file in sorted(files):
            found = self.board.findings_in(file)
            lines = self._checked_lines(file)
            shown = [diagnostic(one, lines, self.project.uri_of, self._checked_lines) for one in found]
            uri, version = self.project.uri_of(file), self.project.versions.get(file)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))

    def _checked_lines(self, file: str) -> Lines:
        return Lines(self.board.text(file) or self.project.text(file) or "", self.encoding)

    def tell(self, message: str) -> None:
        """Show a message, once."""
        if message not in self._told:
            self._told.add(message)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    async def tidy(self) -> None:
        """Show nothing any more of flows of which no file is open."""
        needed = await asyncio.get_running_loop().run_in_executor(self.questions, self.project.all_roots)
        self.show(self.board.keep_only(needed))

    def watch(self) -> None:
        """Ask the editor to tell of files that change on the disk: included ones, and settings."""
        workspace = self.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if not (watching and watching.dynamic_registration):
            return
        watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wanted = types.Registration("watched-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        self.client_register_capability(types.RegistrationParams([wanted]))

    def stop(self) -> None:
        """End what is under way."""
        self.checker.stop()
        self.questions.shutdown(wait=False, cancel_futures=True)


def serve(version: str, today: Callable[[], date]) -> int:
    """Serve one editor over standard input and output; gives the exit code, 1 where it left without a word.

    What is printed by mistake goes to standard error, as the protocol has standard output for itself.
    """
    server = flow_server(version, today)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        sys.stdout = sys.stderr
        try:
            server.start_io(sys.stdin.buffer, out)
        finally:
            server.stop()
    return 0 if server.was_shut_down else 1


def flow_server(version: str, today: Callable[[], date]) -> FlowServer:
    """Make a server that knows what it can be asked."""
    server = FlowServer(version, today)
    for register in (_follow_texts, _follow_session, _answer_questions, _make_changes):
        register(server)
    return server


def _follow_texts(server: FlowServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: FlowServer, params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        ls.checker.ask(ls.project.put(document.uri, document.text, document.version), after=0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: FlowServer, params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        text = ls.workspace.get_text_document(uri).source
        ls.checker.ask(ls.project.put(uri, text, params.text_document.version))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: FlowServer, params: types.DidCloseTextDocumentParams) -> None:
        ls.project.drop(params.text_document.uri)
        await ls.tidy()
        ls.checker.ask(*ls.board.roots)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: FlowServer, _params: types.DidSaveTextDocumentParams) -> None:
        ls.checker.ask(*ls.project.texts)


def _follow_session(server: FlowServer) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(ls: FlowServer, _params: types.InitializedParams) -> None:
        ls.watch()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def moved(ls: FlowServer, _params: types.DidChangeWatchedFilesParams) -> None:
        ls.checker.ask(*ls.project.texts)

    @server.feature(types.SHUTDOWN)
    def shut_down(ls: FlowServer, *_params: Any) -> None:  # noqa: ANN401 -- there is nothing in it
        ls.was_shut_down = True
        ls.checker.stop()


def _answer_questions(server: FlowServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, _completion())
    async def complete(ls: FlowServer, params: types.CompletionParams) -> types.CompletionList:
        items = await ls.ask(lambda answers: answers.completion(params.text_document.uri, params.position))
        return types.CompletionList(is_incomplete=False, items=items)

    @server.feature(types.COMPLETION_ITEM_RESOLVE)
    async def resolve(ls: FlowServer, item: types.CompletionItem) -> types.CompletionItem:
        return await ls.ask(lambda answers: answers.resolve(item))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(ls: FlowServer, params: types.HoverParams) -> types.Hover | None:
        return await ls.ask(lambda answers: answers.hover(params.text_document.uri, params.position))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(ls: FlowServer, params: types.DefinitionParams) -> list[types.Location]:
        return await ls.ask(lambda answers: answers.definition(params.text_document.uri, params.position))

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def references(ls: FlowServer, params: types.ReferenceParams) -> list[types.Location]:
        uri, at, declared = params.text_document.uri, params.position, params.context.include_declaration
        return await ls.ask(lambda answers: answers.references(uri, at, declared=declared))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(ls: FlowServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return await ls.ask(lambda answers: answers.symbols(params.text_document.uri))


def _completion() -> types.CompletionOptions:
    return types.CompletionOptions(trigger_characters=list(_SIGNS), resolve_provider=True)


def _make_changes(server: FlowServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(ls: FlowServer, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
        try:
            return await ls.ask(lambda answers: answers.prepare_rename(params.text_document.uri, params.position))
        except RenameError as error:
            raise _refusal(error) from error

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename(ls: FlowServer, params: types.RenameParams) -> types.WorkspaceEdit:
        uri, at, new = params.text_document.uri, params.position, params.new_name
        try:
            return await ls.ask(lambda answers: answers.rename(uri, at, new))
        except RenameError as error:
            raise _refusal(error) from error

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    async def actions(ls: FlowServer, params: types.CodeActionParams) -> list[types.CodeAction]:
        return await ls.ask(lambda answers: answers.actions(params.text_document.uri, params.range))

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def layout(ls: FlowServer, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        return await ls.ask(lambda answers: answers.formatting(params.text_document.uri))


def _refusal(error: RenameError) -> JsonRpcException:
    return JsonRpcException(message=str(error), code=types.LSPErrorCodes.RequestFailed.value)
