"""The compare view: two columns, the gutter between them, a strip at each side, a heading above.

It keeps what the reader chose (selection, folding, filter, sides) and wires the parts; what is said of a pair is made
in :mod:`desktop.compare.scene`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from core.case.review import Verdict
from core.model import Analysis, Article, MatchClass, Pair, Span
from desktop.compare.blocks import Block, blocks_of
from desktop.compare.column import Column
from desktop.compare.content import Choices, Namer, Shown, headings_of, scene_of, verdict_of
from desktop.compare.editing import NO_LINK, LinkEditor, Offer, partners_of
from desktop.compare.geometry import READING_LINE
from desktop.compare.gutter import GutterWidget
from desktop.compare.header import HEADER_HEIGHT, Header
from desktop.compare.hover import Hover
from desktop.compare.placing import bar_place, places
from desktop.compare.ribbons import Gutter, Shapes, shapes
from desktop.compare.scene import Scene, Side, Tie
from desktop.compare.search import FindState, Hit, Search
from desktop.compare.strip import Strip
from desktop.compare.style import Metrics
from desktop.compare.sync import Glide, Leveller, ScrollSync
from desktop.theme import Theme
from desktop.widgets.find_bar import FindBar

ONE_ARTICLE = "Add a second article to compare"
NO_TEXT = "This article has no text"


class CompareView(QWidget):
    """Two articles side by side. A link's number is its index in ``pair.links``; −1 is none."""

    linkSelected = Signal(int)  # noqa: N815 - a Qt signal, named as Qt names its own
    stateChanged = Signal()  # noqa: N815 - a Qt signal, named as Qt names its own
    unlinkWanted = Signal(int)  # noqa: N815 - as above
    relinkWanted = Signal(int, int, int)  # noqa: N815 - as above
    """A link, −1 for a new one, and the sentences of the left and the right column that it is to join."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._metrics = Metrics.of(theme)
        self._shown = Shown()
        self._choices = Choices()
        self._scene = Scene()
        self._selected = NO_LINK
        self._unfolded: dict[str, set[int]] = {}
        self._ties_of: tuple[dict[int, list[Tie]], dict[int, list[Tie]]] = ({}, {})

        self._header = Header(theme, self)
        self._left = Column(theme, rail_right=True, parent=self)
        self._right = Column(theme, rail_right=False, parent=self)
        self._gutter = GutterWidget(theme, self._compose, self)
        self._strips = (Strip(theme, self._left, self), Strip(theme, self._right, self))
        self._sync = ScrollSync(self._left, self._right)
        self._glide = Glide(self)
        self._leveller = Leveller(self._left, self._right, self._glide)
        self._hover = Hover(self)
        self._verdicts: Mapping[int, Verdict] = {}
        self._search = Search()
        self._find_bar = FindBar(theme, self)
        self._find_bar.hide()
        self._editor = LinkEditor(theme, self._columns, self)
        self._wire()
        self.setTabOrder(self._left, self._right)
        self.setMinimumSize(560, 200)
        self._show_anew(keep_place=False)

    def _wire(self) -> None:
        for column, strip in zip(self._columns, self._strips, strict=True):
            column.driven.connect(lambda delta, c=column: self._follow(c, delta))
            column.moved.connect(self._moved)
            column.sentence_chosen.connect(lambda n, c=column: self._choose(c, n))
            column.fold_opened.connect(lambda n, c=column: self._open_fold(c, n))
            column.hovered.connect(lambda n, c=column: self._hover.point({t.link for t in self._ties_at(c, n)}))
            strip.goal_chosen.connect(lambda goal, c=column: c.drive(round(goal) - c.offset))
            strip.turned.connect(column.turn)
            strip.setFocusProxy(column)
            column.edit_asked.connect(lambda n, place, c=column: self.offer_edit(c, n, place))
            column.dragged.connect(lambda n, place, c=column: self._drag(c, n, place))
            column.dropped.connect(lambda _, place: self._editor.drop(place))
        self._gutter.turned.connect(self._right.turn)
        self._gutter.tie_chosen.connect(lambda tie: self._select(tie.link, tie=tie, still=self._right))
        self._gutter.pill_chosen.connect(lambda tie: self._select(tie.link, tie=tie))
        self._gutter.hovered.connect(lambda link: self._hover.point(() if link == NO_LINK else (link,)))
        self._hover.changed.connect(self._show_gutter)
        self._gutter.setFocusProxy(self._right)
        self._find_bar.searched.connect(self._find_typed)
        self._find_bar.closed.connect(self.close_find)
        self._editor.unlinkWanted.connect(self.unlinkWanted)
        self._editor.relinkWanted.connect(self.relinkWanted)
        self._editor.hintChanged.connect(self._place_bars)
        self._theme.changed.connect(self._dress)

    # --- what is shown -------------------------------------------------------------------------------------------

    def show_articles(self, left: Article | None, right: Article | None, letters: tuple[str, str] = ("A", "B")) -> None:
        """Show texts that nothing is known of yet; ``letters`` are those of the left and the right one."""
        self._choices = replace(self._choices, swapped=False)
        self._show(Shown(right, left, (letters[1], letters[0])))

    def show_pair(self, analysis: Analysis, pair: Pair) -> None:
        """Show a pair: its source on the left, the article under review on the right, unless swapped."""
        letters = (analysis.letter(pair.a), analysis.letter(pair.b))
        self._show(Shown(analysis.article(pair.a), analysis.article(pair.b), letters, analysis, pair))

    def clear(self) -> None:
        """Show nothing."""
        self._show(Shown())

    def _show(self, what: Shown) -> None:
        same_texts = what.texts == self._shown.texts
        if not same_texts:
            self._unfolded.clear()
        if what.pair is not self._shown.pair:
            self._verdicts = {}
        had, self._selected = self._selected, NO_LINK
        self._shown = what
        self._editor.cancel()
        self._glide.stop()
        self._show_anew(keep_place=same_texts)
        if had != NO_LINK:
            self.linkSelected.emit(NO_LINK)

    def _show_anew(self, *, keep_place: bool) -> None:
        """Make the scene from what was given and chosen, and show it."""
        self._scene = scene_of(self._shown, self._choices)
        self._ties_of = ({}, {})
        for tie in self._scene.ties:
            self._ties_of[0].setdefault(tie.left, []).append(tie)
            self._ties_of[1].setdefault(tie.right, []).append(tie)
        self._sync.set_chain(self._scene.chain)
        if self._selected not in self._scene.order:
            self._selected = NO_LINK
        self._hover.forget()
        self._search.again(self._sides)
        self._show_headings()
        self._show_blocks(keep_place=keep_place)

    def _show_headings(self) -> None:
        headings = headings_of(self._shown, self._choices)
        self._header.show_headings(*headings)
        for column, heading in zip(self._columns, headings, strict=True):
            column.setAccessibleName(f"{heading.letter}, {heading.title}" if heading else "No article")

    def _show_blocks(self, *, keep_place: bool, hold: tuple[Column, int] | None = None) -> None:
        """Fold and show the rows of both columns."""
        both = self._scene.left is not None or self._scene.right is not None
        for place, (column, strip, side) in enumerate(zip(self._columns, self._strips, self._sides, strict=True)):
            blocks: list[Block] = []
            if side is not None:
                opened = self._unfolded.get(side.article, set())
                kept = {*self._search.of(place), *self._judged(side)}
                blocks = blocks_of(side, folding=self._choices.folding, unfolded=opened, kept=kept)
            column.placeholder = NO_TEXT if side is not None else ONE_ARTICLE if both else ""
            held = hold[1] if hold is not None and hold[0] is column else -1
            column.show_blocks(side, blocks, Namer(self._shown, side, self._verdicts), keep_place=keep_place, hold=held)
            strip.show_side(side)
            strip.setAccessibleName(f"Map of article {side.letter}" if side else "")
        self._sync.find_rows()
        self._show_verdicts()
        self._show_hits()
        self._show_selection()

    # --- the selection -------------------------------------------------------------------------------------------

    def select_link(self, index: int) -> None:
        """Select a link and bring both its ends to the reading line; −1 selects nothing.

        Raises IndexError where the pair has no such link.
        """
        self._select(index)

    def selected_link(self) -> int:
        """Return the selected link, −1 for none."""
        return self._selected

    def visible_links(self) -> tuple[int, ...]:
        """Return the links that the filter lets show, by their place in the right article."""
        return self._scene.order

    def _select(self, index: int, tie: Tie | None = None, still: Column | None = None) -> None:
        """Select a link and align its ends; ``still`` is a column that is not to move more than it must."""
        if index != NO_LINK and not (self._shown.pair is not None and 0 <= index < len(self._shown.pair.links)):
            raise IndexError(index)
        changed = index != self._selected
        self._selected = index
        if index != NO_LINK and self._unfold_selection():
            self._show_blocks(keep_place=True)
        else:
            self._show_selection()
        if index != NO_LINK:
            self._leveller.level(tie or self._first_tie(index), still)
        if changed:
            self.linkSelected.emit(index)

    def _first_tie(self, index: int) -> Tie:
        """Return the places of a link's first sentences, whether the filter shows it or not."""
        ends = self._ends(index)
        return Tie(index, min(ends[0]), min(ends[1]), MatchClass.UNRELATED)

    def _ends(self, index: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the sentences of a link in the left and the right column."""
        if index == NO_LINK or self._shown.pair is None:
            return (), ()
        link = self._shown.pair.links[index]
        return (link.a, link.b) if self._choices.swapped else (link.b, link.a)

    def _unfold_selection(self) -> bool:
        """Open the runs that hide the selection, for good: a row that closes again would pull the text away."""
        opened = False
        for column, ends in zip(self._columns, self._ends(self._selected), strict=True):
            for sentence in ends:
                row = column.row_of(sentence)
                if row >= 0 and column.blocks[row].folded:
                    self._keep_open(column, (sentence,))
                    opened = True
        return opened

    def _show_selection(self) -> None:
        for column, strip, ends in zip(self._columns, self._strips, self._ends(self._selected), strict=True):
            column.set_selected(ends)
            strip.set_selected(ends)
        self._show_gutter()

    def _choose(self, column: Column, sentence: int) -> None:
        """Select the next link of a sentence that was clicked; one without links clears the selection."""
        if self._editor.take(self._columns.index(column), sentence):
            return
        side = self._side(column)
        links = side.sentences[sentence].links if side is not None else ()
        if not links:
            self._select(NO_LINK)
            return
        index = links[(links.index(self._selected) + 1) % len(links)] if self._selected in links else links[0]
        tie = next((t for t in self._ties_at(column, sentence) if t.link == index), None)
        self._select(index, tie=tie, still=column)

    # --- what the reader chose -----------------------------------------------------------------------------------

    def set_hidden_classes(self, hidden: frozenset[MatchClass]) -> None:
        """Take colours and ribbons away from these classes; their sentences stay readable."""
        self._change(replace(self._choices, hidden=frozenset(hidden)))

    def set_divergences_only(self, only: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Take colours and ribbons away from findings without a high or medium divergence."""
        self._change(replace(self._choices, diverging_only=only))

    def divergences_only(self) -> bool:
        """Return whether only findings with a high or medium divergence have colours."""
        return self._choices.diverging_only

    def set_excluded(self, spans: Mapping[str, tuple[Span, ...]]) -> None:
        """Show words that exclusions leave out of the scores in grey, by article id."""
        self._change(replace(self._choices, left_out={k: tuple(v) for k, v in spans.items() if v}))

    def folding(self) -> bool:
        """Return whether runs of sentences that were not reused are one row."""
        return self._choices.folding

    def set_folding(self, folding: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Fold such runs, or show every sentence; folding closes again what was opened by hand."""
        if folding and not self._choices.folding:
            self._unfolded.clear()
            for column, ends in zip(self._columns, self._ends(self._selected), strict=True):
                self._keep_open(column, ends)
        self._change(replace(self._choices, folding=folding))

    def _keep_open(self, column: Column, sentences: Sequence[int]) -> None:
        side = self._side(column)
        if side is not None:
            self._unfolded.setdefault(side.article, set()).update(sentences)

    def set_scroll_locked(self, locked: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Let the columns scroll together, or each for itself."""
        if locked != self._sync.locked:
            self._sync.locked = locked
            self.stateChanged.emit()

    def swapped(self) -> bool:
        """Return whether the article under review stands on the left."""
        return self._choices.swapped

    def swap_sides(self) -> None:
        """Exchange left and right."""
        places = [column.keep_place() for column in self._columns]
        firsts = [c.blocks[p[0]].first if p else -1 for c, p in zip(self._columns, places, strict=True)]
        self._glide.stop()
        self._choices = replace(self._choices, swapped=not self._choices.swapped)
        self._show_anew(keep_place=False)
        for column, place, first in zip(self._columns, places[::-1], firsts[::-1], strict=True):
            if place is not None and (row := column.row_of(first)) >= 0:
                column.place_row(row, place[1])
        self.stateChanged.emit()

    def _change(self, choices: Choices) -> None:
        if choices == self._choices:
            return
        had = self._selected
        self._choices = choices
        self._show_anew(keep_place=True)
        if had != self._selected:
            self.linkSelected.emit(self._selected)
        self.stateChanged.emit()

    def _open_fold(self, column: Column, sentence: int) -> None:
        self._keep_open(column, (sentence,))
        self._show_blocks(keep_place=True, hold=(column, sentence))

    def set_animated(self, animated: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Say whether columns glide to a finding, where style and system allow it."""
        self._glide.wanted = animated

    # --- verdicts ------------------------------------------------------------------------------------------------

    def set_verdicts(self, verdicts: Mapping[int, Verdict]) -> None:
        """Show what was decided, by link: icons beside the article under review, words in names."""
        self._verdicts = dict(verdicts)
        hidden = (c.row_of(n) for c, s in zip(self._columns, self._sides, strict=True) for n in self._judged(s))
        rows = [b for c in self._columns for b in c.blocks if b.folded]
        if rows and any(True for _ in hidden):
            self._show_blocks(keep_place=True)
        else:
            self._show_verdicts()

    def _judged(self, side: Side | None) -> dict[int, Verdict]:
        """Return the verdicts on one side's sentences."""
        found = ((n, verdict_of(view, self._verdicts)) for n, view in enumerate(side.sentences)) if side else ()
        return {n: verdict for n, verdict in found if verdict is not None}

    def _show_verdicts(self) -> None:
        under_review = self._shown.a.id if self._shown.a is not None else None
        for column, side in zip(self._columns, self._sides, strict=True):
            column.set_verdicts(self._judged(side), shown=side is not None and side.article == under_review)

    # --- searching -----------------------------------------------------------------------------------------------

    def open_find(self) -> None:
        """Show the bar that searches in both texts, and give it the keyboard."""
        self._find_bar.show()
        self._find_bar.raise_()
        self._place_bars()
        self._find_bar.begin()
        self._find_typed(self._find_bar.text(), forward=True)

    def close_find(self) -> None:
        """Put the bar away; the keyboard goes to the sentence that was found."""
        hit = self._search.current
        column = self._columns[hit.side] if hit is not None else self._right
        self._find_bar.hide()
        self.clear_find()
        column.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _find_typed(self, text: str, forward: bool) -> None:  # noqa: FBT001 - a slot gets what the signal has
        state = self.find(text, forward=forward)
        self._find_bar.show_state(state.count, state.place, capped=state.capped)

    def find(self, text: str, forward: bool = True) -> FindState:  # noqa: FBT001, FBT002 - asked for once more, it goes on
        """Mark a text in both columns and go to a place where it stands; the same text again goes to the next one."""
        if text != self._search.text:
            seen = [_sentences_in_view(column) for column in self._columns]
            self._search.begin(self._sides, text, seen)
            self._show_blocks(keep_place=True)
        else:
            self._search.step(1 if forward else -1)
            self._show_hits()
        if (hit := self._search.current) is not None:
            self._bring(hit)
        return self._search.state

    def clear_find(self) -> None:
        """Mark nothing; runs that were opened for a hit close again."""
        hit = self._search.current
        if self._search.text:
            self._search = Search()
            held = (self._columns[hit.side], hit.sentence) if hit is not None else None
            if held is not None:
                self._keep_open(*held[:1], held[1:])
            self._show_blocks(keep_place=True, hold=held)

    def _show_hits(self) -> None:
        for place, column in enumerate(self._columns):
            column.set_hits(self._search.of(place), self._search.current)

    def _bring(self, hit: Hit) -> None:
        """Bring a hit to the reading line, as near as the text allows, and the other column along."""
        self._glide.stop()
        column = self._columns[hit.side]
        for _ in range(_TRIES):  # heights in a long text are estimates until they come into view
            extent, before = column.extent(hit.sentence), column.offset
            if extent is not None:
                column.drive(extent[0] + column.line_of(hit) - round(column.page * READING_LINE))
            if column.offset == before:
                break
        column.set_current(hit.sentence)

    # --- editing links -------------------------------------------------------------------------------------------

    def offer_edit(self, column: Column, sentence: int, place: QPoint) -> None:
        """Offer what can be done with a sentence's link, at a place on screen."""
        offer, other = self._offer(column, sentence)
        if offer is not None and other is not None:
            if offer.link not in (NO_LINK, self._selected):
                self._select(offer.link, still=column)
            self._editor.offer(offer, other, place)

    def _drag(self, column: Column, sentence: int, place: QPoint) -> None:
        offer, other = self._offer(column, sentence)
        if offer is not None and other is not None and offer.link != NO_LINK:
            self._editor.drag(offer, other, place)

    def _offer(self, column: Column, sentence: int) -> tuple[Offer | None, Side | None]:
        number = self._columns.index(column)
        own, other = self._sides[number], self._sides[1 - number]
        if self._shown.pair is None or own is None or other is None:
            return None, None
        links = own.sentences[sentence].links
        link = self._selected if self._selected in links else next(iter(links), NO_LINK)
        partners = partners_of(other.letter, self._ends(link)[1 - number])
        return Offer(number, sentence, link, own.sentences[sentence].label, partners), other

    # --- moving and hovering -------------------------------------------------------------------------------------

    @property
    def _columns(self) -> tuple[Column, Column]:
        return self._left, self._right

    @property
    def _sides(self) -> tuple[Side | None, Side | None]:
        return self._scene.left, self._scene.right

    def _side(self, column: Column) -> Side | None:
        return self._scene.left if column is self._left else self._scene.right

    def _ties_at(self, column: Column, sentence: int) -> Sequence[Tie]:
        return self._ties_of[0 if column is self._left else 1].get(sentence, ())

    def _follow(self, column: Column, delta: int) -> None:
        self._glide.stop()
        self._sync.drive(column, delta)

    def _moved(self) -> None:
        edges = [column.beyond() for column in self._columns]
        self._gutter.set_edges(above=any(e[0] for e in edges), below=any(e[1] for e in edges))
        self._gutter.forget_pointer()
        self._gutter.update()
        for column, strip in zip(self._columns, self._strips, strict=True):
            column.forget_pointer()
            strip.update()

    def _compose(self, gutter: Gutter) -> Shapes:
        """Return the gutter's shapes, from the ties of the sentences in view only."""
        near: dict[Tie, None] = {}
        for column, ties in zip(self._columns, self._ties_of, strict=True):
            for row in column.shown_rows():
                block = column.blocks[row]
                for sentence in range(block.first, block.last + 1):
                    near.update(dict.fromkeys(ties.get(sentence, ())))
        return shapes(near, self._left.extent, self._right.extent, gutter)

    def _show_gutter(self) -> None:
        left, right = (side.letter if side else "" for side in (self._scene.left, self._scene.right))
        self._gutter.show_links((left, right), self._selected, self._hover.links)

    def _dress(self) -> None:
        """Take the theme's lengths; the parts take its fonts themselves."""
        self._metrics = Metrics.of(self._theme)
        self._header.setFixedHeight(self._theme.px(HEADER_HEIGHT))
        self._place_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns what strips and gutter leave, in equal parts; what stood side by side stays so."""
        super().resizeEvent(event)
        tie = self._first_tie(self._selected) if self._selected != NO_LINK else None
        level = tie is not None and self._leveller.is_level(tie)
        self._place_parts()
        if tie is not None and level:
            self._leveller.level_at_once(tie)

    def _place_parts(self) -> None:
        there = places(self.width(), self.height(), self._header.height(), self._metrics.gutter)
        self._header.setGeometry(there.header)
        self._header.set_cells(*there.cells)
        self._gutter.setGeometry(there.gutter)
        for parts, rects in ((self._columns, there.columns), (self._strips, there.strips)):
            for part, rect in zip(parts, rects, strict=True):
                part.setGeometry(rect)
        self._place_bars()

    def _place_bars(self) -> None:
        """Put the bars over the columns: searching at the right, a hint where a sentence is chosen."""
        bars = ((self._find_bar, 1), (self._editor.hint, self._editor.target()))
        for bar, side in bars:
            size = bar.sizeHint()
            bar.setGeometry(
                bar_place(self._columns[side].geometry(), max(size.width(), bar.minimumWidth()), size.height())
            )


_TRIES = 4


def _sentences_in_view(column: Column) -> range:
    shown = [column.blocks[row] for row in column.shown_rows()]
    return range(shown[0].first, shown[-1].last + 1) if shown else range(0)
