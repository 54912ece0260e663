"""What does not fit a model, said for a person: the models' errors as faults with a place and a suggestion."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from ivr.edit import Edit, Fix
from ivr.fields import EMPTY, described
from ivr.finding import Fault
from ivr.tree import Mapping, Path, Reported, Sequence, Tree, locate

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

UNKNOWN_FIELD = "RD005"
WRONG_VALUE = "RD006"
MISSING_FIELD = "RD007"
_COMMA = 'Inside {...} a comma ends the value; put words that hold a comma in quotes: "...".'
_WRITE_MAP = {
    "exits": "Write a map such as `exits: {next: node}`.",
    "outcomes": "Write a map such as `outcomes: {found: node, failed: node}`.",
    "returns": "Write a map such as `returns: {yes: node, no: node}`.",
    "options": "Write a map such as `options: {1: node}`.",
}
_NEEDED = {
    "dict_type": "a map",
    "model_type": "a map",
    "model_attributes_type": "a map",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "text",
}


def misfits(error: ValidationError, model: type[BaseModel], tree: Tree, path: Path, what: str) -> Iterator[Reported]:
    """Give a fault for every error of a model's validation; `path` leads from the top of `tree` to what was read."""
    details = error.errors(include_url=False)
    misspelt = {where for detail in details if detail["type"] == "extra_forbidden" for where in _meant(detail, model)}
    for detail in details:
        if detail["type"] != "missing" or detail["loc"] not in misspelt:
            yield _misfit(detail, model, tree, path, what)


def _meant(detail: ErrorDetails, model: type[BaseModel]) -> Iterator[Path]:
    """Give where the field would stand that a misspelt one is likely to be: it is not missing as well."""
    *above, key = detail["loc"]
    near = difflib.get_close_matches(str(key), field_names(model_at(model, tuple(above))), 1)
    yield from ((*above, name) for name in near)


def further_misfits(
    error: ValidationError, model: type[BaseModel], tree: Tree, path: Path, what: str
) -> Iterator[Reported]:
    """Give a fault for what shows only when an entry is left out: the next wrong entry of a field that stops at one.

    Whatever may be wrong only because of what was left out is not told.
    """
    for detail in error.errors(include_url=False):
        if detail.get("ctx", {}).get("at") and not any(isinstance(step, int) for step in detail["loc"]):
            yield _misfit(detail, model, tree, path, what)


def faulty_paths(error: ValidationError, tree: Tree, names: Mapping) -> list[Path] | None:
    """Give the paths, below what was read, of the entries that must go for the rest to be read; later ones first.

    An entry in which something is missing goes as a whole. None where that cannot be: the part itself misses something,
    or such an entry mentions one of `names`, and nobody would know any more that callers get there.
    """
    paths = set()
    for detail in error.errors(include_url=False, include_input=False):
        path = detail["loc"]
        if detail["type"] == "missing":
            path = path[:-1]
            if not path or any(mentioned(_value(tree, path), names)):
                return None
        paths.add(_existing(tree, written(tree, (*path, *detail.get("ctx", {}).get("at", ())))))
    outermost = [path for path in paths if not any(path[:length] in paths for length in range(len(path)))]
    return sorted(outermost, key=lambda path: [(isinstance(step, str), str(step).rjust(9)) for step in path])[::-1]


def _existing(tree: Tree, path: Path) -> Path:
    """Give as much of a path as there is in the tree."""
    for length, step in enumerate(path):
        below = _value(tree, (step,))
        if below is None:
            return path[:length]
        tree = below
    return path


def _value(tree: Tree, path: Path) -> Tree | None:
    for step in path:
        if isinstance(tree, Mapping) and step in tree:
            tree = tree[str(step)]
        elif isinstance(tree, Sequence) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def written(tree: Tree, path: Path) -> Path:
    """Give a path as the file has it: one item that stands for a list has no number there."""
    way: list[str | int] = []
    here: Tree | None = tree
    for step in path:
        if isinstance(here, Sequence) or not isinstance(step, int):
            way.append(step)
            here = _value(here, (step,)) if here is not None else None
    return tuple(way)


def _misfit(detail: ErrorDetails, model: type[BaseModel], tree: Tree, path: Path, what: str) -> Reported:
    where: Path = detail["loc"]
    if detail["type"] == "extra_forbidden":
        return _unknown_field(model_at(model, where[:-1]), tree, (*path, *where), what if len(where) == 1 else "")
    if detail["type"] == "missing":
        return _missing_field(model_at(model, where[:-1]), tree, (*path, *where), what if len(where) == 1 else "")
    at: Path = detail.get("ctx", {}).get("at", ())
    if detail["type"] == EMPTY or (detail["input"] == "" and not at):
        return _nothing_written(model, tree, path, (*where, *at))
    below = written(tree, (*path, *where, *at))
    is_key = detail["type"] == "prompt_key" or (detail["type"] == "split" and bool(at))
    hint = _cut_off(tree, below) if is_key else _WRITE_MAP.get(str(where[-1]) if where else "", "")
    hint = "" if detail["type"] != "dict_type" and not is_key else hint
    return Reported(WRONG_VALUE, Fault(locate(tree, below, key=is_key), _message(detail, path, where), hint))


