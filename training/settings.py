"""Settings of the recipe (``recipe.toml``)."""

import tomllib
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

HERE: Final = Path(__file__).parent


class Strict(BaseModel):
    """A group of settings: no unknown names, nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Part(Strict):
    """A corpus in a stage.

    Attributes:
        source: Name of the reader.
        split: Part of the corpus.
        share: Share of its texts drawn each epoch, in (0, 1].
        swapped: How many copies with other names are added each epoch.
        cleaned: Take the names that the step ``clean`` left.
        topics: Topics of the gold; all when empty.
    """

    source: str
    split: str = "train"
    share: float = 1.0
    swapped: int = 0
    cleaned: bool = False
    topics: tuple[str, ...] = ()


class Stage(Strict):
    """A run over the data with a learning rate of its own.

    Attributes:
        epochs: Passes over the parts.
        horizon: Passes that the fall of the rates is planned for; 0 for as many as there are.
        encoder_rate: Highest learning rate of the encoder.
        head_rate: Highest learning rate of the heads.
        warmup: Share of the steps in which the rates rise.
        weights: Share of each head in the loss.
        sequences: Judge the name tags of a window together, not word by word.
        name_tables: Draw names to swap also from tables of towns and people.
        parts: What is trained on.
    """

    epochs: int
    horizon: int = 0
    encoder_rate: float
    head_rate: float
    warmup: float
    weights: dict[str, float]
    sequences: bool = False
    name_tables: bool = False
    parts: tuple[Part, ...]


class Noise(Strict):
    """How texts are changed while training; each a share in [0, 1].

    Attributes:
        upper: Windows in capitals.
        lower: Windows in lower case.
        title: Windows of which each word begins with a capital.
        glued: Sentences that follow without a space.
        line: Sentences that begin on a new line.
        paragraph: Sentences that begin behind a blank line.
        wrapped: Windows with line breaks inside of sentences.
        masked: Pieces that cannot be read.
        stopless: Stories without full stops behind their sentences.
        stopless_small: Of those, stories in small letters.
    """

    upper: float
    lower: float
    title: float
    glued: float
    line: float
    paragraph: float
    wrapped: float
    masked: float
    stopless: float
    stopless_small: float


class Recipe(Strict):
    """All settings.

    Attributes:
        seed: Of every random choice.
        threads: CPU threads of the training.
        batch_pieces: Pieces in a batch, padding included.
        window_words: Smallest and largest number of words that are read together.
        window_pieces: Most pieces that are read together.
        noise: Changes to the texts.
        stages: What is trained, in order; each goes on from the one before.
        experiments: What was tried beside that, to choose; not part of the weights.
    """

    seed: int
    threads: int
    batch_pieces: int
    window_words: tuple[int, int]
    window_pieces: int
    noise: Noise
    stages: dict[str, Stage]
    experiments: dict[str, Stage]


def load_recipe(path: Path = HERE / "recipe.toml") -> Recipe:
    """Return the settings.

    Raises:
        pydantic.ValidationError: If a setting is unknown, missing or of another type.
    """
    return Recipe.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
