"""Where sentences end; ``¦`` marks every place where one should, the space around it as the text has it."""

import pytest

from core.ingest import pasted
from core.segment import segment

PLAIN = [
    "Prices rose in May.¦ They fell again in June.",
    "Will it last?¦ Nobody knows!¦ Not even the bank.",
    "“We are ready,” said Anna Berg.¦ “We have been for years.”",
    "“We are ready.”¦ She smiled.",
    "“Are you sure?” asked the judge.¦ He was.",
    "“Are you sure?” Judge Helen Park asked.¦ He was.",
    "“Is that all?”¦ Nobody answered.",
    "He said ‘no way!’ and left.¦ She stayed.",
    "The band Yahoo! wrote to nobody in particular.",
    "The shares of Yahoo! rose.¦ Others fell.",
    "They waited (the train was late.) and then walked.",
    "The mayor (she was elected in 2019. Nobody ran against her.) resigned.",
    "The mayor resigned.¦ (She was elected in 2019.)¦ Nobody was surprised.",
    "The report was clear.[3]¦ The law was not.[4][5]",
    "Rain fell... and fell.¦ Then it stopped.",
    "Rain fell.…¦ Then it stopped.",
    "“I thought… maybe not,” he said.",
    "He has an iPhone.¦ iPhones are dear.",
    "The deal is worth $4.2 billion.¦ $1.1 billion comes from the state.",
    "Visit www.example.org/news.html for more.¦ It is free.",
    "Write to desk@example.co.uk.¦ We read everything.",
    "Version 2.0 of the file notes.txt is out.¦ Take it.",
    "See No. 5 on p. 12 and Fig. 3, Vol. II.¦ Then decide.",
    "“No.”¦ That was all.",
    "She said no.¦ Then she left.",
    "We make a good pair, he and I.¦ Everyone says so.",
    "Vitamin C.¦ The rest is unproven.",
    "We don't.¦ They do.¦ It is the mayor's.¦ Nobody else's.",
    "She said no.¦ I left.",
    "It was founded c. 1900.¦ It closed ca. 1950.",
    "She left.¦ eBay fell.¦ macOS is free.",
    "“Well... I don’t know,” he said.¦ “It’s... It’s over.”",
    "“We cannot…¦ It’s late.”",
    "“Stop it!” Ana Hale yelled.¦ “Now!”",
    "“What now?” Mr. Hale asked.¦ “Nothing,” Li replied.",
    "Choose one of these. ¦1. What is it?",
    "“First.¦ Second,” he said.¦ “Third.¦ Fourth.”",
    "He called it “a mess”.¦ She did not.",
    "He spoke of «a mess».¦ „Nein“, sagte sie.¦ « Oui. »¦ Nobody spoke.",
    '"We go,” he said.¦ “It is late."¦ She left.',
    "He wrote: “It’s over.”¦ @hale replied.",
    "The index <.ABC> fell.¦ Ames <AMES.PK> rose.",
]

CAPITALS = [
    "THE U.S. SENATE VOTED ON MONDAY.¦ SEN. ANA RUIZ VOTED NO.¦ HE IS IN THE U.S. THIS WEEK.¦ HE LEFT.",
    "POLICE SAID THE MAN WAS ARRESTED AT 5 P.M. ON MONDAY.¦ NO. 5 ELM ST. IN ALBANY WAS EMPTY.¦ NO ONE WAS HURT.",
    "THE STORM HIT GA. AND FLA. ON FRIDAY.¦ SHE FELT ILL.¦ DOCTORS CAME.¦ THE MAN SAT.¦ THE SUN ROSE.",
]

DATELINES = [
    "LONDON (Reuters) — The mayor left.¦ He was tired.",
    "KYIV, Ukraine (AP) – The mayor left.¦ He was tired.",
    "WASHINGTON, March 3 — The mayor left.¦ He was tired.",
    "ST. LOUIS (AP) — The mayor left.¦ He was tired.",
    "LOS ANGELES, Calif., Jan. 5 (UPI) -- The mayor left.¦ He was tired.",
    "GENEVA, 5 Sept. (Wire) -- The mayor left.¦ He was tired.",
    "Halden, Norway (AP) - The mayor left.¦ He was tired.",
    "BEDFORD, N.H. (AP) — The mayor left.",
]

HEADINGS = [
    "HARBOUR SOLD ¦The council voted on Monday to sell the harbour.¦ Nobody objected.",
    "Ana Ruiz of the Centre Party ¦In the north of the country, her party won most seats.",
    "The Bank of the West said it would wait.¦ It did.",
    "In the Hall of Fame They Came to See The Best",
]

