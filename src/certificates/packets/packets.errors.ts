import { DomainError, invalidField, notFound } from '../../shared/index.js';

/** The same for a link that never was, that ended, and that was taken back. */
export const noPacket = () => notFound('packet');

export const notYours = () => invalidField('certificates', 'Choose from your own certificates.', 'not_yours');

export const tooManyPackets = (most: number) =>
  new DomainError('too_many_packets', `You have ${most} links that still open. Take one back first.`, {
    kind: 'conflict',
  });

export const tooManyOpenings = (seconds: number) =>
  new DomainError('too_many_openings', `Many links were tried from here. Please wait ${seconds} seconds.`, {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });
