"""What a walk has to do with calls that are written down: those that can be replayed, and where it is saved as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ivr.session import Session


def _cannot_save(_: Session, __: str) -> str:
    message = "this walk cannot be saved: the flow is no file"
    raise ValueError(message)


def _cannot_replay(name: str) -> tuple[Session, str]:
    message = f"there is no call '{name}' to replay"
    raise ValueError(message)


@dataclass(frozen=True)
class Written:
    """The calls of a flow, by name, and two things that can be done.

    `replay` walks one of them and gives the walk, and what did not hold in it (mostly nothing). `save` writes the
    present call of a walk down under a name, and says where. Both raise ValueError, with a sentence for people.
    """

    names: tuple[str, ...] = ()
    replay: Callable[[str], tuple[Session, str]] = _cannot_replay
    save: Callable[[Session, str], str] = _cannot_save


def name_of(session: Session) -> str:
    """Give a name for a call that nobody has named: what happened in it, in a line."""
    told = [line[7:] for line in session.lines() if line[:5].strip()]
    return ", ".join(told[1:]) or "Nothing but dialling"
