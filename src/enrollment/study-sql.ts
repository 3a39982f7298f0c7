/** SQL: how many lessons and quizzes an edition `ed` has. */
export const itemsOfEdition = `(SELECT coalesce(sum(jsonb_array_length(part -> 'items')), 0)
  FROM jsonb_array_elements(ed.outline) AS part)`;

/** SQL: how many items of an enrollment `e` are done. */
export const doneOfEnrollment = `(SELECT count(*) FROM progress done WHERE done.enrollment_id = e.id
  AND done.completed_at IS NOT NULL)`;
