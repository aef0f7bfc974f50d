-- Question: What are the largest counts, and what do they count?
-- Grain: one row per figure of the kind count, largest first, at most 20.
-- Caveats: ranges and vague words rank by their upper bound; what several
--   documents repeat stands there several times.
select
    coalesce(high, low) as amount,
    figure_text,
    qualifier,
    counted_text,
    category,
    title,
    path,
    start_char,
    end_char,
from mart.figure_ledger
where kind = 'count'
order by amount desc nulls last, path, document_id, start_char
limit 20
