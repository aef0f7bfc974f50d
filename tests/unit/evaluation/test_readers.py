"""Readers of corpora: offsets, contractions, labels, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evaluation.corpora.gum_names import gum_names
from evaluation.corpora.inline import GoldError, read_inline
from evaluation.corpora.label_map import label_map, label_maps
from evaluation.corpora.re3d import read_re3d
from evaluation.corpora.tagged import read_uner, read_wikigold, uner_names
from evaluation.corpora.treebanks import read_treebank
from warehouse.vocabularies import ENTITY_LABELS

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.corpora.annotated import AnnotatedText

PLACE = frozenset({"GPE", "LOC", "FAC"})


def row(*cells: str) -> str:
    """Return a line of CoNLL-U from id, form, lemma, pos, tag, head, label and notes."""
    number, form, lemma, pos, tag, head, dep, misc = cells
    return f"{number}\t{form}\t{lemma}\t{pos}\t{tag}\t_\t{head}\t{dep}\t_\t{misc}"


TREEBANK = "\n".join(
    (
        "# newdoc id = weblog-x_1",
        "# sent_id = s1",
        "# newpar id = p1",
        row("1-2", "Don't", "_", "_", "_", "_", "_", "_"),
        row("1", "Do", "do", "AUX", "VBP", "3", "aux", "_"),
        row("2", "n't", "not", "PART", "RB", "3", "advmod", "_"),
        row("3", "go", "go", "VERB", "VB", "0", "root", "SpaceAfter=No"),
        row("3.1", "there", "there", "ADV", "RB", "_", "_", "_"),
        row("4", ".", ".", "PUNCT", ".", "3", "punct", "_"),
        "",
        "# sent_id = s2",
        row("1-2", "Gonna", "_", "_", "_", "_", "_", "_"),
        row("1", "Going", "go", "VERB", "VBG", "0", "root", "_"),
        row("2", "to", "to", "PART", "TO", "1", "xcomp", "_"),
        row("3", "Rome", "Rome", "PROPN", "NNP", "1", "obl", "_"),
        "",
        "# newdoc id = email-y_2",
        "# sent_id = s3",
        row("1", "Yes", "yes", "INTJ", "UH", "0", "ROOT", "_"),
        "",
        "",
    )
)


def surfaces(text: AnnotatedText) -> list[tuple[str, str]]:
    """Return what the names of a text cover, with their labels."""
    return [
        (text.text[name.start : name.end], ";".join(sorted(name.labels)))
        for name in text.names or ()
    ]


@pytest.fixture
def treebank(tmp_path: Path) -> list[AnnotatedText]:
    """Give the documents of a small treebank with names in its second sentence."""
    file = tmp_path / "x.conllu"
    file.write_text(TREEBANK, encoding="utf-8")
    return list(read_treebank(file, "ewt", {"s2": [(6, 10, PLACE)]}, PLACE))


def test_treebank_gives_documents_with_their_genre(treebank: list[AnnotatedText]) -> None:
    """Paragraphs are set apart, sentences of one follow after a space."""
    first, second = treebank

    assert (first.key, first.group, first.text) == ("weblog-x_1", "weblog", "Don't go. Gonna Rome")
    assert (second.key, second.group, second.text) == ("email-y_2", "email", "Yes")
    assert first.sentences == ((0, 9), (10, 20))


def test_contraction_is_shared_out_where_its_parts_add_up(treebank: list[AnnotatedText]) -> None:
    """``Don't`` is ``Do`` and ``n't``; both parts of ``Gonna`` cover all of it."""
    words = treebank[0].words

    assert [treebank[0].text[word.start : word.end] for word in words] == [
        "Do", "n't", "go", ".", "Gonna", "Gonna", "Rome",
    ]  # fmt: skip


def test_heads_count_in_the_document_and_a_root_is_its_own(treebank: list[AnnotatedText]) -> None:
    """Empty nodes have no place among the words."""
    assert [word.head for word in treebank[0].words] == [2, 2, 2, 2, 4, 4, 4]
    assert [word.lemma for word in treebank[0].words[:3]] == ["do", "not", "go"]
    assert treebank[1].words[0].dep == "root"


def test_names_of_a_sentence_move_to_the_document(treebank: list[AnnotatedText]) -> None:
    """Offsets in the sentence become offsets in the text."""
    assert surfaces(treebank[0]) == [("Rome", "FAC;GPE;LOC")]
    assert treebank[1].names == ()


def test_treebank_without_names_says_so(tmp_path: Path) -> None:
    """No names are something else than names that are not marked."""
    (tmp_path / "x.conllu").write_text(TREEBANK, encoding="utf-8")

    assert next(read_treebank(tmp_path / "x.conllu", "ewt")).names is None


UNER = """# sent_id = u1
# text = Jo  Li left Rome
1\tJo\tB-PER
2\tLi\tI-PER
3\tleft\tO
4\tRome\tB-LOC

