"""Rules of the family HR: holes and overlaps of schedules, slips in them, and what callers are told of hours."""

from __future__ import annotations

import time
from datetime import date

import pytest
from found import findings, found
from frame import framed

from ivr.analysis.open_ways import times_at
from ivr.analysis.spoken_hours import spoken_hours, spoken_zone
from ivr.analysis.week import calendar
from ivr.check import Selection, run_checks
from ivr.checks import catalogue
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.witness import Witness

SORRY = "sorry: {hangup: Sorry. Please call again later.}"


def flow(hours: str, *nodes: str, contacts: str = "") -> str:
    """Put schedules, contacts and nodes together; the first node stands on line 6, or on 7 with contacts."""
    head = f"hours: {{{hours}}}\n" + (f"contacts: {{representative: {{name: Desk}}, {contacts}}}\n" if contacts else "")
    return head + "nodes:\n" + "".join(f"  {node}\n" for node in nodes)


def read(text: str) -> Flow:
    loaded = load_text(framed(text)).flow
    assert loaded is not None
    return loaded


def on_day(text: str, code: str, today: date) -> list[str]:
    """Give the messages of one rule as on a day."""
    return [one.message for one in run_checks(read(text), catalogue(), Selection((code,)), today=today)]


# --- times in words ---


@pytest.mark.parametrize(
    ("hours", "closed"),
    [
        ("Mon-Fri 08:00-18:00", "outside Mon-Fri 08:00-18:00"),
        ("Mon-Sat 00:00-24:00", "all Sun"),
        ("Mon 08:00-24:00; Tue-Fri; Sat 00:00-12:00", "Sat 12:00 to Mon 08:00"),
        ("Mon-Sun 02:00-24:00", "Mon-Sun 00:00-02:00"),
        ("Sun 00:00-12:00; Mon-Sat", "Sun 12:00 to 24:00"),
    ],
)
def test_times_of_the_week_in_words(hours: str, closed: str) -> None:
    times = calendar(read(flow(f'desk: "{hours}"', "main: {say: Hello., next: desk}")))
    assert times.words(times.all & ~times.open("desk")) == closed


def test_dates_ahead_are_times_of_their_own() -> None:
    text = flow("desk: {open: 'Mon-Sun 00:00-24:00', closed: [2026-12-25, 2020-12-25, 01-01]}", "main: {hangup: Bye.}")
    times = calendar(read(text), date(2026, 3, 2))
    assert times.words(times.all & ~times.open("desk")) == "on 2026-12-25 and 2027-01-01"
    assert calendar(read(text)).open("desk") == calendar(read(text)).all


def test_schedules_of_two_zones_are_compared_by_the_same_clock() -> None:
    hours = 'here: "Mon-Fri 09:00-17:00", there: {open: "Mon-Fri 10:00-18:00", timezone: America/New_York}'
    times = calendar(read(flow(hours, "main: {hangup: Bye.}")))
    assert times.open("here") == times.open("there")


def test_a_call_comes_to_a_node_when_the_schedules_before_it_let_it_through() -> None:
    hours = 'day: "Mon-Fri 08:00-18:00", shop: "Mon-Sat 09:00-12:00"'
    nodes = ("main: {hours: day, open: there, closed: sorry}", "there: {hours: shop, open: desk, closed: sorry}")
    loaded = read(flow(hours, *nodes))
    times = calendar(loaded)
    assert times.words(times_at(loaded)["desk"]) == "Mon-Fri 09:00-12:00"


# --- holes and overlaps ---

CHAIN = (
    "main: {hours: day, open: desk, closed: later}",
    "later: {hours: evening, open: nurse-desk, closed: latest}",
    "latest: {hours: night, open: night-desk, closed: LAST}",
    "nurse-desk: {transfer: representative, failed: sorry}",
    "night-desk: {transfer: representative, failed: desk}",
    "mute: {hangup: }",
    "message: {record: Please leave a message., next: sorry}",
)


