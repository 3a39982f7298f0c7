import { DomainError, notFound } from '../../shared/index.js';

export const noHours = () => notFound('entry of hours');
export const hoursDecided = () =>
  new DomainError('already_decided', 'Somebody has decided on these hours already.', { kind: 'conflict' });
export const ownHours = () =>
  new DomainError('own_hours', 'Nobody decides on hours of their own.', { kind: 'forbidden' });
export const heldLater = () => {
  const sentence = 'Report hours after they were held, not before.';
  return new DomainError('held_later', sentence, { kind: 'invalid', fields: { heldOn: sentence } });
};
export const noPaper = () => notFound('paper');
export const paperSent = () =>
  new DomainError('paper_sent', 'These hours have their paper already.', { kind: 'conflict' });
