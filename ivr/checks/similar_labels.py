"""PR020: two options of a menu sound alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import Final, NamedTuple

from ivr.analysis.labels import ALIKE, Label, alike, label_of
from ivr.analysis.telling import mentions
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import CODE, Choice, Menu

MOST_COMPARED: Final = 40


@check("PR020", "similar-labels", Severity.WARNING)
def similar_labels(flow: Flow, *, likeness: float = ALIKE) -> Iterator[Fault]:
    """Two options of a menu sound so alike that callers cannot tell which one is theirs.

    Compared are the options that callers are told of, in each language; where the prompt speaks the keys itself
    (`announce: as-is`), what it says of each. Labels that differ in a number, a date, a single letter, or a pair of
    opposites are told apart well enough; so are two options of one target, or those of which each has a `when`.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: billing question, go: desk}
              2: {say: billing questions, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: a bill that you received, go: desk}
              2: {say: a new way to pay, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: a likeness of 0.8, from 0 to 1 (a choice of this project).
    Source: W3C, Making Content Usable, on choices that overlap; the ACIXD wiki on voice interfaces.
    """
    comparison = _Comparison({}, {}, likeness)
    for name, menu in flow.nodes.items():
        if not isinstance(menu, Menu) or name in flow.broken:
            continue
        for one, other in combinations(islice(_offers(flow, menu), MOST_COMPARED), 2):
            pair = next((pair for pair in _pairs(one, other) if comparison.is_alike(*pair)), None)
            if pair:
                second = other.choice
                path = ("nodes", name, *second.path) if second.own else second.path
                message = (
                    f"in '{name}' callers cannot tell '{pair[0]}' ({one.choice.key}) from '{pair[1]}' ({second.key})"
                )
                first = flow.place(
                    *(("nodes", name, *one.choice.path) if one.choice.own else one.choice.path), key=True
                )
                hint = "Name each by what only it is for."
                yield Fault(flow.place(*path, key=True), message, hint, ((first, "the option that it is like"),))


class _Offer(NamedTuple):
    """An option that callers are told of, and its labels by language."""

    choice: Choice
    labels: dict[str, str]


def _offers(flow: Flow, menu: Menu) -> Iterator[_Offer]:
    spoken = _spoken(flow, menu) if menu.announce == "as-is" else None
    for choice in menu.choices(flow):
        if choice.option.announced and CODE.match(choice.key):
            labels = _written(flow, menu, choice) if spoken is None else spoken.get(choice.key, {})
            if labels:
                yield _Offer(choice, labels)


def _written(flow: Flow, menu: Menu, choice: Choice) -> dict[str, str]:
    """Give what the announcement says of an option, by language."""
    label = menu.label(flow, choice)
    return {tag or flow.first_language: text for tag, text in label.texts} if label else {}


def _spoken(flow: Flow, menu: Menu) -> dict[str, dict[str, str]]:
    """Give what the prompt itself says of each key, by language."""
    spoken: dict[str, dict[str, str]] = {}
    for tag, mention in mentions(flow, menu.menu):
        if mention.words:
            spoken.setdefault(mention.key, {}).setdefault(tag, mention.words)
    return spoken


def _pairs(one: _Offer, other: _Offer) -> Iterator[tuple[str, str]]:
    """Give the labels of two options in each language that both have, unless it does not matter which is taken."""
    if one.choice.option.go != other.choice.option.go and not (one.choice.option.when and other.choice.option.when):
        yield from ((text, other.labels[tag]) for tag, text in one.labels.items() if tag in other.labels)


class _Comparison(NamedTuple):
    """Labels that were compared already: the flow's keys are in every menu, beside the same labels again and again."""

    labels: dict[str, Label]
    judged: dict[tuple[str, str], bool]
    likeness: float

    def is_alike(self, one: str, other: str) -> bool:
        """Whether callers would mix up two labels."""
        pair = (one, other)
        if pair not in self.judged:
            self.judged[pair] = alike(self._label(one), self._label(other), self.likeness)
        return self.judged[pair]

    def _label(self, text: str) -> Label:
        if text not in self.labels:
            self.labels[text] = label_of(text)
        return self.labels[text]
