-- Question: Which people, groups, places and weapons are named most?
-- Grain: one row per entity, most mentions first, at most 20.
-- Caveats: mentions of all forms of a name count together.
select
    entity_name,
    label,
    mention_count,
    document_count,
    country_code,
from core.entities
where not is_hidden
order by mention_count desc, document_count desc, entity_name, entity_id
limit 20
