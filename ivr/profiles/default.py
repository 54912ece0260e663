"""`default`: the catalogue of rules as it is."""

from __future__ import annotations

from ivr.profile import Profile

default = Profile(
    name="default",
    title="the catalogue of rules as it is",
    about=("What holds where no profile is chosen: every rule that is not off, with the limits on its page."),
)
