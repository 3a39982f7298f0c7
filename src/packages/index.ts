export { packagesErasure } from './erasure.js';
export { LessonPackagesModule } from './lesson-packages.module.js';
export { packagesChecks } from './packages.checks.js';
export { PackagesModule } from './packages.module.js';
