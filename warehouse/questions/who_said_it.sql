-- Question: Who said what, and in which words?
-- Grain: one row per quotation with a speaker, by the speaker's name.
-- Caveats: kind indirect gives what was reported, not the speaker's own words; speaker is
--   the entity's name where it is known, else what the text calls it; via passes it on.
select
    coalesce(speaker_name, speaker_text) as speaker,
    speaker_type,
    stance,
    via_name as via,
    kind,
    quote_text,
    published_on,
    title,
    path,
    start_char,
from mart.quotations
where speaker_text is not null
order by speaker, path, document_id, start_char, end_char desc
