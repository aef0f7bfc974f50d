-- Question: Who did what to whom?
-- Grain: one row per asserted event, newest document first, at most 50.
-- Caveats: subject and object are phrases as written; denied, planned and
--   hypothetical events are left out.
select
    published_on,
    event,
    subject_text,
    verb_text,
    object_text,
    title,
from mart.events
where modality = 'asserted'
order by published_on desc nulls last, document_id, verb_start_char, relation_id
limit 50
