-- Question: Which people and groups are named together most?
-- Grain: one row per pair, most documents first, at most 30.
-- Caveats: to be named in one sentence is no link between two things.
select
    entity_name,
    other_entity_name,
    document_count,
    sentence_count,
from mart.co_mentions
where
    label in ('PERSON', 'ORG')
    and other_label in ('PERSON', 'ORG')
order by
    document_count desc,
    sentence_count desc,
    entity_name,
    other_entity_name,
    entity_id,
    other_entity_id
limit 30
