"""Settings: from arguments, ``TALLYBOOK_*`` variables or ``tallybook.toml``, in that order.

Only names and bounds live here; what a setting does stands in the task that uses it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from tasks.nlp.packaged import PACKAGED
from warehouse.errors import UsageError

SETTINGS_FILE = Path("tallybook.toml")


class Settings(BaseSettings):
    """Everything a user can turn; the defaults run the sample corpus on a laptop."""

    model_config = SettingsConfigDict(
        env_prefix="TALLYBOOK_", toml_file=SETTINGS_FILE, extra="forbid", frozen=True
    )

    warehouse: Path = Field(Path("data/tallybook.duckdb"), description="Published warehouse.")
    inbox: Path = Field(Path("data/inbox"), description="Source of a run that is given none.")
    batch_size: int = Field(64, ge=1, description="Documents per extraction task.")
    max_document_chars: int = Field(
        5_000_000, ge=1, description="Longer texts are recorded as failed and not parsed."
    )
    keep_snapshots: int = Field(5, ge=1, description="Published snapshots kept for rollback.")
    model: str = Field(PACKAGED, min_length=1, description="Pipeline that reads the texts.")
    corpora: Path | None = Field(None, description="Folder of corpora that evaluation reads.")
    corrections: Path | None = Field(
        None, description="CSV file of decisions of analysts, besides those of the project."
    )
    workers: int = Field(1, ge=1, description="Processes that extract.")
    runner: Literal["processes", "dask"] = Field(
        "processes", description="Where several workers run: this machine, or dask."
    )
    dask_address: str | None = Field(
        None, description="Scheduler of a dask cluster; a local one is started without it."
    )
    max_rejected_share: float | None = Field(
        None,
        ge=0,
        le=1,
        description="Share of a table's new rows that may be refused, in place of the limits.",
    )
    force_reason: str | None = Field(
        None, min_length=1, description="Why to publish though the version scores too low."
    )
    score_versions: bool = Field(
        default=True, description="Whether new rules are scored on the gold before they publish."
    )
    report: bool = Field(
        default=True, description="Whether a run writes its quality report beside the warehouse."
    )
    max_removed_share: float = Field(
        0.5, ge=0, le=1, description="Share of a source's known documents that one run may remove."
    )

    @field_validator("warehouse", "inbox", "corpora", "corrections")
    @classmethod
    def make_absolute(cls, path: Path | None) -> Path | None:
        """Anchor a relative path in the working directory, so that every process means the same."""
        return path.expanduser().absolute() if path else None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - we read no .env file
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - nor secrets
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Rank the sources: arguments, then the environment, then ``tallybook.toml``."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**overrides: object) -> Settings:
    """Read the settings; an override that is None counts as not given.

    Raises:
        UsageError: If a variable, the file or an argument holds no valid value.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        msg = (
            f"setting {name!r} is wrong ({first['msg']}); correct the option, "
            f"TALLYBOOK_{name.upper()} or {SETTINGS_FILE}"
        )
        raise UsageError(msg) from error
    except ValueError as error:
        msg = f"{SETTINGS_FILE} cannot be read: {error}; correct or remove it"
        raise UsageError(msg) from error
