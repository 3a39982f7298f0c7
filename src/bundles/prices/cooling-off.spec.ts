import { coolingOffRefusal } from './cooling-off.js';

const day = 86_400_000;
const onDay = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * day);
const offer = (from: number, until: number) => ({ name: 'Spring', startsAt: onDay(from), endsAt: onDay(until) });

describe('between two limited offers of a product lie 30 days', () => {
  it('an offer 30 days after the end of another one may start', () => {
    expect(coolingOffRefusal(offer(40, 50), [offer(0, 10)], 30)).toBeUndefined();
  });

  it('one that starts a moment earlier is refused, with the day from which it may start', () => {
    expect(coolingOffRefusal(offer(39.999, 50), [offer(0, 10)], 30)).toEqual({
      field: 'startsAt',
      sentence:
        '“Spring” ends 11 January 2026, 00:00 UTC. After it the product rests for 30 days: start on 10 February 2026, 00:00 UTC or later.',
    });
  });

  it('one that ends less than 30 days before a scheduled one is refused, with the day by which it must end', () => {
    expect(coolingOffRefusal(offer(0, 10.001), [offer(40, 50)], 30)?.field).toBe('endsAt');
    expect(coolingOffRefusal(offer(0, 10), [offer(40, 50)], 30)).toBeUndefined();
  });

  it('an overlap is not its business: the database refuses it', () => {
    expect(coolingOffRefusal(offer(5, 15), [offer(0, 10)], 30)).toBeUndefined();
  });
});
