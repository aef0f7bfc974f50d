"""What an elliptical figure counts: the noun of a pronoun, of a figure before it or behind it."""

from __future__ import annotations

import pytest

from tests.parsed import parsed, read_parsed

BLAST = (
    "It/PRON/nsubj>killed killed=kill/VERB/ROOT 12/NUM/nummod>guards guards/NOUN/obj>killed "
    "and/CCONJ/cc>hurt hurt/VERB/conj>killed "
)
FOUND_12 = (
    "They/PRON/nsubj>found found=find/VERB/ROOT 12/NUM/nummod>rifles rifles/NOUN/obj>found "
    "./PUNCT/punct>found "
)
LAUGHED = "He/PRON/nsubj>laughed laughed=laugh/VERB/ROOT ./PUNCT/punct>laughed "
SEIZED_30 = "Another/DET/det>30 30/NUM/nsubj:pass>seized seized=seize/VERB/ROOT"
WENT = "Pilots/NOUN/nsubj>flew flew=fly/VERB/ROOT "
CASES = {
    "of_whom": (
        (
            "Twelve/NUM/nummod>men men/NOUN/nsubj>died ,/PUNCT/punct>boys three/NUM/nsubj>boys "
            "of/ADP/case>whom whom/PRON:WP/nmod>three were/AUX/cop>boys boys/NOUN/acl:relcl>men "
            "died/VERB/ROOT"
        ),
        "three",
        ("men", "man", "of_whom"),
    ),
    "same_as_before": (f"{BLAST}30/NUM/obj>hurt", "30", ("guards", "guard", "same_as_before")),
    "sentence_before": (f"{FOUND_12}{SEIZED_30}", "30", ("rifles", "rifle", "sentence_before")),
    "same_as_behind": (
        (
            f"{WENT}from/ADP/case>four four/NUM/obl>flew daily/ADV/advmod>four to/ADP/case>ten "
            "ten/NUM/nummod>sorties "
            "sorties=sortie/NOUN/obl>flew"
        ),
        "four",
        ("sorties", "sortie", "same_as_behind"),
    ),
    "a percentage of what the sentence before counts": (
        (
            f"{FOUND_12}Some/DET/det>percent 40/NUM/nummod>percent percent/NOUN/nsubj>came "
            "came/VERB/ROOT"
        ),
        "40 percent",
        ("rifles", "rifle", "sentence_before"),
    ),
}
NOTHING = {
    "a sentence stands between": (f"{FOUND_12}{LAUGHED}{SEIZED_30}", "30"),
    "another kind": (f"{BLAST}$/SYM/obj>hurt 9/NUM/nummod>$", "$9"),
    "a duration": (f"{BLAST}for/ADP/case>days 9/NUM/nummod>days days/NOUN/obl>hurt", "9 days"),
    "from without to": (f"{WENT}from/ADP/case>four four/NUM/obl>flew", "four"),
}


@pytest.mark.parametrize(("notation", "figure", "expected"), CASES.values(), ids=CASES)
def test_elliptical_figure_counts_what_another_names(
    notation: str, figure: str, expected: tuple[str, str, str]
) -> None:
    """The phrase is borrowed, and the rule says from where."""
    found = read_parsed(parsed(notation))[figure]

    assert found.counted is not None
    assert (found.counted.text, found.counted_head, found.counted_rule) == expected


@pytest.mark.parametrize(("notation", "figure"), NOTHING.values(), ids=NOTHING)
def test_figure_that_continues_nothing_counts_nothing(notation: str, figure: str) -> None:
    """A figure borrows only from its own sentence or the one before, and only from its like."""
    assert read_parsed(parsed(notation))[figure].counted is None


def test_borrowed_phrase_keeps_its_place() -> None:
    """The offsets are those of the noun where it stands."""
    doc = parsed(f"{FOUND_12}{SEIZED_30}")

    counted = read_parsed(doc)["30"].counted

    assert counted is not None
    assert doc.text[counted.start_char : counted.end_char] == "rifles"
