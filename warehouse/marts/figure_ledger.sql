-- Question: Which amounts do the texts state, and where exactly does each one stand?
-- Grain: one row per figure, with all columns of mart.corrected_figures.
-- Key: figure_id
-- Base: core.figures
-- Caveats: path is that of the document's first file (smallest source and path);
--   sentence_text is cut out of the text anew with each query; claimant_name and via_name
--   are those of the entities where they are known, else of the texts, and null for hidden
--   entities; no claimant_text means the article's own voice;
--   decisions of analysts are applied, correction_ids names them.
with first_files as (

    select
        document_id,
        arg_min(path, (source, path, record_index)) as path,
    from raw.document_files
    group by document_id

),

-- Cutting a sentence walks its text from the start, so long texts are first
-- cut into blocks: each is 20,000 characters and the 20,000 that follow.
blocks as (

    select
        documents.document_id,
        positions.block_index,
        substring(
            documents.text, positions.block_index * 20000 + 1, 40000
        ) as block_text,
    from raw.documents as documents
    cross join
        unnest(range(documents.char_count // 20000 + 1))
            as positions (block_index)

),

final as (

    select
        figures.* exclude (claimant_name, via_name),
        documents.title,
        documents.published_on,
        documents.publisher_name,
        first_files.path,
        if(
            sentences.end_char - sentences.start_char <= 20000,
            substring(
                blocks.block_text,
                sentences.start_char % 20000 + 1,
                sentences.end_char - sentences.start_char
            ),
            substring(
                documents.text,
                sentences.start_char + 1,
                sentences.end_char - sentences.start_char
            )
        ) as sentence_text,
        case
            when not coalesce(claimants.is_hidden, false)
                then coalesce(claimants.entity_name, figures.claimant_name)
        end as claimant_name,
        case
            when not coalesce(vias.is_hidden, false)
                then coalesce(vias.entity_name, figures.via_name)
        end as via_name,
        places.entity_name as place_name,
    from mart.corrected_figures as figures
    inner join raw.documents as documents
        on figures.document_id = documents.document_id
    left join first_files
        on figures.document_id = first_files.document_id
    left join core.sentences as sentences
        on
            figures.document_id = sentences.document_id
            and figures.sentence_index = sentences.sentence_index
    left join blocks
        on
            sentences.document_id = blocks.document_id
            and sentences.start_char // 20000 = blocks.block_index
    left join core.entities as claimants
        on figures.claimant_entity_id = claimants.entity_id
    left join core.entities as vias
        on figures.via_entity_id = vias.entity_id
    left join core.entities as places
        on
            figures.place_entity_id = places.entity_id
            and not places.is_hidden

)

select * from final
