"""Edits of a text touch what they name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivr.edit import Edit, Fix, OverlapError, apart, edited
from ivr.source import Place
from ivr.tree import Sheet


def edit(place: tuple[int, int, int, int], text: str, file: str = "f") -> Edit:
    return Edit(Place(file, *place), text)


@pytest.mark.parametrize(
    ("text", "edits", "wanted"),
    [
        ("tries: 9\n", [edit((1, 8, 1, 9), "3")], "tries: 3\n"),
        ("a: 1\nb: 2\n", [edit((2, 4, 2, 5), "4"), edit((1, 4, 1, 5), "3")], "a: 3\nb: 4\n"),
        ("a\nb\nc\n", [edit((2, 1, 3, 1), "")], "a\nc\n"),
        ("a: 1", [edit((1, 5, 1, 5), "\nb: 2")], "a: 1\nb: 2"),
        ("a: 1\r\nb: 2\r\n", [edit((1, 5, 1, 5), "\nc: 3")], "a: 1\r\nc: 3\r\nb: 2\r\n"),
        ("\ufeffa: 1\n", [edit((1, 1, 1, 2), "b")], "\ufeffb: 1\n"),
        ("a: 1\n", [edit((1, 4, 1, 5), "2"), edit((1, 4, 1, 5), "2")], "a: 2\n"),
        ("a: 1\n", [edit((9, 1, 9, 1), "b: 2\n")], "a: 1\nb: 2\n"),
        ("ab\n", [edit((1, 1, 1, 2), "x"), edit((1, 2, 1, 3), "y")], "xy\n"),
        ("", [], ""),
    ],
)
def test_an_edit_changes_what_it_names(text: str, edits: list[Edit], wanted: str) -> None:
    assert edited(text, edits) == wanted


@pytest.mark.parametrize(
    "edits",
    [
        [edit((1, 1, 1, 4), "x"), edit((1, 3, 1, 5), "y")],
        [edit((1, 1, 1, 5), "x"), edit((1, 2, 1, 3), "y")],
        [edit((1, 2, 1, 2), "x"), edit((1, 2, 1, 2), "y")],
        [edit((1, 1, 1, 3), "x"), edit((1, 1, 1, 3), "y")],
    ],
)
def test_edits_of_the_same_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(OverlapError, match="touch the same text at f:1:"):
        edited("abcdef\n", edits)


@given(st.text("ab\r\n", max_size=30), st.data())
def test_all_beside_an_edit_stays_as_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sheet = Sheet("f", text)
    place = Place("f", *sheet.point(start), *sheet.point(end))
    if text[max(start - 1, 0) : start + 1] == "\r\n" or text[max(end - 1, 0) : end + 1] == "\r\n":
        return  # within one line end there is no place
    assert edited(text, [Edit(place, "X")]) == text[:start] + "X" + text[end:]


def test_of_fixes_that_touch_each_other_the_later_waits() -> None:
    first, second = Fix((edit((1, 1, 1, 4), "x"),), "one"), Fix((edit((1, 4, 1, 6), "y"),), "two")
    third = Fix((edit((3, 1, 3, 1), "z"),), "three")
    elsewhere = Fix((edit((1, 1, 1, 9), "x", "g"),), "four")
    assert apart([first, second, third, elsewhere]) == [first, third, elsewhere]


def test_the_same_fix_of_two_faults_is_made_once() -> None:
    one, other = Fix((edit((1, 1, 1, 1), "x"),), "one"), Fix((edit((1, 1, 1, 1), "x"),), "two")
    assert apart([one, other]) == [one, other]
    assert edited("a", [*one.edits, *other.edits]) == "xa"


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), max_size=12))
def test_fixes_that_were_chosen_never_overlap(spans: list[tuple[int, int]]) -> None:
    fixes = [Fix((edit((1, at + 1, 1, at + wide + 1), f"<{number}>"),), "") for number, (at, wide) in enumerate(spans)]
    chosen = apart(fixes)
    assert chosen[:1] == fixes[:1]
    text = edited("." * 46, [one for fix in chosen for one in fix.edits])
    assert all(fix.edits[0].text in text for fix in chosen)
