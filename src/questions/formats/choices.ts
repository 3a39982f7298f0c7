import { exact } from '../marking/decimal.js';
import { named } from './names.js';
import { shareOf } from './numbers.js';
import { refuse } from './refusals.js';
import type { Notes } from './read-item.js';

/** An answer with the percentage of the marks that its file gives it. */
export interface Weighed {
  text: string;
  percent: string;
  id?: string;
}

const near = (percent: string, wanted: number): boolean => exact(percent).minus(wanted).abs().lte('0.01');

/** One option is right; others may earn a part. @throws ItemRefused */
export function singleOf(options: Weighed[], notes: Notes) {
  const right = options.filter(({ percent }) => near(percent, 100)).length;
  if (right !== 1) refuse(`${right === 0 ? 'No option is' : `${right} options are`} right; exactly one must be.`);
  return {
    type: 'single',
    options: named('o', options).map(({ id, text, percent }) => {
      if (near(percent, 100)) return { id, text, correct: true };
      const credit = shareOf(percent, notes);
      return credit === '0' ? { id, text } : { id, text, credit };
    }),
  };
}

/**
 * Several options are right. Each earns the same, and each wrong one takes the same back, so that all wrong ones take
 * all: no other way of scoring by option is known here.
 * @throws ItemRefused
 */
export function multipleOf(options: Weighed[]) {
  const right = options.filter(({ percent }) => exact(percent).gt(0));
  const wrong = options.filter(({ percent }) => !exact(percent).gt(0));
  if (right.length === 0) refuse('No option is right.');
  if (wrong.length === 0) refuse('Every option is right.');
  if (!right.every(({ percent }) => near(percent, 100 / right.length)))
    refuse('The right options do not earn the same share each.');
  if (wrong.every(({ percent }) => near(percent, 0)))
    refuse('Wrong options take nothing back: who chooses everything would earn all marks.');
  if (!wrong.every(({ percent }) => near(percent, -100 / wrong.length)))
    refuse('The wrong options do not take back the same share each, all marks together.');
  return { ...everyOption(options), scoring: 'perOption' };
}

/** Several options are right; all of them and no other earn the marks. */
export const everyOption = (options: Weighed[]) => ({
  type: 'multiple',
  options: named('o', options).map(({ id, text, percent }) => ({
    id,
    text,
    ...(exact(percent).gt(0) && { correct: true }),
  })),
});

/** Answers to be typed. `*` stands for any other. @throws ItemRefused for patterns */
export const acceptedOf = (answers: Weighed[], notes: Notes) =>
  answers.map(({ text, percent }) => {
    if (text !== '*' && /(?<!\\)\*/.test(text))
      refuse(`The answer “${text}” holds a wildcard: answers are compared as a whole.`);
    const credit = shareOf(near(percent, 100) ? '100' : percent, notes);
    return { text: text.replaceAll('\\*', '*'), ...(credit !== '1' && { credit }) };
  });
