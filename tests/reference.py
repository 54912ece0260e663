"""The parts of the README that are made from the models, the rules and the examples here, and how they are put in."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Final, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ivr.checks import catalogue
from ivr.contact import Contact
from ivr.documents import Opening, Promise, Script
from ivr.fields import Rate, Seconds
from ivr.listening import Listening
from ivr.loader import WordingChanges
from ivr.node import Node
from ivr.nodes import kinds
from ivr.nodes.menu import Option
from ivr.settings import Defaults, GlobalKey, Line, Source

EXAMPLES: Final = MappingProxyType(
    {
        "say": """
nodes:
  parking: {say: You can park behind the house., next: main}
""",
        "menu": """
nodes:
  prescriptions:
    menu: "Prescriptions. Or say: appointment."
    options:
      1: {say: order a refill, go: message}
      2: nurse-desk                    # heard as "For Nurse, press 2."
      visit: {words: [appointment, a visit], go: appointments}
    tries: 2                           # here, fewer than elsewhere
""",
        "ask": """
nodes:
  birthday:
    ask: Enter your date of birth, two digits for the month, two for the day and four for the year.
    into: birthday
    digits: 8
    check: date MMDDYYYY
    sensitive: yes
    next: house

  house:
    ask: Enter the number of the house that you come to, 1, 2 or 15, then press pound.
    into: house
    digits: 1-2
    end: "#"
    check: {one-of: [1, 2, 15]}
    next: main
""",
        "hours": """
nodes:
  ask-reception: {hours: desk, open: reception-desk, closed: message}
""",
        "branch": """
nodes:
  by-card:
    branch:                            # `patient` is what callers entered at `results`
      - {when: patient < 500000, go: nurse-desk}
      - {when: 'patient in ["600000", "700000"]', go: front-desk}
    else: find
""",
        "set": """
nodes:
  remember:
    set: {visits: 1, ward: "north", card: patient}
    next: main
""",
        "lookup": """
nodes:
  account:
    lookup: account
    pass: [patient]                    # goes out with the question
    gives: [balance, tier]             # may come back with the answer
    outcomes: {found: balance, unknown: front-desk, failed: front-desk}

  balance: {say: "You owe {balance} dollars, by the {tier} plan.", next: main}
""",
        "transfer": """
nodes:
  doctor: {transfer: nurse, pass: [patient], busy: on-call, no-answer: on-call}
  on-call: {transfer: 1-312-555-0177, failed: message}
""",
        "record": """
nodes:
  complaint:
    record: "After the tone, tell us what went wrong. Then press pound."
    to: mailbox
    longest: 3 min
    next: goodbye
    failed: front-desk
""",
        "run": """
nodes:
  leaving:
    run: sure
    returns: {yes: goodbye}
    else: main

  sure:                                # a sub-flow: many nodes may run it
    menu: Do you want to end this call?
    options:
      1: {say: yes, go: is-sure}
      2: {say: no, go: is-not-sure}

  is-sure: {return: yes}
  is-not-sure: {return: no}
""",
        "return": """
nodes:
  remind: {run: opening, then: main}
  opening: {say: We are open on weekdays from eight to six., next: told}
  told: {return: told}
""",
        "split": """
nodes:
  survey: {split: {90%: main, 10%: front-desk}}
""",
        "hangup": """
nodes:
  closing: {hangup: Thank you. Please call again., done: yes}
""",
        "unknown": """
nodes:
  old-step: {unknown: Play balance, exits: {ok: main, error: front-desk}}
""",
        "the schedule": """
hours:
  desk: [Mon-Fri 08:00-18:00, Sat 09:00-12:00]
  kiosk:
    open: daily 07:00-22:00
    closed: [2026-12-24 - 2026-12-26, 01-01]
    extra: 2026-12-24 07:00-12:00
    timezone: America/Denver
""",
        "the contact": """
contacts:
  billing: {name: Billing, number: 1-312-555-0177, hours: desk}
  letters: {name: Letters, channel: mail, address: "P.O. Box 1", replies: 10 business days}
""",
        "the line": """
lines:
  1-312-555-0100: main
  1-312-555-0150: {start: nurse-desk, name: Night line}
""",
        "the key": """
keys:
  9: {say: hear this again, go: again}
  0: {say: reception, words: [reception, a person], go: front-desk}
""",
        "the defaults": """
defaults:
  wrong: [Sorry. Please try once more., "Sorry, that is not one of the choices either."]
  silence: Sorry, I did not hear anything.
  tries: 3
  otherwise: front-desk
  wait: 6 s
""",
        "the wording": """
wording:
  en:
    noun: "{say}: press {key}."
    keys: {"#": hash}
""",
        "the option": """
