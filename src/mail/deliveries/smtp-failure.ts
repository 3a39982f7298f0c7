import { type Delivery, isOfAddress, lineOf, statusIn } from './outcome.js';

interface SmtpError {
  command?: string;
  responseCode?: number;
  response?: string;
}

/** Basic codes that are about the mailbox when no enhanced code says more (RFC 5321). */
const aboutMailbox = new Set([550, 551, 553]);

/**
 * What an error of the mail server says about one mail. Only an answer to its recipient or to its text can end it: whatever
 * else is wrong (no connection, a wrong password, our own address refused) may be right at the next try.
 */
export function smtpFailure(error: unknown): Delivery {
  const { command = '', responseCode = 0, response } = error as SmtpError;
  const said = response ?? (error instanceof Error ? error.message : String(error));
  const delivery = { status: response ? statusIn(response) : null, detail: lineOf(said) };
  const isFinal = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  if (!isFinal) return { outcome: 'deferred', ...delivery };
  const isMailbox = delivery.status ? isOfAddress(delivery.status) : aboutMailbox.has(responseCode);
  return { outcome: command === 'RCPT TO' && isMailbox ? 'refused' : 'rejected', ...delivery };
}
