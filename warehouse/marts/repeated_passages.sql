-- Question: Which passages stand word for word in several documents?
-- Grain: one row per repeated passage of at least twelve words.
-- Key: words_hash
-- Base: raw.passages
-- Caveats: source_count counts a group of near-duplicates once, so above one
--   the passage is repeated in otherwise different documents; case, marks and
--   white space do not matter; short lines are left out.
with located as (

    select
        passages.words_hash,
        passages.document_id,
        passages.passage_index,
        passages.kind,
        substr(
            documents.text,
            passages.start_char + 1,
            passages.end_char - passages.start_char
        ) as passage_text,
        coalesce(
            near_duplicates.near_duplicate_group_id, passages.document_id
        ) as origin_id,
    from raw.passages as passages
    inner join raw.documents as documents
        on passages.document_id = documents.document_id
    left join core.near_duplicates as near_duplicates
        on passages.document_id = near_duplicates.document_id
    where passages.words_hash is not null

),

final as (

    select
        words_hash,
        arg_min(kind, (document_id, passage_index)) as kind,
        count(distinct document_id)::bigint as document_count,
        count(distinct origin_id)::bigint as source_count,
        arg_min(document_id, (document_id, passage_index)) as first_document_id,
        arg_min(passage_text, (document_id, passage_index)) as passage_text,
    from located
    group by words_hash
    having count(distinct document_id) > 1

)

select * from final
