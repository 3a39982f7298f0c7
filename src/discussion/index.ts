export { discussionChecks } from './discussion.checks.js';
export { DiscussionModule } from './discussion.module.js';
export { discussionErasure } from './erasure.js';
export { DiscussionsModule } from './places/discussions.module.js';
