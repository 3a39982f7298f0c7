import { DomainError } from '../../shared/index.js';

/** A file that is not read at all; nothing was kept of it. */
export const fileRefused = (reason: string, line?: number) => {
  const sentence = line === undefined ? reason : `Line ${line}: ${reason}`;
  return new DomainError('import_refused', sentence, { kind: 'invalid', fields: { file: sentence } });
};

/** One question that cannot be taken, and why, in words for its author; the others of the file can. */
export class ItemRefused extends Error {}

export const refuse = (reason: string): never => {
  throw new ItemRefused(reason);
};
