"""Changes in the words of callers: one sentence each, and the prompts that were and are heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.diff.differences import (
    AGAIN,
    ANSWERED,
    BRINGS,
    CHANCE,
    DROPPED,
    FAULT,
    GOODBYE,
    HANDED_ON,
    HEARD,
    HEARS,
    INTERRUPTED,
    LANGUAGE,
    LASTS,
    LEADS,
    LOOKUP,
    MESSAGE,
    NUMBER,
    ORDER,
    PAUSE,
    REACHES,
    RECORDING,
    SHARES,
    STEP,
    TAKES,
    TURNS_OUT,
    WAIT,
    WORDS,
    Difference,
)
from ivr.diff.pairs import chain_to
from ivr.explore.moves import WRONG
from ivr.witness import ANSWER, PRESS, SPEAK

if TYPE_CHECKING:
    from ivr.diff.changes import Change
    from ivr.diff.joints import Joint
    from ivr.diff.pairs import Met
    from ivr.witness import Step

MOST_WORDS: Final = 12
"""Words of a prompt that a sentence repeats."""
_FEW: Final = 2
"""Times that the same key is told one by one."""
_TIMES: Final = {1: "", 2: " twice", 3: " three times", 4: " four times", 5: " five times"}


class Told(NamedTuple):
    """A change in words: a sentence, and prompts that are heard no more (`less`) and that are heard now (`more`)."""

    sentence: str
    less: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def told(change: Change) -> Told:
    """Tell a change: when, after what, and what was and is now."""
    difference = change.difference
    if difference.kind == ANSWERED:
        return Told(_answered(difference))
    met = change.shown.met if change.shown else change.met
    way = way_of(met) if met else ""
    when = f"{change.when}, " if change.when else ""
    if difference.kind == LEADS:
        said = f"{way or 'the call'} {_past(difference.old)} and now {_present(difference.new)}"
        return Told(_sentence(when + said))
    after = f"after {way}, " if way else "at the beginning, "
    tell = _TELLERS[difference.kind](difference)
    return tell._replace(sentence=_sentence(when + after + tell.sentence))


def _sentence(text: str) -> str:
    end = "" if text.endswith((":", ".", '."', '!"', '?"')) else "."
    return text[:1].upper() + text[1:] + end


def way_of(met: Met) -> str:
    """Tell what a caller does, and what else happens: `1, then a wrong key twice`; empty where he only dials."""
    joints = [one.joint for one in chain_to(met.arrival, met.bits & -met.bits)]
    return ", then ".join(_told_of(one for joint in joints for one in _of(joint)))


def _of(joint: Joint) -> Iterator[str]:
    """Tell of what happens in the new flow; where the old one needs something else for the same, also of that."""
    now = [_happened(step, joint.by) for step in joint.new_steps]
    if joint.steps != joint.new_steps and any(step.kind != ANSWER for step in joint.steps):
        then = ", then ".join(_told_of(_happened(step, joint.by) for step in joint.steps)) or "nothing"
        yield f"{', then '.join(_told_of(now)) or 'nothing'} (formerly {then})"
    else:
        yield from now


def _told_of(happened: Iterable[str]) -> list[str]:
    return [f"{one}{_TIMES.get(count, f' {count} times')}" for one, count in _counted(happened)]


def _counted(happened: Iterable[str]) -> Iterator[tuple[str, int]]:
    for one, same in groupby(happened):
        count = len(list(same))
        many = count > 1 and (one.startswith(("a wrong", "silence")) or count > _FEW)
        yield from [(one, count)] if many else [(one, 1)] * count


def _happened(step: Step, by: str) -> str:
    if by == WRONG:
        is_key = step.kind == PRESS and len(step.what) == 1
        return f"a wrong key ({step.what})" if is_key else f"'{step.what}', which is wrong"
    if step.kind == PRESS:
        return step.what
    if step.kind == SPEAK:
        return f"'{step.what}' said"
    if step.kind == ANSWER:
        brought = "".join(f", {name} {value}" for name, value in step.values)
        return f"{step.of}: {step.what}{brought}"
    return "silence"


def _answered(difference: Difference) -> str:
    if not difference.new:
        return f"{difference.old[0]} is answered no more."
    if not difference.old:
        return f"{difference.new[0]} is answered now."
    return f"{difference.old[0]} is now {difference.new[0]}."


def _past(place: tuple[str, ...]) -> str:
    kind, what = place
    return _places(what)[kind][0]


def _present(place: tuple[str, ...]) -> str:
    kind, what = place
    return _places(what)[kind][1]


def _places(what: str) -> Mapping[str, tuple[str, str]]:
    quoted = f'"{shortened(what)}"'
    goodbye = f" in a goodbye, {quoted}" if what else ""
    to_whom = f" ({what})" if what else ""
    return {
        AGAIN: ("had the caller asked again", "has the caller asked again"),
        HEARS: (f"led to {quoted}", f"leads to {quoted}"),
        REACHES: (f"reached {what}", f"reaches {what}"),
        GOODBYE: (f"ended{goodbye}", f"ends{goodbye}") if what else ("ended the call", "ends the call"),
        DROPPED: ("had the caller dropped", "has the caller dropped"),
        FAULT: ("broke off by a fault of the flow", "breaks off by a fault of the flow"),
        LOOKUP: (f"had '{what}' looked up", f"has '{what}' looked up"),
        MESSAGE: (f"let the caller leave a message{to_whom}", f"lets the caller leave a message{to_whom}"),
        CHANCE: ("went on by chance", "goes on by chance"),
        STEP: (f"came to the step '{what}'", f"comes to the step '{what}'"),
    }


def shortened(text: str) -> str:
    """Give the beginning of a prompt."""
    words = text.split()
    return text if len(words) <= MOST_WORDS else f"{' '.join(words[:MOST_WORDS])} …"


def _heard(one: Difference) -> Told:
    less, more = tuple("".join(one.old) for _ in one.old[:1]), tuple("".join(one.new) for _ in one.new[:1])
    if less and more:
        return Told("other words are heard:", less, more)
    return Told("more is heard:", (), more) if more else Told("less is heard:", less)


def _order(one: Difference) -> Told:
    return Told("the same is heard in another order:", one.old, one.new)


def _language(one: Difference) -> Told:
    return Told(f'"{shortened(one.new[0])}" is spoken in {one.new[1]} instead of {one.old[1]}')


def _recording(one: Difference) -> Told:
    return Told(f'"{shortened(one.new[0])}" is {_played(one.new[1])} instead of {_played(one.old[1])}')


def _played(audio: str) -> str:
    return f"played from {audio}" if audio else "spoken from text"


def _lasts(one: Difference) -> Told:
    return Told(f'"{shortened(one.new[0])}" takes {one.new[1]} s instead of {one.old[1]} s')


def _interrupted(one: Difference) -> Told:
    word = "now cuts" if one.new[1] == "yes" else "no longer cuts"
    return Told(f'a key {word} "{shortened(one.new[0])}" off')


def _wait(one: Difference) -> Told:
    return Told(f"the line waits {one.new[0]} s for the caller instead of {one.old[0]} s")


def _pause(one: Difference) -> Told:
    if not one.old:
        return Told(f"the caller has to wait {' and '.join(one.new)} s, as more keys could follow")
    if not one.new:
        return Told("the caller need not wait any more, as no more keys could follow")
    return Told(f"the line waits {' and '.join(one.new)} s for a next key instead of {' and '.join(one.old)} s")


def _words(one: Difference) -> Told:
    return Told("spoken words are understood now" if one.new else "spoken words are understood no more")


def _number(one: Difference) -> Told:
    now, then = (number or "a number that the flow does not name" for number in (one.new[1], one.old[1]))
    return Told(f"{one.new[0]} is rung on {now} instead of {then}")


def _turns_out(one: Difference) -> Told:
    more, less = (" or ".join(f"'{name}'" for name in several[1:]) for several in (one.new, one.old))
    both = (f"can now turn out as {more}" if more else "", f"can no longer turn out as {less}" if less else "")
    return Told(f"{one.new[0] or one.old[0] or 'that'} {' and '.join(part for part in both if part)}")


def _brings(one: Difference) -> Told:
    return Told(f"the answer brings {_listed(one.new)} instead of {_listed(one.old)}")


def _handed_on(one: Difference) -> Told:
    return Told(f"{one.new[0]} is handed {_listed(one.new[1:])} instead of {_listed(one.old[1:])}")


def _listed(several: tuple[str, ...]) -> str:
    return " and ".join(several) or "nothing"


def _takes(one: Difference) -> Told:
    if one.old[:1] and one.old[0].replace(".", "").isdigit() and one.new[0].replace(".", "").isdigit():
        return Told(f"a recording may take {one.new[0]} s instead of {one.old[0]} s")
    return Told(f"a recording is ended by {_listed(one.new)} instead of {_listed(one.old)}")


def _shares(one: Difference) -> Told:
    return Told(f"callers are sent on in shares of {_listed(one.new)} instead of {_listed(one.old)}")


_TELLERS: Final = {
    HEARD: _heard,
    ORDER: _order,
    LANGUAGE: _language,
    RECORDING: _recording,
    LASTS: _lasts,
    INTERRUPTED: _interrupted,
    WAIT: _wait,
    PAUSE: _pause,
    WORDS: _words,
    NUMBER: _number,
    TURNS_OUT: _turns_out,
    BRINGS: _brings,
    HANDED_ON: _handed_on,
    TAKES: _takes,
    SHARES: _shares,
}
