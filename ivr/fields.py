"""The simple types that fields of a flow file have, as they are written: all of them read from text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from ivr.condition import Condition, ConditionError, parse_condition

EMPTY = "empty"
"""The kind of the error of a field behind which nothing is written."""
_COUNT = re.compile(r"0{0,9}[0-9]{1,4}$")
_RATE = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?$")
_WEIGHT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,4})?)\s*%?$")
_MOST = 1000
_LONGEST = 24 * 3600.0
_SLOWEST, _FASTEST = 20, 1000
_SHORT = 60
_KEYS = re.compile(r"[0-9*#]*$")
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(s|sec|seconds?|min|minutes?)?$")


class Fields(BaseModel):
    """What every part of a flow file shares: frozen, and no field that is not known."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        arbitrary_types_allowed=True,
        defer_build=True,  # a flow uses few of the kinds, and each takes its time to build
    )


def _yes_no(value: object) -> bool:
    word = str(value).lower()
    if word in {"yes", "true", "on"}:
        return True
    if word in {"no", "false", "off"}:
        return False
    raise wrong("yes_no", f"'{value}' is neither yes nor no")


def _seconds(value: object) -> float:
    found = _DURATION.match(str(value).strip())
    if not found:
        raise wrong("duration", f"'{shortened(value)}' is not a duration; write seconds, as in `5`, `2.5 s` or `2 min`")
    seconds = float(found[1]) * (60 if (found[2] or "s").startswith("min") else 1)
    if seconds > _LONGEST:
        raise wrong("duration", f"'{shortened(value)}' is longer than a day, and no call lasts that long")
    return seconds


def _rate(value: object) -> float:
    text = str(value).strip()
    if not (_RATE.match(text) and _SLOWEST <= float(text) <= _FASTEST):
        raise wrong("rate", f"'{shortened(value)}' is not a rate; write from {_SLOWEST} to {_FASTEST} words a minute")
    return float(text)


def shortened(value: object) -> str:
    """Give what was written, cut where it is too long for a message."""
    text = str(value)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _weight(value: object) -> float:
    found = _WEIGHT.match(str(value).strip())
    if not found:
        raise wrong("weight", f"'{shortened(value)}' is not a weight; write a share, as in `30%`, or a number of calls")
    return float(found[1])


def _count(value: object) -> int:
    text = str(value).strip()
    if not (_COUNT.match(text) and 1 <= int(text) <= _MOST):
        raise wrong("count", f"'{shortened(value)}' is not a whole number from 1 to {_MOST}")
    return int(text)


def _count_or_none(value: object) -> int:
    return 0 if str(value).strip() == "0" else _count(value)


def _names(value: object) -> tuple[str, ...]:
    if value == "":
        raise _empty()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise wrong("names", "this is neither a name nor a list of names")


def _condition(value: object) -> Condition:
    try:
        return parse_condition(str(value))
    except ConditionError as error:
        raise wrong("condition", str(error)) from error


def _keys(value: object) -> str:
    keys = str(value).replace(" ", "")
    if not _KEYS.match(keys):
        raise wrong("keys", f"'{value}' are no keys of a telephone; they are 0 to 9, * and #")
    return keys


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise wrong("text", f"this is {described(value)}, but one piece of text is needed here")


def _word(value: object) -> str:
    if value == "":
        raise _empty()
    return _text(value)


def _empty() -> PydanticCustomError:
    return wrong(EMPTY, "nothing is written here")


def described(value: object) -> str:
    """Name the shape of a value that was read, for a message."""
    if isinstance(value, Mapping):
        return "a map"
    return "a list" if isinstance(value, list) else "text"


def wrong(kind: str, message: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """Make the error of a field; `at` is the way from the field down to the faulty entry."""
    return PydanticCustomError(kind, "{said}", {"said": message, "at": at})


def _schema(**schema: Any) -> WithJsonSchema:  # noqa: ANN401 -- a JSON Schema holds anything
    return WithJsonSchema(schema)


YesNo = Annotated[bool, BeforeValidator(_yes_no), _schema(enum=[True, False, "yes", "no"])]
Seconds = Annotated[
    float, BeforeValidator(_seconds), _schema(anyOf=[{"type": "number"}, {"type": "string", "pattern": r"^\d"}])
]
Rate = Annotated[float, BeforeValidator(_rate), _schema(type="number", minimum=_SLOWEST, maximum=_FASTEST)]
Weight = Annotated[
    float,
    BeforeValidator(_weight),
    _schema(anyOf=[{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^\d+(\.\d+)?\s*%?$"}]),
]
"""How often something is chosen: a share in percent or a number of calls, to be compared with its neighbours."""
Count = Annotated[int, BeforeValidator(_count), _schema(type="integer", minimum=1, maximum=_MOST)]
CountOrNone = Annotated[int, BeforeValidator(_count_or_none), _schema(type="integer", minimum=0, maximum=_MOST)]
Keys = Annotated[str, BeforeValidator(_keys), _schema(type=["string", "integer"], pattern="^[0-9*#]+$")]
Text = Annotated[str, BeforeValidator(_text), _schema(type=["string", "number", "boolean"])]
Word = Annotated[str, BeforeValidator(_word), _schema(type=["string", "number", "boolean"])]
"""Text that must not be empty."""
Names = Annotated[
    tuple[str, ...],
    BeforeValidator(_names),
    _schema(anyOf=[{"type": "string"}, {"type": "array", "items": {"type": ["string", "number"]}}]),
]
When = Annotated[Condition, BeforeValidator(_condition), _schema(type=["string", "boolean"])]
Target = Annotated[
    str,
    BeforeValidator(_word),
    _schema(
        type="string", description="The name of a node, or `again` (hear this again), or `back` (the menu before)."
    ),
]
