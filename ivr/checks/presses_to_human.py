"""HU005: a person is many keys away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.promise.costs import FEWEST
from ivr.promise.far import call_to_a_person, farthest, others_told


@check("HU005", "presses-to-human", Severity.WARNING)
def presses_to_human(flow: Flow, *, today: date, keys: int = 3) -> Iterator[Fault]:
    """Callers who need a person press more than three keys from here, though they know the best way.

    Counted are keys in menus, each time that callers wait for a menu to give up, each phrase, and an entry as one
    (HU009 tells of entries that nobody can do without). Of all places the worst is reported, at the hour that is best
    there.

    Bad:
        defaults:
          wrong: Sorry, that is not one of the choices.
          silence: Sorry, nothing was heard.
          otherwise: message
        keys: {9: {say: hear this again, go: again}, "*": {say: go back, go: back}}
        nodes:
          main: {menu: Thank you for calling., options: {1: {say: orders, go: a}, 2: {say: everything else, go: b}}}
          a: {menu: Orders., options: {1: {say: how to order, go: how}, 2: {say: how to pay, go: pay}}}
          b: {menu: Everything else., options: {1: {say: complaints, go: c}, 2: {say: a message, go: message}}}
          c: {menu: Complaints., options: {1: {say: a parcel, go: desk}, 2: {say: how to return it, go: return}}}
          how: {say: You can order in our shop., done: yes, next: thanks}
          pay: {say: You can pay in our shop., done: yes, next: thanks}
          return: {say: You can return it in our shop., done: yes, next: thanks}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Good:
        defaults:
          wrong: Sorry, that is not one of the choices.
          silence: Sorry, nothing was heard.
          otherwise: message
        nodes:
          main: {menu: Thank you for calling., options: {1: {say: orders, go: a}, 2: {say: everything else, go: b}}}
          a: {menu: Orders., options: {1: {say: how to order, go: how}, 2: {say: how to pay, go: pay}}}
          b: {menu: Everything else., options: {1: {say: complaints, go: c}, 2: {say: a message, go: message}}}
          c: {menu: Complaints., options: {1: {say: a parcel, go: desk}, 2: {say: how to return it, go: return}}}
          how: {say: You can order in our shop., done: yes, next: thanks}
          pay: {say: You can pay in our shop., done: yes, next: thanks}
          return: {say: You can return it in our shop., done: yes, next: thanks}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Parameter: `keys`: 3 (a choice of this project); W3C and the GetHuman standard ask for 1, as do their profiles.
    Source: W3C, Making Content Usable; the GetHuman standard, point 1.
    """
    far = farthest(flow, today, keys)
    if far is not None:
        name = far.place.state.node
        message = f"from '{name}' a person is {far.costs:.0f} keys away, by the best way{others_told(far)}"
        hint = "Offer a person earlier, or with 0 in every menu."
        call = call_to_a_person(flow, today, far, FEWEST)
        yield Fault(flow.place("nodes", name, key=True), message, hint, call=call)
