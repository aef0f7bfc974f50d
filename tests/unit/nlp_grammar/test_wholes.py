"""The whole that a part is taken from is known beforehand: nothing happened to all of it."""

from __future__ import annotations

from tests.parsed import parsed, read_parsed

DIED = (
    "29/NUM/nsubj>died of/ADP/case>guards {0}>guards 206/NUM/nummod>guards "
    "guards/NOUN/nmod>29 died=die/VERB/ROOT"
)


def test_a_known_whole_keeps_its_own_category() -> None:
    """Of the guards of whom 29 died, the others did not."""
    figures = read_parsed(parsed(DIED.format("its/PRON/nmod:poss")))

    assert figures["29"].category == "people_killed"
    assert figures["206"].category != "people_killed"
    assert figures["29"].total_span == figures["206"].span


def test_a_known_whole_is_asserted_whatever_becomes_of_the_part() -> None:
    """Who denies that 29 of the 206 guards died does not deny the 206."""
    denied = "He/PRON/nsubj>denied denied=deny/VERB/ROOT that/SCONJ/mark>died " + DIED.format(
        "the/DET/det"
    ).replace("VERB/ROOT", "VERB/ccomp>denied")
    figures = read_parsed(parsed(denied))

    assert (figures["29"].modality, figures["206"].modality) == ("denied", "asserted")


def test_a_part_behind_among_them_shares_the_fate_of_its_whole() -> None:
    """Children among bodies are dead, though no word beside them says so."""
    figures = read_parsed(
        parsed(
            "Divers/NOUN/nsubj>found found=find/VERB/ROOT 81/NUM/nummod>bodies "
            "bodies/NOUN/obj>found ,/PUNCT/punct>found among/ADP/case>them them/PRON/obl>found "
            "14/NUM/nummod>children children/NOUN/parataxis>found"
        )
    )

    assert figures["14"].total_span == figures["81"].span
    assert figures["14"].category == figures["81"].category == "people_killed"
