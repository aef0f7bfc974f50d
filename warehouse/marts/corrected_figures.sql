-- Question: Which amounts do the texts state, after the decisions of analysts?
-- Grain: one row per figure that no decision hides, with all columns of core.figures.
-- Key: figure_id
-- Base: core.figures
-- Caveats: core.figures keeps what was read; is_corrected, is_accepted, is_claimant_accepted and
--   correction_ids lead to who, when and why in mart.corrections; start, end and evidence are those
--   that were read; a figure that is hidden may still be named as the whole of others.
with as_read as (

    select
        figures.*,
        false as is_corrected,
        false as is_accepted,
        false as is_claimant_accepted,
        null::varchar as correction_ids,
    from core.figures as figures
    anti join core.corrected_figures as corrected
        on figures.figure_id = corrected.figure_id

),

as_corrected as (

    select
        figures.document_id,
        figures.start_char,
        figures.end_char,
        figures.figure_text,
        figures.sentence_index,
        figures.rule,
        corrected.* exclude (is_hidden),
    from core.corrected_figures as corrected
    inner join core.figures as figures
        on corrected.figure_id = figures.figure_id
    where not corrected.is_hidden

)

select * from as_read
union all by name
select * from as_corrected
