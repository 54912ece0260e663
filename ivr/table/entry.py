"""Entries: what matters of digits that are typed, as a small machine that goes from state to state with each digit.

Two beginnings of an entry are one state where no digits behind them could tell them apart: by their number, by the
ask's check, or by a condition that asks about the variable. Whether an entry passes its check, the ask itself says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ivr.condition.expression import Comparison, Number, Text
from ivr.table.dates import date_key

if TYPE_CHECKING:
    from ivr.condition.expression import Atom
    from ivr.nodes.ask import Ask, Check

MOST = 20_000
"""States of one machine that are looked at before it is given up."""
DIGITS = "0123456789"

Key = Callable[[str], object]


class Machine(NamedTuple):
    """The states of an entry, the first one empty.

    `onward` gives for each state the next one for each digit, or -1 where the digit ends entries or there is no more
    room; `sorts` the sort of the entry if it ended here, `examples` one entry for each sort, `full` the states in
    which there is no room for another digit.
    """

    onward: tuple[tuple[int, ...], ...]
    sorts: tuple[int, ...]
    examples: tuple[str, ...]
    full: frozenset[int]
    entries: tuple[str, ...]


def machine_of(ask: Ask, questions: Sequence[tuple[str, Atom]], group: Sequence[Ask] = ()) -> Machine | None:
    """Make the machine of an ask whose entry conditions ask `questions` about; None where it is too large.

    A question comes with the variable that it names: the ask's own, or one that takes the entry from it. `group` are
    asks whose entries are compared with it: what they tell apart, it tells apart as well.
    """
    asks = group or (ask,)
    checks = [one.check for one in asks if one.check is not None]
    keys = [*map(_length, {ask, *asks}), *map(_check, dict.fromkeys(checks)), *(_asked(one) for _, one in questions)]
    digits = [digit for digit in DIGITS if digit not in ask.end]
    most = ask.digits.most if ask.digits else None
    found: dict[object, int] = {tuple(key("") for key in keys): 0}
    entries, rows = [""], []
    for entry in entries:
        row = []
        for digit in DIGITS:
            if digit not in digits or len(entry) == most:
                row.append(-1)
                continue
            state = tuple(key(entry + digit) for key in keys)
            if state not in found:
                found[state] = len(entries)
                entries.append(entry + digit)
            row.append(found[state])
        rows.append(row)
        if len(entries) > MOST:
            return None
    return _merged(rows, [_label(asks, questions, entry) for entry in entries], entries, most)


def _label(asks: Sequence[Ask], questions: Sequence[tuple[str, Atom]], entry: str) -> tuple[bool, ...]:
    """Say what of an entry decides anything where it ends."""
    taken = (answer for ask in asks for answer in _taken(ask, entry))
    return (not entry, *taken, *(atom.holds({name: entry}) for name, atom in questions))


def _taken(ask: Ask, entry: str) -> tuple[bool, bool, bool]:
    least, most = ask.digits or (1, len(entry))
    return len(entry) >= least, len(entry) > most, ask.check is None or ask.check.passes(entry)


def state_of(machine: Machine, entry: str) -> int | None:
    """Give the state to which an entry leads; None where it cannot be typed."""
    state = 0
    for digit in entry:
        state = machine.onward[state][int(digit)] if digit in DIGITS else -1
        if state < 0:
            return None
    return state


def entries_of(machine: Machine, sort: int, count: int, *, full: bool) -> list[str]:
    """Give some entries of a sort, as many as are asked for or there are, that leave room for more digits or none."""
    found: list[str] = []
    layer = {0: [""]}
    for _ in range(2 * len(machine.onward)):
        after: dict[int, list[str]] = {}
        for state, entries in layer.items():
            for digit, onward in enumerate(machine.onward[state]):
                if onward >= 0:
                    several = after.setdefault(onward, [])
                    several += [f"{entry}{digit}" for entry in entries][: count - len(several)]
        found += [
            entry
            for state, entries in sorted(after.items())
            if machine.sorts[state] == sort and (state in machine.full) == full
            for entry in entries
        ]
        if len(found) >= count or not after:
            break
        layer = after
    return found[:count]


def _merged(rows: list[list[int]], labels: list[tuple[bool, ...]], entries: list[str], most: int | None) -> Machine:
    """Put together what nothing tells apart: states whose sorts and next states are alike (Moore, 1956)."""
    group = _numbered([(label, len(entry) == most) for label, entry in zip(labels, entries, strict=True)])
    count = 0
    while count != (count := max(group) + 1):
        group = _numbered(
            [(group[at], tuple(group[one] if one >= 0 else -1 for one in row)) for at, row in enumerate(rows)]
        )
    first = [group.index(number) for number in range(max(group) + 1)]
    sorts = _numbered([labels[at] for at in first])
    examples = [entries[first[sorts.index(number)]] for number in range(max(sorts) + 1)]
    return Machine(
        onward=tuple(tuple(group[one] if one >= 0 else -1 for one in rows[at]) for at in first),
        sorts=tuple(sorts),
        examples=tuple(examples),
        full=frozenset(number for number, at in enumerate(first) if len(entries[at]) == most),
        entries=tuple(entries[at] for at in first),
    )


def _numbered(labels: Iterable[object]) -> list[int]:
    numbers: dict[object, int] = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels]


def _length(ask: Ask) -> Key:
    """Tell entries apart by their length, as far as there is a limit."""
    most = ask.digits.most if ask.digits else 1
    return lambda entry: min(len(entry), most)


def _check(check: Check) -> Key:
    if check.kind == "luhn":
        return _luhn_key
    if check.kind == "date":
        return lambda entry: date_key(check.form, entry)
    return _texts_key(check.entries)


def _luhn_key(entry: str) -> object:
    """Give both sums that the formula may come to, as another digit makes every second place a first one."""
    digits = [int(digit) for digit in reversed(entry)]
    doubled = [2 * digit - 9 * (digit > 4) for digit in digits]  # noqa: PLR2004 -- from 5 on it has two digits
    one = sum(doubled[at] if at % 2 else digit for at, digit in enumerate(digits))
    other = sum(digit if at % 2 else doubled[at] for at, digit in enumerate(digits))
    return one % 10, other % 10, bool(entry)


def _texts_key(texts: Iterable[str]) -> Key:
    """Tell entries apart as long as they can become one of some texts."""
    known = tuple(texts)
    return lambda entry: entry if any(text.startswith(entry) for text in known) else None


def _asked(atom: Atom) -> Key:
    """Tell entries apart as one question of a condition does."""
    literals = [atom.right] if isinstance(atom, Comparison) else list(getattr(atom, "items", ()))
    numbers = sorted({one.number for one in literals if isinstance(one, Number)} | _ordered(atom))
    texts = _texts_key([one.text for one in literals if isinstance(one, Text)])
    return lambda entry: (bool(entry), texts(entry), _number_key(entry, numbers) if numbers else None)


def _ordered(atom: Atom) -> set[Decimal]:
    """Give the number that quoted text writes, where it is compared by value."""
    if not isinstance(atom, Comparison) or not isinstance(atom.right, Text) or atom.sign in {"==", "!="}:
        return set()
    digits = atom.right.text.strip("-")
    return {Decimal(atom.right.text)} if digits.replace(".", "", 1).isdecimal() else set()


def _number_key(entry: str, numbers: Sequence[Decimal]) -> object:
    """Give the number, or only where it lies among some others where all that it can grow to is told by that."""
    value = int(entry or 0)
    places = len(str(int(max(abs(number) for number in numbers)))) + 1
    lies = []
    for more in range(max(places - len(str(value)), 0) + 1):
        low, high = _lies(Decimal(value * 10**more), numbers), _lies(Decimal((value + 1) * 10**more - 1), numbers)
        if low != high:
            return value
        lies.append(low)
    while len(lies) > 1 and lies[-1] == lies[-2]:
        lies.pop()
    return tuple(lies)


def _lies(value: Decimal, numbers: Sequence[Decimal]) -> tuple[int, ...]:
    return tuple((value > number) - (value < number) for number in numbers)
