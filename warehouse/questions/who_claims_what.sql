-- Question: Who claims which amounts, and how firmly?
-- Grain: one row per figure that the text attributes to a source.
-- Caveats: figures in the article's own voice have no claimant and are left out;
--   claimant is the entity's name where it is known, else what the text calls it;
--   via passes the claim on.
select
    coalesce(claimant_name, claimant_text) as claimant,
    claimant_type,
    stance,
    via_name as via,
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
