"""Double marks of any style, and marks that are none: inches, seconds, ditto marks, empty pairs."""

# ruff: noqa: RUF001 - quotation marks are what is tested

from __future__ import annotations

import pytest

from tests.quoted_ranges import quoted

STYLES = {
    "straight": '"The well is dry," said Oumar.',
    "curly": "“The well is dry,” said Oumar.",
    "curly opening, straight closing": '“The well is dry," said Oumar.',
    "straight opening, curly closing": '"The well is dry,” said Oumar.',
    "two opening ones, as a keyboard guesses": "“The well is dry,“ said Oumar.",
    "two closing ones, as in Swedish": "”The well is dry,” said Oumar.",
    "turned around": "”The well is dry,“ said Oumar.",
    "high and reversed": "‟The well is dry,” said Oumar.",
    "low and English": "„The well is dry,” said Oumar.",
    "low and German": "„The well is dry,“ said Oumar.",
    "guillemets": "«The well is dry,» said Oumar.",
    "French guillemets": "«\u00a0The well is dry,\u00a0» said Oumar.",
    "narrow French spaces": "«\u202fThe well is dry,\u202f» said Oumar.",
    "German guillemets": "»The well is dry,« said Oumar.",
    "Swedish guillemets": "»The well is dry,» said Oumar.",
    "two typed single ones": "''The well is dry,'' said Oumar.",
    "grave accents": "``The well is dry,'' said Oumar.",
    "two curly single ones": "‘‘The well is dry,’’ said Oumar.",
    "doubled": '""The well is dry,"" said Oumar.',
    "doubled curly": "““The well is dry,”” said Oumar.",
    "doubled at one end": '""The well is dry," said Oumar.',
    "three": '"""The well is dry,""" said Oumar.',
    "in brackets": 'Oumar was sad ("The well is dry,").',
    "behind a colon without a space": 'Oumar:"The well is dry,"',
    "behind a dash": 'Oumar—"The well is dry,"—left.',
    "glued to a full stop": 'Oumar sat."The well is dry,"he said.',
    "glued curly": "Oumar sat.“The well is dry,”he said.",
    "glued German": "Oumar saß.„The well is dry,“sagte er.",
    "marks of direction": '\u200f"The well is dry,"\u200f said Oumar.',
    "marks of direction behind a colon": "Oumar:\u200e \u2067“The well is dry,”\u2069",
    "spaces inside curly ones": "Oumar: “ The well is dry, ” he said.",
    "over a line": "Oumar: “The well is dry,”\nhe said.",
}
NONE = {
    "inches": 'A 5" pipe, a 6" pipe and a 12" gun were found.',
    "feet and inches": "He is 6'2\" tall, she 5' 10\".",
    "minutes and seconds": "It took 5'30\", then 4'59\" in the rain.",
    "degrees": "The ship lay at 12°40'15\" N, 43°20'30\" E.",
    "ditto": 'Aden    12 boats\n"       15 "\n"       20 "',
    "ditto before a comma": 'Aden, 5 boats; " , 6 boats; " , 7.',
    "empty": 'The field "" was left blank, and so was “”, and «».',
    "only punctuation": 'He wrote "..." and then “—” and «?!».',
    "inside a word": 'The צה"ל and the דו"ח, a 3"x4 frame.',
    "a mark alone": '"',
    "a mark alone in a paragraph": 'They left.\n\n"\n\n”\n\n“\n\nThey came back.',
    "marks without anything": '"""""" ““““ »»» «« ” „',
    "arrows": "Read more » Home » News » Archive",
    "a space on both sides": 'Pipes of 5 " and 6 " were found.',
}
BESIDE = {
    "inches before": ('A 5" pipe broke. "Run," he said.', ["Run,"]),
    "inches inside": (
        '"It was a 10" pipe," he said. "It broke."',
        ['It was a 10" pipe,', "It broke."],
    ),
    "inches twice inside": ('"A 3" x 5" frame," he said.', ['A 3" x 5" frame,']),
    "a number quoted": ('Hut "No 4" has a 12" wall, hut "5" none.', ["No 4", "5"]),
    "an acronym in Hebrew": ('The דו"ח says "no," twice.', ["no,"]),
    "empty before": ('The form says "" and he says "no."', ["no."]),
    "one letter": ('Rooms "A" and “B” and «C».', ["A", "B", "C"]),
    "pairs without a space": ('"A""B" and “C”“D” and «E»«F»', ["A", "B", "C", "D", "E", "F"]),
    "pairs with a slash": ('The "left"/"right" split', ["left", "right"]),
    "a possessive behind": ('The "boss"\'s car, the “boss”’s car', ["boss", "boss"]),
    "dots at the head": ('"...and left," he said, "…at dawn."', ["...and left,", "…at dawn."]),
    "money at the head": ('"$5 is much," he said, "€6 is more."', ["$5 is much,", "€6 is more."]),
    "square brackets": ('"[The men] left," he said.', ["[The men] left,"]),
    "a dash at the end": ('"But I—" he said. "No."', ["But I—", "No."]),
    "Arabic": ("قال «نعم» ثم رحل. “لا” قال.", ["نعم", "لا"]),
    "code": ('show("one", "two")', ["one", "two"]),
    "an arrow inside": ('He read "Home » News" aloud.', ["Home » News"]),
    "every style in one sentence": (
        'He said “go”, "stay", «eat», „sleep“, »run« and ”hide”.',
        ["go", "stay", "eat", "sleep", "run", "hide"],
    ),
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_every_style_of_marks_is_read(text: str) -> None:
    """Whatever the marks, what stands between them is found without them."""
    assert quoted(text) == ["The well is dry,"]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_marks_that_quote_nothing(text: str) -> None:
    """Inches, seconds, ditto marks and empty pairs are no quotations."""
    assert quoted(text) == []


@pytest.mark.parametrize(("text", "found"), BESIDE.values(), ids=BESIDE)
def test_marks_beside_others(text: str, found: list[str]) -> None:
    """A mark that quotes nothing takes nothing from the quotations beside it."""
    assert quoted(text) == found


def test_a_long_stretch_is_no_quotation() -> None:
    """Two marks with a chapter between them are two marks without a partner."""
    chapter = "word " * 1_200
    text = f"“{chapter}” he read. “Then I slept,” he said."

    assert quoted(text) == ["Then I slept,"]
    assert quoted(f"“{chapter}\n\n“Then I slept,” he said.") == ["+ Then I slept,"]
