import { accessWords, promiseWords, refundWords } from './promise-words.js';

const policy = { id: 'p', name: 'Standard', days: 14, maxProgressPercent: 25, feePercent: 0, feeFixed: 0 };
const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('the checkout promise in words', () => {
  it('says until when and on which terms money comes back', () => {
    expect(refundWords(policy, 'USD')).toBe(
      'Within 14 days of payment, as long as at most 25% of it is studied. No fee is deducted.',
    );
    expect(refundWords({ ...policy, maxProgressPercent: 100, feePercent: 10, feeFixed: 500 }, 'JPY')).toBe(
      'Within 14 days of payment. We keep 10% of the price and ¥500.',
    );
    expect(refundWords({ ...policy, days: 0 }, 'USD')).toContain('final');
  });

  it('says how long access lasts', () => {
    expect(accessWords(null)).toBe('No end date.');
    expect(accessWords(365)).toBe('365 days, counted from when it opens.');
  });

  it('names editions, the price and its offer, and each instalment with its day', () => {
    const words = promiseWords(
      {
        refund: policy,
        access: { days: null },
        editions: [{ courseId: 'c', editionId: 'e', title: 'Basics', number: 3 }],
        certificate: 'A certificate.',
        price: {
          lockedUntil: '2026-12-01T09:31:00.000Z',
          offer: { name: 'Winter offer', endsAt: '2026-12-01T09:10:00.000Z' },
        },
        plan: {
          graceDays: 7,
          instalments: [
            { dueAt: '2026-12-01T09:00:00.000Z', amount: usd(5_000) },
            { dueAt: '2027-01-01T09:00:00.000Z', amount: usd(4_999) },
          ],
        },
      },
      usd(9_999),
      { isOpen: true },
    );
    expect(Object.fromEntries(words.map(({ term, detail }) => [term, detail]))).toMatchObject({
      Courses: 'Basics (edition 3)',
      Price: '$99.99, kept for you until 1 December 2026, 09:31 UTC, also if the offer ends before (Winter offer).',
      Instalments: '$50.00 now, $49.99 on 1 January 2027. If one is not paid within 7 days, access pauses until it is.',
    });
  });
});
