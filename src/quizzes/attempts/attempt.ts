import type { ReviewPolicy } from '../../courses/index.js';
import type { Paper, PaperQuestion } from '../paper/paper.js';
import { noSuchQuestion } from '../quizzes.errors.js';
import { isOver, type Pauses } from './time-left.js';

export type AttemptStatus = 'live' | 'submitted' | 'expired' | 'ended';
export type QuizKind = 'quiz' | 'exam' | 'practice';

/** The rules of one attempt, as they were when it began. */
export interface Settings {
  passPercent: number;
  minutes: number | null;
  /** Attempts from before exams say neither. */
  kind?: QuizKind;
  language?: string;
  /** What the learner may see, by moment; older attempts name the one after the end alone. */
  review: Pick<ReviewPolicy, 'after'> & Partial<ReviewPolicy>;
}

/** An attempt as its verbs know it. */
export interface Attempt extends Pauses {
  id: string;
  personId: string;
  enrollmentId: string;
  quizId: string;
  quizSlug: string;
  courseSlug: string;
  status: AttemptStatus;
  paper: Paper;
  settings: Settings;
  /** The marks that pass, fixed when the paper was drawn. */
  cut: number;
  deadlineAt: Date | null;
  leaseToken: string;
}

/** Nobody finished it, and its time is over. */
export const isOverdue = (attempt: Pauses & Pick<Attempt, 'status' | 'deadlineAt'>, now: Date): boolean =>
  attempt.status === 'live' && isOver(attempt, now);

/** @throws not_found when the paper has no such question */
export function questionOf({ paper }: Pick<Attempt, 'paper'>, id: string): PaperQuestion {
  const question = paper.find((each) => each.id === id);
  if (!question) throw noSuchQuestion();
  return question;
}
