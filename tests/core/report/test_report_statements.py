from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

from core.ingest import pasted
from core.model import (
    Analysis,
    Article,
    Credit,
    Direction,
    DirectionEvidence,
    Divergence,
    DivergenceType,
    Finding,
    Link,
    MatchClass,
    Role,
    Severity,
    Side,
    Span,
)
from core.originality.credit import find_credit
from core.report.cards import change
from core.report.figures import score_cells
from core.report.findings import actions
from core.report.model import build_report
from core.report.sources import sources_of
from core.report.statements import direction, licensed_changes, statement
from core.segment import segment

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
Two = tuple[Article, Article]
PARAPHRASE, QUOTATION, SAME = MatchClass.PARAPHRASE, MatchClass.QUOTATION, MatchClass.SAME_FACT
TEXT = tuple(f"Sentence number {i} about something." for i in range(1, 11))


def told(analysis: Analysis) -> str:
    return " ".join(statement(analysis, sources_of(analysis)))


def acted(analysis: Analysis) -> list[tuple[Severity, str, str]]:
    return [(a.severity, a.name, a.text) for a in actions(analysis, sources_of(analysis))]


def test_one_source_with_changes(rewrite_case: Analysis) -> None:
    assert told(rewrite_case) == (
        "4 of 6 sentences reword or quote article B, “Harbor bridge to close for two years”. No outlet is credited. "
        "One number differs (20 became 12), one statement changed in certainty and one attribution is lost or changed."
    )


def test_the_lead_counts_every_change_that_the_list_names(make: SimpleNamespace) -> None:
    own = ("The quay cost 41 crowns, 1,300 stones and 7 years.", "“It holds,” said Ida Brandt of the quay.", TEXT[0])
    other = ("The quay cost 14 crowns, 3,100 stones and 9 years.", "“It held,” said Olaf Rehn of the quay.", TEXT[0])
    a, b = make.article("a", own), make.article("b", other, title="Quay")
    number, high, medium = DivergenceType.NUMBER, Severity.HIGH, Severity.MEDIUM
    changes = [(number, "41", "14", high), (number, "1,300", "3,100", high), (number, "7", "9", medium)]
    said = [
        (DivergenceType.SPEAKER, "Ida Brandt", "Olaf Rehn", high),
        (DivergenceType.QUOTATION, "It holds", "It held", medium),
        (DivergenceType.ADDITION, "of the", "", Severity.LOW),
    ]
    links = [make.link(a, b, [0], [0], changes=changes), make.link(a, b, [1], [1], changes=said)]
    analysis = make.case([a, b], [make.pair(a, b, links)])
    assert statement(analysis, sources_of(analysis))[-1] == (
        "3 numbers differ (14 became 41; 3,100 became 1,300; 9 became 7), one quotation has another speaker and "
        "one quotation is altered."
    )
    assert [name for _, name, _ in acted(analysis)] == ["Credit", "Number", "Number", "Speaker", "Number", "Quotation"]


def test_shared_quotations_that_were_altered_are_told_in_the_lead(make: SimpleNamespace) -> None:
    own, other = ("“It holds well,” said Ida Brandt.", TEXT[0]), ("“It held well,” said Ida Brandt.", TEXT[1])
    a, b = make.article("a", own), make.article("b", other, title="Quay")
    changes = [(DivergenceType.QUOTATION, "It holds well", "It held well", Severity.MEDIUM)]
    analysis = make.case([a, b], [make.pair(a, b, [make.link(a, b, [0], [0], QUOTATION, changes=changes)])])
    assert statement(analysis, sources_of(analysis)) == (
        "1 of 2 sentences shares a quotation with article B, “Quay”. Nothing else in it is taken over.",
        "One quotation is altered.",
    )


def test_a_speaker_is_told_by_name_alone() -> None:
    text = "The quay will hold for a hundred winters, though the harbour board had doubts."
    a = segment(
        pasted(f"{text}\n\n“It has never moved by a finger’s breadth in forty years,” said Beata Calder."), "a1"
    )
    b = segment(pasted(f"{text}\n\n“It has never moved by a finger’s breadth in forty years,” said Hanno Dahl."), "a2")
    [now], [was] = a.quotations, b.quotations
    spans = []
    for quotation in (now, was):
        assert quotation.speaker is not None
        assert quotation.cue is not None
        both = (quotation.speaker, quotation.cue)
        spans.append(Span(min(span.start for span in both), max(span.end for span in both)))
    divergence = Divergence(DivergenceType.SPEAKER, spans[0], spans[1], Severity.HIGH, "They are hers here.")
    assert change(divergence, a, b) == "Hanno Dahl → Beata Calder"


