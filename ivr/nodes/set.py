"""`set`: assigns variables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

from pydantic import Field, PlainValidator, WithJsonSchema

from ivr.effect import End
from ivr.fields import Target, described, wrong
from ivr.node import Exit, Finish, Go, Node, Surroundings, values_of

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path

_NUMBER = re.compile(r"-?\d+(\.\d+)?$")
_NAME = re.compile(r"[^\W\d][\w-]*$")


class Source(NamedTuple):
    """Where a value comes from: another variable, or the text itself."""

    text: str
    variable: bool

    def value(self, values: Mapping[str, str]) -> str:
        """Give the value; a variable that was never set gives empty text."""
        return values.get(self.text, "") if self.variable else self.text


def _sources(value: object) -> dict[str, Source]:
    if not isinstance(value, Mapping) or not value:
        raise wrong("set", f"this is {described(value)}; write `{{variable: value}}`")
    quoted = getattr(value, "quoted", lambda _: False)
    return {name: _source(name, text, quoted=quoted(name)) for name, text in value.items()}


def _source(name: str, text: object, *, quoted: bool) -> Source:
    if not isinstance(text, str):
        raise wrong(
            "set", f"the value of '{name}' is {described(text)}; write a number, \"text\", or a variable", (name,)
        )
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return Source(text[1:-1], variable=False)
    bare = not quoted and not _NUMBER.match(text) and text
    if bare and not _NAME.match(text):
        raise wrong("set", f"'{text}' is no variable; write \"{text}\" in quotes if it is text", (name,))
    return Source(text, variable=bool(bare))


SourcesField = Annotated[
    dict[str, Source],
    PlainValidator(_sources),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}),
]


class Set(Node):
    """Assigns variables; all of them take the values from before."""

    verb: ClassVar[str] = "set"
    shape: ClassVar[str] = "action"

    set: SourcesField = Field(description='Each variable with its value: a number, "text" in quotes, or a variable.')
    next: Target | None = Field(default=None, description="Where the call goes on.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:  # noqa: ARG002 -- the same for every kind
        """Assign, and go on at once."""
        if self.next is None:
            return Finish(End("fault", "the flow does not say where the call goes on"))
        values = values_of(call)
        return Go(self.next, "next", values=tuple((name, source.value(values)) for name, source in self.set.items()))

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give the way on."""
        if self.next:
            yield Exit("next", self.next, "auto", ("next",))

    def missing(self, flow: Surroundings) -> Iterator[str]:  # noqa: ARG002 -- the same for every kind
        """Name `next` where it is not written."""
        if not self.next:
            yield "next"

    def reads(self) -> Iterator[tuple[str, Path]]:
        """Name the variables whose values are taken."""
        for name, source in self.set.items():
            if source.variable:
                yield source.text, ("set", name)

    def sets(self) -> Iterator[tuple[str, Path]]:
        """Name the variables that are assigned."""
        for name in self.set:
            yield name, ("set", name)

    @property
    def detail(self) -> str:
        """The assignments."""
        return ", ".join(
            f"{name} = {source.text if source.variable or _NUMBER.match(source.text) else repr(source.text)}"
            for name, source in self.set.items()
        )
