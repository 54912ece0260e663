"""Diagrams of a menu that are drawn by arrows in text: `A -->|1| B[Billing]`, `main -> billing [label="1"]`.

Mermaid, Graphviz and PlantUML write a line for each arrow, with the key beside it. A node's keys are those of the way
that leads there; each arrow with a key is put as a line of a list: `- 2 > 1: Card`.
https://mermaid.js.org/syntax/flowchart.html, https://graphviz.org/doc/info/lang.html, https://plantuml.com/state-diagram
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ivr.prose.line_marks import SKIPPED

_BEGINS: Final = re.compile(
    r"[ \t]*(?:(?:graph|flowchart)[ \t]+(?:TD|TB|BT|LR|RL)\b|stateDiagram(?:-v2)?\b|@startuml\b"
    r"|(?:strict[ \t]+)?(?:di)?graph\b[^\n{]{0,60}\{|(?:```|~~~)[ \t]*(?:mermaid|plantuml|puml|dot|graphviz)\b)"
)
_ENDS: Final = re.compile(r"[ \t]*(?:```|~~~|@enduml|#{1,6} )")
_NAME: Final = r"\"[^\"\n]{1,80}\"|\[\*\]|[\w.]+(?:-[\w.]+)*"
_SHAPE: Final = (
    r"(?:\[{1,2}|\({1,3}|\{{1,2}|>)[(\[/\\]?[ \t]*\"?(?P<label>[^\n\"]{1,160}?)\"?[ \t]*[/\\)\]]?"
    r"(?:\]{1,2}|\){1,3}|\}{1,2})"
)
_NODE: Final = re.compile(rf"[ \t]*(?P<name>{_NAME})(?:{_SHAPE}(?=[ \t]*(?:$|;|:::|&|[-=.~<])))?(?::::\w+)?")
_ARROW: Final = re.compile(
    r"[ \t]*(?:(?:--+|==+|-\.-?|-\w{1,8}-)>?\|(?P<piped>[^|\n]{0,80})\|"
    r"|(?:--+|==+|-\.)[ \t]+\"?(?P<within>[^\n|>]{1,80}?)\"?"
    r"[ \t]+(?:--+>|==+>|\.-+>)|(?:--+|==+|-\.-?|-\w{1,8}-?|-)>)(?:[ \t]*\|(?P<behind>[^|\n]{0,80})\|)?"
)
_LABELLED: Final = re.compile(
    r"\b(?:x?label|headlabel|taillabel)[ \t]*=[ \t]*(?:\"(?P<said>[^\"\n]{0,160})\"|(?P<word>[\w*#]+))"
)
_BEHIND: Final = re.compile(r"[ \t]*:[ \t]*(?P<said>[^\n]{1,80})$")
_STATE: Final = re.compile(r"[ \t]*state[ \t]+\"(?P<said>[^\"\n]{1,80})\"[ \t]+as[ \t]+(?P<name>\w+)")
_KEY: Final = re.compile(
    r"\W{0,2}(?:(?:press(?:es|ed)?|keys?|option|opt\.?|dtmf|digit|input|caller presses|taste|touche|tecla)"
    r"[ \t]*[:=]?[ \t]*)?"
    r"[\"'\[(]?(?P<key>[0-9*#])[\"'\])]?(?:[ \t]*(?:[-–—:=.)]|→)?[ \t]*(?P<topic>[^\W\d].*))?",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"<br ?/?>|\\[nlr]", re.IGNORECASE)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS: Final = re.compile(r"(?:\d[\d .()-]*){7}")
"""A telephone number, roughly."""
_MOST_LINES: Final = 2000


class Edge(NamedTuple):
    """An arrow: the line that it stands in, the nodes that it joins, and what is written beside it."""

    line: int
    source: str
    target: str
    said: str


def with_diagrams_as_lists(text: str) -> str:
    """Give a text in which the arrows of such diagrams are lines of lists; no line is lost."""
    if "->" not in text:
        return text
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if _BEGINS.match(lines[at]) is None:
            at += 1
            continue
        end = _end_of(lines, at)
        put = _put(lines[at:end])
        lines[at:end] = put
        at = max(end, at + 1)
    return "\n".join(lines)


def _end_of(lines: Sequence[str], begin: int) -> int:
    """Give the line behind a diagram: at the end of its code block, of its brackets, or of the text."""
    brackets = "{" in lines[begin]
    for at in range(begin + 1, min(len(lines), begin + _MOST_LINES)):
        if _ENDS.match(lines[at]) or (brackets and lines[at].startswith("}")):
            return at
    return min(len(lines), begin + _MOST_LINES)


def _put(lines: Sequence[str]) -> list[str]:
    """Give the lines of a diagram as those of a list, where it has arrows with keys."""
    names: dict[str, str] = {}
    edges = [edge for at, line in enumerate(lines) for part in line.split(";") for edge in _edges_of(at, part, names)]
    keyed = {edge: found for edge in edges if (found := _KEY.fullmatch(edge.said.strip())) is not None}
    if len({edge.source for edge in keyed}) == len(keyed):
        return list(lines)  # nowhere is there a choice
    ways = _ways_to(edges, {edge: found["key"] for edge, found in keyed.items()})
    told: dict[int, list[tuple[tuple[str, ...], str]]] = {}
    for edge, found in keyed.items():
        topic = found["topic"] or names.get(edge.target, "") or _worded(edge.target)
        way = (*ways.get(edge.source, ()), found["key"])
        told.setdefault(edge.line, []).append((way, _BREAK.sub(", ", topic).strip()))
    called = [name for name in names.values() if _DIGITS.search(name)]
    put = [_listed(told[at]) if at in told else _called(line, called) for at, line in enumerate(lines)]
    if put[0] == SKIPPED and called and not any(name in put for name in called):
        put[0] = called[0]  # it stands in a line of keys only
    return put


def _listed(told: Sequence[tuple[tuple[str, ...], str]]) -> str:
    """Give the keys of a line as one of a list; several as sentences."""
    if len(told) == 1:
        return f"- {' > '.join(told[0][0])}: {told[0][1]}"
    return " ".join(f"Press {', then '.join(way)} for {topic}." for way, topic in told)


def _called(line: str, names: Iterable[str]) -> str:
    """Give what a line without keys has in a node that gives a number to call."""
    return next((name for name in names if name in line), SKIPPED)


def _edges_of(at: int, line: str, names: dict[str, str]) -> Iterator[Edge]:
    """Give the arrows of a line, and learn what the nodes in it are called."""
    if (state := _STATE.match(line)) is not None:
        names[state["name"]] = state["said"]
        return
    node = _NODE.match(line)
    while node is not None:
        name = _learnt(node, names)
        arrow = _ARROW.match(line, node.end())
        further = _NODE.match(line, arrow.end()) if arrow is not None else None
        if arrow is None or further is None:
            labelled = _LABELLED.search(line, node.end()) if line[: node.start()].strip() == "" else None
            if labelled is not None and line[node.end() :].lstrip().startswith("["):
                names[name] = labelled["said"] or labelled["word"]
            return
        said = arrow["piped"] or arrow["within"] or arrow["behind"] or ""
        if not said and (behind := _BEHIND.match(line, further.end()) or _LABELLED.search(line, further.end())):
            said = next(filter(None, behind.groups()), "")
        yield Edge(at, name, _learnt(further, names), said.strip(" \"'"))
        node = further


def _learnt(node: re.Match[str], names: dict[str, str]) -> str:
    """Give the name of a node by which arrows lead there; what it is called is learnt."""
    name = node["name"].strip('"')
    if node["label"]:
        names[name] = node["label"]
    return name


def _ways_to(edges: Sequence[Edge], keys: dict[Edge, str]) -> dict[str, tuple[str, ...]]:
    """Give the keys that lead to each node from where calls come in; arrows without a key are passed by themselves."""
    behind: dict[str, list[Edge]] = {}
    for edge in edges:
        behind.setdefault(edge.source, []).append(edge)
    reached = {edge.target for edge in edges}
    ways: dict[str, tuple[str, ...]] = {}
    for first in (*(edge.source for edge in edges if edge.source not in reached), *(edge.source for edge in edges)):
        waiting = [first] if first not in ways else []
        ways.setdefault(first, ())
        for source in waiting:
            for edge in behind.get(source, ()):
                if edge.target not in ways:
                    ways[edge.target] = (*ways[source], keys[edge]) if edge in keys else ways[source]
                    waiting.append(edge.target)
    return ways


def _worded(name: str) -> str:
    """Give the name of a node as words: `card_loss`, `CardLoss`."""
    return _CAMEL.sub(" ", name.replace("_", " ").replace("-", " "))
