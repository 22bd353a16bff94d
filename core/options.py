"""Every threshold once: its default, its range and the reason for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace

from core.errors import UsageError


def _option(default: float, low: float, high: float, why: str) -> float:
    made: float = field(default=default, metadata={"low": low, "high": high, "why": why})
    return made


@dataclass(frozen=True, slots=True)
class Options:
    """The settings of one run; every one can be changed by name with ``--set NAME=VALUE``."""

    wholly_derived: float = _option(0.9, 0.5, 1.0, "Share of checked words from which an article is wholly derived.")
    partially_derived: float = _option(0.1, 0.0, 0.5, "Share of checked words below which an article is not derived.")

    core_score: float = _option(
        0.65,
        0.1,
        1.5,
        "Score (mean of the meaning of the sentences and of their words, plus half the wording) from which a pair is "
        "linked where reuse is established.",
    )
    lone_score: float = _option(
        1.35, 0.5, 1.5, "Score from which a pair is linked with no other sign of reuse: near verbatim only."
    )
    context_bonus: float = _option(
        0.15, 0.0, 0.5, "What linked neighbours in the same order take off the score needed."
    )
    reuse_score: float = _option(
        0.6, 0.3, 1.5, "Score above which a pair speaks for reuse of the whole article, wherever it stands."
    )
    reuse_document: float = _option(
        0.18,
        0.01,
        5,
        "Sum of the scores above it that establishes reuse, per sentence of the shorter article (to .75).",
    )
    block_score: float = _option(
        0.75, 0.3, 1.5, "Score above which a pair speaks for reuse of its block: neighbouring sentences on both sides."
    )
    reuse_block: float = _option(0.8, 0.1, 10, "Sum of the scores above it that establishes reuse of a block.")
    same_event: float = _option(
        0.4, 0.0, 1.0, "Background score of two reports of one event; further apart, a pair needs less to stand out."
    )
    most_apart: float = _option(0.2, 0.0, 0.5, "The most that the thresholds are lowered for it.")
    same_fact_score: float = _option(0.68, 0.3, 1.5, "Score from which an unlinked pair is shown as the same fact.")
    grow_near: float = _option(
        0.4, 0.1, 5, "New ground (unique words explained) for a further sentence next to a linked one."
    )
    grow_far: float = _option(0.75, 0.1, 5, "The same for a sentence one further off.")
    grow_away: float = _option(1.2, 0.1, 9, "The same for a sentence anywhere else.")
    grow_merge: float = _option(1.0, 0.1, 5, "The same where both sentences are linked already.")
    grow_fresh: float = _option(0.7, 0.1, 5, "The same where neither is linked yet but their neighbours are.")
    same_likeness: float = _option(
        0.024, 0.0, 1.0, "Mean likeness of their sentences from which two articles may be on one topic."
    )
    same_vocabulary: float = _option(
        0.26, 0.0, 1.0, "Vocabulary in common, names thrice, that it takes too; below either only regions count."
    )
    seed_dice: float = _option(0.27, 0.05, 0.9, "Stems in common (Dice) of two units that seed a region.")
    seed_cosine: float = _option(0.22, 0.05, 0.9, "The same as a cosine weighted by rarity.")
    all_pairs: float = _option(
        20,
        2,
        1000,
        "Articles up to which every pair is aligned; of more, those that may have anything in common (20: 190 pairs).",
    )
    region_gap: float = _option(4, 0, 20, "Sentences that may lie between the seeds of a region on either side.")
    region_likeness: float = _option(0.35, 0.05, 0.9, "Cosine of both sides’ words that a region needs as a whole.")
    region_score: float = _option(
        8, 0, 100, "Log-likelihood ratio that a region needs where the articles share no topic."
    )
    summary_score: float = _option(
        20, 3, 100, "The same, where they do not, for a stretch that sums up the other article as a whole."
    )
    passage_length: float = _option(
        150, 1, 2000, "Characters from which a passage counts between articles that are otherwise apart."
    )
    quoted_run: float = _option(4, 2, 20, "Words in a row inside quotation marks on both sides that make a quotation.")
    quoted_share: float = _option(
        0.35, 0.1, 1.0, "Share of the words in common that must be quoted on both sides for the class quotation."
    )
    verbatim_order: float = _option(
        0.95, 0.7, 1.0, "Words kept in order (share of both) from which a pair is verbatim."
    )
    close_order: float = _option(0.5, 0.2, 0.9, "Words kept in order (share of both) from which a pair is close.")
    close_inside: float = _option(
        0.85, 0.5, 1.0, "The same as a share of the shorter sentence: it was taken whole into a longer one."
    )
    judge_score: float = _option(
        0.29, 0.0, 1.0, "Likeness at which one sentence pair out of context is as likely derived as not."
    )
    judge_softness: float = _option(0.09, 0.02, 1.0, "Likeness per unit of log-odds around it.")
    passage_gap: float = _option(2, 0, 10, "Unlinked sentences that a passage may step over on either side.")

    @property
    def least_score(self) -> float:
        """Return the score below which no pair is looked at: not even reuse and neighbours together would link it.

        So it is the floor of weak links too, those that were looked at and not accepted.
        """
        return self.core_score - self.context_bonus

    def __post_init__(self) -> None:
        for f in fields(self):
            value = in_form(f.name, getattr(self, f.name))
            object.__setattr__(self, f.name, value)
            low, high = f.metadata["low"], f.metadata["high"]
            if not low <= value <= high:
                raise UsageError(f"{f.name} must lie between {low:g} and {high:g}, not {value:g}.")

    @classmethod
    def from_settings(cls, settings: dict[str, str]) -> Options:
        """Return the defaults with some values changed by name; raises :class:`UsageError` on a bad one."""
        known = {f.name for f in fields(cls)}
        values: dict[str, float] = {}
        for name, raw in settings.items():
            if name not in known:
                raise UsageError(f"There is no option “{name}”.", "The options are: " + ", ".join(sorted(known)) + ".")
            try:
                values[name] = float(raw)
            except ValueError:
                raise UsageError(f"“{raw}” is not a number, which {name} needs.") from None
        return replace(cls(), **values)

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Options:
        """Return the options that an analysis was made with; names of another version are left aside."""
        known = {f.name for f in fields(cls)}
        return replace(cls(), **{n: float(v) for n, v in values.items() if n in known and isinstance(v, int | float)})

    @classmethod
    def from_saved(cls, saved: Mapping[str, object]) -> Options:
        """Return the options that a case was kept with; what this version does not know, or refuses, is the default."""
        try:
            return cls.of(saved)
        except UsageError:
            return cls()

    def as_dict(self) -> dict[str, float]:
        """Return names and values, for the report and the JSON."""
        return asdict(self)


_DEFAULTS: Mapping[str, object] = {f.name: f.default for f in fields(Options)}


def in_form(name: str, value: float) -> float:
    """Return an option's value in the form of its default: 150, not 150.0, for one that counts.

    So equal settings are the same settings wherever they were typed. What is no option keeps its value.
    """
    default = _DEFAULTS.get(name)
    if isinstance(default, float):
        return float(value)
    return int(value) if isinstance(default, int) and value == round(value) else value
