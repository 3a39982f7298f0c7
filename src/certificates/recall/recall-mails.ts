import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { greeting, Mailer } from '../../mail/index.js';
import { formatDate } from '../../shared/index.js';
import type { Person } from '../../users/index.js';
import type { Recall } from './recall.queries.js';
import type { NoticeKind } from './tell-recalled.js';

/** What people are told about a lesson that taught something wrong. */
@Injectable()
export class RecallMails {
  constructor(private readonly mailer: Mailer) {}

  async tell(tx: Tx, to: Person, recall: Recall, kind: NoticeKind): Promise<void> {
    const subject = `${kind === 'told' ? 'Safety correction' : 'Reminder: safety correction'}: ${recall.lessonTitle}`;
    const parts = [
      greeting(to.name),
      `The lesson ${recall.lessonTitle} of ${recall.courseTitle}, which you completed, taught something wrong.`,
      `What was wrong: ${recall.wrong}`,
      `What is right: ${recall.correct}`,
      'Please read the short correction now and confirm that you have understood it. It takes a few minutes.',
      ...(recall.suspendOn ? [suspension(recall.suspendOn)] : []),
      { button: { label: 'Read the correction', path: `/recalls/${recall.id}` } },
    ];
    await this.mailer.send(tx, {
      ...{ to, kind: 'safety-recall', subject, parts },
      dedupeKey: `recall:${kind}:${recall.id}:${to.id}`,
    });
  }
}

const suspension = (day: string) =>
  `If you hold a certification that rests on this course, it is suspended on ${formatDate(new Date(day))} unless you have confirmed by then. Confirming lifts it.`;
