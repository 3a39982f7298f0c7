import fc from 'fast-check';
import type { DomainError } from '../../../shared/index.js';
import { authoredQuestion } from '../../authored.js';
import { posedSample } from '../posed-sample.js';
import { samples } from '../samples.js';

const id = 'where-how-much';
const [ona, abo, skin, muscle] = [
  'product:canary-ona',
  'product:canary-abo',
  'depth:intradermal',
  'depth:intramuscular',
].map((part) => posedSample(id).posed.slots.find((slot) => slot.part === part)!.id);
const at = (x: number, more: object = {}) => ({ x, y: 320_000, depth: muscle, units: '4', product: ona, ...more });
const [procerus, left, right] = [510_000, 320_000, 710_000];
const marked = (...points: object[]) => posedSample(id).mark({ points })!;

/** What an author wrote, with other fields: the message of the first problem, or undefined. */
function problemOf(change: object): string | undefined {
  const sample = samples.find((each) => each.id === id)!;
  return authoredQuestion.safeParse({ ...sample, ...change }).error?.issues[0]?.message;
}
function refusal(sent: unknown, separator: '.' | ',' = '.'): string {
  try {
    posedSample(id, { separator }).read(sent);
    return 'taken';
  } catch (error) {
    expect((error as DomainError).code).toBe('response_invalid');
    return (error as Error).message;
  }
}

