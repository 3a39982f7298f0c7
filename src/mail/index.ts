export { Mailer, type OutgoingMail } from './mailer.js';
export { MailModule } from './mail.module.js';
export { MailButton } from './views/mail-layout.js';
export { mailErasure } from './erasure.js';
