"""What the rules of structure find in small flows, where exactly, and what they leave alone."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

import pytest
from found import TODAY, found
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.analysis.cycles import leading_to, reached, rounds, strong_parts
from ivr.check import Selection, run_checks
from ivr.checks import catalogue
from ivr.engine import begin, step
from ivr.event import Silence
from ivr.loader import load, load_text

FINDINGS: dict[str, tuple[str, list[str]]] = {
    "node twice": (
        """
nodes:
  main: {say: Hello., next: desk}
  main: {say: Hello again., next: desk}
""",
        [
            "5:3 ST002 the node 'main' is written twice, and callers meet only what the first one says",
        ],
    ),
    "names alike": (
        """
contacts:
  Night Desk: {name: Night desk}
  night_desk: {name: Night desk}
hours:
  "office": Mon-Fri 08:00-17:00
  office-1-1: Mon-Fri 08:00-17:00
  office-11: Mon-Fri 08:00-17:00
nodes:
  main: {say: Hello., next: desk}
""",
        [
            (
                "4:3 ST002 the contacts 'Night Desk' and 'night_desk' differ in spelling only; callers may "
                "get the wrong one"
            ),
        ],
    ),
    "section twice": (
        """
timezone: America/Chicago
timezone: America/Denver
nodes:
  main: {say: Hello., next: desk}
""",
        [
            "2:1 ST002 the section 'timezone' is written twice, and callers meet only what the first one says",
        ],
    ),
    "no lines": (
        """
lines: {}
nodes:
  main: {say: Hello., next: desk}
""",
        [
            "1:1 ST003 the flow has no line, so nobody can call it",
        ],
    ),
    "line to nowhere": (
        """
lines: {1-800-555-0100: main, 1-800-555-0101: tty, 1-800-555-0102: back}
nodes:
  main: {say: Hello., next: desk}
""",
        [
            "1:47 ST003 the line '1-800-555-0101' begins at 'tty', which does not exist",
            "1:68 ST003 the line '1-800-555-0102' begins with 'back', and there is nothing before a call begins",
        ],
    ),
    "unreachable once at its root": (
        """
nodes:
  main: {say: Hello., next: desk}
  lost: {say: a, next: further}
  further: {say: b, next: last}
  last: {hangup: c}
""",
        [
            "5:3 ST004 no line leads callers to 'lost'",
        ],
    ),
    "unreachable round": (
        """
nodes:
  main: {say: Hello., next: desk}
  lost: {menu: M., options: {1: {say: a, go: deeper}, 2: {say: b, go: main}}}
  deeper: {menu: D., options: {1: {say: c, go: lost}, 2: {say: d, go: leaf}}}
  leaf: {say: e, next: desk}
""",
        [
            "5:3 ST004 'lost' and 'deeper' lead to one another, but no line leads callers there",
        ],
    ),
    "back is no way in": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: leaf}}}
  leaf: {say: e, next: desk}
  old: {menu: O., options: {1: {say: c, go: main}, 2: {say: d, go: leaf}}}
""",
        [
            "6:3 ST004 no line leads callers to 'old'",
        ],
    ),
    "behind a misspelt target": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: slaes}, 2: {say: b, go: desk}}}
  sales: {say: e, next: desk}
""",
        [
            "4:46 ST001 'main' leads to 'slaes', which does not exist; did you mean 'sales'?",
        ],
    ),
    "behind a misspelt line": (
        """
lines: {1-800-555-0100: mian}
nodes:
  main: {say: Hello., next: desk}
""",
        [
            "1:25 ST003 the line '1-800-555-0100' begins at 'mian', which does not exist; did you mean 'main'?",
        ],
    ),
    "orphan": (
        """
nodes:
  main: {say: Hello., next: desk}
  bye: {hangup: Bye.}
  alone: {say: Alone.}
""",
        [
            "5:3 ST005 'bye' stands alone: nothing leads callers there, and it leads them nowhere",
            "6:3 ST005 'alone' stands alone: nothing leads callers there, and it leads them nowhere",
        ],
    ),
    "say without next": (
        """
nodes:
  main: {say: Hello.}
""",
        [
            "4:3 ST006 'main' does not say where callers go on (`next` is missing), so they are cut off",
        ],
    ),
    "ask without next": (
        """
