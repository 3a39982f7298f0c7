export { authoringChecks } from './authoring.checks.js';
export { AuthoringModule } from './authoring.module.js';
