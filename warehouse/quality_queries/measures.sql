-- Question: What was measured of the run, and what was allowed?
-- Grain: one row per measure and subject, those outside their limits first.
-- Caveats: at most 500 rows; unit and reason are those of the limit as it is
--   now, null where it is gone.
select
    measures.measure,
    measures.subject,
    measures.value,
    coalesce(own.unit, common.unit) as unit,
    measures.expected_low,
    measures.expected_high,
    measures.robust_z,
    measures.base_count,
    measures.history_count,
    measures.severity,
    measures.is_success,
    coalesce(own.reason, common.reason) as reason,
from ops.measures as measures
left join ref.quality_limits as own
    on measures.measure = own.measure and measures.subject = own.subject
left join ref.quality_limits as common
    on measures.measure = common.measure and common.subject = '*'
where measures.run_id = $run_id
order by
    measures.is_success,
    measures.severity,
    measures.measure,
    measures.subject
limit 500