describe('a face map', () => {
  it('counts every target by its weight, and place, dose and depth by theirs', () => {
    expect(marked(at(procerus), at(left), at(right))).toEqual({ credit: 1 });
    expect(marked(at(procerus))).toEqual({ credit: 0.5 });
    expect(marked(at(left))).toEqual({ credit: 0.25 });
    expect(marked(at(procerus, { units: '7' })).credit).toBeCloseTo(0.35);
    expect(marked(at(procerus, { depth: skin })).credit).toBeCloseTo(0.4);
    expect(marked(at(procerus, { units: undefined, depth: undefined })).credit).toBeCloseTo(0.25);
  });

  it('takes the ends of a dose in, and the boundary of a target', () => {
    expect(marked(at(left, { units: '2.5' })).credit).toBe(0.25);
    expect(marked(at(left, { units: '5.000' })).credit).toBe(0.25);
    expect(marked(at(left, { units: '2.499' })).credit).toBeLessThan(0.25);
    expect(marked(at(314_150, { y: 334_150 })).credit).toBe(0.25);
    expect(marked(at(314_149, { y: 334_150 })).credit).toBe(0);
  });

  it('lets each point beside the targets cost, and each one too many at a target', () => {
    expect(marked(at(procerus), at(100_000)).credit).toBeCloseTo(0.4);
    expect(marked(at(procerus), at(procerus)).credit).toBeCloseTo(0.4);
    expect(marked(at(100_000)).credit).toBe(0);
  });

  it('scores nothing and fails critically with a point in a danger zone, whatever else is right', () => {
    const harmed = { credit: 0, critical: 'CANARY-danger', finding: 'danger_zone' };
    expect(marked(at(procerus), at(left), at(right), at(330_000, { y: 610_000 }))).toEqual(harmed);
    expect(marked(at(364_150, { y: 650_000 }))).toEqual(harmed);
    expect(marked(at(364_151, { y: 650_000 })).finding).toBeUndefined();
  });

  it('takes units of another product for no dose, and tells staff', () => {
    expect(marked(at(procerus, { product: abo }))).toEqual({ credit: expect.closeTo(0.35), finding: 'wrong_unit' });
    expect(marked(at(100_000, { product: abo }))).toEqual({ credit: 0 });
  });

  it('tells staff of a dose ten times too much or too little', () => {
    expect(marked(at(procerus, { units: '50' })).finding).toBe('tenfold');
    expect(marked(at(procerus, { units: '0.05' })).finding).toBe('tenfold');
    expect(marked(at(procerus, { units: '7' })).finding).toBeUndefined();
  });

  const point = fc.record({
    x: fc.constantFrom(procerus, left, right, 314_150, 100_000),
    y: fc.constantFrom(320_000, 314_150, 500_000),
    depth: fc.constantFrom(skin, muscle, undefined),
    units: fc.constantFrom('4', '2.5', '40', undefined),
    product: fc.constantFrom(ona, abo, undefined),
  });
  const points = fc.array(point, { minLength: 1, maxLength: 8 });

  it('gives the same mark in whatever order the points come', () => {
    fc.assert(
      fc.property(
        points.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(marked(...shuffled)).toEqual(marked(...all));
        },
      ),
    );
  });

  it('never gives more for another point that is wrong, nor more than all', () => {
    fc.assert(
      fc.property(points, fc.nat(1_000_000), fc.nat(1_000_000), (all, x, y) => {
        const isBeside = y < 314_150 || (y > 334_150 && y < 600_000);
        if (!isBeside) return;
        expect(marked(...all, at(x, { y })).credit).toBeLessThanOrEqual(marked(...all).credit);
        expect(marked(...all).credit).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps what is left open, and refuses what cannot be read', () => {
    const { read } = posedSample(id);
    expect(read({ points: [{ x: 0, y: 1_000_000, units: ' ', depth: '' }] })).toEqual({
      points: [{ x: 0, y: 1_000_000 }],
    });
    expect(read({ points: [] })).toBeNull();
    expect(read(null)).toBeNull();
    expect(refusal({ points: [{ x: 1_000_001, y: 0 }] })).toBe('Place each point on the picture.');
    expect(refusal({ points: [{ x: 0.5, y: 0 }] })).toBe('Place each point on the picture.');
    expect(refusal({ points: [{ x: 1, y: 0, credit: 1 }] })).toBe('Place each point on the picture.');
    expect(refusal({ points: [at(1), at(2, { units: '2,5' })] })).toMatch(
      /^Point 2: Write a decimal point, not a comma/,
    );
    expect(refusal({ points: [at(1, { units: '2.5' })] }, ',')).toMatch(/^Point 1: Write a decimal comma/);
    expect(refusal({ points: [at(1, { units: '-2.5' })] })).toBe('Point 1: A dose is not below zero.');
    expect(refusal({ points: [at(1, { product: muscle })] })).toBe('This option does not belong to the question.');
    expect(refusal({ points: [at(1, { depth: 'canary' })] })).toBe('This option does not belong to the question.');
  });

  it('reads rows of text fields from a page without script; they say all there is', () => {
    const { read } = posedSample(id);
    const rows = { '1': { x: '51', y: '32.00015', units: '4', depth: muscle, product: ona }, '2': { product: ona } };
    expect(read({ points: [at(1)], rows: { sent: '1', ...rows } })).toEqual({
      points: [{ x: 510_000, y: 320_002, units: '4', depth: muscle, product: ona }],
    });
    expect(read({ points: [at(1)], rows: { sent: '1' } })).toBeNull();
    expect(refusal({ rows: { '1': { x: '5' } } })).toBe('Point 1: Write how far across and how far down it is.');
    expect(refusal({ rows: { '1': { units: '4' } } })).toBe('Point 1: Write how far across and how far down it is.');
    expect(refusal({ rows: { '1': { x: '100.5', y: '1' } } })).toBe('Point 1: Write a percentage from 0 to 100.');
    expect(refusal({ rows: { '1': { x: '5,5', y: '1' } } })).toMatch(/^Point 1: Write a decimal point, not a comma/);
  });

  it('refuses what an author cannot mean', () => {
    const { targets, dangers } = samples.find((each) => each.id === id) as unknown as {
      targets: { id: string; polygon: number[][] }[];
      dangers: object[];
    };
    const first = (change: object) => ({ targets: [{ ...targets[0]!, ...change }] });
    expect(problemOf({})).toBeUndefined();
    expect(problemOf({ picture: undefined })).toBe('This type of question is answered on a picture: name one.');
    expect(problemOf({ targets: [targets[0]!, targets[0]!] })).toBe('This id is used twice.');
    expect(problemOf(first({ product: 'none' }))).toBe('There is no product of this id.');
    expect(problemOf(first({ depths: ['subcutaneous'] }))).toMatch(/^This depth cannot be chosen/);
    expect(problemOf(first({ units: { from: '6', to: '4' } }))).toMatch(/^The dose is above zero/);
    expect(problemOf(first({ units: { from: '0', to: '0' } }))).toMatch(/^The dose is above zero/);
    expect(problemOf({ dangers: [{ ...dangers[0]!, polygon: targets[0]!.polygon }] })).toBe(
      'This target touches a danger zone.',
    );
    expect(problemOf(first({ polygon: [[0, 0], [9, 9], [9, 0], [0, 9]] }))).toMatch(/^The boundary crosses itself/); // prettier-ignore
    expect(problemOf(first({ polygon: [[0, 0], [1.5, 9], [9, 0]] }))).toBe('write whole millionths of the picture'); // prettier-ignore
  });

  it('shows the right answer in the ids of the attempt, and where harm would be done', () => {
    const { type, key, posed } = posedSample(id);
    expect(type.reveal(key.right, { ...posed, separator: ',' })).toMatchObject({
      points: [{ units: '5', product: ona, depth: muscle }, { units: '3,75' }, { units: '3,75' }],
      zones: [{ name: 'CANARY procerus', from: '4', to: '6', product: ona, depths: [muscle] }, { from: '2,5' }, {}],
      dangers: [{ why: 'CANARY-danger' }],
    });
  });
});
