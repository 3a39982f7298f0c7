import type { Tx } from '../../database/index.js';
import { noSuchPreceptor } from '../practice.errors.js';

/** Who has this address and the role. @throws no_such_preceptor */
export async function preceptorBy(tx: Tx, email: string): Promise<string> {
  const person = await tx.row<{ id: string }>(
    `SELECT p.id FROM people p JOIN person_roles r ON r.person_id = p.id AND r.role = 'preceptor'
     WHERE lower(p.email) = lower($1)`,
    [email],
  );
  if (!person) throw noSuchPreceptor();
  return person.id;
}
