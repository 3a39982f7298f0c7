import type { ErasureStep } from '../database/index.js';

const theirs = 'lower(to_email) = lower((SELECT email FROM people WHERE id = $1))';

export const mailErasure: ErasureStep[] = [
  {
    what: 'mail_hours: when they are not to be disturbed',
    sql: 'DELETE FROM mail_hours WHERE address = mail_address((SELECT email FROM people WHERE id = $1))',
  },
  {
    what: 'mails: name, address and text; those that have not left stay here',
    sql: `UPDATE mails SET to_name = '', to_email = '', subject = '', html = '', text = '', stop_token = NULL WHERE ${theirs}`,
  },
  {
    what: 'mails: their name in those to others, who were told of them',
    sql: `WITH person AS (SELECT name FROM people WHERE id = $1 AND length(name) > 4)
      UPDATE mails SET subject = replace(subject, person.name, 'Erased person'),
        text = replace(text, person.name, 'Erased person'), 
        html = CASE WHEN person.name ~ '[&<>"'']' THEN '' ELSE replace(html, person.name, 'Erased person') END
      FROM person WHERE strpos(subject || text || html, person.name) > 0`,
  },
];
