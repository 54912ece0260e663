"""Faults in what callers hear: words and keys that part, what is too long, wrong, hard, or in the wrong language."""

from __future__ import annotations

from collections.abc import Callable

from clean_topics import Plain
from planting import Ground, all_of, mutant


def _menu(ground: Ground) -> tuple[str, Plain]:
    name = ground.pick(["main", *ground.submenus()])
    return name, ground.nodes[name]


def _say(ground: Ground) -> tuple[str, Plain]:
    return ground.node("say", "next")


def _reword(ground: Ground, kind: str, change: Callable[[str], str]) -> str:
    name, node = ground.node(kind)
    node[kind] = ground.reworded(node[kind], change)
    return f"nodes/{name}"


def _spoken(ground: Ground, words: Callable[[str, str], str]) -> tuple[str, Plain]:
    """Let the prompt of a menu speak its keys, as `words` say for a label and a key."""
    ground.need(not ground.spanish)
    name, node = _menu(ground)
    options = node["options"]
    said = [words(ground.en(options[key]["say"]), key) for key in ground.topics(name)]
    said += ["For the staff, press 7."] if "7" in options else []
    said += ["For a person, press 0. To repeat, press 9. To go back, press star."]
    node |= {"menu": " ".join(said), "announce": "as-is"}
    return name, node


@mutant("PR001")
def menu_that_says_nothing(ground: Ground) -> str:
    name, node = _menu(ground)
    node |= {"menu": "", "announce": "as-is"}
    return f"nodes/{name}"


@mutant("PR002")
def announced_key_that_does_nothing(ground: Ground) -> str:
    name, node = _menu(ground)
    node["menu"] = ground.reworded(node["menu"], lambda words: f"{words} For jobs, press 6.")
    return f"nodes/{name}"


@mutant("PR002")
def announced_key_of_an_option_that_moved(ground: Ground) -> str:
    name, node = _spoken(ground, "For {}, press {}.".format)
    last = ground.topics(name)[-1]
    node["options"]["6"] = node["options"].pop(last)
    return f"nodes/{name}"


@mutant("PR003", "HU003")
def option_that_nobody_is_told_of(ground: Ground) -> str:
    name, node = _menu(ground)
    node["options"][ground.topics(name)[-1]]["announced"] = "no"
    return f"nodes/{name}"


@mutant("PR003", "HU003")
def option_that_the_prompt_forgets(ground: Ground) -> str:
    name, node = _spoken(ground, lambda label, key: "" if key == "2" else f"For {label}, press {key}.")
    return f"nodes/{name}/{node['options']['2']['go']}"


@mutant("PR004")
def swapped_keys(ground: Ground) -> str:
    name, node = _menu(ground)
    first, second, *_ = ground.topics(name)
    options = node["options"]
    options[first]["go"], options[second]["go"] = options[second]["go"], options[first]["go"]
    return f"nodes/{name}"


@mutant("PR004", "ST004", "ST019")
def label_of_another_node(ground: Ground) -> str:
    name, node = _menu(ground)
    first, second, *_ = ground.topics(name)
    node["options"][first]["go"] = node["options"][second]["go"]
    return f"nodes/{name}"


@mutant("PR005")
def key_before_what_it_is_for(ground: Ground) -> str:
    name, _ = _spoken(ground, "Press {1} for {0}.".format)
    return f"nodes/{name}"


@mutant("PR017")
def two_words_for_pressing(ground: Ground) -> str:
    name, _ = _spoken(ground, lambda label, key: f"For {label}, {'select' if key == '2' else 'press'} {key}.")
    return f"nodes/{name}"


@mutant("PR018")
def options_without_a_pause(ground: Ground) -> str:
    name, node = _spoken(ground, "for {} press {}".format)
    node["menu"] = node["menu"].replace(",", "").replace(".", "")
    return f"nodes/{name}"


@mutant("PR014")
def hit_a_key(ground: Ground) -> str:
    name, _ = _spoken(ground, "For {}, hit {}.".format)
    return f"nodes/{name}"


