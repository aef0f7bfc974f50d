-- Question: Which things are named together?
-- Grain: one row per pair of entities that a sentence names together.
-- Key: entity_id, other_entity_id
-- Base: core.relations
-- Caveats: each pair once, the smaller id first; sentences that name more than
--   twelve things are left out, and so are hidden entities.
with pairs as (

    select
        least(subject_entity_id, object_entity_id) as entity_id,
        greatest(subject_entity_id, object_entity_id) as other_entity_id,
        document_id,
        sentence_index,
    from core.relations
    where
        kind = 'co_mention'
        and subject_entity_id <> object_entity_id

),

final as (

    select
        pairs.entity_id,
        ones.entity_name,
        ones.label,
        pairs.other_entity_id,
        others.entity_name as other_entity_name,
        others.label as other_label,
        count(distinct (pairs.document_id, pairs.sentence_index))::bigint
            as sentence_count,
        count(distinct pairs.document_id)::bigint as document_count,
    from pairs
    inner join core.entities as ones
        on pairs.entity_id = ones.entity_id
    inner join core.entities as others
        on pairs.other_entity_id = others.entity_id
    where not ones.is_hidden and not others.is_hidden
    group by
        pairs.entity_id,
        ones.entity_name,
        ones.label,
        pairs.other_entity_id,
        others.entity_name,
        others.label

)

select * from final
