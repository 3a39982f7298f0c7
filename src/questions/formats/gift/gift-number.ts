import { exact } from '../../marking/decimal.js';
import { decimalOf, written } from '../numbers.js';
import type { Draft } from '../read-item.js';
import { refuse } from '../refusals.js';
import { indexOfPlain, splitPlain } from './gift-text.js';

/** `#3:0.5`, `#2.5..3.5`, or one right number with `=`. @throws ItemRefused for several numbers or a part of the marks */
export function numberDraft(text: string, read: (text: string) => string): Partial<Draft> {
  const answers = splitPlain(text.trim(), '=').filter((each) => each.trim() !== '');
  const [only = ''] = answers;
  if (answers.length !== 1 || indexOfPlain(only, '~') >= 0)
    return refuse('It has several numbers for an answer; exactly one must be right.');
  const [number = '', ...said] = splitPlain(only, '#');
  const share = /^\s*%(-?[\d.]+)%/.exec(number);
  if (share && !exact(decimalOf(share[1]!, 'The percentage')).eq(100))
    return refuse('Its number does not earn all marks.');
  const feedback = read(said.join(' '));
  return { type: 'numeric', ...rangeOf(number.slice(share?.[0].length ?? 0).trim()), ...(feedback && { feedback }) };
}

function rangeOf(text: string) {
  const ends = /^(.+?)\.\.(.+)$/.exec(text);
  if (!ends) {
    const [answer = '', by = '0', ...more] = text.split(':');
    if (more.length > 0) return refuse(`The number “${text}” cannot be read.`);
    return {
      answer: decimalOf(answer, 'The answer'),
      tolerance: { kind: 'absolute', by: decimalOf(by, 'The tolerance') },
    };
  }
  const from = decimalOf(ends[1]!, 'The lowest number');
  const to = decimalOf(ends[2]!, 'The highest number');
  if (exact(from).gt(to)) return refuse('The range ends before it begins.');
  return { answer: written(exact(from).plus(to).div(2).toDecimalPlaces(6)), tolerance: { kind: 'range', from, to } };
}
