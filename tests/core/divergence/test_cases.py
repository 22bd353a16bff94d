"""Every file of tests/cases/divergence: two texts, how they are linked, and what must be told of them."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from core.divergence.find import find_divergences
from core.model import Article, Link, MatchClass

Reader = Callable[..., Article]
Linker = Callable[..., Link]
CASES = sorted((Path(__file__).parents[2] / "cases" / "divergence").glob("*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path, article: Reader, linked: Linker) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    a, b = article(case["a"]), article(case["b"], "a2")
    link = linked(a, b, MatchClass(case.get("match", "close")))
    table = case.get("similar", {})

    def similar(one: str, two: str) -> float:
        return float(table.get(f"{one}|{two}", 0.9))

    told = [
        (
            d.type.value,
            d.severity.value,
            d.a.of(a.text) if d.a else None,
            d.b.of(b.text) if d.b else None,
        )
        for d in find_divergences(link, a, b, similar)
    ]
    assert told == [(e["type"], e["severity"], e.get("a"), e.get("b")) for e in case["expected"]]


def test_there_are_cases_of_every_type() -> None:
    types = {e["type"] for p in CASES for e in tomllib.loads(p.read_text(encoding="utf-8"))["expected"]}
    assert types == {
        "number",
        "date",
        "name",
        "place",
        "quotation",
        "speaker",
        "unquoted",
        "attribution",
        "negation",
        "modality",
        "wrong-word",
        "omission",
        "addition",
    }
