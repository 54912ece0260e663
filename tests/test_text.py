from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.loading.text import MOST_BYTES, decode, read_text


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfa: \xc3\xa9", "a: é".encode("utf-16"), "\ufeffa: é".encode("utf-16-be")]
)
def test_marked_encodings_are_read(data: bytes) -> None:
    text, faults = decode(data, "f.yaml")
    assert (text, faults) == ("a: é", ())


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b"a: 1\r\nb: \x00\n", 2, 4, "a NUL character"),
        (b"a: 1\nb: x\x07\n", 2, 5, "U+0007"),
        (b"a: 1\nb: \xe9\n", 2, 4, "0xE9"),
        ("é: ".encode() + b"\xff", 1, 4, "0xFF"),
        (b"\xff\xfea\x00b", 1, 2, "not UTF-16"),
        (b"x" * (MOST_BYTES + 1), 1, 1, "50 MB at most"),
    ],
)
def test_what_is_no_text_is_one_finding(data: bytes, line: int, column: int, words: str) -> None:
    text, faults = decode(data, "f.yaml")
    assert text is None
    assert [(reported.code, *reported.fault.place[1:3]) for reported in faults] == [("RD001", line, column)]
    assert words in faults[0].fault.message


def test_a_missing_file_is_told_what_is_beside_it(tmp_path: Path) -> None:
    (tmp_path / "clinic.yaml").write_bytes(b"a: 1\r\n")
    assert read_text(tmp_path / "clinic.yaml") == ("a: 1\r\n", ())
    text, (reported,) = read_text(tmp_path / "clinc.yaml")
    assert text is None
    assert reported.code == "RD001"
    assert "does not exist; did you mean" in reported.fault.message
    assert "clinic.yaml" in reported.fault.message


@pytest.mark.parametrize(
    ("path", "words"), [("", "is a folder"), ("nowhere/x", "does not exist"), ("x" * 5000, ""), ("a\0b", "")]
)
def test_what_is_no_file_is_one_finding(path: str, words: str, tmp_path: Path) -> None:
    text, faults = read_text(tmp_path / path)
    assert text is None
    assert [reported.code for reported in faults] == ["RD001"]
    assert words in faults[0].fault.message


def test_a_device_is_no_file() -> None:
    assert "not an ordinary file" in read_text(Path("/dev/null"))[1][0].fault.message


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_give_text_or_one_fault(data: bytes) -> None:
    text, faults = decode(data, "f.yaml")
    assert (text is None) == (len(faults) == 1)
