/**
 * SQL: authority `a` lets its preceptor sign this procedure on this day, of which the licence that was seen is part too.
 * What was revoked never counted. What ended counts for the days before its end, if `isNow` is false.
 */
export const authorityCovers = (procedure: string, day: string, isNow: boolean): string => `
  ${procedure} = ANY(a.procedures) AND ${day} BETWEEN a.from_on AND least(a.until_on, a.licence_until)
  AND NOT EXISTS (SELECT FROM preceptor_authority_ends x WHERE x.authority_id = a.id
    ${isNow ? '' : `AND (x.kind = 'revoked' OR (x.ended_at AT TIME ZONE 'UTC')::date < ${day})`})`;

/** SQL: the learner is given to the preceptor now. */
export const isAssigned = (preceptor: string, learner: string): string => `EXISTS (
  SELECT FROM preceptor_assignments s WHERE s.preceptor_id = ${preceptor} AND s.learner_id = ${learner}
  AND NOT EXISTS (SELECT FROM preceptor_assignment_ends x WHERE x.assignment_id = s.id))`;

/** SQL: a licence of the preceptor was verified here and has lapsed since, and no other stands. */
export const hasLapsed = (preceptor: string): string => `(
  EXISTS (SELECT FROM licences l WHERE l.person_id = ${preceptor} AND (l.status = 'lapsed'
    OR (l.status = 'verified' AND l.expires_on < (now() AT TIME ZONE 'UTC')::date)))
  AND NOT EXISTS (SELECT FROM licences l WHERE l.person_id = ${preceptor} AND l.status = 'verified'
    AND l.expires_on >= (now() AT TIME ZONE 'UTC')::date))`;
