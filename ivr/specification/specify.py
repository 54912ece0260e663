"""From a flow to its document: which sections there are, and in which order."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from ivr.calls import Performance, performances
from ivr.drawing.options import Options
from ivr.drawing.pages import Page, pages
from ivr.drawing.picture import EVERYWHERE
from ivr.finding import Finding
from ivr.graph import CONTACT, LINE
from ivr.promise import KEPT, REFUTED, UNPROVABLE, Proof, proofs
from ivr.specification.calls import calls, how_many
from ivr.specification.found import count_words, findings, findings_by_step
from ivr.specification.guide import Guide, counted
from ivr.specification.keys import everywhere
from ivr.specification.opening import date_words, opening
from ivr.specification.parts import Block, Document, Drawing, Facts, Link, Paragraph, Row, Section, Table, Words
from ivr.specification.promised import promises, sources
from ivr.specification.reaching import contacts, lines
from ivr.specification.remarks import told
from ivr.specification.steps import steps
from ivr.specification.written import entry_text

if TYPE_CHECKING:
    from ivr.flow import Flow

SIGNATURES = 3
"""So many people can sign."""


class Outcomes(NamedTuple):
    """What came of proving the promises of a flow, of running its calls, and (None: not asked for) of checking it."""

    proofs: tuple[Proof, ...]
    calls: tuple[Performance, ...]
    findings: Sequence[Finding] | None


def specification(flow: Flow, day: date, found: Sequence[Finding] | None = None, title: str = "") -> Document:
    """Give the document of a flow, as on a day; `found` are its findings, or None where they are to be left out.

    Raises DrawingError where nothing can be drawn here.
    """
    guide = Guide(flow, findings_by_step(flow, found or ()))
    name = title or flow.name or PurePath(flow.file).stem
    came = Outcomes(proofs(flow, day), tuple(performances(flow, day)), found)
    whole, apart = _drawn(flow, name)
    sections = (
        Section("Overview", "overview", tuple(_overview(guide, came, whole))),
        *lines(guide),
        *opening(guide),
        *contacts(guide),
        *everywhere(guide),
        *steps(guide, apart),
        *sources(guide),
        *promises(guide, came.proofs),
        *calls(guide, came.calls),
        *told(guide),
        *(findings(found, flow.file) if found is not None else ()),
        _signatures(),
    )
    return Document(name, day, sections, _places(guide))


def _places(guide: Guide) -> dict[str, str]:
    """Give where the boxes of drawings lead."""
    before = {"line": LINE, "contact": CONTACT, "step": ""}
    places = {before[kind] + name: anchor for (kind, name), anchor in guide.anchors.items() if kind in before}
    return {**places, EVERYWHERE: "everywhere"} if guide.flow.keys else places


def _drawn(flow: Flow, title: str) -> tuple[Page | None, tuple[Page, ...]]:
    """Give the drawing of the whole flow, and one for every menu."""
    if not (flow.nodes or flow.lines):
        return None, ()
    graph = flow.graph()
    whole = pages(graph, Options(title=title)).pages[0]
    _, *apart = pages(graph, Options(title=title, split=True)).pages
    ranks = {name: rank for rank, name in enumerate(_in_order(flow))}
    return whole, tuple(sorted(apart, key=lambda page: ranks.get(page.shows[0], len(ranks))))


def _in_order(flow: Flow) -> Iterator[str]:
    """Name lines and steps in the order in which calls come to them: line by line, the nearest first."""
    seen: set[str] = set()
    for number, line in flow.lines.items():
        yield LINE + number
        ahead = deque([line.start] if line.start in flow.nodes else [])
        while ahead:
            name = ahead.popleft()
            if name not in seen:
                seen.add(name)
                yield name
                ahead.extend(flow.successors(name))


def _overview(guide: Guide, came: Outcomes, whole: Page | None) -> Iterator[Block]:
    note = entry_text(guide.flow, "note")
    if note:
        yield Paragraph((note,))
    yield Facts(tuple(_facts(guide.flow, came)))
    if whole:
        yield Drawing(whole.picture, whole.suffix, "The whole flow")


def _facts(flow: Flow, came: Outcomes) -> Iterator[tuple[str, Words]]:
    menus = sum(node.verb == "menu" for node in flow.nodes.values())
    if flow.owner:
        yield "Owner", (flow.owner,)
    if flow.reviewed:
        yield "Last looked through", (date_words(flow.reviewed),)
    yield "Time zone", (flow.timezone.key or "",)
    yield "Languages", (", ".join(flow.languages),)
    size = (
        counted(len(flow.lines), "line"),
        counted(menus, "menu"),
        f"{counted(len(flow.nodes) - menus, 'other step')}",
        counted(len(flow.contacts), "contact"),
    )
    yield "Size", (", ".join(size),)
    if came.proofs:
        yield "Promises", (Link(_statuses(came.proofs), "promises"),)
    if came.calls:
        yield "Calls", (Link(how_many(came.calls), "calls"),)
    if came.findings is not None:
        yield "Findings", (Link(count_words(came.findings) if came.findings else "nothing found", "findings"),)


def _statuses(proved: Sequence[Proof]) -> str:
    counts = Counter(proof.status for proof in proved)
    return ", ".join(f"{counts[status]} {status}" for status in (KEPT, REFUTED, UNPROVABLE) if counts[status])


def _signatures() -> Section:
    heads = ("Name", "Role", "Date", "Signature")
    blank = tuple(Row(((),) * len(heads)) for _ in range(SIGNATURES))
    lead = Paragraph(("Whoever signs agrees that the lines are to answer as this document says.",))
    return Section("Agreement", "agreement", (lead, Table("Signatures", heads, blank)))
