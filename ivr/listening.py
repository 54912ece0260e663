"""What menus and asks share: they listen, they allow a number of tries, and then they send the caller elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.fields import Count, Seconds, Target
from ivr.node import Exit, Node, Surroundings
from ivr.settings import Reprompts

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.effect import Say
    from ivr.node import Hear, Path
    from ivr.prompt import Prompt


class Listening(Node):
    """A node at which the caller acts."""

    listens: ClassVar[bool] = True

    tries: Count | None = Field(
        default=None, description="How many silences and wrong keys, in all, before `otherwise`."
    )
    otherwise: Target | None = Field(default=None, description="Where the call goes after the last try.")
    wrong: Reprompts | None = Field(default=None, description="Said after a wrong key; a list has one prompt a try.")
    silence: Reprompts | None = Field(default=None, description="Said after a silence; a list has one prompt a try.")
    wait: Seconds | None = Field(default=None, description="Seconds of silence, after the prompt, that count as a try.")
    between: Seconds | None = Field(default=None, description="Seconds to wait for the next digit.")

    def hear(self, flow: Surroundings, call: Call) -> Hear:
        """Give what is heard on coming here, and how long it waits."""
        raise NotImplementedError

    def arrive(self, flow: Surroundings, call: Call) -> Hear:
        """Play the prompt and listen."""
        return self.hear(flow, call)

    def tries_in(self, flow: Surroundings) -> int:
        """Give the number of failures after which `otherwise` is taken."""
        return self.tries or flow.defaults.tries

    def otherwise_in(self, flow: Surroundings) -> str | None:
        """Give where the call goes after the last try, or None where nothing is said of it."""
        return self.otherwise or flow.defaults.otherwise

    def wait_in(self, flow: Surroundings) -> float:
        """Give the seconds of silence that count as a try."""
        return self.wait if self.wait is not None else flow.defaults.wait

    def between_in(self, flow: Surroundings) -> float:
        """Give the seconds to wait for the next digit."""
        return self.between if self.between is not None else flow.defaults.between

    def reprompts(self, flow: Surroundings, kind: str) -> tuple[Prompt, ...]:
        """Give what is said after a failure of this `kind` (`wrong` or `silence`), one prompt a try."""
        own = self.wrong if kind == "wrong" else self.silence
        if own is not None:
            return own
        return flow.defaults.wrong if kind == "wrong" else flow.defaults.silence

    def reprompt(self, flow: Surroundings, call: Call, kind: str, failures: int) -> tuple[Say, ...]:
        """Give what is said after the caller's failure number `failures`, counted from 1."""
        prompts = self.reprompts(flow, kind)
        if not prompts:
            return ()
        prompt = prompts[min(failures, len(prompts)) - 1]
        return (prompt.spoken(call.language, flow.first_language, dict(call.values), flow.defaults.rate),)

    def failure_exit(self, flow: Surroundings) -> Iterator[Exit]:
        """Give the way out after the last try."""
        if self.otherwise:
            yield Exit("otherwise", self.otherwise, "failure", ("otherwise",))
        elif flow.defaults.otherwise:
            yield Exit("otherwise", flow.defaults.otherwise, "failure", ("defaults", "otherwise"), scope="default")

    def missing(self, flow: Surroundings) -> Iterator[str]:
        """Name `otherwise` where nothing is said of what comes after the last try."""
        if self.otherwise_in(flow) is None:
            yield "otherwise"

    def own_reprompts(self) -> Iterator[tuple[Path, Prompt]]:
        """Give the re-prompts that are written in this node, with their places."""
        for kind, prompts in (("wrong", self.wrong), ("silence", self.silence)):
            for number, prompt in enumerate(prompts or ()):
                yield (kind, number), prompt