nodes:
  main: {ask: Number., into: n, digits: 3}
""",
        [
            "4:3 ST006 'main' does not say where callers go on (`next` is missing), so they are cut off",
        ],
    ),
    "transfer half": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: office}}}
  office: {transfer: representative, busy: sorry}
""",
        [
            "5:3 ST006 'office' does not say where callers go when nobody answers, so they are cut off",
        ],
    ),
    "transfer closed and not guarded": (
        """
hours: {day: "Mon-Fri 08:00-17:00"}
contacts: {representative: {name: R, hours: day}}
nodes:
  main: {say: Hello., next: desk}
""",
        [
            "4:3 ST006 'desk' does not say where callers go when it is closed there, so they are cut off",
        ],
    ),
    "lookup and record": (
        """
nodes:
  main: {lookup: x, outcomes: {}}
  more: {record: Speak., to: representative}
lines: {1-800-555-0100: main, 1-800-555-0101: more}
""",
        [
            "4:3 ST006 'main' does not say where callers go on (`outcomes` is missing), so they are cut off",
            "5:3 ST006 'more' does not say where callers go on (`next` is missing), so they are cut off",
        ],
    ),
    "run without then": (
        """
nodes:
  main: {run: sub}
  sub: {say: a, next: end}
  end: {return: ok}
""",
        [
            "4:3 ST006 'main' does not say where callers go when 'sub' comes back, so they are cut off",
        ],
    ),
    "run lacks a value": (
        """
nodes:
  main: {run: sub, returns: {good: desk, worse: sorry}}
  sub: {menu: M., options: {1: {say: a, go: good}, 2: {say: b, go: bad}}}
  good: {return: good}
  bad: {return: bad}
""",
        [
            "4:3 ST006 'sub' can return 'bad', and 'main' does not say where callers go then, so they are cut off",
        ],
    ),
    "return without run": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: end}}}
  end: {return: ok}
""",
        [
            "5:3 ST006 'end' returns, but callers come to it without a `run` to go back to, so they are cut off",
        ],
    ),
    "trap of two menus": (
        """
keys: {}
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: desk}}}
  b: {menu: B., options: {1: {say: a, go: a}, 2: {say: b, go: again}}, otherwise: a}
  a: {menu: A., options: {1: {say: a, go: again}, 2: {say: b, go: b}}, otherwise: b}
""",
        [
            (
                "6:3 ST007 callers never get out of 'b' and 'a': these lead only to one another, and "
                "callers can only hang up"
            ),
        ],
    ),
    "back leads out": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: desk}}}
  a: {menu: A., options: {0: none, 1: {say: a, go: again}, 2: {say: b, go: x}}, otherwise: x}
  x: {say: x, next: a}
""",
        [
            (
                "5:92 ST009 a caller who presses nothing at 'a' goes round for ever: its last try leads "
                "back to it by way of 'x'"
            ),
        ],
    ),
    "back does not lead out of a sub-flow": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: r}, 2: {say: b, go: desk}}}
  r: {run: a, then: desk}
  a: {menu: A., options: {0: none, 1: {say: a, go: again}, 2: {say: b, go: x}}, otherwise: x}
  x: {say: x, next: a}
""",
        [
            (
                "6:3 ST007 callers never get out of 'a' and 'x': these lead only to one another, and "
                "callers can only hang up"
            ),
        ],
    ),
    "a return leads out": (
        """
nodes:
  main: {run: a, then: desk}
  a: {menu: A., options: {0: none, 1: {say: a, go: again}, 2: {say: b, go: x}}, otherwise: again}
  x: {return: done}
""",
        [
            "5:92 ST009 a caller who presses nothing at 'a' goes round for ever: its last try leads to itself",
        ],
    ),
    "trap behind a sub-flow": (
        """
keys: {}
nodes:
  main: {run: a, then: t}
  a: {say: A., next: x}
  x: {return: done}
  t: {menu: T., options: {1: {say: a, go: main}, 2: {say: b, go: again}}, otherwise: main}
""",
        [
            "3:3 ST004 no line leads callers to 'desk'",
            (
                "5:3 ST007 callers never get out of 'main' and 't': these lead only to one another, and "
                "callers can only hang up"
            ),
        ],
    ),
    "a trap behind a misspelt target is none": (
        """
