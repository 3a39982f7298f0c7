import { CompleteItem } from '../../src/enrollment/index.js';
import { SaveResponse } from '../../src/quizzes/attempts/save-response.js';
import { StartAttempt } from '../../src/quizzes/attempts/start-attempt.js';
import { SubmitAttempt } from '../../src/quizzes/attempts/submit-attempt.js';
import { ClaimAnswer } from '../../src/quizzes/examining/claim-answer.js';
import { GradeAnswer } from '../../src/quizzes/examining/grade-answer.js';
import { VerifyAttempts } from '../../src/quizzes/index.js';
import { exampleQuiz, importQuiz, newLearner, quiz } from '../../src/quizzes/quizzes.example.js';
import { newId } from '../../src/shared/index.js';
import { testApp, type TestApp } from '../support/index.js';
import { countStatements, crashAt } from './crash-at.js';
import { chosenPoints, everyPoint, runInChild } from './crashes.js';

type Step = 'start' | 'save' | 'submit' | 'grade';
const steps: Step[] = ['start', 'save', 'submit', 'grade'];

const common = { topic: 't', feedback: 'F', source: 'S' };
const rubric = [{ id: 'dose', criterion: 'Names the dose', marks: 3 }];
const questions = [
  { ...common, id: 'why', type: 'essay', text: 'Why there?', marks: 3, rubric },
  { ...common, id: 'whether', type: 'trueFalse', text: 'Is it?', answer: true },
];

/** One learner on the way from the first click to the mark of an examiner, one step after the other. */
class Sitting {
  private readonly idempotencyKey = newId();
  private constructor(
    private readonly app: TestApp,
    readonly personId: string,
    private readonly examinerId: string,
  ) {}

  static async of(app: TestApp, examinerId: string): Promise<Sitting> {
    const { personId } = await newLearner(app);
    // The quiz is all that is missing in the course.
    const enrollment = await app.db.row<{ id: string }>('SELECT id FROM enrollments WHERE person_id = $1', [personId]);
    await app.db.transaction((tx) =>
      app.get(CompleteItem).complete(tx, { enrollmentId: enrollment!.id, itemSlug: 'example-lesson', kind: 'lesson' }),
    );
    return new Sitting(app, personId, examinerId);
  }

  /** What the step is done with; found again after a crash as a browser finds it. */
  async with(step: Step): Promise<object> {
    const { personId, examinerId, idempotencyKey } = this;
    if (step === 'start') return { personId, quiz, idempotencyKey };
    const attempt = await this.app.db.row<{ id: string; paper: { id: string; type: string }[] }>(
      'SELECT id, paper FROM attempts WHERE person_id = $1',
      [personId],
    );
    const attemptId = attempt!.id;
    const asked = (type: string) => attempt!.paper.find((question) => question.type === type)!.id;
    if (step === 'save')
      return { personId, attemptId, questionId: asked('essay'), rev: 0, response: { text: 'Four units.' } };
    if (step === 'submit') return { personId, attemptId };
    const questionId = asked('essay');
    return { attemptId, questionId, examinerId, scores: { dose: 3 }, comment: 'Clear.' };
  }

  async act(step: Step, given: any): Promise<unknown> {
    if (step === 'start') return this.app.get(StartAttempt).execute(given);
    if (step === 'save') return this.app.get(SaveResponse).execute(given);
    if (step === 'submit') return this.app.get(SubmitAttempt).execute(given.personId, given.attemptId);
    return this.app.get(GradeAnswer).execute(given);
  }

  /** Does what comes before the step. */
  async reach(step: Step): Promise<object> {
    for (const earlier of steps.slice(0, steps.indexOf(step))) await this.act(earlier, await this.with(earlier));
    const given = (await this.with(step)) as any;
    if (step === 'grade') await this.app.get(ClaimAnswer).execute(given.attemptId, given.questionId, given.examinerId);
    return given;
  }

  /** What a learner, a browser or an examiner does who heard no answer: the same again, then what comes next. */
  async goOn(from: Step): Promise<void> {
    for (const step of steps.slice(steps.indexOf(from))) {
      const given = (await this.with(step)) as any;
      if (step === 'grade') {
        const { attemptId, questionId, examinerId } = given;
        await this.app.get(ClaimAnswer).execute(attemptId, questionId, examinerId).catch(doneAlready);
      }
      await this.act(step, given).catch(doneAlready);
    }
  }

