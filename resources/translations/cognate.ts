<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin an empty case; verdicts in this one are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case that was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save case as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the case a name and a place; from then on it saves itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files or archives to add to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder, to add every article in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the text on the clipboard as an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the articles that come with Cognate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all articles of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report as PDF, HTML, Word document, tables or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report’s findings, to be pasted into an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the report as it is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change of the case back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the work that is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the marked article out of the case; its file stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again with the marked article as the one under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the derived article under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again with the article under review that likely derives from the one that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, role, outlet, author and date of the marked article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move article up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the marked article the letter before its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move article down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the marked article the letter after its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read its file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the marked article&apos;s file again and compare if it changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the characters of the marked article&apos;s file are encoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add its attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what is attached to the marked mail as articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who took how much from whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two articles side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One article, sentence by sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report as it will be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the overview&apos;s matrix as a plain table, or as a matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next without a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next finding without a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last without a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to a finding without a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceptable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding is acceptable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding needs a credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finding needs to be rewritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the verdict away; the note stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note for the report; right after a verdict key, on the finding just judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange the left and the right article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold unmatched sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or show runs of sentences without a match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let sentences run on in their paragraphs, or one to a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock or free the scrolling of the two articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divergences only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour only findings with divergences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show weak links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide pairs that came close and are not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next weak link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next pair that came close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show closest pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show weak links and go to the closest pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the selected weak link a link set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the previous pair of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next pair of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words in both articles, or in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what the scores leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything that is read larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make everything that is read smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large text and high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn large text and high contrast on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look, thresholds, scores, report and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the guide, at what it says of this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Cognate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} sentence(s) {lacks}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>weak match with {partners}, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disguised, and read as a space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disguised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disguised, and read as “{word}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a disguised space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a disguised word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disguised, reads “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}. Escape cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlink {label} from {partners}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to another sentence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to a sentence of {letter}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it on the sentence of {letter} for {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the sentence of {letter} for {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ribbons between linked sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a source here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a match here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a second article to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article has no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of article {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{part} · nothing taken from {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} · nothing taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} · {count} from {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}, likely earlier · {count} reused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}, likely earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}, likely later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} · {count} shared with {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licensed reprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licensed source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{some} of {n} sentence(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{label}, not reused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reused in {partners}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {partners}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also in {partners}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} word(s) left out of the scores</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{sentence}, {lacks}, folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} sentence(s) {lacks}, {where}, folded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{kind}: {old} against {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {wording} in one only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {new} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {old} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article {letter}, “{title}”, was taken out of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letters of the others moved up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {letter} under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost while the window stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case was opened only to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it under another name to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case says that this article is from “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case may come from somebody else: see that this is the file you mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last case ({case}) was not closed properly; all of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case ({case}) has no name yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it to go on where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusions and thresholds of this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it to end, or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report is being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The articles are being compared again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export when that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program opened the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} file(s) not added: {names}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the article first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlink {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {change}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {change}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions carried over to the new version: {moved}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} decision(s) about changed sentences must be given anew.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} more thing(s) like that.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{title}” came with {n} attachment(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{mails} articles came with {n} attachment(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add its {n} attachment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add all {n} attachment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Encoding of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weak links between {a} and {b}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {others} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows news editors which sentences of a rewrite were taken from where, and what changed on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy version details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{use} Licence: {licence}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of article {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title is kept while this is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper, agency or site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was published; never opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding of article {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the file suggests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How are the characters of “{name}” encoded?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read as {name}. Choose the encoding in which every letter is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this and let the export go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what the report holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Report screen, where this is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home folder ({folder})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name} in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program opened it. It is at {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Cognate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you did is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes are not saved. Go on, and save the case under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fault is the program’s, not your articles’. If anything looks odd, quit and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report names places in the program, none of your texts. Nothing is sent unless you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles and archives ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cognate cases (*.cognate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save case as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide is part of Cognate and needs no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} is outside Cognate and is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys: {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters act only when no text field has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlink the sentence, or link it to another; a right click and a double click do the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go from part to part; the arrow keys move inside a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes of this case could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel, then save the case elsewhere. Discard closes it without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait keeps the window open and shows how far it is. Stop and close leaves out what is not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{shown}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{shown}” holds no model: there is no {model_file} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{shown}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in “{shown}” is damaged or another one than Cognate works with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {default}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trouble} What was set before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change compares the articles again; links may come and go. The report prints every value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change counts the scores again; links stay as they are. The report says what was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cases begin so. A case that is open has its own; press E to change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports begin so. What was chosen for the report of a case stays with that case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all of {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typeface of the interface and the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typeface of the articles and the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language model that compares meaning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop; used unchanged, as shared libraries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows pages of PDF files; used unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of PySide6; used unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program, and the notices of all it stands on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WordNet 3.0 and frequency lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words and pairs of words, to find those that do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the word alignment was fitted on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts text into the model’s pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed by another of these works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the report together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is in the case already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not added a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{name}” holds no articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with articles in it, or the files themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case holds at most {most_articles} articles; not added: {rest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start another case for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cognate stopped this step because of a fault of its own ({fault}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files are unchanged. Try again; if it happens again, report it with this sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cognate could not keep a change because of a fault of its own ({fault}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the case under another name; if it happens again, report it with this sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added: another case is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the articles again when the case that they belong to is on screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy an article first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sourced}% of its words have a source here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sentence of {letter} has a source here to credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit leaves some out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An editor asks for a credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {letter} shares with {there} was judged acceptable or dismissed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No credit is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{there} is not credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reuse between {letter} and {there} was agreed, so no credit is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reuse was agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{there} likely derives from {letter}, so no credit is asked of {letter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} shares only quotations with {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} attribution(s) dropped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} attribution(s) missing from {letter}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} attribution(s) kept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Shared runs, 4 words or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} shares no four words in a row with a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reused</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} sentence(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read as a date. It is kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best as year, month, day: 2023-09-13.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page in one file (MHTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument text (ODT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rich text (RTF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail (EML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook message (MSG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electronic book (EPUB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article that is checked against the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article that others may have taken from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agreed reprint. Reuse is shown but never under “Needs action”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said what its part in the case is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this case it is the one that is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this case it is the likely source of {letter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None; the text was pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File made on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, chosen by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central European</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baltic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Celtic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nordic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>South European</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In {name}, {n} place(s) of the file cannot be read; shown as �.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>In {name}, all of the file can be read. Whether each letter is the right one, the text shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shared quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a passage in common between articles that are otherwise apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change was flagged automatically. Read both sentences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs that only report the same fact are not searched for changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added: {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in {letter}: {wording}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours match in order ({neighbours}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Longest shared run: {n} word(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Together: from the wording alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together: the mean of the meaning of the sentences ({meaning:.2f}) and of their words ({words:.2f}), plus half the wording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} {index}, {score:.2f}, not linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next best: {rival}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked by {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{here} – {there}: only facts in common, in {same} of {n} sentence(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{here} ← {there}: {derived} of {total} sentences have a source in {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} → {there}: {derived} of {total} sentences are reused in {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} – {there}: {derived} of {total} sentences match in {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} {sign} {there}: {derived} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To hand on, to print and to file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read in a browser, without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To edit in a word processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a spreadsheet: a folder of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For other programs: the whole analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the folder from the root on, or choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a file cannot hold “{character}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tables there will be replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{formats}: everything, whichever parts a report has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anonymised: titles, files and the names of authors and outlets are replaced, in the texts too. People in the news keep their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The export was stopped. {n} file(s) written before.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The export was stopped. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{written} of {n} file(s) were written.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was there is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {there} took from {letter} is shown in {there}’s ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {there} shares with {letter} is shown in {there}’s ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter pastes text in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete skips it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding articles that are alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the sentences’ meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linking sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} article(s) compared</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparing {n} article(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading {n} article(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reading articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File {at:,} of {states:,}, {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair {done:,} of {pairs:,}, {one} with {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About {said} left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {said} left in this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linking with {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked with {done:,} of {others:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with {done:,} of {others:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, and {n} more divergence(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No sentence is taken from another article here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Longest shared run: {n} word(s) ({wording}).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Largest single source: {letter}, {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sentence of {letter} has a source among these files. That does not prove that {letter} is original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison was stopped before its end. What it did not reach is unchecked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another comparison is running. This is the ledger of the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short shared run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {labels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {labels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {others} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{shown:,} of {n} sentence(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Unchecked: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchecked: not compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excluded: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} reason(s) for it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} against</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article {source} is under review, but {derived} likely derives from {source} ({count}, {contrary}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when {derived} is under review are its changes and missing credits listed as needing action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} in {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out as boilerplate: {lines}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{what} and {n} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{letter} has {kind} in {n} place(s). {why}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{letter} came with {n} attachment(s): {names}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{letter} has {n} place(s) where two sentences touch without a space.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{letter}: {notice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} is read as {encoding}, which was chosen by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} ends with a stray “{last}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{labels} and {n} more end with a stray “{last}”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{labels} end with a stray “{last}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared quotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article {letter}, {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used: {spoken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same facts only as {facts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in common with the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used by {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared with {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentences:,} in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} shared fact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{row} itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} is used by {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} shares its content with {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} sentence(s) of {row}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} from {column}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly {match}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} of {row}’s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest share here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} and {column} in common: {what}; order unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {letter}, {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} article(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures come with the result; the texts can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is compared yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again to see what one owes to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are being compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare again to include them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles have come since these figures; {rest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The comparison was stopped: {done} of {n} pair(s) of articles are compared.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Why {later} from {earlier}, and not the reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of {later} and {earlier} is older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against it: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in {letter} has a source here, so nothing needs a credit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotations in {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {letter} shares with {where} is licensed, so its reuse needs no action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} more line(s) in the report.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} likely derives from {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, licensed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, same facts only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither {letter} nor a source of it quotes anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} has no source here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} from {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} and {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks and speaker lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without marks in {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to another speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without marks in {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a quotation in {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, no source here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker in both: {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker in {letter}: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other} has no quotations, {letter} has {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{other} has {n} quotation(s), {letter} uses {used}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{other} has {n} quotation(s), {letter} has {used}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more quotation(s) only in {letter}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} article(s), {when}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun {day} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its pages show here in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report can be made as soon as the articles are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report says what was found between the articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report needs two articles that were compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} The pages below are those of the last preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{pairs} of {n} pair(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison was stopped: {done} are compared. The report holds only those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The articles are being compared again. This is the report of the last comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak match, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closest pair, not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored by wording alone, for the two articles have too little in common for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It scored {score:.2f}. Below {floor:.2f} no two sentences are linked, whatever stands around them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It scored {score:.2f}, which would do, but outside the passages in common nothing else speaks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It scored {score:.2f}; {needed:.2f} was needed here, where too little else speaks for reuse. In an article that was plainly reused {usual:.2f} would do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It scored {score:.2f}; {needed:.2f} was needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences compared: {one} of {a} with {other} of {b}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The closest pair scored {score:.2f}; a link needed {needed:.2f} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The closest pair scored {score:.2f}; no link starts below {needed:.2f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two sentences have anything in common that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not prove that {a} is original, only that no source was found in {b}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for weak links …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak links hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} weak link(s) shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} weak link(s) hidden</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The articles stay in the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pairs_done} are compared; a report holds only those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In the case: {n} more article(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kept in “{case}”: {n} more article(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was added to “{case}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped, for another case was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not read: {n} file(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison was stopped: {pairs_done} are in the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles and finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a marked sentence, or press J for the first finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of its findings are hidden by the filter in the sidebar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reworded passage between {a} and {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a second one, Cognate shows what one owes to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One article so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts can be read while the links arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two articles were not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No links yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel keeps the files in the case and stops the comparison. Finished pairs stay finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the texts; comparing goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the texts while comparing goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} more line(s) in the overview.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences and audits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add two articles, and the ledger says of each sentence where it is from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a second article to compare. A ledger needs something to look in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger is filled as soon as all articles were compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} was not compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again to fill its ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the articles to fill the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words, or fewer conditions, show more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sentence is left by the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being put together …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a long text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article has no text that could be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least two articles to see what one owes to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} passage(s) from or in licensed reprints ask for nothing, and are not listed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One passage from or in a licensed reprint asks for nothing, and is not listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit and quotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit and quotations in {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to check: all reuse is from or in a licensed reprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage with a source was found in the pairs that are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passage has its source in another article here. That does not prove that the articles are original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the pages as they are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the preview again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the PDF and open it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>takes {n} page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds {n} page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report on article {letter}, {n} page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text leaves this computer. No account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cognate reads them and never changes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cognate shows evidence. The verdict is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two articles with two linked passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop articles here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop two or more articles here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, web pages, Word, OpenDocument, RTF, PDF, mails, books; folders and ZIP archives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what one article owes to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cognate lines up reworded passages sentence by sentence, shows where the wording and the facts part ways, and writes the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News articles on one event, one of them a rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A match is not a finding of plagiarism. Wire copy, shared quotations and press releases match by design.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s choice follows its light or dark setting, and its wish for high contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of everything that is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the articles’ text at a zoom of 100%, in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast and half as large again; F8 turns it on and off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts go to their place at once, without gliding there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave words that both articles quote, and who says them, out of the scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out shared quotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave names, and the titles before them, out of the scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave shared runs of fewer words out of the scores; runs count from 4 words on, 0 leaves none out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out short runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave these phrases out of the scores wherever they stand. One phrase a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out your own phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers for the report; printed on its first page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom it was made; printed on its first page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG or SVG picture for the top of the report; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a report has this part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How classes and changed words are told apart; without colour for greyscale printing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour and underline styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline styles only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4, portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US Letter, portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces titles, files and the names of authors and outlets, in the texts too; people in the news stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anonymise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the language model is; empty for the one that comes with Cognate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wholly derived from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not derived below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verbatim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paraphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same fact only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrelated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verbatim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paraphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same fact only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no source here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrelated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unquoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unquoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>omission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acceptable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs rewrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boilerplate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary and scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit and quotation audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omitted and added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full texts, side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} for {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend: {said}. {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>share of {n} word(s), by sentence</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger of article {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this place in Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {left:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {left:,} more of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {more:,} more of {left:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more} rows of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audits to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the two articles side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divergences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to add to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {needed:.2f} needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter for the next place, Shift and Enter for the last one, Escape closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place:,} of {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages to check first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the passage in both articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by severity, then by strength of match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown:,} of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show all {n} passage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Who likely derives from whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article here derives from another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>derived, in its main class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared, direction open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same facts only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow: {means}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar: {means}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dotted line: {means}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do about {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text in place of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the text on the clipboard in place of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence {confidence:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} in this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick = lowest accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only sentences with these words (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only sentences with a divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with divergences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only sentences that wait for a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only without verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article of the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show another ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger of {elsewhere}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the ledger of {elsewhere}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right choose a column, Enter sorts by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a sentence. Enter opens its strongest link in Compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of each row’s words that come from the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources, one a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles, one a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who took how much from whom, as a matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that can be done (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the report. Escape leaves the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first place; again, to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who likely derives from whom, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text problems noticed on import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph and reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} more in the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} link(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{same} same fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which two articles to compare ([ and ] go to the previous and next pair)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair shown: {letters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair shown: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who took how much from whom, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity {severity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article {letters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing page {numbers} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing pages {numbers} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages {first}–{last} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is switched on, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer stopped before the last page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its paper and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for greyscale printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of authors and outlets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces titles, files and the names of authors and outlets, in the texts too. People that the news is about keep their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlet (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article that the report is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo: {name}. Choose another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG or SVG file for the head of the first page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put another article under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} was recognised as the article under review: the largest share of its words has a source here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{letter} was put under review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is shown of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screens of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen shown: {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles and classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in this pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in article {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(sentences of {letter})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(sentences)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} pair(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} pair(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}, {pairs} compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolling together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolling freely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding {position} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sentences again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the audit in place of the sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which classes of sentences are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes shown: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding {position} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case and pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusions  {left_out} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept {time}, no name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} could not be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to draw page {number} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict, key {key}; the same again takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on {finding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the weak match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this is no link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}, best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of the best {count} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inflected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synonym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article {letter}, {heading}: {wording}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the marks mean: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has not changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
