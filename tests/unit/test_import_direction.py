"""Imports run downward only, in the order of LAYERS."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = (
    "flows",
    "training",
    "dashboard",
    "evaluation",
    "tasks",
    "expectations",
    "charts",
    "warehouse",
)
FILES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
PURE_FOLDERS = ("tasks/nlp", "tasks/sources", "tasks/resolution")
ENGINES = {"prefect", "duckdb", "great_expectations"}


def imported_packages(path: Path) -> Iterator[str]:
    """Yield the top-level name of every import of a file, lazy ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_imports_only_own_and_lower_layers(path: Path) -> None:
    """A module imports nothing from a layer above its own."""
    layer = path.relative_to(ROOT).parts[0]
    above = set(LAYERS[: LAYERS.index(layer)])

    assert not above & set(imported_packages(path))


def test_nothing_but_the_recipe_needs_the_recipe() -> None:
    """training/ is not installed, so no installed package may import it."""
    users = {
        path.relative_to(ROOT).parts[0] for path in FILES if "training" in imported_packages(path)
    }

    assert users == {"training"}


@pytest.mark.parametrize("folder", PURE_FOLDERS)
def test_pure_folders_import_no_engine(folder: str) -> None:
    """The pure parts of tasks run without Prefect, DuckDB and Great Expectations."""
    found = {
        (path.name, package)
        for path in (ROOT / folder).rglob("*.py")
        for package in set(imported_packages(path)) & ENGINES
    }

    assert found == set()


def test_great_expectations_is_imported_in_one_place_only() -> None:
    """Only expectations/ knows great_expectations."""
    users = {
        path.relative_to(ROOT).parts[0]
        for path in FILES
        if "great_expectations" in imported_packages(path)
    }

    assert users == {"expectations"}