keys: {}
nodes:
  main: {menu: M., options: {1: {say: a, go: again}, 2: {say: b, go: dsek}}, otherwise: again}
""",
        [
            "5:70 ST001 'main' leads to 'dsek', which does not exist; did you mean 'desk'?",
            "5:89 ST009 a caller who presses nothing at 'main' goes round for ever: its last try leads to itself",
        ],
    ),
    "only hang-ups": (
        """
keys: {}
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: sorry}}, otherwise: sorry}
  a: {menu: A., options: {1: {say: a, go: again}, 2: {say: b, go: main}}, otherwise: sorry}
""",
        [
            "3:3 ST004 no line leads callers to 'desk'",
            "5:3 ST008 whatever callers do at 'main', the call ends with a hang-up, and no help can be reached",
        ],
    ),
    "two parts with hang-ups only": (
        """
keys: {}
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: b}}}
  a: {ask: A., into: x, digits: 1, next: sorry, otherwise: sorry}
  b: {menu: B., options: {1: {say: a, go: c}, 2: {say: b, go: sorry}}, otherwise: sorry}
  c: {menu: C., options: {1: {say: a, go: b}, 2: {say: b, go: sorry}}, otherwise: sorry}
""",
        [
            "6:3 ST008 whatever callers do at 'a', the call ends with a hang-up, and no help can be reached",
            "7:3 ST008 whatever callers do at 'b', the call ends with a hang-up, and no help can be reached",
        ],
    ),
    "hang-ups that are what callers want": (
        """
keys: {}
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: sorry}}, otherwise: sorry}
  a: {hangup: We are open., done: yes}
""",
        [
            "3:3 ST004 no line leads callers to 'desk'",
        ],
    ),
    "otherwise leads to itself": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}, otherwise: main}
""",
        [
            "4:89 ST009 a caller who presses nothing at 'main' goes round for ever: its last try leads to itself",
        ],
    ),
    "otherwise leads round": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}, otherwise: x}
  x: {say: Hm., next: y}
  y: {say: Hm., next: back}
""",
        [
            (
                "4:89 ST009 a caller who presses nothing at 'main' goes round for ever: its last try leads "
                "back to it by way of 'x' and 'y'"
            ),
        ],
    ),
    "the first menu's back": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}, otherwise: back}
""",
        [
            "4:89 ST009 a caller who presses nothing at 'main' goes round for ever: its last try leads to itself",
        ],
    ),
    "a round at night": (
        """
hours: {day: "Mon-Fri 08:00-17:00"}
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}, otherwise: x}
  x: {hours: day, open: desk, closed: main}
""",
        [
            (
                "5:89 ST009 a caller who presses nothing at 'main' goes round for ever: its last try leads "
                "back to it by way of 'x'"
            ),
        ],
    ),
    "a transfer that is closed": (
        """
hours: {day: "Mon-Fri 08:00-17:00"}
contacts: {representative: {name: R, hours: day}}
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}}
  desk: {transfer: representative, busy: sorry, no-answer: sorry, closed: main}
""",
        [
            (
                "5:3 ST009 a caller who presses nothing at 'main' goes round for ever: its last try leads "
                "back to it by way of 'desk'"
            ),
        ],
    ),
    "say round": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: desk}}}
  a: {say: A., next: b}
  b: {say: B., next: a}
""",
        [
            "5:3 ST009 'a' goes round by way of 'b' for ever without asking callers anything",
        ],
    ),
    "a menu in a sub-flow is asked": (
        """
nodes:
  main: {run: sub, then: x}
  x: {say: X., next: main}
  sub: {menu: S., options: {1: {say: a, go: end}, 2: {say: b, go: sorry}}, otherwise: end}
  end: {return: x}
""",
        [
            (
                "4:3 ST009 a caller who presses nothing in what 'main' runs comes back to it by way of "
                "'x', and goes round for ever"
            ),
        ],
    ),
    "hours round": (
        """
hours: {day: "Mon-Fri 08:00-17:00"}
nodes:
  main: {hours: day, open: desk, closed: x}
  x: {hours: day, open: desk, closed: main}
