import type { ErasureStep } from '../database/index.js';

export const ebooksErasure: ErasureStep[] = [
  {
    what: 'ebook_requests: every book they asked for, and the address they gave',
    sql: 'DELETE FROM ebook_requests WHERE address = mail_address((SELECT email FROM people WHERE id = $1))',
  },
];
