import { DomainError, invalidField } from '../../shared/index.js';
import type { WrongDestination } from '../sending/destinations.js';

const sentences: Record<WrongDestination, string> = {
  malformed: 'Enter an address like https://hooks.example.org/glabella.',
  insecure: 'Use https: what we send is signed, not secret.',
  'unknown-name': 'This name cannot be found.',
  'forbidden-address': 'This address is not on the public internet. An operator can open a network for it.',
};

export const wrongAddress = (why: WrongDestination) => invalidField('url', sentences[why], 'wrong_address');

export const tooManyEndpoints = () =>
  new DomainError('too_many_webhooks', 'There are 20 webhooks. Remove one first.', { kind: 'conflict' });

export const endpointClosed = () =>
  new DomainError('webhook_closed', 'Open the webhook first: nothing is sent to it now.', { kind: 'conflict' });

export const stillWaiting = () =>
  new DomainError('still_waiting', 'This message is still being tried.', { kind: 'conflict' });