def test_nothing_found_claims_no_originality(make: SimpleNamespace, bridge: Two) -> None:
    analysis = make.case(bridge, [make.pair(*bridge)])
    assert told(analysis) == (
        "None of its 6 sentences has a source in the 1 other article of this case. "
        "That does not prove that they are original."
    )
    assert acted(analysis) == []
    assert direction(analysis, sources_of(analysis)) == ()


def test_two_sources(make: SimpleNamespace) -> None:
    a, b, c = (make.article(name, TEXT, title=f"Title {name}") for name in "abc")
    analysis = make.case(
        [a, b, c],
        [
            make.pair(a, b, [make.link(a, b, [0], [0], MatchClass.CLOSE)]),
            make.pair(a, c, [make.link(a, c, [i], [i]) for i in (2, 3, 4)]),
        ],
    )
    assert told(analysis) == (
        "3 of 10 sentences reword article C, “Title c”, and 1 closely follows article B, “Title b”. "
        "No outlet is credited."
    )


def test_many_sources(make: SimpleNamespace) -> None:
    a, *others = (make.article(name, TEXT, title=f"Title {name}") for name in "abcd")
    pairs = [make.pair(a, x, [make.link(a, x, [i], [i])]) for i, x in enumerate(others)]
    assert told(make.case([a, *others], pairs)).startswith(
        "3 of 10 sentences have a source in 3 articles: 1 in article B, “Title b”, 1 in C and 1 in D."
    )


def copied(make: SimpleNamespace, *changed: int) -> Two:
    """Return an article and its source, in which some of the sentences and the last one are other words."""
    own = [f"The {what} of the harbor reopened in June." for what in ("quay", "lock", "crane", "mole", "pier", "dock")]
    other = [s.replace("reopened", "closed") if i in changed else s for i, s in enumerate(own)]
    return make.article("a", own), make.article("b", [*other, "Nobody came."], title="Harbor reopens")


def test_partly_verbatim_claims_no_more_than_is_true(make: SimpleNamespace) -> None:
    two = copied(make, 4)
    links = [make.link(*two, [i], [i], MatchClass.VERBATIM if i < 4 else MatchClass.PARAPHRASE) for i in range(5)]
    assert told(make.case(two, [make.pair(*two, links)])).startswith(
        "5 of 6 sentences closely follow article B, “Harbor reopens”, 4 of them word for word."
    )
    unknown = make.case(two, [make.pair(*two, links, derived=Side.UNKNOWN)])
    assert told(unknown).startswith(
        "5 of 6 sentences share their content with article B, “Harbor reopens”, "
        "4 of them word for word. The texts do not tell which came first. "
    )
    later = make.case(two, [make.pair(*two, links, derived=Side.B)])
    assert "4 of them word for word. Article B likely derives from it." in told(later)


def test_wholly_verbatim(make: SimpleNamespace) -> None:
    two = copied(make)
    links = [make.link(*two, [i], [i], MatchClass.VERBATIM) for i in range(6)]
    assert told(make.case(two, [make.pair(*two, links)])).startswith(
        "All 6 sentences repeat, word for word, article B,"
    )


def test_a_quotation_of_the_same_words_is_word_for_word(make: SimpleNamespace) -> None:
    two = copied(make, 1)
    links = [make.link(*two, [i], [i], QUOTATION if i else MatchClass.VERBATIM) for i in range(3)]
    assert ", 2 of them word for word." in told(make.case(two, [make.pair(*two, links)]))


def test_what_was_changed_is_never_called_word_for_word(make: SimpleNamespace) -> None:
    two = copied(make, 1)

    def link(i: int) -> Link:
        made: Link = make.link(*two, [i], [i], MatchClass.VERBATIM)
        return made

    one = told(make.case(two, [make.pair(*two, [link(i) for i in range(5)])]))
    assert one.startswith(
        "5 of 6 sentences closely follow article B, “Harbor reopens”, "
        "4 of them word for word and 1 almost word for word."
    )
    changed = copied(make, 1, 5)
    loose = make.link(*changed, [5], [5])
    turned = make.link(*changed, [1], [1], MatchClass.VERBATIM)
    assert "reopens”, 1 of them almost word for word." in told(
        make.case(changed, [make.pair(*changed, [turned, loose])])
    )
    alone = told(make.case(changed, [make.pair(*changed, [turned])]))
    assert alone.startswith("1 of 6 sentences closely follows article B,")
    assert "reopens”, almost word for word." in alone


