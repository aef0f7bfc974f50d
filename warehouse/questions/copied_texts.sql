-- Question: Which texts are copies or versions of one another?
-- Grain: one row per document of a group, groups by size, the first one first.
-- Caveats: shares are estimated, give or take 0.03; equal files are one document.
select
    overview.path,
    overview.title,
    overview.published_on,
    copies.common_share,
    copies.reference_share,
    copies.near_duplicate_group_id,
from core.near_duplicates as copies
inner join mart.documents_overview as overview
    on copies.document_id = overview.document_id
order by
    count(*) over (partition by copies.near_duplicate_group_id) desc,
    copies.near_duplicate_group_id,
    copies.document_id = copies.reference_document_id desc,
    overview.path,
    copies.document_id
