import type { Tx } from '../../../database/index.js';
import { guessOf, type StoredBody, type StoredKey, type TypeName } from '../../../questions/index.js';
import { type Analysis, type AnalysedItem, type Findings, noFindings, type Which } from '../analysis.js';
import { momentsOf } from '../statistics/moments.js';
import { itemWeights, paperStatistics } from '../statistics/paper-statistics.js';
import { countAttempts, readMarks } from './counted-attempts.js';
import { type GatheredItem, Sheet } from './sheet.js';

/** As many at once: no statement is long, whatever the number of attempts. */
const atOnce = 500;

/** Reads every mark of a quiz once, and says what they tell. */
export async function readAnalysis(tx: Tx, quizId: string, which: Which): Promise<Analysis> {
  const attempts = await countAttempts(tx, quizId, which);
  const sheet = new Sheet(attempts);
  for (let from = 0; from < attempts.count; from += atOnce) {
    for (const columns of await readMarks(tx, from, from + atOnce)) sheet.add(columns);
  }
  const gathered = sheet.gathered();
  const { paper } = sheet;
  const statistics = gathered.map((item) => item.statistics);
  const summary = paperStatistics(paper, statistics, sheet.places);
  const weights = itemWeights(summary, momentsOf(paper.totals).variance ?? 0, statistics);
  const guesses = await guessScores(tx, gathered);
  const items = gathered.map(({ columns, choices }, index): AnalysedItem => {
    const { questionId, part, findings, versions } = columns;
    const figures = { ...statistics[index]!, ...weights[index]! };
    const exposure = (100 * columns.size) / attempts.count;
    return { questionId, part, ...figures, guess: guesses[index]!, exposure, findings, choices, versions };
  });
  return { summary: { ...summary, findings: sumOf(items) }, items };
}

/** What blind guessing earns on each item, percent, by the latest version that was met. */
async function guessScores(tx: Tx, items: GatheredItem[]): Promise<(number | null)[]> {
  const versions = await tx.rows<{ questionId: string; type: TypeName | 'vignette'; body: StoredBody; key: StoredKey }>(
    `SELECT DISTINCT ON (question_id) question_id AS "questionId", type, body, key FROM question_versions
     WHERE id = ANY ($1::uuid[]) ORDER BY question_id, number DESC`,
    [items.flatMap(({ columns }) => columns.versions.map(({ versionId }) => versionId))],
  );
  const byQuestion = new Map(versions.map((version) => [version.questionId, version]));
  return items.map(({ columns: { questionId, part } }) => {
    const share = guessOf(byQuestion.get(questionId)!, part || undefined);
    return share === null ? null : share * 100;
  });
}

function sumOf(items: AnalysedItem[]): Findings {
  const sum = noFindings();
  for (const { findings } of items) {
    for (const kind of Object.keys(sum) as (keyof Findings)[]) sum[kind] += findings[kind];
  }
  return sum;
}
