"""Quotations in single marks, told from apostrophes."""

# ruff: noqa: RUF001 - quotation marks are what is tested

from __future__ import annotations

import pytest

from tasks.nlp.quotes.single_marks import single_pairs

FOUND = {
    "straight": ("'We left,' he said.", ["We left,"]),
    "curly": ("‘We left,’ he said.", ["We left,"]),
    "mixed": ("‘We left,' he said.", ["We left,"]),
    "low": ("‚Wir gingen‘, sagte er.", ["Wir gingen"]),
    "guillemets": ("‹Nous sommes partis›, dit-il.", ["Nous sommes partis"]),
    "two": ("'We left,' he said. 'We ate.'", ["We left,", "We ate."]),
    "contractions": ("'We don't know who's there,' he said.", ["We don't know who's there,"]),
    "plural possessive inside": ("'It's the boys' room,' he said.", ["It's the boys' room,"]),
    "feet inside": ("'It was 5' deep,' he said.", ["It was 5' deep,"]),
    "one word": ("It was 'quiet' there.", ["quiet"]),
    "one letter": ("Rooms 'A' and ‘B’.", ["A", "B"]),
    "ends with s": ("He called them 'dogs' and left.", ["dogs"]),
    "ends with s before another": (
        "Both 'dogs' and 'cats that sit' left.",
        ["dogs", "cats that sit"],
    ),
    "possessive outside": ("The boys' father called it 'odd'.", ["odd"]),
    "possessive behind": ("He said 'no' in the boys' room.", ["no"]),
    "glued behind a colon": ("He said:'We left.'", ["We left."]),
    "glued to the next sentence": ("'We left.'He sat. 'Good.'", ["We left.", "Good."]),
    "brackets": ("Quiet ('odd', he said) [‘no’].", ["odd", "no"]),
    "behind a dash": ("Quiet—'odd', he said.", ["odd"]),
    "around double ones": ("'\"Go,\" he said,' she told.", ['"Go," he said,']),
    "inside double ones": ("“‘Go,’ he said,” she told.", ["Go,"]),
    "money at the head": ("'$5 is much,' he said.", ["$5 is much,"]),
    "number at the head": ("'300 men left,' he said.", ["300 men left,"]),
    "a decade before": ("In the '90s they said 'no more' twice.", ["no more"]),
    "rock 'n' roll inside": ("'Rock 'n' roll is late,' he said.", ["Rock 'n' roll is late,"]),
    "shortened inside": ("'Give 'em bread,' he said.", ["Give 'em bread,"]),
    "marks of direction": ("\u200f'We left,'\u200f he said.", ["We left,"]),
    "never closed before another": (
        "'We left. Then ‘we ate,’ he said.",
        ["We left. Then ‘we ate,"],
    ),
}
NONE = {
    "contractions": "They don't, can't and won't; it's o'clock.",
    "possessives": "The soldiers' camp and the drivers' union and James's car.",
    "possessive and full stop": "The camp was the soldiers'. They left.",
    "decades": "The '80s and the '90s, the summer of '68 and of ’06.",
    "shortened": "Give 'em bread, 'tis late, rock 'n' roll, 'twas so.",
    "feet": "A 5' wall and a 6' man, 5'10 and 6' 2.",
    "minutes": "Camps at 33°20' N, 44°26' E and 12°5' S.",
    "names": "N'Djamena, O'Neill, Sana'a, Ba'ath, Côte d'Ivoire.",
    "empty": "The field '' was blank, and ‘’ too.",
    "spaces": "A ' mark ' alone ‘ here ’ there.",
    "one mark": "'",
    "never closed": "He said: 'We left and ate",
    "never opened": "We left,' he said.",
    "over a paragraph": "'We left.\n\nWe ate,' he said.",
    "a chapter between": f"'We {'left and ' * 200} ate,' he said.",
    "far plural": "'Ali and all of the many people who were in the soldiers' camp left.",
}


def singles(text: str) -> list[str]:
    """Return what stands between single marks in the paragraphs of a text."""
    found: list[str] = []
    start = 0
    for part in text.split("\n\n"):
        found += [text[one:end] for one, end in single_pairs(text, start, start + len(part))]
        start += len(part) + 2
    return found


@pytest.mark.parametrize(("text", "found"), FOUND.values(), ids=FOUND)
def test_quotations_in_single_marks(text: str, found: list[str]) -> None:
    """What stands between single marks is found without them, apostrophes inside it included."""
    assert singles(text) == found


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_apostrophes(text: str) -> None:
    """Apostrophes, feet and minutes quote nothing."""
    assert singles(text) == []
