import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { greeting, type Letter, Mailer } from '../../mail/index.js';

interface Told {
  kind: string;
  about: string;
  to: { name: string; email: string };
  subject: string;
  sentences: string[];
  link: { label: string; path: string };
}

interface Refused {
  entryId: string;
  reason: string;
  title: string;
  preceptor: string;
  name: string;
  email: string;
}

/** What learners and preceptors are told by mail. */
@Injectable()
export class PracticeMails {
  constructor(private readonly mailer: Mailer) {}

  /** To the learner, with the reason. */
  async refused(tx: Tx, decisionId: string): Promise<void> {
    const row = (await tx.row<Refused>(
      `SELECT e.id AS "entryId", s.reason, q.title, p.name AS preceptor, l.name, l.email
       FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id JOIN procedures q ON q.slug = e.procedure
       JOIN people p ON p.id = s.preceptor_id JOIN people l ON l.id = e.person_id WHERE s.id = $1`,
      [decisionId],
    ))!;
    await this.send(tx, {
      kind: 'sign-off-refused',
      about: decisionId,
      to: row,
      subject: 'An entry of your logbook was not signed',
      sentences: [
        `${row.preceptor} did not sign your entry about ${row.title.toLowerCase()}.`,
        `The reason: ${row.reason}`,
        'You can amend the entry; it then waits again.',
      ],
      link: { label: 'Open the entry', path: `/logbook/${row.entryId}` },
    });
  }

  /** To the preceptor: the code, and what it signs. */
  code(
    tx: Tx,
    {
      codeId,
      code,
      learner,
      words,
      to,
    }: { codeId: string; code: string; learner: string; words: string[]; to: Letter['to'] },
  ): Promise<void> {
    return this.send(tx, {
      kind: 'sign-off-code',
      about: codeId,
      to,
      subject: 'Your code to sign a procedure',
      sentences: [
        `Code: ${code}`,
        `Typed on the phone of ${learner} within ten minutes, it signs in your name that you observed this procedure:`,
        ...words,
        'If you did not observe it, give the code to nobody, and tell us.',
      ],
      link: { label: 'See what waits for you', path: '/preceptor' },
    });
  }

  private send(tx: Tx, { kind, about, to, subject, sentences, link }: Told): Promise<void> {
    return this.mailer.send(tx, {
      ...{ to: { name: to.name, email: to.email }, kind, subject, dedupeKey: `${kind}:${about}` },
      parts: [greeting(to.name), ...sentences, { button: link }],
    });
  }
}
