from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Watched, captions, dial, fragment, settled, transcript
from click.testing import CliRunner
from found import TODAY
from playwright.sync_api import Browser, Page, expect

from ivr.cli import ivr
from ivr.flow import Flow
from ivr.loader import load
from ivr.web.shelf import Shelf

ROOT = Path(__file__).resolve().parent.parent
FLOWS = ROOT / "flows"
SMALL = """ivr: 1
name: Small
lines: {1-312-555-0100: main}
contacts: {desk: {name: Desk}}
nodes:
  main: {menu: Hello., options: {1: {say: the desk, go: more}}, otherwise: desk}
  more: {menu: More., options: {2: {say: the desk, go: desk}}, otherwise: desk}
  desk: {transfer: desk, failed: bye}
  bye: {hangup: Goodbye.}
"""
LINE = "1-312-555-0100"
NASTY = "<img src=x onerror=alert(1)> \"'&?#\u202e.yaml"
CAN_LINK = hasattr(os, "symlink")


class Served(NamedTuple):
    """A server under test: its address, its port, and the folder of its flows."""

    address: str
    port: int
    folder: Path

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, **headers: str
    ) -> tuple[int, str, http.client.HTTPMessage]:
        """Send one request as it is, whatever a browser would make of its path."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            return self._answer(connection, path, method, body, **headers)

    def _answer(
        self, connection: http.client.HTTPConnection, path: str, method: str, body: str | None, **headers: str
    ) -> tuple[int, str, http.client.HTTPMessage]:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": f"127.0.0.1:{self.port}", **{name.replace("_", "-"): value for name, value in headers.items()}}
        for name, value in sent.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body.encode())))
        connection.endheaders(body.encode() if body is not None else None)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers


ENVIRONMENT = {**os.environ, "PYTHONUNBUFFERED": "1"}


def serve(flow: Path) -> list[str]:
    return [sys.executable, "-m", "ivr", "serve", str(flow), "--port", "0", "--no-open", "--today", str(TODAY)]


def port_of(server: subprocess.Popen[str]) -> int:
    assert server.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:(\d+)/", server.stdout.readline())
    assert found is not None
    return int(found[1])


@contextmanager
def serving(flow: Path, folder: Path) -> Iterator[Served]:
    with subprocess.Popen(serve(flow), stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as one:
        port = port_of(one)
        try:
            yield Served(f"http://127.0.0.1:{port}/", port, folder)
        finally:
            one.send_signal(signal.SIGINT)
            assert one.wait(20) == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "flows"
    shutil.copytree(FLOWS, folder)
    (folder / "small.yaml").write_text(SMALL)
    (folder / NASTY).write_text(SMALL.replace("Small", "Nasty"))
    (folder / "unreadable.yaml").write_text("ivr: 1\nnodes:\n  main: {menu: [\n")
    (folder.parent / "secret.yaml").write_text(SMALL.replace("Hello", "Secret"))
    if CAN_LINK:
        (folder / "linked.yaml").symlink_to(folder.parent / "secret.yaml")
    return folder


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    with serving(folder, folder) as one:
        yield one


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1400, "height": 900}) as context:
        yield context.new_page()


def opened(page: Page, served: Served, name: str, keys: str = "") -> Watched:
    watched = Watched(page)
    watched.open(f"{served.address}flow/{name}", fragment(keys, line=LINE))
    return watched


# --- walking --------------------------------------------------------------------------------------------------------


@pytest.mark.needs("chromium")
def test_flows_are_listed_with_their_findings_and_walked(page: Page, served: Served) -> None:
    watched = Watched(page)
    watched.open(served.address)
    listed = page.locator(".list").inner_text()
    assert "Harbour clinic, broken" in listed
    assert re.search(r"Caremark mail order, Austin\s+caremark-austin.yaml\s+\d+ error", listed)
    assert "unreadable.yaml" in listed
    page.get_by_role("link", name="Small").click()
    page.wait_for_selector("html[data-ready=yes]")
    dial(page, "12")
    assert transcript(page)[-1] == "Desk"
    assert {request.split("/")[2] for request in watched.requests} == {f"127.0.0.1:{served.port}"}
    assert watched.errors == []


@pytest.mark.needs("chromium")
def test_a_file_name_is_text(page: Page, served: Served) -> None:
    watched = Watched(page)
    watched.open(served.address)
    page.get_by_role("link", name="Nasty").click()
    page.wait_for_selector("html[data-ready=yes]")
    dial(page, "1")
    assert captions(page)[0] == "More."
    page.get_by_role("tab", name="Text").click()
    assert page.locator("#panel-text .place").inner_text().startswith("<img src=x onerror=alert(1)>")
    assert page.evaluate("document.images.length") == 0
    assert watched.errors == []
    page.get_by_role("link", name="All flows").click()
    page.wait_for_selector("html[data-ready=yes]")
    assert page.locator("h1").inner_text() == "Flows"


@pytest.mark.needs("chromium")
def test_a_file_is_edited_while_a_call_stands(page: Page, served: Served) -> None:
    flow = served.folder / "edited.yaml"
    flow.write_text(SMALL)
    opened(page, served, "edited.yaml", "1")
    assert captions(page)[0] == "More."
    flow.write_text(SMALL.replace("menu: More.", "menu: Yet more."))
    expect(page.locator("#notice")).to_contain_text("the call stands where it stood", timeout=15_000)
    assert captions(page)[0] == "Yet more."
    flow.write_text(SMALL.replace("1: {say: the desk, go: more}", "1: {say: the desk, go: desk}"))
    expect(page.locator("#notice")).to_contain_text("was at “more”, and is now at “desk”", timeout=15_000)
    flow.write_text(SMALL.replace("options: {1:", "options: {3:"))
    told = "Where the caller “presses 1”, that is a mistake now."
    expect(page.locator("#notice")).to_contain_text(told, timeout=15_000)
    flow.write_text(SMALL.replace("1-312-555-0100", "1-312-555-0199"))
    told = f"The line {LINE} cannot be called like that here; 1-312-555-0199 is dialled now."
    expect(page.locator("#notice")).to_contain_text(told, timeout=15_000)
    assert "at=2026-03-03T10%3A30" in page.url
    flow.write_text("ivr: 1\nnodes:\n  main: {menu: [\n")
    expect(page.locator("h1")).to_contain_text("cannot be walked", timeout=15_000)
    assert page.locator(".finding").count() > 0
    flow.write_text(SMALL)
    expect(page.locator(".captions p").first).to_have_text("Hello.", timeout=15_000)
    flow.unlink()


@pytest.mark.needs("chromium")
def test_a_walk_is_saved_as_a_call_that_passes(page: Page, served: Served) -> None:
    opened(page, served, "small.yaml", "say,1,wait,2,connected")
    before = (served.folder / "small.yaml").read_bytes()
    for _ in range(2):
        page.get_by_role("button", name="Save as call").click()
        page.get_by_label("What does this call show?").fill("A call to the desk")
        page.keyboard.press("Enter")
        expect(page.locator("#notice")).to_contain_text("Saved as 'A call to the desk")
        page.wait_for_timeout(1500)  # the page loads itself again, as its coverage has changed
        page.wait_for_selector("html[data-ready=yes]")
        expect(page.locator("#notice")).to_contain_text("Saved as 'A call to the desk")
    ran = CliRunner().invoke(ivr, ["test", str(served.folder / "small.calls.yaml"), "-v"])
    assert ran.exit_code == 0, ran.output
    assert "A call to the desk (2)" in ran.output
    assert (served.folder / "small.yaml").read_bytes() == before
    (served.folder / "small.calls.yaml").unlink()


@pytest.mark.needs("chromium")
def test_a_call_is_not_lost_where_the_server_has_gone(page: Page, tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    with serving(tmp_path / "small.yaml", tmp_path) as one:
        opened(page, one, "small.yaml", "1")
    expect(page.locator("#notice")).to_contain_text("The server does not answer any more")
    dial(page, "2")
    expect(page.locator("#notice")).to_contain_text("The server does not answer any more")
    page.get_by_role("button", name="Save as call").click()
    page.get_by_label("What does this call show?").fill("A call to the desk")
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_contain_text("The call is not saved: the server does not answer.")
    expect(page.get_by_label("What does this call show?")).to_have_value("A call to the desk")


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("3: {go: desk}, ", "", "Where the caller “presses 3”, that is a mistake now."),
        ("desk: {transfer: desk, failed: bye}", "desk: {menu: Desk., otherwise: bye}", "goes on with “busy”"),
    ],
)
def test_it_is_said_what_a_change_has_done_to_a_call(
    page: Page, served: Served, before: str, after: str, told: str
) -> None:
    flow = served.folder / "changed.yaml"
    text = SMALL.replace("options: {2:", "tries: 1, options: {3: {go: desk}, 2:")
    flow.write_text(text)
    opened(page, served, "changed.yaml", "1,3,busy")
    flow.write_text(text.replace(before, after))
    expect(page.locator("#notice")).to_contain_text(told, timeout=15_000)
    expect(page.locator("#notice")).to_contain_text("The flow has changed. ")
    flow.unlink()


@pytest.mark.needs("chromium")
def test_what_is_set_and_where_the_focus_is_outlives_a_change(page: Page, served: Served) -> None:
    flow = served.folder / "kept.yaml"
    flow.write_text(SMALL)
    opened(page, served, "kept.yaml", "1")
    page.get_by_label("Key tones").check()
    page.get_by_label("Follow").uncheck()
    page.locator(".moment").nth(0).focus()
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate("document.activeElement.className") == "moment"
    page.get_by_role("button", name="Save as call").click()
    with page.expect_event("load"):
        page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready=yes]")
    expect(page.locator("#notice")).to_contain_text("Saved as")
    assert page.evaluate("document.activeElement.textContent") == "Save as call"
    assert page.get_by_label("Key tones").is_checked()
    assert not page.get_by_label("Follow").is_checked()
    page.locator(".moment").nth(0).focus()
    with page.expect_event("load"):
        flow.write_text(SMALL.replace("Small", "Other"))
    page.wait_for_selector("html[data-ready=yes]")
    assert page.evaluate("document.activeElement.className") == "moment"


@pytest.mark.needs("chromium")
def test_axe_finds_nothing_on_the_other_screens(page: Page, served: Served) -> None:
    for address in (served.address, f"{served.address}flow/unreadable.yaml", f"{served.address}flow/none.yaml"):
        Watched(page).open(address)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_server_ends_in_silence_while_pages_watch(tmp_path: Path) -> None:
    flow = tmp_path / "small.yaml"
    flow.write_text(SMALL)
    with (
        subprocess.Popen(
            serve(flow), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
        ) as one,
        closing(http.client.HTTPConnection("127.0.0.1", port_of(one), timeout=20)) as connection,
    ):
        connection.request("GET", "/events/small.yaml")
        assert connection.getresponse().readline() == b": watching\n"
        one.send_signal(signal.SIGINT)
        assert (*one.communicate(timeout=20), one.returncode) == ("", "", 0)


def test_one_flow_is_opened_at_once(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL)
    with serving(tmp_path / "small.yaml", tmp_path) as one:
        status, _, headers = one.ask("/")
        assert (status, headers["location"]) == (307, "/flow/small.yaml")


# --- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "", "localhost.evil.example"])
def test_only_its_own_names_are_answered(served: Served, host: str) -> None:
    status, text, _ = served.ask("/flow/small.yaml", Host=host)
    assert status == 421
    assert "Hello" not in text


def test_localhost_is_its_own_name(served: Served) -> None:
    assert served.ask("/flow/small.yaml", Host=f"localhost:{served.port}")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/flow/../secret.yaml",
        "/flow/..%2fsecret.yaml",
        "/flow/%2e%2e/secret.yaml",
        "/flow//etc/passwd",
        "/flow/linked.yaml",
        "/static/../bundle.py",
        "/static/..%2fbundle.py",
        "/static/__init__.py",
        "/static/page.html",
        "/etc/passwd",
    ],
)
def test_no_path_leads_out(served: Served, path: str) -> None:
    status, text, _ = served.ask(path)
    assert status == 404
    assert "Secret" not in text
    assert "import" not in text


def test_every_answer_has_a_strict_policy(served: Served) -> None:
    for path in ("/", "/flow/small.yaml", "/flow/none.yaml", "/static/main.js", "/nothing"):
        _, _, headers = served.ask(path)
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"


def walk(**changed: object) -> str:
    events = [{"kind": "key", "key": "1"}]
    start = {"name": "One", "line": LINE, "at": 1_772_550_000, "language": "", "given": {}, "events": events}
    return json.dumps({**start, **changed})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "own", "Content_Type": "text/plain"},
        {"Origin": "own", "Sec_Fetch_Site": "cross-site"},
    ],
)
def test_calls_are_saved_by_its_own_page_alone(served: Served, headers: dict[str, str]) -> None:
    sent = {"Content_Type": "application/json", **headers}
    sent = {name: value.replace("own", f"http://127.0.0.1:{served.port}") for name, value in sent.items()}
    status, text, _ = served.ask("/calls/small.yaml", "POST", walk(), **sent)
    assert status == 403, text
    assert not (served.folder / "small.calls.yaml").exists()


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("small.yaml", "{", ""),
        ("small.yaml", "[]", "no walk"),
        ("small.yaml", walk(line="1"), "has no line '1'"),
        ("small.yaml", walk(language="xx"), "does not speak 'xx'"),
        ("small.yaml", walk(events=[{"kind": "key", "key": "12"}]), "no walk"),
        ("small.yaml", walk(events=[{"kind": "answer", "answer": "found"}]), "cannot be made"),
        ("small.yaml", walk(at=10**30), ""),
        ("none.yaml", walk(), "no such flow"),
        ("../secret.yaml", walk(), "no such flow"),
        ("linked.yaml", walk(), "no such flow"),
    ],
)
def test_what_is_no_walk_is_not_saved(served: Served, name: str, body: str, said: str) -> None:
    own = {"Origin": f"http://127.0.0.1:{served.port}", "Content_Type": "application/json"}
    before = sorted(served.folder.parent.rglob("*"))
    status, text, _ = served.ask(f"/calls/{name}", "POST", body, **own)
    assert status == 400, text
    assert said in json.loads(text)["wrong"]
    assert sorted(served.folder.parent.rglob("*")) == before


@pytest.mark.skipif(not CAN_LINK, reason="there are no links here")
def test_nothing_is_written_through_a_link_that_leads_out(served: Served) -> None:
    link, outside = served.folder / "clinic.calls.yaml", served.folder.parent / "outside.yaml"
    outside.write_text("calls:\n")
    link.symlink_to(outside)
    own = {"Origin": f"http://127.0.0.1:{served.port}", "Content_Type": "application/json"}
    status, text, _ = served.ask("/calls/clinic.yaml", "POST", walk(events=[]), **own)
    link.unlink()
    assert (status, outside.read_text()) == (400, "calls:\n")
    assert "leads out of the folder" in text


def test_other_methods_are_refused(served: Served) -> None:
    assert served.ask("/flow/small.yaml", "POST", "{}")[0] == 405
    assert served.ask("/calls/small.yaml")[0] == 405
    assert served.ask("/flow/small.yaml", "DELETE")[0] == 405


def test_a_page_of_a_broken_flow_shows_its_findings(served: Served) -> None:
    status, text, _ = served.ask("/flow/unreadable.yaml")
    assert status == 200
    loaded = load(served.folder / "unreadable.yaml")
    assert loaded.flow is None
    assert all(fault.code in text for fault in loaded.faults)


def test_a_missing_flow_is_said_at_the_start() -> None:
    ran = CliRunner().invoke(ivr, ["serve", "nothing.yaml"])
    assert ran.exit_code == 2
    assert ran.output == "there is no file and no folder 'nothing.yaml'\n"


def test_a_port_that_is_taken_is_said_at_the_start() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = CliRunner().invoke(ivr, ["serve", str(FLOWS), "--no-open", "--port", str(port)])
    assert ran.exit_code == 2
    assert ran.output.startswith(f"nothing can listen at 127.0.0.1:{port}: ")


def test_what_is_missing_is_said_where_the_extra_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ran = CliRunner().invoke(ivr, ["serve", str(FLOWS), "--no-open"])
    assert (ran.exit_code, ran.output) == (2, "this needs more than `ivr` alone: pip install 'ivr[web]'\n")


def test_a_fault_of_the_program_in_one_flow_leaves_the_others_usable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "other"):
        (tmp_path / f"{name}.yaml").write_text(SMALL.replace("Small", name))

    def content_of(flow: Flow, *_: object) -> dict[str, object]:
        if flow.name == "one":
            raise ZeroDivisionError
        return {"name": flow.name}

    monkeypatch.setattr("ivr.web.shelf.content_of", content_of)
    shelf = Shelf(tmp_path, lambda: map(str, tmp_path.glob("*.yaml")), lambda: TODAY)
    one, other = shelf.take("one.yaml"), shelf.take("other.yaml")
    assert one is not None
    assert one.wrong == "its page could not be made, by a fault of this program: ZeroDivisionError()"
    assert other is not None
    assert other.content == {"name": "other"}
