"""HU006: a person is a long time away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.promise.costs import QUICKEST
from ivr.promise.far import call_to_a_person, farthest, others_told


@check("HU006", "seconds-to-human", Severity.WARNING)
def seconds_to_human(flow: Flow, *, today: date, seconds: float = 60.0) -> Iterator[Fault]:
    """Callers who need a person listen for more than a minute from here, though they take the quickest way.

    Prompts are heard up to the option that is needed, as by somebody who calls for the first time. Of all places the
    worst is reported, at the hour that is best there. Where many keys are needed, HU005 tells of it; of callers who
    press nothing, TM021.

    Bad:
        defaults:
          wrong: Sorry, that is not one of the choices.
          silence: Sorry, nothing was heard.
          otherwise: message
        keys: {0: {say: a person, go: rules}, 9: {say: hear this again, go: again}}
        nodes:
          main: {menu: Thank you for calling., options: {1: {say: complaints, go: rules}, 2: {say: address, go: where}}}
          rules:
            say: A complaint has to reach us within thirty days of the day on which the goods were handed to you. Later
              than that we can only help where the goods had a fault that nobody could have seen at once.
            next: papers
          papers:
            say: Please have the invoice at hand, the number of the parcel, and the name of the shop. If you have paid
              by card, have the card at hand as well, for we can only pay money back to the same one.
            next: wishes
          wishes:
            say: Think of what you would like us to do. We can mend what you bought, send you another one, or pay your
              money back. If it was a present, we need to know who bought it, and when that was.
            next: last
          last:
            say: Your call is then answered by somebody who can look at your order, and who can decide at once what is
              to be done about it. All of our people can do that, so there is no need to be put through to another.
            next: desk
          where: {say: We are at 1 Main Street., done: yes, next: thanks}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Good:
        defaults:
          wrong: Sorry, that is not one of the choices.
          silence: Sorry, nothing was heard.
          otherwise: message
        keys: {0: {say: a person, go: desk}, 9: {say: hear this again, go: again}}
        nodes:
          main: {menu: Thank you for calling., options: {1: {say: complaint, go: papers}, 2: {say: address, go: where}}}
          papers: {say: Please have the invoice at hand., next: desk}
          where: {say: We are at 1 Main Street., done: yes, next: thanks}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Parameter: `seconds`: 60 (a choice of this project); New Mexico asks large carriers for an average of 35 to 40 s.
    Source: NMAC 17.11.24.17.
    """
    far = farthest(flow, today, seconds, QUICKEST)
    if far is not None:
        name = far.place.state.node
        message = f"from '{name}' a person is {far.costs:.0f} s away, by the quickest way{others_told(far)}"
        hint = "Say less on the way, or offer a person earlier."
        call = call_to_a_person(flow, today, far, QUICKEST)
        yield Fault(flow.place("nodes", name, key=True), message, hint, call=call)
