-- Question: What does each source deliver, and how well can it be read?
-- Grain: one row per source that holds a file now or ever had one that failed
--   or was skipped.
-- Key: source
-- Caveats: a document that lies in several sources counts in each of them;
--   file counts are those of the last run in which the source had anything but
--   unchanged files, the counts called ever are paths over all runs; words are
--   stretches without white space; refused rows and warnings are counted over
--   all runs, each once however often it came back, and only those of documents
--   that the source holds now; a document that was refused as a whole is known
--   by its file.
with outcomes as (

    select
        file_outcomes.*,
        runs.started_at,
        file_outcomes.run_id = first_value(file_outcomes.run_id) over (
            partition by file_outcomes.source
            order by runs.started_at desc, file_outcomes.run_id desc
        ) as is_latest,
    from ops.file_outcomes as file_outcomes
    inner join ops.runs as runs
        on file_outcomes.run_id = runs.run_id

),

files as (

    select
        source,
        arg_max(run_id, (started_at, run_id)) as last_run_id,
        max(started_at) as last_changed_at,
        count(distinct path) filter (
            where is_latest and outcome in ('new', 'changed')
        )::bigint as latest_read_file_count,
        count(distinct path) filter (
            where is_latest and outcome = 'failed'
        )::bigint as latest_failed_file_count,
        count(distinct path) filter (
            where is_latest and outcome = 'skipped'
        )::bigint as latest_skipped_file_count,
        count(distinct path) filter (where outcome = 'failed')::bigint
            as ever_failed_file_count,
        count(distinct path) filter (where outcome = 'skipped')::bigint
            as ever_skipped_file_count,
    from outcomes
    group by source

),

held as (

    select
        source,
        document_id,
        count(distinct path)::bigint as file_count,
    from raw.document_files
    group by source, document_id

),

figure_counts as (

    select document_id, count(*)::bigint as figure_count,
    from core.figures
    group by document_id

),

documents as (

    select
        held.source,
        count(*)::bigint as document_count,
        sum(len(regexp_extract_all(documents.text, '\S+')))::bigint
            as word_count,
        sum(coalesce(figure_counts.figure_count, 0))::bigint as figure_count,
        count(*) filter (where documents.language_code is null)::bigint
            as unknown_language_document_count,
        count(*) filter (where documents.published_on is null)::bigint
            as undated_document_count,
        min(documents.published_on) as first_published_on,
        max(documents.published_on) as last_published_on,
    from held
    inner join raw.documents as documents
        on held.document_id = documents.document_id
    left join figure_counts
        on held.document_id = figure_counts.document_id
    group by held.source

),

file_counts as (

    select source, count(distinct path)::bigint as file_count,
    from raw.document_files
    group by source

),

-- Refused rows name their document. The keys of warnings name it, or a file, or
-- one fact of it.
refused as (

    select distinct
        table_name,
        row_key,
        try(json_extract_string(row_json, '$.source')) as source,
        try(json_extract_string(row_json, '$.document_id')) as document_id,
    from ops.rejected_rows

),

warned_keys as (

    select distinct
        table_name,
        row_key,
        rule,
        try(json_extract_string(row_key, '$.source')) as source,
        try(json_extract_string(row_key, '$.document_id')) as document_id,
        coalesce(
            try(json_extract_string(row_key, '$.figure_id')),
            try(json_extract_string(row_key, '$.quote_id')),
            try(json_extract_string(row_key, '$.role_id')),
            try(json_extract_string(row_key, '$.relation_id'))
        ) as fact_id,
    from ops.issues

),

facts as (

    select figure_id as fact_id, document_id from core.figures
    union all
    select quote_id as fact_id, document_id from core.quotes
    union all
    select role_id as fact_id, document_id from core.roles
    union all
    select relation_id as fact_id, document_id from core.relations

),

warned as (

    select
        warned_keys.table_name,
        warned_keys.row_key,
        warned_keys.rule,
        warned_keys.source,
        coalesce(warned_keys.document_id, facts.document_id) as document_id,
    from warned_keys
    left join facts
        on warned_keys.fact_id = facts.fact_id

),

refused_counts as (

    select
        coalesce(refused.source, held.source) as source,
        count(*)::bigint as refused_row_count,
    from refused
    left join held
        on refused.source is null and refused.document_id = held.document_id
    group by all

),

warned_counts as (

    select
        coalesce(warned.source, held.source) as source,
        count(distinct (warned.table_name, warned.row_key, warned.rule))::bigint
            as issue_count,
    from warned
    left join held
        on warned.source is null and warned.document_id = held.document_id
    group by all

),

sources as (

    select source from files
    union
    select source from held

),

final as (

    select
        sources.source,
        files.last_run_id,
        files.last_changed_at,
        coalesce(file_counts.file_count, 0) as file_count,
        coalesce(files.latest_read_file_count, 0) as latest_read_file_count,
        coalesce(files.latest_failed_file_count, 0) as latest_failed_file_count,
        coalesce(files.latest_skipped_file_count, 0)
            as latest_skipped_file_count,
        coalesce(files.ever_failed_file_count, 0) as ever_failed_file_count,
        coalesce(files.ever_skipped_file_count, 0) as ever_skipped_file_count,
        coalesce(documents.document_count, 0) as document_count,
        coalesce(documents.word_count, 0) as word_count,
        coalesce(documents.figure_count, 0) as figure_count,
        case
            when documents.word_count > 0
                then 1000 * documents.figure_count / documents.word_count
        end as figures_per_1000_words,
        coalesce(documents.unknown_language_document_count, 0)
            as unknown_language_document_count,
        coalesce(documents.undated_document_count, 0) as undated_document_count,
        documents.first_published_on,
        documents.last_published_on,
        coalesce(refused_counts.refused_row_count, 0) as refused_row_count,
        coalesce(warned_counts.issue_count, 0) as issue_count,
    from sources
    left join files
        on sources.source = files.source
    left join file_counts
        on sources.source = file_counts.source
    left join documents
        on sources.source = documents.source
    left join refused_counts
        on sources.source = refused_counts.source
    left join warned_counts
        on sources.source = warned_counts.source

)

select * from final
