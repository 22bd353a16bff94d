import contextlib
import errno
import gzip
import hashlib
import os
import socket
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ArticleError
from core.ingest import pasted, read, reader
from core.ingest.decode import UndecodableError, decode

TEXT = "The mayor said: “Café Ærø is shut.”\r\nIt rained.\rThen it stopped.\n"


def written(folder, data, name="article.txt"):
    path = folder / name
    path.write_bytes(data)
    return path


def failure(path):
    with pytest.raises(ArticleError) as caught:
        read(path)
    assert caught.value.path == str(path)
    assert caught.value.remedy.endswith(".")
    assert caught.value.what.endswith(".")
    return caught.value.what


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_the_text_is_the_decoded_file_exactly(tmp_path, data, encoding):
    document = read(written(tmp_path, data))
    assert document.text == TEXT
    assert document.encoding == encoding
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.format == "text"


def test_bytes_that_no_other_encoding_takes_are_latin_1(tmp_path):
    document = read(written(tmp_path, b"caf\xe9 \x81 ferm\xe9"))
    assert (document.text, document.encoding) == ("café \x81 fermé", "latin-1")


def test_a_marked_file_with_a_stray_byte_is_still_read(tmp_path):
    assert read(written(tmp_path, b"\xef\xbb\xbfcaf\xe9")).text == "café"


def test_damaged_wide_text_is_refused(tmp_path):
    assert "UTF-16" in failure(written(tmp_path, b"\xff\xfea\x00b\x00\x00\xd8"))


def test_the_path_is_kept_as_given(tmp_path, monkeypatch):
    written(tmp_path, b"Some words.", "a b.txt")
    monkeypatch.chdir(tmp_path)
    assert read("a b.txt").path == "a b.txt"


def test_an_article_may_name_the_mark_of_a_pdf(tmp_path):
    words = "How files work\n\nA PDF begins with %PDF-1.4, she said."
    assert read(written(tmp_path, words.encode())).text == words


def test_any_suffix_is_tried_as_text(tmp_path):
    assert read(written(tmp_path, b"Some words.", "README")).text == "Some words."
    assert read(written(tmp_path, b"Some words.", "story.md")).text == "Some words."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n...", "is damaged"),
        (b"\x89PNG\r\n\x1a\n...", "is a PNG image"),
        (b"\xff\xd8\xff\xe0...", "is a JPEG image"),
        (gzip.compress(b"some text", mtime=0), "is a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "is an old Office document"),
        (b"words \x00\x01\x02 words", "is a binary file"),
        (b"words and words " * 40 + b"\x00\x00", "is a binary file"),
        (bytes(range(1, 32)) * 20, "is a binary file"),
        (b"", "is empty"),
        (b" \r\n\t ", "holds no words"),
        (b"\xef\xbb\xbf", "holds no words"),
        (b"\xff\xfe", "holds no words"),
    ],
)
def test_what_is_no_article_is_called_by_its_name(tmp_path, data, said):
    assert said in failure(written(tmp_path, data))


@pytest.mark.parametrize(
    ("member", "said"), [("word/document.xml", "is damaged"), ("data.bin", "is an archive, not an article")]
)
def test_archives_are_told_apart(tmp_path, member, said):
    path = tmp_path / "story.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "words")
    assert said in failure(path)


def test_a_binary_file_never_shows_its_content(tmp_path):
    assert "secret" not in failure(written(tmp_path, b"secret\x00secret"))


def test_a_missing_file(tmp_path):
    assert "does not exist" in failure(tmp_path / "none.txt")
    assert "does not exist" in failure(written(tmp_path, b"x") / "none.txt")


def test_a_folder(tmp_path):
    assert "is a folder" in failure(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe" in failure(tmp_path / "pipe")


def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("socket")
        assert "is a socket" in failure("socket")


def test_a_device_is_refused():
    assert "is a device" in failure(os.devnull)


def test_a_link_to_itself(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    assert "leads back to itself" in failure(tmp_path / "loop")


def test_a_link_to_a_file_is_followed(tmp_path):
    (tmp_path / "link.txt").symlink_to(written(tmp_path, b"Some words."))
    assert read(tmp_path / "link.txt").text == "Some words."


@pytest.mark.parametrize("name", ["a\0b.txt", "a" * 5000, "\ud800.txt"])
def test_impossible_names(name):
    with pytest.raises(ArticleError):
        read(name)


def test_an_unreadable_file(tmp_path, monkeypatch):
    def refuse(path, _flags):
        raise PermissionError(errno.EACCES, "Permission denied", path)

    monkeypatch.setattr(os, "open", refuse)
    assert "may not be read" in failure(written(tmp_path, b"words"))


def test_a_failing_disk(tmp_path, monkeypatch):
    def fail(path, _flags):
        raise OSError(errno.EIO, "Input/output error", path)

    monkeypatch.setattr(os, "open", fail)
    assert "cannot be read (Input/output error)" in failure(written(tmp_path, b"words"))


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MAX_BYTES", 10)
    assert "is larger than" in failure(written(tmp_path, b"eleven char"))
    assert read(written(tmp_path, b"ten chars.")).text == "ten chars."


def test_pasted_text():
    document = pasted("Some words.", "A title")
    assert (document.path, document.text, document.title) == ("", "Some words.", "A title")
    assert document.sha256 == hashlib.sha256(b"Some words.").hexdigest()
    assert pasted("x").title is None


def test_pasted_lone_surrogates_are_kept():
    assert pasted("a\ud800b").text == "a\ud800b"


@given(st.text(min_size=1, alphabet=st.characters(exclude_characters="\x00\ufeff", exclude_categories=["Cs"])))
def test_utf_8_comes_back(text):
    assert decode(text.encode())[0] == text


@settings(deadline=None)  # what guesses is loaded with the first text that needs it
@given(st.binary())
def test_any_bytes_decode_or_are_refused_by_name(data):
    with contextlib.suppress(UndecodableError):
        text, encoding = decode(data)
        assert isinstance(text, str)
        assert encoding


@settings(deadline=None)  # the first file of a format starts the process that reads it
@given(st.binary(min_size=1, max_size=64))
def test_any_file_is_read_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "article.txt"
    path.write_bytes(data)
    with contextlib.suppress(ArticleError):
        assert read(path).text.strip()


def test_a_stray_zero_byte_does_not_make_a_page_binary(tmp_path):
    data = b"The mayor resigned on Friday. " * 100 + b"\x00 He said so."
    assert "\x00 He said so." in read(written(tmp_path, data)).text


def test_pasted_text_is_held_to_the_same_bounds():
    with pytest.raises(ArticleError, match="holds no words"):
        pasted(" \n\u200b")
    with pytest.raises(ArticleError, match=r"^The pasted text is larger than 1 MB\.") as caught:
        pasted("word " * 300_000)
    assert caught.value.path == ""
    with pytest.raises(ArticleError, match=r"^“Draft” is larger than 1 MB\."):
        pasted("word " * 300_000, "Draft")
