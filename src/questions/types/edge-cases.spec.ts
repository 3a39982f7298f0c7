import type { DomainError } from '../../shared/index.js';
import { posedSample } from './posed-sample.js';

/** A refusal as its sentence, a cleared answer as null, a mark as its credit and finding. */
function judged(id: string, sent: unknown, separator: '.' | ',' = '.'): unknown {
  try {
    const outcome = posedSample(id, { separator }).mark(sent);
    if (!outcome) return null;
    return outcome.finding ? `${outcome.credit} ${outcome.finding}` : Math.round(outcome.credit * 1000) / 1000;
  } catch (error) {
    expect((error as DomainError).code).toBe('response_invalid');
    return (error as Error).message;
  }
}
const unknown = 'This option does not belong to the question.';

describe('the mark of an answer at the edge', () => {
  it.each<[string, unknown, unknown]>([
    ['one', null, null],
    ['one', { option: 's0' }, 1],
    ['one', { option: 's1' }, 0.51],
    ['one', { option: 's2' }, 0],
    ['one', { option: 's3' }, unknown],
    ['one', { option: 'canary-best' }, unknown],
    ['one', { option: ['s0'] }, 'Choose one option.'],
    ['one', { option: 's0', credit: '1' }, 'Choose one option.'],
    ['some-all', { options: [] }, null],
    ['some-all', { options: ['s0', 's1'] }, 1],
    ['some-all', { options: ['s1', 's0', 's1'] }, 1],
    ['some-all', { options: ['s0'] }, 0],
    ['some-all', { options: ['s0', 's1', 's2'] }, 0],
    ['some-each', { options: ['s0', 's1'] }, 1],
    ['some-each', { options: ['s0'] }, 0.5],
    ['some-each', { options: ['s0', 's2'] }, 0.167],
    ['some-each', { options: ['s2', 's3', 's4'] }, 0],
    ['some-each', { options: ['s0', 's1', 's2', 's3', 's4'] }, 0],
    ['some-each', { options: ['s0', 's9'] }, unknown],
    ['whether', { value: false }, 1],
    ['whether', { value: true }, 0],
    ['whether', { value: 'false' }, 'Choose true or false.'],
    ['whether', { value: 0 }, 'Choose true or false.'],
    ['how-much', { value: '' }, null],
    ['how-much', { value: ' 31143.50 ' }, 1],
    ['how-much', { value: '31143.49' }, 0],
    ['how-much', { value: '31687' }, 1],
    ['how-much', { value: '314152.5' }, '0 tenfold'],
    ['how-much', { value: '3141.525' }, '0 tenfold'],
    ['how-much', { value: '31,415' }, expect.stringContaining('not a comma')],
    ['how-much', { value: '31 415' }, expect.stringContaining('without spaces')],
    ['how-much', { value: '3.1e4' }, expect.stringContaining('without an exponent')],
    ['how-much', { value: '31415 mL' }, expect.stringContaining('without a unit')],
    ['how-much', { value: '1'.repeat(101) }, 'Write a number.'],
    ['how-much', { value: '31415', unit: 'µL' }, 'Write the number in the unit that is shown.'],
    ['how-many-units', { value: '31415' }, 'Choose the unit as well.'],
    ['how-many-units', { value: '31415', unit: 's0' }, 1],
    ['how-many-units', { value: '31415000', unit: 's1' }, 1],
    ['how-many-units', { value: '31415', unit: 's1' }, '0 tenfold'],
    ['how-many-units', { value: '31415', unit: 's2' }, 0],
    ['how-many-units', { value: '31415', unit: 's3' }, '0 wrong_unit'],
    ['how-many-units', { value: '5', unit: 's3' }, '0 wrong_unit'],
    ['how-many-units', { value: '5', unit: 's4' }, unknown],
    ['which-word', { value: '  canary   FRONTALIS ' }, 1],
    ['which-word', { value: 'CANARY frontal' }, 0.1],
    ['which-word', { value: 'canary forehead muscle' }, 0.5],
    ['which-word', { value: 'not canary frontalis' }, 0.1],
    ['which-word', { value: '*' }, 0.1],
    ['which-word', { value: '   ' }, null],
    ['which-word', { value: 'x'.repeat(501) }, 'Write your answer in at most 500 characters.'],
    ['which-to-which', { pairs: {} }, null],
    ['which-to-which', { pairs: { s0: 's3', s1: 's4', s2: 's3' } }, 1],
    ['which-to-which', { pairs: { s0: 's3' } }, 0.333],
    ['which-to-which', { pairs: { s0: 's4', s1: 's3', s2: 's5' } }, 0],
    ['which-to-which', { pairs: { s3: 's0' } }, unknown],
    ['which-to-which', { pairs: { s0: 's1' } }, unknown],
    ['which-to-which', { pairs: { s0: 's9' } }, unknown],
    ['which-to-which', { pairs: ['s0'] }, 'Choose one of the choices for each line.'],
    ['which-order', { order: ['s3', 's1', 's0', 's2'] }, 1],
    ['which-order', { order: ['s2', 's0', 's1', 's3'] }, 0],
    ['which-order', { order: ['s2', 's3', 's1', 's0'] }, 0.333],
    ['which-order', { places: { s3: '1', s1: '2', s0: '3', s2: '4' } }, 1],
    ['which-order', { places: { s3: '1', s1: '1', s0: '3', s2: '4' } }, 'Two steps cannot have the same place.'],
    ['which-order', { order: ['s3', 's1', 's0'] }, 'Give every step a place of its own.'],
    ['which-order', { order: ['s3', 's1', 's0', 's0'] }, 'Give every step a place of its own.'],
    ['which-order', { order: ['s3', 's1', 's0', 's9'] }, 'Give every step a place of its own.'],
    ['which-order', { order: [] }, null],
    ['gaps', { gaps: { s0: 'canary procerus', s1: '31415', s2: 's3' } }, expect.anything()],
    ['gaps', { gaps: { s0: ' ', s1: '' } }, null],
    ['gaps', { gaps: { s1: '31,415' } }, expect.stringContaining('not a comma')],
    ['gaps', { gaps: { s1: '314150' } }, '0 tenfold'],
    ['gaps', { gaps: { s9: 'x' } }, unknown],
    ['how-diluted', { value: '4', unit: 's0' }, 1],
    ['how-diluted', { value: '4.0', unit: 's0' }, 1],
    ['how-diluted', { value: '40', unit: 's0' }, '0 tenfold'],
    ['how-diluted', { value: '4', unit: 's1' }, '0 wrong_unit'],
    ['how-diluted', { value: '8', unit: 's0' }, 0],
    ['why', { text: '  ' }, null],
    ['why', { text: 7 }, 'Write your answer as text.'],
    ['why', { text: 'x'.repeat(60_001) }, 'Write at most 60,000 characters.'],
    ['record', { files: [] }, null],
    ['record', { files: ['x'] }, 'Upload the file again.'],
    ['record', { files: [1, 2, 3].map(() => crypto.randomUUID()) }, 'Hand in at most 2 files.'],
  ])('of %s for %j is %p', (id, sent, expected) => {
    expect(judged(id, sent)).toEqual(expected);
  });

  it('counts every gap of a text by its weight', () => {
    const { posed, mark } = posedSample('gaps');
    const slot = (part: string) => posed.slots.find((each) => each.part === part)!.id;
    const [muscle, units, depth] = ['canary-muscle', 'canary-units', 'canary-depth'].map((id) => slot(`gap:${id}`));
    const deep = slot('option:canary-depth:canary-deep');
    const credit = (gaps: Record<string, string>) => mark({ gaps })!.credit;
    expect(credit({ [muscle!]: 'Canary Procerus', [units!]: '31415', [depth!]: deep })).toBe(1);
    expect(credit({ [units!]: '31415' })).toBe(0.5);
    expect(credit({ [muscle!]: 'Canary Procerus', [depth!]: deep })).toBe(0.5);
    expect(() => mark({ gaps: { [depth!]: muscle! } })).toThrow(unknown);
  });

  it('reads numbers by the language of the exam', () => {
    expect(judged('how-much', { value: '31415,25' }, ',')).toBe(1);
    expect(judged('how-much', { value: '31415.25' }, ',')).toContain('a decimal comma, not a point');
    expect(judged('how-diluted', { value: '4,0', unit: 's0' }, ',')).toBe(1);
  });

  it.each<[string, unknown, unknown]>([
    ['why', { text: 'a\u0000b\ud800' }, { text: 'ab\ufffd' }],
    ['which-word', { value: 'a\u0000b\udc00' }, { value: 'ab\ufffd' }],
    ['which-word', { value: '\u0000' }, null],
    ['gaps', { gaps: { s0: 'a\ud800' } }, { gaps: { s0: 'a\ufffd' } }],
  ])('keeps %s without what no database can hold', (id, sent, kept) => {
    expect(posedSample(id).read(sent)).toEqual(kept);
  });

  it.each([
    'one',
    'some-all',
    'whether',
    'how-much',
    'which-word',
    'which-to-which',
    'which-order',
    'gaps',
    'why',
    'which-places',
  ])('does not take an answer to %s without its part for a cleared one', (id) =>
    expect(judged(id, {})).toEqual(expect.any(String)),
  );
});
