import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { MailButton, Mailer } from '../../mail/index.js';
import { Config } from '../../shared/index.js';

interface Told {
  name: string;
  email: string;
  title: string;
  path: string;
}

/** Tells a learner by mail that an examiner has marked their answers. What the result is stands behind the sign-in. */
@Injectable()
export class TellResult {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnFact('attempt.graded', 'quizzes.tell-result')
  async handle({ data: { attemptId } }: Pick<Fact<{ attemptId: string }>, 'data'>): Promise<void> {
    const told = await this.db.row<Told>(
      `SELECT p.name, p.email, q.title, '/learn/' || c.slug || '/quiz/' || q.slug || '/attempts/' || a.id || '/result' AS path
       FROM attempts a JOIN people p ON p.id = a.person_id JOIN quizzes q ON q.id = a.quiz_id JOIN courses c ON c.id = q.course_id
       WHERE a.id = $1 AND EXISTS (SELECT FROM marks m WHERE m.attempt_id = a.id AND m.cause = 'examiner')`,
      [attemptId],
    );
    if (!told) return;
    const href = `${this.config.baseUrl}${told.path}`;
    const sentence = `Your answers in “${told.title}” have been marked. Your result is ready.`;
    await this.db.transaction((tx) =>
      this.mailer.send(tx, {
        to: { name: told.name, email: told.email },
        kind: 'result-ready',
        subject: `Your result in ${told.title}`,
        body: (
          <>
            <p safe>{`Hello ${told.name},`}</p>
            <p safe>{sentence}</p>
            <MailButton href={href}>See your result</MailButton>
          </>
        ),
        text: `Hello ${told.name},\n\n${sentence}\n${href}\n`,
        dedupeKey: `result-ready:${attemptId}`,
      }),
    );
  }
}
