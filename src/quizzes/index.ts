export { ImpartialExaminers } from './examining/impartial-examiners.js';
export { ImportQuizzes } from './importing/import-quizzes.js';
export { QuizzesModule } from './quizzes.module.js';
export { type ChainedEvent, EventChain } from './events/event-chain.js';
export { VerifyAttempts } from './events/verify-attempts.js';
export { quizzesChecks } from './quizzes.checks.js';
export { quizzesErasure } from './erasure.js';
