from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from core.model import Analysis, Divergence, DivergenceType, MatchClass, Pair, Role, SentenceKind, Severity
from core.model import Side as PairSide
from desktop.compare.blocks import blocks_of, folded_text, row_of
from desktop.compare.content import Choices, Namer, Shown, scene_of
from desktop.compare.geometry import Slot
from desktop.compare.ribbons import Gutter, Layer, shapes
from desktop.compare.scene import Mark, Scene, Side, pair_scene, plain_scene
from desktop.compare.wording import header_details

Story = tuple[Analysis, Pair]
NOTHING: frozenset[MatchClass] = frozenset()


def scene(story: Story, hidden: frozenset[MatchClass] = NOTHING, *, swapped: bool = False) -> Scene:
    analysis, pair = story
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    return pair_scene(pair, a, b, ("B", "A"), hidden, swapped=swapped)


def sides(shown: Scene) -> tuple[Side, Side]:
    assert shown.left is not None
    assert shown.right is not None
    return shown.left, shown.right


def test_the_source_stands_left_until_sides_are_swapped(story: Story) -> None:
    left, right = sides(scene(story))
    assert (left.article, right.article) == ("source", "review")
    left, right = sides(scene(story, swapped=True))
    assert (left.article, right.article) == ("review", "source")
    straight = {(t.left, t.right) for t in scene(story).ties}
    assert {(t.right, t.left) for t in scene(story, swapped=True).ties} == straight


def test_a_sentence_shows_its_strongest_class_and_its_links_in_the_order_of_the_other_side(cases: Any) -> None:
    a = cases.article("a", [["One one.", "Two two."]])
    b = cases.article("b", [["Eins.", "Zwei.", "Drei."]])
    links = [cases.link([0], [2], MatchClass.PARAPHRASE), cases.link([0], [0], MatchClass.CLOSE)]
    analysis, pair = cases.analysis(a, b, links)
    _, right = sides(pair_scene(pair, a, b, ("B", "A"), NOTHING))
    assert right.sentences[0].match is MatchClass.CLOSE
    assert right.sentences[0].links == (1, 0)
    assert right.sentences[1].match is MatchClass.NO_SOURCE
    _, filtered = sides(pair_scene(pair, a, b, ("B", "A"), frozenset({MatchClass.CLOSE})))
    assert (filtered.sentences[0].match, filtered.sentences[0].hidden) == (MatchClass.PARAPHRASE, False)
    assert filtered.sentences[0].links == (0,)
    assert analysis.subject == "a"


def test_pairs_inside_a_link_have_their_own_class(cases: Any) -> None:
    a = cases.article("a", [["One one."]])
    b = cases.article("b", [["Eins.", "Zwei."]])
    pairs = [(0, 0, MatchClass.QUOTATION), (0, 1, MatchClass.PARAPHRASE)]
    _, pair = cases.analysis(a, b, [cases.link([0], [0, 1], MatchClass.PARAPHRASE, pairs=pairs)])
    left, right = sides(pair_scene(pair, a, b, ("B", "A"), NOTHING))
    assert [s.match for s in left.sentences] == [MatchClass.QUOTATION, MatchClass.PARAPHRASE]
    assert right.sentences[0].match is MatchClass.PARAPHRASE


def test_a_block_is_cut_among_its_ribbons_in_the_order_of_the_other_side(story: Story) -> None:
    fan = [t for t in scene(story).ties if t.link == 1]
    assert [(t.left, t.left_slot, t.right_slot) for t in fan] == [(1, Slot(), Slot(0, 2)), (2, Slot(), Slot(1, 2))]
    line = next(t for t in scene(story).ties if t.match is MatchClass.SAME_FACT)
    ribbon = next(t for t in scene(story).ties if t.link == 5)
    assert line.right == ribbon.right
    assert ribbon.right_slot == Slot(), "a line takes no slice"


def test_scroll_anchors_increase_and_leave_the_weaker_crossing_link_out(story: Story) -> None:
    chain = scene(story).chain
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert (9, 3) in chain
    assert (8, 4) not in chain
    assert (11, 6) not in chain, "a shared fact is no anchor"


