from __future__ import annotations

from pathlib import Path

import needs
import pytest
from golden import Golden, check_golden
from needs import demand, lacking


def test_a_text_that_differs_from_its_golden_file_fails_and_shows_where(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one\ntwo\n")
    check_golden(tmp_path / "a.txt", "one\ntwo\n", update=False)
    with pytest.raises(pytest.fail.Exception, match=r"-two\n\+three"):
        check_golden(tmp_path / "a.txt", "one\nthree\n", update=False)


def test_a_difference_in_line_ends_fails(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\r\n")
    with pytest.raises(pytest.fail.Exception, match="line ends only"):
        check_golden(tmp_path / "a.txt", "one\n", update=False)


def test_a_golden_file_that_is_not_there_fails_and_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="--update"):
        check_golden(tmp_path / "a.txt", "one\n", update=False)
    assert not (tmp_path / "a.txt").exists()


def test_update_writes_the_file_and_its_folder(tmp_path: Path) -> None:
    Golden(tmp_path, update=True)("deep/a.txt", "ä\n")
    assert (tmp_path / "deep" / "a.txt").read_bytes() == "ä\n".encode()


def test_a_need_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(ValueError, match="'dott' is nothing that a test can need"):
        lacking("dott")


def test_a_program_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    lack = lacking("dot")
    assert lack is not None
    assert "'dot'" in lack.reason


@pytest.mark.parametrize(("required", "outcome"), [("1", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_a_missing_program_skips_a_test_unless_all_are_required(
    monkeypatch: pytest.MonkeyPatch, required: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("IVR_REQUIRE_ALL", required)
    with pytest.raises(outcome, match="there is no program 'tmux'"):
        demand("tmux")


def test_a_checkout_without_the_documents_beside_it_is_excused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IVR_REQUIRE_ALL", "1")
    monkeypatch.setattr(needs, "SHARED", tmp_path / "shared")
    monkeypatch.setattr(needs, "_STATED", None)
    with pytest.raises(pytest.skip.Exception, match="there is no folder"):
        demand("shared")
    monkeypatch.setattr(needs, "_STATED", "shared")
    with pytest.raises(pytest.fail.Exception, match="there is no folder"):
        demand("shared")
