import { DomainError } from '../shared/index.js';

/** A response that has not the form of its question; nothing was saved. */
export const responseInvalid = (sentence: string) =>
  new DomainError('response_invalid', sentence, { kind: 'invalid', fields: { response: sentence } });

export const unknownOption = () => responseInvalid('This option does not belong to the question.');
