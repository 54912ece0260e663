"""What every key does in every menu: where it is written, what callers are told of it, and what that means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.analysis.key_meaning import BACK as GOES_BACK
from ivr.analysis.key_meaning import HELP, OPERATOR, REPEAT, may_mean_a_person, meaning_of
from ivr.flow import Flow
from ivr.node import AGAIN, BACK, RESERVED, Path
from ivr.nodes.menu import CODE, Choice, Menu
from ivr.spoken_keys import spoken_keys

if TYPE_CHECKING:
    from ivr.condition import Condition
    from ivr.prompt import Prompt
    from ivr.source import Place

ZERO: Final = "0"
_VARIABLE: Final = re.compile(r"\{[^{}]*\}")
_MAILBOXES: Final = frozenset({"voicemail", "mailbox"})
_MACHINES_THAT_HELP: Final = _MAILBOXES | {"callback"}


class Assignment(NamedTuple):
    """A key or code of one menu, or (without a menu) of the whole flow.

    `labels` are what callers are told of it, by language; `announced` says whether they are told of the key at all, by
    the announcement or by a prompt that speaks the keys itself; `meaning` is what that says in any menu (see
    `ivr.analysis.key_meaning`), or nothing; `path` leads from the top of the flow to the option.
    """

    menu: str
    key: str
    go: str
    path: Path
    own: bool
    announced: bool
    labels: tuple[tuple[str, str], ...]
    meaning: str
    when: Condition | None

    @property
    def label(self) -> str:
        """What callers are told of it, in the first language that has words; variables alone tell nothing."""
        return next((text for _, text in self.labels if _VARIABLE.sub("", text).strip()), "")

    def place(self, flow: Flow) -> Place:
        """Give where the key is written."""
        return flow.place(*self.path, key=True)


def assignments(flow: Flow) -> Mapping[str, tuple[Assignment, ...]]:
    """Give what the keys and codes of every menu do, in the order in which they are announced.

    Options that words alone choose are left out, and menus that could not be read whole.
    """
    if "assignments" not in flow.memo:
        flow.memo["assignments"] = {
            name: tuple(_assigned(flow, name, node))
            for name, node in flow.nodes.items()
            if isinstance(node, Menu) and name not in flow.broken
        }
    found: Mapping[str, tuple[Assignment, ...]] = flow.memo["assignments"]
    return found


def assigned_everywhere(flow: Flow) -> Mapping[str, Assignment]:
    """Give what the keys of the whole flow do."""
    if "assigned everywhere" not in flow.memo:
        empty = Menu.model_validate({"menu": ""})
        given = (_assignment(flow, "", empty, choice, None) for choice in empty.choices(flow) if CODE.match(choice.key))
        flow.memo["assigned everywhere"] = {one.key: one for one in given}
    found: Mapping[str, Assignment] = flow.memo["assigned everywhere"]
    return found


def _assigned(flow: Flow, name: str, menu: Menu) -> Iterator[Assignment]:
    spoken = _spoken(flow, menu) if menu.announce == "as-is" and any(text for _, text in menu.menu.texts) else None
    everywhere = assigned_everywhere(flow) if menu.announce != "as-is" else {}
    for choice in menu.choices(flow):
        usual = everywhere.get(choice.key) if not choice.own else None
        if usual and usual.go != name:  # most keys of the flow do the same in every menu, and are worked out once
            yield usual._replace(menu=name)
        elif CODE.match(choice.key):
            yield _assignment(flow, name, menu, choice, spoken)


def _assignment(flow: Flow, name: str, menu: Menu, choice: Choice, spoken: Mapping[str, str] | None) -> Assignment:
    option = choice.option
    prompt = menu.label(flow, choice)
    labels = prompt.texts if prompt else ()
    words = spoken.get(choice.key) if spoken else None
    if words and not option.say:
        labels = ((flow.first_language, words),)
    return Assignment(
        menu=name,
        key=choice.key,
        go=option.go,
        path=("nodes", name, *choice.path) if choice.own else choice.path,
        own=choice.own,
        announced=option.announced and (choice.key in spoken if spoken is not None else _is_said(menu, prompt)),
        labels=labels,
        meaning=_meaning(flow, labels) or _meaning_of_target(name, option.go),
        when=option.when,
    )


def _is_said(menu: Menu, label: Prompt | None) -> bool:
    """Whether the announcement tells of an option that is not hidden; a recording without its words may tell of any."""
    return menu.announce == "as-is" or bool(label)


def _spoken(flow: Flow, menu: Menu) -> dict[str, str]:
    """Give the keys that a prompt speaks itself, with what it says of each."""
    mentions = (mention for tag, text in menu.menu.texts for mention in spoken_keys(text, tag or flow.first_language))
    spoken: dict[str, str] = {}
    for mention in mentions:
        if not mention.entry and not spoken.get(mention.key):
            spoken[mention.key] = mention.words
    return spoken


def _meaning(flow: Flow, labels: tuple[tuple[str, str], ...]) -> str:
    key = ("meaning", labels)
    if key not in flow.memo:
        flow.memo[key] = next(filter(None, (meaning_of(text) for _, text in labels)), "")
    meaning: str = flow.memo[key]
    return meaning


def _meaning_of_target(menu: str, target: str) -> str:
    if target == BACK:
        return GOES_BACK
    return REPEAT if target in {AGAIN, menu} else ""


def goes_one_back(flow: Flow, one: Assignment) -> bool:
    """Whether a key leads to the only menu before this one: there "the main menu" and "back" are the same."""
    return one.go == BACK or flow.menus_before().get(one.menu, ()) == (one.go,)


def redefines(flow: Flow, one: Assignment) -> bool:
    """Whether a menu's own option gives a key of the whole flow another meaning.

    It does not if both lead to the same node, say the same, or mean the same; nor where the key for a person leads to
    another person.
    """
    usual = assigned_everywhere(flow).get(one.key) if one.own else None
    if usual is None or usual.go == one.go or (usual.meaning and usual.meaning == one.meaning):
        return False
    if one.label and one.label.casefold() == usual.label.casefold():
        return False
    if usual.meaning == GOES_BACK and goes_one_back(flow, one):
        return False
    return not ((one.key == ZERO or usual.meaning == OPERATOR) and leads_to_a_person(flow, one.go))


def taken_over(flow: Flow, menu: str) -> tuple[Assignment, ...]:
    """Give the flow's keys to which a menu's own options give another meaning."""
    everywhere = assigned_everywhere(flow)
    return tuple(everywhere[one.key] for one in assignments(flow).get(menu, ()) if redefines(flow, one))


def misuses_zero(flow: Flow, one: Assignment, key: str = ZERO) -> bool:
    """Whether 0 (or the `key` for a person) plainly stands for something else, and does not lead to a person either.

    Where callers are told nothing of it, hearing the menu again and going back are plainly something else.
    """
    if one.key != key or one.meaning in {OPERATOR, HELP} or not (one.label or one.meaning in {REPEAT, GOES_BACK}):
        return False
    if any(may_mean_a_person(text) for _, text in one.labels):
        return False
    return one.go in RESERVED or not leads_to_a_person(flow, one.go)


def swapped_with_zero(flow: Flow, one: Assignment) -> bool:
    """Whether a key leads to a person in a menu in which 0 does something else: the rules about 0 tell of both."""
    if one.meaning != OPERATOR or one.key == ZERO:
        return False
    others = assignments(flow)[one.menu] if one.menu else assigned_everywhere(flow).values()
    return any(misuses_zero(flow, other) for other in others)


def leads_to_a_person(flow: Flow, node: str) -> bool:
    """Whether a call can come from a node to a person, or to a mailbox instead, before the caller has to choose again.

    Hours, messages, questions and lookups may lie on the way; another menu may not. What is not known counts as a yes.
    """
    return _leads(flow, node, mailbox=True)


def leads_to_more_than_a_mailbox(flow: Flow, node: str) -> bool:
    """Whether a call can come from a node to a person in the same way, or to a callback, and not to mailboxes only."""
    return _leads(flow, node, mailbox=False)


def _leads(flow: Flow, node: str, *, mailbox: bool) -> bool:
    key = ("leads to a person", mailbox)
    if key not in flow.memo:
        flow.memo[key] = _leading_to_a_person(flow, mailbox=mailbox)
    leading: frozenset[str] = flow.memo[key]
    return node in leading or (node not in flow.nodes and node not in RESERVED)


def _leading_to_a_person(flow: Flow, *, mailbox: bool) -> frozenset[str]:
    before: dict[str, list[str]] = {}
    for name, node in flow.nodes.items():
        if node.verb != "menu":
            for way in flow.exits(name):
                if way.by != "failure":
                    before.setdefault(way.to, []).append(name)
    ahead = [name for name in flow.nodes if _is_a_person(flow, name) and (mailbox or not _is_a_mailbox(flow, name))]
    ahead += [missing for missing in before if missing not in flow.nodes and missing not in RESERVED]
    reached = set(ahead)
    while ahead:
        new = [name for name in before.get(ahead.pop(), ()) if name not in reached]
        reached.update(new)
        ahead.extend(new)
    return frozenset(reached)


def _is_a_mailbox(flow: Flow, name: str) -> bool:
    node = flow.nodes[name]
    contact = flow.contacts.get(getattr(node, "transfer", ""))
    machine = contact is not None and not contact.person and contact.channel in _MAILBOXES
    return name not in flow.broken and (node.verb == "record" or machine)


def _is_a_person(flow: Flow, name: str) -> bool:
    node = flow.nodes[name]
    if name in flow.broken or node.verb in {"record", "unknown"}:
        return True
    rung = getattr(node, "transfer", None)
    contact = flow.contacts.get(rung) if isinstance(rung, str) else None
    if contact is None:
        return rung is not None
    return contact.person or contact.channel in _MACHINES_THAT_HELP
