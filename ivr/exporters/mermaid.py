"""A flow as a Mermaid flowchart, which code hosts and wikis draw from text."""

from __future__ import annotations

from ivr.drawing.mermaid import to_mermaid
from ivr.drawing.options import Options
from ivr.drawing.pages import pages
from ivr.exporter import Export, Exporter, Graph


def _write(graph: Graph, options: Options, stem: str) -> Export:
    del stem  # Mermaid has no links between files
    made = pages(graph, options)
    written = [(page.suffix, *to_mermaid(page.picture)) for page in made.pages]
    notes = dict.fromkeys(note for _, _, notes in written for note in notes)
    return Export(tuple((suffix, text.encode()) for suffix, text, _ in written), (*made.notes, *notes))


mermaid = Exporter("mermaid", (".mmd", ".mermaid"), _write)
