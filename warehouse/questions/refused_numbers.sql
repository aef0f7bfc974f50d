-- Question: Which numbers were refused as figures, and why?
-- Grain: one row per reason, most frequent first.
-- Caveats: one example per reason; the whole list is core.rejected_numbers.
select
    reason,
    number_count,
    document_count,
    example_text,
from mart.rejections_by_reason
order by number_count desc, reason
