"""The manual page and the completions of shells, made from the command line's own parsers: they say the same."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.cli import parsers

_COMMANDS_FIRST = "commands:"
_SETTINGS = "settings for --set:"
_FOLDERS, _FILES = ("DIR", "FOLDER"), ("FILE", "PAIRS", "PAIRS.jsonl", "CASE", "DIR", "FOLDER")


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a command: its names, what it takes (nothing for a switch) and what it does."""

    names: tuple[str, ...]
    takes: str
    choices: tuple[str, ...]
    about: str


def options_of(parser: argparse.ArgumentParser) -> tuple[Option, ...]:
    """Return a parser's options, without ``--help``, which every command has."""
    return tuple(_options(parser))


def manual(version: str, day: str) -> str:
    """Return the manual page in roff; ``day`` as 2026-11-26."""
    known = parsers()
    desk = known.pop("")
    lines = [
        f'.TH COGNATE 1 {day} "Cognate {version}" "User Commands"',
        ".SH NAME",
        "cognate \\- show which sentences of an article were taken from where",
        ".SH SYNOPSIS",
        ".B cognate",
        ".RI [ FILE \\ ...]",
    ]
    for name in known:
        lines += [".br", f".B cognate {name}", ".RI ..."]
    lines += [".SH DESCRIPTION", *_paragraphs(desk.description or "")]
    lines += [
        ".PP",
        "Without a command the desktop is opened, with the articles or the case that are named.",
        "Where it is open already, its window takes them.",
        ".SH OPTIONS",
    ]
    lines += [line for option in options_of(desk) for line in (".TP", _text_of(option), _text(option.about))]
    lines += [".TP", "\\fB\\-\\-help\\fR", "show help; every command has its own", ".SH COMMANDS"]
    for name, parser in known.items():
        about, _, examples = (parser.epilog or "").partition("examples:\n")
        examples, _, settings = examples.partition(_SETTINGS)
        lines += [".SS " + _text(f"cognate {name}"), *_paragraphs(parser.description or ""), *_paragraphs(about)]
        for option in options_of(parser):
            lines += [".TP", _text_of(option), _text(option.about)]
        if examples.strip():
            lines += [
                ".PP",
                "Examples:",
                ".PP",
                ".EX",
                *(_text(line) for line in examples.strip("\n").split("\n")),
                ".EE",
            ]
        if settings.strip():
            lines += [".PP", _text("Settings for --set:"), *_settings(settings)]
    lines += [
        ".SH EXIT STATUS",
        *_terms(
            ("0", "done"),
            ("1", "some input failed, which is told on standard error"),
            ("2", "wrong usage, or no display for the desktop"),
            ("130", "stopped with Ctrl-C"),
            ("141", "nobody reads the output any more"),
        ),
        ".SH ENVIRONMENT",
        *_terms(("COGNATE_CACHE", "the folder for vectors of sentences instead of the usual one")),
        ".SH NOTES",
        "Nothing leaves this computer.",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def bash() -> str:
    """Return the completion for bash."""
    known = parsers()
    cases = []
    for name, parser in known.items():
        options = options_of(parser)
        words = " ".join(n for o in options for n in o.names)
        after = [f"      {'|'.join(o.names)}) {_bash_value(o)}; return ;;" for o in options if o.takes or o.choices]
        cases += [
            f"    {name or '*'})",
            *(['      case "$previous" in', *after, "      esac"] if after else []),
            "      [[ $current == -* ]] && " + _filled(f'-W "{words} --help"') + " && return",
            "      ;;",
        ]
    # The desktop's own case is the one for everything else, so it comes last.
    first = cases.index("    *)")
    length = next(i for i in range(first, len(cases)) if cases[i] == "      ;;") + 1 - first
    cases = cases[:first] + cases[first + length :] + cases[first : first + length]
    commands = " ".join(name for name in known if name)
    return "\n".join(
        [
            "# bash completion for cognate",
            "_cognate() {",
            "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}",
            "  compopt -o filenames",
            '  case "${COMP_WORDS[1]}" in',
            *cases,
            "  esac",
            "  " + _filled("-f"),
            "  if [[ $COMP_CWORD -eq 1 ]]; then",
            "    " + _filled(f'-W "{commands}"').replace("-t", '-t -O "${#COMPREPLY[@]}"', 1),
            "  fi",
            "}",
            "complete -F _cognate cognate",
            "",
        ]
    )


def zsh() -> str:
    """Return the completion for zsh."""
    known = parsers()
    lines = ["#compdef cognate", "", "local -a commands", "commands=("]
    lines += [f"  '{name}:{_zsh(p.description or '')}'" for name, p in known.items() if name]
    lines += [
        ")",
        "if (( CURRENT == 2 )); then",
        "  _describe command commands",
        "  _arguments '--version[show the version]' '--help[show help]'",
        "  _files",
        "  return",
        "fi",
        "case $words[2] in",
    ]
    for name, parser in known.items():
        if name:
            lines += [f"  {name})", "    shift words; (( CURRENT-- ))", "    _arguments '--help[show help]' \\"]
            lines += [f"      {spec} \\" for option in options_of(parser) for spec in _zsh_specs(option)]
            lines += ["      '*:file:_files'", "    ;;"]
    return "\n".join([*lines, "  *) _files ;;", "esac", ""])


def fish() -> str:
    """Return the completion for fish."""
    known = parsers()
    names = " ".join(name for name in known if name)
    lines = ["# fish completion for cognate"]
    for name, parser in known.items():
        when = f"__fish_seen_subcommand_from {name}" if name else f"not __fish_seen_subcommand_from {names}"
        if name:
            about = _quoted(parser.description or "")
            lines.append(f"complete -c cognate -n __fish_is_first_arg -a {name} -d {about}")
        for option in options_of(parser):
            long = " ".join(f"-l {n.removeprefix('--')}" for n in option.names)
            takes = " -x -a " + _quoted(" ".join(option.choices)) if option.choices else " -r" if option.takes else ""
            lines.append(f"complete -c cognate -n {_quoted(when)} {long}{takes} -d {_quoted(option.about)}")
    return "\n".join([*lines, ""])


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask
        if action.option_strings and "--help" not in action.option_strings:
            takes = "" if action.nargs == 0 else str(action.metavar or "").upper() or action.dest.upper()
            choices = tuple(str(choice) for choice in action.choices or ())
            about = (action.help or "").replace("%%", "%")
            yield Option(tuple(action.option_strings), "" if action.nargs == 0 else takes, choices, about)


def _text(words: str) -> str:
    """Return words as roff that means nothing but them."""
    safe = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


def _text_of(option: Option) -> str:
    taken = "|".join(option.choices) or option.takes
    return ", ".join(f"\\fB{_text(name)}\\fR" for name in option.names) + (f" \\fI{_text(taken)}\\fR" if taken else "")


def _paragraphs(words: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", words.strip()):
        if block.strip() and not block.startswith(_COMMANDS_FIRST):
            yield ".PP"
            yield from (_text(line.strip()) for line in block.strip().split("\n"))


def _terms(*pairs: tuple[str, str]) -> Iterator[str]:
    for term, about in pairs:
        yield from (".TP", f"\\fB{_text(term)}\\fR", _text(about))


def _settings(words: str) -> Iterator[str]:
    for line in words.strip("\n").split("\n"):
        if line.startswith("      "):
            yield _text(line.strip())
        else:
            yield from (".TP", f"\\fB{_text(line.strip())}\\fR")


def _bash_value(option: Option) -> str:
    if option.choices:
        return _filled(f'-W "{" ".join(option.choices)}"')
    if option.takes in _FOLDERS:
        return _filled("-d")
    return _filled("-f") if option.takes in _FILES else "COMPREPLY=()"


def _filled(what: str) -> str:
    """Return how bash offers words or files, one a line: a name may hold spaces."""
    return f'mapfile -t COMPREPLY < <(compgen {what} -- "$current")'


def _zsh(words: str) -> str:
    return re.sub(r"([\[\]:'])", lambda found: {"'": "’"}.get(found[0], "\\" + found[0]), words)


def _zsh_specs(option: Option) -> Iterable[str]:
    value = ""
    if option.choices:
        value = f":value:({' '.join(option.choices)})"
    elif option.takes:
        finds = "_files -/" if option.takes in _FOLDERS else "_files" if option.takes in _FILES else ""
        value = f":{option.takes.lower().replace('=', ' ')}:{finds}"
    for name in option.names:
        yield f"'{name}[{_zsh(option.about)}]{value}'"


def _quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"
