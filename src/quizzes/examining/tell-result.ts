import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { greeting, Mailer } from '../../mail/index.js';

interface Told {
  name: string;
  email: string;
  title: string;
  path: string;
}

/** Tells a learner by mail that answers were marked, or marked again. What the result is stands behind the sign-in. */
@Injectable()
export class TellResult {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
  ) {}

  @OnFact('attempt.graded', 'quizzes.tell-result')
  handle({ data: { attemptId } }: Pick<Fact<{ attemptId: string }>, 'data'>): Promise<void> {
    return this.tell(attemptId, `result-ready:${attemptId}`, true, (title) => ({
      ...{ kind: 'result-ready', subject: `Your result in ${title}` },
      sentence: `Your answers in “${title}” have been marked. Your result is ready.`,
    }));
  }

  @OnFact('attempt.regraded', 'quizzes.tell-regraded')
  regraded({ data }: Pick<Fact<{ attemptId: string; regradeId: string }>, 'data'>): Promise<void> {
    return this.tell(data.attemptId, `regraded:${data.regradeId}:${data.attemptId}`, false, (title) => ({
      ...{ kind: 'regraded', subject: `An answer in ${title} was marked again` },
      sentence: `A question in “${title}” was looked at again, and your answer to it has another mark now.`,
    }));
  }

  private async tell(
    attemptId: string,
    dedupeKey: string,
    isByExaminer: boolean,
    written: (title: string) => { kind: string; subject: string; sentence: string },
  ): Promise<void> {
    const told = await this.db.row<Told>(
      `SELECT p.name, p.email, q.title, '/learn/' || c.slug || '/quiz/' || q.slug || '/attempts/' || a.id || '/result' AS path
       FROM attempts a JOIN people p ON p.id = a.person_id JOIN quizzes q ON q.id = a.quiz_id JOIN courses c ON c.id = q.course_id
       WHERE a.id = $1
         AND (NOT $2::boolean OR EXISTS (SELECT FROM marks m WHERE m.attempt_id = a.id AND m.cause = 'examiner'))`,
      [attemptId, isByExaminer],
    );
    if (!told) return;
    const { kind, subject, sentence } = written(told.title);
    const parts = [greeting(told.name), sentence, { button: { label: 'See your result', path: told.path } }];
    const to = { name: told.name, email: told.email };
    await this.db.transaction((tx) => this.mailer.send(tx, { to, kind, subject, parts, dedupeKey }));
  }
}
