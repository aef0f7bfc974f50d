-- Question: Which entity has an id that was in use once?
-- Grain: one row per id that is or was in use and still leads to an entity.
-- Key: entity_id
-- Caveats: of a split entity the part with most of its mentions is taken
--   (is_split says so); an id that is in use again leads to itself.
with recursive last_changes as (

    select
        changes.old_entity_id,
        changes.new_entity_id,
        changes.run_id,
        changes.change = 'split' as is_split,
    from ops.entity_changes as changes
    where changes.old_entity_id not in (select entity_id from core.entities)
    qualify row_number() over (
        partition by changes.old_entity_id
        order by
            changes.run_id desc,
            changes.mention_count desc,
            changes.new_entity_id
    ) = 1

),

walks as (

    select
        old_entity_id as entity_id,
        new_entity_id as reached_id,
        run_id,
        is_split,
    from last_changes

    union all

    select
        walks.entity_id,
        last_changes.new_entity_id,
        last_changes.run_id,
        walks.is_split or last_changes.is_split,
    from walks
    inner join last_changes
        on
            walks.reached_id = last_changes.old_entity_id
            and walks.run_id < last_changes.run_id

),

final as (

    select
        entity_id,
        entity_id as current_entity_id,
        false as is_split,
    from core.entities

    union all

    select
        walks.entity_id,
        walks.reached_id as current_entity_id,
        walks.is_split,
    from walks
    inner join core.entities as entities
        on walks.reached_id = entities.entity_id

)

select * from final
