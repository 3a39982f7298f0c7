import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { questionType, type TypeName } from '../types/index.js';

/** The name of this way of drawing, kept with each paper; another way gets another name. */
export const drawAlgorithm = 'sample-xoroshiro128plus-1';

/** A question that may be drawn, in its current version. */
export interface PoolQuestion {
  slug: string;
  versionId: string;
  type: TypeName;
  marks: number;
  body: object;
}

export interface DrawnQuestion {
  versionId: string;
  type: TypeName;
  marks: number;
  /** The author's names of its options, in the order of this paper. */
  parts: string[];
}

/** Draws `count` questions without repeating one, each with its options in random order. The seed decides everything. */
export function drawPaper(pool: readonly PoolQuestion[], count: number, seed: number): DrawnQuestion[] {
  const random = xoroshiro128plus(seed);
  const sample = <T>(from: readonly T[], size: number): T[] => {
    const rest = [...from];
    for (let at = 0; at < size; at++) {
      const chosen = uniformInt(random, at, rest.length - 1);
      [rest[at], rest[chosen]] = [rest[chosen]!, rest[at]!];
    }
    return rest.slice(0, size);
  };
  const ordered = [...pool].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return sample(ordered, Math.min(count, ordered.length)).map(({ versionId, type, marks, body }) => {
    const known = questionType(type);
    const authored = known.parts(body);
    return { versionId, type, marks, parts: known.shuffled ? sample(authored, authored.length) : authored };
  });
}
