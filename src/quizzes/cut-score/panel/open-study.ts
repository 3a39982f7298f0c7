import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, type Tx } from '../../../database/index.js';
import { bodiesOf, drawable } from '../../../questions/index.js';
import { newId } from '../../../shared/index.js';
import { fits } from '../../paper/choose-questions.js';
import { type Quiz, QuizQueries } from '../../quiz.queries.js';
import { noSuchQuiz } from '../../quizzes.errors.js';
import { nothingToRate, studyOpen } from '../cut-score.errors.js';

export interface NewStudy {
  quiz: string;
  /** Whom the judges think of: who is just competent. */
  candidate: string;
  /** From the second round on, judges see how many got each item right. */
  showsFacility: boolean;
  personId: string;
}

/** Begins a study of all items that a quiz may draw today, in the versions of today. */
@Injectable()
export class OpenStudy {
  constructor(
    private readonly db: Database,
    private readonly quizzes: QuizQueries,
  ) {}

  /** @returns the study's id */
  async execute({ quiz: name, candidate, showsFacility, personId }: NewStudy): Promise<string> {
    const quiz = await this.quizzes.find(name);
    if (!quiz) throw noSuchQuiz();
    return this.db.transaction(async (tx) => {
      const items = await itemsOf(tx, quiz);
      if (items.length === 0) throw nothingToRate();
      const id = newId();
      await tx
        .rows(
          `WITH study AS (
             INSERT INTO cut_studies (id, quiz_id, candidate, shows_facility, opened_by) VALUES ($1, $2, $3, $4, $5)
           )
           INSERT INTO cut_study_items (study_id, question_id, part, position, question_version_id, marks, difficulty)
           SELECT $1, i."questionId", i.part, i.position, i."versionId", i.marks, i.difficulty
           FROM jsonb_to_recordset($6) AS i ("questionId" uuid, part text, position integer, "versionId" uuid,
             marks integer, difficulty text)`,
          [id, quiz.id, candidate, showsFacility, personId, JSON.stringify(items)],
        )
        .catch((error: unknown) => {
          throw isUniqueViolation(error, 'uq_cut_studies_open') ? studyOpen() : error;
        });
      return id;
    });
  }
}

/** What judges rate: each question, and each question of a case. */
async function itemsOf(tx: Tx, { blueprint }: Quiz) {
  const pool = await drawable(tx, [...new Set(blueprint.map((section) => section.pool))]);
  const bodies = await bodiesOf(
    tx,
    pool.map(({ versionId }) => versionId),
  );
  return pool
    .filter((question) => blueprint.some((section) => fits(question, section)))
    .sort((a, b) => (`${a.topic}/${a.slug}` < `${b.topic}/${b.slug}` ? -1 : 1))
    .flatMap(({ questionId, versionId, difficulty, marks }) =>
      (bodies[versionId]!.parts ?? [{ id: '', marks }]).map((part) => ({
        ...{ questionId, versionId, difficulty },
        part: part.id,
        marks: part.marks,
      })),
    )
    .map((item, position) => ({ ...item, position }));
}
