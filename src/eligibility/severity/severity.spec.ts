import fc from 'fast-check';
import { deviationOf, type RatingSum } from './severity.js';

const of = (preceptorId: string, procedure: string, ...ratings: number[]): RatingSum => ({
  ...{ preceptorId, procedure },
  count: ratings.length,
  sum: ratings.reduce((sum, rating) => sum + rating, 0),
});

describe('how far ratings lie from those of others', () => {
  it('counts shared procedures alone, each by how often one rated it', () => {
    const all = [
      of('a', 'lips', 2, 2, 2, 2),
      of('a', 'brow', 5),
      of('a', 'alone', 1, 1, 1),
      of('b', 'lips', 4),
      of('b', 'brow', 3),
    ];
    expect(deviationOf('a', all)).toBeCloseTo((4 * -2 + 1 * 2) / 5);
  });

  it('says nothing of fewer than five', () => {
    expect(deviationOf('a', [of('a', 'lips', 1, 1, 1, 1), of('b', 'lips', 5)])).toBeUndefined();
    expect(deviationOf('a', [of('a', 'lips', 1, 1, 1, 1, 1)])).toBeUndefined();
    expect(deviationOf('nobody', [of('b', 'lips', 5)])).toBeUndefined();
  });

  const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 30 });
  it('is opposite for two who rated one procedure, and nothing for equal ratings', () => {
    fc.assert(
      fc.property(ratings, ratings, (one, two) => {
        const all = [of('a', 'lips', ...one), of('b', 'lips', ...two)];
        expect(deviationOf('a', all)!).toBeCloseTo(-deviationOf('b', all)!);
        expect(deviationOf('a', [of('a', 'lips', ...one), of('b', 'lips', ...one)])).toBeCloseTo(0);
      }),
    );
  });
});