""",
        [
            "5:3 ST010 a call can go round for ever by itself at 'main', 'x', in silence",
        ],
    ),
    "set and branch without end": (
        """
nodes:
  main: {lookup: l, gives: [v], outcomes: {ok: x, failed: sorry}}
  x: {branch: [{when: v, go: desk}], else: y}
  y: {set: {w: 1}, next: x}
""",
        [
            "5:3 ST010 a call can go round for ever by itself at 'x', 'y', in silence",
        ],
    ),
    "sub-flows that run each other": (
        """
nodes:
  main: {run: a, then: desk}
  a: {menu: A., options: {1: {say: a, go: ra}, 2: {say: b, go: end}}}
  ra: {run: b, then: end}
  b: {menu: B., options: {1: {say: a, go: rb}, 2: {say: b, go: end}}}
  rb: {run: a, then: end}
  end: {return: x}
""",
        [
            "6:13 ST011 'ra' runs 'b' within that same sub-flow by way of 'a', so it may never come back",
        ],
    ),
    "a sub-flow that leads to its own start": (
        """
nodes:
  main: {run: a, then: desk}
  a: {menu: A., options: {1: {say: a, go: main}, 2: {say: b, go: end}}}
  end: {return: x}
""",
        [
            "4:15 ST011 'main' runs 'a' within that same sub-flow, so it may never come back",
        ],
    ),
    "branch without else": (
        """
nodes:
  main: {ask: A., into: v, digits: 1, check: {one-of: [1, 2]}, next: x}
  x: {branch: [{when: v == 1, go: desk}]}
""",
        [
            "5:3 ST012 'x' has no `else`, so callers for whom none of its conditions holds are cut off",
        ],
    ),
    "branch that may come without an entry": (
        """
nodes:
  main: {ask: A., into: v, digits: 1, check: {one-of: [1, 2]}, next: x, otherwise: x}
  x: {branch: [{when: v == 1, go: desk}, {when: v == 2, go: sorry}]}
""",
        [
            "5:3 ST012 'x' has no `else`, so callers for whom none of its conditions holds are cut off",
        ],
    ),
    "conditions that are constant": (
        """
nodes:
  main: {set: {v: 3}, next: x}
  x: {branch: [{when: v == 4, go: desk}, {when: v == 3, go: m}], else: sorry}
  m: {menu: M., options: {1: {say: a, go: desk, when: w < 1 and w > 2}, 2: {say: b, go: sorry, when: w == 1}}}
""",
        [
            "5:23 ST014 'v == 4' is false for every call, so no caller ever goes to 'desk' by it",
            "5:49 ST014 'v == 3' is true for every call, so callers always go to 'm' by it",
            "6:55 ST014 'w < 1 and w > 2' is false for every call, so no caller ever goes to 'desk' by it",
        ],
    ),
    "a condition that is asked twice": (
        """
nodes:
  main: {ask: A., into: v, digits: 1, next: x}
  x: {branch: [{when: v == 1, go: desk}, {when: v == 2, go: m}, {when: "v  ==  1", go: sorry}], else: m}
  m: {menu: M., options: {1: {say: a, go: desk, when: v == 1}, 2: {say: b, go: sorry, when: v == 1}}}
""",
        [
            "5:72 ST014 'v  ==  1' has been asked before and led to 'desk', so no caller ever goes to 'sorry' by it",
        ],
    ),
    "transfers": (
        """
lines: {1-800-356-9377: main, 1-800-555-0199: {start: main, press: 3}}
contacts: {shop: {name: Shop, number: 1 (800) FLOWERS}}
nodes:
  main: {menu: M., options: {1: {say: a, go: x}, 2: {say: b, go: y}, 3: {say: c, go: z}, 4: {say: d, go: w}}}
  x: {transfer: shop, failed: sorry}
  y: {transfer: shop, failed: sorry}
  z: {transfer: +1 800 356 9378}
  w: {transfer: 356-9377, failed: sorry}
