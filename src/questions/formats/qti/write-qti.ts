import { exact } from '../../marking/decimal.js';
import type { Tolerance } from '../../marking/tolerance.js';
import type { AuthoredQuestion } from '../../authored.js';
import { exportable, type Exportable, type Fields, rubricText } from '../exporting/exported.js';
import type { Notes } from '../read-item.js';
import { refuse } from '../refusals.js';
import { gapsIn, segmentsOf } from '../../types/cloze/segments.js';
import { chars, tag } from '../source/write-xml.js';

/** An item of QTI 3.0; what QTI cannot say is named in `notes`. @throws ItemRefused for what it has not */
export function writeQti(authored: AuthoredQuestion, notes: Notes): string {
  const question = exportable(authored, notes);
  const { declarations, body, processing } = (writers[question.type] ?? unknown)(question, notes);
  const carried = tag(
    'qti-rubric-block',
    { view: 'author', use: 'glabella' },
    tag('p', {}, chars(JSON.stringify(authored))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    'qti-assessment-item',
    {
      xmlns: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
      identifier: question.id,
      title: question.id,
      adaptive: 'false',
      'time-dependent': 'false',
    },
    ...declarations,
    outcome('SCORE', 'float', question.marks),
    outcome('FEEDBACK', 'identifier'),
    tag('qti-item-body', {}, carried, body),
    processing.length > 0 ? tag('qti-response-processing', {}, ...processing) : '',
    tag(
      'qti-modal-feedback',
      { 'outcome-identifier': 'FEEDBACK', identifier: 'why', 'show-hide': 'show' },
      tag('qti-content-body', {}, ...paragraphs(question.feedback)),
    ),
  )}\n`;
}

interface Item {
  declarations: string[];
  body: string;
  processing: string[];
}
type Writer = (question: Exportable, notes: Notes) => Item;
const unknown: Writer = ({ type }) => refuse(`QTI has no questions of the type “${type}”.`);
const whole = 'RESPONSE';

const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => tag('p', {}, chars(line)));
const outcome = (identifier: string, type: string, most?: number): string =>
  tag('qti-outcome-declaration', { identifier, cardinality: 'single', 'base-type': type, 'normal-maximum': most });
const declared = (identifier: string, cardinality: string, type: string, ...inside: string[]): string =>
  tag('qti-response-declaration', { identifier, cardinality, 'base-type': type }, ...inside);
const correct = (...values: string[]): string =>
  tag('qti-correct-response', {}, ...values.map((value) => tag('qti-value', {}, chars(value))));
const mapped = (entries: [string, string][], otherwise = '0', caseSensitive?: boolean): string =>
  tag(
    'qti-mapping',
    { 'default-value': otherwise, 'lower-bound': 0 },
    ...entries.map(([key, value]) =>
      tag('qti-map-entry', {
        'map-key': key,
        'mapped-value': value,
        ...(caseSensitive !== undefined && { 'case-sensitive': String(caseSensitive) }),
      }),
    ),
  );

/** `SCORE` grows by `worth` if `test` holds of the response. */
const earns = (test: string, attributes: Record<string, string>, worth: number, id = whole): string =>
  tag(
    'qti-response-condition',
    {},
    tag(
      'qti-response-if',
      {},
      tag(test, attributes, tag('qti-variable', { identifier: id }), tag('qti-correct', { identifier: id })),
      grows(tag('qti-base-value', { 'base-type': 'float' }, String(worth))),
    ),
  );
const grows = (by: string): string =>
  tag(
    'qti-set-outcome-value',
    { identifier: 'SCORE' },
    tag('qti-sum', {}, tag('qti-variable', { identifier: 'SCORE' }), by),
  );
const earnsMapped = (id = whole): string => grows(tag('qti-map-response', { identifier: id }));
const matches = (worth: number, id = whole): string => earns('qti-match', {}, worth, id);

/** A share of the marks, to six digits. */
const part = (marks: number, share: string | ReturnType<typeof exact>): string =>
  exact(String(share)).times(marks).toDecimalPlaces(6).toFixed();

const choiceBody = (text: string, options: { id: string; text: string }[], most: number): string =>
  tag(
    'qti-choice-interaction',
    { 'response-identifier': whole, shuffle: 'true', 'max-choices': most },
    tag('qti-prompt', {}, ...paragraphs(text)),
    ...options.map((option) => tag('qti-simple-choice', { identifier: option.id }, chars(option.text))),
  );

const writers: Record<string, Writer> = {
  single: ({ text, options, marks }) => {
    const right = options.find((option) => option.correct)!;
    const isPartial = options.some(({ credit }) => credit !== undefined && Number(credit) > 0);
    const entries = options.map(({ id, correct: best, credit = '0' }): [string, string] => [
      id,
      part(marks, best ? '1' : credit),
    ]);
    return {
      declarations: [declared(whole, 'single', 'identifier', correct(right.id), isPartial ? mapped(entries) : '')],
      body: choiceBody(text, options, 1),
      processing: [isPartial ? earnsMapped() : matches(marks)],
    };
  },
  multiple: ({ text, options, scoring, marks }) => {
    const right = options.filter((option) => option.correct);
    const wrong = options.length - right.length;
    const entries = options.map(({ id, correct: is }): [string, string] => [
      id,
      part(marks, is ? exact('1').div(right.length) : exact('-1').div(wrong)),
    ]);
    const isEach = scoring === 'perOption';
    return {
      declarations: [
        declared(whole, 'multiple', 'identifier', correct(...right.map(({ id }) => id)), isEach ? mapped(entries) : ''),
      ],
      body: choiceBody(text, options, 0),
      processing: [isEach ? earnsMapped() : matches(marks)],
    };
  },
  trueFalse: (question) => {
    const answer = (question as unknown as { answer: boolean }).answer;
    const options = [
      { id: 'true', text: 'True' },
      { id: 'false', text: 'False' },
    ];
    return {
      declarations: [declared(whole, 'single', 'identifier', correct(String(answer)))],
      body: choiceBody(question.text, options, 1),
      processing: [matches(question.marks)],
    };
  },
  numeric: ({ text, answer, tolerance, unit, units, marks }, notes) => {
    if (units) return refuse('QTI has no units to choose from.');
    if (unit) notes.add('The unit stands in the text.');
    const entry = tag(
      'p',
      {},
      tag('qti-text-entry-interaction', { 'response-identifier': whole }),
      unit ? ` ${chars(unit)}` : '',
    );
    return {
      declarations: [declared(whole, 'single', 'float', correct(answer))],
      body: [...paragraphs(text), entry].join(''),
      processing: [near(answer, tolerance, marks)],
    };
  },
  shortAnswer: ({ text, accept, caseSensitive, marks }) => ({
    declarations: [words(whole, { accept, caseSensitive }, marks)],
    body: [...paragraphs(text), tag('p', {}, tag('qti-text-entry-interaction', { 'response-identifier': whole }))].join(
      '',
    ),
    processing: [earnsMapped()],
  }),
  matching: ({ text, stems, choices, marks }) => {
    const entries = stems.map(({ id, match }): [string, string] => [
      `s-${id} c-${match}`,
      part(marks, exact('1').div(stems.length)),
    ]);
    const set = (prefix: string, parts: { id: string; text: string }[], most: number): string =>
      tag(
        'qti-simple-match-set',
        {},
        ...parts.map((each) =>
          tag(
            'qti-simple-associable-choice',
            { identifier: `${prefix}-${each.id}`, 'match-max': most },
            chars(each.text),
          ),
        ),
      );
    return {
      declarations: [
        declared(whole, 'multiple', 'directedPair', correct(...entries.map(([pair]) => pair)), mapped(entries)),
      ],
      body: tag(
        'qti-match-interaction',
        { 'response-identifier': whole, shuffle: 'true', 'max-associations': stems.length },
        tag('qti-prompt', {}, ...paragraphs(text)),
        set('s', stems, 1),
        set('c', choices, stems.length),
      ),
      processing: [earnsMapped()],
    };
  },
  ordering: ({ text, items, marks }, notes) => {
    notes.add('Only the exact order earns marks there.');
    return {
      declarations: [declared(whole, 'ordered', 'identifier', correct(...items.map(({ id }) => id)))],
      body: choiceBody(text, items, 0)
        .replaceAll('qti-choice-interaction', 'qti-order-interaction')
        .replace(' max-choices="0"', ''),
      processing: [matches(marks)],
    };
  },
  cloze: ({ text, gaps, marks }, notes) => {
    const sum = gaps.reduce((total, { weight }) => total + weight, 0);
    if (sum !== marks) notes.add(`It is worth ${sum} marks there, the sum of its gaps.`);
    const written = new Map(gaps.map((gap) => [gap.id, gapItem(gap)]));
    const inOrder = gapsIn(text).map((id) => written.get(id)!);
    const body = segmentsOf(text).map((each) => ('gap' in each ? written.get(each.gap)!.body : lines(each.text)));
    return {
      declarations: inOrder.flatMap(({ declarations }) => declarations),
      body: tag('div', {}, ...body),
      processing: inOrder.flatMap(({ processing }) => processing),
    };
  },
  essay: (question, notes) =>
    examined(question, 'string', tag('qti-extended-text-interaction', { 'response-identifier': whole }), notes),
  file: (question, notes) =>
    examined(question, 'file', tag('qti-upload-interaction', { 'response-identifier': whole }), notes),
};

const lines = (text: string): string => text.split('\n').map(chars).join('<br/>');

function examined(question: Exportable, type: string, interaction: string, notes: Notes): Item {
  if (question.words) notes.add('The number of words is left out.');
  const told = tag('qti-rubric-block', { view: 'scorer' }, ...paragraphs(rubricText(question, notes)));
  return {
    declarations: [declared(whole, 'single', type)],
    body: [...paragraphs(question.text), told, interaction].join(''),
    processing: [],
  };
}

const words = (
  id: string,
  { accept, caseSensitive }: Pick<Fields, 'accept' | 'caseSensitive'>,
  marks: number,
): string => {
  const entries = accept
    .filter(({ text }) => text !== '*')
    .map(({ text, credit }): [string, string] => [text.replaceAll('*', '\\*'), part(marks, credit)]);
  const otherwise = part(marks, accept.find(({ text }) => text === '*')?.credit ?? '0');
  return declared(id, 'single', 'string', correct(accept[0]!.text), mapped(entries, otherwise, caseSensitive));
};

function near(answer: string, tolerance: Tolerance, worth: number, id = whole): string {
  const absolute = (below: string, above: string): string =>
    earns('qti-equal', { 'tolerance-mode': 'absolute', tolerance: `${below} ${above}` }, worth, id);
  switch (tolerance.kind) {
    case 'absolute':
      return absolute(tolerance.by, tolerance.by);
    case 'relative':
      return earns(
        'qti-equal',
        { 'tolerance-mode': 'relative', tolerance: `${tolerance.percent} ${tolerance.percent}` },
        worth,
        id,
      );
    case 'range':
      return absolute(exact(answer).minus(tolerance.from).toFixed(), exact(tolerance.to).minus(answer).toFixed());
    case 'figures':
      return earns(
        'qti-equal-rounded',
        { 'rounding-mode': 'significantFigures', figures: String(tolerance.figures) },
        worth,
        id,
      );
  }
}

function gapItem(gap: Fields['gaps'][number]): Item {
  const id = `g-${gap.id}`;
  if (gap.kind === 'choice') {
    const right = gap.options.find((option) => option.correct)!.id;
    const choices = gap.options.map((option) =>
      tag('qti-inline-choice', { identifier: option.id }, chars(option.text)),
    );
    return {
      declarations: [declared(id, 'single', 'identifier', correct(right))],
      body: tag('qti-inline-choice-interaction', { 'response-identifier': id }, ...choices),
      processing: [matches(gap.weight, id)],
    };
  }
  const body = tag('qti-text-entry-interaction', { 'response-identifier': id });
  return gap.kind === 'number'
    ? {
        declarations: [declared(id, 'single', 'float', correct(gap.answer))],
        body,
        processing: [near(gap.answer, gap.tolerance, gap.weight, id)],
      }
    : { declarations: [words(id, gap, gap.weight)], body, processing: [earnsMapped(id)] };
}