@mutant("PR006", "PR007")
def too_many_options(ground: Ground) -> str:
    name, node = _menu(ground)
    for key in range(len(ground.topics(name)) + 1, 7):
        go = ground.told(f"fact-{key}", f"This is fact number {key}.", f"Este es el dato número {key}.")
        node["options"][str(key)] = {"say": ground.said(f"fact {key}", f"dato {key}"), "go": go}
    return f"nodes/{name}"


@mutant("PR007")
def option_heard_late(ground: Ground) -> str:
    name, node = _menu(ground)
    for key in ground.topics(name):
        option = node["options"][key]
        option["say"] = ground.reworded(
            option["say"], lambda words: f"{words}, as well as everything else that has to do with it and that you "
            "would like to hear about from us, whether it is new, or old, or neither of the two, or both of them"
        )  # fmt: skip
    return f"nodes/{name}"


@mutant("PR008")
def slow_beginning(ground: Ground) -> str:
    node = ground.nodes["main"]
    node["menu"] = ground.reworded(
        node["menu"], lambda words: f"{words} We have been here for the people of this town and of the islands before "
        "it for more than forty years, and all of us who work here are proud of it, day after day."
    )  # fmt: skip
    return "nodes/main/lines"


@mutant("PR009")
def long_question(ground: Ground) -> str:
    more = (
        "You find it on the first page of the letter that we have sent to you, in the upper right corner, below the "
        "date. It begins with a letter, which you can leave out. If you do not have the letter at hand, you find the "
        "number on every bill, and on the back of the card that came with the first of them."
    )
    return _reword(ground, "ask", lambda words: f"{words} {more}")


@mutant("PR010")
def rare_option_first(ground: Ground) -> str:
    name, node = _menu(ground)
    first, second, *_ = ground.topics(name)
    node["options"][first]["weight"] = "10%"
    node["options"][second]["weight"] = "90%"
    return f"nodes/{name}"


@mutant("PR011")
def menu_that_has_changed(ground: Ground) -> str:
    return _reword(ground, "menu", lambda words: f"{words} Our menu options have changed.")


@mutant("PR012")
def filler(ground: Ground) -> str:
    return _reword(ground, "menu", lambda words: f"{words} Your call is important to us.")


@mutant("PR013")
def advertising(ground: Ground) -> str:
    node = ground.nodes["main"]
    node["menu"] = ground.reworded(node["menu"], lambda words: f"{words} Visit our website for special offers.")
    return "nodes/main"


@mutant("PR015")
def two_names_for_a_key(ground: Ground) -> str:
    name, node = ground.node("ask", "end")
    node["ask"] = ground.reworded(node["ask"], lambda words: words.replace("pound", "hash"))
    return f"nodes/{name}/message"


@mutant("PR016")
def blame(ground: Ground) -> str:
    ground.defaults["wrong"] = ground.reworded(ground.defaults["wrong"], lambda _: "Invalid entry.")
    return "defaults"


@mutant("PR020")
def labels_that_sound_alike(ground: Ground) -> str:
    name, node = _menu(ground)
    first, second, *_ = ground.topics(name)
    same = ground.said("orders by mail", "pedidos por correo"), ground.said("orders by mails", "pedidos por correos")
    node["options"][first]["say"], node["options"][second]["say"] = same
    return f"nodes/{name}"


@mutant("PR021")
def hard_words(ground: Ground) -> str:
    return _reword(ground, "say", lambda words: f"{words} Please have your remittance advice ready.")


@mutant("PR022")
def signs_that_no_voice_can_read(ground: Ground) -> str:
    return _reword(ground, "say", lambda words: f"<b>{words}</b>")


@mutant("PR023")
def number_in_one_piece(ground: Ground) -> str:
    return _reword(ground, "say", lambda words: f"{words} Please write to post box 312555.")


@mutant("PR024")
def hung_up_without_a_word(ground: Ground) -> str:
    name, node = _menu(ground)
    ground.nodes["over"] = {"hangup": "", "done": "yes"}
    key = str(len(ground.topics(name)) + 1)
    node["options"][key] = {"say": ground.said("leave this line", "terminar"), "go": "over"}
    return "nodes/over"


@mutant("PR025")
def prompt_past_its_day(ground: Ground) -> str:
    name, node = ground.node("say")
    node["say"] = {"text": node["say"], "until": "2025-12-31"}
    ground.need(not isinstance(node["say"]["text"], dict) or "text" not in node["say"]["text"])
    return f"nodes/{name}"


