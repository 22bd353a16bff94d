import os
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from core.errors import ArticleError
from core.ingest import container, expand, read
from core.ingest.limits import MAX_MEMBERS
from tests.core.ingest.office import zipped

WORDS = b"The mayor said on Monday that the old bridge will be closed until spring."


def written(folder, parts):
    for name, data in parts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def names(expansion, root):
    return [place.removeprefix(f"{root}/") for place in expansion.places]


def failure(path):
    with pytest.raises(ArticleError) as caught:
        read(path)
    assert caught.value.path == str(path)
    return caught.value.what


def test_a_file_stands_for_itself(tmp_path):
    written(tmp_path, {"a.txt": WORDS})
    assert expand(tmp_path / "a.txt").places == (str(tmp_path / "a.txt"),)
    assert expand(tmp_path / "none.txt").places == (str(tmp_path / "none.txt"),)
    assert expand("a\x00b").places == ("a\x00b",)


def test_an_archive_without_articles_is_told_whatever_else_went_wrong(tmp_path):
    written(tmp_path, {"a.zip": b"PK\x03\x04broken", "b.zip": zipped({"photo.jpg": b"x"})})
    assert [e.what.rpartition("/")[2] for e in expand(tmp_path).errors] == [
        "a.zip” is damaged: it cannot be unpacked.",
        "b.zip” holds no articles.",
    ]


def test_a_folder_in_an_archive_may_be_named_like_an_article(tmp_path):
    written(tmp_path, {"a.zip": zipped({"a.txt": b"Some words.", "a.txt/b.txt": b"Other words."})})
    assert [read(place).text for place in expand(tmp_path / "a.zip").places] == ["Some words.", "Other words."]


def test_a_folder_is_looked_through_in_order(tmp_path):
    written(
        tmp_path,
        {
            "b.txt": WORDS, "A.TXT": WORDS, "sub.txt/c.html": WORDS, ".hidden.txt": WORDS, ".git/x.txt": WORDS,
            "~$story.docx": WORDS, ".~lock.b.odt#": WORDS, "photo.jpg": b"x", "notes.xyz": b"x",
        },
    )  # fmt: skip
    found = expand(tmp_path)
    assert names(found, tmp_path) == ["A.TXT", "b.txt", "sub.txt/c.html"]
    assert [n.rpartition("left out: ")[2] for n in found.notices] == ["“notes.xyz”, “photo.jpg”."]
    assert found.errors == ()


def test_links_never_lead_out_of_a_folder_or_round_in_it(tmp_path):
    written(tmp_path, {"other/secret.txt": WORDS, "here/a.txt": WORDS})
    here = tmp_path / "here"
    (here / "round").symlink_to(here)
    (here / "out.txt").symlink_to(tmp_path / "other" / "secret.txt")
    (here / "away").symlink_to(tmp_path / "other")
    (here / "inside.txt").symlink_to(here / "a.txt")
    (here / "loop.txt").symlink_to(here / "loop.txt")
    found = expand(here)
    assert names(found, here) == ["a.txt", "inside.txt"]
    assert len(found.notices) == 4


def test_what_is_no_file_in_a_folder_is_told_when_it_is_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert [failure(place) for place in expand(tmp_path).places] == [f"“{tmp_path}/pipe.txt” is a pipe."]


def test_a_folder_of_very_many_files_has_an_end(tmp_path):
    for number in range(MAX_MEMBERS + 20):
        (tmp_path / f"{number}.txt").write_bytes(WORDS)
    found = expand(tmp_path)
    assert len(found.places) == MAX_MEMBERS
    assert any("more than 1,000 articles" in notice for notice in found.notices)


def test_archives_are_looked_into_and_read_by_path(tmp_path):
    inner = zipped({"deep/c.txt": WORDS + b" Deep."})
    path = tmp_path / "bundle.zip"
    path.write_bytes(zipped({"a.txt": WORDS, "sub/b.txt": WORDS, "inner.zip": inner, "__MACOSX/._a.txt": b"x"}))
    found = expand(path)
    assert names(found, path) == ["a.txt", "sub/b.txt", "inner.zip/deep/c.txt"]
    assert (found.notices, found.errors) == ((), ())
    document = read(found.places[2])
    assert document.text.endswith("Deep.")
    assert document.path == f"{path}/inner.zip/deep/c.txt"
    assert names(expand(tmp_path), path) == names(found, path)
    assert "is an archive, not an article" in failure(path)
    assert "does not exist" in failure(f"{path}/nothing.txt")
    assert "does not exist" in failure(f"{path}/a.txt/more")