def test_links_come_in_the_order_of_the_right_article_without_the_hidden(story: Story) -> None:
    assert scene(story).order == (0, 1, 2, 3, 4, 6, 5, 7)
    assert scene(story, frozenset({MatchClass.CLOSE, MatchClass.SAME_FACT})).order == (0, 1, 4, 5)
    assert scene(story, swapped=True).order == (0, 1, 3, 2, 4, 6, 5, 7)


def test_diverging_words_are_marked_by_code_points_and_the_more_severe_wins(cases: Any) -> None:
    a = cases.article("a", [["First 🚀 line.", "He 🚀 sold brackets on Monday."]])
    b = cases.article("b", [["He sold rockets."]])
    divergences = [
        Divergence(DivergenceType.WRONG_WORD, cases.span(a, "brackets"), cases.span(b, "rockets"), Severity.HIGH, "w"),
        Divergence(DivergenceType.MODALITY, cases.span(a, "sold brackets"), None, Severity.MEDIUM, "w"),
        Divergence(DivergenceType.DATE, cases.span(a, "on Monday"), None, Severity.MEDIUM, "w"),
        Divergence(DivergenceType.NAME, cases.span(a, "He"), cases.span(b, "He"), Severity.LOW, "w"),
    ]
    _, pair = cases.analysis(a, b, [cases.link([1], [0], MatchClass.CLOSE, divergences=divergences)])
    left, right = sides(pair_scene(pair, a, b, ("B", "A"), NOTHING))
    assert right.sentences[1].marks == (Mark(10, 18, Severity.HIGH), Mark(19, 28, Severity.MEDIUM))
    assert [left.sentences[0].text[m.start : m.end] for m in left.sentences[0].marks] == ["rockets"]
    assert right.sentences[0].marks == ()
    assert [t.severity for t in pair_scene(pair, a, b, ("B", "A"), NOTHING).ties] == [Severity.HIGH]
    _, filtered = sides(pair_scene(pair, a, b, ("B", "A"), frozenset({MatchClass.CLOSE})))
    assert filtered.sentences[1].marks == ()


def test_an_icon_belongs_to_the_pair_its_words_stand_in(cases: Any) -> None:
    a = cases.article("a", [["It grew and fell."]])
    b = cases.article("b", [["It grew fast.", "It fell slowly."]])
    divergence = Divergence(DivergenceType.MODALITY, None, cases.span(b, "slowly"), Severity.MEDIUM, "w")
    _, pair = cases.analysis(a, b, [cases.link([0], [0, 1], divergences=[divergence])])
    ties = pair_scene(pair, a, b, ("B", "A"), NOTHING).ties
    assert [(t.left, t.severity) for t in ties] == [(0, None), (1, Severity.MEDIUM)]


def test_runs_of_unused_sentences_fold_but_not_what_is_kept_open(story: Story) -> None:
    left, _ = sides(scene(story))
    rows = blocks_of(left, folding=True)
    assert [(b.first, b.last) for b in rows if b.folded] == [(3, 7), (11, 15), (17, 22)]
    assert folded_text(rows[3]) == ("5 sentences not reused", "4–8")
    assert [row_of(rows, n) for n in (0, 5, 8, 23)] == [0, 3, 4, len(rows) - 1]
    assert row_of(rows, 24) == -1
    opened = blocks_of(left, folding=True, unfolded={13}, kept={20})
    assert [(b.first, b.last) for b in opened if b.folded] == [(3, 7)]
    assert len(blocks_of(left, folding=False)) == 24


def test_headlines_and_texts_of_which_nothing_was_reused_do_not_fold(cases: Any) -> None:
    kinds = dict.fromkeys(range(3), SentenceKind.HEADLINE)
    headed = cases.article("x", [["Head one.", "Head two.", "Head three.", "Rest."]], kinds=kinds)
    other = cases.article("y", [["One.", "Two.", "Three.", "Four."]])
    _, pair = cases.analysis(headed, other, [cases.link([3], [0], MatchClass.SAME_FACT)])
    for side in sides(pair_scene(pair, headed, other, ("B", "A"), NOTHING)):
        assert not any(b.folded for b in blocks_of(side, folding=True))
    _, pair = cases.analysis(headed, other, [cases.link([3], [0])])
    left, right = sides(pair_scene(pair, headed, other, ("B", "A"), NOTHING))
    assert [b.folded for b in blocks_of(left, folding=True)] == [False, True]
    assert not any(b.folded for b in blocks_of(right, folding=True))


