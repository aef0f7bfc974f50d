-- Question: What have analysts decided, who, when and why, and does it still hold?
-- Grain: one row per decision and row that it is about; one without a row where it finds none.
-- Key: correction_id, row_key
-- Caveats: status is that of the latest run; old_value is what is read there without the
--   decision, read_value what was shown when it was decided; path is that of the decision, else
--   that of the document's first file; (none) stands for null.
with first_files as (

    select
        document_id,
        arg_min(path, (source, path, record_index)) as path,
    from raw.document_files
    group by document_id

),

final as (

    select
        corrections.correction_id,
        corrections.subject,
        corrections.action,
        outcomes.status,
        outcomes.detail,
        corrections.label,
        corrections.name,
        corrections.target_label,
        corrections.target_name,
        corrections.column_name,
        outcomes.old_value,
        corrections.read_value,
        corrections.new_value,
        corrections.reason,
        corrections.decided_by,
        corrections.decided_on,
        corrections.document_id,
        coalesce(corrections.path, first_files.path) as path,
        documents.title,
        corrections.anchor_start_char,
        corrections.anchor_end_char,
        outcomes.table_name,
        outcomes.row_id,
        outcomes.row_key,
        outcomes.current_document_id,
    from ref.corrections as corrections
    left join core.correction_outcomes as outcomes
        on corrections.correction_id = outcomes.correction_id
    left join raw.documents as documents
        on corrections.document_id = documents.document_id
    left join first_files
        on corrections.document_id = first_files.document_id

)

select * from final