@pytest.mark.parametrize(
    ("hours", "last", "expected"),
    [
        (("Mon-Sun 08:00-18:00", "Mon-Sun 18:30-23:00", "Mon-Sun 23:00-08:00"), "sorry", "Mon-Sun 18:00-18:30"),
        (("Mon-Sun 08:00-18:00", "Mon-Sun 18:00-23:00", "Mon-Sun 23:00-08:00"), "sorry", ""),
        (("Mon-Sun 08:00-18:00", "Mon-Sun 18:30-23:00", "Mon-Sun 23:00-08:00"), "message", ""),
        # Nobody works at night, as the message says.
        (("Mon-Sun 08:00-12:00", "Mon-Sun 13:00-17:00", "Mon-Sun 18:00-20:00"), "sorry", ""),
        (("Mon-Sun 08:00-12:00", "Mon-Sun 12:00-17:00", "Mon-Sun 17:00-20:00"), "mute", "Mon-Sun 20:00-08:00"),
        # The same schedule goes on behind the hole: a rest.
        (("Mon-Sun 08:00-18:00", "Mon-Sun 18:00-23:00", "Mon-Sun 23:00-03:00 04:00-08:00"), "sorry", ""),
        # A minute is HR004's.
        (("Mon-Sun 08:00-17:59", "Mon-Sun 18:00-23:00", "Mon-Sun 23:00-08:00"), "sorry", ""),
    ],
)
def test_a_hole_between_schedules(hours: tuple[str, str, str], last: str, expected: str) -> None:
    schedules = ", ".join(f'{name}: "{text}"' for name, text in zip(("day", "evening", "night"), hours, strict=True))
    messages = on_day(flow(schedules, *(node.replace("LAST", last) for node in CHAIN)), "HR001", date(2026, 3, 2))
    told = f"none of 'day', 'evening' and 'night' is open {expected}, so callers are hung up on then"
    assert messages == ([told] if expected else [])


def test_a_hole_is_shown_by_a_call_in_it() -> None:
    text = flow(
        'day: "Mon-Sun 08:00-18:00", evening: "Mon-Sun 18:30-23:00", night: "Mon-Sun 23:00-08:00"',
        *(node.replace("LAST", "sorry") for node in CHAIN),
    )
    (fault,) = [one.fault for one in findings(text, ("HR001",))]
    assert isinstance(fault.call, Witness)
    assert f"{fault.call.at:%H}" == "18"
    assert 0 <= fault.call.at.minute < 30


@pytest.mark.parametrize(
    ("day", "evening", "expected"),
    [
        ("Mon-Fri 08:00-18:00", "Mon-Fri 17:00-22:00", ["'evening' is open Mon-Fri 17:00-18:00 like 'day'"]),
        ("Mon-Fri 08:00-17:00", "Mon-Fri 17:00-22:00", []),
        # lunch before the usual hours, and lunch on a day on which there are none
        ("Mon-Fri 12:00-13:00", "Mon-Fri 08:00-17:00", []),
        ("Mon-Fri 12:00-13:00", "Mon-Thu 08:00-17:00", []),
        ("Mon-Fri 08:00-17:00", "Mon-Fri 09:00-12:00", ["whenever 'evening' is open"]),
        ("Mon-Fri 08:00-17:00", "Mon-Fri 08:00-17:00", ["whenever 'evening' is open"]),
    ],
)
def test_a_later_schedule_that_an_earlier_one_shadows(day: str, evening: str, expected: list[str]) -> None:
    text = flow(
        f'day: "{day}", evening: "{evening}"',
        "main: {hours: day, open: desk, closed: later}",
        "later: {hours: evening, open: office, closed: sorry}",
        "office: {transfer: representative, failed: sorry}",
    )
    messages = on_day(text, "HR002", date(2026, 3, 2))
    assert [message[: len(start)] for message, start in zip(messages, expected, strict=True)] == expected


def test_schedules_that_lead_to_the_same_desk_may_overlap() -> None:
    text = flow(
        'day: "Mon-Fri 08:00-18:00", evening: "Mon-Fri 17:00-22:00"',
        "main: {hours: day, open: desk, closed: later}",
        "later: {hours: evening, open: desk, closed: sorry}",
    )
    assert found(text, "HR002") == []


