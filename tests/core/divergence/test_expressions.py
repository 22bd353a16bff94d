"""Words that belong together, words that mean the same, and the script that makes the lists."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from core.divergence.expressions import LEXICAL, body_and_members, mean_the_same, strength


@pytest.mark.parametrize(("first", "second"), [("field", "hospital"), ("field", "hospitals"), ("ran", "short")])
def test_a_dictionary_entry_counts_most_in_any_form(first: str, second: str) -> None:
    assert strength(first, second) == LEXICAL


def test_what_often_stands_together_counts_and_what_never_does_is_nothing() -> None:
    assert 0 < strength("critical", "condition") < LEXICAL
    assert strength("meadow", "hospital") == 0


def test_only_the_most_frequent_sense_makes_a_synonym() -> None:
    assert mean_the_same("principal", "main")
    assert mean_the_same("injured", "hurting") == mean_the_same("hurting", "injured")
    assert not mean_the_same("demeanor", "hospital")


def test_a_body_and_its_members_in_any_form() -> None:
    assert body_and_members("councillors", "council")
    assert body_and_members("police", "officers")
    assert body_and_members("crews", "brigade")
    assert not body_and_members("pilot", "aviator"), "neither is a body"
    assert not body_and_members("celebration", "party")


def script() -> ModuleType:
    path = Path(__file__).parents[3] / "tools" / "make_expressions.py"
    spec = importlib.util.spec_from_file_location("make_expressions", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_pair_is_as_strong_as_it_is_more_frequent_than_chance() -> None:
    words = {"field": 100, "hospital": 100, "green": 800, "the": 9000}
    pairs = [(["field", "hospital"], 60), (["green", "field"], 8), (["the", "field"], 90)]
    found = script().strengths(words, pairs)
    assert list(found) == [("field", "hospital")]
    assert found["field", "hospital"] == pytest.approx(41, abs=1)


def test_senses_are_read_from_an_index(tmp_path: Path) -> None:
    for part in ("noun", "verb", "adj", "adv"):
        (tmp_path / f"index.{part}").write_text("  1 licence\n", encoding="utf-8")
    (tmp_path / "index.noun").write_text("  1 licence\nbank n 2 1 @ 2 1 00000001 00000002\n", encoding="utf-8")
    assert list(script().lemmas(tmp_path)) == [("noun", "bank", ["00000001", "00000002"])]


def test_people_are_read_from_the_senses_that_are_used(tmp_path: Path) -> None:
    senses = {"00000001": "14", "00000002": "18", "00000003": "06"}
    data = "".join(f"{sense} {kind} n 01 x 0 000 | gloss\n" for sense, kind in senses.items())
    (tmp_path / "data.noun").write_text(f"  1 licence\n{data}", encoding="utf-8")
    index = "crew n 1 1 @ 1 1 00000001\nnurse n 1 1 @ 1 0 00000002\nhead n 2 1 @ 2 1 00000003 00000002\n"
    (tmp_path / "index.noun").write_text(f"  1 licence\n{index}fire_crew n 1 1 @ 1 0 00000001\n", encoding="utf-8")
    assert list(script().people(tmp_path)) == ["crew+", "nurse"]
