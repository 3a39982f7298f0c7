export { greeting, type Letter, type Part } from './letter.js';
export { Mailer } from './mailer.js';
export { MailModule } from './mail.module.js';
export { mailErasure } from './erasure.js';
export { MailChoices } from './choices/mail-choices.js';
export type { Topic } from './topics.js';
