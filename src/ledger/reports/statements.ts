import type { AccountSum } from './balances.queries.js';

/** A line of a statement; `amount` as the statement shows it, in minor units. */
export interface StatementLine {
  code: string;
  name: string;
  amount: number;
}

interface TrialLine {
  code: string;
  name: string;
  debit: number;
  credit: number;
}

interface TrialBalance {
  currency: string;
  lines: TrialLine[];
  debit: number;
  credit: number;
}

export interface IncomeStatement {
  currency: string;
  income: StatementLine[];
  expenses: StatementLine[];
  totalIncome: number;
  totalExpenses: number;
  result: number;
}

export interface BalanceSheet {
  currency: string;
  assets: StatementLine[];
  liabilities: StatementLine[];
  equity: StatementLine[];
  /** Of earlier years, and of the year so far: not closed into equity by an entry, but shown there. */
  earlierResult: number;
  result: number;
  totalAssets: number;
  totalLiabilities: number;
  totalEquity: number;
}

type Sum = Omit<AccountSum, 'ofYear'>;

const byCurrency = <S extends Sum>(sums: readonly S[]): [string, S[]][] => [
  ...Map.groupBy(sums, ({ currency }) => currency),
];
const total = (lines: readonly { amount: number }[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

/** Accounts of some kinds, with the sign with which people read them: assets and expenses as debits, the rest as credits. */
function linesOf(sums: readonly Sum[], kind: Sum['kind']): StatementLine[] {
  const sign = kind === 'asset' || kind === 'expense' ? 1 : -1;
  return sums
    .filter((sum) => sum.kind === kind && sum.amount !== 0)
    .map(({ code, name, amount }) => ({ code, name, amount: sign * amount }));
}

/** Every account with its balance on the side where it is; both sides come to the same. */
export function trialBalances(sums: readonly Sum[]): TrialBalance[] {
  return byCurrency(sums).map(([currency, own]) => {
    const lines = own.map(({ code, name, amount }) => ({
      ...{ code, name },
      debit: Math.max(amount, 0),
      credit: Math.max(-amount, 0),
    }));
    const debit = lines.reduce((sum, line) => sum + line.debit, 0);
    const credit = lines.reduce((sum, line) => sum + line.credit, 0);
    return { currency, lines, debit, credit };
  });
}

/** What was earned and what it cost. */
export function incomeStatements(sums: readonly Sum[]): IncomeStatement[] {
  return byCurrency(sums)
    .map(([currency, own]) => {
      const [income, expenses] = [linesOf(own, 'income'), linesOf(own, 'expense')];
      const [totalIncome, totalExpenses] = [total(income), total(expenses)];
      return { currency, income, expenses, totalIncome, totalExpenses, result: totalIncome - totalExpenses };
    })
    .filter(({ income, expenses }) => income.length + expenses.length > 0);
}

/** What there is and whose it is. The result, which no entry closes into equity, stands there in two lines. */
export function balanceSheets(sums: readonly AccountSum[]): BalanceSheet[] {
  return byCurrency(sums).map(([currency, own]) => {
    const earned = own.filter(({ kind }) => kind === 'income' || kind === 'expense');
    const result = earned.reduce((sum, { ofYear }) => sum - ofYear, 0);
    const earlierResult = 0 - total(earned) - result;
    const [assets, liabilities, equity] = [linesOf(own, 'asset'), linesOf(own, 'liability'), linesOf(own, 'equity')];
    return {
      ...{ currency, assets, liabilities, equity, earlierResult, result },
      totalAssets: total(assets),
      totalLiabilities: total(liabilities),
      totalEquity: total(equity) + earlierResult + result,
    };
  });
}
