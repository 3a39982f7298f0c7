import type { ErasureStep } from '../database/index.js';

export const packagesErasure: ErasureStep[] = [
  {
    what: 'package_states: what packages saved of the person; that items were done stays',
    sql: `UPDATE package_states s SET data = '{}' FROM package_registrations r JOIN enrollments e ON e.id = r.enrollment_id
      WHERE r.id = s.registration_id AND e.person_id = $1`,
  },
];
