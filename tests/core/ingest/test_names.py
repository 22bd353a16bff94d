"""Names from inside other files."""

from __future__ import annotations

import pytest

from core.ingest.names import safe_name, unused


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a.txt", "a.txt"),
        ("../../etc/a.txt", "a.txt"),
        ("C:\\x\\a.txt", "a.txt"),
        ('a<b>:"|?*.txt', "a_b______.txt"),
        ("a\u202etxt.exe", "a_txt.exe"),
        (" .a.txt. ", "a.txt"),
        ("..", ""),
        ("", ""),
    ],
)
def test_a_name_leads_nowhere_and_can_be_shown(given: str, shown: str) -> None:
    assert safe_name(given) == shown


def test_a_long_name_keeps_its_suffix() -> None:
    name = safe_name(f"{'a' * 400}.docx")
    assert (len(name), name[-6:]) == (150, "….docx")


def test_a_name_that_is_taken_is_numbered() -> None:
    taken: dict[str, int] = {}
    names = [unused(n, taken) for n in ("x/a.txt", "x/a.txt", "x/a (2).txt", "x/a.txt", "b")]
    assert names == ["x/a.txt", "x/a (2).txt", "x/a (2) (2).txt", "x/a (3).txt", "b"]
    assert len({unused("a.txt", taken) for _ in range(20_000)}) == 20_000
