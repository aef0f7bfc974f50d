-- Question: How did the run end?
-- Grain: one row: the run.
-- Caveats: counts of documents and figures are those after the run.
select
    quality_by_run.*,
    runs.ended_at,
    runs.mention_count,
    runs.code_version,
    runs.forced_reason,
    runs.sources_json,
from mart.quality_by_run as quality_by_run
inner join ops.runs as runs
    on quality_by_run.run_id = runs.run_id
where quality_by_run.run_id = $run_id
