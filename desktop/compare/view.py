"""The compare view: two columns, the gutter between them, a strip at each side, a heading above.

It keeps what the reader chose (selection, folding, filter, sides) and wires the parts; what is said of a pair is made
in :mod:`desktop.compare.scene`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from core.case.review import Verdict
from core.model import Analysis, Article, Link, MatchClass, Pair, Span
from desktop.compare.blocks import Block, blocks_of
from desktop.compare.column import Column
from desktop.compare.content import Choices, Namer, Shown, ends_of, headings_of, scene_of, selectable
from desktop.compare.editing import NO_LINK, LinkEditor, Offer, partners_of
from desktop.compare.finder import Finder, bring
from desktop.compare.marginal import Marginal
from desktop.compare.parts import CompareParts
from desktop.compare.scene import Scene, Side, Tie
from desktop.compare.search import FindState, Hit
from desktop.language import tr, tr_noop
from desktop.theme import Theme

ONE_ARTICLE = tr_noop("Add a second article to compare")
NO_TEXT = tr_noop("This article has no text")


class CompareView(CompareParts):
    """Two articles side by side. A link's number is its index in ``pair.links``; −1 is none."""

    linkSelected = Signal(int)  # noqa: N815 - a Qt signal, named as Qt names its own
    unlinkWanted = Signal(int)  # noqa: N815 - as above
    relinkWanted = Signal(int, int, int)  # noqa: N815 - as above
    """A link, −1 for a new one, and the sentences of the left and the right column that it is to join."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown = Shown()
        self._choices = Choices()
        self._scene = Scene()
        self._headings = headings_of(self._shown)
        self._selected = NO_LINK
        self._unfolded: dict[str, set[int]] = {}
        self._marginal = Marginal()
        self._finder = Finder(theme, self._columns, lambda: self._sides, self)
        self._editor = LinkEditor(theme, self._columns, self)
        self._wire()
        self._show_anew(keep_place=False)

    def _wire(self) -> None:
        for column in self._columns:
            column.sentence_chosen.connect(lambda n, c=column: self._choose(c, n))
            column.fold_opened.connect(lambda n, c=column: self._open_fold(c, n))
            column.edit_asked.connect(lambda n, place, c=column: self._edit(c, n, place))
            column.dragged.connect(lambda n, place, c=column: self._edit(c, n, place, dragged=True))
            column.dropped.connect(lambda _, place: self._editor.drop(place))
        self._gutter.tie_chosen.connect(lambda tie: self._select(tie.link, tie=tie, still=self._right))
        self._gutter.pill_chosen.connect(lambda tie: self._select(tie.link, tie=tie))
        self._hover.changed.connect(self._show_gutter)
        self._finder.foldsChanged.connect(self._fold_for_search)
        self._editor.unlinkWanted.connect(self.unlinkWanted)
        self._editor.relinkWanted.connect(self.relinkWanted)
        self._editor.hintChanged.connect(self._show_hint)
        self._bars = {self._finder.bar: 1, self._editor.hint: 1}
        self._band = self._finder.bar
        self._finder.bar.closed.connect(self._place_parts)

    def _show_hint(self) -> None:
        self._bars[self._editor.hint] = self._editor.target()
        self._place_bars()

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
            self._marginal.clear()
            self._choices = replace(self._choices, weak=())
        had, self._selected = self._selected, NO_LINK
        self._shown = what
        self._headings = headings_of(what)
        self._editor.cancel()
        self._glide.stop()
        self._show_anew(keep_place=same_texts)
        if had != NO_LINK:
            self.linkSelected.emit(NO_LINK)

    def _show_anew(self, *, keep_place: bool) -> None:
        """Make the scene from what was given and chosen, and show it with other texts than before."""
        self._make_scene()
        self._finder.again()
        self._show_headings()
        self._show_blocks(keep_place=keep_place)

    def _make_scene(self) -> None:
        self._scene = scene_of(self._shown, self._choices)
        self._set_ties(self._scene.ties)
        self._sync.set_scene(self._scene)
        if self._selected not in (*self._scene.order, *self._scene.weak):
            self._selected = NO_LINK
        self._hover.forget()

    def _show_headings(self) -> None:
        headings = self._headings[::-1] if self._choices.swapped else self._headings
        self._header.show_headings(*headings)
        for column, heading in zip(self._columns, headings, strict=True):
            column.setAccessibleName(f"{heading.letter}, {heading.title}" if heading else tr("No article"))

    def _show_blocks(self, *, keep_place: bool, hold: tuple[Column, int] | None = None) -> None:
        """Fold and show the rows of both columns."""
        both = self._scene.left is not None or self._scene.right is not None
        for place, (column, strip, side) in enumerate(zip(self._columns, self._strips, self._sides, strict=True)):
            blocks: list[Block] = []
            if side is not None:
                opened = self._unfolded.get(side.article, set())
                weak = (n for link in self._scene.weak for n in self._ends(link)[place])
                kept = {*self._finder.kept(place), *self._marginal.told_of(side), *weak}
                blocks = blocks_of(side, folding=self._choices.folding, unfolded=opened, kept=kept)
            column.placeholder = tr(NO_TEXT) if side is not None else tr(ONE_ARTICLE) if both else ""
            held = hold[1] if hold is not None and hold[0] is column else -1
            namer = Namer(self._shown, side, self._marginal, self._choices.weak)
            column.show_blocks(side, blocks, namer, keep_place=keep_place, hold=held)
            strip.show_side(side)
            strip.setAccessibleName(tr("Map of article {letter}").format(letter=side.letter) if side else "")
        self._show_verdicts()
        self._finder.show()
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
        if index != NO_LINK and not 0 <= index < len(selectable(self._shown, self._choices)):
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
        return ends_of(self._shown, self._choices, index)

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

    def go_to_sentence(self, article: str, sentence: int) -> None:
        """Bring a sentence of an article on screen to the reading line; a run that it is folded in stays open."""
        for column, side in zip(self._columns, self._sides, strict=True):
            if side is not None and side.article == article:
                self._open_fold(column, sentence)
                self._choose(column, sentence)
                bring(column, sentence)
                column.take_keyboard()

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

    def reflow(self) -> bool:
        """Return whether paragraphs are running text."""
        return self._left.reflow

    def set_reflow(self, on: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Show paragraphs as running text with highlights, or each sentence as a block of its own."""
        if on == self.reflow():
            return
        self._glide.stop()
        for column in self._columns:
            column.set_reflow(on)
        if self._selected != NO_LINK:
            self._leveller.level_at_once(self._first_tie(self._selected))
        self.stateChanged.emit()

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

    def set_weak_links(self, weak: Sequence[Link]) -> None:
        """Show these links of class ``unrelated`` besides those of the pair; their numbers follow on from its own."""
        self._change(replace(self._choices, weak=tuple(weak)))

    def weak_links(self) -> tuple[int, ...]:
        """Return the weak links that the filter lets show, best first."""
        return self._scene.weak

    def swapped(self) -> bool:
        """Return whether the article under review stands on the left."""
        return self._choices.swapped

    def swap_sides(self) -> None:
        """Exchange left and right."""
        left, right = self._places()
        self._glide.stop()
        self._choices = replace(self._choices, swapped=not self._choices.swapped)
        self._show_anew(keep_place=False)
        self._go_to_places((right, left))
        self.stateChanged.emit()

    def _change(self, choices: Choices) -> None:
        if choices == self._choices:
            return
        had, before = self._selected, self._choices
        self._choices = choices
        if replace(choices, folding=before.folding) != before:
            self._make_scene()
        self._show_blocks(keep_place=True)
        if had != self._selected:
            self.linkSelected.emit(self._selected)
        self.stateChanged.emit()

    def _open_fold(self, column: Column, sentence: int) -> None:
        self._keep_open(column, (sentence,))
        self._show_blocks(keep_place=True, hold=(column, sentence))

    def set_verdicts(self, verdicts: Mapping[int, Verdict]) -> None:
        """Show what was decided, by link: icons beside the article under review, words in the names of rows."""
        if self._marginal.set_verdicts(verdicts):
            self._show_decisions()

    def set_notes(self, links: Collection[int]) -> None:
        """Show which links have a note: a sign beside the article under review, words in the names of rows."""
        if self._marginal.set_notes(links):
            self._show_decisions()

    def _show_decisions(self) -> None:
        told = [(c, n) for c, s in zip(self._columns, self._sides, strict=True) for n in self._marginal.told_of(s)]
        if any(column.blocks[column.row_of(n)].folded for column, n in told):
            self._show_blocks(keep_place=True)
        else:
            self._show_verdicts()

    def _show_verdicts(self) -> None:
        reviewed = self._shown.a.id if self._shown.a is not None else None
        for column, side in zip(self._columns, self._sides, strict=True):
            shown = side is not None and side.article == reviewed
            column.set_verdicts(self._marginal.judged(side), self._marginal.noted(side), shown=shown)

    # --- searching and editing -----------------------------------------------------------------------------------

    def open_find(self) -> None:
        """Show the bar that searches in both texts, and give it the keyboard."""
        self._finder.bar.show()
        self._place_parts()  # first: a place that is found goes to the reading line of what is left of the columns
        self._finder.open()

    def find_text(self, text: str, *, forward: bool = True) -> FindState:
        """Mark a text in both columns and go to a place where it stands; the same text again goes to the next one."""
        return self._finder.find(text, forward=forward)

    def clear_find(self) -> None:
        """Mark nothing any more."""
        self._finder.clear()

    def _fold_for_search(self, held: Hit | None) -> None:
        if held is not None:
            self._open_fold(self._columns[held.side], held.sentence)
        else:
            self._show_blocks(keep_place=True)

    def _edit(self, column: Column, sentence: int, place: QPoint, *, dragged: bool = False) -> None:
        """Offer what can be done with a sentence's link, or follow a sentence that is dragged."""
        number = self._columns.index(column)
        own, other = self._sides[number], self._sides[1 - number]
        if self._shown.pair is None or own is None or other is None:
            return
        links = [n for n in own.sentences[sentence].links if n < len(self._shown.pair.links)]
        link = self._selected if self._selected in links else next(iter(links), NO_LINK)
        partners = partners_of(other.letter, self._ends(link)[1 - number])
        offer = Offer(number, sentence, link, own.sentences[sentence].label, partners)
        if dragged:
            self._editor.drag(offer, other, place)
            return
        if link not in (NO_LINK, self._selected):
            self._select(link, still=column)
        self._editor.offer(offer, other, place)

    # --- moving and hovering -------------------------------------------------------------------------------------

    @property
    def _sides(self) -> tuple[Side | None, Side | None]:
        return self._scene.left, self._scene.right

    def _side(self, column: Column) -> Side | None:
        return self._scene.left if column is self._left else self._scene.right

    def _show_gutter(self) -> None:
        left, right = (side.letter if side else "" for side in (self._scene.left, self._scene.right))
        self._gutter.show_links((left, right), self._selected, self._hover.links)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns what strips and gutter leave, in equal parts; what stood side by side stays so."""
        super().resizeEvent(event)
        tie = self._first_tie(self._selected) if self._selected != NO_LINK else None
        level = tie is not None and self._leveller.is_level(tie)
        self._place_parts()
        if tie is not None and level:
            self._leveller.level_at_once(tie)
