-- Question: Which rules warned of how many rows?
-- Grain: one row per table and rule that warned.
-- Caveats: of the run and of the last one that judged rows; the rows are loaded
--   all the same.
select
    table_name,
    rule,
    count(*)::bigint as rows,
    min(row_key) as example,
from ops.issues
where run_id in ($run_id, $judged_run_id)
group by table_name, rule
order by rows desc, table_name, rule
