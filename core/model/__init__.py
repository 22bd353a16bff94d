"""Frozen values that travel through the pipeline.

Rules: imports nothing else of Cognate; holds no behaviour that reaches out (files, network, encoder).
Every offset is in Unicode code points, half-open ``[start, end)``, and into the owning article's ``text`` unless said
otherwise.
Sentence indices are 0-based; what people see is 1-based (:func:`sentence_label`).
"""

from __future__ import annotations

from core.model.analysis import (
    Analysis,
    Engine,
    Pair,
)
from core.model.ledger import (
    Derivation,
    Excluded,
    ExcludedAs,
    Exclusions,
    Ledger,
    LedgerRow,
    Scores,
)
from core.model.links import (
    BY_HAND,
    DERIVED,
    AlignedWords,
    Divergence,
    DivergenceType,
    Evidence,
    Link,
    MatchClass,
    NextBest,
    Passage,
    Severity,
    WordMatch,
)
from core.model.origin import (
    Credit,
    CreditDetail,
    CreditPlace,
    CreditStrength,
    Direction,
    DirectionEvidence,
    QuotationRow,
    QuotationStatus,
    Side,
)
from core.model.text import (
    Article,
    Document,
    Finding,
    Mention,
    MentionKind,
    Quotation,
    Role,
    Sentence,
    SentenceKind,
    Span,
    Token,
    article_letter,
    sentence_label,
)

__all__ = [
    "BY_HAND",
    "DERIVED",
    "AlignedWords",
    "Analysis",
    "Article",
    "Credit",
    "CreditDetail",
    "CreditPlace",
    "CreditStrength",
    "Derivation",
    "Direction",
    "DirectionEvidence",
    "Divergence",
    "DivergenceType",
    "Document",
    "Engine",
    "Evidence",
    "Excluded",
    "ExcludedAs",
    "Exclusions",
    "Finding",
    "Ledger",
    "LedgerRow",
    "Link",
    "MatchClass",
    "Mention",
    "MentionKind",
    "NextBest",
    "Pair",
    "Passage",
    "Quotation",
    "QuotationRow",
    "QuotationStatus",
    "Role",
    "Scores",
    "Sentence",
    "SentenceKind",
    "Severity",
    "Side",
    "Span",
    "Token",
    "WordMatch",
    "article_letter",
    "sentence_label",
]
