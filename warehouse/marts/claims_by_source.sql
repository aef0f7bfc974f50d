-- Question: What does each source claim, and how does that compare with what others say?
-- Grain: one row per source: an entity, an unnamed source of one document by its name in lower
--   case (source_document_id), or the own voice of the articles of one publisher (type
--   article; by path where none is stated).
-- Key: source_name, source_entity_id, source_document_id
-- Caveats: a spokesman of two documents is two sources; source_type is the most frequent;
--   who passes a claim on is no source of it; quotations without a speaker are left out, and
--   so are hidden entities; a figure that nobody is named for ("it is believed") is the
--   article's, with its stance; stances are those of figures. Two figures are compared if
--   they are of different sources and of one category (not other), kind, unit, counted head
--   and place, without a place only within one document. compared_count counts such pairs,
--   once for each figure of the source and each of another one; in overlap_count of them a
--   number lies within the bounds of both (inclusive; a null bound is open), in
--   others_higher_count the whole figure of the other lies above, in others_lower_count
--   below. What copies repeat counts again; modality, change and dates do not matter;
--   decisions of analysts are applied.
with articles as (

    select
        documents.document_id,
        documents.published_on,
        coalesce(
            documents.publisher_name,
            arg_min(files.path, (files.source, files.path, files.record_index)),
            documents.document_id
        ) as article_name,
    from raw.documents as documents
    left join raw.document_files as files
        on documents.document_id = files.document_id
    group by
        documents.document_id,
        documents.published_on,
        documents.publisher_name

),

statements as (

    select
        figure_id,
        document_id,
        claimant_text as speaker_text,
        claimant_name as speaker_name,
        claimant_type as speaker_type,
        claimant_entity_id as speaker_entity_id,
        stance,
    from mart.corrected_figures

    union all

    select
        null as figure_id,
        document_id,
        speaker_text,
        speaker_name,
        speaker_type,
        speaker_entity_id,
        null as stance,
    from mart.corrected_quotes
    where speaker_text is not null

),

sourced as (

    select
        statements.figure_id,
        statements.document_id,
        statements.stance,
        articles.published_on,
        entities.entity_id as source_entity_id,
        if(statements.speaker_text is null, 'article', statements.speaker_type)
            as source_type,
        if(
            statements.speaker_text is null,
            articles.article_name,
            coalesce(
                entities.entity_name,
                lower(statements.speaker_name),
                lower(statements.speaker_text)
            )
        ) as source_name,
        if(
            statements.speaker_text is null,
            'article',
            coalesce(entities.entity_id, statements.document_id)
        ) || ':' || source_name as source_key,
        case
            when
                statements.speaker_text is not null
                and entities.entity_id is null
                then statements.document_id
        end as source_document_id,
    from statements
    inner join articles
        on statements.document_id = articles.document_id
    left join core.entities as entities
        on statements.speaker_entity_id = entities.entity_id
    where not coalesce(entities.is_hidden, false)

),

sources as (

    select
        source_key,
        source_name,
        source_type,
        source_entity_id,
        source_document_id,
    from sourced
    group by
        source_key,
        source_name,
        source_type,
        source_entity_id,
        source_document_id
    qualify row_number() over (
        partition by source_key
        order by count(*) desc, source_type
    ) = 1

),

totals as (

    select
        source_key,
        count(figure_id)::bigint as figure_count,
        count(distinct document_id)::bigint as document_count,
        (count(*) - count(figure_id))::bigint as quotation_count,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on,
        count(*) filter (where stance = 'stated')::bigint as stated_count,
        count(*) filter (where stance = 'claimed')::bigint as claimed_count,
        count(*) filter (where stance = 'reported')::bigint as reported_count,
        count(*) filter (where stance = 'estimated')::bigint as estimated_count,
        count(*) filter (where stance = 'admitted')::bigint as admitted_count,
        count(*) filter (where stance = 'denied')::bigint as denied_count,
        count(*) filter (where stance = 'warned')::bigint as warned_count,
        count(*) filter (where stance = 'asked')::bigint as asked_count,
        count(*) filter (where stance = 'ordered')::bigint as ordered_count,
        count(*) filter (where source_type = 'anonymous') / count(*)
            as anonymous_share,
    from sourced
    group by source_key

),

-- Only figures of one matter are compared: what is counted, and where.
matters as (

    select
        sourced.source_key,
        figures.low,
        figures.high,
        dense_rank() over (
            order by
                figures.category,
                figures.kind,
                figures.unit,
                figures.counted_head,
                coalesce(figures.place_entity_id, figures.document_id)
        ) as matter_id,
    from sourced
    inner join mart.corrected_figures as figures
        on sourced.figure_id = figures.figure_id
    where figures.category <> 'other' and figures.counted_head is not null

),

comparisons as (

    select
        source_key,
        count(*) over (partition by matter_id)
        - count(*) over (partition by matter_id, source_key) as other_count,
    from matters

),

bounds as (

    select source_key, matter_id, low as bound, 0 as upper_count,
    from matters
    where low is not null

    union all

    select source_key, matter_id, high as bound, 1 as upper_count,
    from matters
    where high is not null

),

-- Bounds are counted in order, not in pairs: a matter may have many thousand
-- figures. Of equal bounds the lower one comes first, as both are inclusive.
-- (Sums, because a filtered count over an ordered window takes quadratic time.)
ranked as (

    select
        source_key,
        upper_count,
        sum(upper_count) over upward
        - sum(upper_count) over own_upward as others_below,
        sum(1 - upper_count) over downward
        - sum(1 - upper_count) over own_downward as others_above,
    from bounds
    window
        upward as (partition by matter_id order by bound, upper_count),
        own_upward as (
            partition by matter_id, source_key
            order by bound, upper_count
        ),
        downward as (
            partition by matter_id
            order by bound desc, upper_count desc
        ),
        own_downward as (
            partition by matter_id, source_key
            order by bound desc, upper_count desc
        )

),

compared as (

    select source_key, sum(other_count) as compared_count,
    from comparisons
    group by source_key

),

disjoint as (

    select
        source_key,
        sum(if(upper_count = 1, others_above, 0)) as higher_count,
        sum(if(upper_count = 0, others_below, 0)) as lower_count,
    from ranked
    group by source_key

),

final as (

    select
        sources.source_name,
        sources.source_type,
        sources.source_entity_id,
        sources.source_document_id,
        totals.* exclude (source_key),
        coalesce(compared.compared_count, 0)::bigint as compared_count,
        coalesce(
            compared.compared_count
            - coalesce(disjoint.higher_count + disjoint.lower_count, 0),
            0
        )::bigint as overlap_count,
        coalesce(disjoint.higher_count, 0)::bigint as others_higher_count,
        coalesce(disjoint.lower_count, 0)::bigint as others_lower_count,
    from sources
    inner join totals
        on sources.source_key = totals.source_key
    left join compared
        on sources.source_key = compared.source_key
    left join disjoint
        on sources.source_key = disjoint.source_key

)

select * from final
