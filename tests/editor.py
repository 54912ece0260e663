"""An editor for tests: starts the language server as editors do, and speaks the bare protocol over its pipes."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue
from types import TracebackType
from typing import Any, Self, TypeAlias

PATIENCE = 60.0
"""Seconds after which a server that says nothing is taken to hang."""
PUBLISHED = "textDocument/publishDiagnostics"
SHOWN = "window/showMessage"
TODAY = "2026-03-02"


JSON: TypeAlias = Any
"""What JSON holds."""


class RefusedError(Exception):
    """The server answered a question with an error."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Editor:
    """One session; `folder` is the workspace, `capabilities` what the editor says of itself."""

    def __init__(self, folder: Path, **capabilities: JSON) -> None:
        command = [sys.executable, "-m", "ivr", "lsp", "--stdio", "--today", TODAY]
        pipe = subprocess.PIPE
        self.server = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder)
        self.folder = folder
        self.capabilities = capabilities
        self.heard: Queue[dict[str, Any]] = Queue()
        self.told: list[dict[str, Any]] = []
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.version = 0
        self.asked = 0
        self.threads = [threading.Thread(target=self._listen), threading.Thread(target=self._listen_to_errors)]
        self.complaints = b""
        for thread in self.threads:
            thread.start()

    def __enter__(self) -> Self:
        uri = self.folder.as_uri()
        self.about = self.ask("initialize", processId=None, rootUri=uri, capabilities=self.capabilities)
        self.tell("initialized")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None:
            self.server.kill()
        elif self.server.poll() is None:
            self.ask("shutdown")
            self.tell("exit")
        self.end()

    def end(self) -> int:
        """Wait for the server to end, or end it; gives its exit code."""
        assert self.server.stdin
        assert self.server.stdout
        assert self.server.stderr
        try:
            code = self.server.wait(PATIENCE)
        finally:
            self.server.kill()
            for thread in self.threads:
                thread.join(PATIENCE)
            for pipe in (self.server.stdin, self.server.stdout, self.server.stderr):
                pipe.close()
        return code

    def _listen(self) -> None:
        out = self.server.stdout
        assert out
        while header := out.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = out.readline()
            self.heard.put(json.loads(out.read(length)))

    def _listen_to_errors(self) -> None:
        assert self.server.stderr
        self.complaints = self.server.stderr.read()

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def tell(self, method: str, **params: JSON) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, **params: JSON) -> JSON:
        """Ask, and wait for the answer; what the server tells in between is kept."""
        self.asked += 1
        self.send(
            {"id": self.asked, "method": method, "params": params} if params else {"id": self.asked, "method": method}
        )
        while True:
            heard = self.heard.get(timeout=PATIENCE)
            if "method" in heard or heard["id"] != self.asked:
                self.told.append(heard)
            elif "error" in heard:
                raise RefusedError(heard["error"]["code"], heard["error"]["message"])
            else:
                return heard["result"]

    def wait_for(self, method: str) -> dict[str, Any]:
        """Wait until the server tells something of a kind; what it told before counts."""
        while True:
            for at, heard in enumerate(self.told):
                if heard.get("method") == method:
                    params: dict[str, Any] = self.told.pop(at)["params"]
                    return params
            self.told.append(self.heard.get(timeout=PATIENCE))

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> None:
        self._take(name, text)
        document = {"uri": self.uri(name), "languageId": "yaml", "version": self.version, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def change(self, name: str, text: str) -> None:
        self._take(name, text)
        identifier = {"uri": self.uri(name), "version": self.version}
        self.tell("textDocument/didChange", textDocument=identifier, contentChanges=[{"text": text}])

    def _take(self, name: str, text: str) -> None:
        self.version += 1  # no version is given twice in a session, so that old findings are known by theirs
        self.texts[name], self.versions[name] = text, self.version

    def close(self, name: str) -> None:
        del self.texts[name], self.versions[name]
        self.tell("textDocument/didClose", textDocument={"uri": self.uri(name)})

    def findings(self, name: str) -> list[dict[str, Any]]:
        """Wait for the next findings in the newest text of a file."""
        while True:
            params = self.wait_for(PUBLISHED)
            if params["uri"] == self.uri(name) and params.get("version") == self.versions.get(name):
                found: list[dict[str, Any]] = params["diagnostics"]
                return found

    def at(self, name: str, marked: str) -> dict[str, Any]:
        """Give the position in a file that is marked by `|` in a piece of its text that is there once."""
        before, after = marked.split("|")
        assert self.texts[name].count(before + after) == 1, marked
        return {"textDocument": {"uri": self.uri(name)}, "position": position(self.texts[name], before + after, before)}

    def apply(self, edit: dict[str, Any]) -> dict[str, str]:
        """Make the changes that the server asks for; gives the new texts, by file name."""
        changes = dict(edit.get("changes") or {})
        for one in edit.get("documentChanges") or ():
            changes[one["textDocument"]["uri"]] = one["edits"]
        names = {self.uri(path.name): path.name for path in self.folder.iterdir()} | {
            self.uri(n): n for n in self.texts
        }
        return {names[uri]: self.edited(names[uri], edits) for uri, edits in changes.items()}

    def edited(self, name: str, edits: list[dict[str, Any]]) -> str:
        text = self.texts.get(name) or (self.folder / name).read_text(encoding="utf-8")
        for edit in sorted(edits, key=lambda one: tuple(one["range"]["start"].values()), reverse=True):
            start, end = (offset(text, edit["range"][side]) for side in ("start", "end"))
            text = text[:start] + edit["newText"] + text[end:]
        return text


def position(text: str, piece: str, before: str) -> dict[str, int]:
    """Give the position behind `before` in `piece` of a text, in UTF-16."""
    lines = text[: text.index(piece) + len(before)].split("\n")
    return {"line": len(lines) - 1, "character": len(lines[-1].encode("utf-16-le")) // 2}


def offset(text: str, position: dict[str, int]) -> int:
    """Give the offset of a position in UTF-16."""
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: position["line"]])
    if position["line"] >= len(lines):
        return len(text)
    line = lines[position["line"]].encode("utf-16-le")[: 2 * position["character"]]
    return before + len(line.decode("utf-16-le"))