def _nothing_written(model: type[BaseModel], tree: Tree, path: Path, where: Path) -> Reported:
    """Report a key with nothing behind it, or an item of a list that is empty."""
    below = _existing(tree, written(tree, (*path, *where)))
    hint = _cut_off(tree, below) or f"What belongs there: {_belongs(model, where)}."
    return nothing_written(tree, below, hint)


def nothing_written(tree: Tree, path: Path, hint: str) -> Reported:
    """Report that nothing is written at a path; `hint` says what belongs there."""
    if isinstance(path[-1], int):
        return Reported(MISSING_FIELD, Fault(locate(tree, path), f"{_owner(path)} is empty", hint))
    owner = f" in {_owner(path[:-1])}" if len(path) > 1 else ""
    message = f"nothing is written behind '{path[-1]}'{owner}"
    return Reported(MISSING_FIELD, Fault(locate(tree, path, key=True), message, hint))


def _belongs(model: type[BaseModel], where: Path) -> str:
    """Say what belongs into a field, or into an entry of it."""
    owner = model_at(model, where[:-1])
    field = next((field for name, field in owner.model_fields.items() if where[-1:] == (field.alias or name,)), None)
    if field is not None and field.description:
        return f"{field.description[0].lower()}{field.description[1:].rstrip('.')}"
    if not where:
        return f"a map with {', '.join(field_names(model))}"
    return "the name of a node"


def _message(detail: ErrorDetails, path: Path, where: Path) -> str:
    said = detail.get("ctx", {}).get("said")
    name = next((f"'{step}'" for step in reversed(where) if isinstance(step, str)), _owner(path))
    if where[-2:-1] == ("steps",):
        name = f"step {int(where[-1]) + 1}"
    given = detail["input"]
    if said and not isinstance(given, str):
        # Python's way of writing a map or a list means nothing to who wrote the file.
        said = said.replace(f"'{given}'", described(given))
        if detail["type"] == "condition":
            said = f"{described(given)} is not a condition; write one as text, as in `x == 1`"
    if said:
        return f"{name}: {said}"
    if detail["type"] in _NEEDED:
        return f"{name} is {described(detail['input'])}, but {_NEEDED[detail['type']]} is needed here"
    if detail["type"] == "literal_error":
        shown = f"'{given}'" if isinstance(given, str) else described(given)
        return f"{name} is {shown}; it can be {detail['ctx']['expected'].replace(chr(39), '`')}"
    return f"{name}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _unknown_field(model: type[BaseModel], tree: Tree, path: Path, what: str) -> Reported:
    key, known = str(path[-1]), field_names(model)
    cut_off = _cut_off(tree, path)
    near = [] if cut_off else difflib.get_close_matches(key, known, 1)
    owner = what or _owner(path[:-1])
    message = f"'{key}' is not a field of {owner}" + (f"; did you mean '{near[0]}'?" if near else "")
    hint = cut_off or ("" if near else f"Its fields are {', '.join(known)}.")
    place = locate(tree, path, key=True)
    mend = Fix((Edit(place, near[0]),), f"Write `{near[0]}`.", safe=False) if near else None
    return Reported(UNKNOWN_FIELD, Fault(place, message, hint, fix=mend))


def _cut_off(tree: Tree, path: Path) -> str:
    """Give a hint where a key without a value is most likely the rest of a text that a comma has cut in two."""
    key, tree = str(path[-1]), _value(tree, path[:-1]) or ""
    if not isinstance(tree, Mapping) or tree.get(key) != "" or not tree.sheet:
        return ""
    written = tree.sheet.text[slice(*tree.sheet.marks[tree.at : tree.at + 2])]
    is_meant_as_key = re.search(rf"{re.escape(key)}[\"']?\s*:", written)
    return _COMMA if written.startswith("{") and not is_meant_as_key else ""


def _missing_field(model: type[BaseModel], tree: Tree, path: Path, what: str) -> Reported:
    key = str(path[-1])
    field = next(field for name, field in model.model_fields.items() if (field.alias or name) == key)
    article = "an" if key[0] in "aeiou" else "a"
    message = f"{what or _owner(path[:-1])} needs {article} '{key}': {(field.description or '').rstrip('.')}"
    return Reported(MISSING_FIELD, Fault(locate(tree, path[:-1], key=True), message))


def _owner(path: Path) -> str:
    """Name what has a field: by its key, or by its number in a list."""
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of '{path[-2]}'"
    return f"the option '{path[-1]}' of '{path[1]}'" if path[2:-1] == ("options",) else f"'{path[-1]}'"


def field_names(model: type[BaseModel]) -> list[str]:
    """Give the names of a model's fields as they are written in a file."""
    return [field.alias or name for name, field in model.model_fields.items()]


def model_at(model: type[BaseModel], where: Path) -> type[BaseModel]:
    """Give the model of the part of `model` that the path leads to, or the deepest one on the way."""
    for step in where:
        field = next((field for name, field in model.model_fields.items() if (field.alias or name) == step), None)
        inner = _model_in(field.annotation) if field else None
        model = inner or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 -- an annotation can be anything
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def mentioned(tree: Tree | None, names: Mapping) -> Iterator[str]:
    """Give every text below a part of the tree that is one of `names`, in order."""
    ahead: list[Tree] = [tree] if tree is not None else []
    while ahead:
        here = ahead.pop(0)
        if isinstance(here, str):
            if here in names:
                yield here
        else:
            ahead[:0] = here.values() if isinstance(here, Mapping) else here
