-- Question: Who says what, after the decisions of analysts?
-- Grain: one row per quotation that no decision hides, with all columns of core.quotes.
-- Key: quote_id
-- Base: core.quotes
-- Caveats: core.quotes keeps what was read; is_corrected, is_accepted and correction_ids lead to
--   who, when and why in mart.corrections; start, end and evidence are those that were read.
with as_read as (

    select
        quotes.*,
        false as is_corrected,
        false as is_accepted,
        null::varchar as correction_ids,
    from core.quotes as quotes
    anti join core.corrected_quotes as corrected
        on quotes.quote_id = corrected.quote_id

),

as_corrected as (

    select
        quotes.document_id,
        quotes.start_char,
        quotes.end_char,
        quotes.quote_text,
        quotes.sentence_index,
        quotes.rule,
        corrected.* exclude (is_hidden),
    from core.corrected_quotes as corrected
    inner join core.quotes as quotes
        on corrected.quote_id = quotes.quote_id
    where not corrected.is_hidden

)

select * from as_read
union all by name
select * from as_corrected
