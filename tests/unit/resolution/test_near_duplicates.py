"""Near-duplicates: every member resembles its reference, and the order of documents is nothing."""

from __future__ import annotations

from datetime import date
from random import Random

import polars as pl
import pytest

from evaluation.duplicates.generation import Generator, as_text, generate
from evaluation.duplicates.scoring import score_groups
from tasks.nlp.signatures import (
    article_words,
    read_signature,
    shingles_of,
    sign,
)
from tasks.nlp.spans import Passage
from tasks.resolution.near_duplicates import group_near_duplicates
from warehouse.passage_words import MIN_SHINGLES, hash_words

WRITER = Generator(3)
STORY = [WRITER.paragraph() for _ in range(8)]
OTHER = [WRITER.paragraph() for _ in range(8)]


def shingles(text: str) -> list[int]:
    """Return the word sequences of a text that is all body."""
    return shingles_of(article_words(text, [Passage(0, len(text), "body", "")])).tolist()


def signatures(texts: dict[str, str], days: dict[str, date] | None = None) -> pl.DataFrame:
    """Return the frame that is grouped."""
    rows = []
    for name, text in texts.items():
        own = shingles_of(article_words(text, [Passage(0, len(text), "body", "")]))
        rows.append((name, len(own), sign(own), (days or {}).get(name)))
    schema = {"document_id": pl.String, "shingle_count": pl.Int64, "minhash": pl.String}
    return pl.DataFrame(rows, schema={**schema, "published_on": pl.Date}, orient="row")


def groups(frame: pl.DataFrame) -> dict[str, str]:
    """Return the reference of each document that is in a group."""
    found = group_near_duplicates(frame)
    return dict(found.select("document_id", "reference_document_id").iter_rows())


def test_a_cut_copy_joins_the_text_that_was_first() -> None:
    """The reference is the one published first, not the longest one."""
    texts = {"a": as_text(STORY), "b": as_text(STORY[:5]), "c": as_text(OTHER)}
    days = {"a": date(2024, 5, 2), "b": date(2024, 5, 1), "c": date(2024, 5, 1)}

    assert groups(signatures(texts, days)) == {"a": "b", "b": "b"}
    assert groups(signatures(texts)) == {"a": "a", "b": "a"}


def test_shares_are_those_of_the_two_texts() -> None:
    """Half of a text is wholly in it; it is wholly in no half."""
    texts = {"a": as_text(STORY), "b": as_text(STORY[:4])}

    (row,) = group_near_duplicates(signatures(texts)).filter(document_id="b").to_dicts()
    own, whole = set(shingles(texts["b"])), set(shingles(texts["a"]))

    assert row["common_share"] == pytest.approx(len(own & whole) / len(own), abs=0.1)
    assert row["reference_share"] == pytest.approx(len(own & whole) / len(whole), abs=0.1)


def test_one_shared_paragraph_makes_no_copy() -> None:
    """Background that many stories carry is found as a passage, not as a copy."""
    texts = {"a": as_text(STORY), "b": as_text([*OTHER[1:], STORY[0]])}

    assert groups(signatures(texts)) == {}


def test_the_order_of_documents_does_not_matter() -> None:
    """Any order of the rows gives the same frame."""
    texts = {str(i): one.text for i, one in enumerate(generate(60, copy_share=0.5, seed=5))}
    frame = signatures(texts)
    expected = group_near_duplicates(frame)
    shuffled = frame.sample(fraction=1.0, shuffle=True, seed=9)

    assert not expected.is_empty()
    assert group_near_duplicates(shuffled).equals(expected)


def test_generated_copies_are_found_and_nothing_else() -> None:
    """Pairs of 400 texts, a fifth of them copies made in four ways."""
    texts = generate(400, copy_share=0.2, seed=11)
    found = group_near_duplicates(signatures({f"{i:03}": t.text for i, t in enumerate(texts)}))
    by_text = dict(found.select("document_id", "near_duplicate_group_id").iter_rows())

    counts = score_groups(texts, {int(name): group for name, group in by_text.items()})

    assert counts.hits >= 0.98 * counts.gold
    assert counts.hits >= 0.98 * counts.predicted


def test_no_chain_joins_two_stories() -> None:
    """Small changes, one after another, end in another story, which is no copy of the first."""
    chain = [[*OTHER[:step], *STORY[step:]] for step in range(9)]
    texts = {str(step): as_text(story) for step, story in enumerate(chain)}

    found = groups(signatures(texts))

    assert found["1"] == found["0"]
    assert found.get("8") != found["0"]


def test_furniture_case_and_marks_do_not_count() -> None:
    """Two outlets print one story, each with its own frame and quotation marks."""
    story = "About 5,000 people fled the town of Velm, the governor said on Monday."
    first = f"Share this\n{story}"
    second = f"{story.upper().replace(',', '')}\nRead more: 12 die in Ilt"
    cut = first.index("About")

    one = article_words(first, [Passage(0, 10, "chrome", ""), Passage(cut, len(first), "body", "")])
    end = second.index("\n")
    two = article_words(
        second, [Passage(0, end, "body", ""), Passage(end + 1, len(second), "related", "")]
    )

    assert [w for w in one if w.isalpha()] == [w for w in two if w.isalpha()]


def test_a_signature_survives_being_written() -> None:
    """The text in the warehouse gives the same values again."""
    own = shingles_of(STORY[0] * 3)
    written = sign(own)

    assert sign(own) == written
    assert read_signature(written).jaccard(read_signature(written)) == 1.0


def test_long_texts_are_signed_in_parts() -> None:
    """The signature of many sequences is that of all of them, whatever their order of intake."""
    words = Random(1).choices(STORY[0], k=40_000)  # noqa: S311 - no secret
    own = shingles_of(words)

    assert len(own) > MIN_SHINGLES
    assert sign(own) == sign(own[::-1])


@pytest.mark.parametrize("words", [[], ["one"], ["a"] * 4])
def test_short_texts_have_no_sequences(words: list[str]) -> None:
    """Fewer than five words are compared with nothing."""
    assert shingles_of(words).tolist() == []


def test_a_passage_is_known_by_its_words() -> None:
    """Case, marks and spaces do not matter; one other word does; short lines have no hash."""
    text = "The ministry did not answer a request for comment on the twelve missing crates."

    assert hash_words(text) == hash_words(text.upper().replace(" ", "\n ").rstrip("."))
    assert hash_words(text) != hash_words(text.replace("twelve", "ten"))
    assert hash_words("He declined to comment on that.") is None
