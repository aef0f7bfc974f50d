-- Question: Which numbers were refused as figures, and why?
-- Grain: one row per reason that occurs.
-- Key: reason
-- Base: core.rejected_numbers
-- Caveats: example_text is the refused text that comes first in alphabetical
--   order, not the most frequent one.
with final as (

    select
        reason,
        count(*)::bigint as number_count,
        count(distinct document_id)::bigint as document_count,
        min(number_text) as example_text,
    from core.rejected_numbers
    group by reason

)

select * from final
