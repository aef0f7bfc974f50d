"""Generates texts of which it is known which are copies of which.

Words are invented and follow Zipf's law. Copies are made as newsrooms make them: cut from the end,
put under a new lead, reworded here and there, reordered, with other numbers. Originals are not
independent: many share a paragraph of background, and some tell of the same event in part.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

from tasks.nlp.passages.lines import split_lines
from tasks.nlp.spans import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

VOCABULARY: Final = 20_000
SYLLABLES: Final = (
    "ba",
    "de",
    "ki",
    "lo",
    "mu",
    "ran",
    "ser",
    "tol",
    "vin",
    "zu",
    "ar",
    "en",
    "is",
)
PARAGRAPHS: Final = range(4, 12)
PARAGRAPH_WORDS: Final = range(30, 80)
BACKGROUND_SHARE: Final = 0.3
"""Originals that hold a paragraph of background which others have, too."""
SAME_EVENT_SHARE: Final = 0.05
"""Originals of which a sixth is taken from another one: a quotation, an official text."""
REWORDED: Final = (0.02, 0.06)
"""Smallest and largest share of the words that a copy replaces."""

Paragraphs = list[list[str]]


@dataclass(frozen=True, slots=True)
class Generated:
    """A text, the story that it tells, and how it was made of the original (empty for it)."""

    text: str
    story: int
    change: str = ""

    def passages(self) -> list[Passage]:
        """Return its lines as passages of the body."""
        return [Passage(one.start_char, one.end_char, "body", "") for one in split_lines(self.text)]


class Generator:
    """Draws texts; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        """Make a vocabulary and some paragraphs of background."""
        self.random = Random(seed)  # noqa: S311 - no secret
        self.words = ["".join(self.random.choices(SYLLABLES, k=3)) for _ in range(VOCABULARY)]
        self.weights = [1 / (rank + 10) for rank in range(VOCABULARY)]
        self.background = [self.paragraph() for _ in range(50)]

    def paragraph(self) -> list[str]:
        """Return the words of a new paragraph."""
        count = self.random.choice(PARAGRAPH_WORDS)
        return self.random.choices(self.words, self.weights, k=count)

    def original(self, before: list[Paragraphs]) -> Paragraphs:
        """Return the paragraphs of a new story."""
        story = [self.paragraph() for _ in range(self.random.choice(PARAGRAPHS))]
        if self.random.random() < BACKGROUND_SHARE:
            story.append(self.random.choice(self.background))
        if before and self.random.random() < SAME_EVENT_SHARE:
            story[len(story) // 2] = self.random.choice(self.random.choice(before))
        return story

    def cut(self, story: Paragraphs) -> Paragraphs:
        """Return the first half of a story or more, never all of it."""
        return story[: self.random.randint((len(story) + 1) // 2, len(story) - 1)]

    def new_lead(self, story: Paragraphs) -> Paragraphs:
        """Return a story with another first paragraph."""
        return [self.paragraph(), *story[1:]]

    def reworded(self, story: Paragraphs) -> Paragraphs:
        """Return a story with some words replaced."""
        share = self.random.uniform(*REWORDED)
        return [
            [self.random.choice(self.words) if self.random.random() < share else w for w in words]
            for words in story
        ]

    def reordered(self, story: Paragraphs) -> Paragraphs:
        """Return a story with its paragraphs in another order."""
        turn = self.random.randint(1, len(story) - 1)
        return [*story[turn:], *story[:turn]]

    def copy(self, story: Paragraphs) -> tuple[str, Paragraphs]:
        """Return how a copy was made, and its paragraphs."""
        changes: tuple[Callable[[Paragraphs], Paragraphs], ...] = (
            self.cut,
            self.new_lead,
            self.reworded,
            self.reordered,
        )
        change = self.random.choice(changes)
        return change.__name__, change(story)


def generate(count: int, *, copy_share: float, seed: int) -> list[Generated]:
    """Return texts in a random order.

    Args:
        count: Number of texts.
        copy_share: Share of them, 0 to 1, that are copies of one of the others.
        seed: Seed of all draws.
    """
    generator = Generator(seed)
    stories: list[Paragraphs] = []
    for _ in range(count - int(count * copy_share)):
        stories.append(generator.original(stories))
    texts = [Generated(as_text(story), number) for number, story in enumerate(stories)]
    for _ in range(count - len(stories)):
        number = generator.random.randrange(len(stories))
        change, copy = generator.copy(stories[number])
        texts.append(Generated(as_text(copy), number, change))
    generator.random.shuffle(texts)
    return texts


def as_text(story: Paragraphs) -> str:
    """Return paragraphs as a text, a line each."""
    return "\n\n".join(" ".join(words).capitalize() + "." for words in story)
