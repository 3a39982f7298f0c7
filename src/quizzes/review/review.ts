import type { ReviewPart } from '../../courses/index.js';
import { type Answer, type AskedQuestion, keyOf, questionType, type StoredKey } from '../../questions/index.js';
import { markQuestion } from '../marking/mark-question.js';
import type { AttemptWithPaper, Graded } from '../attempts/attempt.queries.js';
import { percent, type Tally } from '../marking/score.js';
import { type CandidateQuestion, candidateQuestions } from '../paper/candidate-question.js';
import { posed } from '../paper/posed.js';
import { weakTopics } from './weak-topics.js';

export interface ReviewedQuestion extends AskedQuestion {
  response: Record<string, unknown> | null;
  case?: CandidateQuestion['case'];
  /** Part `marks`. */
  marks?: Tally;
  /** Part `marks`: why an examiner gave them. */
  comments?: string[];
  /** Part `answers`. */
  isRight?: boolean;
  answer?: Answer;
  /** Part `feedback`. */
  feedback?: string;
  source?: string;
}

/** What a learner may see of a finished attempt. A part that the policy does not name is not there. */
export interface Review {
  /** Of this paper's marks; a panel's cut differs from paper to paper. */
  passPercent: number;
  /** Part `score`. */
  passed?: boolean;
  score?: number;
  weakTopics?: string[];
  /** Part `marks`. */
  marks?: Tally;
  /** There if any of `marks`, `answers` and `feedback` is. */
  questions?: ReviewedQuestion[];
}

/** Builds the review part by part from what the policy of the attempt allows. */
export function reviewOf(attempt: AttemptWithPaper, graded: Graded): Review {
  const { passPercent } = attempt.settings;
  const parts = partsOf(attempt);
  const total = { awarded: attempt.awarded ?? 0, possible: attempt.possible };
  const shows = (part: ReviewPart) => parts.includes(part);
  // While an examiner marks, there is no result yet.
  const isGraded = attempt.passed !== null;
  const byQuestion = isGraded && (shows('marks') || shows('answers') || shows('feedback'));
  return {
    passPercent: percent({ awarded: attempt.cut, possible: attempt.possible }),
    ...(isGraded &&
      shows('score') && {
        passed: attempt.passed === true,
        score: percent(total),
        weakTopics: weakTopics(attempt.paper, graded, passPercent),
      }),
    ...(isGraded && shows('marks') && { marks: total }),
    ...(byQuestion && {
      questions: candidateQuestions(attempt).map((each, at) => reviewed(each, at, attempt, graded)),
    }),
  };
}

/**
 * Right answers and their reasons are for those who passed: before, they would answer the next attempt. Once the exam
 * is closed, or the learner certified, there is no next attempt to spoil.
 */
function partsOf({ passed, settings: { review }, isClosed, isCertified }: AttemptWithPaper): ReviewPart[] {
  const after = review.after.filter((part) => passed === true || part === 'score' || part === 'marks');
  const closed = isClosed ? (review.closed ?? []) : [];
  const certified = isCertified ? (review.certified ?? []) : [];
  return [...new Set([...after, ...closed, ...certified])];
}

/** One answer of a practice, checked while the attempt runs. */
export function reviewChecked(attempt: AttemptWithPaper, id: string, key: StoredKey): ReviewedQuestion {
  const at = attempt.paper.findIndex((question) => question.id === id);
  const question = attempt.paper[at]!;
  const asked = candidateQuestions(attempt)[at]!;
  const mark = markQuestion(
    question,
    posed(question, attempt.bodies[question.versionId]!, attempt.settings),
    keyOf(key, question),
    asked.response,
  );
  const keys = { [question.versionId]: key };
  return reviewed(
    asked,
    at,
    attempt,
    { marks: mark ? { [id]: mark.awarded } : {}, keys, comments: {} },
    attempt.settings.review.during,
  );
}

function reviewed(
  asked: CandidateQuestion,
  at: number,
  attempt: AttemptWithPaper,
  graded: Pick<Graded, 'marks' | 'keys' | 'comments'>,
  parts: ReviewPart[] = partsOf(attempt),
): ReviewedQuestion {
  const { marks: possible } = asked;
  const question = attempt.paper[at]!;
  const shows = (part: ReviewPart) => parts.includes(part);
  const awarded = graded.marks[asked.id];
  const comments = graded.comments[asked.id];
  const { right, feedback, source } = keyOf(graded.keys[question.versionId]!, question);
  const body = attempt.bodies[question.versionId]!;
  const reveal = () => questionType(question.type).reveal(right, posed(question, body, attempt.settings));
  return {
    ...withoutSave(asked),
    ...(shows('marks') && awarded !== undefined && { marks: { awarded, possible } }),
    ...(shows('marks') && comments && { comments }),
    ...(shows('answers') && { isRight: awarded === possible, answer: reveal() }),
    ...(shows('feedback') && { feedback, source }),
  };
}

/** A question as it was asked and answered, without what saving it needed. */
function withoutSave(asked: CandidateQuestion): AskedQuestion & Pick<ReviewedQuestion, 'response'> {
  const saving = new Set(['rev', 'savedAt', 'flagged', 'marks']);
  const { id, type, text, response } = asked;
  return {
    ...Object.fromEntries(Object.entries(asked).filter(([part]) => !saving.has(part))),
    ...{ id, type, text, response },
  };
}
