-- Question: Which expectations did not hold?
-- Grain: one row per failed expectation, critical ones first.
-- Caveats: observed is JSON with the keys of the first rows that broke it.
select
    table_name,
    column_name,
    expectation,
    severity,
    unexpected_count,
    round(unexpected_share, 4) as unexpected_share,
    observed,
    try(json_extract_string(expected, '$.reason')) as reason,
from ops.validations
where run_id = $judged_run_id and not is_success
order by severity, unexpected_count desc, table_name, column_name, expectation
