/**
 * What became of a mail: `accepted` by the next server · `deferred`, tried again · `rejected`: this mail was not wanted ·
 * `refused` or, after it was accepted, `bounced`: there is no such mailbox · `complained`: its reader called it spam.
 */
export type Outcome = 'accepted' | 'deferred' | 'rejected' | 'refused' | 'bounced' | 'complained';

export interface Delivery {
  outcome: Outcome;
  /** An enhanced status code (RFC 3463) such as `5.1.1`. */
  status: string | null;
  /** What the server said, in a line; addresses are taken out of it. */
  detail: string;
}

/** Codes that say that nobody reads this mailbox: unknown, moved, or disabled (RFC 3463, 3.2 and 3.3). */
const nobodyThere = /^5\.(1\.[0-8]|1\.10|2\.1)$/;

/** Whether a lasting failure is of the address, and not of this mail, of a full mailbox or of a policy. */
export const isOfAddress = (status: string | null): boolean => status !== null && nobodyThere.test(status);

export const statusIn = (text: string): string | null => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null;

/** One line without addresses. */
export const lineOf = (text: string): string =>
  text
    .replace(/[^\s<>()"]+@[^\s<>()"]+/g, '…')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
