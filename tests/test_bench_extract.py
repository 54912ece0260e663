"""How much text is read in a second, kind by kind; printed, never judged."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from random import Random

import pytest

from ivr.prose.extracted import extract
from ivr.prose.opened import read_document
from ivr.prose.words import set_of

WORDS = sorted(
    set_of(
        """account order member garden river record town council office street building service history letter paper
        opening weather number visitor library evening claim parcel invoice meter branch ticket doctor repair"""
    )
)


def _prose(random: Random, end: str) -> Iterator[str]:
    while True:
        words = [random.choice(WORDS) for _ in range(random.randint(8, 20))]
        yield f"The {' '.join(words)} and {random.randint(2, 2500)} of the {random.choice(WORDS)}.{end}"


def _page(random: Random) -> Iterator[str]:
    text = _prose(random, " ")
    for at in count(100):
        yield f"{random.choice(WORDS).title()}\n\n{''.join(next(text) for _ in range(12))}\n\n"
        yield f"Call 1-800-555-0{at % 100 + 100}, Mon to Fri, 8 am to 6 pm. Press 1 for claims or 2 for orders.\n\n"


def _options(random: Random, topics: int, line: str) -> Iterator[str]:
    known = [" ".join(random.choice(WORDS) for _ in range(3)) for _ in range(topics)]
    while True:
        yield f"Call 1-800-555-0{random.randint(100, 199)}:\n"
        yield from (line.format(key=key, topic=random.choice(known)) for key in range(1, 10))
        yield "\n"


def _markup(random: Random) -> Iterator[str]:
    text = _prose(random, " ")
    while True:
        yield f"<div class='card'><h2>{random.choice(WORDS)}</h2><p>{''.join(next(text) for _ in range(6))}</p>\n<ol>"
        yield from (f"<li>Press {key} for {random.choice(WORDS)}</li>\n" for key in range(1, 4))
        yield f"</ol><p>Call 1-800-555-0{random.randint(100, 199)}.</p></div>\n"


def _filled(pieces: Iterator[str], size: int) -> bytes:
    taken, length = [], 0
    while length < size:
        taken.append(next(pieces))
        length += len(taken[-1])
    return "".join(taken).encode()


@pytest.mark.bench
@pytest.mark.parametrize(
    ("kind", "megabytes", "name"),
    [
        ("prose", 5, "page.txt"),
        ("support page", 5, "page.txt"),
        ("options of a hundred topics", 1, "page.txt"),
        ("options, no topic twice", 1, "page.txt"),
        ("numbered list", 1, "page.txt"),
        ("page of HTML", 5, "page.html"),
        ("one line of prose", 10, "page.txt"),
        ("one line of keys", 10, "page.txt"),
    ],
)
def test_how_much_text_is_read_in_a_second(kind: str, megabytes: int, name: str) -> None:
    random = Random(5)  # noqa: S311 -- text, and no secret
    pieces = {
        "prose": _prose(random, "\n\n"),
        "support page": _page(random),
        "options of a hundred topics": _options(random, 100, "Press {key} for {topic}.\n"),
        "options, no topic twice": _options(random, 20_000, "Press {key} for {topic}.\n"),
        "numbered list": _options(random, 100, "{key} - {topic}\n"),
        "page of HTML": _markup(random),
        "one line of prose": _prose(random, " "),
        "one line of keys": iter(lambda: "Call 1-800-555-0100 and press 1 for claims, press 2 for orders, ", ""),
    }
    content = _filled(pieces[kind], megabytes * 1_000_000)
    extract([read_document(content[:20_000], name)])
    began = time.process_time()
    found = extract([read_document(content, name)])
    took = time.process_time() - began
    print(f"\n{kind}: {len(content) / 1e6 / took:.2f} MB/s, {len(found.options)} options in {took:.1f} s")  # noqa: T201 -- what was measured is what this is for
