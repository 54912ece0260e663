"""The documents that describe the lines, and what they promise, each with its proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ivr.documents import Promise
from ivr.promise import KEPT, Proof
from ivr.promise.prove import ANYWHERE, PERSON
from ivr.promise.words import proof_words
from ivr.settings import Source
from ivr.specification.guide import Guide, counted, seconds
from ivr.specification.parts import Row, Section, Strong, Words, listed, table

_CALLERS = {
    "willing": "",
    "silent": "by callers who press nothing",
    "mistaken": "by callers who err once at every menu",
}


def sources(guide: Guide) -> Iterator[Section]:
    """Give the section of the documents, where the flow names any."""
    heads = ("Name", "Title", "Where", "Read on", "Note")
    rows = tuple(_source(guide, name, source) for name, source in guide.flow.sources.items())
    if rows:
        yield Section("Sources", "sources", (table("The documents that describe the lines", heads, rows),))


def _source(guide: Guide, name: str, source: Source) -> Row:
    where = ", ".join(part for part in (source.file, source.address) if part)
    cells = ((name,), *((text,) if text else () for text in (source.title, where, source.date, source.note)))
    return Row(cells, guide.anchor("source", name))


def promises(guide: Guide, proofs: Sequence[Proof]) -> Iterator[Section]:
    """Give the section of the promises, where the flow has any."""
    heads = ("Promise", "Of", "Status", "Proof", "Documented")
    rows = tuple(Row(_cells(guide, proof)) for proof in proofs)
    if rows:
        caption = "Each is held against every call that could be made; what is shown is the worst of them"
        yield Section("Promises", "promises", (table(caption, heads, rows),))


def _cells(guide: Guide, proof: Proof) -> tuple[Words, ...]:
    status = (proof.status,) if proof.status == KEPT else (Strong(proof.status),)
    promise = proof.promise
    told = (proof_words(proof),)
    return ((promise.promise,), _of(guide, promise), status, told, guide.documented(promise.documented))


def _of(guide: Guide, promise: Promise) -> Words:
    """Say in words what is promised: from where, whom it reaches, when, and by what limits."""
    starts = tuple(("anywhere",) if name == ANYWHERE else guide.thing(name) for name in promise.from_)
    ends = tuple(("a person",) if _is_anybody(guide, name) else guide.thing(name) for name in promise.reach)
    limits = promise.within
    keys = counted(limits.keys, "key") if limits and limits.keys is not None else ""
    time = seconds(limits.seconds) if limits and limits.seconds is not None else ""
    within = " and ".join(part for part in (keys, time) if part)
    more = [
        (f"within {within}",) if within else (),
        (_CALLERS[promise.caller],) if _CALLERS[promise.caller] else (),
        ("as lookups and transfers turn out well",) if promise.outcomes == "kind" else (),
    ]
    said = ("from ", *listed(starts, " or "), " to ", *listed(ends, " or "))
    when = guide.schedule(promise.during)
    during = when if promise.during not in guide.flow.hours else ("in the hours ", *when)
    return listed((said, during, *(words for words in more if words)))


def _is_anybody(guide: Guide, name: str) -> bool:
    return name == PERSON and PERSON not in guide.flow.contacts