""",
        [
            (
                "2:39 ST016 'x' transfers callers to '1 (800) FLOWERS', which is the flow's own line "
                "'1-800-356-9377': they begin anew"
            ),
            "9:3 ST015 'z' does not say where callers go when nobody takes the call; they are dropped",
        ],
    ),
    "depth": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: s}, 2: {say: b, go: desk}}}
  s: {say: s, next: a}
  a: {menu: A., options: {1: {say: a, go: b}, 2: {say: b, go: sorry}}}
  b: {menu: B., options: {1: {say: a, go: c}, 2: {say: b, go: sorry}}}
  c: {menu: C., options: {1: {say: a, go: d}, 2: {say: b, go: sorry}}}
  d: {menu: D., options: {1: {say: a, go: main}, 2: {say: b, go: sorry}}}
""",
        [
            "8:3 ST017 callers have to get through 3 menus before they come to the menu 'c'",
        ],
    ),
    "single options": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 0: none}}
  a: {menu: A.}
""",
        [
            "4:3 ST018 'main' offers only the key '1', so callers press a key without having a choice",
            "5:3 ST018 'a' offers callers nothing to choose, so it asks them for a key to no purpose",
        ],
    ),
    "same destination by hours": (
        """
hours: {day: "Mon-Fri 08:00-17:00", eve: "Mon-Fri 17:00-20:00"}
nodes:
  main:
    menu: M.
    options:
      1: {say: a, go: x}
      2: {say: b, go: y}
      3: {say: c, go: z}
      4: {say: d, go: desk}
  x: {hours: day, open: desk, closed: sorry}
  y: {hours: day, open: desk, closed: sorry}
  z: {hours: eve, open: desk, closed: sorry}
""",
        [
            (
                "9:7 ST019 the keys '1' and '2' of 'main' lead to the same by way of 'x' and 'y', so "
                "callers choose between two names for one thing"
            ),
        ],
    ),
    "not the same": (
        """
languages: [en, es]
nodes:
  main:
    menu: M.
    options:
      1: {say: a, go: desk}
      2: {say: b, go: desk, language: es}
      3: {say: c, go: desk, when: vip == 1}
      4: {say: d, go: desk, when: vip == 2}
      5: {say: e, go: desk, announced: no, because: old}
      f: {words: [f], go: desk}
      0: {say: a person, go: desk}
      7: {say: g, go: slaes}
      8: {say: h, go: slaes}
""",
        [
            "15:23 ST001 'main' leads to 'slaes', which does not exist",
        ],
    ),
    "wrong backs": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: b}}}
  a: {menu: A., options: {2: {say: back to the main menu, go: main}, 3: {say: previous menu, go: b}}}
  b: {menu: B., options: {2: {say: Volver al menú anterior, go: again}, 3: {say: go back, go: c}}}
  c: {say: c, next: main}
""",
        [
            "5:98 ST021 the key '3' of 'a' is to take callers back, but leads to 'b', where they have not been",
            "6:65 ST021 the key '2' of 'b' is to take callers back, but only repeats",
        ],
    ),
    "same destination by a needless branch": (
        """
hours: {day: "Mon-Fri 08:00-17:00"}
nodes:
  main: {menu: M., options: {1: {say: a, go: x}, 2: {say: b, go: desk}, 4: {say: c, go: sorry}}}
  x: {branch: [{when: vip, go: y}], else: desk}
  y: {hours: day, open: desk, closed: desk}
""",
        [
            (
                "5:50 ST019 the keys '1' and '2' of 'main' lead to the same by way of 'x' and 'desk', so "
                "callers choose between two names for one thing"
            ),
            "7:3 ST022 'y' does nothing for callers but lead on to 'desk'",
        ],
    ),
    "the round of a silent record": (
        """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: r}}}
  r: {record: Speak., to: representative, next: r}
""",
        [
            "5:3 ST009 'r' repeats itself for ever without asking callers anything",
        ],
    ),
    "an unknown step leads where it says": (
        """
keys: {}
nodes:
  main: {unknown: Step, exits: {a: m}}
  m: {menu: M., options: {1: {say: a, go: main}, 2: {say: b, go: again}}, otherwise: main}
""",
        [
            "3:3 ST004 no line leads callers to 'desk'",
            (
                "5:3 ST007 callers never get out of 'main' and 'm': these lead only to one another, and "
                "callers can only hang up"
            ),
        ],
    ),
    "a long round names few": (
        """
nodes:
  main: {say: Hello., next: a}
  a: {say: a, next: b}
  b: {say: b, next: c}
  c: {say: c, next: d}
  d: {say: d, next: e}
  e: {say: e, next: f}
  f: {say: f, next: a}
""",
        [
            (
                "5:3 ST009 'a' goes round by way of 'b', 'c', 'd', 'e' and 1 more for ever without asking "
                "callers anything"
            ),
        ],
    ),
}

