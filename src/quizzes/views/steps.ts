import type { CandidateQuestion } from '../paper/candidate-question.js';

/** What is looked at together: one question, or a case with all its questions. */
export interface Step {
  questions: CandidateQuestion[];
  /** Position of its first question in the paper, from 1. */
  first: number;
  case?: NonNullable<CandidateQuestion['case']>;
}

/** A paper step by step; the questions of a case stand together in it already. */
export function stepsOf(questions: CandidateQuestion[]): Step[] {
  const steps: Step[] = [];
  questions.forEach((question, at) => {
    const last = steps.at(-1);
    if (question.case && last?.case?.id === question.case.id) last.questions.push(question);
    else steps.push({ questions: [question], first: at + 1, ...(question.case && { case: question.case }) });
  });
  return steps;
}

/** "Question 3 of 8", "Questions 3 to 5 of 8". */
export function stepName({ questions, first }: Step, total: number): string {
  const last = first + questions.length - 1;
  return last === first ? `Question ${first} of ${total}` : `Questions ${first} to ${last} of ${total}`;
}
