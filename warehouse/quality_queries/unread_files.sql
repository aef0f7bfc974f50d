-- Question: Which files were not read, and why?
-- Grain: one row per file, or line of a JSONL file, that failed or was skipped.
-- Caveats: at most 200 rows, failed ones first.
select
    outcome,
    source,
    path,
    record_index,
    left(reason, 1000) as reason,
from ops.file_outcomes
where run_id = $run_id and outcome in ('failed', 'skipped')
order by outcome, source, path, record_index
limit 200
