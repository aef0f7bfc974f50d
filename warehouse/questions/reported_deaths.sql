-- Question: How many people does each report say were killed?
-- Grain: one row per figure of the category people_killed, newest report first.
-- Caveats: what a report repeats stands there several times; a denied figure is
--   listed until modality is read; reports without a date come last.
select
    published_on,
    coalesce(qualifier_text || ' ', '') || figure_text as figure,
    low,
    high,
    counted_text,
    title,
    path,
    start_char,
from mart.figure_ledger
where category = 'people_killed'
order by published_on desc nulls last, path, document_id, start_char
