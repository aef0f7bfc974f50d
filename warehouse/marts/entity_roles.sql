-- Question: Which roles do the documents give to which person?
-- Grain: one row per person, role, organisation, place and whether it is over.
-- Key: person_entity_id, role_text, organisation_name, place_name, is_former
-- Base: core.roles
-- Caveats: roles are compared as written, without case; the days are those of
--   publication; hidden persons are left out.
select
    persons.entity_id as person_entity_id,
    persons.entity_name as person_name,
    lower(roles.role_text) as role_text,
    coalesce(organisations.entity_name, roles.organisation_text)
        as organisation_name,
    coalesce(places.entity_name, roles.place_text) as place_name,
    roles.is_former,
    count(*)::bigint as mention_count,
    count(distinct roles.document_id)::bigint as document_count,
    min(documents.published_on) as first_published_on,
    max(documents.published_on) as last_published_on,
from core.roles as roles
inner join raw.documents as documents
    on roles.document_id = documents.document_id
inner join core.entities as persons
    on roles.person_entity_id = persons.entity_id
left join core.entities as organisations
    on roles.organisation_entity_id = organisations.entity_id
left join core.entities as places
    on roles.place_entity_id = places.entity_id
where not persons.is_hidden
group by
    persons.entity_id,
    persons.entity_name,
    lower(roles.role_text),
    coalesce(organisations.entity_name, roles.organisation_text),
    coalesce(places.entity_name, roles.place_text),
    roles.is_former
