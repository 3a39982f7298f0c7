import { z } from 'zod';
import { authoredQuestion, type AuthoredSingle } from '../authored.js';

const common = { topic: 'dilution', feedback: 'CANARY-feedback', source: 'CANARY-source' };
const rubric = [
  { id: 'canary-criterion', criterion: 'CANARY-criterion', marks: 1, levels: [{ marks: 1, text: 'CANARY-level' }] },
];

const picture = { id: 'b5e8a1c0-3f5e-8a00-9d5e-1a2b3c4d5e6f', alt: 'A face.', width: 800, height: 1000 };
const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const target = (id: string, x: number, more: object) => ({
  ...{ id, polygon: square(x, 314_150, 20_000), product: 'canary-ona', depths: ['intramuscular'] },
  units: { from: '2.5', to: '5' },
  ...more,
});

/** One or more questions of each type, with a canary in every part of the key; ids of parts tell on purpose. For tests. */
const written: object[] = [
  {
    id: 'one',
    type: 'single',
    text: 'Which one?',
    options: [
      { id: 'canary-best', text: 'A', correct: true },
      { id: 'canary-half', text: 'B', credit: '0.51' },
      { id: 'canary-bad', text: 'C' },
    ],
  },
  {
    id: 'some-all',
    type: 'multiple',
    text: 'Which ones?',
    options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id: `canary-${id}`, text: id.toUpperCase(), correct: id < 'c' })),
  },
  {
    id: 'some-each',
    type: 'multiple',
    scoring: 'perOption',
    text: 'Which ones?',
    options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id: `canary-${id}`, text: id.toUpperCase(), correct: id < 'c' })),
  },
  { id: 'whether', type: 'trueFalse', text: 'Is it?', answer: false },
  { id: 'how-much', type: 'numeric', text: 'How much?', answer: '31415.25', tolerance: '271.75', unit: 'mL' },
  {
    id: 'how-many-units',
    type: 'numeric',
    text: 'How much, in which unit?',
    answer: '31415',
    tolerance: { kind: 'relative', percent: '2.71' },
    units: [
      { unit: 'mL' },
      { unit: 'µL', factor: '0.001' },
      { unit: 'kg' },
      { unit: 'units of another product', product: 'CANARY-product' },
    ],
  },
  {
    id: 'which-word',
    type: 'shortAnswer',
    text: 'Which muscle?',
    accept: [
      { text: 'CANARY frontalis' },
      { text: 'CANARY forehead muscle', credit: '0.5' },
      { text: '*', credit: '0.1' },
    ],
  },
  {
    id: 'which-to-which',
    type: 'matching',
    text: 'Match.',
    stems: [
      { id: 'canary-first', text: 'First', match: 'canary-x' },
      { id: 'canary-second', text: 'Second', match: 'canary-y' },
      { id: 'canary-third', text: 'Third', match: 'canary-x' },
    ],
    choices: ['x', 'y', 'z'].map((id) => ({ id: `canary-${id}`, text: id.toUpperCase() })),
  },
  {
    id: 'which-order',
    type: 'ordering',
    text: 'Order.',
    items: ['d', 'b', 'a', 'c'].map((id) => ({ id: `canary-${id}`, text: id.toUpperCase() })),
  },
  {
    id: 'gaps',
    type: 'cloze',
    text: 'The {{canary-muscle}} takes {{canary-units}} units at {{canary-depth}} depth.',
    gaps: [
      { id: 'canary-muscle', kind: 'text', accept: [{ text: 'CANARY procerus' }] },
      { id: 'canary-units', kind: 'number', answer: '31415', tolerance: '0', weight: 2 },
      {
        id: 'canary-depth',
        kind: 'choice',
        options: [
          { id: 'canary-deep', text: 'deep', correct: true },
          { id: 'canary-shallow', text: 'shallow' },
        ],
      },
    ],
  },
  {
    id: 'how-diluted',
    type: 'dosing',
    text: 'A vial of {{vial}} U in {{diluent}} mL: how much is in 0.1 mL?',
    draw: { vial: ['50', '100'], diluent: ['1.25', '2.5'] },
    formula: 'unitsPerTenth',
    units: [{ unit: 'U of onabotulinumtoxinA' }, { unit: 'U of abobotulinumtoxinA', product: 'CANARY-abo' }],
  },
  { id: 'why', type: 'essay', text: 'Why?', rubric, words: { min: 5, max: 500 } },
  { id: 'record', type: 'file', text: 'Hand in.', rubric, maxFiles: 2 },
  {
    id: 'which-places',
    type: 'hotspot',
    text: 'Point at two of them.',
    picture,
    count: 2,
    zones: [
      { id: 'canary-left', name: 'CANARY left', polygon: square(314_150, 314_150, 10_000) },
      { id: 'canary-right', polygon: square(700_000, 314_150, 10_000) },
      { id: 'canary-top', polygon: square(500_000, 31_415, 10_000) },
    ],
  },
  {
    id: 'which-place',
    type: 'hotspot',
    text: 'Point at it.',
    picture,
    zones: [{ id: 'canary-left', polygon: square(314_150, 314_150, 10_000) }],
  },
  {
    id: 'where-how-much',
    type: 'faceMap',
    text: 'Plan it.',
    picture,
    products: [
      { id: 'canary-ona', name: 'OnabotulinumtoxinA', unit: 'U' },
      { id: 'canary-abo', name: 'AbobotulinumtoxinA', unit: 's.U' },
    ],
    depths: ['intramuscular', 'intradermal'],
    targets: [
      target('canary-procerus', 500_000, { units: { from: '4', to: '6' }, weight: 2, name: 'CANARY procerus' }),
      target('canary-left', 314_150, {}),
      target('canary-right', 700_000, {}),
    ],
    dangers: [{ id: 'canary-rim', polygon: square(314_150, 600_000, 50_000), why: 'CANARY-danger' }],
    weights: { place: 50, dose: 30, plane: 20 },
    surplusCost: 10,
  },
];

export const samples = z
  .array(authoredQuestion)
  .parse(written.map((each) => ({ ...common, ...each }))) as AuthoredSingle[];
