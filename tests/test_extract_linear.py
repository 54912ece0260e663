"""What reading a document takes grows with its length only, whatever is written in it again and again.

The calls of functions are counted, which no other work on the machine changes. What patterns and scans take within one
call only the clock tells: there the time of a long text is held against that of a fourth of it, in the same run.
"""

from __future__ import annotations

import time

import pytest
from counting import calls_in

from ivr.prose.block import ROW
from ivr.prose.extracted import extract
from ivr.prose.opened import read_document

pytestmark = pytest.mark.usefixtures("untraced")

CALLED = "Call 1-800-555-0100. Press 1 for sales, press 2 for parts.\n\n"
FRAMES = {
    "a line": "{}!\n",
    "a cell": "| Key | Goes to |\n|---|---|\n| 1 | {}! |\n| 2 | b |\n| 3 | c |\n",
    "an item": "- 1 {}!\n- 2 b\n- 3 c\n",
    "a meaning": "Press 3 for {}!\n",
    "before a key": "{} press 3.\n",
    "a heading": "# {}\n\nPress 3 for b.\n",
    "a paragraph of HTML": "<p>{}</p>",
}
"""Where the words stand."""
WORDS = (
    "one ",
    "a_",
    "_",
    "x, ",
    "? ",
    ": ",
    "(",
    "(1 (2 ",
    "1, 2, 3, ",
    "24 ",
    '"a ',
    "**a** ",
    "Read <b>all of it</b> here, ",
    "press 1, ",
    "for a, ",
    "option 2 is ",
    "Then press 1 for gas. ",
    "once if after who when ",
    "on to the a b c ",
    "monday tuesday ",
    "9 am to 5 pm ",
    "closed on mondays ",
    "not answered after 4 pm until ",
    "3 on the town line, ",
    "no other keys are the only keys ",
    "555-0100 ",
    "si vous choisissez a b ",
)
"""What patterns could try in ever more ways."""
LINES = (
    "Then press 1 for gas.\n",
    "You will then press 1 to pay.\n\n",
    "Call back and press 1 for gas.\n\n",
    "On the number above press 1 for gas.\n\n",
    "Call 312-555-0123. On the number above press 1 for gas.\n\n",
    "If you press 1, press 2 for gas. If you press 3, press 4 for oil.\n\n",
    "- Press 1 for gas. You will be asked to press 1 for new or 2 for old.\n",
    "1 - gas\n2 - oil\n3 - wood\n\n",
    "# Gas\n\nPress 1 for gas.\n\n",
    "| 1 | gas |\n|---|---|\n| 2 | oil |\n\n",
    "We are open 9 am to 5 pm.\n\n",
    "  - gas\n    - oil\n",
)
"""What one line could seek in all the others."""
WIDE, LONG = 40_000, 160_000
"""Characters of a line, and of many lines."""
TIMES = 4
TRIES = 4
MOST = 8.0
"""How much longer four times as much may take: where it grows with the square of the length it takes sixteen times."""


def _seconds(text: str, name: str) -> float:
    began = time.process_time()
    extract([read_document(text.encode(), name)])
    return time.process_time() - began


def _growth(frame: str, words: str, name: str, most: int) -> float:
    """Give how much longer a text of so many characters takes than a fourth of it, at the best of some tries."""
    texts = [CALLED + frame.format(words * (size // len(words))) for size in (most // TIMES, most)]
    best = float("inf")
    for _ in range(TRIES):
        short, long = (_seconds(text, name) for text in texts)
        best = min(best, long / short)
        if best < MOST:
            break
    return best


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("words", WORDS)
def test_words_repeated_in_one_line_take_time_that_grows_with_its_length(words: str, frame: str) -> None:
    assert (
        _growth(
            FRAMES[frame], words, "page.html" if "<" in FRAMES[frame] else "page.md", LONG if "<" in words else WIDE
        )
        < MOST
    )


@pytest.mark.parametrize("lines", LINES)
def test_lines_repeated_take_time_that_grows_with_their_number(lines: str) -> None:
    assert _growth("{}", lines, "page.md", LONG) < MOST


def test_a_row_that_is_cut_is_a_row_no_longer() -> None:
    row = f"| 1 | {'press 1, ' * 400} |\n"
    document = read_document(f"{CALLED}| Key | Goes to |\n|---|---|\n{row}| 2 | parts |\n".encode(), "page.md")
    assert all(block.cells for block in document.blocks if block.kind == ROW)
    assert ("+18005550100", "2") in [(one.number, one.key) for one in extract([document]).options]


def calls_of(text: str, name: str) -> int:
    """Count the calls of functions that reading a document takes."""
    return calls_in(lambda: extract([read_document(text.encode(), name)]))


def pieces(piece: str, times: int) -> str:
    """Repeat a piece of text, with a word and a number of its own each time: what was read is not read again."""
    letters = str.maketrans("0123456789", "bcdfghklmn")
    return "".join(
        piece.format(word=f"pa{times + at}".translate(letters), number=f"212-{200 + at % 700}-{1000 + at}")
        for at in range(times)
    )


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("For parts press 1. Call 1-800-555-0100. ", "page.txt"),
        ("For {word} press 1. Call 1-800-555-0100. ", "page.txt"),
        ("For {word} press 1.\nCall 1-800-555-0100.\n\n", "page.txt"),
        ("For {word} press 1.\nPress 2 for {word} {word}.\n", "page.txt"),
        ("press 1 for {word}, ", "page.txt"),
        ("Call {number}. For Spanish press 9, for {word} press 1.\n\n", "page.txt"),
        ("1 - {word}\n", "page.txt"),
        ("- 1 - {word}\n- 2 - service\n\n", "page.md"),
        ("| 1 | {word} |\n", "page.md"),
        ("<li>1 - {word}", "page.html"),
        ("<p>For {word}, press 1.</p>\n", "page.html"),
        ("1-", "page.txt"),
        ("press ", "page.txt"),
        ("for , press 1 ", "page.txt"),
        ("Mon 9am to 5pm, ", "page.txt"),
        ("Keys, {word}, notes\n\n", "page.txt"),
        ("Key;{word};Notes\n1;2;3\n4;5;6\n", "page.txt"),
        ("[10:02] Marta (ops): 1 {word}\n", "page.txt"),
        ("<p>1</p><p>for {word}</p>", "page.html"),
        ("<tr><td rowspan=3>1</td><td>2</td><td>{word}</td></tr>", "page.html"),
    ],
)
def test_twice_the_text_takes_twice_the_work(piece: str, name: str) -> None:
    small, large = (calls_of(pieces(piece, times), name) for times in (800, 1600))
    print(f"{piece!r}: {small} and {large} calls")  # noqa: T201 -- the figures, for who wants to see them
    assert large <= 2.3 * small