SILENCE: dict[str, str] = {
    "field twice is RD011's": """
nodes:
  main: {say: Hello., next: desk, next: sorry}
""",
    "line unreadable": """
lines: {1-800-555-0100: {strat: main}}
nodes:
  main: {say: Hello., next: desk}
""",
    "behind a broken node": """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {sya: b, og: leaf}}}
  leaf: {say: e, next: desk}
""",
    "behind a key given twice": """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 1: {say: b, go: leaf}, 2: {say: c, go: sorry}}}
  leaf: {say: e, next: desk}
""",
    "only the keys lead there": """
keys: {0: {say: a person, go: person}}
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: c, go: sorry}}}
  person: {transfer: representative, failed: sorry}
""",
    "contact without a node": """
contacts:
  letters: {name: Letters, channel: mail, address: Box 1}
nodes:
  main: {say: Hello., next: desk}
""",
    "only a sub-flow leads there": """
nodes:
  main: {run: sub, then: desk}
  sub: {say: a, next: end}
  end: {return: ok}
""",
    "transfer closed but guarded": """
hours: {day: "Mon-Fri 08:00-17:00"}
contacts: {representative: {name: R, hours: day}}
nodes:
  main: {hours: day, open: hello, closed: sorry}
  hello: {say: Hello., next: desk}
""",
    "run that never comes back needs no then": """
nodes:
  main: {run: sub}
  sub: {say: a, next: desk}
""",
    "run has else": """
nodes:
  main: {run: sub, returns: {good: desk}, else: sorry}
  sub: {menu: M., options: {1: {say: a, go: good}, 2: {say: b, go: bad}}}
  good: {return: good}
  bad: {return: bad}
""",
    "the value of an inner sub-flow is not the outer's": """
nodes:
  main: {run: outer, returns: {good: desk}}
  outer: {run: inner, then: good}
  inner: {say: a, next: bad}
  good: {return: good}
  bad: {return: bad}
""",
    "hours and otherwise are others'": """
defaults: {}
hours: {day: "Mon-Fri 08:00-17:00"}
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: h}}}
  h: {hours: day, open: desk}
""",
    "a trap with the default way out is none": """
keys: {}
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: desk}}}
  a: {menu: A., options: {1: {say: a, go: again}, 2: {say: b, go: x}}}
  x: {say: x, next: a}
""",
    "a sub-flow that comes back to help": """
keys: {}
nodes:
  main: {run: a, then: desk}
  a: {menu: A., options: {1: {say: a, go: end}, 2: {say: b, go: sorry}}, otherwise: sorry}
  end: {return: x}
""",
    "two menus are another rule's": """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}, otherwise: x}
  x: {ask: N., into: n, digits: 1, next: desk, otherwise: main}
""",
    "a counter ends it": """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}, otherwise: x}
  x: {branch: [{when: tried == "yes", go: desk}], else: y}
  y: {set: {tried: '"yes"'}, next: main}
""",
    "open and closed at once": """
hours: {day: "Mon-Fri 08:00-17:00"}
nodes:
  main: {hours: day, open: a, closed: b}
  a: {say: Open., next: x}
  b: {say: Closed., next: y}
  x: {hours: day, open: desk, closed: main}
  y: {hours: day, open: main, closed: sorry}
""",
    "a transfer that is tried again": """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}}
  desk: {transfer: representative, busy: main, no-answer: main}
""",
    "a menu in a sub-flow that ends for silent callers": """
nodes:
  main: {run: sub, then: x}
  x: {say: X., next: main}
  sub: {menu: S., options: {1: {say: a, go: end}, 2: {say: b, go: sorry}}}
  end: {return: x}
""",
    "one sub-flow after the other": """
nodes:
  main: {run: a, then: b}
  b: {run: a, then: desk}
  a: {say: A., next: end}
  end: {return: x}
""",
    "branch that names every entry": """
nodes:
  main: {ask: A., into: v, digits: 1, check: {one-of: [1, 2]}, next: x}
  x: {branch: [{when: v == 1, go: desk}, {when: v == 2, go: sorry}]}
""",
    "depth from the nearest line": """
lines: {1-800-555-0100: main, 1-800-555-0101: b}
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: b, go: desk}}}
  a: {menu: A., options: {1: {say: a, go: b}, 2: {say: b, go: sorry}}}
  b: {menu: B., options: {1: {say: a, go: c}, 2: {say: b, go: sorry}}}
  c: {menu: C., options: {1: {say: a, go: d}, 2: {say: b, go: sorry}}}
  d: {menu: D., options: {1: {say: a, go: main}, 2: {say: b, go: sorry}}}
""",
    "right backs": """
nodes:
  main: {menu: M., options: {1: {say: a, go: a}, 2: {say: call me back, go: cb}, 3: {say: b, go: r}}}
  a: {menu: A., options: {1: {say: a, go: desk}, 2: {say: zurück, go: back}, 3: {say: money back, go: cb}}}
  cb: {record: Say it., to: representative, next: sorry}
  r: {run: sub, then: main}
  sub: {menu: S., options: {1: {say: a, go: desk}, 2: {say: retour au menu principal, go: end}}}
  end: {return: x}
""",
    "single options with a reason": """
lines: {1-800-555-0100: spanish, 1-800-555-0101: cond, 1-800-555-0102: code, 1-800-555-0103: confirm}
nodes:
  spanish: {menu: "", options: {2: {say: Español, go: desk, language: es}}, tries: 1, otherwise: sorry}
  cond: {menu: C., options: {1: {say: a, go: desk, when: vip}}}
  code: {menu: D., options: {4711: {say: a, go: desk}}}
  confirm: {menu: E., options: {1: {say: a, go: pay}}}
  pay: {lookup: pay, outcomes: {ok: sorry, failed: desk}, irreversible: yes}
""",
    "otherwise that is a global key's target is no round": """
nodes:
  main: {menu: M., options: {1: {say: a, go: desk}, 2: {say: b, go: a}}, otherwise: a}
  a: {menu: A., options: {1: {say: a, go: desk}, 2: {say: b, go: sorry}}}
""",
    "always open": """
nodes:
  main: {hours: always, open: desk, closed: main}
""",
    "broken nodes are judged by none of these": """
nodes:
  main: {say: Hello., nxt: desk}
  other: {transfer: representative, bussy: main}
""",
}


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS)
def test_a_fault_is_found_once_and_in_its_place(text: str, expected: list[str]) -> None:
    assert found(text.lstrip("\n"), "ST") == expected


