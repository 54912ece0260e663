"""Putting text together from pieces that stand on different lines, with single blanks between words."""

from __future__ import annotations

from collections.abc import Iterable

from ivr.prose.block import Text


def joined(pieces: Iterable[tuple[str, int]]) -> Text:
    """Join pieces of text, each with its line; where pieces have blanks between them, one blank is left."""
    if isinstance(pieces, list) and len(pieces) == 1:
        plain = " ".join(pieces[0][0].split())
        return Text(plain, ((0, pieces[0][1] if plain else 1),))
    words: list[str] = []
    starts: list[tuple[int, int]] = []
    length = 0
    open_end = False
    for piece, line in pieces:
        plain = _single_blanks(piece)
        if open_end and plain.startswith(" "):
            plain = plain[1:]
        if not words:
            plain = plain.lstrip(" ")
        if not plain:
            continue
        if not starts or starts[-1][1] != line:
            starts.append((length, line))
        words.append(plain)
        length += len(plain)
        open_end = plain.endswith(" ")
    return Text("".join(words).rstrip(" "), tuple(starts) or ((0, 1),))


def _single_blanks(piece: str) -> str:
    """Give a piece in which one blank stands for any number of them."""
    plain = " ".join(piece.split())
    if not plain:
        return " " if piece else ""
    before, behind = piece[0].isspace(), piece[-1].isspace()
    return f"{' ' * before}{plain}{' ' * behind}" if before or behind else plain


def by_lines(text: str, line: int) -> list[tuple[str, int]]:
    """Cut text at its line breaks into pieces for `joined`; a break is a blank."""
    first, *rest = text.split("\n")
    return [(first, line), *((" " + more, line + number) for number, more in enumerate(rest, 1))]
