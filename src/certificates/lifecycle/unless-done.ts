import { DomainError } from '../../shared/index.js';

const done = ['already_suspended', 'not_suspended', 'not_standing'];

/** Lets a change pass that somebody made before: facts may come twice, and two causes together. */
export function unlessDone(error: unknown): void {
  if (!(error instanceof DomainError && done.includes(error.code))) throw error;
}
