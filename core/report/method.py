"""How the analysis was made and what it cannot say: method, settings, limits. Built from the run, not from memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from itertools import combinations

from core.case.review import Review
from core.languages import comparable
from core.model import Analysis, Role
from core.options import Options, in_form
from core.report.anonymise import NOTICE
from core.report.exclusions import setting_reasons
from core.report.languages import language_notices
from core.report.options import PART_NAMES, ReportOptions
from core.report.parts import Setting
from core.report.phrases import listed, sentence, some
from core.report.sources import Source

_SMALL = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def method(analysis: Analysis) -> tuple[str, ...]:
    """Return how the sentences were compared, in paragraphs."""
    letter = analysis.letter(analysis.subject)
    others = [analysis.letter(a.id) for a in analysis.articles if a.id != analysis.subject]
    if not others:
        return ("There was no other article to compare with.",)
    encoded = analysis.engine.encoder is not None
    meaning = "by meaning (a sentence encoder that works offline), " if encoded else ""
    compared = (
        f"Each sentence of {letter} was compared with every sentence of {listed(others)} {meaning}by wording (words, "
        "rare words and runs in common) and by order. Sentences that correspond are linked; sentences that cannot be "
        "told apart are linked as a group. A match is strong, fair or weak by how far its score lies above the one it "
        "needed; that is no probability."
    )
    notice = sentence(analysis.engine.notice) if analysis.engine.notice else ""
    if not encoded and not notice:
        notice = "The sentence encoder was not used: rewording that keeps few words can go unseen."
    inside = (
        "Inside a link, words are aligned and marked. Divergences come from that alignment and from the numbers, "
        "dates, names, quotations, attributions, negations and degrees of certainty found in both texts. Links that "
        "only report the same fact never count as taken over. Boilerplate and excluded text are unchecked."
    )
    rounding = (
        "Verbatim, paraphrased, quoted, no source and unchecked are shares of all words; they are rounded so that they "
        "add up to 100% (largest remainder), as are the shares by sentence class. Figures of the same words agree."
    )
    return tuple(part for part in (compared, notice, *language_notices(analysis), inside, rounding) if part)


def choices(options: ReportOptions, review: Review) -> tuple[str, ...]:
    """Return what an editor chose that a reader must know of: verdicts, links set by hand, names, parts left out."""
    usual = ReportOptions()
    left = [name for part, name in PART_NAMES.items() if getattr(usual, part) and not getattr(options, part)]
    judged = (
        "Verdicts and notes are an editor’s, not the program’s. What is acceptable or dismissed stays in the report "
        "and in its figures."
    )
    out = sum(not linked for linked in review.set_by_hand.values())
    parts = (
        (judged, bool(review.judgements)),
        ("Links that an editor set are marked “Linked by hand”.", any(review.set_by_hand.values())),
        (f"Taken out by hand: {some(out, 'link')} that the comparison had made.", out > 0),
        (NOTICE, options.anonymise),
        (f"Left out of this report by choice: {'; '.join(name.lower() for name in left)}.", bool(left)),
    )
    return tuple(text for text, applies in parts if applies)


def settings(options: Mapping[str, object]) -> tuple[Setting, ...]:
    """Return every setting of the run with its value and, where the program knows it, its reason."""
    reasons = {f.name: str(f.metadata.get("why", "")) for f in fields(Options)}
    reasons.update(setting_reasons())
    return tuple(Setting(_option_name(name), _value(value), reasons.get(name, "")) for name, value in options.items())


def settings_digest(options: Mapping[str, object]) -> str:
    """Return eight hexadecimal digits that two runs share only with equal settings: ``7f3a-91c2``."""
    # A case of another version may hold 150.0 where a count is meant: equal settings are told as equal.
    same = {n: in_form(n, v) if isinstance(v, int | float) else v for n, v in options.items()}
    canonical = json.dumps(same, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    digest = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest[:4]}-{digest[4:8]}"


def limits(analysis: Analysis, sources: Sequence[Source]) -> tuple[str, ...]:
    """Return what no reader may conclude from this report."""
    letter = analysis.letter(analysis.subject)
    linked = [s.letter for s in sources if s.links]
    licensed = [analysis.letter(a.id) for a in analysis.articles if a.role is Role.LICENSED]
    both = f"{letter} and {linked[0]} may both" if len(linked) == 1 else "Two articles may"
    holders = f"a licence or syndication right to {linked[0]}" if len(linked) == 1 else "a licence or syndication right"
    number = len(analysis.articles)
    apart = any(not comparable(a.language, b.language) for a, b in combinations(analysis.articles, 2))
    translated = ("Translation. Articles in different languages are not compared.",) if apart else ()
    return (
        "Intent. It shows which sentences match, not why.",
        _permission(licensed) if licensed else f"Permission. {letter} may hold {holders}.",
        f"Absence of copying. “No source here” means no source among these {_SMALL.get(number, number)} files.",
        f"A common source. {both} rest on a text that is not in this case.",
        "Who wrote first. No publication times were supplied; direction rests on the texts alone.",
        "Truth. It does not check which of two differing facts is right.",
        *translated,
    )


def _permission(licensed: Sequence[str]) -> str:
    verb = "is" if len(licensed) == 1 else "are"
    return f"Permission. That {listed(licensed)} {verb} licensed was said by whoever made this case; nobody checked it."


def _option_name(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
