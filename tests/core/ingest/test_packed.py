import zipfile

import pytest

from core.errors import ArticleError
from core.ingest import packed
from core.ingest.packed import hardened, parts
from core.ingest.source import Source
from tests.core.ingest.office import zipped

BOMB = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a b="&y;">&y;</a>'


def source(data):
    return Source("book.epub", data, "0" * 64)


def said(read):
    with pytest.raises(ArticleError) as caught:
        read()
    assert caught.value.what.startswith("“book.epub” ")
    return caught.value.what


def test_parts_are_given_by_name():
    found = parts(source(zipped({"a.xml": "<a><!-- no --><b/></a>", "b/c.bin": b"\x00\x01"})))
    assert tuple(found.names) == ("a.xml", "b/c.bin")
    assert found.bytes("b/c.bin") == b"\x00\x01"
    assert [e.tag for e in found.xml("a.xml")] == ["b"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-7"])
def test_a_document_type_is_refused_in_whatever_encoding(encoding):
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    assert said(lambda: hardened(source(b""), (head + BOMB).encode(encoding)))


def test_what_stands_outside_the_file_is_never_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    data = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode()
    assert "document type" in said(lambda: hardened(source(b""), data))
    include = f'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{secret.as_uri()}" parse="text"/></a>'
    assert "".join(hardened(source(b""), include.encode()).itertext()) == ""


def test_an_archive_that_bursts_is_stopped():
    found = parts(source(zipped({"a": bytes(50_000_000)})))
    assert "200 times" in said(lambda: found.bytes("a"))


def test_a_part_is_unpacked_no_further_than_its_limit(monkeypatch):
    monkeypatch.setattr(packed, "MAX_FILE", 2 * 1024 * 1024)
    found = parts(source(zipped({"a": bytes(3 * 1024 * 1024)}, zipfile.ZIP_STORED)))
    assert "more than 2 MB" in said(lambda: found.bytes("a"))


def test_all_parts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(packed, "MAX_UNPACKED", 1500)
    found = parts(source(zipped({"a": bytes(1000), "b": bytes(1000)})))
    found.bytes("a")
    assert said(lambda: found.bytes("b"))


def test_too_many_parts_are_refused_unread(monkeypatch):
    monkeypatch.setattr(packed, "MAX_PARTS", 3)
    assert "more than 3 parts" in said(lambda: parts(source(zipped({str(n): "" for n in range(4)}))))


def test_encrypted_and_oddly_packed_parts_say_so():
    data = bytearray(zipped({"a": "x" * 100}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in said(lambda: parts(source(bytes(data))).bytes("a"))
    assert "way that is not read" in said(lambda: parts(source(zipped({"a": "x"}, zipfile.ZIP_LZMA))).bytes("a"))


def test_deep_nesting_is_refused():
    assert said(lambda: hardened(source(b""), b"<a>" * 100_000))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"no archive"])
def test_what_is_no_archive_says_so(data):
    if data.startswith(b"PK\x05\x06"):
        assert tuple(parts(source(data)).names) == ()
    else:
        assert "damaged" in said(lambda: parts(source(data)))


def test_marks_that_would_fill_the_memory_are_refused_unread(monkeypatch):
    monkeypatch.setattr(packed, "MAX_NODES", 5)
    assert "more than 5 marks" in said(lambda: hardened(source(b""), b"<a><b/><b/><b/><b/></a>"))
