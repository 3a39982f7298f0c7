export { integrationsErasure } from './erasure.js';
export { integrationsChecks } from './integrations.checks.js';
export { IntegrationsModule } from './integrations.module.js';
