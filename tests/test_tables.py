from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivr.tables import csv_table, escaped, markdown_table


def cells(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1-800", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\uff1d1", "\N{ZERO WIDTH SPACE}=1"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    for (cell,) in cells(csv_table([text], [[text]])):
        assert not cell.strip().startswith(tuple("=+-@\uff1d"))


def test_quotes_commas_and_breaks_stay_in_their_cell() -> None:
    row = ['a "b", c', "one\ntwo", "größe"]
    assert cells(csv_table(["x", "y", "z"], [row])) == [["x", "y", "z"], row]


def test_excel_is_told_the_encoding_and_lines_end_as_it_wants() -> None:
    assert csv_table(["a"], [["ö"]]) == b"\xef\xbb\xbfa\r\n\xc3\xb6\r\n"


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), max_size=4))
def test_every_row_comes_back_with_as_many_cells(rows: list[list[str]]) -> None:
    assert [len(row) for row in cells(csv_table(["a", "b"], rows))] == [2] * (len(rows) + 1)


def test_nothing_breaks_out_of_a_markdown_table() -> None:
    assert markdown_table(["a"], [[escaped("x | y\n@team <b> `c`")]]) == (
        "| a |\n| --- |\n| x \\| y @<!-- -->team \\<b\\> \\`c\\` |\n"
    )
