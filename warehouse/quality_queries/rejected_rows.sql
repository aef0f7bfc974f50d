-- Question: Which rules refused how many rows?
-- Grain: one row per table and rule that refused rows.
-- Caveats: a row that breaks several rules stands under each of them.
select
    table_name,
    rule,
    count(*)::bigint as rows,
    min(row_key) as example,
from ops.rejected_rows
where run_id = $judged_run_id
group by table_name, rule
order by rows desc, table_name, rule
