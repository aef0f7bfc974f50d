-- Question: Who claims which amounts, and how firmly?
-- Grain: one row per figure that the text attributes to a source.
-- Caveats: figures in the article's own voice have no claimant and are left out;
--   claimant is the entity's name where it is known, else the words of the text.
select
    coalesce(claimant_name, claimant_text) as claimant,
    stance,
    figure_text,
    qualifier,
    counted_text,
    category,
    title,
    path,
    start_char,
from mart.figure_ledger
where claimant_text is not null
order by claimant, path, document_id, start_char
