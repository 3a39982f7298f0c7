import type { EditorField } from './editor-field.js';

const kinds = [
  { value: 'absolute', label: 'Give or take a fixed amount' },
  { value: 'relative', label: 'Give or take a percentage' },
  { value: 'range', label: 'Anything within a range' },
  { value: 'figures', label: 'Right to a number of significant figures' },
];
const belonging: Record<string, string[]> = {
  absolute: ['by'],
  relative: ['percent'],
  range: ['from', 'to'],
  figures: ['figures'],
};
const size = (name: string, label: string): EditorField => ({ kind: 'line', name, label, optional: true });

/** How far an answer may be off; what belongs to another kind is left behind. */
export const toleranceField: EditorField = {
  ...{ kind: 'group', name: 'tolerance', label: 'Tolerance', optional: true },
  help: 'Ends are included. Fill in what belongs to the kind.',
  fields: [
    { kind: 'choice', name: 'kind', label: 'Kind', options: kinds },
    size('by', 'Amount'),
    size('percent', 'Percentage'),
    size('from', 'From'),
    size('to', 'To'),
    { kind: 'whole', name: 'figures', label: 'Figures', optional: true },
  ],
  fit: ({ kind = 'absolute', ...sizes }) => {
    const kept = belonging[kind as string] ?? [];
    const nothing = kind === 'absolute' ? { by: '0' } : {};
    return { kind, ...nothing, ...Object.fromEntries(Object.entries(sizes).filter(([name]) => kept.includes(name))) };
  },
};

/** One unit beside the box, or several to choose from. */
export const unitFields: EditorField[] = [
  { kind: 'line', name: 'unit', label: 'Unit beside the box', optional: true },
  {
    ...{ kind: 'rows', name: 'units', label: 'Units to choose from', row: 'Unit', optional: true },
    help: 'The first is the unit of the answer. Units of another product never convert.',
    adds: [{ label: 'Add a unit' }],
    fields: [
      { kind: 'line', name: 'unit', label: 'Unit' },
      { kind: 'line', name: 'factor', label: 'How many of the first unit', optional: true },
      { kind: 'line', name: 'product', label: 'Other product', optional: true },
    ],
  },
];

/** What an examiner judges by. */
export const rubricField: EditorField = {
  ...{ kind: 'rows', name: 'rubric', label: 'Rubric', row: 'Criterion' },
  help: 'The marks of the criteria add up to the marks of the question.',
  adds: [{ label: 'Add a criterion' }],
  fields: [
    { kind: 'id', name: 'id', label: '' },
    { kind: 'line', name: 'criterion', label: 'What is judged' },
    { kind: 'whole', name: 'marks', label: 'Marks' },
    {
      ...{ kind: 'rows', name: 'levels', label: 'Levels', row: 'Level', optional: true },
      adds: [{ label: 'Add a level' }],
      fields: [
        { kind: 'whole', name: 'marks', label: 'Marks' },
        { kind: 'line', name: 'text', label: 'What it looks like' },
      ],
    },
  ],
};

/** Answers that are taken, with what they earn. */
export const acceptFields: EditorField[] = [
  {
    ...{ kind: 'rows', name: 'accept', label: 'Answers that are taken', row: 'Answer' },
    help: 'Compared as a whole, never by likeness. * alone, as the last one, stands for every other answer.',
    adds: [{ label: 'Add an answer' }],
    fields: [
      { kind: 'line', name: 'text', label: 'Answer' },
      { kind: 'line', name: 'credit', label: 'Share of the marks, 0 to 1', optional: true },
    ],
  },
  { kind: 'check', name: 'caseSensitive', label: 'Capitals matter' },
];

/** Options of which some are right. */
export const optionsField = (extra: EditorField[] = []): EditorField => ({
  ...{ kind: 'rows', name: 'options', label: 'Options', row: 'Option' },
  adds: [{ label: 'Add an option' }],
  fields: [
    { kind: 'id', name: 'id', label: '' },
    { kind: 'line', name: 'text', label: 'Text' },
    { kind: 'check', name: 'correct', label: 'Right' },
    ...extra,
  ],
});
