import { tell } from './story-words.js';

const at = new Date('2026-12-01T09:00:00Z');
const told = (what: string, data: Record<string, unknown>) => tell([{ at, what, data }])[0]!;

describe('the story of an order', () => {
  it('tells a payment with its method and id', () => {
    const data = { amount: 14_900, currency: 'USD', method: 'Visa ending 4242', paymentIntent: 'pi_1', instalment: 1 };
    expect(told('paid', data)).toEqual({
      at,
      title: 'Paid $149.00 with Visa ending 4242',
      text: 'pi_1',
      kind: 'current',
    });
    expect(told('paid', { ...data, instalment: 2 }).text).toBe('Instalment 2. pi_1');
  });

  it('says until when the price is locked, with its zone', () => {
    const data = { total: 14_900, currency: 'USD', market: 'default', lockedUntil: '2026-12-01T09:31:00+00:00' };
    expect(told('placed', data).text).toContain('1 December 2026, 09:31 UTC');
  });

  it.each([
    [{ outcome: 'failed', tries: 11, error: 'no answer' }, 'evt_1: failed after 11 tries: no answer'],
    [{ error: 'no answer' }, 'evt_1: being tried again: no answer'],
    [{}, 'evt_1: waiting'],
    [{ outcome: 'not ours', handledAt: '2026-12-01' }, 'evt_1: not ours'],
  ])('says what became of an event: %j', (data, text) => {
    expect(told('event', { id: 'evt_1', type: 'charge.refunded', ...data }).text).toBe(text);
  });

  it('tells of a refund also where its amount is missing', () => {
    expect(told('refund.sent', { amount: 5_000, currency: 'JPY' }).title).toBe('Refund of ¥5,000 on its way');
    expect(told('refund.sent', { refundId: 'gone' }).title).toBe('Refund of an amount on its way');
  });

  it('says why access ended without the id of the reason', () => {
    const ended = (reason: string) => told('access_ended', { person: 'Ada', courses: ['Upper face'], reason }).text;
    expect(ended('refund:01a2')).toBe('Upper face. Reason: refunded');
    expect(ended('dispute:du_1')).toBe('Upper face. Reason: dispute lost');
    expect(ended('recalled_by_clinic')).toBe('Upper face. Reason: recalled by clinic');
  });

  it('tells what it has no words for by its name, without ids', () => {
    expect(told('seat.withdrawn', { seatId: 'x', orderId: 'y', reason: 'too hard' })).toEqual({
      at,
      title: 'Seat withdrawn',
      text: 'reason: too hard',
    });
  });
});
