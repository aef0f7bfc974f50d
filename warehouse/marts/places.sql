-- Question: Which places are named, and where are they?
-- Grain: one row per entity that is a place with a known point.
-- Key: entity_id
-- Base: core.entities
-- Caveats: figure_count counts the figures whose own place it is; the point of
--   a state or region is about its middle.
with figures as (

    select
        place_entity_id as entity_id,
        count(*)::bigint as figure_count,
    from mart.corrected_figures
    where place_entity_id is not null
    group by place_entity_id

)

select
    entities.entity_id,
    entities.entity_name,
    entities.feature_class,
    entities.country_code,
    entities.admin_area,
    entities.latitude,
    entities.longitude,
    entities.mention_count,
    entities.document_count,
    coalesce(figures.figure_count, 0)::bigint as figure_count,
from core.entities as entities
left join figures
    on entities.entity_id = figures.entity_id
where
    entities.latitude is not null
    and entities.label in ('GPE', 'LOC', 'FAC')
    and not entities.is_hidden