@mutant("PR025")
def words_past_their_day(ground: Ground) -> str:
    return _reword(ground, "say", lambda words: f"{words} Until January 31, 2025, we are at 12 Main Street.")


@mutant("PR027")
def placeholder(ground: Ground) -> str:
    return _reword(ground, "say", lambda words: f"{words} [hours go here]")


@mutant("AC013")
def number_said_once(ground: Ground) -> str:
    name, node = _say(ground)
    node["say"] = ground.reworded(node["say"], lambda words: f"{words} Our other number is 1-312-555-0177.")
    node["next"] = "front-desk"
    return f"nodes/{name}"


@mutant("AC001")
def lost_translation(ground: Ground) -> str:
    ground.need(ground.spanish)
    name = ground.pick(["main", *ground.submenus()])
    del ground.nodes[name]["menu"]["es"]
    return f"nodes/{name}"


@mutant("AC001")
def lost_translation_of_a_label(ground: Ground) -> str:
    ground.need(ground.spanish)
    name, node = _menu(ground)
    option = node["options"][ground.pick(ground.topics(name))]
    option["say"] = option["say"]["en"]
    return f"nodes/{name}"


@mutant("AC001")
def lost_translation_of_a_message(ground: Ground) -> str:
    ground.need(ground.spanish)
    ground.defaults["wrong"] = ground.defaults["wrong"]["en"]
    return "defaults"


@mutant("AC002")
def option_in_one_language_only(ground: Ground) -> str:
    ground.need(ground.spanish)
    name = ground.pick(ground.submenus())
    node = ground.nodes[name]
    keys = ground.topics(name)
    en = " ".join(f"For {node['options'][key]['say']['en']}, press {key}." for key in keys)
    es = " ".join(f"Para {node['options'][key]['say']['es']}, oprima {key}." for key in keys[:-1])
    more = "For a person, press 0. To repeat, press 9. To go back, press star."
    mas = "Para un representante, oprima 0. Para repetir, oprima 9. Para volver, oprima asterisco."
    node |= {"menu": {"en": f"{en} {more}", "es": f"{es} {mas}"}, "announce": "as-is"}
    return f"nodes/{name}"


@mutant("AC003")
def language_that_the_team_does_not_speak(ground: Ground) -> str:
    ground.need(ground.spanish)
    name, node = ground.node("transfer")
    ground.need(node["transfer"].endswith("-team"))
    ground.contacts[node["transfer"]]["languages"] = ["en"]
    return f"nodes/{name}/{node['transfer']}"


@mutant("AC003")
def language_switched_and_lost(ground: Ground) -> str:
    ground.need(ground.spanish)
    ground.nodes["main"]["options"]["8"]["go"] = "english-desk"
    ground.contacts["english-team"] = {"name": "English team", "languages": ["en"]}
    ground.nodes["english-desk"] = {"transfer": "english-team", "busy": "message", "no-answer": "message"}
    ground.nodes["english-desk"]["failed"] = "message"
    return "nodes/main/english-desk/english-team"


@mutant("AC004")
def language_offered_late(ground: Ground) -> str:
    ground.need(ground.spanish)
    option = ground.nodes["main"]["options"].pop("8")
    name = ground.pick(ground.submenus())
    ground.nodes[name]["options"]["8"] = option
    return f"nodes/{name}/main"


@mutant("AC005")
def language_in_words_of_another(ground: Ground) -> str:
    ground.need(ground.spanish)
    ground.nodes["main"]["options"]["8"]["say"] = "Spanish"
    return "nodes/main"


@mutant("AC006")
def menu_for_speech_only(ground: Ground) -> str:
    name = ground.pick(ground.submenus())
    node = ground.nodes[name]
    node["options"] = {
        f"say-{key}": {"words": [ground.en(option["say"])], "go": option["go"]}
        for key, option in node["options"].items()
    }
    return f"nodes/{name}"


@mutant("AC010")
def no_way_but_by_voice(ground: Ground) -> str:
    ground.need("letters" in ground.contacts)
    del ground.contacts["letters"]
    return "contacts/" + "/".join(ground.contacts)


MUTANTS = all_of(globals())
