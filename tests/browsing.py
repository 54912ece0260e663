"""The machine's own Chromium, driven by tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LINE = "1-800-237-2765"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser, in a profile of its own."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_SWITCHES))
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A page of which all requests and all errors are kept."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def open(self, file: Path | str, fragment: str = "") -> Page:
        """Open a file, or an address, and wait until the page is ready."""
        address = file.as_uri() if isinstance(file, Path) else file
        self.page.goto(address + fragment)
        self.page.wait_for_selector("html[data-ready=yes]")
        if self.page.locator("#content").count():
            settled(self.page)
        return self.page


def fragment(keys: str = "", at: str = "2026-03-03T10:30", line: str = LINE) -> str:
    """Give the fragment of an address that is a call."""
    return f"#line={line}&at={at}" + (f"&keys={keys}" if keys else "")


def captions(page: Page) -> list[str]:
    """Give what is being said."""
    return page.locator(".captions p").all_inner_texts()


def settled(page: Page) -> Page:
    """Wait until all of the page shows where the call stands."""
    page.wait_for_selector("html[data-settled=yes]")
    return page


def transcript(page: Page) -> list[str]:
    """Give the transcript, a text for each line."""
    settled(page)
    return [text.strip() for text in page.locator(".transcript").inner_text().splitlines() if text.strip()]


def dial(page: Page, keys: str) -> None:
    """Press keys of the keyboard."""
    for key in keys:
        page.keyboard.press(key)
    settled(page)
