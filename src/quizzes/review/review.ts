import type { ReviewPart } from '../attempts/attempt.js';
import type { AttemptWithPaper, Graded } from '../attempts/attempt.queries.js';
import { percent, type Tally } from '../marking/score.js';
import { type CandidateQuestion, candidateQuestions } from '../paper/candidate-question.js';
import { type Answer, questionType } from '../types/index.js';
import { weakTopics } from './weak-topics.js';

export interface ReviewedQuestion extends Omit<CandidateQuestion, 'rev' | 'savedAt' | 'marks'> {
  /** Part `marks`. */
  marks?: Tally;
  /** Part `answers`. */
  isRight?: boolean;
  answer?: Answer;
  /** Part `feedback`. */
  feedback?: string;
  source?: string;
}

/** What a learner may see of a finished attempt. A part that the policy does not name is not there. */
export interface Review {
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
  const byQuestion = shows('marks') || shows('answers') || shows('feedback');
  return {
    passPercent,
    ...(shows('score') && {
      passed: attempt.passed === true,
      score: percent(total),
      weakTopics: weakTopics(attempt.paper, graded, passPercent),
    }),
    ...(shows('marks') && { marks: total }),
    ...(byQuestion && {
      questions: candidateQuestions(attempt).map((each, at) => reviewed(each, at, attempt, graded)),
    }),
  };
}

/** Right answers and their reasons are for those who passed: before, they would answer the next attempt. */
const partsOf = ({ passed, settings }: AttemptWithPaper): ReviewPart[] =>
  settings.review.after.filter((part) => passed === true || part === 'score' || part === 'marks');

function reviewed(asked: CandidateQuestion, at: number, attempt: AttemptWithPaper, graded: Graded): ReviewedQuestion {
  const { id, type, text, options, unit, response, marks: possible } = asked;
  const { versionId, slots } = attempt.paper[at]!;
  const parts = partsOf(attempt);
  const shows = (part: ReviewPart) => parts.includes(part);
  const awarded = graded.marks[id]!;
  const { right, feedback, source } = graded.keys[versionId]!;
  return {
    ...{ id, type, text, ...(options && { options }), ...(unit && { unit }), response },
    ...(shows('marks') && { marks: { awarded, possible } }),
    ...(shows('answers') && { isRight: awarded === possible, answer: questionType(type).reveal(right, slots) }),
    ...(shows('feedback') && { feedback, source }),
  };
}
