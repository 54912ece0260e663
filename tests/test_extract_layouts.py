"""`ivr extract`: menus as pages lay them out, in lists, tables, trees, columns and steps."""

from __future__ import annotations

import pytest
from heard import keys, told

SALES, BILLING, REPAIRS = ("1", "Sales"), ("2", "Billing"), ("3", "Repairs")


def cut(text: str) -> str:
    """Begin a document at its first line, so that it can be written below its quotes."""
    return text.removeprefix("\n")


@pytest.mark.parametrize(
    "row",
    [
        "1 Sales",
        "1. Sales",
        "1) Sales",
        "1 - Sales",
        "1 \N{EN DASH} Sales",
        "1: Sales",
        "1 = Sales",
        "1 -> Sales",
        "1 → Sales",
        "[1] Sales",
        "Press 1 for Sales",
        "Press 1: Sales",
        "Option 1: Sales",
        "Option 1 - Sales",
        "For Sales, press 1",
        "Sales: press 1",
        "Sales - 1",
        "Sales → 1",
        "Sales .... 1",
        "Sales (option 1)",
        "1️⃣ Sales",
    ],
)
def test_lines_of_an_announced_menu_are_read_in_any_notation(row: str) -> None:
    rows = [row.replace("1", key).replace("Sales", topic) for key, topic in (SALES, BILLING, REPAIRS)]
    text = "Call 1-800-555-0100. You will hear this menu:\n\n" + "\n".join(rows) + "\n"
    assert told(text) == [SALES, BILLING, REPAIRS]


@pytest.mark.parametrize(
    "lead",
    [
        "When you call 1-800-555-0100, you will hear these options:",
        "Call 1-800-555-0100 and choose from the following menu:",
        "Phone menu of 1-800-555-0100:",
        "Our number is 1-800-555-0100. Press the key of the department that you need:",
        "Llame al +34 900 123 456. Opciones del menú:",
        "Appelez le +33 1 99 00 12 34. Vous entendrez le menu suivant :",
        "Rufen Sie +49 30 901820 an. Sie hören dieses Menü:",
    ],
)
@pytest.mark.parametrize("mark", [".", " -", ")", ""])
def test_a_bare_list_is_a_menu_where_it_is_announced(lead: str, mark: str) -> None:
    text = f"{lead}\n\n1{mark} Apples\n2{mark} Pears\n3{mark} Plums\n"
    assert told(text) == [("1", "Apples"), ("2", "Pears"), ("3", "Plums")]


@pytest.mark.parametrize(
    "lead",
    [
        "Our three values, since 1962:",
        "What you will need for the cake:",
        "Agenda of the meeting in May:",
        "The winners of this year's fair:",
        "Our shops sell:",
    ],
)
@pytest.mark.parametrize("mark", [".", " -", ")", ""])
def test_a_bare_list_is_no_menu_where_it_is_not_announced(lead: str, mark: str) -> None:
    assert told(f"{lead}\n\n1{mark} Apples\n2{mark} Pears\n3{mark} Plums\n") == []


@pytest.mark.parametrize(
    "head",
    [
        "| Key | Department |",
        "| Press | For |",
        "| Option | Topic |",
        "| Tecla | Servicio |",
        "| Touche | Service |",
        "| Taste | Anliegen |",
    ],
)
def test_a_table_has_a_column_of_keys(head: str) -> None:
    text = f"Call 1-800-555-0100.\n\n{head}\n|---|---|\n| 1 | Sales |\n| 2 | Billing |\n| 3 | Repairs |\n"
    assert told(text, "page.md") == [SALES, BILLING, REPAIRS]


def test_the_column_of_keys_may_stand_behind_the_topics() -> None:
    text = "Call 1-800-555-0100.\n\n| Department | Press |\n|---|---|\n| Sales | 1 |\n| Billing | 2 |\n"
    assert told(text, "page.md") == [SALES, BILLING]


def test_columns_of_notes_and_hours_are_no_topics() -> None:
    text = cut("""
Call 1-800-555-0100.

| Hours | Key | Department | Notes |
|---|---|---|---|
| 8 to 5 | 1 | Sales | often busy |
| 9 to 4 | 2 | Billing | have your bill ready |
""")
    assert told(text, "page.md") == [SALES, BILLING]


def test_a_table_has_a_column_of_keys_for_each_kind_of_caller() -> None:
    text = cut("""
Call 1-800-555-0100.

| Call about | New customer: press | Existing customer: press |
|---|---|---|
| Billing | 1 | 2 |
""")
    assert told(text, "page.md") == [("1", "New customer"), ("2", "Existing customer")]


