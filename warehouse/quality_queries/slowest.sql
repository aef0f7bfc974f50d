-- Question: Which expectations took the most time?
-- Grain: one row per table and group of expectations judged together, slowest
--   ones first.
-- Caveats: at most ten rows; those judged together share their time evenly.
select
    table_name,
    min(expectation) as expectation,
    count(*) as expectations,
    duration_s,
from ops.validations
where run_id = $judged_run_id
group by table_name, duration_s
order by duration_s desc, table_name
limit 10
