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
from core.report.phrases import listed, percent_text, sentence, some
from core.report.sources import Source

_MAIN = {
    "wholly_derived": (
        "Wholly derived",
        "From this share of its checked words with a source here, an article is called wholly derived.",
    ),
    "partially_derived": (
        "Partially derived",
        "From this share it is called partially derived; below it, not derived.",
    ),
    "verbatim_order": (
        "Verbatim",
        "A linked sentence is verbatim where at least this share of the words of both stands in the same order.",
    ),
    "close_order": (
        "Close",
        "It is close from this share on, or where a short one stands whole in a longer one; below, a paraphrase.",
    ),
    "quoted_run": ("Quotation", "So many words in a row in quotation marks on both sides make a quotation."),
    "quoted_share": (
        "Quoted part",
        "A sentence counts as a quotation where at least this share of the shared words is quoted on both sides.",
    ),
    "core_score": (
        "Link",
        "The score from which sentences are linked where more is shared: meaning and words, and half the wording.",
    ),
    "lone_score": ("Link on its own", "The same in articles that share nothing else."),
    "same_fact_score": ("Same fact", "The score from which a pair that is not linked is shown as the same fact."),
}
"""The settings that decide what a report says, what they are called in it, and what they decide."""
_SHARES = frozenset({"wholly_derived", "partially_derived", "verbatim_order", "close_order", "quoted_share"})
_UNITS = {"quoted_run": " words"}
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
        "only report the same fact never count as taken over. Boilerplate, lines that only give a date, place or "
        "outlet, and excluded text are unchecked."
    )
    rounding = (
        "There are two counts, and each adds up to 100% (rounded by largest remainder). By words, a word stands in a "
        "run of four or more that both articles have, in quotation marks on both sides, or elsewhere in a linked "
        "sentence. By class, all words of a sentence count as verbatim, close, paraphrase or quotation, as the "
        "sentence does: one with a few words changed is close and still has long runs."
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
    """Return the settings that the findings turn on, in plain words, then any that was not as usual with its reason.

    All of them are in the data of the analysis and in the digest; a table of them told readers nothing.
    """
    usual = Options().as_dict()
    reasons = {f.name: str(f.metadata.get("why", "")) for f in fields(Options)} | dict(setting_reasons())
    main = [(name, *_MAIN[name]) for name in _MAIN if name in options]
    other = [(n, _option_name(n), reasons.get(n, "")) for n in options if n not in _MAIN and options[n] != usual.get(n)]
    told = [Setting(called, _told_value(name, options[name]), why) for name, called, why in (*main, *other)]
    left = len(options) - len(told)
    if not left:
        return tuple(told)
    # What an exclusion or a change by hand is, is listed above by name.
    rest = f"The other {some(left, 'setting')} had their usual values; the data file (JSON) has all of them."
    return (*told, Setting("All others", "as usual", rest))


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
        _who_wrote_first(sources),
        "Truth. It does not check which of two differing facts is right.",
        *translated,
    )


def _who_wrote_first(sources: Sequence[Source]) -> str:
    dated = any(e.kind == "published" for s in sources for e in s.pair.direction.evidence)
    days = " and on the days that they give as their own, which were not checked" if dated else ""
    return f"Who wrote first. No publication times were supplied; direction rests on the texts alone{days}."


def _permission(licensed: Sequence[str]) -> str:
    verb = "is" if len(licensed) == 1 else "are"
    return f"Permission. That {listed(licensed)} {verb} licensed was said by whoever made this case; nobody checked it."


def _option_name(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _told_value(name: str, value: object) -> str:
    """Return a value as people read it: a share in percent, a figure with its unit."""
    if isinstance(value, int | float) and name in _SHARES:
        return percent_text(value, of_steps=(value,))
    return f"{_value(value)}{_UNITS.get(name, '')}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
