/** SQL: whether a person manages a clinic now. */
export const isManager = (clinic: string, person: string): string =>
  `EXISTS (SELECT FROM clinic_managers m WHERE m.clinic_id = ${clinic} AND m.person_id = ${person} AND m.ended_at IS NULL)`;
