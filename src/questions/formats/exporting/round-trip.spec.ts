import fc from 'fast-check';
import { authoredQuestion, type AuthoredQuestion } from '../../authored.js';
import { splitQuestion } from '../../bank/split-question.js';
import { type Posed, questionType, type TypeName } from '../../types/index.js';
import { samples } from '../../types/samples.js';
import { Authoring } from '../authored-item.js';
import { readGift } from '../gift/read-gift.js';
import { writeGift } from '../gift/write-gift.js';
import { readMoodle } from '../moodle/read-moodle.js';
import { writeMoodle } from '../moodle/write-moodle.js';
import { readQti } from '../qti/read-qti.js';
import { writeQti } from '../qti/write-qti.js';
import { ItemRefused } from '../refusals.js';
import { Notes } from '../read-item.js';
import { linesOf } from '../source/lines.js';

const formats = {
  'Moodle XML': {
    write: (q: AuthoredQuestion, notes = new Notes()) => `<quiz>${writeMoodle(q, notes)}</quiz>`,
    read: readMoodle,
  },
  GIFT: { write: (q: AuthoredQuestion, notes = new Notes()) => writeGift(q, notes), read: readGift },
  'QTI 3': { write: (q: AuthoredQuestion, notes = new Notes()) => writeQti(q, notes), read: readQti },
};
type Format = keyof typeof formats;
const names = Object.keys(formats) as Format[];
const readBack = (format: Format, text: string) => {
  const [item] = [...formats[format].read(linesOf(Buffer.from(text)))];
  return new Authoring({ topic: 'Unsorted', source: 'file' }).complete(item!);
};
/** Without what only our own files carry. */
const bare = (text: string) =>
  text
    .replace(/<glabella>.*<\/glabella>/s, '')
    .replace(/^\/\/ glabella:.*\n/m, '')
    .replace(/<qti-rubric-block view="author".*?<\/qti-rubric-block>/s, '');

function posedOf(question: AuthoredQuestion) {
  const { body, key, type } = splitQuestion(question);
  const kind = questionType(type as TypeName);
  // The items of an order are sorted by their names, which no format but ours keeps: their texts say the same to both.
  const items = (body as { items?: { text: string }[] }).items;
  const slots = kind.parts(body).map((part, at) => ({ id: items ? items[at]!.text : `s${at}`, part }));
  const posed = { body, slots, variant: null, separator: '.' } as unknown as Posed;
  return {
    slots,
    mark: (sent: unknown) => {
      const response = kind.read(sent, posed);
      return response === null ? -1 : kind.mark(key.right, response, posed).credit;
    },
  };
}
const number = fc.integer({ min: 0, max: 70_000 }).map((each) => (each / 20).toString());
const word = fc.constantFrom(
  'CANARY frontalis',
  'canary FRONTALIS',
  'CANARY forehead muscle',
  'CANARY procerus',
  'other',
  '*',
);
/** Responses by place, so that they mean the same to both. */
const responses: Record<string, fc.Arbitrary<unknown>> = {
  single: fc.nat(2).map((at) => ({ option: `s${at}` })),
  multiple: fc.subarray(['s0', 's1', 's2', 's3', 's4']).map((options) => ({ options })),
  trueFalse: fc.boolean().map((value) => ({ value })),
  numeric: fc
    .oneof(number, fc.constantFrom('31415.25', '31143.5', '31143.4', '31687', '31687.1', '2.44', '2.45', '2.55', '2.5'))
    .map((value) => ({ value })),
  shortAnswer: word.map((value) => ({ value })),
  matching: fc
    .array(fc.nat(2), { minLength: 3, maxLength: 3 })
    .map((to) => ({ pairs: Object.fromEntries(to.map((choice, at) => [`s${at}`, `s${3 + choice}`])) })),
  ordering: fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 4 }).map((order) => ({ order })),
};
const common = { topic: 't', feedback: 'F', source: 'S', text: 'Q?' };
const more = [
  { id: 'relative', type: 'numeric', answer: '2.5', tolerance: { kind: 'relative', percent: '2' } },
  { id: 'range', type: 'numeric', answer: '2.5', tolerance: { kind: 'range', from: '2.45', to: '2.6' } },
  { id: 'figures', type: 'numeric', answer: '2.5', tolerance: { kind: 'figures', figures: 2 } },
  { id: 'unit', type: 'numeric', answer: '2.5', unit: 'mL' },
  {
    id: 'thirds',
    type: 'multiple',
    marks: 4,
    scoring: 'perOption',
    options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: id, correct: id < 'd' })),
  },
  { id: 'odd-words', type: 'shortAnswer', caseSensitive: true, accept: [{ text: 'a*b' }, { text: '=~{#}\\:/"<&>' }] },
].map((each) => authoredQuestion.parse({ ...common, ...each }));
const vignette = authoredQuestion.parse({
  ...{ id: 'a-case', type: 'vignette', topic: 't', source: 'S', text: 'A patient comes.' },
  parts: [
    { id: 'first', type: 'trueFalse', text: 'Is it?', answer: true, feedback: 'F', source: 'S' },
    { id: 'second', type: 'numeric', text: 'How much?', answer: '2.5', marks: 2, feedback: 'F', source: 'S' },
  ],
});
const all = [...samples, ...more, vignette] as AuthoredQuestion[];
/** Asked by no other system; its text goes out for a person to mark. */
const ours = ['dosing', 'hotspot', 'faceMap', 'vignette'];
const held = names.flatMap((format) =>
  all.flatMap((question) => {
    try {
      return [{ format, question, text: formats[format].write(question) }];
    } catch (error) {
      if (!(error instanceof ItemRefused)) throw error;
      return [];
    }
  }),
);

