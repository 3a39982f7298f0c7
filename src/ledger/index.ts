export { LedgerModule } from './ledger.module.js';
export { ledgerErasure } from './erasure.js';
export { ledgerChecks } from './ledger.checks.js';
export { RebuildBooks } from './rebuild/rebuild-books.js';
export { KeepBooks } from './posting/keep-books.js';
export { agrees, type BalanceCheck, CheckBalance } from './cash/check-balance.js';
export { PullTransactions } from './cash/pull-transactions.js';
export { RecogniseRevenue } from './deferred/recognise-revenue.js';
