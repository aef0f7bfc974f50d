"""The program that draws charts is put together once, and kept where it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tasks.quality_report import vega

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAM = "x" * vega.SMALLEST + "\r\ny"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[int]]:
    """Give a list with one entry each time that the program is put together."""
    calls: list[int] = []

    def bundle() -> str:
        calls.append(1)
        return PROGRAM

    monkeypatch.setattr("vl_convert.javascript_bundle", bundle)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    vega.vega_script.cache_clear()
    yield calls
    vega.vega_script.cache_clear()


def test_script_is_kept_for_the_next_process(made: list[int]) -> None:
    """Putting it together costs seconds, which only the first report pays."""
    first = vega.vega_script()
    vega.vega_script.cache_clear()

    assert vega.vega_script() == first
    assert len(made) == 1


def test_script_has_line_ends_that_its_hash_survives(made: list[int]) -> None:
    """A browser turns CR LF into LF before it compares the hash of a script."""
    assert "\r" not in vega.vega_script()


def test_damaged_copy_is_put_together_again(made: list[int], tmp_path: Path) -> None:
    """A file that was cut off does not spoil every later report."""
    vega.vega_script()
    file = next((tmp_path / "tallybook").glob("vega-*.js"))
    file.write_text("cut off", encoding="utf-8")
    vega.vega_script.cache_clear()

    assert len(vega.vega_script()) > vega.SMALLEST
    assert len(made) == 2


def test_folder_that_cannot_be_written_is_no_error(
    made: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a home the program is put together each time."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert vega.vega_script()


@pytest.mark.parametrize("ending", ["</script>", "</SCRIPT >", "<!-- x"])
def test_script_that_would_end_its_element_is_refused(
    made: list[int], monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """A newer package could hold what a page would take for markup."""
    monkeypatch.setattr("vl_convert.javascript_bundle", lambda: PROGRAM + ending)

    with pytest.raises(ValueError, match="would end its own element"):
        vega.vega_script()