def test_filtering_out_sentences_without_a_source_folds_every_run(story: Story) -> None:
    _, right = sides(scene(story, frozenset({MatchClass.NO_SOURCE})))
    assert [(b.first, b.last) for b in blocks_of(right, folding=True) if b.folded] == [(2, 2), (7, 18)]


def test_nothing_is_said_of_texts_before_the_analysis(cases: Any) -> None:
    shown = plain_scene(cases.article("a", [["One.", "Two."], ["Three."]]), None, ("A", "B"))
    assert shown.left is not None
    assert shown.right is None
    assert [s.match for s in shown.left.sentences] == [None] * 3
    assert [s.new_paragraph for s in shown.left.sentences] == [True, False, True]
    assert not any(b.folded for b in blocks_of(shown.left, folding=True))


def gutter(**changes: Any) -> Gutter:
    return Gutter(88, 600, ("A", "B"), **changes)


def test_ribbons_stubs_and_pills_by_what_is_in_view(story: Story) -> None:
    ties = scene(story).ties
    left = {0: (0, 50), 1: (60, 100), 2: (110, 150), 8: (900, 950), 9: (1000, 1050), 16: (-80, -20)}
    right = {0: (10, 60), 1: (70, 170), 3: (200, 260), 4: (300, 360), 6: (400, 460), 19: (2000, 2050)}
    made = shapes(ties, left.get, right.get, gutter(pill_width=lambda text: 8 * len(text)))
    assert {(b.tie.left, b.tie.right) for b in made.bands} == {(0, 0), (1, 1), (2, 1)}
    assert [(s.tie.left, s.at_left) for s in made.stubs] == [(9, False), (8, False), (16, False)]
    assert [p.label for p in made.pills] == ["A 10 ↓", "A 9 ↓", "A 17 ↑"]
    assert all(p.left >= 0 and p.left + p.width <= 88 for p in made.pills)
    second = next(b for b in made.bands if (b.tie.left, b.tie.right) == (2, 1))
    assert (second.upper.end[1], second.lower.end[1]) == (121, 169)


def test_selected_and_hovered_ribbons_are_drawn_last(story: Story) -> None:
    ties = scene(story).ties
    made = shapes(ties, lambda _: (0, 100), lambda _: (0, 100), gutter(selected=0, hovered={1}))
    layers = [b.layer for b in made.bands]
    assert layers == sorted(layers)
    assert [b.tie.link for b in made.bands][-1] == 0
    assert layers[-3:] == [Layer.HOVERED, Layer.HOVERED, Layer.SELECTED]
    assert [t.tie.match for t in made.threads] == [MatchClass.SAME_FACT]


def test_headers_say_what_is_known(story: Story) -> None:
    a, b = header_details(*story)
    assert a == "Under review · 7 of 20 sentences from A"
    assert b == "Source, likely earlier · 8 of 24 sentences reused"


@pytest.mark.parametrize(
    ("derived", "role", "expected"),
    [
        (
            PairSide.A,
            Role.UNKNOWN,
            ("Under review · 1 of 1 sentence from A", "Source, likely earlier · 1 of 1 sentence reused"),
        ),
        (
            PairSide.UNKNOWN,
            Role.UNKNOWN,
            ("Under review · 1 of 1 sentence shared with A", "Compared article · 1 of 1 sentence shared with B"),
        ),
        (
            PairSide.B,
            Role.UNKNOWN,
            (
                "Likely the source · 1 of 1 sentence shared with A",
                "Likely later · 1 of 1 sentence shared with B",
            ),
        ),
    ],
)
def test_headers_claim_an_order_only_where_there_is_one(
    cases: Any, derived: PairSide, role: Role, expected: tuple[str, str]
) -> None:
    a, b = cases.article("a", [["One."]], Role.UNKNOWN), cases.article("b", [["Uno."]], role)
    assert header_details(*cases.analysis(a, b, [cases.link([0], [0])], derived)) == expected


