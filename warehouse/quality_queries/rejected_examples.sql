-- Question: What do refused rows look like?
-- Grain: one row per refused row, at most three for each table and rule.
-- Caveats: at most 90 rows; row_json is cut off after 4,000 characters.
select
    table_name,
    rule,
    row_key,
    left(row_json, 4000) as row_json,
from ops.rejected_rows
where run_id = $judged_run_id
qualify row_number() over (
    partition by table_name, rule
    order by row_key
) <= 3
order by table_name, rule, row_key
limit 90
