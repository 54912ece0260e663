"""The keys of a menu: what each does, what callers are told of it, and where that is documented."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.nodes.menu import CODE, NOTHING, Choice, Menu, Option
from ivr.settings import GlobalKey
from ivr.specification.guide import Guide, counted, seconds
from ivr.specification.parts import Block, Code, Row, Section, Strong, Table, Words, listed, table
from ivr.specification.telling import after_mistakes

_HEADS = ("Key", "What it is for", "Leads to", "Announced", "Remarks", "Documented")
_SIGNS = {"*": "* (star)", "#": "# (pound)"}


def key_table(guide: Guide, name: str, menu: Menu) -> Table | None:
    """Give the table of everything that callers can choose in a menu; None where there is nothing."""
    rows = [_row(guide, name, menu, choice) for choice in menu.choices(guide.flow)]
    rows += [_taken_away(guide, key) for key, option in menu.options.items() if option.go == NOTHING]
    return table("Keys", _HEADS, tuple(rows)) if rows else None


def _row(guide: Guide, name: str, menu: Menu, choice: Choice) -> Row:
    label = menu.label(guide.flow, choice)
    return Row(
        (
            key_words(choice.key, choice.option),
            guide.spoken(label, guide.languages(name)) if label else (),
            guide.target(name, choice.option.go),
            _announced(guide, menu, choice),
            _remarks(choice.key, choice.option, own=choice.own),
            guide.documented(choice.option.documented),
        )
    )


def key_words(key: str, option: Option | GlobalKey) -> Words:
    """Say what callers press or say to choose an option."""
    if not CODE.match(key):
        return (f"says “{'” or “'.join(option.words)}”",) if option.words else (key,)
    return (_SIGNS.get(key, key),)


def _announced(guide: Guide, menu: Menu, choice: Choice) -> Words:
    if not choice.option.announced:
        return (Strong("no"), f": {choice.option.because}") if choice.option.because else (Strong("no"),)
    if menu.announce == "as-is":
        return ("by the prompt itself",)
    if not CODE.match(choice.key):
        return ("not as a key",)
    return ("yes",) if menu.announces(guide.flow, choice) else (Strong("no"), ": there are no words for it")


def _remarks(key: str, option: Option | GlobalKey, *, own: bool) -> Words:
    return listed(tuple(_each_remark(key, option, own=own)), "; ")


def _each_remark(key: str, option: Option | GlobalKey, *, own: bool) -> Iterator[Words]:
    if not own:
        yield ("works in every menu",)
    if option.when is not None:
        yield ("only while ", Code(option.when.text))
    if option.language:
        yield (f"the call goes on in {option.language}",)
    if option.words and CODE.match(key):
        yield (f"or callers say “{'” or “'.join(option.words)}”",)
    if option.note:
        yield (option.note,)


def _taken_away(guide: Guide, key: str) -> Row:
    what = "nowhere: the key of every menu is taken away here" if key in guide.flow.keys else "nowhere"
    return Row((key_words(key, Option(go=NOTHING)), (), (what,), ("no",), (), ()))


def everywhere(guide: Guide) -> Iterator[Section]:
    """Give the section of what holds in every menu, where the flow says anything of that."""
    flow = guide.flow
    blocks: list[Block] = []
    rows = tuple(
        Row(
            (
                key_words(key, one),
                guide.spoken(one.say, flow.languages) if one.say else (),
                guide.target("", one.go),
                ("yes",) if one.announced else (Strong("no"), f": {one.because}" if one.because else ""),
                _remarks(key, one, own=True),
                guide.documented(one.documented),
            )
        )
        for key, one in flow.keys.items()
    )
    if rows:
        blocks.append(table("Keys that work in every menu whose own options do not use them", _HEADS, rows))
    if "defaults" in flow.tree:
        blocks.append(_defaults(guide))
    if blocks:
        yield Section("In every menu and question", "everywhere", tuple(blocks))


def _defaults(guide: Guide) -> Table:
    defaults, languages = guide.flow.defaults, guide.flow.languages
    rows = (
        ("Waits for a key", (f"{seconds(defaults.wait)} from the end of the prompt",)),
        ("After a silence, callers hear", after_mistakes(guide, defaults.silence, defaults.tries, languages)),
        ("After a wrong key, callers hear", after_mistakes(guide, defaults.wrong, defaults.tries, languages)),
        ("After the last try", _last(guide, defaults.tries, defaults.otherwise)),
        ("Waits for the next digit", (seconds(defaults.between),)),
        ("Prompts without a recording are spoken at", (f"{defaults.rate:g} words a minute",)),
    )
    shown = tuple(Row(((what,), words or ("nothing",))) for what, words in rows)
    return Table("Unless a step says otherwise", ("What happens", "How it is handled"), shown)


def _last(guide: Guide, tries: int, otherwise: str | None) -> Words:
    if otherwise is None:
        return ()
    return (
        f"{counted(tries, 'silence or wrong key', 'silences and wrong keys')} in all, then: ",
        guide.node(otherwise),
    )
