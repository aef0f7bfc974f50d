"""Pairs of marks: nested, broken, over paragraphs; a broken one costs no other quotation."""

# ruff: noqa: RUF001 - quotation marks are what is tested

from __future__ import annotations

import pytest

from tests.quoted_ranges import quoted

NESTED = {
    "single in double": ("“He said ‘go’ and left,” she said.", ["He said ‘go’ and left,", "- go"]),
    "single at the head": ("“‘Go,’ he said,” she told.", ["‘Go,’ he said,", "- Go,"]),
    "double in single": ("‘He said “go” and left,’ she said.", ["He said “go” and left,", "- go"]),
    "double fills single": ("'\"Go,\" he said,' she told.", ['"Go," he said,', "- Go,"]),
    "same marks": ("“He said “go” and left,” she said.", ["He said “go” and left,"]),
    "same straight marks": ('"He said "go" and left," she said.', ['He said "go" and left,']),
    "same marks twice": ("“A “big” and “old” man,” he said.", ["A “big” and “old” man,"]),
    "both close together": ("“He said, “We left.”” I slept.", ["He said, “We left.”"]),
    "both straight ones close": ('"He said, "We left."" I slept.', ['He said, "We left."']),
    "single closes with double": ("\"He said, 'We left.'\"", ["He said, 'We left.'", "- We left."]),
    "German": ("„Er rief ‚halt‘ und ging“, sagte sie.", ["Er rief ‚halt‘ und ging", "- halt"]),
    "guillemets": ("«Il dit “non” et part», dit-elle.", ["Il dit “non” et part"]),
    "single guillemets": ("«Il dit ‹non› et part», dit-elle.", ["Il dit ‹non› et part", "- non"]),
    "low in straight": ('"He read „Krieg“ there," she said.', ["He read „Krieg“ there,"]),
    "three deep": (
        "“I heard ‘He yelled “run” twice’ and ran,” he said.",
        ["I heard ‘He yelled “run” twice’ and ran,", "- He yelled “run” twice"],
    ),
    "three deep, single outside": (
        "‘I heard “He yelled ‘run’ twice” and ran,’ he said.",
        ["I heard “He yelled ‘run’ twice” and ran,", "- He yelled ‘run’ twice"],
    ),
    "three deep, all the same": (
        "“I heard “He yelled “run” twice” and ran,” he said.",
        ["I heard “He yelled “run” twice” and ran,"],
    ),
}
BROKEN = {
    "never closed": ("He said: “We left. They ate.", ["We left. They ate. >"]),
    "never opened": ("We left,” he said. “We ate.”", ["< We left,", "We ate."]),
    "never opened, straight": ('We left." Then: "We ate."', ["< We left.", "We ate."]),
    "never opened, no end of a sentence": ("A trap” he said. “We ate.”", ["We ate."]),
    "opened twice": ("“We left. “We ate,” he said.", ["We left. >", "We ate,"]),
    "opened three times": (
        "“We left. “We ate, “we slept.” Good.",
        ["We left. >", "We ate, >", "we slept."],
    ),
    "closed twice": ("“We left,” he said.” “We ate.”", ["We left,", "We ate."]),
    "straight opened twice": (
        '"We left, "we ate," he said. "No."',
        ["We left, >", "we ate,", "No."],
    ),
    "single closes double": ("“We left,’ he said.", ["We left,’ he said. >"]),
    "space before the closing one": ("“We left, ”he said. “No.”", ["We left,", "No."]),
    "repeated on the next line": ('"We left.\n""We ate," he said.', ["We left. >", "We ate,"]),
    "next paragraph is whole": (
        "He said: “We left.\n\nShe sat down.\n\n“We ate,” she said.",
        ["We left. >", "We ate,"],
    ),
    "next paragraph quotes": (
        'He said: "We left.\n\nShe said: "We ate."',
        ["We left. >", "We ate."],
    ),
    "a mark alone between": ('"We left," he said.\n\n"\n\n"We ate."', ["We left,", "We ate."]),
}
PARAGRAPHS = {
    "opens again": ("“We left.\n\n“We ate,” he said.", ["We left. >", "+ We ate,"]),
    "opens again, straight": ('"We left.\n\n"We ate," he said.', ["We left. >", "+ We ate,"]),
    "opens again, low": ("„We left.\n\n„We ate“, he said.", ["We left. >", "+ We ate"]),
    "opens again, guillemets": ("«We left.\n\n«We ate», he said.", ["We left. >", "+ We ate"]),
    "goes on, French": ("«We left.\n\n»We ate», he said.", ["We left. >", "+ We ate"]),
    "does not open again": ("“We left.\n\nWe ate.” He sat.", ["We left. >", "+ We ate."]),
    "three": (
        "“We left.\n\n“We ate.\n\n“Good,” he said.",
        ["We left. >", "+ We ate. >", "+ Good,"],
    ),
    "opens again and quotes": (
        "“We left.\n\n“They cried “stop” and ran,” he said.",
        ["We left. >", "+ They cried “stop” and ran,"],
    ),
    "another kind of mark": ('“We left.\n\n"We ate," he said.', ["We left. >", "We ate,"]),
    "one without marks between": (
        "“We left.\n\nThe road was long.\n\nWe ate.” He sat.",
        ["We left. >", "< We ate."],
    ),
}


@pytest.mark.parametrize(("text", "found"), NESTED.values(), ids=NESTED)
def test_nested(text: str, found: list[str]) -> None:
    """A quotation inside another one does not end it; in other marks it is found, too."""
    assert quoted(text) == found


@pytest.mark.parametrize(("text", "found"), BROKEN.values(), ids=BROKEN)
def test_broken(text: str, found: list[str]) -> None:
    """A mark without a partner costs no quotation but its own."""
    assert quoted(text) == found


@pytest.mark.parametrize(("text", "found"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_over_paragraphs(text: str, found: list[str]) -> None:
    """A quotation that goes on in the next paragraph is one range in each."""
    assert quoted(text) == found
