import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { BlueprintSection } from '../../courses/index.js';
import { bodyOf, type PoolQuestion, questionType, type TypeName, type Variant } from '../../questions/index.js';

/** The name of this way of drawing, kept with each paper; another way gets another name. */
export const drawAlgorithm = 'blueprint-xoroshiro128plus-1';

export interface DrawnQuestion {
  versionId: string;
  type: TypeName;
  marks: number;
  critical: boolean;
  /** The author's names of its options, in the order of this paper. */
  parts: string[];
  variant: Variant | null;
  /** The question of a case that this is. */
  part?: string;
}

/**
 * Draws what the blueprint says without repeating a question, each with its options in random order and its numbers.
 * The seed decides everything.
 */
export function drawPaper(pool: readonly PoolQuestion[], blueprint: BlueprintSection[], seed: number): DrawnQuestion[] {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const sample = <T>(from: readonly T[], size: number): T[] => {
    const rest = [...from];
    for (let at = 0; at < size; at++) {
      const chosen = uniformInt(random, at, rest.length - 1);
      [rest[at], rest[chosen]] = [rest[chosen]!, rest[at]!];
    }
    return rest.slice(0, size);
  };
  const named = ({ pool: of, slug }: PoolQuestion) => `${of}/${slug}`;
  const ordered = [...pool].sort((a, b) => (named(a) < named(b) ? -1 : 1));
  const drawn = new Set<PoolQuestion>();
  for (const section of blueprint) {
    const fit = ordered.filter((question) => !drawn.has(question) && fits(question, section));
    for (const question of sample(fit, Math.min(section.count, fit.length))) drawn.add(question);
  }
  // One kind of question is drawn in random order already.
  const order = blueprint.length > 1 ? sample([...drawn], drawn.size) : [...drawn];
  return order.flatMap((question) => {
    const { versionId, marks, critical } = question;
    const pose = (type: TypeName, part?: string) => {
      const known = questionType(type);
      const body = bodyOf(question.body, { part });
      const authored = known.parts(body);
      const parts = known.shuffled ? sample(authored, authored.length) : authored;
      return { versionId, type, parts, variant: known.draw?.(body, below) ?? null };
    };
    if (question.type !== 'vignette') return [{ ...pose(question.type), marks, critical }];
    return question.body.parts!.map((part) => ({
      ...pose(part.type, part.id),
      marks: part.marks,
      critical: part.critical,
      part: part.id,
    }));
  });
}

/** Whether a section of a blueprint may draw this question. */
export const fits = (question: PoolQuestion, { pool, topic, difficulty, cognitive }: BlueprintSection): boolean =>
  question.pool === pool &&
  question.topic === (topic ?? question.topic) &&
  question.difficulty === (difficulty ?? question.difficulty) &&
  question.cognitive === (cognitive ?? question.cognitive);
