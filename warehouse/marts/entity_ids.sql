-- Question: Which entity has an id that was in use once?
-- Grain: one row per id that is or was in use and still leads to an entity.
-- Caveats: of a split entity the part with most of its mentions is taken
--   (is_split says so); an id that is in use again leads to itself.
with recursive steps as (

    select
        changes.old_entity_id,
        changes.run_id,
        arg_max(
            changes.new_entity_id,
            (changes.mention_count, changes.new_entity_id)
        ) as new_entity_id,
        bool_or(changes.change = 'split') as is_split,
    from ops.entity_changes as changes
    group by changes.old_entity_id, changes.run_id

),

walks as (

    select
        old_entity_id as entity_id,
        new_entity_id as reached_id,
        run_id,
        is_split,
        1 as step_count,
    from steps

    union all

    select
        walks.entity_id,
        steps.new_entity_id,
        steps.run_id,
        walks.is_split or steps.is_split,
        walks.step_count + 1,
    from walks
    inner join steps
        on
            walks.reached_id = steps.old_entity_id
            and walks.run_id < steps.run_id
    where walks.step_count < 100

),

-- The newest change that leads to an entity of today decides.
former as (

    select
        walks.entity_id,
        arg_max(walks.reached_id, (walks.run_id, walks.step_count))
            as current_entity_id,
        arg_max(walks.is_split, (walks.run_id, walks.step_count)) as is_split,
    from walks
    inner join core.entities as entities
        on walks.reached_id = entities.entity_id
    where walks.entity_id not in (select entity_id from core.entities)
    group by walks.entity_id

),

final as (

    select
        entity_id,
        entity_id as current_entity_id,
        false as is_split,
    from core.entities

    union all

    select
        entity_id,
        current_entity_id,
        is_split,
    from former

)

select * from final
