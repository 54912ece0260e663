from __future__ import annotations

from pathlib import Path

import pytest
from golden import Golden
from reference import renewed


def test_the_reference_in_the_readme_is_what_the_models_say(root: Path, golden: Golden) -> None:
    golden("../README.md", renewed((root / "README.md").read_text(encoding="utf-8")))


def test_a_part_is_made_anew_and_the_rest_stays() -> None:
    old = "before\n<!-- made: line -->\nstale\n<!-- end -->\nafter\n"
    new = renewed(old)
    assert new.startswith("before\n<!-- made: line -->\n\n| field |")
    assert "stale" not in new
    assert new.endswith("<!-- end -->\nafter\n")


def test_a_part_that_nobody_makes_is_refused() -> None:
    with pytest.raises(KeyError):
        renewed("<!-- made: nothing -->\n<!-- end -->")