def test_what_people_said_an_article_is_stays_in_its_header(cases: Any) -> None:
    a, b = cases.article("a", [["One."]], Role.SOURCE), cases.article("b", [["Uno."]], Role.LICENSED)
    said = header_details(*cases.analysis(a, b, [cases.link([0], [0])], PairSide.B))
    assert said[0].startswith("Source, likely earlier · ")
    assert said[1].startswith("Licensed reprint, likely later · ")


def test_rows_have_names_for_screen_readers(cases: Any) -> None:
    a = cases.article("a", [["He sold brackets.", "Alone."]], Role.REVIEW)
    b = cases.article("b", [["He sold rockets.", "Unused.", "Unused.", "Unused."]])
    divergences = [
        Divergence(DivergenceType.WRONG_WORD, cases.span(a, "brackets"), cases.span(b, "rockets"), Severity.HIGH, "w"),
        Divergence(DivergenceType.NAME, None, cases.span(b, "He"), Severity.MEDIUM, "w"),
    ]
    analysis, pair = cases.analysis(a, b, [cases.link([0], [0], MatchClass.CLOSE, divergences=divergences)])
    what = Shown(a, b, ("B", "A"), analysis, pair)
    left, right = sides(scene_of(what, Choices()))
    rows = [Namer(what, right)(block) for block in blocks_of(right, folding=True)]
    assert rows == ["B 1, close, from A 1, wrong word: rockets to brackets, name: He left out", "B 2, no source here"]
    rows = [Namer(what, left)(block) for block in blocks_of(left, folding=True)]
    assert rows == [
        "A 1, close, reused in B 1, wrong word: rockets to brackets, name: He left out",
        "3 sentences not reused, A 2 to A 4, folded",
    ]


def test_nothing_taken_calls_nobody_a_source(cases: Any) -> None:
    a = cases.article("a", [["Rain fell.", "Alone."]], Role.REVIEW)
    b = cases.article("b", [["It rained."]], Role.UNKNOWN)
    analysis, pair = cases.analysis(a, b, [cases.link([0], [0], MatchClass.SAME_FACT)])
    assert header_details(analysis, pair) == ("Under review · nothing taken from A", "Compared article · nothing taken")


@pytest.mark.parametrize(
    ("derived", "lacks"),
    [
        (PairSide.A, ("not reused", "without a source here")),
        (PairSide.B, ("without a source here", "not reused")),
        (PairSide.UNKNOWN, ("without a match here", "without a match here")),
    ],
)
def test_folded_rows_say_what_their_side_lacks(cases: Any, derived: PairSide, lacks: tuple[str, str]) -> None:
    a, b = (cases.article(name, [["Shared."], ["One.", "Two.", "Three.", "Four."]]) for name in "ab")
    analysis, pair = cases.analysis(a, b, [cases.link([0], [0])], derived)
    what = Shown(a, b, ("B", "A"), analysis, pair)
    for side, words in zip(sides(scene_of(what, Choices())), lacks, strict=True):
        folded = blocks_of(side, folding=True)[1]
        assert folded_text(folded) == (f"4 sentences {words}", "2–5")
        assert Namer(what, side)(folded) == f"4 sentences {words}, {side.letter} 2 to {side.letter} 5, folded"


@pytest.mark.parametrize(
    ("derived", "names"),
    [
        (PairSide.B, ("A 1, close, from B 1, date: dusk to noon", "B 1, close, reused in A 1, date: dusk to noon")),
        (
            PairSide.UNKNOWN,
            ("A 1, close, also in B 1, date: noon against dusk", "B 1, close, also in A 1, date: noon against dusk"),
        ),
    ],
)
def test_row_names_follow_the_direction(cases: Any, derived: PairSide, names: tuple[str, str]) -> None:
    a = cases.article("a", [["It shuts at dusk."]], Role.REVIEW)
    b = cases.article("b", [["It shuts at noon."]])
    date = Divergence(DivergenceType.DATE, cases.span(a, "dusk"), cases.span(b, "noon"), Severity.HIGH, "w")
    analysis, pair = cases.analysis(a, b, [cases.link([0], [0], MatchClass.CLOSE, divergences=[date])], derived)
    what = Shown(a, b, ("B", "A"), analysis, pair)
    said = [Namer(what, side)(blocks_of(side, folding=True)[0]) for side in sides(scene_of(what, Choices()))]
    assert tuple(said) == names
