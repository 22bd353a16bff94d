"""An analysis as bytes: the same again, and nothing but a sound one."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from typing import Any

import pytest

from core.case import codec
from core.case.codec import decode_analysis, encode_analysis
from core.model import Analysis, Span


def changed(analysis: Analysis, change: Any) -> bytes:
    """Return an encoded analysis with something in its JSON changed."""
    value = json.loads(zlib.decompress(encode_analysis(analysis)))
    change(value)
    return zlib.compress(json.dumps(value).encode())


def test_the_analysis_of_the_samples_comes_back_equal(analysis: Analysis) -> None:
    again = decode_analysis(encode_analysis(analysis))
    assert again == analysis
    assert isinstance(again.options, dict)
    assert again.pairs[0].direction.derived is analysis.pairs[0].direction.derived


def test_half_a_surrogate_pair_survives(analysis: Analysis) -> None:
    first, *rest = analysis.articles
    document = replace(first.document, text=first.text + "\ud83d", path="/\udc80.txt")
    odd = replace(analysis, articles=(replace(first, document=document), *rest))
    assert decode_analysis(encode_analysis(odd)) == odd


def test_words_that_look_like_an_escape_survive(analysis: Analysis) -> None:
    first, *rest = analysis.articles
    odd = replace(analysis, articles=(replace(first, title=r"\ud83d \\ud83d"), *rest))
    assert decode_analysis(encode_analysis(odd)) == odd


@pytest.mark.parametrize("data", [b"", b"no zlib", zlib.compress(b"{}"), zlib.compress(b"[" * 100_000)])
def test_bytes_that_hold_no_analysis_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="analysis"):
        decode_analysis(data)


def test_an_analysis_cut_short_or_continued_is_refused(analysis: Analysis) -> None:
    data = encode_analysis(analysis)
    for wrong in (data[:-9], data[: len(data) // 2], data + b"more"):
        with pytest.raises(ValueError, match="analysis"):
            decode_analysis(wrong)


def test_a_small_file_cannot_fill_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "LARGEST", 100_000)
    with pytest.raises(ValueError, match="too large"):
        decode_analysis(zlib.compress(b" " * 200_000))


def test_an_analysis_that_could_not_be_read_again_is_not_written(
    analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codec, "LARGEST", 100_000)
    with pytest.raises(ValueError, match="too large"):
        encode_analysis(analysis)


def linked_pair(value: Any) -> Any:
    return next(p for p in value["pairs"] if p["links"])


@pytest.mark.parametrize(
    "change",
    [
        lambda v: v.update(subject="a9"),
        lambda v: v["articles"].append(v["articles"][0]),
        lambda v: v["ledgers"].pop(),
        lambda v: v["ledgers"][0]["rows"].pop(),
        lambda v: v["ledgers"][0]["rows"][0].update(sources=["a9"]),
        lambda v: v["articles"][0]["sentences"][0].update(last_token=10**6),
        lambda v: v["articles"][0]["sentences"][0]["span"].update(end=10**6),
        lambda v: v["articles"][0]["sentences"][0]["span"].update(start=10**6),
        lambda v: v["articles"][0]["tokens"][0].update(start=-1),
        lambda v: v["articles"][0]["document"].update(text="short"),
        lambda v: v["pairs"][0].update(a="a9"),
        lambda v: v["pairs"][0].update(a=v["pairs"][0]["b"]),
        lambda v: linked_pair(v)["links"][0].update(a=[10**6]),
        lambda v: linked_pair(v)["links"][0].update(b=[-1]),
        lambda v: linked_pair(v)["links"][0].update(match="nothing"),
        lambda v: linked_pair(v)["links"][0].update(confidence=7),
        lambda v: v["pairs"][0]["omitted"].append(10**6),
        lambda v: v["pairs"][0]["credit"].update(spans=[{"start": 0, "end": 10**6}]),
        lambda v: v.pop("engine"),
    ],
)
def test_what_points_nowhere_is_refused(analysis: Analysis, change: Any) -> None:
    data = changed(analysis, change)
    with pytest.raises(ValueError, match=r"."):
        decode_analysis(data)


def test_what_a_later_version_adds_is_passed_over(analysis: Analysis) -> None:
    assert decode_analysis(changed(analysis, lambda v: v.update(new="thing"))) == analysis


def test_a_span_is_checked_by_the_model_itself() -> None:
    with pytest.raises(ValueError, match="ordered"):
        Span(2, 1)
