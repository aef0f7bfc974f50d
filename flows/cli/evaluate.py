"""``tallybook evaluate``: scores the extraction on our gold, and the language model it rests on."""

from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

import typer

from flows.cli.evaluated_extraction import (
    ExtractionScores,
    hold_floors,
    score_extraction,
    show_extraction,
    wanted_parts,
)
from flows.cli.evaluated_model import (
    ModelOptions,
    ModelScores,
    hold_model_gate,
    score_model,
    show_model,
)
from flows.cli.options import JsonOption, ModelOption, WarehouseOption
from flows.cli.output import write_json
from flows.settings import load_settings
from warehouse.errors import UsageError

What: TypeAlias = Literal["extraction", "model", "all"]
EXTRACTION: Final = "extraction"
MODEL: Final = "model"


def evaluate(
    *,
    what: Annotated[
        What | None,
        typer.Option(
            help="Score the extraction on our gold, the language model on annotated sets, or both. "
            "[default: extraction; model if an option is given that only it has]",
            show_default=False,
        ),
    ] = None,
    model: ModelOption = None,
    corpora: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Folder that holds the corpora, itself or in training/ and benchmarks/. "
            "[env: TALLYBOOK_CORPORA] [default: none, our own gold only]",
            show_default=False,
        ),
    ] = None,
    set_names: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME", help="Only this set; repeatable.")
    ] = None,
    split: Annotated[
        Literal["dev", "test", "all"], typer.Option(help="Only sets, or parts, of this kind.")
    ] = "all",
    product: Annotated[
        bool,
        typer.Option("--product", help="Model: score the names of `tallybook extract` there too."),
    ] = False,
    speed: Annotated[
        bool,
        typer.Option("--speed", help="Model: measure words per second, load time and memory too."),
    ] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Model: store the scores here as JSON.")
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Model: stored scores to compare with. "
            "[default: those beside the packaged pipeline]",
            show_default=False,
        ),
    ] = None,
    fail_below: Annotated[
        float | None,
        typer.Option(
            metavar="POINTS", min=0, help="Model: exit 1 if a metric fell by more than this."
        ),
    ] = None,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Score the extraction on the project's gold, dev and test apart, beside its floors.

    The scores are recorded in `ops.model_scores` of the warehouse, if there is one, where a run
    with new rules finds them. `--what model` scores the language pipeline itself, on our gold and
    on the corpora that are present. Gold or a corpus that is absent is named and left out. Exit
    code 1 means a score below its floor in `expectations/floors.csv`, or a metric of the model
    that fell by more than `--fail-below`; 2 wrong usage; 3 a pipeline that is not installed.

    Examples:
    `tallybook evaluate`

    `tallybook evaluate --set figures --split dev`

    `tallybook evaluate --corpora ../corpora --split dev --fail-below 0.5`
    """
    settings = load_settings(model=model, corpora=corpora, warehouse=warehouse)
    of_model, of_extraction = names_by_kind(set_names or [])
    options = ModelOptions(
        model=settings.model,
        corpora=settings.corpora,
        set_names=of_model,
        split=split,
        product=product,
        speed=speed,
        out=out,
        baseline=baseline,
        fail_below=fail_below,
    )
    given = [*options.given(), *(["--corpora"] if corpora else []), *of_model]
    chosen = what_to_score(what, given, of_extraction)
    wanted = wanted_parts(of_extraction, split) if EXTRACTION in chosen else set()
    scored = score_model(options) if MODEL in chosen else None
    extracted = score_extraction(settings, wanted) if EXTRACTION in chosen else None
    show(scored, extracted, as_json=json)
    if extracted:
        hold_floors(extracted)
    if scored:
        hold_model_gate(scored, fail_below)


def show(scored: ModelScores | None, extracted: ExtractionScores | None, *, as_json: bool) -> None:
    """Show what was scored: tables, or one JSON object with the extraction under its name."""
    if as_json:
        extraction = {"extraction": extracted.as_record()} if extracted else {}
        write_json({**(scored.as_record() if scored else {}), **extraction})
        return
    if scored:
        show_model(scored)
    if extracted:
        show_extraction(extracted)


def names_by_kind(set_names: list[str]) -> tuple[list[str], list[str]]:
    """Return the names of annotated sets, and those of sets of the extraction.

    Raises:
        UsageError: If a name is neither.
    """
    from evaluation.product.inventory import SET_NAMES  # noqa: PLC0415 - imports spaCy
    from evaluation.sets import SETS  # noqa: PLC0415 - as above

    annotated = [declared.name for declared in SETS]
    unknown = sorted(set(set_names) - {*annotated, *SET_NAMES})
    if unknown:
        known = ", ".join([*SET_NAMES, *annotated])
        msg = f"there is no evaluation set {unknown[0]!r}; give one of {known}"
        raise UsageError(msg)
    of_model = [name for name in set_names if name in annotated]
    return of_model, [name for name in set_names if name in SET_NAMES]


def what_to_score(what: What | None, of_model: list[str], of_extraction: list[str]) -> set[str]:
    """Return ``extraction``, ``model`` or both.

    Args:
        what: What the user chose, None for what the other options tell.
        of_model: Options and sets given that only the language model has.
        of_extraction: Sets given that only the extraction has.

    Raises:
        UsageError: If an option or set belongs to what is not to be scored.

    >>> sorted(what_to_score(None, ["--speed"], [])), sorted(what_to_score(None, [], []))
    (['model'], ['extraction'])
    """
    if what is None:
        chosen = {MODEL} if of_model else set[str]()
        return chosen | ({EXTRACTION} if of_extraction or not chosen else set())
    if what == EXTRACTION and of_model:
        msg = f"{of_model[0]} is about the language model; give --what model or --what all"
        raise UsageError(msg)
    if what == MODEL and of_extraction:
        msg = f"the set {of_extraction[0]} is about the extraction; give --what extraction"
        raise UsageError(msg)
    return {EXTRACTION, MODEL} if what == "all" else {what}
