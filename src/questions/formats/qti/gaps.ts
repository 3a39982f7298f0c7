import { exact } from '../../marking/decimal.js';
import { acceptedOf, singleOf } from '../choices.js';
import { decimalOf, marksOf } from '../numbers.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { declaredFor, labelled } from './arranged.js';
import type { Asking } from './asking.js';
import type { Declared } from './response.js';

/** One box to type in: a number or words. */
export function entryDraft(asking: Asking): Partial<Draft> {
  const declared = declaredFor(asking);
  if (isNumber(declared)) return { type: 'numeric', ...numberOf(declared, asking) };
  return {
    type: 'shortAnswer',
    ...wordsOf(declared, asking),
    ...(asking.term?.by === 'map' && { marks: mostOf(declared) }),
  };
}

/** Several boxes and lists in one text. Each is a gap with its own weight. */
export function clozeDraft(askings: Asking[]): Partial<Draft> {
  const gaps = askings.map((asking, at) => gapOf(asking, `g${at + 1}`));
  return { type: 'cloze', gaps, marks: gaps.reduce((sum, { weight }) => sum + weight, 0) };
}

function gapOf(asking: Asking, id: string): { id: string; weight: number } {
  const declared = declaredFor(asking);
  const weight = marksOf(asking.term?.by === 'map' ? String(mostOf(declared)) : (asking.term?.worth ?? '1'));
  return { id, weight, ...gapAnswer(declared, asking) };
}

function gapAnswer(declared: Declared, asking: Asking): object {
  if (asking.interaction.name === 'textEntryInteraction')
    return isNumber(declared)
      ? { kind: 'number', ...numberOf(declared, asking) }
      : { kind: 'text', ...wordsOf(declared, asking) };
  if (asking.term?.by !== 'match') return refuse('A list in the text is not marked as a whole.');
  const options = labelled(asking.interaction, 'inlineChoice', asking.notes);
  const weighed = options.map(({ key, text }) => ({ text, percent: declared.correct.includes(key) ? '100' : '0' }));
  return { kind: 'choice', options: singleOf(weighed, asking.notes).options };
}

const isNumber = ({ baseType }: Declared): boolean => baseType === 'float' || baseType === 'integer';

function numberOf({ correct }: Declared, { term }: Asking) {
  if (term?.by !== 'match' && term?.by !== 'equal') return refuse('Its numbers earn parts of the marks.');
  if (correct.length !== 1) return refuse(`It has ${correct.length} numbers for an answer; exactly one must be right.`);
  const answer = decimalOf(correct[0]!, 'The answer');
  return { answer, tolerance: term.tolerance?.(answer) ?? { kind: 'absolute', by: '0' } };
}

function wordsOf(declared: Declared, { term, notes }: Asking) {
  if (term?.by === 'match') {
    // Words are compared letter by letter there.
    return { accept: declared.correct.map((text) => ({ text })), caseSensitive: true };
  }
  if (term?.by !== 'map' || !declared.mapping) return refuse('Nothing says how it is marked.');
  return mappedWords(declared, notes);
}

function mappedWords({ mapping }: Declared, notes: Notes) {
  const { entries, otherwise } = mapping!;
  const cases = new Set(entries.map(({ caseSensitive }) => caseSensitive));
  if (cases.size > 1) return refuse('Some of its answers regard capitals and others do not.');
  const best = entries.reduce((most, { value }) => (exact(value).gt(most) ? exact(value) : most), exact('0'));
  if (!best.gt(0)) return refuse('No answer is right.');
  const percent = (value: string): string => exact(value).div(best).times(100).toDecimalPlaces(4).toFixed();
  const accept = acceptedOf(
    entries.map(({ key, value }) => ({ text: key, percent: percent(value) })),
    notes,
  );
  if (exact(otherwise).isNegative()) return refuse('Other answers take marks away; that is not done here.');
  const rest = exact(otherwise).isZero() ? [] : acceptedOf([{ text: '*', percent: percent(otherwise) }], notes);
  return { accept: [...accept, ...rest], ...(cases.has(true) && { caseSensitive: true }) };
}

const mostOf = ({ mapping }: Declared): number =>
  marksOf((mapping?.entries ?? []).reduce((most, { value }) => (exact(value).gt(most) ? value : most), '0'));
