-- Question: How well does the version extract from the project's own gold?
-- Grain: one row per gold set, part and metric, those below their floor first.
-- Caveats: of the version of the run; where that one was not scored, of the
--   one that was scored last with the same pipeline (is_of_run false).
with run as (

    select model_name, rules_version,
    from ops.runs
    where run_id = $run_id

),

ranked as (

    select
        model_scores.*,
        model_scores.rules_version = run.rules_version as is_of_run,
        first_value(model_scores.rules_version) over (
            order by
                model_scores.rules_version = run.rules_version desc,
                model_scores.scored_at desc,
                model_scores.rules_version
        ) as shown_version,
    from ops.model_scores as model_scores
    inner join run
        on model_scores.model_name = run.model_name

)

select
    set_name,
    part,
    metric,
    gold_count,
    score,
    floor,
    is_success,
    is_of_run,
    rules_version,
    model_name,
    scored_at,
from ranked
where rules_version = shown_version
order by is_success, set_name, part, metric
