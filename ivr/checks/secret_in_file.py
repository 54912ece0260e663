"""SE011: a password, a key or a PIN stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from ivr.analysis.sensitive import PIN, secrets
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.source import Place

_BEHIND_A_WORD: Final = (
    r"(?i:\b(?:pass(?:word|wd|phrase)|secret|api[-_ ]?key|(?:access|auth)[-_ ]?token|token|bearer)\b)"
    r"[\"']?\s*[:=]\s*[\"']?(?=[^\s\"']*\d)(?=[^\s\"']*[A-Za-z])[A-Za-z0-9+/_.!@#$%^&*~-]{8,}"
)
_SHAPES: Final = (
    ("a private key", r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
    ("an access key", r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    ("an access key", r"\b(?:sk|rk|pk)_(?:live|test)_[0-9A-Za-z]{16,}"),
    ("an access token", r"\bgh[pousr]_[0-9A-Za-z]{30,}|\bgithub_pat_\w{30,}|\bglpat-[\w-]{20,}"),
    ("an access token", r"\bxox[abeprs]-[0-9A-Za-z-]{10,}"),
    ("an access key", r"\bAIza[0-9A-Za-z_-]{35}"),
    ("an access token", r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
    ("the key of a telephone service", r"\bSK[0-9a-f]{32}\b"),
    ("an address with a password in it", r"\b[a-z][a-z0-9+.-]*://[^\s/:@{}]+:(?![{<*])[^\s/@{}]{3,}@"),
    ("a password or token", _BEHIND_A_WORD),
)
_PATTERN: Final = "|".join(f"(?P<s{number}>{shape})" for number, (_, shape) in enumerate(_SHAPES))
_HINT: Final = "Take it out, have it changed, since others may have read it, and give it to the telephone system alone."
_SIGN: Final = (
    r"AKIA|ASIA|_live_|_test_|gh[pousr]_|github_pat|glpat|xox|AIza|eyJ|SK[0-9a-f]|://|PRIVATE"
    r"|(?i:pass|secret|key\s*[:=]|token|bearer)"
)


@check("SE011", "secret-in-file", Severity.ERROR)
def secret_in_file(flow: Flow) -> Iterator[Fault]:
    """Whoever reads the flow, in a repository or on a drawing, can do what only the telephone system should.

    Looked for are keys and tokens by the shapes that services give them, passwords in addresses (`https://me:word@...`)
    and behind words such as `password:` or `token=`, in comments too; and PINs that the flow itself compares with what
    callers enter. A variable such as `{token}` is no secret. Only a few signs are shown of what is found.

    Bad:
        nodes:
          main:
            say: Thank you for calling.
            note: "The record system is at https://clinic:harbour7@records.example.com."
            next: desk

    Good:
        nodes:
          main:
            say: Thank you for calling.
            note: "The record system is at https://records.example.com; its password is in the vault."
            next: desk

    Source: a rule of this project; the shapes are those that the services document (from memory, not checked).
    """
    for file, text in flow.texts.items():
        if re.search(_SIGN, text):  # most files have none of these, and the shapes are not looked for
            for found in re.finditer(_PATTERN, text):
                kind = _SHAPES[int((found.lastgroup or "s0")[1:])][0]
                message = f"'{_shown(found[0])}' is {kind}, which whoever reads this file can use"
                yield Fault(_place(file, text, found.start(), found.end()), message, _HINT)
    for path in _known_pins(flow):
        message = f"the right PIN for '{path[1]}' stands in the file, so that whoever reads it can pass as the caller"
        yield Fault(flow.place(*path), message, "Let a `lookup` judge what callers enter.")


def _shown(secret: str) -> str:
    """Give the beginning of a secret, which is enough to find it."""
    return f"{secret[: max(4, min(12, len(secret) // 3))]}…"


def _place(file: str, text: str, start: int, end: int) -> Place:
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    return Place(file, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


def _known_pins(flow: Flow) -> Iterator[Path]:
    """Give where a PIN that callers enter is compared with a text or a number."""
    asks = [(name, ask) for name, ask, kind in secrets(flow) if kind == PIN]
    yield from (("nodes", name, "check") for name, ask in asks if ask.check and ask.check.entries)
    pins = {ask.into for _, ask in asks}
    for name, node in flow.nodes.items() if pins else ():
        for way in flow.exits(name) if node.verb == "branch" and name not in flow.broken else ():
            asked = way.when.comparisons() if way.when else ()
            if any(one.variable in pins and one.sign in {"==", "in"} and _is_pin(one.literals) for one in asked):
                yield (*way.path[:-1], "when")


def _is_pin(literals: tuple[object, ...]) -> bool:
    """Whether a PIN is compared with digits, and not with nothing at all."""
    return any(str(one).strip("\"'").isdigit() for one in literals)
