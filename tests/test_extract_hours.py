"""The hours of a week, as documents tell them and as a flow has them."""

from __future__ import annotations

import pytest
from heard import read

from ivr.prose.hours import hours_told
from ivr.prose.week_text import week_text


@pytest.mark.parametrize(
    ("told", "week"),
    [
        ("Mon-Fri 8.30am-6.30pm, Sat 9-12", ["Mon-Fri 08:30-18:30", "Sat 09:00-12:00"]),
        ("Mon-Fri 8am to 6pm, Sat 9am to noon", ["Mon-Fri 08:00-18:00", "Sat 09:00-12:00"]),
        ("8am-6pm Mon-Fri, 9-12 Sat", ["Mon-Fri 08:00-18:00", "Sat 09:00-12:00"]),
        ("9am to 5pm, Monday to Friday", ["Mon-Fri 09:00-17:00"]),
        ("Mon-Fri 8-12 and 1-5, Sat 9-12", ["Mon-Fri 08:00-12:00 13:00-17:00", "Sat 09:00-12:00"]),
        ("Mo-Do 8-17 Uhr, Fr 8-13 Uhr", ["Mon-Thu 08:00-17:00", "Fri 08:00-13:00"]),
        ("Monday through Friday, eight a.m. to six p.m.", ["Mon-Fri 08:00-18:00"]),
        ("Monday to Friday, open 8 to 6", ["Mon-Fri 08:00-18:00"]),
        ("The desk opens at 8am and closes at 6pm, Monday to Friday", ["Mon-Fri 08:00-18:00"]),
        ("opens 8 a.m., closes 4 p.m. weekdays", ["Mon-Fri 08:00-16:00"]),
        ("La oficina abre a las 9 y cierra a las 14 de lunes a viernes", ["Mon-Fri 09:00-14:00"]),
        ("du lundi à vendredi, de 8 h à 17 h", ["Mon-Fri 08:00-17:00"]),
        ("Montag bis Freitag öffnet um 8 Uhr und schließt um 17 Uhr", ["Mon-Fri 08:00-17:00"]),
        ("from nine thirty to five, Monday to Friday", ["Mon-Fri 09:30-17:00"]),
        ("de ocho a dos y de cuatro a siete, de lunes a viernes", ["Mon-Fri 08:00-14:00 16:00-19:00"]),
        ("du lundi au vendredi, de neuf heures à dix-sept heures", ["Mon-Fri 09:00-17:00"]),
        ("Montag bis Freitag von acht bis achtzehn Uhr", ["Mon-Fri 08:00-18:00"]),
        (
            "lunes a viernes de 9:00 a 14:00 y sábados de 10:00 a 13:00",
            ["Mon-Fri 09:00-14:00", "Sat 10:00-13:00"],
        ),
    ],
)
def test_every_day_has_the_hours_that_are_told_of_it(told: str, week: list[str]) -> None:
    (found,) = hours_told(told)
    assert found.minutes is not None
    assert week_text(found.minutes) == week


@pytest.mark.parametrize("told", ["press one to hear it", "from one to four people", "the two of them", "call at nine"])
def test_words_that_count_are_no_hours(told: str) -> None:
    assert not hours_told(told)


def test_hours_are_given_in_the_words_of_their_text() -> None:
    (found,) = hours_told("We answer Monday to Friday, eight a.m. to six p.m., by phone.")
    assert found.words == "Monday to Friday, eight a.m. to six p.m."


def test_hours_of_lines_that_only_headings_name_are_those_of_each() -> None:
    page = """\
## Business: 1-800-555-0176

Press 1 for sales

## Residential: 1-800-555-0142

Press 1 for repairs

Business lines are open 7am to 7pm Monday to Friday; residential lines are open 24 hours a day.
"""
    found = [(one.number, one.hours.words) for one in read(page, "page.md").hours]
    assert [number for number, _ in found] == ["+18005550176", "+18005550142"]


def test_hours_in_a_column_are_told_without_the_columns_that_are_left_out() -> None:
    rows = "| | Doors | Phones |\n|---|---|---|\n| Mon - Fri | 6.30 - 22.00 | 8.30 - 17.00 |\n"
    found = read(f"Call 01632 960744.\n\nPress 1 for courts or 2 for parties.\n\n{rows}", "page.md").hours
    assert [one.hours.words for one in found] == ["Mon - Fri | 8.30 - 17.00"]


def test_hours_below_a_line_with_a_name_of_its_own_are_those_of_the_telephone() -> None:
    page = "<p>Phone: 01632 960744<br>Ticket line: 01632 960745</p><p>Lines are open Monday to Friday 8am to 6pm.</p>"
    assert [one.number for one in read(page, "page.html").hours] == ["+441632960744"]
