"""A package holds what the pipeline loads; what is incomplete is refused (extra ``train``)."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

onnx = pytest.importorskip("onnx", reason="the extra `train` is not installed")
pytest.importorskip("spacy_lookups_data", reason="the extra `train` is not installed")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402 - may be missing

from tasks.nlp.encoder.component import NAME  # noqa: E402 - as above
from tasks.nlp.encoder.model import CLASSES, FILES, GRAPH, LABELS, PIECES  # noqa: E402 - as above
from tasks.nlp.encoder.session import INPUTS, OUTPUTS  # noqa: E402 - as above
from tests.encoder_fakes import CLASS_NAMES, SIZE, fake_files  # noqa: E402 - as above
from training.package import (  # noqa: E402 - as above
    HERE,
    LOWERED,
    assemble,
    lemma_tables,
    main,
    quantised,
    write_package,
)

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

TEXT = "Ab cd ef. Gh ij, kl!"
WIDTH = 384
"""With as many numbers for each of the fake's pieces, the table is large enough for 8 bits."""
COLUMNS = {
    **{name: len(CLASS_NAMES[name]) for name in ("names", "pos", "tag")},
    "starts": 1,
    "dependent": SIZE,
    "head": SIZE,
}


def tiny_graph(outputs: tuple[str, ...] = OUTPUTS) -> bytes:
    """Return the graph of an encoder to which a word is the embedding of its first piece."""
    random = np.random.default_rng(3)
    pieces = json.loads(fake_files()[PIECES])["model"]["vocab"]
    weights = {"table": random.normal(size=(len(pieces), WIDTH)).astype(np.float32)} | {
        f"to_{name}": random.normal(size=(WIDTH, count)).astype(np.float32) / WIDTH
        for name, count in COLUMNS.items()
    }
    nodes = [
        helper.make_node("GatherElements", ["pieces", "words"], ["first"], axis=1),
        helper.make_node("Gather", ["table", "first"], ["hidden"]),
        helper.make_node("Transpose", ["hidden"], ["turned"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["hidden", "turned"], ["arc"]),
        *(helper.make_node("MatMul", ["hidden", f"to_{name}"], [name]) for name in COLUMNS),
        helper.make_node("Squeeze", ["starts", "last_axis"], ["start"]),
    ]
    constants = weights | {"last_axis": np.array([-1], np.int64)}
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, None) for name in INPUTS],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    opsets = [helper.make_opsetid("", 18)]
    model: bytes = helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()
    return model


def write_export(folder: Path) -> Path:
    """Write a folder as ``training.export`` does."""
    folder.mkdir()
    for name, content in (fake_files() | {GRAPH: tiny_graph()}).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Give an export."""
    return write_export(tmp_path / "export")


def pipeline(export: Path) -> Language:
    """Return the pipeline of an export in floats."""
    return assemble(export, (export / GRAPH).read_bytes(), "1.2.3")


@pytest.fixture(scope="module")
def nlp(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """Give the pipeline of an export."""
    return pipeline(write_export(tmp_path_factory.mktemp("nlp") / "export"))


@pytest.fixture
def written(nlp: Language, tmp_path: Path) -> Path:
    """Give the folder of the pipeline."""
    write_package(nlp, tmp_path / "package")
    return tmp_path / "package"


def lemma(nlp: Language, word: str, pos: str) -> str:
    """Return the lemma that a pipeline gives a word of a known part of speech."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    doc: Doc = lemmatizer(Doc(nlp.vocab, words=[word], pos=[pos]))
    return doc[0].lemma_


def test_package_reads_like_the_pipeline_that_was_written(nlp: Language, written: Path) -> None:
    """It loads with spaCy alone and annotates a text in the same way, to the last lemma."""
    loaded = spacy.load(written)

    assert loaded.pipe_names == [NAME, "lemmatizer"]
    assert loaded(TEXT).to_json() == nlp(TEXT).to_json()
    assert loaded(TEXT).has_annotation("DEP")
    assert lemma(loaded, "trucks", "NOUN") == "truck"


def test_package_holds_the_files_of_the_encoder_as_exported(written: Path, export: Path) -> None:
    """Nothing is missing, nothing else lies beside them, and spaCy's empty vectors are left out."""
    files = {file.name: file.read_bytes() for file in (written / NAME).iterdir()}

    assert files == {name: (export / name).read_bytes() for name in FILES}
    assert not list(written.rglob("vectors*"))