nodes:
  departments:
    menu: Departments.
    options:
      1: {say: the laboratory, words: [laboratory, blood test], go: message}
      2: {say: appointments, go: appointments, documented: [page Appointments]}
      7: {say: staff, go: nurse-desk, announced: no, because: the number is on the staff's badges}
      9: none                          # the flow's key 9 does nothing here
""",
        "the prompt": """
nodes:
  hello:
    say: {en: Welcome., es: Bienvenido.}            # one text for each language
    next: open-doors

  open-doors:
    say:
      audio: open-doors.wav                         # a recording, and the words in it
      text: Our doors are open on weekdays from eight to six.
      seconds: 4
    next: main
""",
        "the source": """
sources:
  page: {title: Our telephone page, address: www.example.com/telephone, date: 2026-03-02}

nodes:
  street:
    say: You find us in Harbour Street.
    documented: [page Where we are]
    note: "assumption: the page names the street only; the directions are left to reception."
    next: front-desk
""",
        "the promise": """
promises:
  - promise: A person can be reached at any hour
    from: 1-312-555-0100
    reach: [person]
    during: always
    within: {keys: 1, seconds: 60}
    caller: willing
""",
        "the call": """
calls:
  - call: Results that are not ready
    line: 1-312-555-0100
    at: Tue 10:30
    steps:
      - hear: test results
      - press: 2
      - wait
      - press: 123456
      - answer: {test results: waiting}
      - hear: not ready yet
      - end: hangup
""",
    }
)
"""Examples of all kinds of node, by verb, and of other parts; each may be added to the clinic of the tutorial."""

_PART = re.compile(r"(<!-- made: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_FAMILIES = {
    "RD": "Reading the file",
    "ST": "Structure",
    "KY": "Keys",
    "TM": "Tries and waits",
    "PR": "Prompts",
    "HR": "Hours",
    "AC": "Languages and access",
    "DA": "Names and values",
    "HU": "Reaching a person",
    "SE": "Security and privacy",
    "DC": "Documents",
}


def renewed(readme: str) -> str:
    """Give the README with every part between `<!-- made: NAME -->` and `<!-- end -->` made anew."""
    return _PART.sub(lambda found: f"{found[1]}\n{_MAKERS[found['name']]()}\n{found[3]}", readme)


def _example(name: str) -> str:
    return f"```yaml\n{EXAMPLES[name].strip()}\n```\n"


def _fields(model: type[BaseModel], *, without: type[BaseModel] | None = None) -> str:
    rows = ["| field | what it says | if left out |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        if without is None or name not in without.model_fields:
            said, otherwise = _told(model, name, field)
            rows.append(f"| `{field.alias or name}` | {said} | {otherwise} |".replace("|  |", "| |"))
    return "\n".join(rows) + "\n"


def _told(model: type[BaseModel], name: str, field: FieldInfo) -> tuple[str, str]:
    """Give what a field says, and what holds where it is left out."""
    said = (field.description or "").replace("|", r"\|")
    stated = _STATED.search(said)
    if field.is_required():
        return said, "*needed*"
    if stated:
        return f"{said[: stated.start()]}.", stated["value"]
    if issubclass(model, Listening) and name in Defaults.model_fields:
        return said, "as in `defaults`"
    return said, _default(field)


def _default(field: FieldInfo) -> str:
    """Give a default as people would write it, with its unit."""
    value = field.default
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{value:g}{next((unit for kind, unit in _UNITS if set(get_args(kind)[1:]) & set(field.metadata)), '')}"
    if isinstance(value, (str, tuple)) and value:
        return f"`{value if isinstance(value, str) else ', '.join(value)}`"
    return ""


_STATED = re.compile(r"; (?P<value>[^;]+) if left out\.$")
_UNITS = ((Seconds, " seconds"), (Rate, " words a minute"))


def _kinds() -> str:
    parts = []
    for verb, kind in sorted(kinds().items(), key=lambda item: _ORDER.index(item[0])):
        summary = (kind.__doc__ or "").strip().splitlines()[0]
        parts.append(f"#### `{verb}`\n\n{summary}\n\n{_example(verb)}\n{_fields(kind, without=Node)}")
    return "\n".join(parts)


_ORDER = (
    "say", "menu", "ask", "hours", "branch", "set", "lookup", "transfer", "record", "run", "return", "split", "hangup",
    "unknown",
)  # fmt: skip


def _rules() -> str:
    parts = []
    for family, title in _FAMILIES.items():
        rules = [rule for rule in catalogue() if rule.code.startswith(family)]
        rows = ["| code | name | level | what it means for callers |", "|---|---|---|---|"]
        for rule in rules:
            summary = rule.page.splitlines()[0].replace("|", "\\|")
            rows.append(f"| {rule.code} | `{rule.name}` | {rule.severity} | {summary} |")
        heading = f"<summary><b>{title}</b> ({family}, {len(rules)} rules)</summary>"
        parts.append("\n".join(["<details>", heading, "", *rows, "", "</details>"]) + "\n")
    return "\n".join(parts)


def _part(name: str, model: type[BaseModel]) -> Callable[[], str]:
    return lambda: f"{_example(f'the {name}')}\n{_fields(model)}"


_MAKERS: dict[str, Callable[[], str]] = {
    "kinds": _kinds,
    "every-node": lambda: _fields(Node),
    "option": _part("option", Option),
    "line": _part("line", Line),
    "hours": _part("schedule", Opening),
    "contact": _part("contact", Contact),
    "key": _part("key", GlobalKey),
    "defaults": _part("defaults", Defaults),
    "wording": _part("wording", WordingChanges),
    "prompt": lambda: _example("the prompt"),
    "source": _part("source", Source),
    "promise": _part("promise", Promise),
    "call": _part("call", Script),
    "rules": _rules,
}