  /** All that the attempt has left behind. */
  async left() {
    return this.app.db.row(
      `SELECT count(*) AS attempts, string_agg(status || ' ' || coalesce(passed::text, 'not graded'), ',') AS states,
         (SELECT count(*) FROM responses r JOIN attempts a ON a.id = r.attempt_id WHERE a.person_id = $1) AS responses,
         (SELECT count(*) FROM marks m JOIN attempts a ON a.id = m.attempt_id WHERE a.person_id = $1) AS marks,
         (SELECT count(*) FROM gradings g JOIN attempts a ON a.id = g.attempt_id WHERE a.person_id = $1) AS gradings,
         (SELECT count(*) FROM facts WHERE name = 'attempt.graded' AND data ->> 'personId' = $1::text) AS graded,
         (SELECT count(*) FROM facts WHERE name = 'course.completed' AND data ->> 'personId' = $1::text) AS completed,
         (SELECT string_agg(kind, ' ' ORDER BY seq) FROM attempt_events e JOIN attempts a ON a.id = e.attempt_id
          WHERE a.person_id = $1) AS events
       FROM attempts WHERE person_id = $1`,
      [this.personId],
    );
  }
}

/** What a repeated step is told when its first try had been kept. */
function doneAlready(error: any): void {
  const kept = ['response_changed', 'already_graded', 'attempt_finished'];
  if (!kept.includes(error.code)) throw error;
}

const whole = {
  attempts: 1,
  states: 'submitted true',
  responses: 1,
  marks: 2,
  gradings: 1,
  graded: 1,
  completed: 1,
  events: 'attempt.started response.saved attempt.submitted answer.marked attempt.graded',
};

describe('an attempt whose process dies', () => {
  let app: TestApp;
  let examinerId: string;
  beforeAll(async () => {
    // Without workers: each statement is one of the step.
    app = await testApp({ PROCESS: 'web' });
    await importQuiz(app, exampleQuiz({ draw: 2, passPercent: 75, questions }));
    examinerId = (await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email LIKE 'examiner@%'`))!.id;
  }, 120_000);
  afterAll(() => app.close());

  const sitting = () => Sitting.of(app, examinerId);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

  /** The step is there whole or not at all, and repeating it ends in what an attempt without a crash leaves. */
  async function trouble(step: Step, before: unknown, after: unknown, crashed: Sitting): Promise<object | undefined> {
    const left = await crashed.left();
    await crashed.goOn(step);
    const end = await crashed.left();
    const isWhole = same(left, before) || same(left, after);
    return isWhole && same(end, whole) ? undefined : { left, end };
  }

  it.each(steps)(
    'at any statement of "%s" leaves all of it or nothing, and the next try ends it once',
    async (step) => {
      const trial = await sitting();
      const given = await trial.reach(step);
      const before = await trial.left();
      const statements = await countStatements(() => trial.act(step, given));
      const after = await trial.left();
      expect(statements).toBeGreaterThan(3);
      expect(before).not.toEqual(after);
      const broken: object[] = [];
      for (let at = 1; at <= statements; at++) {
        for (const when of ['before', 'after'] as const) {
          const crashed = await sitting();
          const toDo = await crashed.reach(step);
          await crashAt(at, when, () => crashed.act(step, toDo));
          const seen = await trouble(step, before, after, crashed);
          if (seen) broken.push({ at, when, ...seen });
        }
      }
      expect(broken).toEqual([]);
    },
  );

  it('is the same when the process is really killed', async () => {
    const broken: object[] = [];
    for (const step of process.env.GLABELLA_FAULTS === 'all' ? steps : [steps[Date.now() % steps.length]!]) {
      const trial = await sitting();
      const given = await trial.reach(step);
      const before = await trial.left();
      const statements = (await runInChild(app, { verb: step, with: given }, null)) as number;
      const after = await trial.left();
      for (const kill of chosenPoints(everyPoint(statements), 2)) {
        const crashed = await sitting();
        const toDo = await crashed.reach(step);
        expect(await runInChild(app, { verb: step, with: toDo }, kill)).toBe('killed');
        const seen = await trouble(step, before, after, crashed);
        if (seen) broken.push({ step, kill, ...seen });
      }
    }
    expect(broken).toEqual([]);
  }, 1_800_000);

  it('leaves logs and marks that verify', async () => {
    expect(await app.get(VerifyAttempts).execute()).toMatchObject({ broken: undefined, wrong: [] });
  });
});
