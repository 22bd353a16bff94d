"""The command line: which command, with what, and the exit code.

0 done; 1 some input failed, told on standard error; 2 wrong usage; 130 stopped with Ctrl-C; 141 nobody reads the
output any more. A command's module is loaded only when it is asked for, so that help is quick.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields
from importlib import import_module
from pathlib import Path

from core import __version__
from core.commands import desktop
from core.commands.excluding import add_exclusions
from core.commands.terminal import tell
from core.errors import CognateError, UsageError
from core.faults import tell_faults_shortly
from core.options import Options
from core.progress import Cancelled

_STOPPED, _UNHEARD = 130, 141
_READ_ARTICLES = "--read-articles"
"""For a packaged program only, which starts itself with it to read files in a process apart."""

_ABOUT = "Shows which sentences of an article were taken from where, and what changed on the way."
_EXAMPLES = """\
commands:
  cognate [FILE ...]              open the desktop, with these articles
  cognate compare A B [C ...]     compare every pair of articles
  cognate batch PAIRS             compare many pairs, one JSON line each
  cognate judge PAIRS.jsonl       judge pairs of single sentences, one JSON line each
  cognate inspect FILE ...        show how articles are read
  cognate report CASE             export again from a saved case

examples:
  cognate draft.txt wire.txt
  cognate compare draft.txt wire.txt --pdf report.pdf
  cognate compare *.txt --subject draft.txt --json - | jq .pairs

“cognate COMMAND --help” tells more. Nothing leaves this computer.
"""
_COMPARE = """\
With two articles the first is the one under examination; with more, --subject, else the one with the largest
sourced share. Several formats may be named at once. “-” writes one of them to standard output, but for --csv, which
writes three files into a folder. Without an export a summary is printed.

examples:
  cognate compare draft.txt wire.txt
  cognate compare draft.txt wire.txt --pdf report.pdf --docx report.docx --csv tables --json analysis.json
  cognate compare a.txt b.txt c.txt --subject c.txt --set wholly_derived=0.8
  cognate compare draft.txt wire.txt --exclude quotations,names --licensed wire.txt
  cognate compare draft.txt wire.txt --case draft.cognate