@pytest.mark.parametrize("heads", ["Until now | Now", "Before | Today", "Old | New"])
def test_of_former_keys_and_those_of_now_only_these_are_read(heads: str) -> None:
    rows = "| Sales | 4 | 1 |\n| Billing | 5 | 2 |\n"
    text = f"Our menu on 1-800-555-0100 has changed.\n\n| For | {heads} |\n|---|---|---|\n{rows}"
    assert told(text, "page.md") == [SALES, BILLING]


def test_a_table_has_a_column_of_topics_for_day_and_night() -> None:
    text = cut("""
Call 1-800-555-0100.

| Press | Business hours | After hours |
|---|---|---|
| 1 | Sales | Voicemail |
| 2 | Repairs | Engineer on call |
""")
    assert sorted(told(text, "page.md")) == [
        ("1", "Sales"),
        ("1", "Voicemail"),
        ("2", "Engineer on call"),
        ("2", "Repairs"),
    ]


def test_a_table_of_a_page_is_read() -> None:
    page = cut("""
<p>Call <a href="tel:+18005550100">1-800-555-0100</a>.</p>
<table><thead><tr><th>Press</th><th>To reach</th></tr></thead>
<tbody><tr><td>1</td><td>Sales</td></tr><tr><td>2</td><td>Billing</td></tr></tbody></table>
""")
    assert told(page, "page.html") == [SALES, BILLING]


@pytest.mark.parametrize("head", ["Platform | Train", "Floor | Department", "Room | Course", "Rank | Team"])
def test_a_table_of_other_numbers_has_no_keys(head: str) -> None:
    text = f"Call 1-800-555-0100.\n\n| {head} |\n|---|---|\n| 1 | Sales |\n| 2 | Billing |\n| 3 | Repairs |\n"
    assert told(text, "page.md") == []


def test_a_directory_has_the_keys_beside_each_number() -> None:
    text = cut("""
How to get a live person

| Company | Phone | Press |
|---|---|---|
| Flyhigh Air | 1-888-555-0100 | 1, 3, 2 |
| Metro Bank | 1-888-555-0111 | 0, 0 |
""")
    assert keys(text, "page.md") == ["132", "00"]


def test_a_table_of_plain_text_is_read_by_its_ruled_heading() -> None:
    text = cut("""
Call 1-800-555-0100.

Key    Department
---    ----------
1      Sales
2      Billing
3      Repairs
""")
    assert told(text) == [SALES, BILLING, REPAIRS]


def test_preformatted_text_of_a_page_keeps_its_lines() -> None:
    page = "<p>Phone menu of 1-800-555-0100:</p>\n<pre>\n1  Sales\n2  Billing\n3  Repairs\n</pre>\n"
    assert told(page, "page.html") == [SALES, BILLING, REPAIRS]


def test_fenced_text_is_read() -> None:
    text = "The menu of 1-800-555-0100:\n\n```\n1 - Sales\n2 - Billing\n3 - Repairs\n```\n"
    assert told(text, "page.md") == [SALES, BILLING, REPAIRS]


TREE = [
    ("1", "Sales"),
    ("11", "New customers"),
    ("12", "Renewals"),
    ("2", "Support"),
    ("21", "Outage"),
    ("22", "Repairs"),
    ("0", "Operator"),
]


DRAWN = cut("""
Phone menu, 1-800-555-0100

Main menu
├─ 1 Sales
│  ├─ 1 New customers
│  └─ 2 Renewals
├─ 2 Support
│  ├─ 1 Outage
│  └─ 2 Repairs
└─ 0 Operator
""")


@pytest.mark.parametrize(
    ("branch", "last", "line"),
    [("├─", "└─", "│ "), ("├──", "└──", "│  "), ("|--", "`--", "|  "), ("+--", "+--", "|  "), ("┣━", "┗━", "┃ ")],
)
def test_a_tree_that_is_drawn_nests_its_keys(branch: str, last: str, line: str) -> None:
    drawn = DRAWN.replace("├─", branch).replace("└─", last).replace("│ ", line)
    assert told(drawn) == TREE


