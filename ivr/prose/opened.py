"""From the bytes of a file to a document: what can be read, and one clear sentence about what cannot."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from ivr.prose.block import Document
from ivr.prose.plain import read_plain
from ivr.prose.shortening import shortened
from ivr.prose.words import NAMES

MOST_BYTES: Final = 100_000_000
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET: Final = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})|<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_BINARY: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_STARTS: Final = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP or Office",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "RTF",
    b"\xd0\xcf\x11\xe0": "Office",
}
_MARKUP: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|ul|ol"
    r"|table|section|main|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN: Final = re.compile(r"^(?:#{1,6} \S|\s*[-*] \*\*|\|.*\|\s*$|```)", re.MULTILINE)
_MARKDOWN_FOR_SURE: Final = re.compile(r"^#{2,6} \w", re.MULTILINE)
"""Signs of Markdown; in a file that is called a text, headings below the first level alone."""
_HTML_ENDINGS: Final = (".html", ".htm", ".xhtml")
_MARKDOWN_ENDINGS: Final = (".md", ".markdown", ".mdown")


_CIRCLED: Final = {
    **{first + at: str(at + 1) for first in (0x2460, 0x2776, 0x2780, 0x278A, 0x24F5) for at in range(9)},
    0x24EA: "0",
}
_CIRCLES: Final = re.compile("[" + "".join(map(chr, _CIRCLED)) + "]")
"""Digits in circles, and those digits."""
_SHORT_CODES: Final = re.compile(
    r"(?<!\w):(zero|one|two|three|four|five|six|seven|eight|nine|asterisk|hash): ", re.IGNORECASE
)
"""How keys in boxes are typed: `:one: sales`."""


class DocumentError(Exception):
    """A document cannot be read; says why, and what to do."""


def open_document(path: Path) -> Document:
    """Read a document from a file; raises DocumentError where that cannot be done."""
    name = path.as_posix()
    try:
        if path.is_dir():
            message = f"'{name}' is a folder, not a document; name the files in it"
            raise DocumentError(message)
        if path.stat().st_size > MOST_BYTES:
            message = (
                f"'{name}' has {path.stat().st_size / 1e6:.0f} MB; a document may have {MOST_BYTES / 1e6:.0f} MB "
                f"at most"
            )
            raise DocumentError(message)
        return read_document(path.read_bytes(), name)
    except FileNotFoundError:
        on_web = name.startswith(("http:", "https:"))
        message = f"'{name}' does not exist" + ("; pages are read from files: save the page first" if on_web else "")
        raise DocumentError(message) from None
    except (OSError, ValueError) as error:
        message = f"'{name}' cannot be read: {getattr(error, 'strerror', None) or error}"
        raise DocumentError(message) from None


def read_document(content: bytes, name: str) -> Document:
    """Read a document; its name's ending says what it is, and without one, how it begins."""
    whole = decoded(content, name)
    text = whole if whole.isascii() else _CIRCLES.sub(lambda found: _CIRCLED[ord(found[0])], whole)
    text = _SHORT_CODES.sub(lambda found: f"{NAMES[found[1].lower()]} ", text) if ": " in text else text
    ending = Path(name).suffix.lower()
    if ending in _HTML_ENDINGS or (ending not in (*_MARKDOWN_ENDINGS, ".txt") and _MARKUP.match(text)):
        from ivr.prose.markup import DeepError, read_markup  # noqa: PLC0415 -- lxml is not needed for plain text

        try:
            document = read_markup(name, text)
        except DeepError:
            message = (
                f"'{name}' nests its elements more than 2,000 deep, so that not all of it can be read; save the "
                f"page as text"
            )
            raise DocumentError(message) from None
        return document._replace(blocks=tuple(shortened(document.blocks)), text=whole)
    hinted = _MARKDOWN_FOR_SURE if ending == ".txt" else _MARKDOWN
    markdown = ending in _MARKDOWN_ENDINGS or bool(hinted.search(text))
    document = read_plain(name, text, markdown=markdown)
    return document._replace(blocks=tuple(shortened(document.blocks)), text=whole)


def decoded(content: bytes, name: str) -> str:
    """Turn bytes into text: by a mark at their beginning, by what the page says, as UTF-8, or as Windows writes it."""
    kind = next((kind for start, kind in _BINARY_STARTS.items() if content.startswith(start)), "")
    if kind:
        message = f"'{name}' is a {kind} file, not text; save it as text or as HTML first"
        raise DocumentError(message)
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")
    said = _CHARSET.search(content[:2048])
    named = (said[1] or said[2]).decode("ascii", "replace") if said else ""
    text = _decoded(
        content, [one for one in (marked, named if not marked else "", "utf-8", "cp1252", "latin-1") if one]
    )
    if len(_BINARY.findall(text[:200_000])) > max(len(text[:200_000]) // 200, 0):
        message = f"'{name}' is not text: it holds bytes that no text has; save it as UTF-8 text or as HTML"
        raise DocumentError(message)
    return text


def _decoded(content: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("utf-8", "replace")
