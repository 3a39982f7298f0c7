import type { ErasureStep } from '../database/index.js';

const address = '(SELECT lower(email) FROM people WHERE id = $1)';
/** An address of nobody, another one for each row. */
const nobody = `id || '@erased.invalid'`;

export const seatsErasure: ErasureStep[] = [
  {
    what: 'seat_invitations: the address',
    sql: `UPDATE seat_invitations SET email = ${nobody} WHERE lower(email) = ${address}`,
  },
  {
    what: 'seat_assignments: name, address and message',
    sql: `UPDATE seat_assignments SET name = '', email = ${nobody}, message = ''
      WHERE person_id = $1 OR lower(email) = ${address}`,
  },
  {
    what: 'manager_invitations: the address',
    sql: `UPDATE manager_invitations SET email = ${nobody} WHERE lower(email) = ${address}`,
  },
];