BULLETS = """
- Press 1 for Sales
  - Press 1 for New customers
  - Press 2 for Renewals
- Press 2 for Support
  - Press 1 for Outage
  - Press 2 for Repairs
- Press 0 for Operator
"""
INDENTED = """
1 - Sales
    1 - New customers
    2 - Renewals
2 - Support
    1 - Outage
    2 - Repairs
0 - Operator
"""
ELEMENTS = """
<ul>
<li>1 - Sales<ul><li>1 - New customers</li><li>2 - Renewals</li></ul></li>
<li>2 - Support<ul><li>1 - Outage</li><li>2 - Repairs</li></ul></li>
<li>0 - Operator</li>
</ul>
"""
JOINED = """
1 - Sales
1-1 New customers
1-2 Renewals
2 - Support
2-1 Outage
2-2 Repairs
0 - Operator
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [(BULLETS, "page.md"), (INDENTED, "page.txt"), (ELEMENTS, "page.html"), (JOINED, "page.txt")],
    ids=["bullets", "indentation", "elements", "joined keys"],
)
def test_a_nested_list_is_the_menu_behind_a_key(text: str, name: str) -> None:
    lead = "The menu of 1-800-555-0100:"
    lead = f"<p>{lead}</p>" if name == "page.html" else f"{lead}\n"
    assert told(lead + text, name) == TREE


def test_the_numbers_of_an_announced_ordered_list_are_its_keys() -> None:
    page = (
        "<p>Call 1-800-555-0100 and you will hear this menu:</p><ol><li>Sales</li><li>Billing</li><li>Repairs</li></ol>"
    )
    assert told(page, "page.html") == [SALES, BILLING, REPAIRS]


def test_an_ordered_list_may_begin_and_go_on_with_other_numbers() -> None:
    page = (
        "<p>Call 1-800-555-0100 and you will hear this menu:</p>"
        '<ol start="2"><li>Sales</li><li>Billing</li><li value="7">Repairs</li></ol>'
    )
    assert told(page, "page.html") == [("2", "Sales"), ("3", "Billing"), ("7", "Repairs")]


def test_the_numbers_of_steps_are_no_keys() -> None:
    text = cut("""
To report an outage:

1. Call 1-800-555-0100.
2. Press 4 for power outages.
3. Enter your account number.
4. Hang up when you hear the beep.
""")
    assert told(text) == [("4", "power outages")]


def test_steps_press_one_key_after_another() -> None:
    text = cut("""
To reach a nurse:

1. Call 1-800-555-0100.
2. Press 4 for clinics.
3. Press 1 for the nurse line.
""")
    assert told(text) == [("4", "clinics"), ("41", "nurse line")]


@pytest.mark.parametrize(
    "line",
    [
        "1 = Sales, 2 = Billing, 3 = Repairs",
        "Sales (1), Billing (2), Repairs (3)",
        "1: Sales; 2: Billing; 3: Repairs",
        "1 Sales, 2 Billing, 3 Repairs",
        "1 Sales | 2 Billing | 3 Repairs",
        "(1) Sales, (2) Billing, (3) Repairs",
        "1 for Sales, 2 for Billing and 3 for Repairs",
    ],
)
def test_one_line_holds_a_row_of_keys(line: str) -> None:
    assert told(f"Call 1-800-555-0100. Menu: {line}.") == [SALES, BILLING, REPAIRS]


def test_lines_of_two_columns_are_two_options_each() -> None:
    text = cut("""
Phone menu of 1-800-555-0100

Press 1 for sales        Press 2 for billing
Press 3 for repairs      Press 4 for jobs
""")
    assert sorted(told(text)) == [("1", "sales"), ("2", "billing"), ("3", "repairs"), ("4", "jobs")]


def test_headings_name_options_and_the_menus_behind_them() -> None:
    text = cut("""
# Calling 1-800-555-0100

## Option 1: Sales

- Press 1 for new customers
- Press 2 for renewals

## Option 2: Support

- Press 1 for outages
- Press 2 for slow lines
""")
    assert told(text, "page.md") == [
        ("1", "Sales"),
        ("11", "new customers"),
        ("12", "renewals"),
        ("2", "Support"),
        ("21", "outages"),
        ("22", "slow lines"),
    ]


def test_a_list_of_definitions_is_a_menu() -> None:
    page = "<p>Phone menu of 1-800-555-0100:</p><dl><dt>Press 1</dt><dd>Sales</dd><dt>Press 2</dt><dd>Billing</dd></dl>"
    assert told(page, "page.html") == [SALES, BILLING]


def test_a_cited_letter_is_read_like_any_other() -> None:
    text = "> Call 1-800-555-0100.\n> Press 1 for sales.\n> Press 2 for billing.\n"
    assert told(text) == [("1", "sales"), ("2", "billing")]


def test_a_broken_line_goes_on_in_the_next() -> None:
    text = cut("""
Our office is closed on public holidays, but you may call 1-800-555-0100 and press
2 to report a leak at any time of the day, or
press 3 to hear which roads are closed.
""")
    assert told(text) == [("2", "report a leak at any time of the day"), ("3", "hear which roads are closed")]