def test_archives_end_at_a_depth(tmp_path):
    data = zipped({"last.txt": WORDS})
    for _ in range(4):
        data = zipped({"a.txt": WORDS, "n.zip": data})
    (tmp_path / "n.zip").write_bytes(data)
    found = expand(tmp_path / "n.zip")
    assert names(found, tmp_path) == ["n.zip/a.txt", "n.zip/n.zip/a.txt", "n.zip/n.zip/n.zip/a.txt"]
    assert "too deep inside other archives" in found.notices[0]


def test_names_inside_are_made_harmless_and_told_apart(tmp_path):
    path = tmp_path / "names.zip"
    parts = {"../../up.txt": WORDS, "/abs.txt": WORDS, "C:\\x.txt": WORDS, "up.txt": WORDS, "a\x1b[2J.txt": WORDS}
    path.write_bytes(zipped(parts))
    found = expand(path)
    assert names(found, path) == ["up.txt", "abs.txt", "C_/x.txt", "up (2).txt", "a_[2J.txt"]
    assert len(found.notices) == 5
    assert all(notice.isprintable() for notice in found.notices)
    assert all(read(place).text == WORDS.decode() for place in found.places)


@pytest.mark.parametrize(("raw", "shown"), [("Café".encode(), "Café"), ("Café".encode("cp437"), "Café")])
def test_names_that_do_not_say_their_encoding(tmp_path, raw, shown):
    data = zipped({"XXXX" + "X" * (len(raw) - 4) + ".txt": WORDS}).replace(b"X" * len(raw), raw)
    (tmp_path / "a.zip").write_bytes(data)
    assert names(expand(tmp_path / "a.zip"), tmp_path) == [f"a.zip/{shown}.txt"]


def test_a_broken_archive_is_an_error_and_the_rest_goes_on(tmp_path):
    written(tmp_path, {"a.txt": WORDS, "b.zip": b"PK\x03\x04 and no more", "c.txt": WORDS})
    found = expand(tmp_path)
    assert names(found, tmp_path) == ["a.txt", "c.txt"]
    assert [error.what for error in found.errors] == [f"“{tmp_path}/b.zip” is damaged: it cannot be unpacked."]


def test_one_locked_article_does_not_hide_the_others(tmp_path):
    data = bytearray(zipped({"a.txt": WORDS, "b.txt": WORDS}))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    first, second = expand(tmp_path / "a.zip").places
    assert "is protected by a password" in failure(first)
    assert read(second).text == WORDS.decode()


def test_what_is_attached_to_a_mail_is_read_by_path(tmp_path):
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "A bridge", "Ann <ann@a.example>"
    mail.set_content("See the story that is attached.")
    for name in ("../story.txt", "story.txt"):
        mail.add_attachment(WORDS, maintype="application", subtype="octet-stream", filename=name)
    path = tmp_path / "mail.eml"
    path.write_bytes(mail.as_bytes())
    assert expand(path).places == (str(path),)
    document = read(path)
    assert document.attachments == (f"{path}/story.txt", f"{path}/story (2).txt")
    assert [read(place).text for place in document.attachments] == [WORDS.decode()] * 2
    assert "does not exist" in failure(f"{path}/other.txt")
    (tmp_path / "mails.zip").write_bytes(zipped({"mail.eml": mail.as_bytes()}))
    assert read(f"{tmp_path}/mails.zip/mail.eml/story.txt").text == WORDS.decode()


def test_a_cancel_is_heard_between_files(tmp_path):
    written(tmp_path, {"a.txt": WORDS})

    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        expand(tmp_path, stop)


def test_looking_into_archives_has_an_end(tmp_path, monkeypatch):
    monkeypatch.setattr(container, "MAX_ARCHIVES", 3)
    (tmp_path / "a.zip").write_bytes(zipped({f"{n}.zip": zipped({"a.txt": WORDS}) for n in range(9)}))
    found = expand(tmp_path / "a.zip")
    assert len(found.places) == 2
    assert Path(found.places[0]).name == "a.txt"
    assert len(found.notices) == 7


@pytest.mark.parametrize("inner", ["article.docx", "article.odt", "writer.epub"])
@pytest.mark.parametrize("folder", ["", "week 3/"])
def test_an_archive_of_unpacked_documents_is_none_of_them(tmp_path, folder, inner):
    data = (Path(__file__).parents[2] / "files" / "formats" / inner).read_bytes()
    parts = {f"{folder}a.txt": WORDS, f"{folder}{inner}": data}
    for number, ordered in enumerate((parts, dict(reversed(parts.items())))):
        (tmp_path / f"{number}.zip").write_bytes(zipped(ordered, zipfile.ZIP_STORED))
        expansion = expand(tmp_path / f"{number}.zip")
        assert sorted(names(expansion, tmp_path / f"{number}.zip")) == sorted(parts)
        assert all(read(place).text for place in expansion.places)
