"""What becomes of quotations: every status, and who says them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import (
    AlignedWords,
    Article,
    Document,
    Evidence,
    Link,
    MatchClass,
    QuotationRow,
    QuotationStatus,
    Span,
    WordMatch,
)
from core.originality.quotation_audit import audit_quotations
from core.segment import segment


def read(text: str, name: str = "a1") -> Article:
    return segment(Document(path="", sha256="0" * 64, text=text), name)


def linked(*pairs: tuple[int, int], match: MatchClass = MatchClass.CLOSE) -> list[Link]:
    evidence = Evidence(meaning=None, tokens=None, wording=0.5, order=0.5, longest_run=3)
    return [Link((i,), (j,), ((i, j, match),), match, 0.9, evidence) for i, j in pairs]


def place(article: Article, word: str) -> Span:
    at = article.text.index(word)
    return Span(at, at + len(word))


def audited(a: str, b: str, *pairs: tuple[int, int]) -> list[QuotationRow]:
    return list(audit_quotations(read(a), read(b, "a2"), linked(*pairs)))


def only(a: str, b: str, *pairs: tuple[int, int]) -> QuotationRow:
    rows = audited(a, b, *(pairs or ((0, 0),)))
    assert len(rows) == 1, rows
    return rows[0]


SOURCE = "“The old dam will not survive another winter,” said Ida Brandt."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('Ida Brandt said: "The old dam will not survive another winter".', "The same words."),
        ("“The OLD dam will not survive another winter”, Ida Brandt said.", "The same words."),
        ("“The old dam will not survive,” Ida Brandt said.", "The same words, cut short."),
        ("“The old dam … another winter,” Ida Brandt said.", "The same words, an omission marked."),
        ("“The old [Hartwick] dam will not survive another winter,” Ida Brandt said.", "The same words."),
    ],
)
def test_typography_cuts_and_declared_changes_keep_a_quotation(text: str, why: str) -> None:
    row = only(text, SOURCE)
    assert (row.status, row.why) == (QuotationStatus.KEPT, why)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“The old dam will never survive another winter,” said Ida Brandt.",
            "“never” here, “not” in the other article",
        ),
        ("“The old dam will survive another winter,” said Ida Brandt.", "“not” only in the other article"),
        ("“The old dam will surely not survive another winter,” said Ida Brandt.", "“surely” only here"),
        ("“Another winter the old dam will not survive,” said Ida Brandt.", "The same words in another order."),
    ],
)
def test_other_words_in_the_marks_alter_it(text: str, told: str) -> None:
    row = only(text, SOURCE)
    assert row.status is QuotationStatus.ALTERED
    assert told in row.why


def test_words_that_go_beyond_the_source_alter_it() -> None:
    row = only("“The old dam will not survive another winter, and I told them so,” said Ida Brandt.", SOURCE)
    assert (row.status, row.why) == (
        QuotationStatus.ALTERED,
        "Other words in the marks: “and I told them so” only here.",
    )


def test_synonyms_are_seen_where_the_words_are_aligned() -> None:
    a = read("“The ancient barrage shall crumble within months,” said Ida Brandt.")
    b = read("“Our old dam will break before spring,” said Ida Brandt.", "a2")
    pairs = [("ancient", "old"), ("barrage", "dam"), ("crumble", "break"), ("months", "spring")]
    rows = [AlignedWords(place(a, p), place(b, q), WordMatch.SYNONYM) for p, q in pairs]
    link = linked((0, 0))[0]
    assert [r.status for r in audit_quotations(a, b, [link])] == [QuotationStatus.DROPPED, QuotationStatus.NEW]
    found = audit_quotations(a, b, [replace(link, alignment=tuple(rows))])
    assert [r.status for r in found] == [QuotationStatus.ALTERED]


def test_another_named_speaker_moves_it() -> None:
    row = only("“The old dam will not survive another winter,” said Karl Ostrem.", SOURCE)
    assert row.status is QuotationStatus.MOVED
    assert row.why == "Karl Ostrem says it here, Ida Brandt in the other article."
    assert (row.speaker_a is None, row.speaker_b is None) == (False, False)


def test_two_speakers_of_one_sentence_who_changed_places_are_both_moved() -> None:
    swapped = "“The old dam will hold for years,” said {}, while {} said “nobody is safe below it”."
    rows = audited(swapped.format("Karl Ostrem", "Ida Brandt"), swapped.format("Ida Brandt", "Karl Ostrem"), (0, 0))
    assert [row.status for row in rows] == [QuotationStatus.MOVED, QuotationStatus.MOVED]


def test_moved_words_that_were_altered_too_tell_both() -> None:
    row = only("“The old dam will never survive another winter,” said Karl Ostrem.", SOURCE)
    assert row.status is QuotationStatus.MOVED
    assert "“never” here, “not” in the other article" in row.why


@pytest.mark.parametrize(
    "text",
    [
        "“The old dam will not survive another winter,” said Mayor Brandt.",
        "“The old dam will not survive another winter,” said Ida Brand.",
        "“The old dam will not survive another winter,” he said.",
        "“The old dam will not survive another winter,” said the mayor.",
        "“The old dam will not survive another winter,” said a spokesman for Northern Grid.",
        "“The old dam will not survive another winter,” said Karl Ostrem, who quoted Ida Brandt.",
        "“The old dam will not survive another winter.”",
    ],
)
def test_nobody_is_moved_who_may_be_the_same(text: str) -> None:
    assert only(text, SOURCE).status is QuotationStatus.KEPT


def test_a_pronoun_that_cannot_be_resolved_is_unknown() -> None:
    row = only("“The old dam will not survive another winter,” he said.", SOURCE)
    assert row.speaker_a is None


def test_a_pronoun_stands_for_the_only_person_before_it() -> None:
    text = "Karl Ostrem, an engineer, looked at it. “The old dam will not survive another winter,” he said."
    row = only(text, SOURCE, (1, 0))
    assert row.status is QuotationStatus.MOVED
    assert row.speaker_a is not None
    assert row.speaker_a.of(text) == "Karl Ostrem"


def test_a_last_name_in_the_way_is_whom_a_pronoun_means() -> None:
    text = (
        "Karl Ostrem, an engineer, looked at it. Ann Lee watched.\n\n"
        "Lee’s view was short. “The old dam will not survive another winter,” she said."
    )
    row = only(text, SOURCE, (3, 0))
    assert row.speaker_a is not None
    assert row.speaker_a.of(text) == "Lee"


def test_a_name_that_may_be_a_persons_lets_a_pronoun_reach_no_further() -> None:
    text = (
        "Karl Ostrem, an engineer, looked at it.\n\n"
        "On Monday Dorrit’s view was short. “The old dam will not survive another winter,” he said."
    )
    row = only(text, SOURCE, (2, 0))
    assert (row.status, row.speaker_a) == (QuotationStatus.KEPT, None)


def test_one_is_somebody_else_than_the_speaker_before() -> None:
    text = "Karl Ostrem, an engineer, built it. Farmers hated it. One called it “a bath for goats with no plug”."
    other = "Ida Brandt called it “a bath for goats with no plug”."
    row = only(text, other, (2, 0))
    assert (row.status, row.speaker_a) == (QuotationStatus.KEPT, None)


def test_of_two_persons_a_pronoun_tells_none() -> None:
    text = "Karl Ostrem, an engineer, met Ann Lee, a farmer. “The old dam will not survive another winter,” he said."
    row = only(text, SOURCE, (1, 0))
    assert (row.status, row.speaker_a) == (QuotationStatus.KEPT, None)


def test_words_that_stand_as_prose_are_unquoted() -> None:
    text = "The old dam will not survive another winter."
    row = only(text, SOURCE)
    assert row.status is QuotationStatus.UNQUOTED
    assert row.a is not None
    assert row.a.of(text) == "The old dam will not survive another winter"
    assert row.why == "The words stand here without quotation marks, and their speaker is not named."


def test_a_speaker_who_is_still_named_is_told() -> None:
    text = "Another winter is more than the old dam can survive, Ida Brandt thinks."
    row = only(text, SOURCE)
    assert row.status is QuotationStatus.UNQUOTED
    assert row.speaker_a is not None
    assert row.speaker_a.of(text) == "Ida Brandt"
    assert "not named" not in row.why


def test_prose_counts_only_where_the_sentences_are_linked() -> None:
    rows = audited("The old dam will not survive another winter.", SOURCE)
    assert [(r.status, r.a, r.why) for r in rows] == [(QuotationStatus.DROPPED, None, "Nothing here stands for it.")]


def test_a_quotation_in_b_only_is_dropped_and_one_in_a_only_is_new() -> None:
    a = "“Nobody asked the farmers about any of this,” said Ann Lee."
    rows = audited(a, SOURCE, (0, 0))
    assert [(r.status, r.a is None, r.b is None) for r in rows] == [
        (QuotationStatus.DROPPED, True, False),
        (QuotationStatus.NEW, False, True),
    ]
    assert rows[0].why == "Its sentence is taken up here without it."
    assert rows[1].speaker_a is not None
    assert rows[1].speaker_a.of(a) == "Ann Lee"


def test_marks_that_are_new_are_told() -> None:
    rows = audited(SOURCE, "The old dam will not survive another winter, Ida Brandt said.", (0, 0))
    assert [(r.status, r.why) for r in rows] == [
        (QuotationStatus.NEW, "It stands as prose in the other article: the marks are new here.")
    ]


def test_marks_around_the_other_articles_prose_are_told_though_nothing_is_linked() -> None:
    a, b = read("He shrugged: “The gate was never shut.” It rained."), read("It rained. The gate was never shut.", "a2")
    [row] = audit_quotations(a, b, [])
    assert row.status is QuotationStatus.NEW
    assert row.b is not None
    assert row.b.of(b.text) == "The gate was never shut"
    assert row.why == "It stands as prose in the other article: the marks are new here."
    a, b = read("He wrote: “The gate cost 4.3 million.”"), read("The gate cost 4.3 million.", "a2")
    [row] = audit_quotations(a, b, linked((0, 0)))
    assert row.b is not None
    assert row.b.of(b.text) == "The gate cost 4.3 million"
    a = read("He shrugged: “The gate was never shut.” It rained.")
    [alone] = audit_quotations(a, read("The gate was never rusty, never shut.", "a2"), [])
    assert (alone.b, alone.why) == (None, "Only here.")


def test_a_quotation_told_in_other_words_is_not_said_to_be_repeated() -> None:
    a = read("The ancient wall fails next winter, Ida Brandt warned.")
    b = read("“Next winter the dam surely fails,” Ida Brandt said.", "a2")
    pairs = [("wall", "dam"), ("winter", "winter"), ("fails", "fails"), ("next", "Next")]
    words = tuple(AlignedWords(place(a, p), place(b, q), WordMatch.SYNONYM) for p, q in pairs)
    [row] = audit_quotations(a, b, [replace(linked((0, 0))[0], alignment=words)])
    assert row.status is QuotationStatus.UNQUOTED
    assert row.why == "It is told here in the writer's own words."


def test_a_quotation_split_by_its_speaker_is_two_rows() -> None:
    whole = "“The old dam will not survive another winter, and nobody in town cares,” said Ida Brandt."
    split = "“The old dam will not survive another winter,” said Ida Brandt, “and nobody in town cares.”"
    rows = audited(whole, split, (0, 0))
    assert [(r.status, r.a == rows[0].a) for r in rows] == [(QuotationStatus.KEPT, True)] * 2
    turned = audited(split, whole, (0, 0))
    assert [(r.status, r.why) for r in turned] == [(QuotationStatus.KEPT, "The same words, parted in two.")]


def test_rows_stand_in_the_order_of_b() -> None:
    one, two = (
        "“Nobody asked the farmers about this,” said Ann Lee.",
        "“We shall rebuild it stone by stone,” said Bo Grim.",
    )
    rows = audited(f"{two} {one}", f"{one} {two}")
    assert [r.status for r in rows] == [QuotationStatus.KEPT] * 2
    assert [r.b.start for r in rows if r.b] == sorted(r.b.start for r in rows if r.b)


def test_a_row_needs_a_side() -> None:
    with pytest.raises(ValueError, match="at least one side"):
        QuotationRow(QuotationStatus.KEPT, None, None, None, None, "")


PIECES = st.sampled_from(
    ["“The dam is old,” said Ida Brandt.", "“The dam is ancient,” he said.", "The dam is old.",
     "“Yes,” “no” and “[…]”.", "“We … know [it],” Karl Ostrem said.", "“", "”",
     "Ida Brandt, a mayor, came.", "“The dam", "\n\n"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=7).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS)
def test_every_quotation_is_told_once_and_nothing_raises(one: str, two: str) -> None:
    a, b = read(one), read(two, "a2")
    links = linked(*[(i, i) for i in range(min(len(a.sentences), len(b.sentences)))])
    rows = audit_quotations(a, b, links)
    of_b = [r.b for r in rows if r.b is not None and r.status is not QuotationStatus.NEW]
    assert len(set(of_b)) == len(of_b)
    assert set(of_b) <= {q.span for q in b.quotations}
    assert {r.a for r in rows if r.status is QuotationStatus.NEW} <= {q.span for q in a.quotations}


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_against_itself_everything_is_kept(text: str) -> None:
    a, b = read(text), read(text, "a2")
    links = linked(*[(i, i) for i in range(len(a.sentences))])
    assert {r.status for r in audit_quotations(a, b, links)} <= {QuotationStatus.KEPT}


BODY = '\n\nIn the small hours of Sunday she wrote a letter. "I have climbed these stairs every day since," she said.'


def test_a_headline_may_shorten_a_quotation_that_its_text_has_whole() -> None:
    source = 'The keeper spoke on Monday for the first time. "I have climbed these stairs every day since," she said.'
    headed = "'I climb these stairs every day', says keeper" + BODY
    rows = audited(headed, source, (0, 1), (2, 1))
    assert [row.status for row in rows] == [QuotationStatus.KEPT]


@pytest.mark.parametrize("words", ["I never climb these stairs every day", "I hate these stairs every day"])
def test_a_headline_with_other_words_alters_it_all_the_same(words: str) -> None:
    source = 'The keeper spoke on Monday for the first time. "I have climbed these stairs every day since," she said.'
    [row] = audited(f"'{words}', says keeper" + BODY, source, (0, 1), (2, 1))
    assert row.status is QuotationStatus.ALTERED


def test_a_headline_that_shortens_what_its_text_has_not_alters_it() -> None:
    source = 'The keeper spoke on Monday for the first time. "I have climbed these stairs every day since," she said.'
    text = "In the small hours of Sunday the keeper wrote a letter to the board of the harbour."
    [row] = audited(f"'I climb these stairs every day', says keeper\n\n{text}", source, (0, 1))
    assert row.status is QuotationStatus.ALTERED
