import { notFound } from '../../shared/index.js';
import { bodyOf, type KeyedOption, optionsOf } from '../../questions/index.js';
import { isUuid } from '../attempts/lock-attempt.js';
import type { Which } from './analysis.js';
import type { AnalysedQuiz, AnalysisQueries, ItemRow, VersionRow } from './analysis.queries.js';
import { type Flag, flagsOf } from './flags.js';

/** An item as staff see it. */
export interface ShownItem extends ItemRow {
  /** `question` or, of a case, `question.part`. */
  name: string;
  text: string;
  options: KeyedOption[];
  flags: Flag[];
}

export interface QuizAnalysis {
  quiz: AnalysedQuiz;
  items: ShownItem[];
}

export interface QuestionAnalysis {
  quiz: AnalysedQuiz;
  /** One, or the questions of a case. */
  items: ShownItem[];
  versions: VersionRow[];
}

/** @throws not_found */
export async function quizAnalysis(queries: AnalysisQueries, quizId: string, which: Which): Promise<QuizAnalysis> {
  const quiz = await found(queries, quizId, which);
  return { quiz, items: (await queries.items(quizId, which)).map(shown) };
}

/** @throws not_found also for a question that no counted attempt has met */
export async function questionAnalysis(
  queries: AnalysisQueries,
  quizId: string,
  questionId: string,
  which: Which,
): Promise<QuestionAnalysis> {
  const quiz = await found(queries, quizId, which);
  const items = isUuid(questionId) ? await queries.items(quizId, which, questionId) : [];
  if (items.length === 0) throw notFound('question');
  return { quiz, items: items.map(shown), versions: await queries.versions(questionId) };
}

async function found(queries: AnalysisQueries, quizId: string, which: Which): Promise<AnalysedQuiz> {
  const [quiz] = isUuid(quizId) ? await queries.quizzes(which, quizId) : [];
  if (!quiz) throw notFound('quiz');
  return quiz;
}

function shown(row: ItemRow): ShownItem {
  const part = row.part || undefined;
  const options = optionsOf(row, part);
  return {
    ...row,
    name: part ? `${row.slug}.${part}` : row.slug,
    text: bodyOf(row.body, { part }).text,
    options,
    flags: flagsOf(row, options),
  };
}
