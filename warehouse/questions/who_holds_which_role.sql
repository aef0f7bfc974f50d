-- Question: Who holds which role?
-- Grain: one row per person, role and body, most documents first, at most 50.
-- Caveats: what the texts say, old and new; is_former marks what is over.
select
    person_name,
    role_text,
    organisation_name,
    place_name,
    is_former,
    document_count,
from mart.entity_roles
order by
    document_count desc,
    mention_count desc,
    person_name,
    role_text,
    organisation_name,
    place_name,
    is_former
limit 50
