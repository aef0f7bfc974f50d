-- Question: How many figures, quotations and names does each document hold?
-- Grain: one row per document, most figures first.
-- Caveats: equal files are one document with several paths.
select
    path,
    title,
    published_on,
    figure_count,
    quote_count,
    mention_count,
    date_count,
from mart.documents_overview
order by figure_count desc, path, document_id
