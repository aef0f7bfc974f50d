-- Question: Which passages are repeated in otherwise different documents?
-- Grain: one row per passage, most repeated first.
-- Caveats: passages of at least twelve words; copies of one text count once.
select
    source_count,
    document_count,
    kind,
    passage_text,
from mart.repeated_passages
where source_count > 1
order by source_count desc, document_count desc, passage_text
