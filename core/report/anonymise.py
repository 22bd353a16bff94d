"""Letters and numbers instead of names: titles, files, and the outlets and authors of a case, in its texts too.

Pure: an analysis in, the same analysis with other names out, every offset moved with the wording. People that the news
is about keep their names: they are its content.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from core.case.review import Review
from core.model import Analysis, Article, CreditDetail, Direction, Divergence, Link, Pair, QuotationRow, Side, Span
from core.report.covered_places import ADDRESS, ADDRESSES, places_to_cover
from core.report.moved import Move, moved_alignment, moved_article, moved_divergence, moved_ledger
from core.report.newsroom_names import initials, listed, named_makers, names_of, outlets_of
from core.report.short_outlets import ShortOutlets, told_outlets

NOTICE = (
    "Titles, files, and the names of authors and outlets are replaced by letters and numbers, in the articles’ texts "
    "too; the SHA-256 of the files is left out. People that the news is about keep their names, and who looks for the "
    "articles’ wording may still find them."
)
WITHHELD = "withheld"
"""Said instead of a file's SHA-256, by which whoever has the file knows it."""
_SHORTEST = 3
"""Letters from which a name is looked for in notes: shorter ones turn up in any text."""
_OUTLET = "Outlet "
_TWICE = re.compile(r"\b([Aa]rticle) ([A-Z]+), “Article \2”")
_LEADING = re.compile(r"^“Article [A-Z]+”, (?=\d)")


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands for each name of a case."""

    names: Mapping[str, str]
    """What is looked for in what people wrote and in what the comparison says."""
    credited: Mapping[str, str]
    """The outlets and authors among them, and those too short to be looked for."""
    moves: Mapping[str, Move] = field(default_factory=dict)
    """By article, from its text to the one without the names."""
    short: ShortOutlets = field(default_factory=lambda: ShortOutlets({}))
    """What the outlets are called for short."""

    def text(self, text: str) -> str:
        """Return what an editor wrote with every known name covered."""
        text = ADDRESSES.sub(ADDRESS, text)
        if not self.names:
            return self.short.covered(text)
        called = {" ".join(name.split()).casefold(): what for name, what in self.names.items()}
        wanted = "|".join(r"\s+".join(map(re.escape, n.split())) for n in sorted(self.names, key=len, reverse=True))
        text = re.sub(
            rf"(?<!\w)(?:{wanted})(?!\w)",
            lambda found: called.get(" ".join(found.group().split()).casefold(), WITHHELD),
            text,
            flags=re.IGNORECASE,
        )
        return self.short.covered(text)


def tidied(sentence: str) -> str:
    """Return a sentence on an anonymised analysis without the titles that only repeat the letter."""
    return _LEADING.sub("", _TWICE.sub(r"\1 \2", sentence))


def cover(analysis: Analysis, authors: Sequence[str] = (), outlets: Sequence[str] = ()) -> Cover:
    """Return what is to stand for the names of a case, and for the authors and outlets that people said it has."""
    names: dict[str, str] = {}
    for article in analysis.articles:
        called = f"Article {analysis.letter(article.id)}"
        path = PurePath(article.document.path)
        for name in (article.title, article.document.title or "", path.name, path.stem):
            if len(name.strip()) >= _SHORTEST:
                names.setdefault(name.strip(), called)
    says = [article.document for article in analysis.articles]
    authors = (*authors, *(document.author for document in says if document.author))
    outlets = (*outlets, *(document.outlet for document in says if document.outlet))
    credited = _credited(analysis, listed(authors), tuple(name.strip() for name in outlets if name.strip()))
    for name, called in credited.items():
        if len(name) >= _SHORTEST or name.isupper():
            names.setdefault(name, called)
    short = _short(analysis, credited)
    moves = {
        article.id: Move.of(article.text, places)
        for article, places in zip(analysis.articles, places_to_cover(analysis, credited, short), strict=True)
    }
    return Cover(names, credited, moves, short)


def anonymised(analysis: Analysis, covered: Cover) -> Analysis:
    """Return the analysis with letters for titles, files, and the outlets and authors, in its texts too."""
    called = {a.id: f"Article {analysis.letter(a.id)}" for a in analysis.articles}
    moves = {a.id: covered.moves.get(a.id) or Move.of(a.text, ()) for a in analysis.articles}
    texts = {a.id: a for a in analysis.articles}
    return replace(
        analysis,
        articles=tuple(_article(moved_article(a, moves[a.id]), called[a.id], covered) for a in analysis.articles),
        ledgers=tuple(moved_ledger(x, moves[x.article]) for x in analysis.ledgers),
        pairs=tuple(
            _pair(
                replace(pair, direction=_direction(pair, called, covered)),
                (texts[pair.a], texts[pair.b]),
                (moves[pair.a], moves[pair.b]),
                covered,
            )
            for pair in analysis.pairs
        ),
    )


def anonymised_case(analysis: Analysis, review: Review, covered: Cover) -> tuple[Analysis, Review]:
    """Return both as data for others: notes and excluded phrases that an editor typed hold none of the names either."""
    phrases = tuple(covered.text(phrase) for phrase in analysis.exclusions.phrases)
    hidden = replace(anonymised(analysis, covered), exclusions=replace(analysis.exclusions, phrases=phrases))
    return hidden, covered_notes(review, covered)


def without_digests(analysis: Analysis) -> Analysis:
    """Return an anonymised analysis with the SHA-256 of the texts as they are now in place of the files'.

    Verdicts are found by the files' own, so this is for data that has none.
    """

    def digested(article: Article) -> Article:
        sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        return replace(article, document=replace(article.document, sha256=sha256))

    return replace(analysis, articles=tuple(map(digested, analysis.articles)))


def covered_notes(review: Review, covered: Cover) -> Review:
    """Return the review with every known name in its notes covered."""
    notes = {key: replace(j, note=covered.text(j.note)) for key, j in review.judgements.items()}
    return replace(review, judgements=notes)


def _credited(analysis: Analysis, authors: Sequence[str], newsrooms: Sequence[str]) -> dict[str, str]:
    """Return what stands for each author and outlet of the case: one number for all that one is called."""
    made = [named for article in analysis.articles for named in named_makers(article)]
    people: dict[str, str] = {}
    found: dict[str, str] = {}
    for name in (*(n.name for n in made if n.sure and not n.outlet), *authors):
        found[name] = people.setdefault(name.casefold(), f"Author {len(people) + 1}")
    known = [n.name for n in made if n.outlet]
    known += [name for article in analysis.articles for name in outlets_of(analysis, article)]
    outlets: dict[str, str] = {}
    # Full names first, so that what one is called for short gets its number.
    for name in sorted(dict.fromkeys((*known, *newsrooms)), key=lambda n: not initials(n)):
        if name.casefold() in people:
            found[name] = people[name.casefold()]
            continue
        forms = names_of(name)
        called = next((outlets[form.casefold()] for form in forms if form.casefold() in outlets), "")
        called = called or f"{_OUTLET}{len(set(outlets.values())) + 1}"
        for form in (name, *forms):
            outlets.setdefault(form.casefold(), called)
            found.setdefault(form, called)
    return found


def _short(analysis: Analysis, credited: Mapping[str, str]) -> ShortOutlets:
    """Return what the outlets are called for short, those too that an article only says somebody told something."""
    called = {name: what for name, what in credited.items() if what.startswith(_OUTLET)}
    last = {name.split()[-1]: what for name, what in reversed(called.items())}
    number = len(set(called.values()))
    for name in (name for article in analysis.articles for name in told_outlets(article)):
        what = last.get(name.split()[-1])
        if what is None:
            number += 1
            what = last[name.split()[-1]] = f"{_OUTLET}{number}"
        called.setdefault(name, what)
    return ShortOutlets(called)


def _direction(pair: Pair, called: Mapping[str, str], covered: Cover) -> Direction:
    """Return the direction with its reasons told of letters; each still knows where it names the article."""
    told = []
    for reason in pair.direction.evidence:
        if reason.about is Side.UNKNOWN:
            told.append(replace(reason, why=covered.text(reason.why)))
            continue
        name = called[pair.a if reason.about is Side.A else pair.b]
        before = covered.text(reason.why[: reason.named.start])
        why = f"{before}{name}{covered.text(reason.why[reason.named.end :])}"
        told.append(replace(reason, why=why, named=Span(len(before), len(before) + len(name))))
    return replace(pair.direction, evidence=tuple(told), note=covered.text(pair.direction.note))


def _article(article: Article, called: str, covered: Cover) -> Article:
    findings = tuple(replace(f, why=covered.text(f.why)) for f in article.document.findings)
    document = replace(
        article.document,
        path=called,
        title=None,
        findings=findings,
        author=None,
        outlet=None,
        published=None,
        made=None,
        address=None,
        language=None,
        notices=tuple(map(covered.text, article.document.notices)),
        attachments=(),
    )
    return replace(article, title=called, document=document)


def _pair(pair: Pair, texts: tuple[Article, Article], moves: tuple[Move, Move], covered: Cover) -> Pair:
    a, b = moves
    credit = pair.credit

    def detail(of: CreditDetail) -> CreditDetail:
        return replace(of, name=covered.credited.get(of.name, of.name), span=a.span(of.span))

    def row(of: QuotationRow) -> QuotationRow:
        return replace(
            of,
            a=a.maybe(of.a),
            b=b.maybe(of.b),
            speaker_a=a.maybe(of.speaker_a),
            speaker_b=b.maybe(of.speaker_b),
            why=covered.text(of.why),
        )

    return replace(
        pair,
        links=tuple(_link(link, texts, moves, covered) for link in pair.links),
        passages=tuple(replace(p, a=a.span(p.a), b=b.span(p.b)) for p in pair.passages),
        divergences=_divergences(pair.divergences, moves, covered),
        credit=replace(
            credit,
            spans=tuple(a.span(span) for span in credit.spans),
            names=tuple(dict.fromkeys(covered.credited.get(n, n) for n in credit.names if n)),
            details=tuple(map(detail, credit.details)),
        ),
        quotations=tuple(map(row, pair.quotations)),
    )


def _link(link: Link, texts: tuple[Article, Article], moves: tuple[Move, Move], covered: Cover) -> Link:
    a, b = moves
    places = [(a, texts[0].sentences[i].span) for i in link.a] + [(b, texts[1].sentences[i].span) for i in link.b]
    before = " ".join(span.of(move.before) for move, span in places).casefold()
    after = " ".join(move.span(span).of(move.after) for move, span in places).casefold()
    # A word in common that only a name or a headline had would tell it.
    shared = (word for word in link.evidence.shared if word.casefold() in after or word.casefold() not in before)
    return replace(
        link,
        evidence=replace(link.evidence, shared=tuple(map(covered.text, shared))),
        alignment=moved_alignment(link.alignment, a, b),
        divergences=_divergences(link.divergences, moves, covered),
    )


def _divergences(divergences: Iterable[Divergence], moves: tuple[Move, Move], covered: Cover) -> tuple[Divergence, ...]:
    moved = (moved_divergence(divergence, *moves) for divergence in divergences)
    return tuple(replace(divergence, why=covered.text(divergence.why)) for divergence in moved)
