export { LedgerModule } from './ledger.module.js';
export { ledgerChecks } from './ledger.checks.js';
export { RebuildBooks } from './rebuild/rebuild-books.js';
export { KeepBooks } from './posting/keep-books.js';
