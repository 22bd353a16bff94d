"""What a process of ``cognate batch`` does: one pair after the other, with an encoder of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from core.commands.answer import Answer, Line, failure
from core.commands.failures import FAILURES, reason
from core.commands.pairs import Unusable
from core.model import Exclusions
from core.options import Options
from core.pipeline import analyse
from core.report.analysis_json import analysis_to_dict, as_json
from core.similarity.encoder import Encoder, default_encoder
from core.timings import Stage, Timings


@cache
def own_tools(threads: int, model: Path | None = None) -> tuple[Encoder, Timings]:
    """Return this process's encoder, made once: loading it for every pair would cost more than comparing."""
    timings = Timings()
    return default_encoder(threads=threads, timings=timings, folder=model), timings


def compare_here(
    line: Line, options: Options, exclusions: Exclusions, threads: int, model: Path | None = None
) -> Answer:
    """Return what is said of one pair, with this process's encoder."""
    tools = own_tools(threads) if model is None else own_tools(threads, model)  # made once, as the server made it
    return compare(line, options, *tools, exclusions)


def compare(
    line: Line, options: Options, encoder: Encoder, timings: Timings, exclusions: Exclusions | None = None
) -> Answer:
    """Return what is said of one pair; what is wrong with its articles becomes the answer."""
    if isinstance(line, Unusable):
        return failure(line.id, line.why)
    try:
        with timings.stage(Stage.READING):
            documents = [line.a.document(), line.b.document()]
        analysis = analyse(documents, options, encoder=encoder, subject=0, exclusions=exclusions, timings=timings)
    except FAILURES as error:
        return failure(line.id, reason(error), timings.take())
    with timings.stage(Stage.WRITING):
        text = as_json(analysis_to_dict(analysis, line.id))
    return Answer(text, seconds=timings.take(), notice=analysis.engine.notice)
