"""Follow an RTF file's groups and write its words down. Nothing recurses: groups stand on a list of bounded length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.ingest.docx_names import sign
from core.ingest.limits import MAX_TEXT
from core.ingest.looks import WHITE, Colour, Concealed, Look
from core.ingest.rtf_tokens import CHARSETS, Token, code_page, tokens
from core.ingest.writer import Writer, credited

_DEEPEST = 1000
"""More groups in one another than any program writes."""
_UNIT = 0x10000
_SURROGATES = range(0xD800, 0xE000)

BODY, SKIP, INFO, FONTS, COLOURS, NOTE, BOX, COMMENT, COMMENTER, NAMES, TITLE, AUTHOR, MADE = range(13)
"""Where the words of a group go."""
_SKIPPED = frozenset(
    {"stylesheet", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"}
    | {"fldinst", "nonshppict", "shprslt", "listtext", "pntext", "pntxta", "pntxtb", "nonesttables"}
    | {"ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc", "rxe", "txe", "template", "private1"}
    | {"filetbl", "listtable", "listoverridetable", "rsidtbl", "themedata", "mmathPr", "do", "panose", "falt"}
)
_GOES = {
    "info": INFO,
    "fonttbl": FONTS,
    "colortbl": COLOURS,
    "footnote": NOTE,
    "shptxt": BOX,
    "annotation": COMMENT,
    "atnauthor": COMMENTER,
    "revtbl": NAMES,
    "title": TITLE,
    "author": AUTHOR,
    "creatim": MADE,
}
_THROUGH = frozenset({"shpinst", "shppict", "result"})
"""Groups that only hold others, although a star says that they may be skipped."""
_SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
_OLD_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_PARAGRAPHS = frozenset({"par", "sect", "page", "\n", "\r"})


class NestedError(Exception):
    """Groups stand in one another deeper than any program writes them."""


@dataclass(frozen=True, slots=True)
class Group:
    """What holds inside a group: where its words go, how they are written and how they look."""

    goes: int = BODY
    outer: int = BODY
    fallback: int = 1
    """How many characters after one in Unicode stand in for it."""
    page: str = ""
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    deleter: int = 0
    colour: int = 0
    ground: int = 0
    shade: int = 0
    points: float = 12.0
    in_table: bool = False
    in_list: bool = False


class Reading:
    """One file's words, as :meth:`all` meets them."""

    def __init__(self) -> None:
        self.writer = Writer()
        self.page = "cp1252"
        self.pictures = 0
        self.depth = 0
        self.made: dict[str, int] = {}
        self._group = Group()
        self._groups: list[Group] = []
        self._starred = False
        self._pieces: list[str] = []
        self._bytes = bytearray()
        self._skip = 0
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._colours: list[Colour | None] = []
        self._mix: dict[str, int] = {}
        self._names: list[str] = []
        self._said: dict[int, str] = {}
        self._later: dict[int, list[tuple[str, Concealed | None] | None]] = {NOTE: [], BOX: []}
        self._tight = False
        self._shaded_row = False
        self._was_revised = self._was_deleted = False

    def all(self, data: bytes) -> None:
        """Read a file; raises :class:`NestedError`."""
        for token in tokens(data):
            if self.writer.full or len(self._pieces) > MAX_TEXT:
                break
            if token.kind == "bytes":
                self._raw(token.data)
            elif token.kind == "brace":
                self._brace(token.word)
            elif self._skip and token.word not in {"u", "*"}:
                self._skip -= 1
            elif token.kind == "symbol":
                self._symbol(token.word)
            else:
                self._control(token)
        self._flush()
        self.depth = len(self._groups)
        self._write_later(BOX)
        self.writer.paragraph()
        self._write_later(NOTE)

    def said(self, goes: int) -> str:
        """Return what stood in the groups of a kind (TITLE, AUTHOR)."""
        return self._said.get(goes, "")

    def _raw(self, data: bytes) -> None:
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        if self._group.goes != SKIP:
            self._bytes += data[skipped:]

    def _brace(self, which: str) -> None:
        self._flush()
        self._skip, self._starred = 0, False
        if which == "{":
            if len(self._groups) >= _DEEPEST:
                raise NestedError
            self._groups.append(self._group)
            return
        ended = self._group
        if self._groups:
            self._group = self._groups.pop()
        if ended.goes == COMMENT and self._group.goes != COMMENT:
            by = credited("comment", self._said.pop(COMMENTER, None))
            self.writer.note(self._said.pop(COMMENT, ""), by, "comment")

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in _SYMBOLS:
            self._put(_SYMBOLS[symbol])
        elif symbol in "\r\n":
            self._break("par")

    def _control(self, token: Token) -> None:
        word, number = token.word, token.number
        starred, self._starred = self._starred, False
        if word == "u":
            self._skip = self._group.fallback
            self._put(chr((number or 0) % _UNIT))
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        else:
            self._flush()
            if word == "pict":
                self.pictures += self._group.goes != SKIP
            if word in _GOES or word in _SKIPPED or starred or word in {"upr", "ud"}:
                self._destination(word)
            elif word in _PARAGRAPHS or word in {"line", "cell", "row", "nestcell", "nestrow", "column"}:
                self._break(word)
            else:
                self._format(word, number)

    def _destination(self, word: str) -> None:
        group = self._group
        if word == "ud":
            self._group = replace(group, goes=group.outer)
        elif word == "upr":
            self._group = replace(group, goes=SKIP, outer=group.goes)
        elif group.goes == SKIP or word in _THROUGH:
            return
        elif group.goes == INFO:
            goes = _GOES.get(word, SKIP)
            # Some programs write the author again for whoever saved the file last.
            self._group = replace(group, goes=SKIP if goes in self._said else goes)
        else:
            self._group = replace(group, goes=_GOES.get(word, SKIP), hidden=False, deleted=False, revised=False)

    def _break(self, word: str) -> None:
        group = self._group
        if group.goes in self._later:
            self._later[group.goes].append(None)
        elif group.goes == COMMENT:
            self._said[COMMENT] = self._said.get(COMMENT, "") + " "
        elif group.goes != BODY or (group.deleted and word == "par"):
            # With its end deleted, a paragraph runs on in the next one.
            return
        elif word in {"cell", "nestcell"}:
            self.writer.run(" ")
        elif word in {"line", "row", "nestrow", "column"} or (word == "par" and group.in_list):
            self.writer.line()
            self._tight = self._tight or word != "line"
        else:
            self.writer.paragraph()
            self._write_later(BOX)

    def _format(self, word: str, number: int | None) -> None:
        change = _FORMATS.get(word)
        if change:
            self._group = change(self._group, number)
        elif word in {"f", "fcharset", "cpg", "ansicpg", "mac", "pc", "pca"}:
            self._page(word, number)
        elif word in {"red", "green", "blue"} and self._group.goes == COLOURS:
            self._mix[word] = min(max(number or 0, 0), 255)
        elif word in {"yr", "mo", "dy"} and self._group.goes == MADE:
            self.made[word] = number or 0
        elif word == "trowd":
            self._shaded_row = False
        elif word in {"clcbpat", "clcfpat", "clshdng"}:
            self._shaded_row = True

    def _page(self, word: str, number: int | None) -> None:
        """Learn in which code page bytes are: the file's, or that of a font."""
        in_fonts = self._group.goes == FONTS
        if word == "f":
            self._font = number or 0
            self._group = replace(self._group, page=self._fonts.get(self._font, ""))
        elif word == "fcharset" and in_fonts:
            self._fonts[self._font] = CHARSETS.get(number or 0, "")
        elif word == "cpg" and in_fonts:
            self._fonts[self._font] = code_page(number)
        elif word == "ansicpg":
            self.page = code_page(number)
        elif word in _OLD_PAGES:
            self.page = _OLD_PAGES[word]

    def _put(self, words: str) -> None:
        self._decode()
        if self._group.goes != SKIP:
            self._pieces.append(words)

    def _decode(self) -> None:
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        page = self._group.page or self.page
        if page == "symbol":
            self._pieces.append("".join(sign("symbol", f"{0xF000 + byte:x}") or " " for byte in data))
        else:
            self._pieces.append(data.decode(page, "replace"))

    def _flush(self) -> None:
        self._decode()
        if not self._pieces:
            return
        words = "".join(self._pieces)
        self._pieces.clear()
        if any(ord(c) in _SURROGATES for c in words):
            words = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        goes = self._group.goes
        if goes == BODY:
            self._write(words)
        elif goes in self._later:
            self._later[goes].append((words, self._how()))
        elif goes == COLOURS:
            for _ in range(words.count(";")):
                mix = self._mix
                self._colours.append((mix.get("red", 0), mix.get("green", 0), mix.get("blue", 0)) if mix else None)
                self._mix = {}
        elif goes == NAMES:
            self._names += [name.strip() for name in words.split(";")[:-1]]
        elif goes not in {FONTS, INFO, MADE}:
            self._said[goes] = self._said.get(goes, "") + words

    def _write(self, words: str) -> None:
        group = self._group
        if self._tight and not (group.in_table or group.in_list):
            self.writer.paragraph()
            self._tight = False
        self.writer.counts["inserted"] += group.revised and not group.deleted and not self._was_revised
        self.writer.counts["deleted"] += group.deleted and not self._was_deleted
        self._was_revised, self._was_deleted = group.revised, group.deleted
        self.writer.run(words, self._how())

    def _how(self) -> Concealed | None:
        group = self._group
        if group.deleted:
            author = self._names[group.deleter] if 0 <= group.deleter < len(self._names) else ""
            return Concealed("deleted-text", credited("deleted", author))
        unknown = group.in_table and self._shaded_row
        ground = self._colour(group.ground) or self._colour(group.shade) or (None if unknown else WHITE)
        return Look(group.hidden, self._colour(group.colour), ground, group.points).concealed()

    def _colour(self, number: int) -> Colour | None:
        return self._colours[number] if 0 <= number < len(self._colours) else None

    def _write_later(self, goes: int) -> None:
        pieces, self._later[goes] = self._later[goes], []
        for piece in pieces:
            if piece is None:
                self.writer.paragraph()
            else:
                self.writer.run(*piece)
        if pieces:
            self.writer.paragraph()


