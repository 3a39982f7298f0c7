import { acceptedOf, multipleOf, singleOf } from '../choices.js';
import { plainText, textIn } from '../html/plain-text.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { pairedOf } from '../moodle/arranged.js';
import { wholeRubric } from '../moodle/examined.js';
import { numberDraft } from './gift-number.js';
import { type GiftAnswer, giftAnswers } from './gift-answers.js';
import { indexOfPlain, splitPlain, unescaped } from './gift-text.js';

/** A question in GIFT, without its title. @throws ItemRefused */
export function giftDraft(written: string, notes: Notes): Draft {
  const opened = indexOfPlain(written, '{');
  if (opened < 0) return refuse('It is a text without a question.');
  const closed = indexOfPlain(written, '}', opened);
  if (closed < 0) return refuse('The brace { is not closed.');
  if (indexOfPlain(written, '{', closed) >= 0) return refuse('It has answers in two places.');
  const [, format, before = ''] = /^\s*(?:\[(html|markdown|plain|moodle)\])?([\s\S]*)$/.exec(written.slice(0, opened))!;
  const after = written.slice(closed + 1).trim();
  const question = after === '' ? before : `${before.trimEnd()} _____ ${after}`;
  // Without a format it is HTML only where tags stand in it.
  const read = (text: string): string => {
    const plain = unescaped(text).trim();
    return format || !/<\/?[a-z]/i.test(plain) ? textIn(format ?? 'plain', plain, notes) : plainText(plain, notes);
  };
  const { answers, feedback } = split(written.slice(opened + 1, closed));
  const own = answersDraft(answers, read, notes);
  const said = [read(feedback), own.feedback].filter(Boolean).join('\n');
  return { text: read(question), ...own, ...(said && { feedback: said }) } as Draft;
}

/** `####` begins what is said to every answer. */
function split(text: string): { answers: string; feedback: string } {
  const at = indexOfPlain(text, '####');
  return at < 0
    ? { answers: text.trim(), feedback: '' }
    : { answers: text.slice(0, at).trim(), feedback: text.slice(at + 4) };
}

function answersDraft(text: string, read: (text: string) => string, notes: Notes): Partial<Draft> {
  if (text === '') return { type: 'essay', rubric: wholeRubric(1, '', notes) };
  const truth = /^(T|TRUE|F|FALSE)(?=\s*(#|$))/i.exec(text)?.[1];
  if (truth) {
    const said = splitPlain(text, '#').slice(1).map(read).filter(Boolean);
    return { type: 'trueFalse', answer: /^t/i.test(truth), ...(said.length > 0 && { feedback: said.join('\n') }) };
  }
  if (text.startsWith('#')) return numberDraft(text.slice(1), read);
  const answers = giftAnswers(text, read);
  return { ...typed(answers, notes), ...saidOf(answers) };
}

function typed(answers: GiftAnswer[], notes: Notes): Partial<Draft> {
  if (answers.every(({ match }) => match !== undefined))
    return pairedOf(answers.map(({ text, match }) => ({ text, answer: match! })));
  if (answers.some(({ match }) => match !== undefined)) return refuse('Some answers are pairs and others are not.');
  if (answers.every(({ sign }) => sign === '=')) return { type: 'shortAnswer', accept: acceptedOf(answers, notes) };
  return answers.some(({ sign }) => sign === '=') ? singleOf(answers, notes) : multipleOf(answers);
}

const saidOf = (answers: GiftAnswer[]): { feedback?: string } => {
  const said = answers.filter(({ feedback }) => feedback !== '').map(({ text, feedback }) => `${text}: ${feedback}`);
  return said.length > 0 ? { feedback: said.join('\n') } : {};
};
