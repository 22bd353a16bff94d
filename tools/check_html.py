"""Look at the HTML report as a browser shows it: accessible, quiet on the console, and asking nobody for anything.

    make check-html AXE=package/axe.min.js
    .venv/bin/python -m tools.check_html --axe package/axe.min.js --pictures

Needs Chromium and axe-core (MPL-2.0), which is no part of the project. Where there is npm, this gets it:

    npm pack axe-core@4 && tar -xzf axe-core-4.*.tgz package/axe.min.js

The report on the sample case is made in each variant and opened in each look. axe-core is put into a copy of the page
only, without the page's own policy, which would forbid it; the page itself is then opened as it is. Ends with 1 where
anything is found. The pages, and with ``--pictures`` what they look like, lie in build/check-html.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path

from core import ingest
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.model import Analysis
from core.pipeline import analyse
from core.report.html import render_html
from core.report.model import build_report
from core.report.options import Marks, ReportOptions
from core.report.sources import sources_of
from seeds import paths

PLACE = Path(__file__).resolve().parents[1] / "build" / "check-html"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 120
WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
ANSWER = re.compile(r'<pre id="check-html">(.*?)</pre>', re.DOTALL)
CONSOLE = re.compile(r"CONSOLE[:(]\d+\)?\] (.*)")

# What the copy runs once it is loaded; its answer is read from the page.
SCRIPT = """
addEventListener("load", async () => {
  const lit = e => getComputedStyle(e).outlineStyle === "solid";
  let unlit = 0, words = 0;
  for (const card of [...document.querySelectorAll(".card")].slice(0, 5))
    for (const word of card.querySelectorAll(".side:first-child [data-w]")) {
      word.classList.add("hovered");
      const others = [...card.querySelectorAll(`.side:last-child [data-w="${word.dataset.w}"]`)];
      words += 1;
      unlit += others.length === 0 || !others.every(lit);
      word.classList.remove("hovered");
    }
  const found = await axe.run(document, {resultTypes: ["violations"]});
  top.postMessage(JSON.stringify({
    violations: found.violations.map(v => `${v.id} (${v.impact}): ${v.help}: `
      + v.nodes.slice(0, 3).map(n => `${n.target} ${n.failureSummary.split("\\n").at(-1).trim()}`).join("; ")
      + ` [${v.nodes.length}]`),
    passes: found.passes.length,
    requests: performance.getEntriesByType("resource").map(e => e.name),
    wide: document.documentElement.scrollWidth - innerWidth,
    look: [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches],
    words, unlit,
  }), "*");
});
"""
ANSWERING = """
addEventListener("message", message => {
  const answer = document.createElement("pre");
  answer.id = "check-html";
  answer.textContent = message.data;
  document.body.append(answer);
});
"""
NARROWEST = 500
"""No window is narrower; what is to be, is shown in a frame."""
FRAME = """<!DOCTYPE html><html lang="en"><head><title>Frame</title><script>{script}</script></head>
<body><iframe title="Page" src="{page}" style="width:{width}px;height:900px;border:0"></iframe></body></html>"""
FAULTY = """<!DOCTYPE html><html lang="en"><head><title>Faults</title></head><body><main>
<h1>Faults</h1><img src="http://127.0.0.1:9/picture.png"><p style="width:3000px">wide</p>
<script>console.error("said")</script></main></body></html>"""


@dataclass(frozen=True, slots=True)
class Look:
    """How wide the window is, and whether the surroundings are dark."""

    width: int
    dark: bool = False

    @property
    def name(self) -> str:
        """Return what people call it: ``400 dark``."""
        return f"{self.width} {'dark' if self.dark else 'light'}"


LOOKS = tuple(Look(width, dark) for width in (1600, 1000, 400, 360) for dark in (False, True))
FEWER = (Look(1280), Look(400, dark=True))
"""For what differs little from the first variant."""
PICTURED = (Look(1600), Look(1280, dark=True), Look(400))


class CheckError(Exception):
    """The check could not be made."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser without a window, with a profile of its own, cut off from every network."""

    program: str
    profile: Path

    def dom(self, page: Path, look: Look) -> tuple[str, list[str]]:
        """Return the page as it stands once all is done, and what was said on the console."""
        done = self._run(look, "--virtual-time-budget=60000", "--dump-dom", page.as_uri())
        return done.stdout, CONSOLE.findall(done.stderr)

    def picture(self, page: Path, look: Look, file: Path, height: int) -> None:
        """Write what the page looks like."""
        self._run(look, f"--window-size={look.width},{height}", f"--screenshot={file}", page.as_uri())

    def print(self, page: Path, file: Path) -> None:
        """Write the page as it comes from a printer."""
        self._run(LOOKS[0], "--no-pdf-header-footer", f"--print-to-pdf={file}", page.as_uri())

    def _run(self, look: Look, *asked: str) -> subprocess.CompletedProcess[str]:
        command = [
            self.program,
            *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={self.profile}",
            "--enable-logging=stderr",
            f"--blink-settings=preferredColorScheme={int(not look.dark)}",
            f"--window-size={look.width},1000",
            *asked,
        ]
        try:
            return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
        except (OSError, subprocess.SubprocessError) as error:
            raise CheckError(f"{self.program} could not show the page: {error}") from error


