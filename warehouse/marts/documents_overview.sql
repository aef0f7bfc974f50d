-- Question: What was read out of each document?
-- Grain: one row per document, also when nothing was found in it.
-- Key: document_id
-- Base: raw.documents
-- Caveats: path is that of the document's first file (smallest source and path);
--   a document of other files with equal bytes has a path_count above one;
--   common_share is the part that the first of its near-duplicates has, too;
--   what analysts hide is not counted.
with file_counts as (

    select
        document_id,
        arg_min(path, (source, path, record_index)) as path,
        count(*)::bigint as path_count,
    from raw.document_files
    group by document_id

),

sentence_counts as (

    select document_id, count(*)::bigint as sentence_count,
    from core.sentences
    group by document_id

),

mention_counts as (

    select document_id, count(*)::bigint as mention_count,
    from core.entity_mentions
    group by document_id

),

figure_counts as (

    select document_id, count(*)::bigint as figure_count,
    from mart.corrected_figures
    group by document_id

),

quote_counts as (

    select document_id, count(*)::bigint as quote_count,
    from mart.corrected_quotes
    group by document_id

),

date_counts as (

    select document_id, count(*)::bigint as date_count,
    from mart.dates
    group by document_id

),

final as (

    select
        documents.document_id,
        file_counts.path,
        documents.title,
        documents.published_on,
        documents.publisher_name,
        documents.language_code,
        documents.char_count,
        near_duplicates.near_duplicate_group_id,
        near_duplicates.common_share,
        coalesce(file_counts.path_count, 0) as path_count,
        coalesce(sentence_counts.sentence_count, 0) as sentence_count,
        coalesce(mention_counts.mention_count, 0) as mention_count,
        coalesce(figure_counts.figure_count, 0) as figure_count,
        coalesce(quote_counts.quote_count, 0) as quote_count,
        coalesce(date_counts.date_count, 0) as date_count,
    from raw.documents as documents
    left join core.near_duplicates as near_duplicates
        on documents.document_id = near_duplicates.document_id
    left join file_counts
        on documents.document_id = file_counts.document_id
    left join sentence_counts
        on documents.document_id = sentence_counts.document_id
    left join mention_counts
        on documents.document_id = mention_counts.document_id
    left join figure_counts
        on documents.document_id = figure_counts.document_id
    left join quote_counts
        on documents.document_id = quote_counts.document_id
    left join date_counts
        on documents.document_id = date_counts.document_id

)

select * from final
