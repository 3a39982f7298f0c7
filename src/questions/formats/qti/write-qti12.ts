import type { AuthoredQuestion } from '../../authored.js';
import { exact } from '../../marking/decimal.js';
import { exportable, type Exportable, percentOf, rubricText } from '../exporting/exported.js';
import { Notes } from '../read-item.js';
import { ItemRefused, refuse } from '../refusals.js';
import { chars, tag } from '../source/write-xml.js';

/** Questions of a quiz as an assessment of QTI 1.2 in the profile of Common Cartridge. */
export interface Assessment12 {
  xml: string;
  /** What is not in it, or not as it was: by question, why. */
  notes: { slug: string; note: string }[];
  /** How many questions are in it. */
  count: number;
}

/** @see https://www.imsglobal.org/cc/ccv1p3/imscc_profilev1p3-Implementation.html, Question and Test Interoperability */
export function writeAssessment12(ident: string, title: string, questions: AuthoredQuestion[]): Assessment12 {
  const told: Assessment12['notes'] = [];
  const items = questions.flatMap((authored) => {
    const notes = new Notes();
    try {
      const item = itemOf(authored, notes);
      told.push(...notes.list.map((note) => ({ slug: authored.id, note })));
      return [item];
    } catch (error) {
      if (!(error instanceof ItemRefused)) throw error;
      told.push({ slug: authored.id, note: `Left out. ${error.message}` });
      return [];
    }
  });
  const about = metadata({ cc_profile: 'cc.exam.v0p1', qmd_assessmenttype: 'Examination' });
  const section = tag('section', { ident: 'root_section' }, ...items);
  const xml = tag(
    'questestinterop',
    { xmlns: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' },
    tag('assessment', { ident, title }, about, section),
  );
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`, notes: told, count: items.length };
}

const response = 'RESPONSE';
const metadata = (fields: Record<string, string>): string =>
  tag(
    'qtimetadata',
    {},
    ...Object.entries(fields).map(([label, entry]) =>
      tag('qtimetadatafield', {}, tag('fieldlabel', {}, chars(label)), tag('fieldentry', {}, chars(entry))),
    ),
  );
const material = (text: string): string => tag('material', {}, tag('mattext', { texttype: 'text/plain' }, chars(text)));

function itemOf(authored: AuthoredQuestion, notes: Notes): string {
  const question = exportable(authored, notes);
  const { profile, asked, conditions } = (writers[question.type] ?? unknown)(question, notes);
  const outcomes = tag(
    'outcomes',
    {},
    tag('decvar', { maxvalue: 100, minvalue: 0, varname: 'SCORE', vartype: 'Decimal' }),
  );
  return tag(
    'item',
    { ident: question.id, title: question.id },
    tag('itemmetadata', {}, metadata({ cc_profile: profile, cc_weighting: String(question.marks) })),
    tag('presentation', {}, material(question.text), asked),
    conditions.length > 0 ? tag('resprocessing', {}, outcomes, ...conditions) : '',
    question.feedback
      ? tag('itemfeedback', { ident: 'general_fb' }, tag('flow_mat', {}, material(question.feedback)))
      : '',
  );
}

interface Item {
  profile: string;
  asked: string;
  conditions: string[];
}
type Writer = (question: Exportable, notes: Notes) => Item;

const unknown: Writer = ({ type }) => refuse(`Common Cartridge has no questions of the type “${type}”.`);

const equals = (value: string): string => tag('varequal', { respident: response }, chars(value));
const earns = (percent: string, ...tests: string[]): string =>
  tag(
    'respcondition',
    { continue: 'No' },
    tag('conditionvar', {}, ...tests),
    tag('setvar', { action: 'Set', varname: 'SCORE' }, percent),
  );
const choices = (cardinality: 'Single' | 'Multiple', options: { id: string; text: string }[]): string =>
  tag(
    'response_lid',
    { ident: response, rcardinality: cardinality },
    tag('render_choice', {}, ...options.map(({ id, text }) => tag('response_label', { ident: id }, material(text)))),
  );
const typed = tag('response_str', { ident: response, rcardinality: 'Single' }, tag('render_fib', {}));

const writers: Record<string, Writer> = {
  single: ({ options }, notes) => {
    if (options.some(({ correct, credit = '0' }) => !correct && !exact(credit).isZero()))
      notes.add('Answers that earn a part of the marks earn none there.');
    return {
      profile: 'cc.multiple_choice.v0p1',
      asked: choices('Single', options),
      conditions: options.filter(({ correct }) => correct).map(({ id }) => earns('100', equals(id))),
    };
  },
  multiple: ({ options, scoring }, notes) => {
    if (scoring === 'perOption') notes.add('Marks are given there for the whole answer only.');
    const tests = options.map(({ id, correct }) => (correct ? equals(id) : tag('not', {}, equals(id))));
    return {
      profile: 'cc.multiple_response.v0p1',
      asked: choices('Multiple', options),
      conditions: [earns('100', tag('and', {}, ...tests))],
    };
  },
  trueFalse: (question) => ({
    profile: 'cc.true_false.v0p1',
    asked: choices('Single', [
      { id: 'true', text: 'True' },
      { id: 'false', text: 'False' },
    ]),
    conditions: [earns('100', equals(String((question as unknown as { answer: boolean }).answer)))],
  }),
  shortAnswer: ({ accept, caseSensitive }, notes) => {
    const whole = accept.filter(({ credit }) => percentOf(credit) === '100');
    if (whole.length < accept.length) notes.add('Answers that earn a part of the marks earn none there.');
    if (caseSensitive) notes.add('Capitals do not count there.');
    return {
      profile: 'cc.fib.v0p1',
      asked: typed,
      conditions: whole.map(({ text }) => earns('100', equals(text))),
    };
  },
  essay: (question, notes) => {
    rubricText(question, notes);
    return { profile: 'cc.essay.v0p1', asked: typed, conditions: [] };
  },
};
