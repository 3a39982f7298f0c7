import { formatInstant } from '../../shared/index.js';
import * as errors from '../bundles.errors.js';
import type { Code } from './code.js';

/** @throws DomainError at field `code` unless it holds at this instant for this person */
export function refuseUnlessOpen(code: Code, at: Date): void {
  if (code.withdrawn || at >= code.endsAt) throw errors.codeEnded();
  if (at < code.startsAt) throw errors.codeNotYet(formatInstant(code.startsAt));
  if (code.totalLimit !== null && code.used >= code.totalLimit) throw errors.codeUsedUp();
  if (code.personLimit !== null && code.usedByPerson >= code.personLimit) throw errors.codeUsedByYou();
}
