-- Question: How often is money stated in each currency, and what is the largest sum?
-- Grain: one row per currency, most frequent first.
-- Caveats: nothing is converted or added up, because the same sum may be stated
--   by several documents; largest_text is the largest sum as written.
select
    unit as currency,
    count(*)::bigint as figure_count,
    count(distinct document_id)::bigint as document_count,
    max(coalesce(high, low)) as largest_amount,
    arg_max(
        figure_text, (coalesce(high, low), document_id, start_char)
    ) filter (where coalesce(high, low) is not null) as largest_text,
from mart.corrected_figures
where kind = 'money'
group by unit
order by figure_count desc, currency
