import { exact } from '../../marking/decimal.js';
import type { AuthoredQuestion } from '../../authored.js';
import { aroundOf, exportable, type Exportable, percentOf } from '../exporting/exported.js';
import type { Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { escaped } from './gift-text.js';

/** A question in GIFT; what GIFT cannot say is named in `notes`. @throws ItemRefused for what it has not */
export function writeGift(authored: AuthoredQuestion, notes: Notes): string {
  const question = exportable(authored, notes);
  if (question.marks !== 1) notes.add(`GIFT knows no marks: its ${question.marks} are left out.`);
  const answers = (writers[question.type] ?? unknown)(question, notes);
  const comments = `// [id:${question.id}]\n// glabella: ${JSON.stringify(authored)}\n`;
  return `${comments}::${question.id}::[plain]${escaped(question.text)} {${answers}####${escaped(question.feedback)}}\n`;
}

type Writer = (question: Exportable, notes: Notes) => string;
const unknown: Writer = ({ type }) => refuse(`GIFT has no questions of the type “${type}”.`);

/** @throws ItemRefused for beginnings that mean something else there */
function word(text: string): string {
  if (text.startsWith('%') || text.includes('->')) refuse(`“${text}” means something else in GIFT.`);
  return escaped(text);
}
const worth = (percent: string): string => (percent === '100' || percent === '0' ? '' : `%${percent}%`);

const writers: Record<string, Writer> = {
  single: ({ options }) =>
    options
      .map(({ text, correct, credit }) => `${correct ? '=' : `~${worth(percentOf(credit ?? '0'))}`}${word(text)}`)
      .join(' '),
  multiple: ({ options, scoring }) => {
    if (scoring === 'all') return refuse('GIFT cannot ask for all options or none.');
    const right = options.filter(({ correct }) => correct).length;
    const share = (of: number): string => exact('100').div(of).toDecimalPlaces(5).toFixed();
    return options
      .map(({ text, correct }) => `~%${correct ? share(right) : `-${share(options.length - right)}`}%${word(text)}`)
      .join(' ');
  },
  trueFalse: (question) => ((question as unknown as { answer: boolean }).answer ? 'TRUE' : 'FALSE'),
  numeric: ({ answer, tolerance, unit, units }, notes) => {
    if (units) return refuse('GIFT has no units.');
    if (unit) notes.add('GIFT has no units: the one beside the box is left out.');
    const around = aroundOf(answer, tolerance, notes);
    return tolerance.kind === 'range' ? `#${tolerance.from}..${tolerance.to}` : `#${around.answer}:${around.by}`;
  },
  shortAnswer: ({ accept, caseSensitive }) => {
    if (caseSensitive) return refuse('GIFT does not regard capitals.');
    const text = (each: string): string => (each === '*' ? each : word(each).replaceAll('*', '\\*'));
    return accept
      .map((each) => `=${each.credit === '1' ? '' : `%${percentOf(each.credit)}%`}${text(each.text)}`)
      .join(' ');
  },
  matching: ({ stems, choices }) => {
    if (choices.some(({ id }) => !stems.some(({ match }) => match === id)))
      return refuse('GIFT has no choices that match nothing.');
    if (new Set(choices.map(({ text }) => text)).size < choices.length) return refuse('Two choices say the same.');
    return stems
      .map(({ text, match }) => `=${word(text)} -> ${word(choices.find(({ id }) => id === match)!.text)}`)
      .join(' ');
  },
  essay: (question, notes) => {
    notes.add(`GIFT says nothing to whoever marks it: ${question.rubric.length} criteria are left out.`);
    return '';
  },
};
