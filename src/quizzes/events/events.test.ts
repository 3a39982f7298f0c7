import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { answerTo, type Asked, exampleQuiz, importQuiz, newLearner, password, quiz } from '../quizzes.example.js';
import { type ChainedEvent, EventChain } from './event-chain.js';
import { VerifyAttempts } from './verify-attempts.js';

let app: TestApp;
let examiner: Client;
let attempts: string[];
beforeAll(async () => {
  app = await testApp();
  examiner = await app.signIn('examiner');
  await importQuiz(app, exampleQuiz());
  attempts = [await sat(), await sat()].sort();
});
afterAll(() => app.close());

/** An attempt with every question answered, some of them wrong. */
async function sat(): Promise<string> {
  const client = await app.signIn((await newLearner(app)).email, password);
  const { id, questions } = (await client.post(`/api/quizzes/${quiz}/attempts`)).body as {
    id: string;
    questions: Asked[];
  };
  for (const [at, question] of questions.entries()) {
    await client.put(`/api/attempts/${id}/responses/${question.id}`, {
      rev: 0,
      response: answerTo(question, at % 2 === 0),
    });
  }
  await client.post(`/api/attempts/${id}/submission`);
  return id;
}
const exported = async (id: string): Promise<string> =>
  (await examiner.get<string>(`/api/examiners/attempts/${id}/events.ndjson`)).text;
const eventsIn = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ChainedEvent);
const firstBroken = (events: ChainedEvent[]) => {
  const chain = new EventChain();
  return events.map((event) => chain.next(event)).find((broken) => broken !== undefined);
};
/** What happens if somebody with all rights on the database changes something, and is found out before it stays. */
async function afterTampering(sql: string, ...parameters: unknown[]) {
  await app.db.transaction(async (tx) => {
    await tx.rows('SET LOCAL session_replication_role = replica');
    await tx.rows(sql, parameters);
  });
  return app.get(VerifyAttempts).execute();
}

describe('the log of an attempt', () => {
  it('is exported for examiners, and follows itself from the first event to the last', async () => {
    const events = eventsIn(await exported(attempts[0]!));
    expect(events.map(({ kind }) => kind)).toEqual([
      'attempt.started',
      ...Array.from({ length: 4 }, () => 'response.saved'),
      'attempt.submitted',
      'attempt.graded',
    ]);
    expect(firstBroken(events)).toBeUndefined();
    expect((await examiner.get(`/api/examiners/attempts/${crypto.randomUUID()}/events.ndjson`)).status).toBe(404);
  });

  it.each<[string, (events: ChainedEvent[]) => ChainedEvent[], number, string]>([
    ['a changed answer', (all) => all.map((each) => (each.seq === 3 ? { ...each, data: '{}' } : each)), 3, 'changed'],
    ['a moved instant', (all) => all.map((each) => (each.seq === 2 ? { ...each, at: '1' } : each)), 2, 'changed'],
    ['a missing event', (all) => all.filter(({ seq }) => seq !== 4), 5, 'event 4 is missing'],
    ['a swapped order', (all) => [all[0]!, all[2]!, all[1]!, ...all.slice(3)], 3, 'event 2 is missing'],
    [
      'a forged hash',
      (all) => all.map((each) => (each.seq === 5 ? { ...each, hash: 'f'.repeat(64) } : each)),
      5,
      'changed',
    ],
    ['a cut beginning', (all) => all.slice(1), 2, 'event 1 is missing'],
  ])('shows %s at its first bad row', async (_, harm, seq, why) => {
    expect(firstBroken(harm(eventsIn(await exported(attempts[0]!))))).toMatchObject({
      seq,
      why: expect.stringContaining(why),
    });
  });

  it('is checked by a command that needs the exported file alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glabella-log-'));
    const text = await exported(attempts[0]!);
    const run = async (content: string) => {
      const file = join(folder, 'log.ndjson');
      await writeFile(file, content);
      return new Promise<[number, string]>((done) =>
        execFile(process.execPath, ['dist/src/commands/verify-attempts.js', file], (error, said) =>
          done([error ? Number(error.code) : 0, said]),
        ),
      );
    };
    expect(await run(text)).toEqual([0, '7 events follow each other unchanged.\n']);
    const [code, said] = await run(text.replace('response.saved', 'response.seen'));
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^Broken: line 2, event 2 of attempt .*: its content was changed/),
    ]);
  });
});

describe('verifying all attempts', () => {
  it('follows every log, marks every answer again, and names the first bad row and the wrong marks', async () => {
    expect(await app.get(VerifyAttempts).execute()).toEqual({ events: 14, marks: 8, broken: undefined, wrong: [] });
    const mark = await afterTampering(
      `UPDATE marks SET awarded = possible WHERE attempt_id = $1 AND awarded = 0`,
      attempts[1],
    );
    expect(mark.wrong).toEqual(
      Array.from(
        { length: 2 },
        () => expect.objectContaining({ attemptId: attempts[1], stored: 1, marked: 0 }) as object,
      ),
    );
    const { broken } = await afterTampering(
      `UPDATE attempt_events SET data = data || '{"response": {"value": true}}' WHERE attempt_id = $1 AND seq IN (3, 5)`,
      attempts[1],
    );
    expect(broken).toEqual({ attemptId: attempts[1], seq: 3, why: 'its content was changed after it was written' });
  });
});
