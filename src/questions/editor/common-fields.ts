import { cognitiveLevels, difficulties } from '../authored.js';
import type { EditorField } from './editor-field.js';

const named = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

const identity: EditorField = {
  ...{ kind: 'line', name: 'id', label: 'Name in the bank' },
  help: 'Small letters, digits and hyphens. It stays when the question changes.',
};
const text: EditorField = { kind: 'text', name: 'text', label: 'Question' };
const source: EditorField = {
  ...{ kind: 'line', name: 'source', label: 'References' },
  help: 'Where it is written that this is right.',
};
const picture: EditorField = {
  ...{ kind: 'picture', name: 'picture', label: 'Picture', optional: true },
  help: 'PNG, JPEG or WebP, at most 8 MB.',
  fields: [
    { kind: 'hidden', name: 'id', label: '', optional: true },
    { kind: 'hidden', name: 'file', label: '', optional: true },
    { kind: 'hidden', name: 'width', label: '', optional: true },
    { kind: 'hidden', name: 'height', label: '', optional: true },
    {
      ...{ kind: 'line', name: 'alt', label: 'The picture in words', optional: true },
      help: 'For those who do not see it. It must not tell the answer.',
    },
  ],
  fit: ({ width, height, ...rest }) => ({
    ...rest,
    ...(width !== undefined && { width: Number(width), height: Number(height) }),
  }),
};
const worth: EditorField[] = [
  { kind: 'whole', name: 'marks', label: 'Marks' },
  {
    ...{ kind: 'check', name: 'critical', label: 'Critical item' },
    help: 'Whoever answers it wrong fails the exam, whatever else was right.',
  },
];
const feedback: EditorField = {
  ...{ kind: 'text', name: 'feedback', label: 'Feedback' },
  help: 'Why the right answer is right; shown when the review policy of the exam allows it.',
};

/** What is asked first: the question itself. */
export const statedFields = { before: [identity, text, picture], after: [...worth, feedback, source] };

/** A case has its text and its references; marks and feedback belong to its questions. */
export const caseFields = { before: [identity, { ...text, label: 'Case' } as EditorField, picture], after: [source] };

/** Where it stands in the bank. */
export const placedFields: EditorField[] = [
  { kind: 'line', name: 'topic', label: 'Topic' },
  { kind: 'choice', name: 'difficulty', label: 'Difficulty', options: named(difficulties) },
  { kind: 'choice', name: 'cognitive', label: 'Level', options: named(cognitiveLevels) },
  { kind: 'date', name: 'validFrom', label: 'Drawn from this day', optional: true },
  { kind: 'date', name: 'validUntil', label: 'Drawn until this day', optional: true },
  { kind: 'kept', name: 'enemies', label: '', optional: true },
];
