"""What belongs where in a flow file: the names, words and fields that may stand at a path, told by what reads it.

Which field takes a target, a prompt, a condition or yes and no is told by its type. That a piece of text names a
contact or a schedule no type says, so the fields that do are listed here.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from ivr.contact import Contact
from ivr.documents import Opening, Promise, Script
from ivr.fields import Target, When, YesNo
from ivr.loader import WordingChanges
from ivr.node import Node
from ivr.nodes import kinds
from ivr.prompt import PROMPT_SCHEMA, PromptField
from ivr.schema import schema
from ivr.settings import Defaults, GlobalKey, Line, Source
from ivr.steps import ENDS, STEPS

NODE: Final = "node"
CONTACT: Final = "contact"
SCHEDULE: Final = "schedule"
LINE: Final = "line"
LANGUAGE: Final = "language"
VARIABLE: Final = "variable"
SOURCE: Final = "source"
PROMPT: Final = "prompt"
CONDITION: Final = "condition"
SECTION_OF: Final = {NODE: "nodes", CONTACT: "contacts", SCHEDULE: "hours", LINE: "lines", SOURCE: "sources"}
"""The section in which each kind of thing is defined."""
_NAMING: Final[Mapping[str, tuple[str, ...]]] = {
    "transfer": (CONTACT,),
    "to": (CONTACT,),
    "hours": (SCHEDULE,),
    "during": (SCHEDULE,),
    "line": (LINE,),
    "language": (LANGUAGE,),
    "languages": (LANGUAGE,),
    "into": (VARIABLE,),
    "gives": (VARIABLE,),
    "pass": (VARIABLE,),
    "needs": (VARIABLE,),
    "documented": (SOURCE,),
    "from": (LINE, NODE, CONTACT),
    "reach": (CONTACT, NODE),
    "split": (NODE,),
}
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "channel": ("phone", "tty", "chat", "video", "portal", "app", "mail", "fax", "email", "counter", "voicemail"),
    "from": ("anywhere",),
    "reach": ("person",),
    "notice": ("recording",),
}
_YES_NO: Final = ("yes", "no")


class Slot(NamedTuple):
    """What may stand somewhere.

    `kinds` are the kinds of thing of which a name belongs there, `words` are words that do, `writes` says that it is a
    prompt or a condition. `fields` are the keys of a map, `each` is what every other entry or item holds.
    """

    description: str = ""
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    writes: str = ""
    fields: Mapping[str, Slot] = types.MappingProxyType({})
    each: Slot | None = None

    def inside(self, step: str | int) -> Slot | None:
        """Give what belongs one step further down, or None where nothing is known of it."""
        return self.fields.get(str(step), self.each)


def slot_at(path: tuple[str | int, ...], verb: str) -> Slot | None:
    """Give what belongs at a path from the top of a file; `verb` is that of the node on the way, if there is one."""
    slot: Slot | None = _top()
    for at, step in enumerate(path):
        slot = slot_of_node(verb) if at == 1 and path[0] == "nodes" else slot and slot.inside(step)
    return slot


@cache
def slot_of_node(verb: str) -> Slot:
    """Give what belongs into a node of a kind; of no kind yet: what every node may have, and the verbs."""
    if verb in kinds():
        return _model(kinds()[verb])
    verbs = {name: _model(kind).fields[name] for name, kind in kinds().items()}
    told = {name: slot._replace(description=_first_line(kinds()[name])) for name, slot in verbs.items()}
    return Slot(fields={**told, **_model(Node).fields})


@cache
def _top() -> Slot:
    models: dict[str, Slot] = {
        "lines": Slot(each=_model(Line)),
        "hours": Slot(each=_model(Opening)),
        "contacts": Slot(each=_model(Contact)),
        "keys": Slot(each=_model(GlobalKey)),
        "defaults": _model(Defaults),
        "nodes": Slot(each=Slot()),
        "wording": Slot(each=_model(WordingChanges)),
        "sources": Slot(each=_model(Source)),
        "promises": Slot(each=_model(Promise)),
        "calls": Slot(each=_model(Script)),
        "languages": Slot(each=Slot(kinds=(LANGUAGE,))),
    }
    told = {name: shape.get("description", "") for name, shape in schema()["properties"].items()}
    return Slot(fields={name: models.get(name, Slot())._replace(description=words) for name, words in told.items()})


@cache
def _model(model: type[BaseModel]) -> Slot:
    """Give what belongs into a part of a flow; its short form is where it leads."""
    fields = {}
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        alias = field.alias or name
        fields[alias] = _field(alias, hints[name])._replace(description=field.description or "")
    short = fields.get("go") or fields.get("start") or Slot()
    return Slot(description=_first_line(model), kinds=short.kinds, fields=fields)


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").split("\n", maxsplit=1)[0]


def _field(alias: str, hint: Any) -> Slot:  # noqa: ANN401 -- what Python's types are written in has no type
    if alias == "steps":
        return Slot(each=_step())
    slot = _of(hint)
    named, words = _NAMING.get(alias, ()), _WORDS.get(alias, slot.words)
    if slot.fields and not named:
        return slot
    if named or words:
        slot = slot._replace(kinds=named or slot.kinds, words=words)
        return slot._replace(each=Slot(kinds=slot.kinds, words=words))
    return slot


def _of(hint: Any) -> Slot:  # noqa: ANN401 -- as above
    known = next((slot for kind, slot in _known() if hint == kind), None)
    if known is not None:
        return known
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _of(args[0])
    if origin in {Union, types.UnionType}:
        return _of(next(arg for arg in args if arg is not type(None)))
    if origin is Literal:
        return Slot(words=args)
    if origin in {dict, tuple, list}:
        each = _of(args[1] if origin is dict else args[0])
        return Slot(each=each, writes=each.writes if origin is tuple else "")
    return _model(hint) if isinstance(hint, type) and issubclass(hint, BaseModel) else Slot()


def _known() -> Iterator[tuple[Any, Slot]]:
    yield Target, Slot(kinds=(NODE,))
    yield YesNo, Slot(words=_YES_NO)
    yield When, Slot(writes=CONDITION)
    yield PromptField, _prompt()


def _prompt() -> Slot:
    text = Slot(writes=PROMPT)
    parts = PROMPT_SCHEMA["anyOf"][1]["properties"]
    words = {"interruptible": _YES_NO, **_WORDS}
    fields = {
        name: Slot(description=part.get("description", ""), words=words.get(name, ())) for name, part in parts.items()
    }
    fields["text"] = fields["text"]._replace(writes=PROMPT, each=text)
    return Slot(writes=PROMPT, fields=fields, each=text._replace(fields=fields))


def _step() -> Slot:
    """Give what belongs into a step of a call."""
    steps = dict.fromkeys(STEPS, Slot())
    return Slot(fields=steps | {"reach": Slot(kinds=(NODE,)), "end": Slot(words=ENDS)}, words=("wait", "hang up"))
