-- Question: Which days do the texts name, and where exactly does each one stand?
-- Grain: one row per calendar expression that no decision hides, with all columns of core.dates.
-- Key: document_id, start_char, end_char
-- Base: core.dates
-- Caveats: core.dates keeps what was read; is_corrected, is_accepted and correction_ids lead to
--   who, when and why in mart.corrections; the as-of dates of figures are corrected there, not
--   here; path is that of the document's first file (smallest source and path).
with first_files as (

    select
        document_id,
        arg_min(path, (source, path, record_index)) as path,
    from raw.document_files
    group by document_id

),

as_read as (

    select
        dates.*,
        false as is_corrected,
        false as is_accepted,
        null::varchar as correction_ids,
    from core.dates as dates
    anti join core.corrected_dates as corrected
        on
            dates.document_id = corrected.document_id
            and dates.start_char = corrected.anchor_start_char
            and dates.end_char = corrected.anchor_end_char

),

as_corrected as (

    select
        dates.start_char,
        dates.end_char,
        dates.date_text,
        dates.sentence_index,
        dates.rule,
        corrected.* exclude (anchor_start_char, anchor_end_char, is_hidden),
    from core.corrected_dates as corrected
    inner join core.dates as dates
        on
            corrected.document_id = dates.document_id
            and corrected.anchor_start_char = dates.start_char
            and corrected.anchor_end_char = dates.end_char
    where not corrected.is_hidden

),

corrected_dates as (

    select * from as_read
    union all by name
    select * from as_corrected

),

final as (

    select
        corrected_dates.*,
        documents.title,
        documents.published_on,
        documents.publisher_name,
        first_files.path,
    from corrected_dates
    inner join raw.documents as documents
        on corrected_dates.document_id = documents.document_id
    left join first_files
        on corrected_dates.document_id = first_files.document_id

)

select * from final
