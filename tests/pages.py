"""Reads HTML as a browser would, for tests: its words, its elements, and whether all of them are closed in order."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown_it import MarkdownIt

VOID = frozenset({"meta", "wbr", "br", "hr", "img", "link"})
INLINE = frozenset({"a", "span", "code", "strong", "em", "wbr"})
UNSAID = frozenset({"style", "svg", "title"})


class Page(HTMLParser):
    """What was found in a page; `faults` are elements that are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._break(tag)
        if len(dict(attrs)) < len(attrs):
            self.faults.append(f"{tag} has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not UNSAID.intersection(self.open) and not self._skips:
            self.words.append(data)

    def _break(self, tag: str) -> None:
        """Words of two blocks are two words."""
        if tag not in INLINE:
            self.words.append(" ")

    @property
    def _skips(self) -> bool:
        return bool(self.elements) and self.elements[-1][1].get("class") == "skip"

    def said(self) -> list[str]:
        """Give all words in order, but for those within drawings."""
        return "".join(self.words).split()

    def values(self, attribute: str) -> list[str]:
        """Give every value of an attribute."""
        return [value for _, found in self.elements if (value := found.get(attribute)) is not None]

    def tags(self) -> set[str]:
        """Name the elements that there are."""
        return {tag for tag, _ in self.elements}


def rendered(markdown: str) -> str:
    """Give Markdown as HTML, as a reader of CommonMark with tables makes it."""
    return str(MarkdownIt("commonmark").enable("table").render(markdown))