settings for --set:
"""
_BATCH = """\
PAIRS is a .tsv (path, tab, path; the id is the line's number) or a .jsonl with one object a line:
{"id": 1, "a": "draft.txt", "b": {"text": "Pasted wording."}}
Lines come in the order of PAIRS; a pair that fails gives {"id", "error"} and the run goes on.

examples:
  cognate batch pairs.tsv --jsonl results.jsonl --jobs 4
  cognate batch pairs.jsonl | jq -c '[.id, .articles[0].scores.sourced]'
"""
_JUDGE = """\
Each line of PAIRS.jsonl holds two sentences: {"id": 1, "a": {"text": "…"}, "b": {"text": "…"}}
The confidence is the probability that A was made from B.

examples:
  cognate judge sentences.jsonl --jsonl judged.jsonl
"""
_INSPECT = """\
examples:
  cognate inspect draft.txt
  cognate inspect *.txt --json -
"""
_REPORT = """\
The articles are not compared again; verdicts and notes are in the report, and it has the parts and the form that were
chosen for the case. The tables and the JSON hold the whole case whatever parts the report has. Anonymised, every format
has letters and numbers for titles, files and the names of authors and outlets, in the articles’ texts too; people that
the news is about keep their names. Several formats may be named at once. “-” writes one of them to standard output, but
for --csv, which writes three files into a folder. Without an export a summary is printed.

examples:
  cognate report draft.cognate --pdf report.pdf
  cognate report draft.cognate --html report.html --csv tables
  cognate report draft.cognate --json - | jq .pairs
  cognate report draft.cognate --pdf grey.pdf --marks underline --full-texts
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _write_utf8()
    tell_faults_shortly()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has gone, as with “| head”. Python must not stumble over it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _UNHEARD
    except (KeyboardInterrupt, Cancelled):
        return _STOPPED
    except UsageError as error:
        tell(error)
        return 2
    except CognateError as error:
        tell(error)
        return 1
    except OSError as error:
        tell(f"The system refused: {error.strerror or error}.")
        return 1
    return code


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command; the empty name is the desktop's."""
    desk = _parser("", _ABOUT, _EXAMPLES)
    desk.usage = "cognate [FILE ...] | cognate COMMAND ..."
    desk.add_argument("--version", action="version", version=f"cognate {__version__}")
    desk.add_argument("files", nargs="*", metavar="FILE", help="an article to open in the desktop")

    settings = "".join(f"  {f.name} = {f.default:g}\n      {f.metadata['why']}\n" for f in fields(Options))
    compare = _parser("compare", "Compare every pair of articles.", _COMPARE + settings)
    compare.add_argument(
        "files", nargs="*", metavar="FILE", help="an article, or a folder or a ZIP archive of articles"
    )
    compare.add_argument("--subject", metavar="FILE", help="the article under examination")
    compare.add_argument(
        "--licensed", metavar="FILE", action="append", default=[], help="its reuse was agreed; may be repeated"
    )
    compare.add_argument("--title", metavar="TEXT", default="", help="the name of the case, for the report")
    _add_exports(compare)
    compare.add_argument("--case", metavar="FILE", help="write a case, for the desktop and for “cognate report”")

    batch = _parser("batch", "Compare many pairs of articles.", _BATCH)
    batch.add_argument("pairs", metavar="PAIRS", help="a .tsv or .jsonl file of pairs")
    batch.add_argument("--jsonl", metavar="FILE", help="write here, not to standard output")
    batch.add_argument("--jobs", metavar="N", type=int, default=1, help="how many processes (default: 1)")

    judge = _parser("judge", "Judge pairs of sentences.", _JUDGE)
    judge.add_argument("pairs", metavar="PAIRS.jsonl", help="a file of pairs of sentences")
    judge.add_argument("--jsonl", metavar="FILE", help="write here, not to standard output")

    inspect = _parser("inspect", "Show how articles are read.", _INSPECT)
    inspect.add_argument(
        "files", nargs="*", metavar="FILE", help="an article, or a folder or a ZIP archive of articles"
    )
    inspect.add_argument("--json", metavar="FILE", help="write everything as JSON")

    report = _parser("report", "Export again from a saved case.", _REPORT)
    report.add_argument("case", metavar="CASE", help="a .cognate file")
    report.add_argument("--title", metavar="TEXT", default="", help="the name of the case, for the report")
    _add_exports(report)
    _add_choices(report)

    for command in (compare, batch, judge, inspect):
        command.add_argument("--timings", action="store_true", help="tell on standard error what each stage took")
    for command in (compare, batch, judge):
        command.add_argument(
            "--set", metavar="NAME=VALUE", action="append", default=[], help="change a setting; may be repeated"
        )
        command.add_argument(
            "--model",
            metavar="FOLDER",
            help="use a sentence encoder of your own, for any language: a folder with model.onnx and tokenizer.json",
        )
    for command in (compare, batch):
        add_exclusions(command)
    named = {"compare": compare, "batch": batch, "judge": judge, "inspect": inspect, "report": report}
    return {"": desk, **named}


def _add_exports(command: argparse.ArgumentParser) -> None:
    """Give a command the formats in which findings are written."""
    command.add_argument("--pdf", metavar="FILE", help="write the report as PDF")
    command.add_argument("--html", metavar="FILE", help="write the report as one web page, which needs no network")
    command.add_argument("--docx", metavar="FILE", help="write the report for Word")
    command.add_argument("--csv", metavar="DIR", help="write tables of sentences, links and divergences into a folder")
    command.add_argument("--json", metavar="FILE", help="write the whole analysis as JSON")


def _add_choices(report: argparse.ArgumentParser) -> None:
    """Give the command what may be chosen instead of what the case has."""
    chosen = report.add_argument_group("instead of what was chosen for the case’s report")
    chosen.add_argument("--usual", action="store_true", help="begin with the usual choices, not with the case’s")
    chosen.add_argument(
        "--full-texts", action=argparse.BooleanOptionalAction, default=None, help="with or without both texts in full"
    )
    chosen.add_argument(
        "--anonymise",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="replace titles, files and the names of authors and outlets, or not; people in the news stay",
    )
    chosen.add_argument("--marks", choices=("colour", "underline"), help="how marks are told apart")
    chosen.add_argument("--page", choices=("a4", "us-letter"), help="the size of the pages")


def _run(words: list[str]) -> int:
    if words[:1] == [_READ_ARTICLES]:
        from core.ingest.apart_worker import main as read_articles  # noqa: PLC0415 - nothing else is to be loaded

        return read_articles()
    known = parsers()
    name = words[0] if words and words[0] in known else ""
    # Intermixed, so that options may stand between files.
    args = known[name].parse_intermixed_args(words[1:] if name else words)
    if not name:
        _check_command(args.files, [command for command in known if command])
        return desktop.run(args.files)
    run: Callable[[argparse.Namespace], int] = import_module(f"core.commands.{name}").run
    return run(args)


def _check_command(files: Sequence[str], commands: Sequence[str]) -> None:
    """Refuse what is more likely a misspelt command than an article."""
    first = files[0] if files else ""
    if first.isalpha() and not Path(first).exists():
        raise UsageError(f"There is no command or file “{first}”.", f"The commands are: {', '.join(commands)}.")


def _parser(command: str, about: str, more: str) -> argparse.ArgumentParser:
    """Return a parser that keeps its help's line breaks and takes no abbreviated options."""
    return argparse.ArgumentParser(
        prog=f"cognate {command}".rstrip(),
        description=about,
        epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _write_utf8() -> None:
    """Speak UTF-8 whatever the locale says; a file name that is none keeps the rest readable."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


if __name__ == "__main__":
    sys.exit(main())
