export { LicenceStanding, type StandingLicence } from './licences/licence-standing.js';
export { LicencesModule } from './licences.module.js';
export { ImportEligibility } from './scope/import-eligibility.js';