def test_a_schedule_that_is_left_over_on_a_holiday_is_of_use() -> None:
    text = flow(
        'day: {open: "Mon-Fri 08:00-17:00", closed: [12-25]}, usual: "Mon-Fri 08:00-17:00"',
        "main: {hours: day, open: desk, closed: later}",
        "later: {hours: usual, open: feast, closed: sorry}",
        "feast: {hangup: Today is a holiday.}",
    )
    assert found(text, "HR002") == []


# --- slips ---


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("Mon-Fri 00:00-23:59", ["write"]),
        ("Mon-Fri 08:00-23:59", ["write"]),
        ("Mon-Fri 17:00-16:59", ["write"]),
        ("Mon-Fri 08:00-11:59 12:00-17:00", ["write"]),
        ("Mon-Fri 08:00-17:00", []),
        ("Mon-Fri 08:00-12:00 12:00-17:00", []),
        ("Mon-Fri 00:00-24:00", []),
        ("Mon-Fri 08:00-12:00 12:30-17:00", []),
        ("always", []),
        ("Mon-Fri 08:00-12:29", []),
    ],
)
def test_a_minute_that_is_left_out(hours: str, expected: list[str]) -> None:
    text = flow(f'desk: "{hours}"', "main: {hours: desk, open: desk, closed: sorry}")
    assert len(found(text, "HR004")) == len(expected)


def test_a_minute_between_two_schedules() -> None:
    text = flow(
        'day: "Mon-Fri 08:00-17:59", evening: ["Mon-Fri 18:00-22:00"]',
        "main: {hours: day, open: desk, closed: later}",
        "later: {hours: evening, open: office, closed: sorry}",
        "office: {transfer: representative, failed: sorry}",
    )
    message = "'day' closes at 17:59, so callers find it closed in the minute that follows"
    assert found(text, "HR004") == [f"1:14 HR004 {message}"]


@pytest.mark.parametrize(
    ("hours", "meant"),
    [
        ("Mon-Fri 08:00-06:00", "did you mean '08:00-18:00'?"),
        ("Mon-Fri 09:00-05:00", "did you mean '09:00-17:00'?"),
        ("Mon-Fri 22:00-06:00", ""),
        ("Mon-Fri 18:00-08:00", ""),
        ("Mon-Sun 10:00-02:00", ""),
        ("Mon-Sun 04:30-01:30", ""),
        ("Mon-Sun 06:00-05:00", ""),
        ("Mon-Sun 08:00-20:00", ""),
    ],
)
def test_a_range_that_runs_overnight_by_a_slip(hours: str, meant: str) -> None:
    text = flow(f'desk: "{hours}"', "main: {hours: desk, open: desk, closed: sorry}")
    assert [line.split("; ")[1] for line in found(text, "HR005")] == ([meant] if meant else [])


@pytest.mark.parametrize(
    ("hours", "zone", "expected"),
    [
        ("Mon-Sun 00:00-02:30", "America/Chicago", "02:30, which the change of the clocks on 2026-03-08 skips"),
        ("Mon-Sun 01:30-05:00", "America/Chicago", "01:30, which the change of the clocks on 2026-11-01 repeats"),
        ("Mon-Sun 22:00-02:30", "America/Chicago", "02:30, which the change of the clocks on 2026-03-08 skips"),
        ("Mon-Sun 00:00-02:00", "America/Chicago", ""),
        ("Mon-Sun 00:00-03:00", "America/Chicago", ""),
        ("Mon-Sat 00:00-02:30", "America/Chicago", ""),
        ("Mon-Sun 00:00-02:30", "America/Phoenix", ""),
        ("Mon-Sun 00:00-02:30", "Europe/Berlin", "02:30, which the change of the clocks on 2026-03-29 skips"),
    ],
)
def test_a_time_that_the_change_of_the_clocks_skips_or_repeats(hours: str, zone: str, expected: str) -> None:
    text = flow(f'desk: {{open: "{hours}", timezone: {zone}}}', "main: {hours: desk, open: desk, closed: sorry}")
    messages = on_day(text, "HR006", date(2026, 3, 2))
    assert [message.split("closes at ")[1].split(", so")[0] for message in messages] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("closed", "today", "stale"),
    [
        ("2026-12-25", date(2026, 3, 2), False),
        ("2026-12-25", date(2026, 11, 22), True),
        ("2026-12-25", date(2026, 10, 26), False),
        ("2026-12-25", date(2026, 10, 27), True),
        ("2025-12-25", date(2026, 3, 2), True),
        ("2025-12-25, 12-25", date(2026, 3, 2), False),
        ("2025-12-25, 2026-12-25", date(2026, 3, 2), False),
        ("2025-12-24 - 2026-12-26", date(2026, 3, 2), False),
        ("", date(2026, 3, 2), False),
    ],
)
def test_dates_that_have_passed(closed: str, today: date, stale: object) -> None:
    text = flow(
        f'desk: {{open: "Mon-Fri 08:00-17:00", closed: [{closed}]}}', "main: {hours: desk, open: desk, closed: sorry}"
    )
    assert bool(on_day(text, "HR007", today)) is stale


