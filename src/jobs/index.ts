export { type Fact, Facts } from './facts.js';
export { Every, OnFact, OnJob } from './marks.js';
export { Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
