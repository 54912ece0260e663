"""A call: where a caller is and all that happened to them that still matters. A frozen value that goes to JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from ivr.effect import End, Say


class Frame(NamedTuple):
    """A sub-flow that has not returned yet: the `run` node that waits for it, and the trail as it was there."""

    node: str
    trail: tuple[str, ...]


class Call(NamedTuple):
    """The state of one call, between two steps.

    `at` is when the line answered (aware), `seconds` the call's clock when the last effects were given out.
    `trail` are the menus that `back` follows, each at most once; `stack` the sub-flows under way. `failures` counts
    silences and wrong keys of this visit of the node, `typed` what was pressed of a code or entry, `ahead` the keys
    pressed before anything listened, `swallow` an end key that is forgiven once. `playing` are the prompts given out
    since `seconds`; the first `before` of them belong to nodes that were passed on the way here.
    """

    line: str
    at: datetime
    node: str
    language: str
    seconds: float = 0.0
    trail: tuple[str, ...] = ()
    stack: tuple[Frame, ...] = ()
    failures: int = 0
    typed: str = ""
    ahead: str = ""
    swallow: str = ""
    values: tuple[tuple[str, str], ...] = ()
    presses: int = 0
    playing: tuple[Say, ...] = ()
    before: int = 0
    ended: End | None = None

    @property
    def now(self) -> datetime:
        """The moment at which the last effects were given out."""
        return self.at + timedelta(seconds=self.seconds)

    def value(self, name: str) -> str | None:
        """Give a variable's value, or None where it was never set."""
        return next((value for known, value in self.values if known == name), None)

    def to_json(self) -> str:
        """Write the call as JSON; `Call.from_json` gives an equal call back."""
        fields = self._asdict()
        fields["at"] = self.at.isoformat()
        fields["playing"] = [asdict(say) for say in self.playing]
        fields["ended"] = asdict(self.ended) if self.ended else None
        return json.dumps(fields, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Call:
        """Read a call that `to_json` wrote; raises ValueError where it is not one."""
        try:
            fields = json.loads(text)
            return cls(**{name: _READ.get(name, _same)(value) for name, value in fields.items()})
        except (TypeError, KeyError, AttributeError, json.JSONDecodeError) as error:
            message = f"this is not a call that was saved by `to_json`: {error}"
            raise ValueError(message) from error


def _same(value: Any) -> Any:  # noqa: ANN401 -- JSON values have no type of their own
    return value


_READ: dict[str, Any] = {
    "at": datetime.fromisoformat,
    "trail": tuple,
    "stack": lambda frames: tuple(Frame(node, tuple(trail)) for node, trail in frames),
    "values": lambda pairs: tuple((name, value) for name, value in pairs),
    "playing": lambda says: tuple(Say(**say) for say in says),
    "ended": lambda end: End(**end) if end else None,
}
