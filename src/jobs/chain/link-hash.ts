import { createHash } from 'node:crypto';

/** A fact as it is hashed: `at` whole microseconds since 1970, `data` the text that the database gives. */
export interface SealedFact {
  id: string;
  name: string;
  at: string;
  data: string;
}

/** SQL: the columns of a fact `f` as they are hashed. */
export const sealedColumns = `f.id, f.name, (extract(epoch FROM f.at) * 1000000)::bigint::text AS at, f.data::text AS data`;

/** SHA-256 over the hash before and the fact, as hexadecimal; the first one follows an empty hash. */
export const linkHash = (before: string, { id, name, at, data }: SealedFact): string =>
  createHash('sha256').update([before, id, at, name, data].join('\n')).digest('hex');
