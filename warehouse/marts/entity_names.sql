-- Question: Under which names does a thing occur?
-- Grain: one row per entity and name as written.
-- Key: entity_id, mention_text
-- Base: core.entity_mentions
-- Caveats: hidden entities are left out; case counts.
select
    entities.entity_id,
    entities.entity_name,
    entities.label,
    mentions.mention_text,
    count(*)::bigint as mention_count,
    count(distinct mentions.document_id)::bigint as document_count,
from core.entity_mentions as mentions
inner join core.entities as entities
    on mentions.entity_id = entities.entity_id
where not entities.is_hidden
group by
    entities.entity_id,
    entities.entity_name,
    entities.label,
    mentions.mention_text