it('carries every type that each format has', () => {
  const types = (format: Format) => [
    ...new Set(held.filter((each) => each.format === format).map(({ question }) => question.type)),
  ];
  const simple = ['single', 'multiple', 'trueFalse', 'numeric', 'shortAnswer', 'matching'];
  const sorted = (...names: string[]) => [...names, ...ours].sort();
  expect(types('Moodle XML').sort()).toEqual(sorted(...simple, 'ordering', 'cloze', 'essay', 'file'));
  expect(types('QTI 3').sort()).toEqual(sorted(...simple, 'ordering', 'cloze', 'essay', 'file'));
  expect(types('GIFT').sort()).toEqual(sorted('single', 'multiple', 'trueFalse', 'numeric', 'shortAnswer', 'essay'));
});

describe.each(held)('$format, $question.id', ({ format, question, text }) => {
  it('is read back as it was, by our own files', () => {
    expect(readBack(format, text)).toMatchObject({ question, notes: [] });
  });

  it('is worth the same marks for any answer, by what the format itself says', () => {
    const back = readBack(format, bare(text)).question!;
    expect(back).toMatchObject({ type: ours.includes(question.type) ? 'essay' : question.type });
    if (ours.includes(question.type)) return;
    const answers = responses[question.type];
    if (!answers) return;
    const [before, after] = [posedOf(question), posedOf(back)];
    expect(after.slots.length).toBe(before.slots.length);
    fc.assert(
      fc.property(answers, (sent) => {
        expect(after.mark(sent)).toBeCloseTo(before.mark(sent), 3);
      }),
      { numRuns: 60 },
    );
  });
});

it('gives gaps the same marks again', () => {
  const question = samples.find(({ type }) => type === 'cloze')!;
  for (const format of ['Moodle XML', 'QTI 3'] as const) {
    const back = readBack(format, bare(formats[format].write(question))).question!;
    const [before, after] = [posedOf(question), posedOf(back)];
    fc.assert(
      fc.property(word, fc.constantFrom('31415', '31415.5', '314150'), fc.nat(1), (typed, value, option) => {
        // Gaps and options stand in the same order: a gap, a gap, a gap with its two options.
        const sent = { gaps: { s0: typed, s1: value, s2: `s${3 + option}` } };
        expect(after.mark(sent)).toBeCloseTo(before.mark(sent), 3);
      }),
    );
  }
});

it('believes what was changed in the file, not what the file carries beside it', () => {
  const question = samples.find(({ type }) => type === 'trueFalse')!;
  const moodle = formats['Moodle XML'].write(question).replace('<text>Is it?</text>', '<text>Is it not?</text>');
  expect(readBack('Moodle XML', moodle).question!.text).toBe('Is it not?');
  const gift = formats.GIFT.write(question).replace('FALSE', 'TRUE');
  expect(readBack('GIFT', gift).question).toMatchObject({ answer: true });
  const torn = formats['QTI 3'].write(question).replace('&quot;type&quot;', '&quot;tape&quot;');
  expect(readBack('QTI 3', torn).question).toMatchObject({ type: 'trueFalse' });
});
