-- Question: What does each source deliver?
-- Grain: one row per source, those with failed files first.
-- Caveats: at most 100 rows; of the warehouse as it is published now.
select
    source,
    last_changed_at,
    file_count,
    latest_failed_file_count,
    latest_skipped_file_count,
    document_count,
    figure_count,
    last_published_on,
    unknown_language_document_count,
    refused_row_count,
    issue_count,
from mart.quality_by_source
order by latest_failed_file_count desc, source
limit 100
