-- Question: Which refused rows are still missing, and what brings them back?
-- Grain: one row per refused row that is still open and rule that it broke when it was
--   judged last.
-- Key: table_name, row_key, rule
-- Base: ops.rejected_rows
-- Caveats: open is what was refused from the extraction that the warehouse holds now, and
--   not loaded since: rows of runs that failed, of an earlier version of rules or model, and
--   of documents that went are not; a refused document went when a later run of its sources
--   met it no more. The remedy is replay (`tallybook quality replay` after a fix), run (the
--   whole document was refused: the next run tries its file again) or none (it is a copy:
--   another row has its key). Tables that every run builds anew over all documents are left
--   out.
with warehouse as (

    select
        arg_max(extraction_fingerprint, (started_at, run_id))
            as extraction_fingerprint,
    from ops.runs
    where status = 'published'

),

refused as (

    select
        rejected_rows.run_id,
        rejected_rows.table_name,
        rejected_rows.row_key,
        rejected_rows.rule,
        runs.started_at,
        from_json(try_cast(runs.sources_json as json), '["VARCHAR"]')
            as sources,
        rejected_rows.row_json ->> '$.document_id' as document_id,
        rejected_rows.row_key ->> '$.copy' is not null as is_copy,
        json_merge_patch(rejected_rows.row_key, '{"copy": null}')::varchar
            as plain_key,
    from ops.rejected_rows as rejected_rows
    inner join ops.runs as runs
        on rejected_rows.run_id = runs.run_id
    inner join warehouse
        on runs.extraction_fingerprint = warehouse.extraction_fingerprint
    where
        runs.status in ('published', 'unchanged')
        and rejected_rows.table_name in (
            'raw.documents',
            'raw.passages',
            'core.sentences',
            'core.signatures',
            'core.document_entities',
            'core.entity_mentions',
            'core.roles',
            'core.relations',
            'core.figures',
            'core.dates',
            'core.quotes',
            'core.rejected_numbers'
        )

),

judged_last as (

    select *
    from refused
    qualify run_id = first_value(run_id) over (
        partition by table_name, row_key
        order by started_at desc, run_id desc
    )

),

touched as (

    select distinct
        table_name,
        document_id,
    from refused

),

refused_documents as (

    select
        document_id,
        max(started_at) as started_at,
        arg_max(sources, (started_at, run_id)) as sources,
    from refused
    where table_name = 'raw.documents'
    group by document_id

),

runs_after as (

    select
        started_at,
        from_json(try_cast(sources_json as json), '["VARCHAR"]') as sources,
    from ops.runs
    where status in ('published', 'unchanged')

),

awaited_documents as (

    select refused_documents.document_id
    from refused_documents
    anti join runs_after
        on
            refused_documents.started_at < runs_after.started_at
            and list_has_all(runs_after.sources, refused_documents.sources)

),

taken as (

    select
        'raw.documents' as table_name,
        to_json({'document_id': documents.document_id})::varchar as plain_key,
    from raw.documents as documents
    semi join touched
        on
            documents.document_id = touched.document_id
            and touched.table_name = 'raw.documents'

    union all by name

    select
        'raw.passages' as table_name,
        to_json({
            'document_id': passages.document_id,
            'passage_index': passages.passage_index
        })::varchar as plain_key,
    from raw.passages as passages
    semi join touched
        on
            passages.document_id = touched.document_id
            and touched.table_name = 'raw.passages'

    union all by name

    select
        'core.sentences' as table_name,
        to_json({
            'document_id': sentences.document_id,
            'sentence_index': sentences.sentence_index
        })::varchar as plain_key,
    from core.sentences as sentences
    semi join touched
        on
            sentences.document_id = touched.document_id
            and touched.table_name = 'core.sentences'

    union all by name

    select
        'core.signatures' as table_name,
        to_json({'document_id': signatures.document_id})::varchar as plain_key,
    from core.signatures as signatures
    semi join touched
        on
            signatures.document_id = touched.document_id
            and touched.table_name = 'core.signatures'

    union all by name

    select
        'core.document_entities' as table_name,
        to_json({
            'document_id': document_entities.document_id,
            'entity_index': document_entities.entity_index
        })::varchar as plain_key,
    from core.document_entities as document_entities
    semi join touched
        on
            document_entities.document_id = touched.document_id
            and touched.table_name = 'core.document_entities'

    union all by name

    select
        'core.entity_mentions' as table_name,
        to_json({
            'document_id': entity_mentions.document_id,
            'start_char': entity_mentions.start_char,
            'end_char': entity_mentions.end_char
        })::varchar as plain_key,
    from core.entity_mentions as entity_mentions
    semi join touched
        on
            entity_mentions.document_id = touched.document_id
            and touched.table_name = 'core.entity_mentions'

    union all by name

    select
        'core.roles' as table_name,
        to_json({'role_id': roles.role_id})::varchar as plain_key,
    from core.roles as roles
    semi join touched
        on
            roles.document_id = touched.document_id
            and touched.table_name = 'core.roles'

    union all by name

    select
        'core.relations' as table_name,
        to_json({'relation_id': relations.relation_id})::varchar as plain_key,
    from core.relations as relations
    semi join touched
        on
            relations.document_id = touched.document_id
            and touched.table_name = 'core.relations'

    union all by name

    select
        'core.figures' as table_name,
        to_json({'figure_id': figures.figure_id})::varchar as plain_key,
    from core.figures as figures
    semi join touched
        on
            figures.document_id = touched.document_id
            and touched.table_name = 'core.figures'

    union all by name

    select
        'core.dates' as table_name,
        to_json({
            'document_id': dates.document_id,
            'start_char': dates.start_char,
            'end_char': dates.end_char
        })::varchar as plain_key,
    from core.dates as dates
    semi join touched
        on
            dates.document_id = touched.document_id
            and touched.table_name = 'core.dates'

    union all by name

    select
        'core.quotes' as table_name,
        to_json({'quote_id': quotes.quote_id})::varchar as plain_key,
    from core.quotes as quotes
    semi join touched
        on
            quotes.document_id = touched.document_id
            and touched.table_name = 'core.quotes'

    union all by name

    select
        'core.rejected_numbers' as table_name,
        to_json({
            'document_id': rejected_numbers.document_id,
            'start_char': rejected_numbers.start_char,
            'end_char': rejected_numbers.end_char
        })::varchar as plain_key,
    from core.rejected_numbers as rejected_numbers
    semi join touched
        on
            rejected_numbers.document_id = touched.document_id
            and touched.table_name = 'core.rejected_numbers'

),

final as (

    select
        judged_last.run_id,
        judged_last.table_name,
        judged_last.row_key,
        judged_last.rule,
        judged_last.document_id,
        case
            when documents.document_id is null then 'run'
            when judged_last.is_copy and taken.plain_key is not null then 'none'
            else 'replay'
        end as remedy,
    from judged_last
    left join taken
        on
            judged_last.table_name = taken.table_name
            and judged_last.plain_key = taken.plain_key
    left join raw.documents as documents
        on judged_last.document_id = documents.document_id
    left join awaited_documents
        on judged_last.document_id = awaited_documents.document_id
    where
        if(
            documents.document_id is null,
            awaited_documents.document_id is not null,
            judged_last.is_copy or taken.plain_key is null
        )

)

select * from final