@pytest.mark.parametrize("text", SILENCE.values(), ids=SILENCE)
def test_what_is_right_or_another_rules_is_left_alone(text: str) -> None:
    assert found(text.lstrip("\n"), "ST", "XX") == []


def test_a_flow_without_anything_has_no_first_node() -> None:
    assert found("ivr: 1\nname: Empty\n", "ST", bare=True) == [
        "1:1 ST003 the flow has no nodes, so callers hear nothing"
    ]


def test_what_an_include_says_again_is_found_with_both_places(tmp_path: Path) -> None:
    main = (
        "ivr: 1\ninclude: more.yaml\ntimezone: UTC\nlines: {1: a}\nnodes:\n  a: {say: A., next: b}\n  b: {hangup: B.}\n"
    )
    (tmp_path / "main.yaml").write_text(main, encoding="utf-8")
    (tmp_path / "more.yaml").write_text("timezone: Europe/Rome\nnodes:\n  b: {hangup: Bye.}\n", encoding="utf-8")
    flow = load(tmp_path / "main.yaml").flow
    assert flow is not None
    seen = [
        (
            Path(one.place.file).name,
            one.place.line,
            [(Path(place.file).name, place.line) for place, _ in one.fault.related],
        )
        for one in run_checks(flow, catalogue(), Selection(("ST",)), today=TODAY)
    ]
    assert seen == [("more.yaml", 1, [("main.yaml", 3)]), ("more.yaml", 3, [("main.yaml", 7)])]


