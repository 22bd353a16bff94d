"""What an office file says of itself."""

from __future__ import annotations

from lxml import etree

from core.ingest.properties import Properties, properties


def _said(creator: str) -> Properties:
    said = f"<p><title>Harbour</title><creator>{creator}</creator><created>2013-12-23T23:15:00Z</created></p>"
    return properties(etree.fromstring(said))


def test_the_first_that_says_anything_counts() -> None:
    assert _said("Ana Petrović") == Properties("Harbour", "Ana Petrović", "2013-12-23", None)


def test_the_day_of_the_last_change_is_not_the_day_it_was_made() -> None:
    said = "<p><title>Harbour</title><date>2013-12-24T08:00:00Z</date></p>"
    assert properties(etree.fromstring(said)).made is None


def test_what_a_programs_template_left_is_not_the_articles() -> None:
    assert _said("python-docx") == Properties("Harbour", None, None, None)