def test_package_names_its_version_and_sources(written: Path) -> None:
    """Whoever gets the folder learns what it was made from and under which licence."""
    with (HERE / "sources.csv").open(encoding="utf-8", newline="") as file:
        sources = list(csv.DictReader(file))

    meta = json.loads((written / "meta.json").read_text(encoding="utf-8"))

    assert (meta["lang"], meta["name"], meta["version"]) == ("en", "tallybook", "1.2.3")
    assert meta["license"] == "CC BY-SA 4.0"
    assert meta["sources"] == sources


def test_write_package_prints_the_size_of_each_file(
    nlp: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for each file, so that one that grew is seen."""
    write_package(nlp, tmp_path)

    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    sizes = {str(file.relative_to(tmp_path)): f"{file.stat().st_size:,}" for file in files}
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert {name: size for size, name in printed} == sizes


@pytest.mark.parametrize("name", [PIECES, CLASSES, LABELS])
def test_assemble_refuses_an_export_without_a_file(export: Path, name: str) -> None:
    """The missing file is named."""
    (export / name).unlink()

    with pytest.raises(FileNotFoundError, match=name):
        pipeline(export)


@pytest.mark.parametrize(
    ("graph", "message"),
    [
        pytest.param(b"no graph", "the graph of the encoder cannot be loaded", id="damaged"),
        pytest.param(tiny_graph(OUTPUTS[:-1]), "not the graph of an encoder", id="lacks_output"),
    ],
)
def test_assemble_refuses_a_wrong_graph(export: Path, graph: bytes, message: str) -> None:
    """A graph that cannot be run is not packaged."""
    with pytest.raises(ValueError, match=message):
        assemble(export, graph, "1.2.3")


def test_assemble_refuses_classes_of_another_network(export: Path) -> None:
    """Files of two exports that got mixed up do not fit together."""
    labels = np.load(export / LABELS)
    np.savez(export / LABELS, **labels, transitions=np.zeros((2, 2), np.float32))

    with pytest.raises(ValueError, match="for 5 tags of names"):
        pipeline(export)


@pytest.mark.parametrize("name", FILES)
def test_package_without_a_file_is_not_loaded(written: Path, name: str) -> None:
    """A folder that was copied in part says what it lacks."""
    (written / NAME / name).unlink()

    with pytest.raises(FileNotFoundError, match=name):
        spacy.load(written)


def test_quantised_graph_is_smaller_and_fits_the_pipeline(export: Path) -> None:
    """The graph in 8 bits has the same inputs and outputs; the exported file stays as it is."""
    before = (export / GRAPH).read_bytes()

    small = quantised(export / GRAPH)

    assert len(small) < 0.5 * len(before)
    assert (export / GRAPH).read_bytes() == before
    assert assemble(export, small, "1.2.3")(TEXT).has_annotation("TAG")


@pytest.mark.parametrize("exact", [True, False])
def test_main_packages_floats_only_when_it_is_asked(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exact: bool
) -> None:
    """Without ``--exact`` the weights are in 8 bits; the version is that of the arguments."""
    target = tmp_path / "package"
    arguments = [str(export), "--target", str(target), "--version", "2.0.0"]
    monkeypatch.setattr(sys, "argv", ["package", *arguments, *["--exact"] * exact])

    main()

    stored = {found.name for found in onnx.load(target / NAME / GRAPH).graph.initializer}
    assert ("table" in stored, "table_rows" in stored) == (exact, not exact)
    assert spacy.load(target).meta["version"] == "2.0.0"


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [("'m", "AUX", "be"), ("wrote", "VERB", "write"), ("Themselves", "PRON", "themselves")],
    ids=["own_exception", "table", "kind_without_table"],
)
def test_words_get_their_lemmas(nlp: Language, word: str, pos: str, expected: str) -> None:
    """Our short words, spaCy's tables, and kinds that only lose their capital."""
    assert lemma(nlp, word, pos) == expected


def test_lemma_tables_hold_each_of_our_exceptions() -> None:
    """Our rows stand beside spaCy's; kinds without a table have the rule that changes nothing."""
    with (HERE / "lemma_exceptions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tables = lemma_tables()

    exceptions, rules = tables.get_table("lemma_exc"), tables.get_table("lemma_rules")
    assert all(exceptions[row["pos"]][row["word"]] == [row["lemma"]] for row in rows)
    assert all(rules[pos] == [["", ""]] for pos in LOWERED)
    assert exceptions["verb"]["wrote"] == ["write"]
