-- Question: Who did what to whom, and where does it stand?
-- Grain: one row per event that a document states.
-- Key: relation_id
-- Base: core.relations
-- Caveats: the names are those of the entities in the phrases, null where a
--   phrase names none or a hidden one; modality says whether the text asserts the event.
select
    relations.relation_id,
    relations.document_id,
    documents.title,
    documents.published_on,
    relations.event,
    relations.modality,
    relations.subject_text,
    subjects.entity_name as subject_name,
    relations.subject_entity_id,
    relations.verb_text,
    relations.verb_start_char,
    relations.verb_end_char,
    relations.object_text,
    objects.entity_name as object_name,
    relations.object_entity_id,
    substring(
        documents.text,
        sentences.start_char + 1,
        sentences.end_char - sentences.start_char
    ) as sentence_text,
from core.relations as relations
inner join raw.documents as documents
    on relations.document_id = documents.document_id
inner join core.sentences as sentences
    on
        relations.document_id = sentences.document_id
        and relations.sentence_index = sentences.sentence_index
left join core.entities as subjects
    on
        relations.subject_entity_id = subjects.entity_id
        and not subjects.is_hidden
left join core.entities as objects
    on
        relations.object_entity_id = objects.entity_id
        and not objects.is_hidden
where relations.kind = 'event'
