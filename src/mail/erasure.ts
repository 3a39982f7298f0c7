import type { ErasureStep } from '../database/index.js';

const theirs = 'lower(to_email) = lower((SELECT email FROM people WHERE id = $1))';

export const mailErasure: ErasureStep[] = [
  { what: 'mails: those not yet sent', sql: `DELETE FROM mails WHERE sent_at IS NULL AND ${theirs}` },
  {
    what: 'mails: name, address and text of those that were sent',
    sql: `UPDATE mails SET to_name = '', to_email = '', subject = '', html = '', text = '' WHERE ${theirs}`,
  },
];
