-- Question: How many people does each report say were killed?
-- Grain: one row per figure of the category people_killed, newest report first.
-- Caveats: what a report repeats stands there several times; what is denied, planned or only
--   supposed is left out where a model reads the mood; reports without a date come last;
--   claimed_by is empty where the report says it in its own voice.
select
    published_on,
    coalesce(qualifier_text || ' ', '') || figure_text as figure,
    low,
    high,
    counted_text,
    claimant_name as claimed_by,
    title,
    path,
    start_char,
from mart.figure_ledger
where category = 'people_killed'
    and coalesce(modality, 'asserted') = 'asserted'
order by published_on desc nulls last, path, document_id, start_char
