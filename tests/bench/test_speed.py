"""How long the engine takes; run by ``make bench``, never by ``make test``."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import seeds
from core import ingest
from core.model import Document
from core.pipeline import analyse, judge_all
from core.report.analysis_json import analysis_to_dict, as_json
from core.report.dated import report_date
from core.report.model import build_report
from core.report.pdf import render_pdf
from core.segment import segment
from core.similarity.encoder import default_encoder

pytestmark = pytest.mark.bench


@pytest.fixture
def documents() -> list[Document]:
    return [ingest.read(path) for path in seeds.paths()]


def test_reading_the_sample_case(benchmark: BenchmarkFixture, documents: list[Document]) -> None:
    articles = benchmark(lambda: [segment(document, "a1") for document in documents])
    assert len(articles) == 5


def test_the_sample_case_with_known_sentences(benchmark: BenchmarkFixture, documents: list[Document]) -> None:
    encoder = default_encoder()
    analyse(documents, encoder=encoder)
    analysis = benchmark(lambda: analyse(documents, encoder=encoder))
    assert len(analysis.pairs) == 10


def test_the_sample_case_with_new_sentences(
    benchmark: BenchmarkFixture, documents: list[Document], tmp_path: Path
) -> None:
    folders = iter(tmp_path / str(number) for number in range(10))
    analysis = benchmark.pedantic(lambda: analyse(documents, encoder=default_encoder(next(folders))), rounds=3)
    assert len(analysis.pairs) == 10


def test_judging_a_hundred_pairs(benchmark: BenchmarkFixture, documents: list[Document]) -> None:
    a, b = segment(documents[2], "a1"), segment(documents[4], "a2")
    pairs = [(a.sentence_text(i), b.sentence_text(j)) for i in range(10) for j in range(10)]
    encoder = default_encoder()
    assert len(benchmark.pedantic(lambda: list(judge_all(pairs, encoder=encoder)), rounds=3)) == 100


def test_writing_json(benchmark: BenchmarkFixture, documents: list[Document]) -> None:
    analysis = analyse(documents)
    assert benchmark(lambda: as_json(analysis_to_dict(analysis)))


def test_setting_the_report(benchmark: BenchmarkFixture, documents: list[Document]) -> None:
    report = build_report(analyse(documents), when=report_date())
    assert benchmark(lambda: render_pdf(report)).startswith(b"%PDF")
