export { LicenceStanding, type StandingLicence } from './licences/licence-standing.js';
export { licencesChecks } from './licences.checks.js';
export { LicencesModule } from './licences.module.js';
export { ImportEligibility } from './scope/import-eligibility.js';
export { NoticeOfPracticeModule } from './scope/notice-of-practice.module.js';
export { ScopeOfPractice } from './scope/scope-of-practice.js';
export type { ScopeRule } from './scope/scope.queries.js';
