-- Question: How did the runs up to this one go?
-- Grain: one row per run, oldest first.
-- Caveats: the run itself and at most 59 before it.
select quality_by_run.*,
from mart.quality_by_run as quality_by_run
inner join ops.runs as shown
    on shown.run_id = $run_id
where (quality_by_run.started_at, quality_by_run.run_id)
    <= (shown.started_at, shown.run_id)
qualify row_number() over (
    order by quality_by_run.started_at desc, quality_by_run.run_id desc
) <= 60
order by quality_by_run.started_at, quality_by_run.run_id
