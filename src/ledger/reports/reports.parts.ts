import { BalanceQueries } from './balances.queries.js';
import { BookDaysQueries } from './book-days.queries.js';
import { StatementReports } from './statement-reports.js';
import { StatementsApi } from './statements.api.js';
import { StatementsPages } from './statements.pages.js';

export const reportControllers = [StatementsPages, StatementsApi];
export const reportProviders = [BookDaysQueries, BalanceQueries, StatementReports];
