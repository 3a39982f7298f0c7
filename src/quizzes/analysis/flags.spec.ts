import { type AnalysedItem, noFindings } from './analysis.js';
import { flagsOf, type ItemOption } from './flags.js';

const usual: AnalysedItem = {
  ...{ questionId: 'q', part: '', n: 100, possible: 1, meanMark: 0.6, deviation: 0.5, variance: 0.25, facility: 60 },
  ...{ covariance: 0.1, discrimination: 40, efficiency: 50, pointBiserial: 0.4, upperLower: 40, guess: 25 },
  ...{ exposure: 100, intendedWeight: 10, effectiveWeight: 10, alphaIfDeleted: 0.7, versions: [] },
  findings: noFindings(),
  choices: [
    { answer: 'key', lower: 5, middle: 40, upper: 25 },
    { answer: 'near', lower: 15, middle: 4, upper: 1 },
    { answer: 'far', lower: 7, middle: 2, upper: 1 },
  ],
};
const options: ItemOption[] = [
  { id: 'key', text: 'Aspirate', correct: true },
  { id: 'near', text: 'Wait', correct: false },
  { id: 'far', text: 'Massage', correct: false },
];
const kinds = (item: Partial<AnalysedItem>) => flagsOf({ ...usual, ...item }, options).map(({ kind }) => kind);

it('says nothing of an item that does its work', () => {
  expect(kinds({})).toEqual([]);
});

it.each<[string, Partial<AnalysedItem>, string[]]>([
  ['strong learners get wrong', { discrimination: -1, efficiency: -2 }, ['negative']],
  ['tells little apart', { efficiency: 14.9 }, ['inefficient']],
  ['everyone gets right', { facility: 95 }, ['easy']],
  ['guessing does as well', { facility: 25 }, ['hard']],
  ['hardly anyone gets right', { facility: 9, guess: null }, ['hard']],
  ['has an option that nobody takes', { choices: usual.choices.slice(0, 2) }, ['unused']],
  [
    'has a rival of the key',
    { choices: [{ answer: 'near', lower: 9, middle: 0, upper: 30 }, ...usual.choices] },
    ['rival', 'attractive'],
  ],
  ['few have met', { n: 29, discrimination: -50 }, ['few']],
])('flags an item that %s', (_what, item, expected) => {
  expect(kinds(item)).toEqual(expected);
});

it('counts what would harm patients first, however few have answered', () => {
  const flags = flagsOf({ ...usual, n: 12, findings: { tenfold: 2, wrongUnit: 1, dangerZone: 3, critical: 4 } });
  expect(flags.map(({ says }) => says)).toEqual([
    '2 of 12 missed the dose by a power of ten.',
    '1 of 12 gave the unit of another product.',
    '3 of 12 placed a point in a danger zone.',
    'Only 12 of at least 30 answers: the figures may still change much.',
  ]);
});

it('names an option by its text, and one that is gone by its name', () => {
  const choices = [{ answer: 'near', lower: 0, middle: 0, upper: 90 }];
  expect(flagsOf({ ...usual, choices }, options)[0]!.says).toBe(
    'Strong learners choose “Wait” more often than the key.',
  );
});
