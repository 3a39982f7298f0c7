import { DomainError } from '../../shared/index.js';

export const notListable = () =>
  new DomainError('not_listable', 'The directory shows certifications that are valid now, and nothing else.', {
    kind: 'conflict',
  });

export const tooManySearches = (seconds: number) =>
  new DomainError('too_many_searches', `Many searches came from here. Please wait ${seconds} seconds.`, {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });
