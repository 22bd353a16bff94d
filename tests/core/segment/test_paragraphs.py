"""Where paragraphs end: one a line, or lines broken to a width and put together again."""

import textwrap

import pytest

from core.ingest import pasted
from core.segment import segment
from core.segment.paragraphs import paragraphs

STORY = """
The council of Halden met on Monday evening to decide the future of the old harbour, which has stood empty since 2011.
“We cannot wait for another ten years,” said Mayor Anna Berg, who was elected in May. “Nobody has offered anything.”
Critics in the U.S.-led consortium fear that the town will lose 4.2 million kroner a year – more than for its schools.
The vote is due at 5 p.m. on Tuesday. Two of the seven parties have already said that they would vote against a sale.
The harbour was built in 1905.
Its last ship left without a ceremony, as Ida Brandt, 81, remembers. “It simply did not come back,” she says.
""".strip().splitlines()


def told(text):
    """Return the sentences with every kind of space as one blank."""
    article = segment(pasted(text), "a1")
    return [" ".join(article.sentence_text(i).split()) for i in range(len(article.sentences))]


@pytest.mark.parametrize("width", [30, 45, 60, 72, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n", "\n   ", "\n\n   "], ids=repr)
def test_hard_wrapped_text_has_the_sentences_of_the_unwrapped(width, between):
    line_end = "\r\n" if "\r" in between else "\n"
    lines = [line_end.join(textwrap.wrap(p, width, break_on_hyphens=False)) for p in STORY]
    indent = between.lstrip("\r\n")
    assert told(indent + between.join(lines)) == told("\n\n".join(STORY))


@pytest.mark.parametrize("width", [28, 40, 72])
def test_words_broken_at_a_lines_end_break_no_sentence(width):
    def broken(paragraph):
        lines, line = [], ""
        for word in paragraph.split():
            room = width - len(line) - 2
            if line and len(line) + 1 + len(word) > width and word.isalpha() and 3 <= room <= len(word) - 3:
                lines.append(f"{line} {word[:room]}-")
                line = word[room:]
            elif line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        return "\n".join([*lines, line])

    wrapped = "\n\n".join(broken(p) for p in STORY)
    assert "-\n" in wrapped
    assert [s.replace("- ", "") for s in told(wrapped)] == [s.replace("- ", "") for s in told("\n\n".join(STORY))]


@pytest.mark.parametrize(
    "text",
    [
        "The new informa-\ntion office opened on Monday.",
        "Prices in the coun-\r\ntry rose.",
        "The talks between the town and the owners of the old harbour,\nwhich began in May, have failed.",
        "He lives in the house that once was the most expensive one of\nthe town.",
    ],
)
def test_a_line_that_breaks_off_goes_on(text):
    assert len(paragraphs(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Council to sell harbour\nThe vote is due in May, and nobody expects it to be close at all.",
        "Milk\nbread\neggs\ncheese",
        "What the plan says:\nthe harbour is sold",
        "He left.\nshe stayed.",
        "The first line of a poem stands alone\nAnd so does the second one of it",
        "The council met on Monday.\n\nThe mayor, who had called the\n\nmeeting, did not come.",
    ],
)
def test_other_lines_stay_apart(text):
    assert len(paragraphs(text)) == len([line for line in text.split("\n") if line])


def test_items_of_a_wrapped_list_stay_apart():
    text = (
        "1. The harbour is sold to the highest bidder before the end of the\n   year, whatever the price.\n"
        "2. The ferry comes back, at least in summer, and the state pays for\n   it.\n"
        "3. Nothing happens."
    )
    assert [p.of(text)[:2] for p in paragraphs(text)] == ["1.", "2.", "3."]


def test_a_dash_or_a_number_at_a_wrapped_lines_start_is_no_item():
    text = (
        "The mayor promised that the town would pay for all of the repairs\n– and that it would do so before the"
        " winter. She was born in Halden in\n1960. Her party has ruled the town since the year before, with a loss of"
        "\n2.7 points in May."
    )
    assert len(paragraphs(text)) == 1


def test_a_headline_in_title_case_above_wrapped_text_is_a_paragraph():
    text = (
        "Council Decides to Sell Old Harbour for Less Than\nOne Million Kroner\nThe council of Halden decided on Monday"
        " to sell its\nharbour. Nobody was there to see it, for the meeting\nwas not announced in time."
    )
    assert [p.of(text).split()[0] for p in paragraphs(text)] == ["Council", "The"]


def test_quotation_marks_cut_to_control_characters_break_nothing():
    text = "She called it \x1ca mess,\x1d and left. He\x19s still there."
    assert len(paragraphs(text)) == 1
    assert len(told(text)) == 2
