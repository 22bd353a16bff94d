"""Findings are counted alike everywhere, and what has no room in a heading is said in fewer words."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from core.model import MatchClass, Pair
from desktop.main_window import MainWindow
from desktop.models.overview_findings import findings
from desktop.theme import Theme
from desktop.widgets.shorter import ShorterText


def with_a_shared_fact(window: MainWindow) -> Pair:
    """Have the first link of the pair on screen share a fact only."""
    session = window.work.session
    analysis, pair = session.analysis, session.pair
    assert analysis is not None
    assert pair is not None
    fact = replace(pair.links[0], match=MatchClass.SAME_FACT)
    turned = replace(pair, links=(fact, *pair.links[1:]))
    session.set_analysis(replace(analysis, pairs=tuple(turned if p is pair else p for p in analysis.pairs)))
    window._refresh()
    return turned


def test_a_shared_fact_is_no_finding_but_is_on_the_way(case: MainWindow) -> None:
    pair = with_a_shared_fact(case)
    analysis = case.work.session.analysis
    assert analysis is not None
    listed = [p for p in findings(analysis).places if (p.pair_a, p.pair_b) == (pair.a, pair.b)]
    case.case.compare.go_to(0)
    assert case.top_bar._position.accessibleName() == "1 finding"
    assert case.actions_by_name["next_finding"].isEnabled()
    case.actions_by_name["next_finding"].trigger()
    assert case.top_bar._position.accessibleName() == "Finding 1 of 1"
    assert len(listed) == 1
    case.actions_by_name["previous_finding"].trigger()
    assert case.case.selected_link() == 0


def test_a_heading_says_less_or_nothing_before_it_is_cut(qtbot: QtBot, light: Theme) -> None:
    label = ShorterText(light, 12, whole=True)
    qtbot.addWidget(label)
    label.set_shorter("Strong match", "Strong")
    label.show()
    for width, said in ((200, "Strong match"), (50, "Strong"), (12, "")):
        label.resize(width, 20)
        assert label.text() == said
        assert label.accessibleName() == "Strong match"


def test_no_heading_of_a_finding_is_cut(case: MainWindow) -> None:
    strength = case.case.inspector._strength
    assert strength.text() in {strength.full(), strength.full().split()[0]}


def test_the_line_at_the_bottom_tells_all_of_what_was_just_done(qtbot: QtBot, case: MainWindow) -> None:
    case.resize(1024, 700)
    case.status.say("Undone: needs rewrite for A 10 and 24.")
    qtbot.waitUntil(lambda: case.status._statement.text() == case.status.news())
    case.status._saying.timeout.emit()
    assert case.status._statement.minimumWidth() == 0
