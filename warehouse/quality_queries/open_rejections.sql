-- Question: Which refused rows are still missing from the warehouse?
-- Grain: one row per missing row and rule that it broke.
-- Caveats: at most 100,000 rows; of the warehouse as it is published now, over
--   all runs.
select
    table_name,
    row_key,
    rule,
    document_id,
    remedy,
from mart.open_rejections
order by table_name, row_key, rule
limit 100000
