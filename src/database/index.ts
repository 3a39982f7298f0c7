export { dataSourceOptions } from './data-source.js';
export { DatabaseClock } from './database-clock.js';
export { DatabaseModule } from './database.module.js';
export { Database } from './database.js';
export { type Runner, Tx } from './tx.js';
export { isUniqueViolation } from './unique-violation.js';
export { migrate, migrationSource } from './migrate.js';
export { openDatabase } from './open-database.js';
