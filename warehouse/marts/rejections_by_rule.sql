-- Question: Which rules refused rows, how many, and since when?
-- Grain: one row per table and rule that ever refused a row.
-- Key: table_name, rule
-- Base: ops.rejected_rows
-- Caveats: a row that breaks several rules stands under each of them; a row is
--   known by its key, so one that several runs refused counts once in row_count
--   and each time in refusal_count; the latest run is the last one that judged
--   more than its own ledger; the example is the first key in alphabetical
--   order of the last run that refused one.
with judged as (

    select run_id,
    from ops.validations
    where table_name not like 'ops.%'

),

latest as (

    select
        arg_max(runs.run_id, (runs.started_at, runs.run_id)) as run_id,
    from ops.runs as runs
    semi join judged
        on runs.run_id = judged.run_id

),

refused as (

    select
        rejected_rows.table_name,
        rejected_rows.rule,
        rejected_rows.row_key,
        rejected_rows.run_id,
        runs.started_at,
        coalesce(rejected_rows.run_id = latest.run_id, false) as is_latest,
        rejected_rows.run_id = first_value(rejected_rows.run_id) over (
            partition by rejected_rows.table_name, rejected_rows.rule
            order by runs.started_at desc, rejected_rows.run_id desc
        ) as is_of_last_run,
    from ops.rejected_rows as rejected_rows
    inner join ops.runs as runs
        on rejected_rows.run_id = runs.run_id
    cross join latest

),

final as (

    select
        table_name,
        rule,
        count(*) filter (where is_latest)::bigint as latest_row_count,
        count(distinct row_key)::bigint as row_count,
        count(*)::bigint as refusal_count,
        count(distinct run_id)::bigint as run_count,
        arg_min(run_id, (started_at, run_id)) as first_run_id,
        arg_max(run_id, (started_at, run_id)) as last_run_id,
        min(started_at) as first_refused_at,
        max(started_at) as last_refused_at,
        min(row_key) filter (where is_of_last_run) as example_row_key,
    from refused
    group by table_name, rule

)

select * from final
