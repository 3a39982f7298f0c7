import type { CandidateQuestion } from '../paper/candidate-question.js';
import { stepName, stepsOf } from './steps.js';

const question = (id: string, of?: string): CandidateQuestion => ({
  ...{ id, type: 'single', text: '?', marks: 1, flagged: false, rev: 0, response: null, savedAt: null },
  ...(of !== undefined && { case: { id: of, text: `Case ${of}` } }),
});

describe('the steps of a paper', () => {
  it('keep the questions of a case together, and every other question by itself', () => {
    const paper = [question('1'), question('2', 'a'), question('3', 'a'), question('4', 'b'), question('5')];
    const steps = stepsOf(paper);
    expect(steps.map(({ questions }) => questions.map(({ id }) => id).join())).toEqual(['1', '2,3', '4', '5']);
    expect(steps.map((step) => stepName(step, 5))).toEqual([
      'Question 1 of 5',
      'Questions 2 to 3 of 5',
      'Question 4 of 5',
      'Question 5 of 5',
    ]);
    expect(steps.map((step) => step.case?.text)).toEqual([undefined, 'Case a', 'Case b', undefined]);
  });
});
