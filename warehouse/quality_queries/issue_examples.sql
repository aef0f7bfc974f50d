-- Question: What is odd about the rows that were warned of?
-- Grain: one row per warning, at most three for each table and rule.
-- Caveats: at most 90 rows; detail is cut off after 1,000 characters.
select
    table_name,
    rule,
    row_key,
    left(detail, 1000) as detail,
from ops.issues
where run_id in ($run_id, $judged_run_id)
qualify row_number() over (
    partition by table_name, rule
    order by row_key
) <= 3
order by table_name, rule, row_key
limit 90
