import { keyOf, questionType, type StoredBody, type StoredKey } from '../../src/questions/index.js';
import type { Settings } from '../../src/quizzes/attempts/attempt.js';
import type { PaperQuestion } from '../../src/quizzes/paper/paper.js';
import { posed } from '../../src/quizzes/paper/posed.js';
import type { TestApp } from '../support/index.js';

interface Asked {
  question: PaperQuestion;
  settings: Settings;
  body: StoredBody;
  key: StoredKey;
}

/** What is shown beside an answer and is no part of a response. */
const explaining = new Set(['tolerance', 'zones', 'dangers']);

/** For every question of a running attempt the response that earns all its marks, read from the keys in the database. */
export async function rightResponses(app: TestApp, attemptId: string): Promise<{ id: string; response: object }[]> {
  const asked = await app.db.rows<Asked>(
    `SELECT p.question, a.settings, v.body, v.key FROM attempts a
       CROSS JOIN LATERAL jsonb_array_elements(a.paper) p (question)
       JOIN question_versions v ON v.id = (p.question ->> 'versionId')::uuid WHERE a.id = $1`,
    [attemptId],
  );
  return asked.map(({ question, settings, body, key }) => {
    const type = questionType(question.type);
    const asPosed = posed(question, body, settings);
    const shown = Object.entries(type.reveal(keyOf(key, question).right, asPosed));
    return { id: question.id, response: Object.fromEntries(shown.filter(([name]) => !explaining.has(name))) };
  });
}
