"""What a line or a sentence is on the page: the article's, a caption, or the page's own."""

import time

import pytest

from core.model import Document, SentenceKind
from core.segment import segment
from core.segment.stamps import is_dateline

BODY = "The council met on Monday evening to decide the future of the old harbour, which has stood empty since 2011."
PLACES = {
    "top": f"Council to sell harbour\n\n{{}}\n\n{BODY}\n\n{BODY} Nobody objected.",
    "middle": f"Council to sell harbour\n\n{BODY}\n\n{{}}\n\n{BODY} Nobody objected.",
    "end": f"Council to sell harbour\n\n{BODY}\n\n{BODY}\n\n{{}}",
    "sentence": f"Council to sell harbour\n\n{BODY}\n\n{BODY} {{}}\n\n{BODY}",
}


def kinds(line, place):
    text = PLACES[place].format(line)
    at = text.index(line)
    article = segment(Document("", "", text), "a1")
    return {s.kind.value for s in article.sentences if at <= s.span.start < at + len(line)}


LABELS = [
    "Related posts",
    "RELATED STORIES:",
    "Also Read: Harbour sold at last",
    "ALSO READ | Harbour sold at last",
    "Also read - Harbour sold at last",
    "READ MORE: Harbour sold at last",
    "Read More »",
    "You may also like: Harbour sold at last",
    "Don't Miss: Harbour sold at last",
    "Related: how the harbour was sold",
    "WATCH: Mayor speaks on harbour",
    "- Advertisement -",
    "Advertisement - story continues below",
    "Share | Email | Print",
    "Share this article",
    "Comments (12)",
    "5 min read",
    "Home > News > Harbour",
    "Tags: harbour, council",
    "h/t Harbour Post",
    "Twitter: @harbourpost",
    "Last updated: 5 May 2023, 10:30 GMT",
    "Published May 5, 2023 by Jane Roe",
]


@pytest.mark.parametrize("line", LABELS)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_labels_and_buttons_are_the_pages(line, place):
    assert kinds(line, place) == {"boilerplate"}


WISHES = [
    "Sign up for our daily newsletter to get the latest news.",
    "Subscribe to our channel for more updates.",
    "Get our top stories delivered to your inbox every morning.",
    "Join our WhatsApp channel for the latest updates.",
    "Follow Jane Roe on Twitter @janeroe.",
    "Follow us on Facebook and X.",
    "Find us on Instagram.",
    "Download the Harbour Post app for breaking news.",
    "Click here to read more.",
    "Watch the full interview below:",
    "Read the rest of the story here.",
    "Support our journalism by becoming a member.",
    "Got a tip? Email us at tips@harbour.example",
    "For more news, visit our website.",
]
NOTES = [
    "This story has been updated with comments from the mayor.",
    "This article was originally published on The Conversation.",
    "An earlier version of this article misstated the price.",
    "This site uses cookies.",
    "(With inputs from agencies)",
    "© 2023 The Harbour Post.",
    "Copyright 2023 The Harbour Post. All rights reserved.",
]
CREDITS = [
    "Jane Roe contributed to this report.",
    "Reuters contributed to this report.",
    "AP writers Jane Roe in Oslo and Tom Hale contributed to this report.",
    "Jane Roe contributed reporting from Oslo.",
    "(Reporting by Jane Roe in Oslo; Additional reporting by Tom Hale; Editing by Ana de la Cruz)",
    "Additional reporting by Tom Hale.",
    "Contributing: Jane Roe and Tom Hale",
]


@pytest.mark.parametrize("line", WISHES + NOTES + CREDITS)
@pytest.mark.parametrize("place", ["middle", "end", "sentence"])
def test_wishes_notes_and_credits_are_the_pages_wherever_they_stand(line, place):
    assert kinds(line, place) == {"boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "BY JANE ROE",
        "By JANE ROE Associated Press",
        "By Jane Roe and John Doe, Staff Writers",
        "By Ana de la Cruz | Harbour Post",
        "By Jane Roe in Oslo",
        "Written by Jane Roe",
        "Jane Roe, political correspondent",
    ],
)
def test_a_byline_is_the_pages(line):
    assert kinds(line, "top") == {"boilerplate"}


def test_who_the_author_is_counts_at_the_end_only():
    line = "Jane Roe is a political reporter at the Harbour Post."
    text = f"{BODY}\n\n{line}\n\n{BODY}\n\n{BODY}"
    assert [s.kind.value for s in segment(Document("", "", text), "a1").sentences] == ["body"] * 4
    assert kinds(line, "end") == {"boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Roe",
        "PHOTO: The harbour at dawn",
        "(AP Photo/Jane Roe)",
        "The harbour at dawn on May 5, 2023. (AP Photo/Jane Roe, File)",
        "FILE - The harbour at dawn, May 5, 2023.",
        "FILE PHOTO: The harbour at dawn. REUTERS/Jane Roe/File Photo",
        "Jane Roe / AFP via Getty Images",
        "Getty Images",
        "Image source, Getty Images",
        "Photograph by Jane Roe",
        "Mayor Anna Berg, left, speaks with Tom Hale in Oslo. Photo: AFP",
        "Anna Berg at the Capitol in May.CreditJane Roe/Reuters",
        "(Jane Roe/Harbour Post)",
    ],
)
@pytest.mark.parametrize("place", ["top", "middle"])
def test_captions_and_credits_of_pictures(line, place):
    assert kinds(line, place) == {"caption"}


