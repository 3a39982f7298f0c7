import { exact } from '../../marking/decimal.js';
import { acceptedOf, singleOf, type Weighed } from '../choices.js';
import { decimalOf } from '../numbers.js';
import type { Draft, Notes } from '../read-item.js';
import { refuse } from '../refusals.js';

const gapPattern = /\{(\d*):([A-Z_]+):((?:\\[\s\S]|[^}\\])*)\}/g;

/**
 * Moodle's text with answers in it: `{1:NUMERICAL:=2.5:0.1}`. Each gap keeps its weight; together they are the marks.
 * @throws ItemRefused
 */
export function clozeOf(text: string, notes: Notes): Partial<Draft> {
  if (text.length > 10_000) refuse('The text is longer than 10,000 characters.');
  const gaps: { weight: number }[] = [];
  const written = text.replaceAll(gapPattern, (_, weight: string, kind: string, answers: string) => {
    gaps.push({ id: `g${gaps.length + 1}`, ...gapOf(kind, answers, notes), weight: Number(weight || '1') } as {
      weight: number;
    });
    return `{{g${gaps.length}}}`;
  });
  if (gaps.length === 0) refuse('The text holds no gaps.');
  return { type: 'cloze', text: written, gaps, marks: gaps.reduce((sum, { weight }) => sum + weight, 0) };
}

function gapOf(kind: string, text: string, notes: Notes): object {
  const answers = answersIn(text, notes);
  switch (kind.replace(/_(S|V|H|VS|HS)$/, '')) {
    case 'MULTICHOICE':
    case 'MC':
    case 'MCV':
    case 'MCH':
    case 'MCS':
    case 'MCVS':
    case 'MCHS': {
      const { options } = singleOf(answers, notes);
      if (options.some((each) => 'credit' in each)) refuse('An option in a gap earns a part of the marks.');
      return { kind: 'choice', options };
    }
    case 'SHORTANSWER':
    case 'SA':
    case 'MW':
      return { kind: 'text', accept: acceptedOf(answers, notes) };
    case 'SHORTANSWER_C':
    case 'SAC':
    case 'MWC':
      return { kind: 'text', accept: acceptedOf(answers, notes), caseSensitive: true };
    case 'NUMERICAL':
    case 'NM':
      return numberGap(answers);
    default:
      return refuse(`Gaps of the kind “${kind}” are not known here.`);
  }
}

function numberGap(answers: Weighed[]): object {
  const [right, ...more] = answers.filter(({ text, percent }) => text !== '*' || !exact(percent).isZero());
  if (!right || more.length > 0 || !exact(right.percent).eq(100))
    return refuse('A gap has not exactly one right number.');
  const [answer = '', by = '0'] = right.text.split(':');
  return {
    kind: 'number',
    answer: decimalOf(answer, 'The answer'),
    tolerance: { kind: 'absolute', by: decimalOf(by, 'The tolerance') },
  };
}

/** `=right~%50%half#said~wrong` */
function answersIn(text: string, notes: Notes): Weighed[] {
  return text
    .split(/(?<!\\)~/)
    .filter((each, at) => each.trim() !== '' || at > 0)
    .map((each) => {
      const [, weight, says = ''] = /^\s*(=|%-?[\d.]+%)?([\s\S]*)$/.exec(each)!;
      const [answer = '', ...said] = says.split(/(?<!\\)#/);
      if (said.join('').trim() !== '') notes.add('What is said to single answers in gaps is left out.');
      const percent = weight === '=' ? '100' : (weight?.replaceAll('%', '') ?? '0');
      return { text: answer.replaceAll(/\\([~=#{}\\/"])/g, '$1').trim(), percent };
    });
}
