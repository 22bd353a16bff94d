"""What an article's head tells of author, outlet and day is kept where its file says nothing."""

import pytest

from core.model import Document
from core.segment import segment

BODY = "The council met on Monday evening to decide the future of the old harbour, which has stood empty since 2011."


def told(head: str, author: str | None = None, published: str | None = None) -> tuple[str | None, ...]:
    text = f"Council to sell harbour\n\n{head}\n\n{BODY}"
    document = segment(Document("", "", text, author=author, published=published), "a1").document
    return document.author, document.outlet, document.published


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("By Jane Roe\nThe Quayside Gazette\n9 July 2024", ("Jane Roe", "The Quayside Gazette", "2024-07-09")),
        ("By Jane Roe and Ann Low, Quayside Gazette", ("Jane Roe and Ann Low", None, None)),
        ("Published: July 9, 2024", (None, None, "2024-07-09")),
        ("Updated: July 9, 2024", (None, None, None)),
        ("9 July", (None, None, None)),
        ("By Staff Reporter", (None, None, None)),
        ("LONDON (Reuters) —", (None, None, None)),
        ("The vote is due on 9 July 2024.", (None, None, None)),
    ],
)
def test_only_what_is_plain_is_taken(head: str, expected: tuple[str | None, ...]) -> None:
    assert told(head) == expected


def test_what_the_file_says_goes_before() -> None:
    head = "By Jane Roe\nThe Quayside Gazette\n9 July 2024"
    assert told(head, author="J. Roe", published="2024-07-08") == ("J. Roe", "The Quayside Gazette", "2024-07-08")


def test_the_text_stays_as_it_was_read() -> None:
    text = f"Council to sell harbour\r\n\r\nBy Jane Roe\r\n\r\n{BODY}"
    assert segment(Document("", "", text), "a1").document.text == text