def faults(browser: Browser, page: Path, axe: str, look: Look) -> list[str]:
    """Return everything that is wrong with a page in one look."""
    text = page.read_text(encoding="utf-8")
    copy = page.with_name(f"{page.stem}-with-axe.html")
    injected = f"<script>{axe}</script><script>{SCRIPT}{ANSWERING}</script></head>"
    # A pointer cannot be moved here, so what it would do is done by a class.
    copy.write_text(POLICY.sub("", text).replace(":hover", ".hovered").replace("</head>", injected, 1), "utf-8")
    frame = page.with_name(f"{page.stem}-framed.html")
    frame.write_text(FRAME.format(script=ANSWERING, page=copy.name, width=look.width), "utf-8")
    shown, said = browser.dom(frame if look.width < NARROWEST else copy, look)
    _, said_alone = browser.dom(page, look)
    copy.unlink()
    frame.unlink()
    answer = ANSWER.search(shown)
    if answer is None:
        raise CheckError(f"{page.name} ({look.name}): axe-core gave no answer. {' '.join(said)}")
    found = json.loads(unescape(answer.group(1)))
    if found["look"] != [look.width, look.dark]:
        raise CheckError(f"The window is {found['look']} instead of {look.name}.")
    return [
        *found["violations"],
        *(f"requested: {name}" for name in found["requests"]),
        *(f"console: {line}" for line in (*said, *said_alone)),
        *([f"{found['wide']} px wider than the window"] if found["wide"] > 0 else []),
        *([f"{found['unlit']} of {found['words']} words do not light up their partners"] if found["unlit"] else []),
        *(["no words light each other up"] if "data-w" in text and not found["words"] else []),
    ]


def sample() -> Analysis:
    """Return the analysis of the sample articles."""
    return analyse([ingest.read(path) for path in paths()])


def variants(analysis: Analysis) -> Iterator[tuple[str, bytes]]:
    """Yield reports that together have everything a report can have, by their names."""
    links = [(source, link) for source in sources_of(analysis) for link in source.links]
    review = Review()
    for (source, link), verdict in zip(links, Verdict, strict=False):
        key = FindingKey.of(analysis, source.pair, link)
        review = review.judged(key, Judgement(verdict, "Ask the desk.", "Desk editor", "2026-11-21T18:50:00+00:00"))
    made = {
        "report": (ReportOptions(full_texts=True), review),
        "unjudged": (ReportOptions(), Review()),
        "greyscale": (ReportOptions(marks=Marks.UNDERLINE, anonymise=True), review),
    }
    for name, (options, judged) in made.items():
        yield name, render_html(build_report(analysis, when=WHEN, options=options, review=judged))


def main(arguments: Sequence[str] | None = None) -> int:
    """Check every variant in every look, and return 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--axe", type=Path, required=True, help="axe.min.js of axe-core 4; see above how to get it")
    parser.add_argument("--browser", default="", help="the browser to use instead of the Chromium that is found")
    parser.add_argument(
        "--pictures", action="store_true", help="also write what the report looks like, and prints like"
    )
    chosen = parser.parse_args(arguments)
    program = chosen.browser or next(filter(None, map(shutil.which, BROWSERS)), "")
    if not program:
        print("There is no Chromium here. Install it, or name a browser with --browser.")
        return 2
    if not chosen.axe.is_file():
        print(f"There is no {chosen.axe}. To get it: npm pack axe-core@4 && tar -xzf axe-core-4.*.tgz")
        return 2
    PLACE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        try:
            return check(Browser(program, Path(profile)), chosen.axe.read_text(encoding="utf-8"), chosen.pictures)
        except CheckError as error:
            print(error)
            return 2


def check(browser: Browser, axe: str, pictures: bool) -> int:  # noqa: FBT001 - a switch of the command line
    """Print what is found, and return 1 where there is anything; first see that faults are found at all."""
    known = PLACE / "faults.html"
    known.write_text(FAULTY, encoding="utf-8")
    told = " ".join(faults(browser, known, axe, Look(1280)))
    known.unlink()
    if not all(sign in told for sign in ("image-alt", "requested: http://127.0.0.1:9", "wider than", "console:")):
        raise CheckError(f"Not every fault of a faulty page was found, only: {told}")
    wrong = 0
    for number, (name, data) in enumerate(variants(sample())):
        page = PLACE / f"{name}.html"
        page.write_bytes(data)
        for look in FEWER if number else LOOKS:
            found = faults(browser, page, axe, look)
            wrong += len(found)
            print(f"{name}, {look.name}: {'; '.join(found) or 'nothing found'}", flush=True)
        if pictures:
            for look in PICTURED:
                browser.picture(page, look, PLACE / f"{name}-{look.name.replace(' ', '-')}.png", 5000)
            browser.print(page, PLACE / f"{name}-printed.pdf")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
