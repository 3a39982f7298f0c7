import type { Runner } from '../../database/index.js';
import type { Owned } from './quote.js';

/** What a person has and what they paid for it; the room that keeps orders knows. */
export abstract class Holdings {
  abstract of(personId: string, runner?: Runner): Promise<Owned>;
}
