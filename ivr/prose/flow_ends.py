"""Where the keys of a flow that is made of documents come to: people, a message that is taken, a recording, the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ivr.prose import wording
from ivr.prose.flow_hours import Schedules
from ivr.prose.flow_steps import GOODBYE, HEARD, MESSAGE, is_only_message, step_of, told_of_machine
from ivr.prose.flow_words import contact_name, played_words, slug_of, text_of, told_plainly
from ivr.prose.languages import language_chosen
from ivr.prose.told import Told
from ivr.prose.yaml_text import Tree


class Ends:
    """The contacts of a flow, and its nodes: those that are no menus are made here."""

    def __init__(
        self,
        schedules: Schedules,
        languages: Sequence[str],
        cited: Callable[[object], str],
        free: Callable[[str, Iterable[str]], str],
    ) -> None:
        """Begin with none; `cited` says where a thing stands, and `free` gives a name that nothing has yet."""
        self.schedules, self.languages, self.cited, self.free = schedules, languages, cited, free
        self.contacts: dict[str, Tree] = {}
        self.nodes: dict[str, Tree] = {}
        self.used: set[str] = set()

    def of_key(self, number: str, mine: list[Told], menu: str) -> str:
        """Name the node behind a key: a step that the documents name, or else whoever answers there."""
        topic = told_plainly(mine[0].topic) if mine else ""
        step = step_of(topic)
        if step == GOODBYE:
            return self._goodbye()
        if step == MESSAGE or (mine and not step and told_of_machine(mine[0].after)):
            return self._message(topic)
        return self._heard(topic, menu) if step == HEARD else self._desk(number, mine)

    def is_desk(self, node: str) -> bool:
        """Whether somebody is rung at a node."""
        made = self.nodes.get(node)
        return isinstance(made, dict) and "transfer" in made

    def shut(self, contact: str) -> dict[str, Tree]:
        """Give where those of a contact lead outside its hours, where it has any."""
        entry = self.contacts[contact]
        return {"closed": "closed"} if isinstance(entry, dict) and "hours" in entry else {}

    def close(self) -> None:
        """Add the nodes to which others lead when nobody answers."""
        self.nodes["nobody"] = {
            "hangup": self.said(wording.NOBODY),
            "note": "assumption: nothing is documented of what happens when nobody can answer.",
        }
        if any(isinstance(one, dict) and one.get("closed") == "closed" for one in self.nodes.values()):
            self.nodes["closed"] = {
                "hangup": self.said(wording.CLOSED),
                "note": "assumption: nothing is documented of what happens outside the hours.",
            }

    def said(self, words: Mapping[str, str]) -> Tree:
        """Give a sentence in the languages of the flow."""
        if len(self.languages) == 1:
            return words.get(self.languages[0], words["en"])
        return {tag: words.get(tag, words["en"]) for tag in self.languages}

    def _goodbye(self) -> str:
        self.nodes.setdefault(
            GOODBYE, {"hangup": self.said(wording.GOODBYE), "note": "assumption: the last words are no document's."}
        )
        return GOODBYE

    def _message(self, topic: str) -> str:
        name = MESSAGE if is_only_message(topic) else slug_of(topic) or MESSAGE
        made = self.nodes.get(name)
        if not (isinstance(made, dict) and "record" in made):
            name = self.free(name, self.nodes)
            self.nodes[name] = {
                "record": self.said(wording.MESSAGE),
                "next": GOODBYE,
                "note": "assumption: the documents do not say what callers hear there, nor what comes after it.",
            }
            self._goodbye()
        return name

    def _heard(self, topic: str, menu: str) -> str:
        """Make a step that plays something; the menu from which it is chosen is heard again."""
        name = self.free(slug_of(topic) or HEARD, self.nodes)
        told = played_words(topic)
        self.nodes[name] = {
            "say": told if len(self.languages) == 1 else dict.fromkeys(self.languages, told),
            "done": "yes",
            "next": menu,
            "note": "assumption: this is taken for a recording, whose words and end the documents do not tell.",
        }
        return name

    def _desk(self, number: str, mine: list[Told]) -> str:
        topic, opened = text_of(contact_name(mine[0].topic)) if mine else "", self.schedules.of_key(number, mine)
        known = next(
            (
                name
                for name, one in self.contacts.items()
                if isinstance(one, dict) and topic and one.get("name") == topic and self.schedules.alike(one, opened)
            ),
            "",
        )
        contact = known or self.free(slug_of(topic) or "someone", self.contacts)
        if not known:
            tag = language_chosen(mine[0].topic) if mine else ""
            self.contacts[contact] = {
                "name": topic or "Whoever answers",
                **({"languages": [tag]} if tag else {}),
                **opened,
                "documented": [self.cited(one) for one in mine[:1]],
            }
        desk = f"to-{contact}"
        if desk not in self.nodes:
            self.nodes[desk] = {
                "transfer": contact,
                "failed": "nobody",
                **self.shut(contact),
                "note": (
                    "assumption: somebody answers there; the documents do not say what becomes of callers when "
                    "nobody does."
                ),
            }
        return desk
