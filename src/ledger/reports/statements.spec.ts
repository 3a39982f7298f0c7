import fc from 'fast-check';
import type { AccountSum } from './balances.queries.js';
import { balanceSheets, incomeStatements, trialBalances } from './statements.js';

const chart = {
  '1100': 'asset',
  '2100': 'liability',
  '3000': 'equity',
  '4000': 'income',
  '5000': 'expense',
} as const;
const sum = (code: keyof typeof chart, currency: string, amount: number, ofYear = amount): AccountSum => ({
  ...{ code, name: `Account ${code}`, kind: chart[code], currency, amount, ofYear },
});

/** Sums that balance in each currency, in all and of the year. */
const balanced = fc
  .array(fc.record({ currency: fc.constantFrom('EUR', 'USD'), parts: fc.array(fc.integer(), { maxLength: 4 }) }), {
    maxLength: 2,
  })
  .map((currencies) =>
    [...new Map(currencies.map((each) => [each.currency, each])).values()].flatMap(({ currency, parts }) => {
      const others = (['2100', '3000', '4000', '5000'] as const).map((code, index) => {
        const amount = parts[index] ?? 0;
        return sum(code, currency, amount, Math.trunc(amount / 3));
      });
      const rest = others.reduce((total, { amount }) => total + amount, 0);
      return [sum('1100', currency, 0 - rest), ...others];
    }),
  );

describe('statements', () => {
  it('put each balance on its side, by currency', () => {
    expect(trialBalances([sum('1100', 'USD', 5679), sum('2100', 'USD', -5679), sum('5000', 'EUR', 0)])).toEqual([
      {
        currency: 'USD',
        lines: [
          { code: '1100', name: 'Account 1100', debit: 5679, credit: 0 },
          { code: '2100', name: 'Account 2100', debit: 0, credit: 5679 },
        ],
        debit: 5679,
        credit: 5679,
      },
      {
        currency: 'EUR',
        lines: [{ code: '5000', name: 'Account 5000', debit: 0, credit: 0 }],
        debit: 0,
        credit: 0,
      },
    ]);
  });

  it('show income as people read it, and leave out a currency in which nothing was earned', () => {
    expect(incomeStatements([sum('4000', 'USD', -402), sum('5000', 'USD', 201), sum('1100', 'EUR', 5)])).toEqual([
      {
        currency: 'USD',
        income: [{ code: '4000', name: 'Account 4000', amount: 402 }],
        expenses: [{ code: '5000', name: 'Account 5000', amount: 201 }],
        totalIncome: 402,
        totalExpenses: 201,
        result: 201,
      },
    ]);
  });

  it('tell the result of the year from that of the years before', () => {
    const [sheet] = balanceSheets([
      sum('1100', 'USD', 900),
      sum('3000', 'USD', -100),
      sum('4000', 'USD', -1000, -700),
      sum('5000', 'USD', 200, 150),
    ]);
    expect(sheet).toMatchObject({ earlierResult: 250, result: 550, totalAssets: 900, totalEquity: 900 });
  });

  it('balance whatever was booked', () => {
    fc.assert(
      fc.property(balanced, (sums) => {
        for (const { debit, credit } of trialBalances(sums)) expect(debit).toBe(credit);
        for (const { totalAssets, totalLiabilities, totalEquity } of balanceSheets(sums)) {
          expect(totalAssets + 0).toBe(totalLiabilities + totalEquity + 0);
        }
      }),
    );
  });
});
