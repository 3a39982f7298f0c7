import fc from 'fast-check';

/** One thing that happens in the shop. Numbers choose among what is there: the same numbers always mean the same. */
export type Step =
  | { do: 'buy'; buyer: number; product: number }
  | { do: 'pay'; order: number; how: 'card' | 'bank' }
  | { do: 'bank answers'; order: number; well: boolean }
  | { do: 'expire'; order: number }
  | { do: 'come back'; order: number }
  | { do: 'deliver'; share: number; copies: number; seed: number }
  | { do: 'sweep' }
  /** Staff give back a line of an order, all that is left of it or a part. */
  | { do: 'refund'; order: number; line: number; part: number; closes: boolean }
  /** Somebody refunds in Stripe's dashboard. */
  | { do: 'refund at Stripe'; order: number; amount: number }
  | { do: 'refund comes back'; order: number }
  | { do: 'dispute'; order: number; money: boolean }
  | { do: 'dispute moves'; order: number; to: 'won' | 'lost' | 'under_review' }
  | { do: 'offer starts'; product: number; seats: number }
  | { do: 'offer ends' }
  /** The next step loses its database connection at this statement. */
  | { do: 'crash'; statement: number; when: 'before' | 'after' };

const which = fc.nat({ max: 7 });

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('buy' as const), buyer: which, product: which }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      order: which,
      how: fc.constantFrom('card' as const, 'card' as const, 'bank' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bank answers' as const), order: which, well: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('expire' as const), order: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('come back' as const), order: which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      share: fc.integer({ min: 20, max: 100 }),
      copies: fc.integer({ min: 1, max: 3 }),
      seed: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'sweep' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      order: which,
      line: which,
      part: fc.integer({ min: 1, max: 100 }),
      closes: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('refund at Stripe' as const),
      order: which,
      amount: fc.integer({ min: 1, max: 20_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refund comes back' as const), order: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('dispute' as const), order: which, money: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('dispute moves' as const),
      order: which,
      to: fc.constantFrom('won' as const, 'lost' as const, 'under_review' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('offer starts' as const),
      product: which,
      seats: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'offer ends' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      statement: fc.integer({ min: 1, max: 25 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
);
