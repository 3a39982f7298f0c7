export { searchChecks } from './search.checks.js';
export { SearchModule } from './search.module.js';
