import type { Tx } from '../../../database/index.js';
import { type StoredBody, type StoredKey, type TypeName, guessOf } from '../../../questions/index.js';
import { type Analysis, type Findings, noFindings, type Which } from '../analysis.js';
import { Moments } from '../statistics/moments.js';
import { itemWeights, paperStatistics } from '../statistics/paper-statistics.js';
import { countAttempts } from './counted-attempts.js';
import { ItemReader, type ItemSoFar, type MarkRow, varianceOf } from './item-reader.js';

/** Reads every mark of a quiz once, item after item, and says what they tell. */
export async function readAnalysis(tx: Tx, quizId: string, which: Which): Promise<Analysis> {
  const attempts = await countAttempts(tx, quizId, which);
  const items: ItemSoFar[] = [];
  const all = new Moments();
  const reader = new ItemReader(attempts.totals, attempts.random);
  const dichotomy = new Dichotomy();
  let last: MarkRow | undefined;
  for await (const rows of tx.stream<MarkRow>(marksByItem)) {
    for (const row of rows) {
      if (last && (last.questionId !== row.questionId || last.part !== row.part)) items.push(reader.take(last));
      reader.add(row);
      all.add(row.awarded);
      dichotomy.add(row);
      last = row;
    }
  }
  if (last) items.push(reader.take(last));
  const places = { marks: all.n, variance: all.variance, dichotomous: dichotomy.holds };
  const summary = paperStatistics(attempts, items, places);
  const weights = itemWeights(summary, varianceOf(attempts.totals), items);
  const guesses = await guessScores(tx, items);
  return {
    summary: { ...summary, findings: sumOf(items) },
    items: items.map((item, index) => ({
      ...item,
      ...weights[index]!,
      guess: guesses[index]!,
      exposure: (100 * item.n) / summary.attempts,
    })),
  };
}

const marksByItem = `
  SELECT a.n, v.question_id AS "questionId", coalesce(m.part, '') AS part, v.id AS "versionId",
    m.awarded::float8, m.possible::float8, to_json(m.chosen)::text AS chosen, m.finding, m.critical IS NOT NULL AS critical
  FROM counted_attempts a JOIN current_marks m ON m.attempt_id = a.id
  JOIN question_versions v ON v.id = m.question_version_id
  WHERE m.possible > 0
  ORDER BY v.question_id, coalesce(m.part, ''), a.n`;

/** Whether every mark was none or all, and all items weigh the same. */
class Dichotomy {
  holds = true;
  private possible: number | undefined;

  add(row: MarkRow): void {
    this.possible ??= row.possible;
    if (row.possible !== this.possible || (row.awarded !== 0 && row.awarded !== row.possible)) this.holds = false;
  }
}

/** What blind guessing earns on each item, percent, by the version that was met last. */
async function guessScores(tx: Tx, items: ItemSoFar[]): Promise<(number | null)[]> {
  const versions = await tx.rows<{ questionId: string; type: TypeName | 'vignette'; body: StoredBody; key: StoredKey }>(
    `SELECT DISTINCT ON (question_id) question_id AS "questionId", type, body, key FROM question_versions
     WHERE id = ANY ($1::uuid[]) ORDER BY question_id, number DESC`,
    [items.flatMap((item) => item.versions.map(({ versionId }) => versionId))],
  );
  const byQuestion = new Map(versions.map((version) => [version.questionId, version]));
  return items.map(({ questionId, part }) => {
    const share = guessOf(byQuestion.get(questionId)!, part || undefined);
    return share === null ? null : share * 100;
  });
}

function sumOf(items: ItemSoFar[]): Findings {
  const sum = noFindings();
  for (const { findings } of items) {
    for (const kind of Object.keys(sum) as (keyof Findings)[]) sum[kind] += findings[kind];
  }
  return sum;
}
