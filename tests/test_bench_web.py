"""How fast the web walk is: `pytest -m bench -s` prints it; only that it works is asserted."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest
from browsing import fragment
from click.testing import CliRunner
from found import TODAY
from generated_menus import generated_menus
from playwright.sync_api import Browser
from test_bench import show

from ivr.cli import ivr

pytestmark = [pytest.mark.bench, pytest.mark.needs("chromium")]

CAREMARK = Path(__file__).resolve().parent.parent / "flows" / "caremark-austin.yaml"
MENUS = 300
SLOWER = 4
FIRST_KEY = """addEventListener("load", () => {
  const press = (key) => {
    const begin = performance.now();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    document.body.getBoundingClientRect();
    return performance.now() - begin;
  };
  const loaded = performance.now();
  const first = press("1");
  window.measured = { first: performance.now() - loaded, ready: performance.now(), further: [...KEYS].map(press) };
});"""
FRAMES = """async () => {
  const view = document.querySelector("#view");
  const times = [];
  for (let number = 0; number < 60; number += 1) {
    const at = { clientX: 500, clientY: 300, bubbles: true, cancelable: true };
    if (number % 2) view.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY: number < 30 ? -40 : 40 }));
    else view.dispatchEvent(new KeyboardEvent("keydown", { key: number % 4 ? "ArrowLeft" : "ArrowUp", bubbles: true }));
    const begin = performance.now();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    times.push((performance.now() - begin) / 2);
  }
  return times;
}"""


def published(flow: Path, page: Path) -> float:
    began = time.perf_counter()
    ran = CliRunner().invoke(ivr, ["publish", str(flow), "-o", str(page), "--today", str(TODAY)])
    assert (ran.exit_code, ran.output) == (0, "")
    return time.perf_counter() - began


def keys(browser: Browser, page: Path, pressed: str, slower: int) -> tuple[float, float, float]:
    """Give the milliseconds after the load event at which the first key is answered, and those of further keys."""
    with browser.new_context(offline=True, viewport={"width": 1400, "height": 900}) as context:
        opened = context.new_page()
        context.new_cdp_session(opened).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        opened.add_init_script(FIRST_KEY.replace("KEYS", repr(pressed)))
        opened.goto(page.as_uri() + fragment())
        opened.wait_for_function("window.measured")
        measured = opened.evaluate("window.measured")
        return measured["first"], statistics.median(measured["further"]), max(measured["further"])


def frames(browser: Browser, page: Path) -> float:
    """Give frames a second while the drawing is moved and zoomed."""
    with browser.new_context(offline=True, viewport={"width": 1400, "height": 900}) as context:
        opened = context.new_page()
        opened.goto(page.as_uri())
        opened.wait_for_selector("html[data-ready=yes]")
        times: list[float] = opened.evaluate(FRAMES)
        return 1000 / statistics.mean(times)


def test_keys_are_answered_and_drawings_moved(browser: Browser, tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_text(generated_menus(MENUS), encoding="utf-8")
    pages = {"documented menu": (CAREMARK, "123456#04121961"), f"{MENUS} menus": (large, "1111*1*2")}
    rows = []
    for name, (flow, pressed) in pages.items():
        page = tmp_path / f"{name}.html"
        seconds = published(flow, page)
        first, median, worst = keys(browser, page, pressed, SLOWER)
        rate = frames(browser, page)
        kilobytes = page.stat().st_size / 1000
        assert rate > 0
        figures = (f"{seconds:.1f} s", f"{kilobytes:,.0f} kB", f"{first:.0f} ms", f"{median:.1f} ms", f"{worst:.1f} ms")
        rows.append((name, *figures, f"{rate:.0f}"))
    head = ("", "published in", "size", "first key", "further keys", "the slowest", "frames a second")
    show(f"A published page, keys at {SLOWER}x CPU slowdown", head, rows)
