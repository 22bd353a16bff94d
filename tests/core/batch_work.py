"""Work for the processes of a batch, in a module that they can import."""

from __future__ import annotations

import os
import time

from core.commands.answer import Answer, Line
from core.commands.batch import PROCESS_THREADS
from core.commands.worker import own_tools

DEADLY = "deadly"
ENDLESS = "endless"


def echo(line: Line) -> Answer:
    """Answer with the line's id; early ones take longer, so that order is not given for free."""
    sum(range(400_000 if str(line.id) in ("1", "5", "9") else 1))
    return Answer(str(line.id))


def has_encoder(line: Line) -> Answer:
    """Answer whether the process was born with the encoder loaded; a failure where it was not."""
    encoder, _ = own_tools(PROCESS_THREADS)
    return Answer(str(line.id), failed="_session" not in vars(encoder))


def sometimes_endless(line: Line) -> Answer:
    """Work for an hour on one line."""
    time.sleep(3600 if line.id == ENDLESS else 0)
    return Answer(str(line.id))


def sometimes_dies(line: Line) -> Answer:
    """End the process without a word on one line."""
    if line.id == DEADLY:
        os._exit(9)
    return Answer(str(line.id))