# --- what callers are told ---

PLAIN = [
    ("Monday to Saturday, 8 to 8", {"MTWTFS.": "08:00-20:00"}),
    ("We are here Monday through Friday, 9:00 AM - 5:00 PM.", {"MTWTF..": "09:00-17:00"}),
    ("Monday to Friday, 8 a.m. to 8 p.m. Central time. You can write to us.", {"MTWTF..": "08:00-20:00"}),
    ("Our hours are Mon-Fri 9-5.", {"MTWTF..": "09:00-17:00"}),
    ("Open 9 to noon on Saturdays and 8 to 5 on weekdays.", {"MTWTF..": "08:00-17:00", ".....S.": "09:00-12:00"}),
    ("weekdays between 9 and 5, excluding public holidays", {"MTWTF..": "09:00-17:00"}),
    ("montags bis freitags von 8 bis 18 Uhr", {"MTWTF..": "08:00-18:00"}),
    ("Montag bis Freitag 8:00-18:00, Samstag 9-12 Uhr.", {"MTWTF..": "08:00-18:00", ".....S.": "09:00-12:00"}),
    ("Wir sind täglich von 8.30 Uhr bis 20 Uhr erreichbar.", {"MTWTFSS": "08:30-20:00"}),
    ("De lunes a viernes de 9 a 17 horas.", {"MTWTF..": "09:00-17:00"}),
    ("de lunes a viernes, de ocho de la mañana a cinco de la tarde", {"MTWTF..": "08:00-17:00"}),
    ("lunes a viernes de 8:00 a 18:00 y sábados de 9:00 a 13:00", {"MTWTF..": "08:00-18:00", ".....S.": "09:00-13:00"}),
    ("du lundi au vendredi de 8h30 à 18h", {"MTWTF..": "08:30-18:00"}),
    ("tous les jours de 9 heures à midi", {"MTWTFSS": "09:00-12:00"}),
    ("We are closed now. Closed on Sundays. Mondays, Wednesdays and Fridays 9 am to 5 pm.", {"M.W.F..": "09:00-17:00"}),
    ("Please call back between 9 a.m. and 5 p.m.", {".......": "09:00-17:00"}),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_hours_that_a_prompt_tells(text: str, expected: dict[str, str]) -> None:
    told = {
        "".join(sign if day in one.days else "." for day, sign in enumerate("MTWTFSS")): {
            str(reading) for reading in one.ranges[0]
        }
        for one in spoken_hours(text)
    }
    assert told.keys() == expected.keys()
    assert all(hours in told[days] for days, hours in expected.items())


@pytest.mark.parametrize(
    "text",
    [
        "Mornings before eight and evenings after six are quieter, Central time.",
        "We open at 9 a.m. on Monday.",
        "Call 1-800-555-0142 or press 1 to 3.",
        "We will call back in 2 to 3 days.",
        "Please hold for one to two minutes.",
        "You will hear from us within 24 to 48 hours.",
        "Monday to Friday 8 to 5, except on the first Friday.",
        "Monday to Friday 8 to 5, by appointment only.",
        "We are closed from 8 p.m. to 8 a.m.",
        "Monday to Friday from 8 to 5. On Saturdays until noon.",
        "On December 24 we are here from 9 a.m. to 2 p.m.",
        "Today we are here from 9 a.m. to 2 p.m.",
        "werktags von 8 bis 18 Uhr",
        "We are here Monday to Friday.",
        "",
        "8",
        "to to - 8 to",
    ],
)
def test_hours_that_are_in_doubt(text: str) -> None:
    assert spoken_hours(text) == ()


def test_the_zone_that_a_prompt_names() -> None:
    assert [spoken_zone(one) for one in ("8 to 8 Central", "Eastern and Pacific", "8 to 8")] == [-6, None, None]


@pytest.mark.bench
def test_reading_a_very_long_prompt_takes_no_time() -> None:
    begun = time.process_time()
    for text in ("8 to " * 5000, "1-" * 10000, "monday and " * 5000, "8 " * 20000, "p. " * 20000):
        spoken_hours(text)
    print(f"\n  reading a very long prompt takes no time: {time.process_time() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged


@pytest.mark.parametrize(
    ("said", "fires"),
    [
        ("We are here Monday to Saturday, 8 a.m. to 8 p.m.", True),
        ("We are here on weekdays from 9 to 5.", True),
        ("We are here from 9 a.m. to 5 p.m.", True),
        ("We are here on weekdays from 8 to 6.", False),
        ("We are here on weekdays, 8 to 6 Central.", False),
        ("We are here on weekdays, 9 to 7 Eastern.", False),
        ("We are here from 8 a.m. to 6 p.m.", False),
        ("Please call again on Monday.", False),
    ],
)
def test_spoken_hours_are_compared_with_the_schedule(said: str, fires: object) -> None:
    text = flow(
        'desk: "Mon-Fri 08:00-18:00"',
        "main: {hours: desk, open: desk, closed: away}",
        f'away: {{hangup: "{said}"}}',
    )
    assert bool(found(text, "HR009")) is fires


def test_only_the_prompt_of_one_schedule_is_compared() -> None:
    hours = 'desk: "Mon-Fri 08:00-18:00", shop: "Sat 09:00-12:00"'
    away = 'away: {hangup: "We are here Monday to Saturday, 8 a.m. to 8 p.m."}'
    both = ("main: {hours: desk, open: desk, closed: more}", "more: {hours: shop, open: desk, closed: away}")
    assert found(flow(hours, *both, away), "HR009") == []
    also = "main: {menu: Hello., options: {1: {say: sales, go: one}, 2: {say: hours, go: away}}}"
    assert found(flow(hours, also, "one: {hours: desk, open: desk, closed: away}", away), "HR009") == []
    ring = "main: {transfer: shop, closed: away, failed: sorry}"
    (line,) = found(flow(hours, ring, away, contacts="shop: {name: Shop, hours: shop}"), "HR009")
    assert line.endswith("but 'shop' is open Sat 09:00-12:00")


@pytest.mark.parametrize(
    ("hours", "codes"),
    [
        ('desk: "Mon-Fri 08:00-12:00"', {"HR009"}),
        ('desk: ["Mon-Fri 08:00-12:00", "Mon-Fri 13:00-18:00"]', {"HR009"}),
        ('desk: ["Mon-Fri 08:00-12:00", "Mon-Fri 12:01-18:00"]', {"HR004"}),
        ('desk: "Mon-Fry 08:00-18:00"', {"RD006"}),
        ("desk: {closed: [12-25]}", {"HR012"}),
    ],
)
def test_a_schedule_that_is_wrong_in_itself_is_not_held_against_a_prompt(hours: str, codes: set[str]) -> None:
    text = flow(
        hours,
        "main: {hours: desk, open: desk, closed: away}",
        'away: {hangup: "We are here Monday to Friday, 8 a.m. to 6 p.m. Or write to desk@example.com."}',
    )
    assert {finding.code for finding in findings(text, ("HR", "RD"))} == codes


def test_each_language_of_a_prompt_is_compared() -> None:
    text = "languages: [en, es]\n" + flow(
        'desk: "Mon-Fri 08:00-18:00"',
        "main: {hours: desk, open: desk, closed: away}",
        'away: {hangup: {en: "Monday to Friday, 8 to 6.", es: "De lunes a sábado de 8 a 18 horas."}}',
    )
    assert [line.split()[1:5] for line in found(text, "HR009")] == [["HR009", "'away'", "tells", "callers"]]


# --- closed desks ---


@pytest.mark.parametrize(
    ("closed", "fires"),
    [
        ("main", True),
        ("again-main", True),
        ("bye", True),
        ("told", False),
        ("message", False),
        ("desk", False),
        ("sorry", False),
    ],
)
def test_an_option_that_is_closed_without_a_word(closed: str, fires: object) -> None:
    text = flow(
        'counter: "Mon-Fri 08:00-18:00"',
        "main: {menu: Hello., options: {1: {say: sales, go: desk}, 2: {say: billing, go: billing}}}",
        f"billing: {{hours: counter, open: office, closed: {closed}}}",
        "office: {transfer: representative, failed: sorry}",
        "again-main: {set: {x: 1}, next: main}",
        "bye: {hangup: Thank you for calling. Goodbye.}",
        "told: {say: Billing is closed., next: main}",
        "message: {record: Please leave a message., next: sorry}",
    )
    assert bool(found(text, "HR010")) is fires


def test_a_closed_option_that_nobody_is_offered_then() -> None:
    nodes = (
        "open-menu: {menu: Hello., options: {1: {say: sales, go: desk}, 2: {say: billing, go: billing}}}",
        "billing: {hours: counter, open: office, closed: open-menu}",
        "office: {transfer: representative, failed: sorry}",
    )
    guarded = "main: {hours: counter, open: open-menu, closed: sorry}"
    assert found(flow('counter: "Mon-Fri 08:00-18:00"', guarded, *nodes), "HR010") == []
    wider = flow(
        'counter: "Mon-Fri 08:00-18:00", line: "Mon-Fri 08:00-20:00"', guarded.replace("counter", "line"), *nodes
    )
    assert [line.split("'billing') ")[1].split(", when")[0] for line in found(wider, "HR010")] == [
        "Mon-Fri 18:00-20:00"
    ]


DESK = "shop: {name: Shop, hours: shop}"


@pytest.mark.parametrize(
    ("line", "shop", "transfer", "expected"),
    [
        ("Mon-Sat 08:00-20:00", "Mon-Fri 08:00-18:00", "busy: sorry, no-answer: sorry", ["HR011"]),
        ("Mon-Fri 09:00-17:00", "Mon-Fri 08:00-18:00", "busy: sorry, no-answer: sorry", []),
        ("Mon-Sat 08:00-20:00", "Mon-Fri 08:00-18:00", "busy: sorry, no-answer: sorry, closed: sorry", []),
        ("Mon-Sat 08:00-20:00", "Mon-Fri 08:00-18:00", "failed: sorry", []),
        ("Mon-Sat 08:00-20:00", "Mon-Fri 08:00-18:00", "busy: sorry", ["HR011", "ST006"]),
    ],
)
def test_a_desk_with_other_hours_than_the_line(line: str, shop: str, transfer: str, expected: list[str]) -> None:
    text = flow(
        f'line: "{line}", shop: "{shop}"',
        "main: {hours: line, open: ring, closed: sorry}",
        f"ring: {{transfer: shop, {transfer}}}",
        contacts=DESK,
    )
    assert sorted(one.split()[1] for one in found(text, "HR011", "ST006")) == expected


def test_a_holiday_of_the_desk_alone() -> None:
    text = flow(
        'line: "Mon-Fri 08:00-18:00", shop: {open: "Mon-Fri 08:00-18:00", closed: [2026-12-25]}',
        "main: {hours: line, open: ring, closed: sorry}",
        "ring: {transfer: shop, busy: sorry, no-answer: sorry}",
        contacts=DESK,
    )
    (message,) = on_day(text, "HR011", date(2026, 3, 2))
    assert "on 2026-12-25" in message
    assert on_day(text, "HR011", date(2026, 12, 26)) == []


def test_a_sub_flow_that_asks_for_hours_is_trusted() -> None:
    text = flow(
        'line: "Mon-Sat 08:00-20:00", shop: "Mon-Fri 08:00-18:00"',
        "main: {hours: line, open: ask, closed: sorry}",
        "ask: {run: check, returns: {yes: ring, no: sorry}}",
        "check: {hours: shop, open: there, closed: gone}",
        "there: {return: yes}",
        "gone: {return: no}",
        "ring: {transfer: shop, busy: sorry, no-answer: sorry}",
        contacts=DESK,
    )
    assert found(text, "HR011") == []


SPANISH = (
    "main: {menu: Hello., options: {1: {say: sales, go: desk}, 8: {say: Español, go: spanish, language: es}}}",
    "spanish: {transfer: spanish, failed: sorry}",
)


@pytest.mark.parametrize(
    ("contact", "hours", "expected"),
    [
        ("languages: [es], hours: shop", "Mon-Fri 09:00-17:00", "outside Mon-Fri 09:00-17:00"),
        ("languages: [es]", "Mon-Fri 09:00-17:00", ""),
        ("hours: shop", "Mon-Fri 09:00-17:00", "outside Mon-Fri 09:00-17:00"),
        ("languages: [en], hours: shop", "Mon-Fri 09:00-17:00", ""),
        ("languages: [es], hours: shop, staffed: no", "Mon-Fri 09:00-17:00", ""),
    ],
)
def test_a_language_with_fewer_hours(contact: str, hours: str, expected: str) -> None:
    nodes = (*SPANISH, "sorry: {hangup: {en: Sorry., es: Lo sentimos.}}")
    text = "languages: [en, es]\nkeys: {}\n" + flow(
        f'shop: "{hours}"', *nodes, contacts=f"spanish: {{name: Spanish, {contact}}}"
    )
    lines = found(text, "HR014")
    assert [line.split("find nobody ")[1].split(", while")[0] for line in lines] == ([expected] if expected else [])


def test_text_telephones_are_no_hours_of_a_language() -> None:
    nodes = (
        "main: {menu: Hello., options: {1: {say: sales, go: shop}, 8: {say: Español, go: again, language: es}}}",
        "shop: {transfer: shop, failed: sorry}",
        "text: {transfer: text, failed: sorry}",
    )
    text = "languages: [en, es]\nkeys: {}\ndefaults: {}\n" + flow(
        'shop: "Mon-Fri 08:00-18:00"', *nodes, contacts=f"{DESK}, text: {{name: Text, channel: tty}}"
    )
    text = "lines: {1-800-555-0100: main, 1-800-555-0142: text}\n" + text
    assert found(text, "HR014") == []
    assert len(found(text.replace("tty", "phone"), "HR014")) == 1


def test_hours_that_are_required() -> None:
    nodes = ("main: {hours: shop, open: ring, closed: sorry}", "ring: {transfer: shop, failed: sorry}")
    text = "keys: {}\ndefaults: {}\n" + flow('shop: "Mon-Fri 08:00-20:00"', *nodes, contacts=DESK)
    assert not any("HR015" in line for line in found(text))
    (finding,) = findings(text, ("HR015",))
    assert "Sat 08:00 to 20:00 and Sun 08:00 to 20:00" in finding.message
    assert isinstance(finding.fault.call, Witness)
    assert f"{finding.fault.call.at:%a %H:%M}" == "Sat 14:00"
    limits = Selection(("HR015",), limits={"HR015": {"days": "Mon-Fri"}})
    assert run_checks(read(text), catalogue(), limits, today=date(2026, 3, 2)) == ()


# --- no matter how large ---


@pytest.mark.bench
def test_ten_thousand_nodes_with_hours_do_not_take_long() -> None:
    hours = ", ".join(
        f'h{number}: "Mon-Fri {number % 9:02}:00-{10 + number % 9}:{number % 60:02}"' for number in range(50)
    )
    nodes = ["main: {hours: h0, open: n0, closed: sorry}"]
    nodes += [f"n{at}: {{hours: h{at % 50}, open: n{at + 1}, closed: t{at}}}" for at in range(5000)]
    nodes += [f"t{at}: {{transfer: shop, failed: n{(at * 7) % 5000}}}" for at in range(5000)]
    text = flow(hours, *nodes, "n5000: {hangup: Bye.}", contacts="shop: {name: Shop, hours: h3}")
    loaded = read(text)
    rules = tuple(rule for rule in catalogue() if rule.code.startswith("HR"))
    begun = time.process_time()
    run_checks(loaded, rules, today=date(2026, 3, 2))
    print(f"\n  ten thousand nodes with hours do not take long: {time.process_time() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged
