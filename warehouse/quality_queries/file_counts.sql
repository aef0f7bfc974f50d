-- Question: What became of the files that the run met?
-- Grain: one row per outcome.
-- Caveats: unchanged files have no outcome; lines of a JSONL file count as
--   files where they failed.
select
    outcome,
    count(*)::bigint as files,
from ops.file_outcomes
where run_id = $run_id
group by outcome
order by outcome
