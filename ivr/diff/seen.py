"""What a caller, and the world outside, observe of a call: no names of nodes, nothing of how the file is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ivr.effect import Choose, Effect, End, Listen, LookUp, Record, Say, Transfer
from ivr.transcript import contact_name

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.flow import Flow
    from ivr.node import Values

LISTENS, RINGS, LOOKS_UP, RECORDS, CHOOSES, ENDS = "listens", "rings", "looks up", "records", "chooses", "ends"


class Said(NamedTuple):
    """A prompt as it is heard."""

    text: str
    language: str
    audio: str
    interruptible: bool
    seconds: float

    @classmethod
    def of(cls, say: Say) -> Said:
        """Give a prompt as it is heard."""
        return cls(say.text, say.language, say.audio or "", say.interruptible, say.seconds)

    @property
    def words(self) -> tuple[str, str]:
        """What makes it another prompt: its words, or the recording where it has none."""
        return (self.text, "" if self.text else self.audio)


class Rest(NamedTuple):
    """What a call has come to: `kind`, `who` is rung, asked or reached, and what may differ while that is the same.

    `answers` is how it may turn out. `number` is the number that is rung. `wait` are the seconds that it listens or
    records for. `marks` are further things: whether it understands words, keys that end a recording, shares.
    """

    kind: str
    who: str = ""
    number: str = ""
    answers: tuple[str, ...] = ()
    wait: float = 0.0
    marks: tuple[str, ...] = ()
    values: Values = ()


class Seen(NamedTuple):
    """All that is observed of one thing that happens: what is said, how long a next digit is waited for, the rest."""

    says: tuple[Said, ...]
    between: tuple[float, ...]
    rest: Rest


def seen_of(flow: Flow, effects: Iterable[Effect], call: Call, waits: Effect | None) -> Seen:
    """Give what is observed of some effects, after which a call waits for something, or is over."""
    told = tuple(effects)
    says = tuple(_unnamed(Said.of(one), call) for one in told if isinstance(one, Say) and (one.text or one.audio))
    between = tuple(dict.fromkeys(one.wait for one in told if isinstance(one, Listen) and one.typed))
    return Seen(says, between, _rest(flow, call, waits))


def _unnamed(said: Said, call: Call) -> Said:
    """Leave out the name of the node by which a recording is known, where a prompt tells of one."""
    if "recording of" not in said.text:
        return said
    named = sorted((value for _, value in call.values if value.startswith("recording of ")), key=len, reverse=True)
    text = said.text
    for value in named:
        text = text.replace(value, "(recording)")
    return said._replace(text=text)


def first_words(call: Call) -> str:
    """Give the first prompt of the place at which a call listens."""
    return next((say.text or say.audio or "" for say in call.playing), "")


def _rest(flow: Flow, call: Call, waits: Effect | None) -> Rest:  # noqa: PLR0911 -- a line for each effect
    match waits:
        case Listen(wait, _, speech):
            return Rest(LISTENS, wait=wait, marks=("words",) if speech else ())
        case Transfer(to, number, values, answers):
            return Rest(RINGS, contact_name(flow, to), number or "", tuple(sorted(answers)), values=values)
        case LookUp(name, outcomes, gives, values):
            return Rest(LOOKS_UP, name, "", tuple(sorted(outcomes)), marks=tuple(sorted(gives)), values=values)
        case Record(_, seconds, end):
            to = getattr(flow.nodes.get(call.node), "to", "")
            return Rest(RECORDS, contact_name(flow, to) if to else "", wait=seconds, marks=(end,))
        case Choose(name, exits, shares):
            marks = tuple(sorted(f"{share:g}%" for share in shares))
            return Rest(CHOOSES, "" if shares else name, answers=() if shares else tuple(sorted(exits)), marks=marks)
        case End(how, why):
            return Rest(ENDS, contact_name(flow, why) if how == "transfer" else "", marks=(how,))
        case None:
            return Rest(ENDS, marks=("nothing",))
        case _:
            message = f"a call does not wait for {waits}"
            raise AssertionError(message)