@pytest.mark.parametrize("line", ["LONDON (Reuters) —", "WASHINGTON, March 3 —", "Monday, 5 May 2023", "Oslo, May 5"])
def test_a_dateline_of_its_own(line):
    assert kinds(line, "top") == {"dateline"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("9 July 2024", "dateline"),
        ("Tuesday 9 July 2024, 9.30am", "dateline"),
        ("2024-07-09", "dateline"),
        ("Jane Roe | The Harbour Post | 9 July 2024", "dateline"),
        ("Updated: Jul 9, 2024 9:30 GMT", "boilerplate"),
        ("9 Jul 2024 10:20 BST Updated 12:40 BST", "boilerplate"),
    ],
)
def test_a_date_at_the_top_is_told_and_not_compared(line, kind):
    assert kinds(line, "top") == {kind}
    assert not SentenceKind(kind).checked


@pytest.mark.parametrize(
    "head",
    [
        "By Jane Roe\n{}\n9 July 2024",
        "{}\nBy Jane Roe",
        "9 July 2024\n{}",
    ],
)
@pytest.mark.parametrize("name", ["The Quayside Gazette", "quayside.example", "Northern News Agency"])
def test_an_outlet_beside_byline_or_date_is_told_and_not_compared(head, name):
    name = name.capitalize() if name.islower() else name
    assert heads(f"Council to sell harbour\n\n{head.format(name)}\n\n{BODY}")[name] == "dateline"


def test_any_name_between_byline_and_date_is_the_outlets():
    assert heads(f"Council to sell harbour\n\nBy Jane Roe\nTides\n9 July 2024\n\n{BODY}")["Tides"] == "dateline"


@pytest.mark.parametrize(
    "text",
    [
        f"By Jane Roe\nCouncil Sells Harbour\n9 July 2024\n\n{BODY}",
        f"World\nCouncil Sells Harbour\nBy Jane Roe\n\n{BODY}",
        f"Harbour for sale\nBy Jane Roe\nCouncil Sells Harbour\n\n{BODY}",
    ],
)
def test_a_headline_beside_a_byline_stays_one(text):
    assert heads(text)["Council Sells Harbour"] == "headline"


def test_dates_between_paragraphs_head_what_happened_then():
    days = ("11 July 2024", "12 July 2024")
    parts = "\n\n".join(f"{day}\n\n{BODY}" for day in days)
    told = heads(f"How it went\n\n9 July 2024\n\n{BODY}\n\n{parts}\n\n14 July 2024")
    assert [told[day] for day in ("9 July 2024", *days, "14 July 2024")] == [
        "dateline",
        "headline",
        "headline",
        "dateline",
    ]


def test_one_date_below_the_first_lines_is_the_articles_own():
    assert heads(f"How it went\n\n{BODY}\n\n9 July 2024\n\n{BODY}")["9 July 2024"] == "dateline"


def heads(text):
    article = segment(Document("", "", text), "a1")
    return {article.sentence_text(i): s.kind.value for i, s in enumerate(article.sentences)}


ARTICLE = [
    "A Reuters/Ipsos poll released on Monday showed that most voters oppose the sale.",
    "The official told AFP via telephone that the sale would go on.",
    "More from the mayor is expected on Tuesday.",
    "More: The town will vote in May.",
    "Get the latest figures wrong and the market will punish you, the banker said.",
    "Sign up for a class and you may learn to sail.",
    "Follow our example, the mayor told other towns.",
    "Like @hale, she left the town in May.",
    "Join our fight, the union told the dockers on Monday.",
    "Become a member of the union and you pay less, it promises.",
    "Download the form from the council, fill it in and send it back.",
    "Read the full report and you will not find a word about it.",
    "Watch the boats from the bridge.",
    "Share prices fell after the sale.",
    "Photos by residents show that the harbour is empty.",
    "Illustration: a man who earns ten euros pays two.",
    "The heavy rain contributed to this disaster.",
    "Reporting by The Harbour Post led to his arrest in May.",
    "Copyright law was changed in 2019.",
    "Copyright Office rules changed in 2019, and nobody noticed.",
    "All rights reserved for the town were sold in May.",
    "The report was updated in May to include 12 cities.",
    "This report of the crash is the first.",
    "Published in 2019, the report warned of floods.",
    "By Friday, most of the boats had left the harbour.",
    "Jane Roe is accused of killing a journalist in Oslo.",
    "Anna Berg is a reporter who was jailed in 2019.",
    "He works for Getty Images and lives in Oslo.",
    "According to Reuters, the harbour was sold.",
    "“Subscribe to our newsletter,” the poster says.",
]


@pytest.mark.parametrize("line", ARTICLE)
@pytest.mark.parametrize("place", ["middle", "end", "sentence"])
def test_what_only_begins_like_the_page_is_the_articles(line, place):
    assert kinds(line, place) == {"body"}


def test_a_paragraph_keeps_its_body_beside_a_credit():
    text = f"{BODY}\n\nHe was arrested on Monday. Reuters contributed to this report."
    assert [s.kind.value for s in segment(Document("", "", text), "a1").sentences] == ["body", "body", "boilerplate"]


def test_a_question_that_begins_the_article_is_no_headline():
    lead = "Did you know that the law of the town says nothing about who has to pay for its empty old harbour?"
    text = f"Council to sell harbour\n\n{lead}\n\n{BODY}"
    assert [s.kind.value for s in segment(Document("", "", text), "a1").sentences] == ["headline", "body", "body"]


def test_figures_that_never_make_a_date_are_told_at_once():
    line = "01 " + "2023-09-01 " * 6 + "future.”"
    begun = time.process_time()
    assert not is_dateline(line, 8)
    assert time.process_time() - begun < 1
