"""What every part of the program may know of a node, whatever its kind, and what a node may answer to the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from pydantic import Field

from ivr.effect import Effect, End, Listen, Say
from ivr.event import Event
from ivr.fields import Fields, Names, Text, Word, YesNo

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.condition import Condition
    from ivr.contact import Contact
    from ivr.prompt import Prompt
    from ivr.settings import Defaults, GlobalKey
    from ivr.wording import Wording

AGAIN = "again"
"""The reserved target that hears the same node again."""
BACK = "back"
"""The reserved target that goes to the menu before this one."""
RESERVED = frozenset({AGAIN, BACK})

Values = tuple[tuple[str, str], ...]
Path = tuple[str | int, ...]


class Exit(NamedTuple):
    """One way out of a node.

    `on` is what takes it: a key or code, `next`, `otherwise`, an outcome, ... `by` is who decides: the caller by
    `key` or by `words`, the limit of `failure`s, an `outcome` from outside, or nobody (`auto`). `path` is where it is
    written in the flow file. `said` is what callers are told of it. `scope` is `own`, `global` (one of the flow's
    keys) or `default` (from `defaults`).
    """

    on: str
    to: str
    by: str
    path: Path
    said: str = ""
    announced: bool = True
    scope: str = "own"
    when: Condition | None = None
    language: str | None = None


class Go(NamedTuple):
    """Go to a target by the exit `on`, having said something and set variables on the way.

    `swallow` are end keys, of which one pressed too many is forgiven. `told` is the second of a menu's own prompts at
    which callers have been told of the option, where the menu knows it and all its prompts can be cut off.
    """

    to: str
    on: str
    says: tuple[Say, ...] = ()
    values: Values = ()
    language: str | None = None
    swallow: str = ""
    told: float | None = None


class Hear(NamedTuple):
    """Play prompts and listen."""

    says: tuple[Say, ...]
    listen: Listen


class Collect(NamedTuple):
    """Go on listening for the rest of a code or an entry."""

    typed: str
    wait: float


class Fail(NamedTuple):
    """The caller said nothing (`silence`) or nothing that leads on (`wrong`); `swallow` as for `Go`."""

    kind: str
    swallow: str = ""


class Await(NamedTuple):
    """Ask the world something and wait for the outcome."""

    effect: Effect
    says: tuple[Say, ...] = ()


class Run(NamedTuple):
    """Run another node as a sub-flow and come back."""

    node: str


class Return(NamedTuple):
    """End the sub-flow with a value."""

    value: str


class Finish(NamedTuple):
    """The call is over."""

    end: End
    says: tuple[Say, ...] = ()


class Keep(NamedTuple):
    """Nobody listens to this now: a key is kept for the next node that does, unless `ahead` is not set."""

    ahead: bool = True


Move = Go | Hear | Collect | Fail | Await | Run | Return | Finish | Keep


class Surroundings(Protocol):
    """What a node may ask of the flow that it stands in."""

    @property
    def defaults(self) -> Defaults: ...  # noqa: D102
    @property
    def keys(self) -> Mapping[str, GlobalKey]: ...  # noqa: D102
    @property
    def nodes(self) -> Mapping[str, Node]: ...  # noqa: D102
    @property
    def contacts(self) -> Mapping[str, Contact]: ...  # noqa: D102
    @property
    def first_language(self) -> str: ...  # noqa: D102
    @property
    def memo(self) -> dict[Any, Any]: ...  # noqa: D102
    def wording(self, language: str) -> Wording: ...  # noqa: D102
    def is_open(self, schedule: str, at: datetime) -> bool: ...  # noqa: D102
    def title(self, node: str) -> str | Prompt: ...  # noqa: D102


class Node(Fields):
    """One step of a call. The verb says the kind; exactly one verb a node."""

    verb: ClassVar[str] = ""
    shape: ClassVar[str] = "box"
    terminal: ClassVar[bool] = False
    listens: ClassVar[bool] = False

    name: Text = Field(default="", description="What people call this step; announces options that give only a target.")
    language: Word | None = Field(default=None, description="The call goes on in this language from here.")
    flush: YesNo = Field(default=False, description="Throw away the keys that were pressed before the call is here.")
    irreversible: YesNo = Field(default=False, description="What happens here cannot be undone.")
    done: YesNo = Field(default=False, description="After this the caller has what they came for.")
    needs: Names = Field(
        default=(), description="Variables that must be known and true before a call comes here, such as `checked`."
    )
    recording: YesNo | None = Field(
        default=None, description="Whether the call is recorded from here on; as before if left out."
    )
    documented: Names = Field(default=(), description="Where it is documented: a source, and the place in it.")
    note: Text = Field(default="", description="Anything a reader should know; never spoken. Begin with `assumption:`.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:
        """Say what happens when a call comes to this node."""
        raise NotImplementedError

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:  # noqa: ARG002 -- kinds use it
        """Say where an event leads while the call stands at this node."""
        return Keep()

    def comes_back(self, flow: Surroundings, value: str | None) -> Move:  # noqa: ARG002 -- `run` uses it
        """Say where the call goes on when the sub-flow that this node ran has ended with `value`."""
        return Finish(End("fault", "a sub-flow came back to a node that ran none"))

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- kinds use it
        """Give every way out that is written, in the order in which it is written; paths begin below the node."""
        yield from ()

    def missing(self, flow: Surroundings) -> Iterator[str]:  # noqa: ARG002 -- kinds use it
        """Name the outcomes that this node can have and that lead nowhere: there the call would stop."""
        yield from ()

    def prompts(self) -> Iterator[tuple[Path, Prompt]]:
        """Give every prompt that is written in this node, with its place below the node."""
        yield from ()

    def reads(self) -> Iterator[tuple[str, Path]]:
        """Name the variables that are used here, with the place of the use."""
        for path, prompt in self.prompts():
            for name in prompt.variables():
                yield name, path

    def sets(self) -> Iterator[tuple[str, Path]]:
        """Name the variables that are set here, with the place."""
        yield from ()

    @property
    def detail(self) -> str:
        """What a drawing tells of this node beside its prompt: one short line."""
        return ""


def values_of(call: Call) -> dict[str, str]:
    """Give the variables of a call as a dictionary."""
    return dict(call.values)
