"""Node ``score``: a new version of model and rules is published only above its floors.

A version that replaces another one's rows is scored on the project's gold, unless the ledger knows
its scores already. What cannot be judged is told in ``ops.issues``, never passed in silence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from prefect import task
from prefect.cache_policies import NO_CACHE

from expectations.floors import below_floor, judge_scores, read_floors
from tasks.model_scores import (
    Accuracy,
    Version,
    forced_issue,
    issue_frame,
    published_versions,
    score_rows,
    stored_scores,
    unscored_issue,
)
from tasks.progress import stage
from tasks.runs import RefusedVersion, naive_utc

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from expectations.floors import JudgedScore, Metric, Score
    from tasks.plan import RunPlan
    from tasks.runs import RunContext

    Scorer = Callable[[str, Collection[Metric]], list[Score]]

SHOWN: Final = 5
SWITCHED_OFF: Final = "not scored: score_versions is off; `tallybook evaluate` scores it"
NO_FLOORS: Final = "not scored: expectations/floors.csv has no floor for {model}"
NO_GOLD: Final = (
    "not scored on {sets}: their gold is not there, because it comes with a clone of the project"
)


@task(name="score", cache_policy=NO_CACHE)
def hold_accuracy(run: RunContext, plan: RunPlan) -> RunContext:
    """Refuse a version that extracts worse than its floors; return the run with what is known.

    Nothing is asked of a version that replaces no rows of another one.

    Raises:
        RefusedVersion: If a score lies below its floor and no reason to publish was given.
    """
    if not replaces_version(run, plan):
        return run
    return replace(run, accuracy=judge_version(run, score_on_gold))


def replaces_version(run: RunContext, plan: RunPlan) -> bool:
    """Tell whether a run extracts documents anew that another version has extracted."""
    is_first = plan.known.documents.is_empty() and not run.store.needs_rebuild()
    if not plan.batches or is_first:
        return False
    return run.rules_version not in published_versions(run.warehouse)


def judge_version(run: RunContext, scorer: Scorer) -> Accuracy:
    """Return what is known of the version of a run.

    Args:
        run: Run that would publish it.
        scorer: Scores a pipeline in some metrics, as ``score_on_gold`` does.

    Raises:
        RefusedVersion: As ``hold_accuracy``.
    """
    floors = read_floors(run.model)
    if not run.score_versions:
        return unscored(run, SWITCHED_OFF)
    if not floors:
        return unscored(run, NO_FLOORS.format(model=run.model))
    known = stored_scores(run.warehouse, version_of(run))
    missing = floors.keys() - {score.metric for score in known}
    new = scorer(run.model, missing) if missing else []
    return settle(run, floors, known, new)


def settle(
    run: RunContext, floors: Mapping[Metric, float], known: Sequence[Score], new: Sequence[Score]
) -> Accuracy:
    """Judge scores against floors; a floor without a score is told, a score below it refused.

    Args:
        run: Run that would publish the version.
        floors: Floors of its pipeline.
        known: Scores that the ledger has.
        new: Scores that it has not.
    """
    version = version_of(run)
    fresh = {score.metric: score for score in new}
    judged = judge_scores([*(s for s in known if s.metric not in fresh), *new], floors)
    absent = sorted({m.set_name for m in floors.keys() - {one.score.metric for one in judged}})
    issues = [unscored_issue(run.run_id, NO_GOLD.format(sets=", ".join(absent)))] if absent else []
    low, reason = below_floor(judged), (run.force_reason or "").strip()
    issues += [forced_issue(run.run_id, version, one, reason) for one in low if reason]
    accuracy = Accuracy(
        scores=score_rows(judge_scores(new, floors), version, naive_utc(run.started_at)),
        issues=issue_frame(issues),
        forced_reason=reason if low and reason else None,
    )
    if low and not reason:
        raise RefusedVersion(refusal(run.model, low), accuracy)
    return accuracy


def refusal(model: str, low: Sequence[JudgedScore]) -> str:
    """Return why a version is refused and what to do, with the scores that miss most."""
    shown = "; ".join(map(str, low[:SHOWN]))
    more = f"; and {len(low) - SHOWN} more" if len(low) > SHOWN else ""
    return (
        f"Extraction by this version of {model} is below its floors (expectations/floors.csv): "
        f"{shown}{more}. Correct model, seeds or code (`tallybook evaluate` scores them), or "
        "publish all the same with --force-reason TEXT, which is recorded."
    )


def score_on_gold(model: str, metrics: Collection[Metric]) -> list[Score]:
    """Return the scores of the parts of the gold that some metrics are about, if it is there.

    Args:
        model: Name of the pipeline.
        metrics: What must be scored; other metrics of the same parts come with it.
    """
    from evaluation.product.scoring import (  # noqa: PLC0415 - only new versions are scored
        Wanted,
        expected_seconds,
        read_portions,
        score_portions,
        text_count,
    )
    from tasks.nlp.pipeline import load_pipeline  # noqa: PLC0415 - imports spaCy

    portions = read_portions({Wanted(metric.set_name, metric.part) for metric in metrics})
    if not text_count(portions):
        return []
    name = f"the rules changed: score them on the gold, about {expected_seconds(portions)} s"
    with stage(name, text_count(portions)) as target:
        nlp = load_pipeline(model)
        return list(score_portions(nlp, portions, lambda: target.advance(name)))


def version_of(run: RunContext) -> Version:
    """Return the version that a run extracts with."""
    return Version(
        rules_version=run.rules_version, model_name=run.model, code_version=run.code_version
    )


def unscored(run: RunContext, why: str) -> Accuracy:
    """Return what is known of a version that is not scored: why."""
    return Accuracy(
        scores=score_rows([], version_of(run), naive_utc(run.started_at)),
        issues=issue_frame([unscored_issue(run.run_id, why)]),
    )
