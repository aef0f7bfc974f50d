-- Question: How many expectations were judged on each table, and how many failed?
-- Grain: one row per table that the run judged.
-- Caveats: a table without rows has all its expectations met.
select
    table_name,
    count(*) as expectations,
    count(*) filter (where is_success) as passed,
    count(*) filter (where not is_success and severity = 'critical') as critical,
    count(*) filter (where not is_success and severity = 'warning') as warnings,
    round(sum(duration_s), 2) as seconds,
from ops.validations
where run_id = $judged_run_id
group by table_name
order by table_name