ABBREVIATIONS = [
    "Mr. Ames met Dr. Lee, Gen. Ruiz and Lt. Col. Ito on Mt. Baker.¦ They spoke for hours.",
    "Sen. Ana Ruiz and Reps. Tom Hale and Joan Li voted no.",
    "J. K. Ferris wrote it.¦ J.R.R. Olsen read it.¦ George W. Hall did neither.",
    "He moved to the U.S. in May.¦ She stayed in the U.K.¦ They wrote.",
    "They moved to the U.S.¦ He left again.",
    "They live in the U.S.¦ But she works in the U.N. Secretariat.",
    "The U.S. Army and the U.S. Forest Service agreed with U.S. President Lee.",
    "The two differ with the U.S.¦ South Korea’s offer still stands.",
    "The two differ with the U.S.¦ China will wait.",
    "The U.S. Chess Federation said it would wait.",
    "Ames Inc. Chief Executive Joan Li resigned.¦ Hale & Co. did not comment.",
    "She runs Ames Inc.¦ It was founded in 1990.",
    "Martin Hale Jr. spoke first.¦ Then came John Ito Sr.¦ He was brief.",
    "On Sept. 5 and Oct. 12 it rained.¦ It was dry on Dec. 1, 2020.",
    "Nothing happened in Sept.¦ October was worse.",
    "At 6 a.m. Mr. Hale woke.¦ He slept at 11 p.m.¦ Ms. Li slept later.",
    "The vote is at 9 p.m. Eastern on Tuesday.¦ Doors open at 8 p.m. GMT.",
    "Some cases, e.g. Hale v. Ito, vs. others, i.e. Li et al., remain.",
    "Milk, eggs, etc. were sold out.¦ Bread was not.",
    "He lived in Springfield, Ill. until 2001.¦ She felt ill.¦ Doctors came.",
    "ALBANY, N.Y. - The senate met.¦ It voted.",
    "SALEM, Ore. (AP) — The mayor resigned.¦ Nobody knew why.",
    "He holds a Ph.D. in physics.¦ She has an M.A. from Leeds.",
    "A then-Rep. Hale and ex-Gov. Li spoke.¦ Sec. Ito did not.¦ See Sec. 5.",
    "He lives on Elm St.¦ It is long.¦ He is 6 ft.¦ They met in St. Paul.",
    "The polls close at 8 p.m. E.T. on Tuesday.¦ Doors open at 7 p.m. Kyiv time.¦ Results come at 9 p.m.¦ He left.",
    "Gov. C.L. “Butch” Hale spoke.¦ E.J. Hale said no.",
    "She lives in Boise, Idaho.¦ U.S. officials do not.¦ He went to Ames Inc.¦ U.N. envoys followed.",
    "The U.S. Attorney's office said no.¦ Ms. Li moved from the U.K.¦ Mr. Hale stayed.",
    "He drives the Ames Inc. No. 1 car.¦ F.B.I. “Raid” was a film.",
]

GLUED = [
    "The talks collapsed.¦Russian officials left.¦They flew home.",
    "He fights with the U.S.¦U.S. officials also said so.",
    "She left the U.N.¦U.S. envoys stayed.",
    "They left the U.S.¦Officials did not say why.",
    "The N.A.A.C.P. met.¦The A.C.L.U. did not.",
    "We saw copies of old munitions.¦”Russia is in need of them,” said Jin Park.",
    'It was late in November.¦"We learned a lot," she said.',
    "“It works perfectly now.”¦Border towns are empty.",
    "He finished.¦“We go on,” he said.¦“We always do.”¦Then he left.",
    "It cost 5 million in 2020.¦They paid.",
    "They sold weapons technologies.¦A meeting followed.¦I was there.",
    "Nobody came!¦Why not?¦It rained.",
    "Is this the end?”¦He shrugged.",
    "Booking.Com and Yahoo.Com grew.",
    "He knows ASP.NET and Node.JS well.",
    "Open README.TXT, then https://Example.Com/Path.Html?Id=X.Y now.",
    "Write to Jane.Doe@Example.com today.",
    "J.K. Ferris and A.B.Olsen met Ph.D.s there.",
    "Mr.Hale met St.John.",
    "The class java.util.List.Entry is old.",
    "He called it a “mess”.¦The mayor agreed.¦She left (late).¦He stayed.",
    "The site is www.example.co.nz.¦Names of people are there.¦See example.com/a.html.¦The page is long.",
    "Not all liked the choice of sites.¦U.S. Senator Hale did not.¦He told Kim.¦U.N. envoys listened.",
    "He loved the Visual Arts.¦Image: a man.¦It cost 1,121.¦A man paid.",
    "It was 9/11.¦The town wept.¦She met them all.¦P&G was there.",
    "She was released.¦Gov. Hale said so.",
]

LISTS = [
    "1. Take the train ¦2. Walk to the port ¦3. Ask for Ana",
    "1) Take the train. ¦2) Walk. ¦3) Ask.",
    "a. apples ¦b. pears ¦c. plums",
    "• Apples ¦• Pears ¦• Plums",
]

OTHER_SCRIPTS = [
    "今日は雨です。¦明日は晴れます。¦「本当ですか？」¦はい。",
    "Это новость.¦ Она короткая.",
    "« Bonjour. »¦ Elle est partie.",
    "यह समाचार है।¦ यह छोटा है।",
]


EVERY = [*PLAIN, *CAPITALS, *DATELINES, *HEADINGS, *ABBREVIATIONS, *GLUED, *LISTS, *OTHER_SCRIPTS]


@pytest.mark.parametrize("marked", EVERY)
def test_sentences_end_where_marked(marked):
    text = marked.replace("¦", "")
    article = segment(pasted(text), "a1")
    told = [article.sentence_text(i) for i in range(len(article.sentences))]
    assert told == [part.strip() for part in marked.split("¦")]
