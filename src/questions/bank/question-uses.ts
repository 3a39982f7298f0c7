import type { Tx } from '../../database/index.js';

/** How many papers of one quiz held a question of late. */
export interface QuestionUse {
  questionId: string;
  /** `course.quiz` */
  quiz: string;
  title: string;
  drawn: number;
  /** All papers of the quiz in that time. */
  papers: number;
  /** The share of papers, in percent, above which it is drawn only if nothing else fits. */
  cap: number | null;
}

/** Keeps what the quizzes counted, in place of what they counted before. */
export async function putUses(tx: Tx, uses: QuestionUse[]): Promise<void> {
  await tx.rows('DELETE FROM question_uses');
  await tx.rows(
    `INSERT INTO question_uses (question_id, quiz, title, drawn, papers, cap)
     SELECT u."questionId", u.quiz, u.title, u.drawn, u.papers, u.cap
     FROM jsonb_to_recordset($1) AS u ("questionId" uuid, quiz text, title text, drawn integer, papers integer, cap integer)`,
    [JSON.stringify(uses)],
  );
}