def test_the_hint_of_a_dead_end_names_what_is_missing() -> None:
    flow = load_text("ivr: 1\nlines: {1: a}\nnodes:\n  a: {say: Hello.}\n").flow
    assert flow is not None
    hints = [finding.fault.hint for finding in run_checks(flow, catalogue(), Selection(("ST",)), today=TODAY)]
    assert hints == ["Add `next:` with the node where the call goes on, or end the call with a `hangup`."]


GRAPHS = st.integers(1, 7).flatmap(
    lambda size: st.dictionaries(
        st.sampled_from("abcdefg"[:size]), st.lists(st.sampled_from("abcdefg"[:size]), max_size=4), max_size=size
    )
)


@given(GRAPHS)
def test_rounds_are_what_leads_to_itself_and_back(graph: dict[str, list[str]]) -> None:
    ahead = {name: set(reached(graph, [one for one in graph[name] if one in graph])) for name in graph}
    expected = {
        frozenset(other for other in ahead[name] if name in ahead[other]) for name in graph if name in ahead[name]
    }
    assert {frozenset(part) for part in rounds(graph)} == expected


@given(GRAPHS)
def test_every_name_is_in_one_part_and_parts_come_behind_what_they_lead_to(graph: dict[str, list[str]]) -> None:
    parts = list(strong_parts(graph))
    assert sorted(name for part in parts for name in part) == sorted(graph)
    number = {name: at for at, part in enumerate(parts) for name in part}
    assert all(number[target] <= number[name] for name in graph for target in graph[name] if target in graph)


@given(GRAPHS, st.sampled_from("abcdefg"))
def test_what_leads_to_a_goal_is_what_reaches_it(graph: dict[str, list[str]], goal: str) -> None:
    assert set(leading_to(graph, [goal])) == {name for name in graph if goal in reached(graph, [name])}


def random_flow(seed: int) -> str:
    """Write a flow of a few nodes whose silent callers always have one way, and no choice by hours or chance."""
    chance = random.Random(seed)  # noqa: S311 -- a flow of a test needs no secret
    names = [f"n{number}" for number in range(chance.randint(1, 6))]
    targets = [*names, "end", "again", "back"]
    kinds = (
        "say: S, next: {}",
        "set: {{v: 1}}, next: {}",
        "menu: M, options: {{1: {}, 2: {}}}, otherwise: {}",
        "ask: A, into: d, digits: 1, next: {}, otherwise: {}",
    )
    lines = []
    for name in names:
        kind = chance.choice(kinds)
        fields = kind.format(*(chance.choice(targets) for _ in range(4)))
        lines.append(f"  {name}: {{{fields}}}")
    return "\n".join(["ivr: 1", "lines: {1: n0}", "nodes:", *lines, "  end: {hangup: E}", ""])


def nodes_of_a_silent_call(text: str) -> tuple[list[str], str]:
    """Give the nodes at which a caller who does nothing is waited for, and how the call ended, if it did."""
    flow = load_text(text).flow
    assert flow is not None
    call, _ = begin(flow, "1", datetime(2026, 3, 2, 10, 30))  # noqa: DTZ001 -- the flow's own time
    asked = [call.node]
    while call.ended is None and len(asked) < 100:
        call, _ = step(flow, call, Silence())
        asked.append(call.node)
    return asked, call.ended.how if call.ended else ""


@given(st.integers(0, 10**6))
@settings(max_examples=150)
def test_a_silent_call_that_never_ends_was_foretold(seed: int) -> None:
    text = random_flow(seed)
    asked, end = nodes_of_a_silent_call(text)
    several = len(set(asked[-20:])) > 1  # a round by way of several menus is another rule's
    if not end and not several:
        assert any(code in finding for finding in found(text, "ST", bare=True) for code in ("ST007", "ST009"))
    elif end == "fault":
        assert any(code in finding for finding in found(text, "ST", bare=True) for code in ("ST009", "ST010"))


@given(st.integers(0, 10**6))
@settings(max_examples=150)
def test_where_a_silent_loop_is_found_a_silent_caller_does_go_round(seed: int) -> None:
    text = random_flow(seed)
    for name in (line.split("'")[1] for line in found(text, "ST009", bare=True) if "presses nothing" in line):
        asked, end = nodes_of_a_silent_call(text)
        assert name not in asked or not end
