import type { ReviewPolicy } from '../../courses/index.js';
import type { Paper, PaperQuestion } from '../paper/paper.js';
import { noSuchQuestion } from '../quizzes.errors.js';

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
export interface Attempt {
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

/** For transport: an answer sent in time may arrive this much later. Not shown to anyone. */
export const graceSeconds = 10;

type Timed = Pick<Attempt, 'status' | 'deadlineAt'>;

/** Whether the time for answers is over, grace included. `now` is the database's. */
export const isOver = ({ deadlineAt }: Pick<Attempt, 'deadlineAt'>, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime() + graceSeconds * 1000;

/** Nobody finished it, and its time is over. */
export const isOverdue = (attempt: Timed, now: Date): boolean => attempt.status === 'live' && isOver(attempt, now);

/** @throws not_found when the paper has no such question */
export function questionOf({ paper }: Pick<Attempt, 'paper'>, id: string): PaperQuestion {
  const question = paper.find((each) => each.id === id);
  if (!question) throw noSuchQuestion();
  return question;
}
