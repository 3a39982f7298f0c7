import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { MailButton, Mailer } from '../../mail/index.js';
import { Config, formatDate } from '../../shared/index.js';
import type { Person } from '../../users/index.js';
import type { Recall } from './recall.queries.js';
import type { NoticeKind } from './tell-recalled.js';

/** What people are told about a lesson that taught something wrong. */
@Injectable()
export class RecallMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  async tell(tx: Tx, to: Person, recall: Recall, kind: NoticeKind): Promise<void> {
    const subject = `${kind === 'told' ? 'Safety correction' : 'Reminder: safety correction'}: ${recall.lessonTitle}`;
    const address = `${this.config.baseUrl}/recalls/${recall.id}`;
    const sentences = [
      `Hello ${to.name},`,
      `The lesson ${recall.lessonTitle} of ${recall.courseTitle}, which you completed, taught something wrong.`,
      `What was wrong: ${recall.wrong}`,
      `What is right: ${recall.correct}`,
      'Please read the short correction now and confirm that you have understood it. It takes a few minutes.',
      ...(recall.suspendOn ? [suspension(recall.suspendOn)] : []),
    ];
    await this.mailer.send(tx, {
      ...{ to, kind: 'safety-recall', subject, dedupeKey: `recall:${kind}:${recall.id}:${to.id}` },
      text: [...sentences, address].join('\n\n'),
      body: (
        <>
          <h1 safe>{subject}</h1>
          {sentences.map((sentence) => (
            <p safe>{sentence}</p>
          ))}
          <MailButton href={address}>Read the correction</MailButton>
        </>
      ),
    });
  }
}

const suspension = (day: string) =>
  `If you hold a certification that rests on this course, it is suspended on ${formatDate(new Date(day))} unless you have confirmed by then. Confirming lifts it.`;
