"""The JSON forms: every key of the schema, offsets that quote, shares that add up."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from core.ingest import pasted
from core.model import (
    AlignedWords,
    Analysis,
    Article,
    Credit,
    CreditDetail,
    CreditPlace,
    CreditStrength,
    Derivation,
    Direction,
    DirectionEvidence,
    Divergence,
    DivergenceType,
    Document,
    Engine,
    Evidence,
    Finding,
    Ledger,
    LedgerRow,
    Link,
    MatchClass,
    Mention,
    MentionKind,
    NextBest,
    Pair,
    Passage,
    Quotation,
    QuotationRow,
    QuotationStatus,
    Role,
    Scores,
    Sentence,
    SentenceKind,
    Severity,
    Side,
    Span,
    Token,
    WordMatch,
)
from core.pipeline import analyse
from core.report.analysis_json import CLASSES, analysis_to_dict, as_json, judgement_to_dict, reading_to_dict
from core.report.anonymise import anonymised, cover

SCHEMA = json.loads((files("resources") / "schema" / "cognate-analysis-1.schema.json").read_text(encoding="utf-8"))
THIRD = 1 / 3


def validator(part: str = "") -> Draft202012Validator:
    """Return a validator of the whole schema, or of one of its definitions."""
    if not part:
        return Draft202012Validator(SCHEMA)
    return Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]})


def article(name: str, text: str) -> Article:
    middle = text.index(". ") + 1
    sentences = (
        Sentence(Span(0, middle), SentenceKind.BODY, 0, 1),
        Sentence(Span(middle + 1, len(text)), SentenceKind.BODY, 1, 2),
    )
    return Article(
        id=name,
        document=Document(f"{name}.txt", "0" * 64, text, findings=(Finding("zero-width", Span(0, 1), "hidden"),)),
        title=text[:10],
        language="en",
        role=Role.UNKNOWN,
        paragraphs=(Span(0, len(text)),),
        sentences=sentences,
        tokens=(Token(0, 3, word=True), Token(middle + 1, middle + 4, word=True)),
        quotations=(Quotation(Span(middle - 4, middle + 8), speaker=Span(0, 3)),),
        mentions=(Mention(Span(0, 3), MentionKind.NAME, "the"), Mention(Span(4, 7), MentionKind.NUMBER, "2")),
    )


def scores(by_class: dict[MatchClass, float], *, largest: bool = True) -> Scores:
    return Scores(
        words=3,
        by_class=by_class,
        by_words={"verbatim": THIRD, "paraphrased": THIRD, "no_source": THIRD},
        sourced=2 * THIRD,
        longest_run_words=1,
        longest_run=Span(0, 3),
        largest_source=("a2", THIRD) if largest else None,
        derivation=Derivation.PARTIALLY,
    )


def analysis() -> Analysis:
    a = article("a1", "The mayor may resign. Nobody 𝒌nows when.")
    b = article("a2", "The mayor will resign. Everybody 𝒌nows when.")
    link = Link(
        a=(0,),
        b=(0, 1),
        pairs=((0, 0, MatchClass.CLOSE),),
        match=MatchClass.CLOSE,
        confidence=0.87654321,
        evidence=Evidence(None, 0.5, 0.4, 0.3, 2, ("mayor",), ("wording",), NextBest(1, 0.1)),
        alignment=(AlignedWords(Span(0, 3), Span(0, 3), WordMatch.SAME),),
        divergences=(Divergence(DivergenceType.MODALITY, Span(10, 13), None, Severity.HIGH, "may is not will"),),
    )
    pair = Pair(
        a="a1",
        b="a2",
        links=(link,),
        omitted=(1,),
        added=(1,),
        passages=(Passage(Span(0, 5), Span(0, 5), MatchClass.CLOSE, 0.9),),
        divergences=(Divergence(DivergenceType.OMISSION, None, Span(0, 3), Severity.LOW, "left out"),),
        direction=Direction(
            Side.A,
            (DirectionEvidence("glue", "it is later", Side.A), DirectionEvidence("none", "no matter", Side.UNKNOWN)),
        ),
        credit=Credit(
            present=True,
            spans=(Span(0, 3),),
            names=("AP",),
            covers=(0,),
            details=(CreditDetail("AP", Span(0, 3), 1, CreditPlace.IN, CreditStrength.NOTE, (0,)),),
        ),
        quotations=(
            QuotationRow(QuotationStatus.MOVED, Span(0, 3), Span(4, 9), None, Span(0, 3), "somebody else"),
            QuotationRow(QuotationStatus.NEW, Span(0, 3), None, None, None, "only here"),
        ),
    )
    thirds = {MatchClass.CLOSE: THIRD, MatchClass.VERBATIM: THIRD, MatchClass.NO_SOURCE: THIRD}
    rows = (LedgerRow(MatchClass.CLOSE, ("a2",)), LedgerRow(MatchClass.NO_SOURCE))
    return Analysis(
        articles=(a, b),
        pairs=(pair,),
        ledgers=(
            Ledger("a1", rows, scores(thirds)),
            Ledger("a2", rows, scores({MatchClass.UNCHECKED: 1.0}, largest=False)),
        ),
        subject="a1",
        engine=Engine("0.1.0", None, None, notice="The encoder is gone."),
        options={"wholly_derived": 0.9},
    )


def as_read(made: Analysis) -> Any:
    """Return the analysis as whoever reads the JSON gets it."""
    return json.loads(as_json(analysis_to_dict(made)))


def test_an_analysis_meets_the_schema_and_survives_being_written() -> None:
    told = analysis_to_dict(analysis(), 7)
    validator().validate(told)
    assert json.loads(as_json(told)) == told
    assert list(told)[:3] == ["schema", "id", "subject"]


def test_the_schema_is_no_empty_promise() -> None:
    told = analysis_to_dict(analysis())
    for key in SCHEMA["required"]:
        assert not validator().is_valid({k: v for k, v in told.items() if k != key}), key
    assert not validator().is_valid({**told, "schema": "cognate-analysis/2"})


def test_offsets_are_code_points_that_quote_their_words() -> None:
    first = as_read(analysis())["articles"][0]
    quoted = [first["text"][s["start"] : s["end"]] for s in first["sentences"]]
    assert quoted == ["The mayor may resign.", "Nobody 𝒌nows when."]


def test_a_quotation_over_two_sentences_is_told_in_both() -> None:
    first = as_read(analysis())["articles"][0]
    assert [s["quotations"] for s in first["sentences"]] == [[[17, 21]], [[22, 29]]]


def test_shares_name_every_class_and_still_add_up() -> None:
    told = as_read(analysis())["articles"][0]["scores"]
    assert list(told["by_class"]) == [m.value for m in CLASSES]
    assert sum(told["by_class"].values()) == pytest.approx(1, abs=1e-9)
    assert sum(told["by_words"].values()) == pytest.approx(1, abs=1e-9)
    assert told["sourced"] == pytest.approx(told["by_class"]["close"] + told["by_class"]["verbatim"], abs=1e-9)
    assert told["largest_source"] == {"article": "a2", "share": 0.333333}


def test_a_reason_for_neither_side_is_no_evidence() -> None:
    told = as_read(analysis())["pairs"][0]["direction"]
    assert told == {"derived": "a", "evidence": [{"kind": "glue", "why": "it is later", "for": "a"}], "note": None}


def test_quotations_and_credits_are_told_one_by_one() -> None:
    told = as_read(analysis())["pairs"][0]
    assert told["quotations"] == [
        {"status": "moved", "a": [0, 3], "b": [4, 9], "speaker_a": None, "speaker_b": [0, 3], "why": "somebody else"},
        {"status": "new", "a": [0, 3], "b": None, "speaker_a": None, "speaker_b": None, "why": "only here"},
    ]
    [detail] = told["credit"]["details"]
    assert (detail["span"], detail["paragraph"], detail["place"]) == ([0, 3], 1, "in")
    assert (detail["strength"], detail["weak"], detail["covers"]) == ("note", True, [0])


@given(st.floats(0, 1))
def test_rounding_never_moves_a_confidence_across_one_half(confidence: float) -> None:
    told = judgement_to_dict("1", MatchClass.UNRELATED, confidence, (), ())
    validator("judgement").validate(told)
    shown = told["confidence"]
    assert isinstance(shown, float)
    assert (shown >= 0.5) is (confidence >= 0.5)
    assert shown == pytest.approx(confidence, abs=1e-6)


@given(st.lists(st.floats(0.001, 1), min_size=7, max_size=7))
def test_any_shares_add_up(parts: list[float]) -> None:
    whole = sum(parts)
    made = analysis()
    by_class = {MatchClass(m): part / whole for m, part in zip(CLASSES, parts, strict=True)}
    ledgers = (Ledger("a1", made.ledgers[0].rows, scores(by_class)), made.ledgers[1])
    changed = Analysis(made.articles, made.pairs, ledgers, made.subject, made.engine)
    told = as_read(changed)["articles"][0]["scores"]["by_class"]
    assert sum(told.values()) == pytest.approx(1, abs=1e-9)
    assert all(told[m.value] == pytest.approx(share, abs=1.1e-6) for m, share in by_class.items())


def test_a_reading_meets_the_schema() -> None:
    made = analysis().articles[0]
    told = reading_to_dict(made, ((Span(4, 9), "Associated Press"),))
    validator("reading").validate(told)
    assert told["names"] == [{"start": 0, "end": 3, "value": "the"}]
    assert told["numbers"] == [{"start": 4, "end": 7, "value": "2"}]
    assert told["dates"] == []
    assert told["credits"] == [{"start": 4, "end": 9, "name": "Associated Press"}]
    assert told["quotations"] == [{"start": 17, "end": 29, "speaker": [0, 3], "cue": None}]


def test_what_a_file_says_of_itself_is_told_and_withheld_from_others() -> None:
    analysis = analyse(
        [pasted("The harbour closes at noon. Gulls returned to the pier."), pasted("Bakers met in a hall.")]
    )
    first = analysis.articles[0]
    says = replace(
        first.document,
        path="/in/mail.eml",
        format="eml",
        encoding="cp1250",
        encoding_chosen=True,
        author="Ana Ruiz",
        outlet="The Daily Harbour",
        published="2026-01-02",
        made="2025-12-30",
        address="https://d.example/1",
        language="pl",
        notices=("Two pictures of Ana Ruiz are left out.",),
        attachments=("/in/mail.eml/secret.pdf",),
    )
    said = replace(analysis, articles=(replace(first, document=says), *analysis.articles[1:]))
    told = analysis_to_dict(said)
    validator().validate(json.loads(as_json(told)))
    keys = ("author", "outlet", "published", "made", "address", "language_claimed", "encoding_chosen", "attachments")
    article = told["articles"][0]  # type: ignore[index]
    assert [article[key] for key in keys] == [
        "Ana Ruiz",
        "The Daily Harbour",
        "2026-01-02",
        "2025-12-30",
        "https://d.example/1",
        "pl",
        True,
        ["/in/mail.eml/secret.pdf"],
    ]
    read = reading_to_dict(replace(first, document=says), ())
    assert {key: read[key] for key in keys} == {key: article[key] for key in keys}
    hidden = as_json(analysis_to_dict(anonymised(said, cover(said))))
    for secret in ("Ana Ruiz", "Daily Harbour", "d.example", "secret.pdf", "mail.eml", "2026-01-02", "2025-12-30"):
        assert secret not in hidden
