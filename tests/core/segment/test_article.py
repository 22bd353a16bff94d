import hashlib

import pytest

from core.ingest import pasted, read
from core.model import Document, Role, SentenceKind
from core.segment import one_sentence, segment
from seeds import paths

BODY = "The council met on Monday evening to decide the future of the old harbour, which has stood empty since 2011."


def kinds(*lines):
    article = segment(Document("", "", "\n".join(lines)), "a1")
    return [(s.kind.value, article.sentence_text(i)) for i, s in enumerate(article.sentences)]


def kind_of(line, *, before=BODY, after=BODY):
    found = {text: kind for kind, text in kinds(before, line, after)}
    return found[line]


def test_a_line_above_the_body_is_the_headline():
    assert kinds("Council to sell harbour", "", BODY) == [("headline", "Council to sell harbour"), ("body", BODY)]


def test_a_headline_may_have_two_sentences():
    told = kinds("The council may sell. What does the harbour need?", "", BODY)
    assert [kind for kind, _ in told] == ["headline", "headline", "body"]


def test_a_long_first_sentence_with_a_stop_is_no_headline():
    assert kinds(BODY, BODY)[0][0] == "body"


def test_a_text_of_one_line_is_body():
    assert kinds("Council to sell harbour") == [("body", "Council to sell harbour")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Warnings about the sale of the harbour", "headline"),
        ("What does the council want?", "headline"),
        ("But does it want that?", "body"),
        ("Monday, 4 September 2023", "dateline"),
        ("OSLO, Norway —", "dateline"),
        ("May they return", "headline"),
        ("You can also read: Harbour sold at last", "boilerplate"),
        ("Read more", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Advertisement spending rose in May, the firm said.", "body"),
        ("Sign up for our newsletter", "boilerplate"),
        ("© 2023 The Harbour Post.", "boilerplate"),
        ("By Anna Berg, Post staff writer", "boilerplate"),
        ("By Anna Berg and Tom Hale | Wire", "boilerplate"),
        ("By Friday nobody had left the harbour.", "body"),
        ("(Reporting by Anna Berg; editing by Tom Hale)", "boilerplate"),
        ("Published 5 Sept 2023, 10:30 a.m.", "boilerplate"),
        ("Photo: Anna Berg", "caption"),
        ("The harbour at dawn. (Anna Berg/Getty Images)", "caption"),
        ("1. The first of three things", "body"),
        ("“We will not wait for anybody”", "body"),
    ],
)
def test_kinds_of_lines(line, kind):
    article = segment(Document("", "", f"{BODY}\n{line}\n{BODY}"), "a1")
    middle = [s.kind.value for s in article.sentences if len(BODY) < s.span.start < len(BODY) + len(line)]
    assert middle[-1] == kind


def test_the_list_below_related_posts_is_boilerplate_until_the_text_goes_on():
    told = kinds(BODY, "Related posts", "Harbour sold at last", "What the sale means", BODY)
    assert [kind for kind, _ in told] == ["body", "boilerplate", "boilerplate", "boilerplate", "body"]


def test_an_agency_note_at_the_end_of_a_paragraph_is_boilerplate():
    told = kinds(BODY, f"{BODY} (Reporting by Anna Berg; Editing by Tom Hale)")
    assert [kind for kind, _ in told] == ["body", "body", "boilerplate"]


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The council met on Monday evening to decide the future of the old\nharbour, which has stood empty since the"
        " ferry company moved away\nin 2011. Members were divided.\n\nA vote is due in May, and nobody in the town"
        " expects it to be a\nclose one."
    )
    article = segment(Document("", "", text), "a1")
    assert len(article.paragraphs) == 2
    assert [article.sentence_text(i)[-8:] for i in range(3)] == ["in 2011.", "divided.", "ose one."]


def test_one_paragraph_a_line_without_blank_lines():
    assert len(segment(Document("", "", f"{BODY}\n{BODY}\r\n{BODY}"), "a1").paragraphs) == 3


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (f"Council to sell harbour\n\n{BODY}", "", "Council to sell harbour"),
        (f"Council to sell harbour\n\n{BODY}", "My own", "My own"),
        (BODY, "", "The council met on Monday evening to decide the future of the old harbour…"),
        ("", "", "Untitled"),
    ],
)
def test_title(text, title, expected):
    assert segment(Document("", "", text, title=title or None), "a1").title == expected


def test_a_wordless_file_is_called_by_its_name():
    assert segment(Document(path="news/harbour.txt", sha256="", text=" \n "), "a1").title == "harbour.txt"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Der Rat hat sich am Montag für den Verkauf des alten Hafens entschieden, der nicht genutzt wird.", "de"),
        ("Le conseil a voté lundi pour la vente du vieux port qui est vide depuis des années.", "fr"),
        ("市議会は月曜日に港の売却を決めた。", "ja"),
        ("Совет проголосовал за продажу порта.", "ru"),
        ("xyzzy plugh", "und"),
        ("", "und"),
    ],
)
def test_language(text, language):
    assert segment(Document("", "", text), "a1").language == language


def test_one_sentence_takes_the_whole_text():
    text = "  He left. She stayed.\n“We go,” said Anna Berg.  "
    article = one_sentence(text, "s")
    assert [(s.span.of(text), s.kind) for s in article.sentences] == [(text.strip(), SentenceKind.BODY)]
    assert article.words == 9
    assert [q.speaker and q.speaker.of(text) for q in article.quotations] == ["Anna Berg"]
    assert article.text == text


def test_one_sentence_of_nothing_has_none():
    assert one_sentence(" \n", "s").sentences == ()


def test_role_and_id_are_kept():
    article = segment(pasted(BODY), "a7", Role.SOURCE)
    assert (article.id, article.role) == ("a7", Role.SOURCE)
    assert article.document.sha256 == hashlib.sha256(BODY.encode()).hexdigest()


def test_the_sample_articles():
    told = [segment(read(path), f"a{i}") for i, path in enumerate(sorted(paths()), 1)]
    assert [len(a.sentences) for a in told] == [11, 40, 21, 24, 26]
    headlines = [[i for i, s in enumerate(a.sentences) if s.kind is SentenceKind.HEADLINE] for a in told]
    assert headlines == [[], [10, 22], [0], [], [0, 1]]
    boilerplate = [[i for i, s in enumerate(a.sentences) if s.kind is SentenceKind.BOILERPLATE] for a in told]
    assert boilerplate == [[], [7], [], [], [25]]
    wire = told[4]
    openings = {
        2: "SEOUL, South Korea — North",
        3: "U.S. officials also",
        11: "Here’s look",
        13: "”Russia is in urgent",
    }
    openings |= {14: "If not, how", 15: "He said Shoigu", 20: "”It would be", 21: "“Their needs", 22: "Pandemic-era"}
    assert all(wire.sentence_text(i).startswith(opening) for i, opening in openings.items())
    assert wire.sentence_text(2).endswith("confrontations with the U.S.")
    assert [q.speaker and q.speaker.of(wire.text) for q in wire.quotations] == [
        "Kim Taewoo",
        "Nam Sung-wook",
        "Nam Sung-wook",
    ]