"""


def test_uner_gives_offsets_in_the_text(tmp_path: Path) -> None:
    """White space is made single, as in the treebank that the names are laid over."""
    (tmp_path / "x.iob2").write_text(UNER, encoding="utf-8")

    (text,) = read_uner(tmp_path / "x.iob2", "pud")

    assert text.text == "Jo Li left Rome"
    assert surfaces(text) == [("Jo Li", "PERSON"), ("Rome", "FAC;GPE;LOC")]
    assert uner_names(tmp_path / "x.iob2")["u1"][0] == (0, 5, frozenset({"PERSON"}))


def test_wikigold_is_joined_as_english_prints_it(tmp_path: Path) -> None:
    """IOB1: a name that follows another of its kind begins with B."""
    lines = "-DOCSTART- O", "", "( O", "Li I-PER", "Jo B-PER", ") O", "'s O", "BBC I-ORG", ". O", ""
    (tmp_path / "x.txt").write_text("\n".join(lines), encoding="utf-8")

    (text,) = read_wikigold(tmp_path / "x.txt")

    assert text.text == "(Li Jo)'s BBC."
    assert surfaces(text) == [("Li", "PERSON"), ("Jo", "PERSON"), ("BBC", "ORG")]


def test_gum_name_grows_to_its_left(tmp_path: Path) -> None:
    """Marks are heads; what reaches the start of the sentence says nothing; abstracts neither."""
    text = "Old Kofi met Ann Lee in June"
    spans = [
        {"start": 4, "end": 8, "label": "person"},
        {"start": 17, "end": 20, "label": "person"},
        {"start": 24, "end": 28, "label": "time"},
    ]
    record = {"id": "g1", "text": text, "spans": spans}
    (tmp_path / "x.jsonl").write_text(json.dumps(record), encoding="utf-8")

    assert gum_names(tmp_path / "x.jsonl")["g1"] == [
        (0, 8, frozenset()),
        (13, 20, frozenset({"PERSON"})),
    ]


def test_re3d_keeps_named_mentions_of_our_labels(tmp_path: Path) -> None:
    """Pronouns in lower case, quantities and broken marks of vehicles are left out."""
    text = "The Government of Iraq said they had 12 bases against Daesh"
    spans = [
        {"start": 0, "end": 22, "label": "Organisation"},
        {"start": 18, "end": 22, "label": "Location"},
        {"start": 28, "end": 32, "label": "Organisation"},
        {"start": 37, "end": 45, "label": "Quantity"},
        {"start": 51, "end": 59, "label": "Vehicle"},
    ]
    record = json.dumps({"id": "r1", "text": text, "spans": spans})
    (tmp_path / "UK_Government.jsonl").write_text(record, encoding="utf-8")

    (read,) = read_re3d(tmp_path, "dev")

    assert surfaces(read) == [("The Government of Iraq", "ORG"), ("Iraq", "FAC;GPE;LOC")]


GOLD = """== sahel-001 | glued
{GPE Mopti} fell.

+"Run," {PERSON Awa Ba} said.
|NO NAME HERE
"""


def test_gold_gives_stories_with_gaps_as_written(tmp_path: Path) -> None:
    """A line is a sentence: after a space, glued (+) or on a new line (|)."""
    (tmp_path / "x.txt").write_text(GOLD, encoding="utf-8")

    (story,) = read_inline(tmp_path / "x.txt")

    assert story.text == 'Mopti fell."Run," Awa Ba said.\nNO NAME HERE'
    assert [story.text[start:end] for start, end in story.sentences] == [
        "Mopti fell.", '"Run," Awa Ba said.', "NO NAME HERE",
    ]  # fmt: skip
    assert surfaces(story) == [("Mopti", "GPE"), ("Awa Ba", "PERSON")]
    assert (story.group, story.exhaustive) == ("glued", frozenset(ENTITY_LABELS))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("== Sahel 1 | wire", "story header", id="header"),
        pytest.param("{CITY Mopti} fell.", "unknown label", id="label"),
        pytest.param("{GPE Mopti fell.", "broken mark-up", id="open"),
        pytest.param("{ORG Bank of {GPE Mali}} fell.", "broken mark-up", id="nested"),
    ],
)
def test_broken_gold_is_refused_with_its_line(line: str, reason: str, tmp_path: Path) -> None:
    """The error names file and line."""
    (tmp_path / "x.txt").write_text(f"== a-001 | wire\nFine.\n{line}\n", encoding="utf-8")

    with pytest.raises(GoldError, match=rf"x\.txt:3: .*{reason}"):
        list(read_inline(tmp_path / "x.txt"))


def test_label_map_knows_what_a_label_may_mean() -> None:
    """A label without meaning is no name; one that is not declared is a name of unknown label."""
    gum = label_map("gum")

    assert gum.meaning("place") == PLACE
    assert not gum.is_name("time")
    assert gum.is_name("abstract")
    assert gum.meaning("abstract") == frozenset()


def test_label_maps_use_our_labels_only() -> None:
    """Of each corpus, and only what it can mean is exhaustive."""
    for source, labels in label_maps().items():
        meant = frozenset().union(*labels.targets.values())
        assert meant <= set(ENTITY_LABELS), source
        assert labels.exhaustive <= meant, source
