import { decimal } from '../../web/index.js';
import { type Cell, figure } from './csv.js';
import type { TrialBalanceReport } from './statement-reports.js';
import type { BalanceSheet, IncomeStatement, StatementLine } from './statements.js';

export const trialColumns = ['Account', 'Name', 'Currency', 'Debit', 'Credit'];

/** One row for each account and currency, and one with both sums. */
export const trialRows = ({ currencies }: TrialBalanceReport): Cell[][] =>
  currencies.flatMap(({ currency, lines, debit, credit }) =>
    [...lines, { code: '', name: 'Total', debit, credit }].map((line) => [
      ...[line.code, line.name, currency],
      figure(decimal(line.debit, currency)),
      figure(decimal(line.credit, currency)),
    ]),
  );

export const statementColumns = ['Part', 'Account', 'Name', 'Currency', 'Amount'];

export function incomeRows(statement: IncomeStatement): Cell[][] {
  const { income, expenses, result } = statement;
  return rowsOf(statement.currency, [
    ['Income', income],
    ['Expenses', expenses],
    ['Result', [{ code: '', name: 'Result', amount: result }]],
  ]);
}

export function balanceSheetRows(sheet: BalanceSheet): Cell[][] {
  const { assets, liabilities, equity, earlierResult, result } = sheet;
  return rowsOf(sheet.currency, [
    ['Assets', assets],
    ['Liabilities', liabilities],
    ['Equity', [...equity, { code: '', name: 'Result of earlier years', amount: earlierResult }]],
    ['Equity', [{ code: '', name: 'Result of the year', amount: result }]],
  ]);
}

const rowsOf = (currency: string, parts: [part: string, lines: StatementLine[]][]): Cell[][] =>
  parts.flatMap(([part, lines]) =>
    lines.map(({ code, name, amount }) => [part, code, name, currency, figure(decimal(amount, currency))]),
  );
