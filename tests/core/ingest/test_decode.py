"""Encodings: what is told, what is guessed, and what an editor chooses instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import ingest
from core.errors import ArticleError
from core.ingest.decode import decode
from core.ingest.decode_parts import in_parts

RUSSIAN = "Президент заявил, что переговоры состоятся в среду. Он добавил, что стороны готовы к диалогу."
GREEK = "Ο πρωθυπουργός δήλωσε ότι οι συνομιλίες θα γίνουν την Τετάρτη."
JAPANESE = "首相は水曜日に会談を行うと述べた。両国は協力を深める。"
CHINESE = "总统表示，会谈将于星期三举行。双方准备对话。"
KOREAN = "대통령은 수요일에 회담이 열릴 것이라고 말했다."
HEBREW = "ראש הממשלה אמר כי השיחות יתקיימו ביום רביעי."
ARABIC = "قال الرئيس إن المحادثات ستجري يوم الأربعاء."
POLISH = "Prezydent powiedział, że rozmowy odbędą się w środę. Źródła są ostrożne. " * 6
HUNGARIAN = "A miniszterelnök szerdán közölte, hogy a tárgyalások őszre tolódnak, és erről külön döntés lesz. " * 8
SPANISH = "El señor Núñez declaró el miércoles que la reunión sería mañana. ¿Por qué? " * 8
SWEDISH = "Borgmästaren sade på måndagen att bron är stängd för gående. " * 8
LONG_ENGLISH = "The café’s owner said “no” — it was naïve. " * 20
ENGLISH = "The “Café Ærø” is shut – he said. It’s over, £5."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (GREEK, "iso8859-7"),
        (JAPANESE, "shift_jis"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc_kr"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (POLISH, "cp1250"),
        (HUNGARIAN, "cp1250"),
        (SPANISH, "cp1252"),
        (SWEDISH, "cp1252"),
        (LONG_ENGLISH, "cp1252"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-16"),
    ],
)
def test_text_comes_back_from_the_encodings_of_its_language(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("first", "second", "one", "other"),
    [
        (ENGLISH, SPANISH, "utf-8", "cp1252"),
        (SPANISH, ENGLISH, "cp1252", "utf-8"),
        (POLISH, POLISH, "utf-8", "cp1250"),
        (ENGLISH, RUSSIAN, "utf-8", "cp1251"),
        (RUSSIAN, GREEK, "koi8_r", "utf-8"),
        (JAPANESE, ENGLISH, "utf-8", "cp1252"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_two_files_in_one_are_each_read_in_their_encoding(
    tmp_path: Path, first: str, second: str, one: str, other: str, end: str
) -> None:
    plain = f"{end}A line of plain letters.{end}"
    path = tmp_path / "both.txt"
    path.write_bytes(f"{first}{plain}".encode(one) + f"{second}{end}".encode(other))
    document = ingest.read(path)
    assert document.text == f"{first}{plain}{second}{end}"
    assert document.encoding == one
    assert document.notices == (f"The file is in two encodings; it was read as {one}, and from line 3 on as {other}.",)


@pytest.mark.parametrize(
    "data",
    [
        f"{POLISH}\n".encode() + POLISH.encode()[:40] + b"\xc4 \xff\xfe \xb3\xb3" + POLISH.encode()[40:],
        f"{POLISH}\nSzary ".encode() + "\u017cubr".encode("cp1250"),
        f"{POLISH}\n".encode() + f"{POLISH}\n".encode("cp1250") + POLISH.encode(),
        f"{POLISH} ".encode() + POLISH.encode("cp1250"),
    ],
    ids=["damaged", "too little", "three parts", "one line"],
)
def test_where_the_cut_cannot_be_told_a_file_is_read_as_a_whole(data: bytes) -> None:
    assert in_parts(data) is None


def test_a_guess_is_told_and_a_sure_encoding_is_not(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(ENGLISH.encode("cp1252"))
    assert "cp1252" in ingest.read(path).notices[0]
    path.write_bytes(ENGLISH.encode())
    assert ingest.read(path).notices == ()


@pytest.mark.parametrize("name", ["story.txt", "story.html"])
@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">'])
def test_a_few_damaged_places_leave_the_rest_utf_8(tmp_path: Path, name: str, head: str) -> None:
    path = tmp_path / name
    words = "The mayor’s “plan” isn’t ready – yet, the city’s treasurer said."
    path.write_bytes(f"{head}<p>{f'{words} ' * 10}".encode() + b"Pea\xffce." + "’".encode()[:2])
    document = ingest.read(path)
    assert words in document.text
    assert (document.encoding, document.notices) == ("utf-8", ("The file is damaged: 2 places are shown as �.",))


def test_an_editor_chooses_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    short = "Źle się czuł, mówił."
    path.write_bytes(short.encode("iso8859-2"))
    assert ingest.read(path).text != short
    chosen = ingest.read(path, encoding="iso8859-2")
    assert (chosen.text, chosen.encoding, chosen.notices) == (short, "iso8859-2", ())


@pytest.mark.parametrize("encoding", ["no-such", "rot13", "hex"])
def test_what_is_no_encoding_of_text_is_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Some words.")
    with pytest.raises(ArticleError, match="no encoding of text"):
        ingest.read(path, encoding=encoding)
