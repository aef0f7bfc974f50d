-- Question: How did each run end, and what did the gate see in it?
-- Grain: one row per run.
-- Key: run_id
-- Base: ops.runs
-- Caveats: counts of documents and figures are those of the warehouse after the
--   run; rejected_share is of all rows of raw and core tables that the run
--   judged, null for a run that judged none; a row that breaks several rules is
--   refused once; validation_s lies within duration_s.
with judged as (

    select
        run_id,
        count(*)::bigint as expectation_count,
        count(*) filter (
            where not is_success and severity = 'critical'
        )::bigint as failed_critical_count,
        count(*) filter (
            where not is_success and severity = 'warning'
        )::bigint as failed_warning_count,
        sum(duration_s) as validation_s,
        -- One expectation a table is about the table as a whole.
        sum(
            try_cast(try(json_extract(observed, '$.row_count')) as bigint)
        ) filter (
            where
                column_name = '*'
                and split_part(table_name, '.', 1) in ('raw', 'core')
        )::bigint as judged_row_count,
    from ops.validations
    group by run_id

),

warned as (

    select run_id, count(*)::bigint as issue_count,
    from ops.issues
    group by run_id

),

measured as (

    select
        run_id,
        count(*)::bigint as measure_count,
        count(*) filter (
            where not is_success and severity = 'critical'
        )::bigint as failed_critical_measure_count,
        count(*) filter (
            where not is_success and severity = 'warning'
        )::bigint as failed_warning_measure_count,
    from ops.measures
    group by run_id

),

final as (

    select
        runs.run_id,
        runs.started_at,
        runs.status,
        runs.duration_s,
        runs.model_name,
        runs.rules_version,
        runs.forced_reason is not null as is_forced,
        runs.found_file_count,
        runs.failed_file_count,
        runs.extracted_document_count,
        runs.removed_document_count,
        runs.document_count,
        runs.figure_count,
        coalesce(judged.expectation_count, 0) as expectation_count,
        coalesce(judged.failed_critical_count, 0) as failed_critical_count,
        coalesce(judged.failed_warning_count, 0) as failed_warning_count,
        coalesce(judged.judged_row_count, 0) as judged_row_count,
        runs.rejected_row_count,
        case
            when judged.judged_row_count > 0
                then runs.rejected_row_count / judged.judged_row_count
        end as rejected_share,
        coalesce(warned.issue_count, 0) as issue_count,
        coalesce(measured.measure_count, 0) as measure_count,
        coalesce(measured.failed_critical_measure_count, 0)
            as failed_critical_measure_count,
        coalesce(measured.failed_warning_measure_count, 0)
            as failed_warning_measure_count,
        coalesce(judged.validation_s, 0) as validation_s,
        runs.error_text,
    from ops.runs as runs
    left join judged
        on runs.run_id = judged.run_id
    left join warned
        on runs.run_id = warned.run_id
    left join measured
        on runs.run_id = measured.run_id

)

select * from final
