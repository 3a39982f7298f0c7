import { BalanceQueries } from './balances.queries.js';
import { BookDaysQueries } from './book-days.queries.js';
import { BooksDisputesApi, DisputesPages } from './disputes.controllers.js';
import { FlowQueries } from './flows.queries.js';
import { MonthReports } from './month-report.js';
import { MonthApi, MonthPages } from './month.controllers.js';
import { MovementReports } from './movement-reports.js';
import { MovementsApi, MovementsPages } from './movements.controllers.js';
import { MovementQueries } from './movements.queries.js';
import { BooksRefundsApi, RefundsPages } from './refunds.controllers.js';
import { StatementReports } from './statement-reports.js';
import { StatementsApi } from './statements.api.js';
import { StatementsPages } from './statements.pages.js';

export const reportControllers = [
  MovementsPages,
  MovementsApi,
  MonthPages,
  MonthApi,
  StatementsPages,
  StatementsApi,
  RefundsPages,
  BooksRefundsApi,
  DisputesPages,
  BooksDisputesApi,
];
export const reportProviders = [
  MovementQueries,
  MovementReports,
  BookDaysQueries,
  BalanceQueries,
  FlowQueries,
  MonthReports,
  StatementReports,
];
