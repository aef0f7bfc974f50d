-- Question: How many figures are there about each thing, and how large are they?
-- Grain: one row per category, kind and unit that occur; unit is null for counts.
-- Key: category, kind, unit
-- Base: core.figures
-- Caveats: every mention counts, so a figure that three documents repeat counts
--   three times; denied, planned and hypothetical amounts are included;
--   smallest and largest leave out open bounds; decisions of analysts are applied.
with final as (

    select
        figures.category,
        categories.meaning,
        figures.kind,
        figures.unit,
        count(*)::bigint as figure_count,
        count(distinct figures.document_id)::bigint as document_count,
        min(coalesce(figures.low, figures.high)) as smallest_amount,
        max(coalesce(figures.high, figures.low)) as largest_amount,
    from mart.corrected_figures as figures
    left join ref.figure_categories as categories
        on figures.category = categories.category
    group by
        figures.category,
        categories.meaning,
        figures.kind,
        figures.unit

)

select * from final
