/** SQL: whether anything of a course was opened or done since its seat `a` was accepted; `e` is the enrollment. */
export const begunSince = `EXISTS (SELECT FROM progress p WHERE p.enrollment_id = e.id
  AND greatest(p.first_viewed_at, p.completed_at) >= a.accepted_at)`;
