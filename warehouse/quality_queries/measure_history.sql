-- Question: What was measured of the warehouse as a whole, run by run?
-- Grain: one row per run and measure of everything (subject '*'), oldest first.
-- Caveats: the run itself and at most 59 before it that measured something.
with earlier as (

    select
        runs.run_id,
        runs.started_at,
    from ops.runs as runs
    inner join ops.runs as shown
        on shown.run_id = $run_id
    semi join ops.measures as measures
        on runs.run_id = measures.run_id
    where (runs.started_at, runs.run_id) <= (shown.started_at, shown.run_id)
    qualify row_number() over (
        order by runs.started_at desc, runs.run_id desc
    ) <= 60

)

select
    earlier.run_id,
    earlier.started_at,
    measures.measure,
    limits.unit,
    measures.value,
    measures.expected_low,
    measures.expected_high,
    measures.robust_z,
    measures.severity,
    measures.is_success,
from earlier
inner join ops.measures as measures
    on earlier.run_id = measures.run_id
left join ref.quality_limits as limits
    on measures.measure = limits.measure and limits.subject = '*'
where measures.subject = '*'
order by measures.measure, earlier.started_at, earlier.run_id
