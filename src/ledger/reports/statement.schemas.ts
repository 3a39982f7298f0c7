import { z } from 'zod';

const minor = z.int().describe('Minor units of the currency');
const line = z.object({ code: z.string(), name: z.string(), amount: minor });

export const trialBalanceSchema = z.object({
  at: z.iso.date(),
  currencies: z.array(
    z.object({
      currency: z.string(),
      lines: z.array(z.object({ code: z.string(), name: z.string(), debit: minor, credit: minor })),
      debit: minor,
      credit: minor,
    }),
  ),
});

export const incomeStatementSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  currencies: z.array(
    z.object({
      currency: z.string(),
      income: z.array(line),
      expenses: z.array(line),
      totalIncome: minor,
      totalExpenses: minor,
      result: minor,
    }),
  ),
});

export const balanceSheetSchema = z.object({
  at: z.iso.date(),
  currencies: z.array(
    z.object({
      currency: z.string(),
      assets: z.array(line),
      liabilities: z.array(line),
      equity: z.array(line),
      earlierResult: minor.describe('Of the years before, not closed into equity by an entry'),
      result: minor.describe('Of the year so far'),
      totalAssets: minor,
      totalLiabilities: minor,
      totalEquity: minor,
    }),
  ),
});
