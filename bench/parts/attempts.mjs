import { inParallel, request } from '../support/client.mjs';
import { spent } from '../support/cpu.mjs';
import { medians, percentile } from '../support/figures.mjs';
import { connections } from '../support/load.mjs';
import { enroll, makeLearners } from '../support/people.mjs';

const questions = 10;

/** Whole attempts: start, one save per question, submission, result. Each learner makes one, eight at a time. */
export async function measureAttempts({ sql, product, postgres, rounds, learners: count = 80 }) {
  const { rows } = await sql.query(
    `UPDATE quizzes q SET blueprint = jsonb_set(blueprint, '{0,count}', $1::text::jsonb) FROM courses c
     WHERE c.id = q.course_id AND c.slug = 'foundations' RETURNING c.slug || '.' || q.slug AS name`,
    [questions],
  );
  const quiz = rows[0];
  const learners = await makeLearners(sql, 24 + rounds * count);
  await enroll(sql, learners);
  await inParallel(connections, learners.splice(0, 24), (learner) => attempt(product.url, quiz.name, learner));
  const seen = [];
  for (let at = 0; at < rounds; at++) {
    const work = () =>
      inParallel(connections, learners.splice(0, count), (learner) => attempt(product.url, quiz.name, learner));
    const { result, elapsed, app, postgres: database } = await spent(product.pid, postgres.pid, work);
    seen.push({
      rate: (count / elapsed) * 1000,
      p99: percentile(result, 0.99),
      app: app / count,
      postgres: database / count,
      cpu: (app + database) / count,
    });
  }
  return { name: `quiz attempt, ${questions} questions`, requests: questions + 3, ...medians(seen) };
}

/** @returns how long it took, in ms */
async function attempt(url, quiz, { cookie }) {
  const began = performance.now();
  const headers = { cookie };
  const started = await request(`${url}/api/quizzes/${quiz}/attempts`, { method: 'POST', headers });
  const { id, questions } = started.body;
  for (const question of questions) {
    const json = { rev: 0, response: answerTo(question) };
    await request(`${url}/api/attempts/${id}/responses/${question.id}`, { method: 'PUT', headers, json });
  }
  await request(`${url}/api/attempts/${id}/submission`, { method: 'POST', headers });
  await request(`${url}/api/attempts/${id}/result`, { headers });
  return performance.now() - began;
}

const answerTo = ({ type, options }) =>
  ({
    single: () => ({ option: options[0].id }),
    multiple: () => ({ options: [options[0].id] }),
    trueFalse: () => ({ value: true }),
    numeric: () => ({ value: '2.5' }),
  })[type]();