def test_where_nothing_tells_who_came_first_no_source_is_claimed(
    make: SimpleNamespace, bridge: Two, taken: list[Link]
) -> None:
    analysis = make.case(bridge, [make.pair(*bridge, taken, derived=Side.UNKNOWN)])
    report = build_report(analysis, when=WHEN)
    assert [step.text for step in report.scale if step.applies] == [
        "54% of its words are shared with another article here, shared quotations aside"
    ]
    assert report.ledger is not None
    assert report.ledger.summary.endswith("4 of 6 sentences share their content with another article here.")
    assert report.actions[0].name != "Credit"
    (credit,) = [a for a in report.actions if a.name == "Credit"]
    assert credit.severity is Severity.MEDIUM
    assert credit.text.startswith(
        "If A came second: nothing in it credits B, with which 3 sentences share their content"
    )
    cells = [c.text + c.name for c in report.scale] + [c.text + c.name for c in report.scores]
    claims = " ".join([*report.statement, *cells])
    assert "have a source" not in claims
    assert "with a source" not in claims


def test_agreed_reuse_is_told_whichever_is_the_reprint(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    a, b = bridge
    agreed = make.article("e", [b.sentence_text(i) for i in range(6)], role=Role.LICENSED)
    for side in Side:
        report = build_report(make.case([a, agreed], [make.pair(a, agreed, taken, derived=side)]), when=WHEN)
        said = " ".join([*report.statement, report.no_action, *(x.summary for x in report.sections)])
        assert "reprint" not in said
        assert "agreed" in said


def test_the_same_text_is_called_that(make: SimpleNamespace) -> None:
    a, b = make.article("a", TEXT), make.article("b", TEXT)
    links = [make.link(a, b, [i], [i]) for i in range(len(TEXT))]
    analysis = make.case([a, b], [make.pair(a, b, links)])
    assert "the same as that of article B" in told(analysis)


def test_only_shared_quotations(make: SimpleNamespace, bridge: Two) -> None:
    analysis = make.case(bridge, [make.pair(*bridge, [make.link(*bridge, [3], [3], QUOTATION)])])
    assert told(analysis) == (
        "1 of 6 sentences shares a quotation with article B, “Harbor bridge to close for two years”. "
        "Nothing else in it is taken over."
    )
    assert acted(analysis) == []


def test_only_the_same_facts(make: SimpleNamespace, bridge: Two) -> None:
    links = [make.link(*bridge, [i], [i], SAME) for i in (1, 4)]
    analysis = make.case(bridge, [make.pair(*bridge, links)])
    assert told(analysis) == (
        "2 of 6 sentences report the same facts as article B, “Harbor bridge to close for two years”, "
        "in their own words. None is taken over."
    )
    assert acted(analysis) == []


def test_a_credit_is_named_and_what_it_leaves_out(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    credit = Credit(present=True, names=("Harbor News",), covers=(1, 2))
    analysis = make.case(bridge, [make.pair(*bridge, taken, credit=credit)])
    assert "It credits Harbor News." in told(analysis)
    assert (
        Severity.MEDIUM,
        "Credit",
        "The credit to Harbor News does not cover 1 sentence with a source in B (A 5).",
    ) in (acted(analysis))


def test_a_source_that_derives_from_the_article_is_no_accusation(
    make: SimpleNamespace, bridge: Two, taken: list[Link]
) -> None:
    analysis = make.case(bridge, [make.pair(*bridge, taken, derived=Side.B)])
    assert "which likely derives from it" in told(analysis)
    assert "credited" not in told(analysis)
    assert acted(analysis) == []
    assert direction(analysis, sources_of(analysis))[0].verdict == "B likely derives from A."


def test_an_unknown_direction_is_an_answer(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    analysis = make.case(bridge, [make.pair(*bridge, taken, derived=Side.UNKNOWN)])
    assert "share their content with article B" in told(analysis)
    assert "cannot be told" in direction(analysis, sources_of(analysis))[0].verdict


def test_direction_gives_reasons_for_and_against_by_letter(make: SimpleNamespace, bridge: Two) -> None:
    reasons = (
        DirectionEvidence("detail", "“Harbor bridge to close for…” names more people", Side.A, Side.B, Span(0, 29)),
        DirectionEvidence(
            "length", "Of the two “Harbor Bridge Repairs May Take Two Years” is longer.", Side.B, Side.A, Span(11, 53)
        ),
        DirectionEvidence("none", "it names neither", Side.B),
    )
    links = [make.link(*bridge, [1], [1])]
    analysis = make.case(bridge, [make.pair(*bridge, links, direction=Direction(Side.A, reasons))])
    (told_direction,) = direction(analysis, sources_of(analysis))
    assert told_direction.verdict == "A likely derives from B."
    assert told_direction.reasons == ("B names more people.",)
    assert told_direction.against == ("Of the two A is longer.", "It names neither.")


def test_a_reason_is_never_given_to_the_other_article_of_a_like_title(make: SimpleNamespace) -> None:
    a = make.article("a", TEXT, title="Harbor bridge to close for two years, says council")
    b = make.article("b", TEXT, title="Harbor bridge to close for two years, says ministry")
    why = "“Harbor bridge to close for two years, say…” credits Reuters."
    reasons = (DirectionEvidence("credit", why, Side.A, Side.B, Span(0, 44)),)
    pair = make.pair(a, b, [make.link(a, b, [1], [1])], direction=Direction(Side.A, reasons))
    analysis = make.case([a, b], [pair])
    (told_direction,) = direction(analysis, sources_of(analysis))
    assert told_direction.reasons == ("B credits Reuters.",)


def test_a_licensed_reprint_needs_no_action(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    a, b = bridge
    licensed = make.article("e", [b.sentence_text(i) for i in range(6)], role=Role.LICENSED)
    analysis = make.case([a, licensed], [make.pair(a, licensed, taken)])
    assert "with which reuse was agreed" in told(analysis)
    assert acted(analysis) == []


def test_actions_name_the_words_and_the_sentences(rewrite_case: Analysis) -> None:
    assert acted(rewrite_case) == [
        (
            Severity.HIGH,
            "Credit",
            (
                "Nothing in A credits B, where 3 sentences have their source, shared quotations aside. "
                "The first is A 2, the last is A 5."
            ),
        ),
        (Severity.HIGH, "Number", "A 2: “12” stands where B 2 has “20”."),
        (Severity.HIGH, "Modality", "A 3: “probably” (B 3) became “no toll will”."),
        (Severity.MEDIUM, "Attribution", "A 5 leaves out “according to the port authority” (B 5)."),
    ]


def test_many_of_a_kind_are_one_row(make: SimpleNamespace) -> None:
    a, b = make.article("a", TEXT), make.article("b", TEXT)
    dropped = [(DivergenceType.ATTRIBUTION, "", "about something", Severity.MEDIUM)]
    links = [make.link(a, b, [i], [i], changes=dropped) for i in (1, 3, 4, 8)]
    assert acted(make.case([a, b], [make.pair(a, b, links)]))[1:] == [
        (Severity.MEDIUM, "Attribution", "4 attributions in B are missing from A (A 2, A 4, A 5, A 9).")
    ]


def test_low_divergences_ask_for_nothing(make: SimpleNamespace, bridge: Two) -> None:
    slight = [(DivergenceType.WRONG_WORD, "beams", "girders", Severity.LOW)]
    analysis = make.case(bridge, [make.pair(*bridge, [make.link(*bridge, [1], [1], changes=slight)])])
    assert [name for _, name, _ in acted(analysis)] == ["Credit"]


def test_odd_characters_are_told(make: SimpleNamespace) -> None:
    findings = tuple(Finding("zero-width", Span(i, i + 1), "invisible characters inside words") for i in (2, 5))
    a, b = make.article("a", TEXT, findings=findings), make.article("b", TEXT)
    assert acted(make.case([a, b], [make.pair(a, b)])) == [
        (Severity.MEDIUM, "Zero width", "2 places in A. Invisible characters inside words.")
    ]


def test_of_two_sources_it_is_said_which_may_be_the_later_one(make: SimpleNamespace) -> None:
    a, b, c = (make.article(name, TEXT, title=f"Title {name}") for name in "abc")
    one = make.pair(a, b, [make.link(a, b, [i], [i]) for i in (0, 1)])
    other = make.pair(a, c, [make.link(a, c, [4], [4])], derived=Side.UNKNOWN)
    assert told(make.case([a, b, c], [one, other])).startswith(
        "2 of 10 sentences reword article B, “Title b”, and 1 shares its content with article C, “Title c”. "
        "The texts do not tell whether it or article C came first."
    )


def test_a_quotation_in_other_words_is_not_called_repeated(make: SimpleNamespace) -> None:
    a = make.article("a", ["The gate had stood wide open, he held.", "It was open for three long days."])
    b = make.article("b", ["“Somebody forgot to lock up,” he said.", "“It was open for three days,” he said."])
    one = [(DivergenceType.UNQUOTED, "stood wide open", "“Somebody forgot to lock up", Severity.MEDIUM)]
    two = [(DivergenceType.UNQUOTED, "open for three", "“It was open for three days", Severity.MEDIUM)]
    links = [make.link(a, b, [0], [0], changes=one), make.link(a, b, [1], [1], changes=two)]
    texts = [text for _, name, text in acted(make.case([a, b], [make.pair(a, b, links)])) if name == "Unquoted"]
    assert texts == [
        "A 1 says in its own words what B 1 has as a quotation: “Somebody forgot to lock up”.",
        "A 2 repeats “It was open for three days” (B 2) without quotation marks.",
    ]


def test_a_licence_does_not_hide_what_became_wrong(make: SimpleNamespace) -> None:
    wrong = [
        (DivergenceType.NUMBER, "number 2", "number 2", Severity.MEDIUM),
        (DivergenceType.MODALITY, "about", "about", Severity.MEDIUM),
        (DivergenceType.ATTRIBUTION, "", "something", Severity.HIGH),
    ]
    high = [(DivergenceType.MODALITY, "about", "about", Severity.HIGH)]
    a = make.article("a", TEXT)
    for own, other in ((Role.UNKNOWN, Role.LICENSED), (Role.LICENSED, Role.UNKNOWN)):
        b = make.article("b", TEXT[:5], role=other)
        subject = make.article("a", TEXT, role=own)
        links = [make.link(a, b, [1], [1], changes=wrong), make.link(a, b, [3], [3], changes=high)]
        analysis = make.case([subject, b], [make.pair(subject, b, links)])
        assert told(analysis).endswith(
            "Changed from the licensed text: 2 serious changes: one number differs (number 2 became number 2) "
            "and one statement changed in certainty."
        )
        assert acted(analysis) == []
        assert "told above" in build_report(analysis, when=WHEN).no_action
    taken_by_it = make.pair(subject, b, links, derived=Side.B)
    assert licensed_changes(make.case([subject, b], [taken_by_it]), ()) == ""


def test_the_same_words_are_never_called_the_articles_own(make: SimpleNamespace) -> None:
    a = make.article("a", ["And at the end: the gate was never shut.", "It rained."])
    b = make.article("b", ["It had rained.", "The gate was never shut."])
    analysis = make.case([a, b], [make.pair(a, b, [make.link(a, b, [0], [1], SAME)])])
    assert "own words" not in told(analysis)
    assert "1 of 2 sentences reports the same facts as article B" in told(analysis)


def test_figures_say_what_they_are_shares_of(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    cells = {c.name: c.text for c in score_cells(make.case(bridge, [make.pair(*bridge, taken)]))}
    assert f"of all {bridge[0].words} words, in sentences from article B" in cells["Largest single source"]
    assert cells["Words in shared runs"].endswith(", outside quotation marks")
    alone = make.case(bridge, [make.pair(*bridge, [make.link(*bridge, [3], [3], QUOTATION)])])
    cells = {c.name: c.text for c in score_cells(alone)}
    assert "none of them counted as taken over" in cells["Words around them"]
    assert "share a quotation with article B" in cells["Largest single source"]


def test_words_in_marks_under_a_credit_are_told(make: SimpleNamespace) -> None:
    a = segment(pasted("The Reuters report is odd. “The mill burned down at dawn,” the agency wrote. It rained."), "a")
    b = make.article("b", ["The mill burned down at dawn."])
    links = [make.link(a, b, [1], [0], MatchClass.CLOSE)]
    analysis = make.case([a, b], [make.pair(a, b, links, credit=find_credit(a, links, b))])
    assert "stand in quotation marks" not in told(analysis)
    (ledger, *rest) = analysis.ledgers
    counted = replace(ledger.scores, by_words={**ledger.scores.by_words, "quoted": 6 / a.words})
    analysis = replace(analysis, ledgers=(replace(ledger, scores=counted), *rest))
    assert "It credits Reuters. 6 words of what they share stand in quotation marks." in told(analysis)
