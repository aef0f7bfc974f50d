-- Question: Who said what, in which words, and where exactly does it stand?
-- Grain: one row per quotation: direct, mixed or indirect.
-- Key: quote_id
-- Base: core.quotes
-- Caveats: speaker_name and via_name are those of the entities where they are known, else
--   of the texts, and null for hidden entities; no speaker means that the text names none;
--   a quoted phrase in reported speech has a row beside the one that holds it;
--   sentence_text is the sentence that the quotation starts in; decisions of analysts are
--   applied, correction_ids names them.
with first_files as (

    select
        document_id,
        arg_min(path, (source, path, record_index)) as path,
    from raw.document_files
    group by document_id

),

-- As in figure_ledger: long texts are cut into blocks first, so that no
-- sentence is looked for from the start of its text.
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
        quotes.quote_id,
        quotes.document_id,
        documents.title,
        documents.published_on,
        documents.publisher_name,
        first_files.path,
        quotes.kind,
        quotes.quote_text,
        case
            when not coalesce(speakers.is_hidden, false)
                then coalesce(speakers.entity_name, quotes.speaker_name)
        end as speaker_name,
        quotes.speaker_type,
        quotes.stance,
        quotes.cue_text,
        case
            when not coalesce(vias.is_hidden, false)
                then coalesce(vias.entity_name, quotes.via_name)
        end as via_name,
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
        quotes.start_char,
        quotes.end_char,
        quotes.speaker_text,
        quotes.speaker_start_char,
        quotes.speaker_end_char,
        quotes.speaker_entity_id,
        quotes.via_entity_id,
        quotes.is_corrected,
        quotes.is_accepted,
        quotes.correction_ids,
    from mart.corrected_quotes as quotes
    inner join raw.documents as documents
        on quotes.document_id = documents.document_id
    left join first_files
        on quotes.document_id = first_files.document_id
    left join core.sentences as sentences
        on
            quotes.document_id = sentences.document_id
            and quotes.sentence_index = sentences.sentence_index
    left join blocks
        on
            sentences.document_id = blocks.document_id
            and sentences.start_char // 20000 = blocks.block_index
    left join core.entities as speakers
        on quotes.speaker_entity_id = speakers.entity_id
    left join core.entities as vias
        on quotes.via_entity_id = vias.entity_id

)

select * from final
