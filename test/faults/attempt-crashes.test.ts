import { SaveResponse } from '../../src/quizzes/attempts/save-response.js';
import { StartAttempt } from '../../src/quizzes/attempts/start-attempt.js';
import { SubmitAttempt } from '../../src/quizzes/attempts/submit-attempt.js';
import { exampleQuiz, importQuiz, newLearner, quiz } from '../../src/quizzes/quizzes.example.js';
import { testApp, type TestApp } from '../support/index.js';
import { crashAt } from './crash-at.js';
import { rounds } from './rounds.js';

type Step = 'start' | 'save' | 'submit';
type Value = boolean | string;

let app: TestApp;
beforeAll(async () => {
  // Without jobs: only what the test does asks the database.
  app = await testApp({ PROCESS: 'web' });
  await importQuiz(app, exampleQuiz());
}, 120_000);
afterAll(() => app.close());

/** Takes the exam as a new learner; `around` may cut each step off, and the learner then takes that step again. */
async function sit(around: (step: Step, act: () => Promise<unknown>) => Promise<unknown>): Promise<string> {
  const { personId } = await newLearner(app);
  const start = () => app.get(StartAttempt).execute({ personId, quiz, idempotencyKey: 'once' });
  await around('start', start);
  const attemptId = await start();
  const answer = async (type: string, value: Value) => {
    const asked = await app.db.row<{ id: string }>(
      `SELECT p.id FROM attempts a CROSS JOIN jsonb_to_recordset(a.paper) AS p (id uuid, type text) WHERE a.id = $1 AND p.type = $2`,
      [attemptId, type],
    );
    const save = { personId, attemptId, questionId: asked!.id, rev: 0, response: { value } };
    return app.get(SaveResponse).execute(save);
  };
  await answer('numeric', '31687.00');
  await around('save', () => answer('trueFalse', true));
  // Refused if the first press was stored and only its answer was lost.
  await answer('trueFalse', true).catch(() => undefined);
  const submit = () => app.get(SubmitAttempt).execute(personId, attemptId);
  await around('submit', submit);
  await submit();
  return personId;
}

/** All that is on record of a learner's only exam. */
const effects = (personId: string) =>
  app.db.row(
    `SELECT count(*)::int AS attempts, min(a.status) AS status,
       (SELECT jsonb_agg(r.response -> 'value' ORDER BY r.response -> 'value') FROM responses r
        JOIN attempts o ON o.id = r.attempt_id WHERE o.person_id = $1 AND r.rev = 1 AND NOT r.late) AS answers,
       (SELECT count(*)::int FROM marks m JOIN attempts o ON o.id = m.attempt_id WHERE o.person_id = $1) AS marks,
       (SELECT array_agg(e.kind ORDER BY e.kind) FROM attempt_events e
        JOIN attempts o ON o.id = e.attempt_id WHERE o.person_id = $1) AS events,
       (SELECT count(*)::int FROM facts f JOIN attempts o ON o.id::text = f.data ->> 'attemptId'
        WHERE o.person_id = $1 AND f.name = 'attempt.graded') AS graded
     FROM attempts a WHERE a.person_id = $1`,
    [personId],
  );
const taken = {
  attempts: 1,
  status: 'submitted',
  answers: ['31687.00', true],
  marks: 4,
  events: ['attempt.graded', 'attempt.started', 'attempt.submitted', 'response.saved', 'response.saved'],
  graded: 1,
};

describe('an exam whose connection is cut at any statement', () => {
  it.each<Step>(['start', 'save', 'submit'])(
    'leaves one attempt, its answers and one set of marks after a repeated %s',
    async (step) => {
      const stride = rounds(3, 1);
      for (const when of ['before', 'after'] as const) {
        let points = 0;
        for (let statement = 1, ended = false; !ended; statement += stride) {
          const person = await sit(async (current, act) => {
            if (current === step) ended = await crashAt(statement, when, act);
            else await act().catch(() => undefined);
          });
          expect({ statement, when, found: await effects(person) }).toEqual({ statement, when, found: taken });
          if (!ended) points += 1;
        }
        expect(points).toBeGreaterThanOrEqual(rounds(1, 3));
      }
    },
    300_000,
  );
});
