-- Question: What do the figures of the warehouse count?
-- Grain: one row per category, most frequent first.
-- Caveats: at most 20 rows; of the warehouse as it is published now.
select
    category,
    count(*)::bigint as figures,
    count(distinct document_id)::bigint as documents,
from core.figures
group by category
order by figures desc, category
limit 20
