import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { greeting, Mailer } from '../../mail/index.js';
import { formatDate } from '../../shared/index.js';
import { PeopleQueries } from '../../users/index.js';
import { type CaseKind, dueAt } from './case.js';
import type { Case } from './case.queries.js';

const names: Record<CaseKind, string> = { appeal: 'appeal', complaint: 'complaint', name: 'request for another name' };

/** What whoever opened a case is told; a visitor who left no address is told nothing. */
@Injectable()
export class CaseMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly people: PeopleQueries,
  ) {}

  received(tx: Tx, one: Case): Promise<void> {
    return this.tell(tx, one, 'case-received', `Your ${names[one.kind]} has arrived`, [
      `Your ${names[one.kind]} about ${one.certification} has arrived. People who had no part in it look at it and answer by ${formatDate(dueAt(one.openedAt))} at the latest.`,
    ]);
  }

  answered(tx: Tx, one: Case): Promise<void> {
    const word = one.status === 'upheld' ? 'upheld' : 'dismissed';
    return this.tell(tx, one, 'case-answered', `Your ${names[one.kind]} was ${word}`, [
      `Your ${names[one.kind]} about ${one.certification} was ${word}.`,
      `The reason: ${one.answer!}`,
    ]);
  }

  private async tell(tx: Tx, one: Case, kind: string, subject: string, sentences: string[]): Promise<void> {
    const person = one.by ? await this.people.byId(one.by, tx) : undefined;
    const to = person ?? (one.contact ? { name: one.contact, email: one.contact } : undefined);
    if (!to) return;
    const button = { button: { label: 'See your case', path: `/cases/${one.id}` } };
    await this.mailer.send(tx, {
      ...{ to, kind, subject, dedupeKey: `${kind}:${one.id}` },
      parts: [greeting(person?.name ?? ''), ...sentences, ...(person ? [button] : [])],
    });
  }
}
