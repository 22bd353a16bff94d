"""Many articles: which pairs are aligned at all, and that nothing is lost by it."""

from itertools import combinations
from pathlib import Path

import pytest

from core.align.candidates import candidate_pairs
from core.ingest import pasted
from core.model import Analysis, Article, MatchClass
from core.once import REMEMBERED, once, room_for
from core.options import Options
from core.pipeline import analyse
from core.progress import Cancelled
from core.segment import segment
from core.similarity.encoder import Encoder, default_encoder
from core.similarity.lexical import case_stems
from tests.bench.many_articles import Piece, many_articles

COUNT, COPIES, SENTENCES = 30, 6, 12
PAIRS = COUNT * (COUNT - 1) // 2


class Stopping:
    """Stop at a report of progress: one of some stage, from a share on."""

    def __init__(self, stage: str, share: float = 0.0) -> None:
        self.stage, self.share = stage, share
        self.told: list[tuple[str, float]] = []

    def step(self, stage: str, done: float) -> None:
        self.told.append((stage, done))
        if stage == self.stage and done >= self.share:
            raise Cancelled


@pytest.fixture(scope="module")
def pieces() -> list[Piece]:
    return many_articles(COUNT, COPIES, sentences=SENTENCES)


@pytest.fixture(scope="module")
def articles(pieces: list[Piece]) -> list[Article]:
    return [segment(pasted(piece.text), f"a{n + 1}") for n, piece in enumerate(pieces)]


@pytest.fixture(scope="module")
def candidates(articles: list[Article]) -> set[tuple[int, int]]:
    return set(candidate_pairs(articles, case_stems, Options()))


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return default_encoder(tmp_path_factory.mktemp("vectors"))


@pytest.fixture(scope="module")
def analysis(pieces: list[Piece], encoder: Encoder) -> Analysis:
    return analyse([pasted(piece.text) for piece in pieces], encoder=encoder)


def planted(pieces: list[Piece]) -> set[frozenset[str]]:
    return {frozenset((f"a{n + 1}", f"a{p.source + 1}")) for n, p in enumerate(pieces) if p.source is not None}


def derived(analysis: Analysis) -> set[frozenset[str]]:
    return {frozenset((p.a, p.b)) for p in analysis.pairs if p.derived_links}


def test_what_was_found_out_stays_while_a_large_case_is_compared(articles: list[Article]) -> None:
    asked: list[str] = []

    @once
    def title(article: Article) -> str:
        asked.append(article.id)
        return article.title

    with room_for(len(articles)):
        for article in articles * 2:
            title(article)
        assert len(asked) == COUNT
    for article in reversed(articles):
        title(article)
    assert len(asked) == COUNT + COUNT - REMEMBERED


def test_every_copy_is_a_candidate_and_most_pairs_are_none(
    pieces: list[Piece], candidates: set[tuple[int, int]]
) -> None:
    copies = {(p.source, n) for n, p in enumerate(pieces) if p.source is not None}
    assert len(copies) == COPIES
    assert copies <= candidates
    assert len(candidates) < PAIRS / 3


def test_few_articles_are_all_compared(articles: list[Article]) -> None:
    few = articles[: int(Options().all_pairs)]
    assert candidate_pairs(few, case_stems, Options()) == list(combinations(range(len(few)), 2))
    more = Options(all_pairs=COUNT)
    assert len(candidate_pairs(articles, case_stems, more)) == PAIRS


def test_what_is_in_two_languages_is_no_candidate() -> None:
    texts = ["Der Hafen wird am Montag geschlossen, sagte die Behörde der Stadt in einer kurzen Erklärung.\n" * 6]
    texts += ["The harbour closes on Monday, the city said in a short statement to the press of the town.\n" * 6]
    read = [segment(pasted(text), f"a{n}") for n, text in enumerate(texts * 2)]
    found = candidate_pairs(read, case_stems, Options(all_pairs=2))
    assert {a.language for a in read} == {"de", "en"}
    assert found == [(0, 2), (1, 3)]


def test_all_pairs_are_there_and_the_copies_found(analysis: Analysis, pieces: list[Piece]) -> None:
    assert [{p.a, p.b} for p in analysis.pairs] == [{a.id, b.id} for a, b in combinations(analysis.articles, 2)]
    assert planted(pieces) <= derived(analysis)
    assert analysis.complete


def test_a_pair_that_is_no_candidate_says_what_an_empty_one_says(
    analysis: Analysis, candidates: set[tuple[int, int]]
) -> None:
    by_id = {a.id: a for a in analysis.articles}
    order = {a.id: n for n, a in enumerate(analysis.articles)}
    left = [p for p in analysis.pairs if tuple(sorted((order[p.a], order[p.b]))) not in candidates]
    assert len(left) == PAIRS - len(candidates)
    for pair in left:
        assert (pair.links, pair.passages, pair.divergences) == ((), (), ())
        assert pair.omitted == tuple(i for i, s in enumerate(by_id[pair.b].sentences) if s.checked)
        assert pair.added == tuple(i for i, s in enumerate(by_id[pair.a].sentences) if s.checked)


def test_what_is_left_out_would_have_had_no_link(
    pieces: list[Piece], candidates: set[tuple[int, int]], encoder: Encoder
) -> None:
    left = [pair for pair in combinations(range(COUNT), 2) if pair not in candidates]
    for a, b in left[:: len(left) // 25]:
        alone = analyse([pasted(pieces[a].text), pasted(pieces[b].text)], encoder=encoder)
        assert not any(link.match is not MatchClass.SAME_FACT for link in alone.pairs[0].links)


def test_a_stop_keeps_the_pairs_that_are_done(pieces: list[Piece], encoder: Encoder) -> None:
    documents = [pasted(piece.text) for piece in pieces]
    stopped = analyse(documents, progress=Stopping("Comparing words", 0.9), encoder=encoder)
    assert not stopped.complete
    assert PAIRS / 3 < len(stopped.pairs) < PAIRS * 2 / 3
    assert len(stopped.ledgers) == COUNT


@pytest.mark.parametrize("stage", ["Finding articles that are alike", "Reading the sentences’ meaning"])
def test_a_stop_is_heeded_while_candidates_are_found_and_read(stage: str, pieces: list[Piece], tmp_path: Path) -> None:
    progress = Stopping(stage, 0.13)
    with pytest.raises(Cancelled):
        analyse([pasted(piece.text) for piece in pieces], progress=progress, encoder=default_encoder(tmp_path))
    shares = [done for _, done in progress.told]
    assert shares == sorted(shares)