def _plain(group: Group, _: int | None) -> Group:
    return replace(group, hidden=False, deleted=False, revised=False, colour=0, ground=0, points=12.0, page="")


_FORMATS: dict[str, Callable[[Group, int | None], Group]] = {
    "plain": _plain,
    "pard": lambda group, _: replace(group, shade=0, in_table=False, in_list=False),
    "intbl": lambda group, _: replace(group, in_table=True),
    "ls": lambda group, number: replace(group, in_list=number != 0),
    "uc": lambda group, number: replace(group, fallback=max(number or 0, 0)),
    "v": lambda group, number: replace(group, hidden=number != 0),
    "deleted": lambda group, number: replace(group, deleted=number != 0),
    "revised": lambda group, number: replace(group, revised=number != 0),
    "revauthdel": lambda group, number: replace(group, deleter=number or 0),
    "cf": lambda group, number: replace(group, colour=number or 0),
    "highlight": lambda group, number: replace(group, ground=number or 0),
    "cb": lambda group, number: replace(group, ground=number or 0),
    "chcbpat": lambda group, number: replace(group, ground=number or 0),
    "cbpat": lambda group, number: replace(group, shade=number or 0),
    "fs": lambda group, number: replace(group, points=(24 if number is None else number) / 2),
}
"""The control words that say how words look -> what they make of their group."""
