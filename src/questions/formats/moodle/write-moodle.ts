import { exact } from '../../marking/decimal.js';
import type { AuthoredQuestion } from '../../authored.js';
import { aroundOf, exportable, type Exportable, percentOf, rubricText } from '../exporting/exported.js';
import type { Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { chars, tag } from '../source/write-xml.js';
import { clozeText } from './write-cloze.js';

/** A question of Moodle XML; what Moodle cannot say is named in `notes`. @throws ItemRefused for what it has not */
export function writeMoodle(authored: AuthoredQuestion, notes: Notes): string {
  const question = exportable(authored, notes);
  const { type, own } = (writers[question.type] ?? unknown)(question, notes);
  const text = question.type === 'cloze' ? clozeText(question, notes) : question.text;
  return tag(
    'question',
    { type },
    tag('name', {}, tag('text', {}, chars(question.id))),
    plain('questiontext', text),
    plain('generalfeedback', question.feedback),
    tag('defaultgrade', {}, String(question.marks)),
    tag('penalty', {}, '0'),
    tag('hidden', {}, '0'),
    tag('idnumber', {}, chars(question.id)),
    own.join(''),
    tag('glabella', {}, chars(JSON.stringify(authored))),
  );
}

/** The category that the questions after it belong to. */
export const writeCategory = (topic: string): string =>
  tag(
    'question',
    { type: 'category' },
    tag('category', {}, tag('text', {}, chars(`$course$/top/${topic.replaceAll('/', '//')}`))),
  );

interface Written {
  type: string;
  own: string[];
}
type Writer = (question: Exportable, notes: Notes) => Written;

const plain = (name: string, text: string, attributes = {}, ...more: string[]): string =>
  tag(name, { format: 'plain_text', ...attributes }, tag('text', {}, chars(text)), ...more);
const field = (name: string, value: string | number): string => tag(name, {}, chars(String(value)));
const answer = (text: string, percent: string, ...more: string[]): string =>
  plain('answer', text, { fraction: percent }, ...more);
const unknown: Writer = ({ type }) => refuse(`Moodle has no questions of the type “${type}”.`);

const writers: Record<string, Writer> = {
  single: ({ options }, notes) => ({
    type: 'multichoice',
    own: [
      field('single', 'true'),
      field('shuffleanswers', 'true'),
      ...options.map(({ text, correct, credit }) =>
        answer(text, correct ? '100' : known(percentOf(credit ?? '0'), notes)),
      ),
    ],
  }),
  multiple: ({ options, scoring }, notes) => {
    const right = options.filter(({ correct }) => correct).length;
    if (scoring === 'all') notes.add('Moodle needs its type “All-or-Nothing Multiple Choice” for it.');
    const [yes, no] = scoring === 'all' ? ['100', '0'] : [share(right), `-${share(options.length - right)}`];
    return {
      type: scoring === 'all' ? 'multichoiceset' : 'multichoice',
      own: [
        field('single', 'false'),
        field('shuffleanswers', 'true'),
        ...options.map(({ text, correct }) => answer(text, correct ? yes : no)),
      ],
    };
  },
  trueFalse: (question) => {
    const right = (question as unknown as { answer: boolean }).answer;
    return { type: 'truefalse', own: [answer('true', right ? '100' : '0'), answer('false', right ? '0' : '100')] };
  },
  numeric: (question, notes) => {
    const { answer: middle, by } = aroundOf(question.answer, question.tolerance, notes);
    return { type: 'numerical', own: [answer(middle, '100', field('tolerance', by)), ...unitsOf(question)] };
  },
  shortAnswer: ({ accept, caseSensitive }, notes) => ({
    type: 'shortanswer',
    own: [
      field('usecase', caseSensitive ? 1 : 0),
      ...accept.map(({ text, credit }) =>
        answer(text === '*' ? text : text.replaceAll('*', '\\*'), known(percentOf(credit), notes)),
      ),
    ],
  }),
  matching: ({ stems, choices }) => {
    if (new Set(choices.map(({ text }) => text)).size < choices.length) return refuse('Two choices say the same.');
    const unused = choices.filter(({ id }) => !stems.some(({ match }) => match === id));
    const pairs = [
      ...stems.map(({ text, match }) => ({ text, match })),
      ...unused.map(({ id }) => ({ text: '', match: id })),
    ];
    const textOf = (id: string): string => choices.find((choice) => choice.id === id)!.text;
    return {
      type: 'matching',
      own: [
        field('shuffleanswers', 'true'),
        ...pairs.map(({ text, match }) =>
          plain('subquestion', text, {}, tag('answer', {}, field('text', textOf(match)))),
        ),
      ],
    };
  },
  ordering: ({ items }, notes) => {
    notes.add('A partly right order earns another share there.');
    return {
      type: 'ordering',
      own: [field('gradingtype', 1), ...items.map(({ text }, at) => answer(text, String(at + 1)))],
    };
  },
  cloze: ({ gaps, marks }, notes) => {
    const sum = gaps.reduce((total, { weight }) => total + weight, 0);
    if (sum !== marks) notes.add(`It is worth ${sum} marks there, the sum of its gaps.`);
    return { type: 'multianswer', own: [] };
  },
  essay: (question, notes) => ({
    type: 'essay',
    own: [
      field('responseformat', 'plain'),
      field('attachments', 0),
      ...limit('minwordlimit', question.words?.min),
      ...limit('maxwordlimit', question.words?.max),
      plain('graderinfo', rubricText(question, notes)),
    ],
  }),
  file: (question, notes) => ({
    type: 'essay',
    own: [
      field('responseformat', 'noinline'),
      field('attachments', question.maxFiles),
      plain('graderinfo', rubricText(question, notes)),
    ],
  }),
};

const limit = (name: string, value: number | undefined): string[] => (value === undefined ? [] : [field(name, value)]);

const share = (of: number): string => exact('100').div(of).toDecimalPlaces(5).toFixed();

const moodleShares = ['0', '100', '90', '80', '75', '70', '60', '50', '40', '30', '25', '20', '12.5', '10', '5'];
const known = (percent: string, notes: Notes): string => {
  if (!moodleShares.includes(percent)) notes.add(`Moodle may not know the share ${percent} %.`);
  return percent;
};

/** @throws ItemRefused for units of other products, and those that cannot be converted exactly */
function unitsOf({ unit, units }: Exportable): string[] {
  const written = (name: string, multiplier: string): string =>
    tag('unit', {}, field('multiplier', multiplier), field('unit_name', name));
  if (unit) return [field('unitgradingtype', 0), field('showunits', 1), tag('units', {}, written(unit, '1'))];
  if (!units) return [];
  const multipliers = units.map(({ unit: name, factor, product }, at) => {
    if (at === 0) return written(name, '1');
    if (product !== undefined || factor === undefined)
      return refuse('Units that never convert cannot be said in Moodle.');
    const multiplier = exact('1').div(factor);
    if (!multiplier.toDecimalPlaces(6).times(factor).eq(1))
      return refuse('Its units cannot be converted exactly there.');
    return written(name, multiplier.toFixed());
  });
  return [
    field('unitgradingtype', 1),
    field('unitpenalty', '1'),
    field('showunits', 2),
    tag('units', {}, ...multipliers),
  ];
}
