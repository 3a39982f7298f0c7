import fc from 'fast-check';
import { authoredQuestion } from '../../authored.js';
import { posedSample } from '../posed-sample.js';
import { samples } from '../samples.js';

const [left, right, top, beside] = [
  { x: 320_000, y: 320_000 },
  { x: 700_000, y: 314_150 },
  { x: 505_000, y: 36_000 },
  { x: 100_000, y: 320_000 },
];
const credit = (...points: object[]) => posedSample('which-places').mark({ points })!.credit;

describe('a hotspot', () => {
  it('counts each area once, whichever of them were found', () => {
    expect(credit(left, right)).toBe(1);
    expect(credit(top, left)).toBe(1);
    expect(credit(left)).toBe(0.5);
    expect(credit(left, left)).toBe(0.5);
    expect(credit(left, beside)).toBe(0.5);
    expect(credit(beside)).toBe(0);
  });

  it('does not depend on the order of points, and gives no more for one that is wrong', () => {
    const place = fc.constantFrom(left, right, top, beside);
    fc.assert(
      fc.property(place, place, (one, other) => {
        expect(credit(one, other)).toBe(credit(other, one));
        expect(credit(one, beside)).toBe(credit(one));
      }),
    );
  });

  it('takes no more points than are asked for, and nothing but where they are', () => {
    expect(() => posedSample('which-places').read({ points: [left, right, top] })).toThrow('Place at most 2 points.');
    expect(() => posedSample('which-place').read({ points: [left, right] })).toThrow('Place one point.');
    expect(() => posedSample('which-place').read({ points: [{ ...left, units: '4' }] })).toThrow('Place each point');
    expect(posedSample('which-place').read({ rows: { sent: '1', '1': { x: '32', y: '32' } } })).toEqual({
      points: [left],
    });
  });

  it('is guessed as often as its area is large', () => {
    const { type, key, posed } = posedSample('which-place');
    expect(type.guess(posed.body, key.right)).toBe(0.0001);
    const several = posedSample('which-places');
    expect(several.type.guess(several.posed.body, several.key.right)).toBeNull();
  });

  it('refuses what an author cannot mean', () => {
    const sample = samples.find(({ id }) => id === 'which-places') as unknown as { zones: object[] };
    const problemOf = (change: object) =>
      authoredQuestion.safeParse({ ...sample, ...change }).error?.issues[0]?.message;
    const [one, two] = sample.zones as [object, object];
    expect(problemOf({})).toBeUndefined();
    expect(problemOf({ count: undefined })).toBeUndefined();
    expect(problemOf({ count: 4 })).toBe('There are only 3 areas to be found.');
    expect(problemOf({ picture: undefined })).toBe('This type of question is answered on a picture: name one.');
    expect(problemOf({ zones: [one, { ...two, id: 'canary-left' }] })).toBe('This id is used twice.');
    expect(problemOf({ zones: [one, { ...one, id: 'again' }] })).toBe('This area touches one before it.');
    expect(problemOf({ zones: [{ ...one, polygon: [[0, 0], [4, 0]] }] })).toBe('an area has at least three corners'); // prettier-ignore
  });
});
