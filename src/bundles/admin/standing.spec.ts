import { standingOf, timeLeft } from './standing.js';

const at = (text: string) => new Date(`2026-12-${text}Z`);
const offer = { startsAt: at('01T09:00'), endsAt: at('08T09:00') };

it.each([
  ['01T08:59', 'next'],
  ['01T09:00', 'running'],
  ['08T08:59', 'running'],
  ['08T09:00', 'ended'],
])('at %s the offer is %s', (text, standing) => expect(standingOf(offer, at(text))).toBe(standing));

it('one that was called off is never anything else', () => {
  expect(standingOf({ ...offer, cancelledAt: at('01T00:00') }, at('02T00:00'))).toBe('cancelled');
});

it.each([
  ['01T09:00', '7 days'],
  ['06T09:00', '2 days'],
  ['06T09:01', '47 hours'],
  ['08T07:00', '2 hours'],
  ['08T07:01', '119 minutes'],
  ['08T08:59', '1 minute'],
  ['09T00:00', '0 minutes'],
])('at %s there are %s left', (text, left) => expect(timeLeft(offer.endsAt, at(text))).toBe(left));
