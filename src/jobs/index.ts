export { VerifyFacts } from './chain/verify-facts.js';
export { type Fact, Facts } from './facts.js';
export { Every, OnFact, OnJob } from './marks.js';
export { attemptsPerJob, Jobs } from './jobs.js';
export { JobsModule } from './jobs.module.js';
