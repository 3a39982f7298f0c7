import { DomainError } from '../../shared/index.js';

export const cannotProcess = (detail: string) =>
  new DomainError('unprocessable_credential', detail, { kind: 'malformed' });
