"""KY018: a menu has codes of several keys where single ones would do."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import Assignment, assignments
from ivr.analysis.key_meaning import OPERATOR
from ivr.analysis.listing import listed
from ivr.analysis.overlap import is_waited_for
from ivr.analysis.pressed import presses
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("KY018", "multi-digit-menu", Severity.WARNING)
def multi_digit_menu(flow: Flow, *, most: int = 10) -> Iterator[Fault]:
    """Callers have to remember and press codes of several keys, though single keys would do.

    That is so in a menu with ten choices or fewer, and for a person always. Codes that nobody is told of do not count;
    of codes that begin with another one, KY003 and KY005 tell.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              11: {say: sales, go: sales}
              12: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Parameter: 10 choices, as many as there are digits; a person on 1 key.
    Source: W3C, Making Content Usable, on avoiding combinations of digits; AWS re:Post on input blocks.
    """
    told = is_waited_for(flow)
    seen: set[tuple[str | int, ...]] = set()
    for name, assigned in assignments(flow).items():
        codes = [one for one in assigned if _is_long(one) and (name, one.key) not in told and ("", one.key) not in told]
        own = [one for one in codes if one.own]
        if own and sum(one.key.strip("*#") != "" for one in assigned) <= most:
            yield _menu(flow, name, own)
        elif not any(one.meaning == OPERATOR and len(one.key) == 1 for one in assigned):
            for one in codes:
                if one.meaning == OPERATOR and one.path not in seen:
                    seen.add(one.path)
                    yield _operator(flow, one)


def _is_long(one: Assignment) -> bool:
    return len(one.key) > 1 and one.announced and bool(one.label)


def _menu(flow: Flow, name: str, codes: list[Assignment]) -> Fault:
    keys = listed(one.key for one in codes)
    message = f"callers of '{name}' have to remember and press {keys}, though a single key would do for each choice"
    related = tuple((one.place(flow), "another code of several keys") for one in codes[1:])
    return Fault(codes[0].place(flow), message, "Number the choices from 1.", related, call=presses(flow, codes[0]))


def _operator(flow: Flow, one: Assignment) -> Fault:
    where = f"in '{one.menu}'" if one.own else "in every menu"
    message = f"{where} callers who need a person have to press {one.key}, which is more than one key"
    return Fault(one.place(flow), message, "Put a person on 0.", call=presses(flow, one))
