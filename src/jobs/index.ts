export { type Fact, Facts } from './facts.js';
export { Every, OnFact, OnJob } from './marks.js';
export { attemptsPerJob, Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
