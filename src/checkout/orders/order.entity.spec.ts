import fc from 'fast-check';
import { Order, type OrderStatus, type SessionState } from './order.entity.js';

const order = (status: OrderStatus, settledAt: Date | null = null) =>
  Object.assign(new Order(), { id: 'o1', status, total: 44_900, currency: 'USD', taxDisplay: 'none', settledAt });

const state = (progress: SessionState['progress'], more: Partial<SessionState> = {}): SessionState => ({
  sessionId: 'cs_1',
  orderId: 'o1',
  progress,
  amount: 44_900,
  subtotal: 44_900,
  tax: 0,
  lineTaxes: [],
  currency: 'USD',
  customer: null,
  billed: null,
  paymentIntent: 'pi_1',
  charge: 'ch_1',
  method: 'Visa ending 4242',
  paymentMethod: null,
  ...more,
});

describe('an order', () => {
  it('settles when Stripe says paid, even after it expired here: the money was taken', () => {
    for (const status of ['pending', 'awaiting_payment', 'expired'] as const) {
      expect(order(status).moveFor(state('paid'))).toBe('settle');
    }
  });

  it('settles once: afterwards nothing that is said of its session moves it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('paid', 'partially_refunded', 'refunded', 'disputed'),
        fc.constantFrom('open', 'paid', 'awaiting', 'failed', 'expired'),
        (status, progress) => {
          expect(order(status as OrderStatus, new Date(0)).moveFor(state(progress as 'open'))).toBe('none');
        },
      ),
    );
  });

  it.each([
    ['another amount', { amount: 44_899 }],
    ['another currency', { currency: 'EUR' }],
    ['another order', { orderId: 'o2' }],
    ['no order', { orderId: null }],
  ])('grants nothing for a payment over %s, but asks for a review', (_what, more) => {
    expect(order('pending').moveFor(state('paid', more))).toBe('review');
    expect(order('pending').moveFor(state('awaiting', more))).toBe('review');
    expect(order('pending').moveFor(state('open', more))).toBe('none');
  });

  it('takes tax from Stripe as the market shows it: within the total, or on top of it, or none', () => {
    const taxed = (taxDisplay: 'none' | 'included' | 'added', more: Partial<SessionState>) =>
      Object.assign(order('pending'), { taxDisplay }).moveFor(state('paid', more));
    expect(taxed('included', { tax: 7_169 })).toBe('settle');
    expect(taxed('added', { tax: 3_255, amount: 48_155 })).toBe('settle');
    expect(taxed('none', { tax: 1 })).toBe('review');
    expect(taxed('included', { tax: 7_169, amount: 52_069 })).toBe('review');
    expect(taxed('added', { tax: 3_255 })).toBe('review');
    expect(taxed('added', { tax: 3_255, amount: 48_155, subtotal: 44_899 })).toBe('review');
  });

  it('waits while the bank confirms, once, and closes when the bank refuses', () => {
    expect(order('pending').moveFor(state('awaiting'))).toBe('await');
    expect(order('awaiting_payment').moveFor(state('awaiting'))).toBe('none');
    expect(order('awaiting_payment').moveFor(state('failed'))).toBe('fail');
  });

  it('expires with its session and stays expired', () => {
    expect(order('pending').moveFor(state('expired'))).toBe('expire');
    expect(order('expired').moveFor(state('expired'))).toBe('none');
    expect(order('expired').moveFor(state('open'))).toBe('none');
  });
});
