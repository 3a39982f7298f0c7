import { z } from 'zod';
import { authoredQuestion, type PoolOfQuestions } from '../../questions/index.js';
import { words } from '../../shared/index.js';
import { readYamlFile } from './content-file.js';
import type { Place } from './content-files.js';
import type { Problems } from './content-problem.js';
import { entries } from './entries.js';
import { idsUsedTwice } from './quiz-file.js';
import type { QuestionPictures } from './question-pictures.js';

const poolSchema = z.strictObject({ title: words(120), language: z.string().default('en') });
const listSchema = z.array(authoredQuestion).min(1);

/** Reads `pools/<pool>/pool.yaml` and the lists of questions beside it. */
export async function readPools(
  folder: Place,
  pictures: QuestionPictures,
  problems: Problems,
): Promise<PoolOfQuestions[]> {
  const pools: PoolOfQuestions[] = [];
  for (const { slug, file } of await entries(folder, 'pools', '/', problems)) {
    const pool = await readYamlFile(folder, `${file}/pool.yaml`, poolSchema, problems);
    const questions: PoolOfQuestions['questions'] = [];
    for (const list of await entries(folder, file, '.yaml', problems)) {
      if (list.slug === 'pool') continue;
      const read = await readYamlFile(folder, list.file, listSchema, problems);
      if (!read) continue;
      questions.push(
        ...pictures.of(read.data, (at, message) => problems.add(list.file, read.lineOf([at, 'picture']), message)),
      );
      for (const at of idsUsedTwice(questions)) {
        problems.add(list.file, 1, `The question id "${questions[at]!.id}" is used twice in the pool.`);
      }
    }
    if (pool) pools.push({ slug, ...pool.data, questions });
  }
  return pools;
}
