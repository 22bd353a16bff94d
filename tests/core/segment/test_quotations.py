import pytest

from core.ingest import pasted
from core.segment import segment


def quoted(text):
    return [q.span.of(text) for q in segment(pasted(text), "a1").quotations]


def told(text):
    article = segment(pasted(text), "a1")
    return [(q.speaker and q.speaker.of(text), q.cue and q.cue.of(text)) for q in article.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She called it “a mess” and left.", ["a mess"]),
        ('She called it "a mess" and "a shame".', ["a mess", "a shame"]),
        ("«Nous partons», a-t-elle dit.", ["Nous partons"]),
        ("« Nous partons », a-t-elle dit.", ["Nous partons"]),
        ("„Wir gehen“, sagte sie.", ["Wir gehen"]),
        ("»Wir gehen«, sagte sie.", ["Wir gehen"]),
        ("”Vi går”, sade hon.", ["Vi går"]),
        (
            "‘We will go,’ she said. ‘The workers’ bus is here,’ she added.",
            ["We will go,", "The workers’ bus is here,"],
        ),
        ("''We will go,'' she said.", ["We will go,"]),
        ("“It is a ‘win-win’ for us,” he said.", ["It is a ‘win-win’ for us,"]),
        ("It’s the dogs’ bowl, isn’t it, from the ’90s?", []),
        ("The mayors' plan and the unions' plan differ.", []),
        ('A 5" pipe and a 6" pipe broke.', []),
        ("“One. Two. Three,” he said.", ["One. Two. Three,"]),
        ("It was old.”It would be good for us,” he said.", ["It would be good for us,"]),
        ("“It is good now.”Borders are shut. “Open them,” he said.", ["It is good now.", "Open them,"]),
        ('He spoke in May."We learned a lot," he said.', ["We learned a lot,"]),
        ("“First part.\n\n“Second part,” he said.", ["First part.\n\n“Second part,"]),
        ("He said: “We go on.\n\nThen it rained.", ["We go on."]),
        ("He called it “a mess and left. Then it rained.", ["a mess and left."]),
        ("“This one never ends. “This one does,” he said.", ["This one never ends.", "This one does,"]),
        ("A word” with a stray mark.", []),
        ("“ ” “…”", []),
    ],
)
def test_what_stands_between_the_marks(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” said Anna Berg, the mayor.", ("Anna Berg", "said")),
        ("“We go,” Anna Berg said on Monday.", ("Anna Berg", "said")),
        ("“We go,” Anna Berg, the mayor of Oslo, later said.", ("Anna Berg", "said")),
        ("“We go,” she told reporters.", ("she", "told")),
        ("“We go,” said a spokesman for the ministry.", ("a spokesman for the ministry", "said")),
        ("“We go,” said the mayor, Anna Berg.", ("the mayor, Anna Berg", "said")),
        ("“We go,” officials said.", ("officials", "said")),
        ("“Do we go?” asked Berg.", ("Berg", "asked")),
        ("He stated, “We go.”", ("He", "stated")),
        ("According to Anna Berg, “we go.”", ("Anna Berg", "According to")),
        ("The plan is “a mess,” according to Anna Berg.", ("Anna Berg", "according to")),
        ("The plan is “a mess” for the town, says Anna Berg, the mayor.", ("Anna Berg", "says")),
        ("Anna Berg, who famously called it “a mess”, left.", ("Anna Berg", "called")),
        ("In May, Anna Berg, head of the board, spoke, warning of “a mess.”", ("Anna Berg", "warning")),
        ("Gov. Anna Berg (D-Ore.) said “we go.”", ("Gov. Anna Berg", "said")),
        ("Anna Berg maintains that view. “We go on as before.”", ("Anna Berg", "maintains")),
        ("“We go.” Berg said.", ("Berg", "said")),
        ("The Norwegian mayor, Anna Berg, told reporters: “We go.”", ("The Norwegian mayor, Anna Berg", "told")),
        ("Berg: ‘We go on’", ("Berg", None)),
        ("The board was clear in its findings: “We go on as before.”", ("The board", None)),
        ("The mayor praised the plan, and added: “We go.”", ("The mayor", "added")),
        ("On Monday the family suggested that it was “a mess”.", ("the family", "suggested")),
        ("The town was stunned, with Anna Berg calling it “a mess”.", ("Anna Berg", "calling")),
        ("BERGEN, Nor. — Anna Berg spoke on Monday, calling it “a mess”.", ("Anna Berg", "calling")),
        ("Anna Berg said so on NRK’s “Morning Post”.", (None, None)),
        ("“Morning Post,” said Anna Berg.", ("Anna Berg", "said")),
        ("The sign read “mind the gap” in red.", (None, None)),
        ("“We go,” said the Harbour Pilots’ Association.", ("the Harbour Pilots’ Association", "said")),
        ("“We go,” the Harbour Pilots' Association said.", ("the Harbour Pilots' Association", "said")),
        ("The Harbour Pilots’ Association called it “a mess”.", ("The Harbour Pilots’ Association", "called")),
    ],
)
def test_speaker_and_cue(text, expected):
    assert told(text) == [expected]


def test_a_quotation_of_its_own_goes_on_with_the_speaker_before():
    text = "“We go,” said Anna Berg. “We always do.”\n\n“It is late.”\n\nThe town has a harbour. It is old."
    assert told(text) == [("Anna Berg", "said")] * 3


def test_a_quotation_inside_another_sentence_has_no_speaker_from_the_one_before():
    text = "“We go,” said Anna Berg. “Mind the gap” is written over the harbour gate."
    assert told(text) == [("Anna Berg", "said"), (None, None)]


def test_a_conjunction_is_no_speaker():
    text = "Mayor Anna Berg said it was “a good plan,” and said that Oslo “gave in.”"
    assert told(text) == [("Mayor Anna Berg", "said")] * 2


def test_spans_leave_the_marks_out():
    text = "“We go,” she said."
    (quotation,) = segment(pasted(text), "a1").quotations
    assert (quotation.span.start, quotation.span.end) == (1, 7)
